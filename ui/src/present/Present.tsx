import { useEffect, useMemo, useRef, useState } from "react";
import { Dialog, Modal, ModalOverlay } from "react-aria-components";
import { tinykeys } from "tinykeys";
import { type Action, actions } from "../actions";
import { host } from "../core/host";
import type { Playable } from "../core/types";
import { useSpeech } from "../i18n";
import { ChapterEditor } from "./ChapterEditor";
import { type Player, player } from "./player";
import { closeShow, redoChapters, undoChapters, useShow } from "./show";
import { wordsOf } from "./words";

/** The presentation over the whole window. */
export default function Present() {
  const { t } = useSpeech();
  const open = useShow((state) => state.open);
  const playable = useShow((state) => state.playable);
  if (!open) return null;
  return (
    <ModalOverlay
      className="present-overlay"
      isOpen
      isKeyboardDismissDisabled
      onOpenChange={(on) => on || closeShow()}
    >
      <Modal className="present-box">
        <Dialog
          className="present"
          data-testid="present-dialog"
          aria-label={t("present.title", { name: playable?.playing.name ?? "" })}
        >
          {playable ? <Playing playable={playable} /> : <Waiting />}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Waiting() {
  const { t } = useSpeech();
  return (
    <p className="present-waiting" role="status">
      {t("present.loading")}
    </p>
  );
}

function Playing({ playable }: { playable: Playable }) {
  const { locale } = useSpeech();
  const words = useMemo(() => wordsOf(locale), [locale]);
  const place = useRef<HTMLDivElement>(null);
  const made = useRef<Player | null>(null);
  const [editing, setEditing] = useState(false);
  const [chosen, choose] = useState<number | null>(null);
  const chapters = useShow((state) => state.chapters);
  const kept = useShow((state) => state.journey !== null);
  const marking = useRef<((node: string) => void) | null>(null);
  const [head] = useState(() => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "play-language";
    button.dataset.testid = "edit-chapters";
    return button;
  });
  useEffect(() => {
    if (!place.current) return;
    const now = player(place.current, {
      playable: { ...playable, chapters: useShow.getState().chapters },
      words,
      close: closeShow,
      beside: host.openBeside,
      chosen: (node) => marking.current?.(node),
      head: kept ? [head] : [],
    });
    made.current = now;
    place.current.querySelector<HTMLElement>("[data-testid=play]")?.focus();
    return () => now.stop();
  }, [playable, words, head, kept]);
  useEffect(() => {
    const dialog = place.current?.closest<HTMLElement>("[role=dialog]");
    if (!kept || !dialog) return;
    return tinykeys(dialog, { ...on(actions.undo, undoChapters), ...on(actions.redo, redoChapters) });
  }, [kept]);
  useEffect(() => {
    head.textContent = words.t(editing ? "present.editDone" : "present.edit");
    head.onclick = () => setEditing(!editing);
  }, [head, words, editing]);
  useEffect(() => {
    made.current?.setChapters(chapters, editing ? chosen : null);
    made.current?.mark(editing && chosen !== null ? (chapters[chosen]?.highlight ?? []) : null);
  }, [chapters, chosen, editing]);
  return (
    <>
      <div className="present-place" data-editing={editing || undefined} ref={place} />
      {editing ? (
        <ChapterEditor
          playing={playable.playing}
          chosen={chosen}
          choose={choose}
          player={made}
          marking={marking}
        />
      ) : null}
    </>
  );
}

/** The keys of an action do the same for the chapters, outside of fields, which have their own undo. */
const on = ({ keys }: Action, run: () => void) =>
  Object.fromEntries(
    keys.map((key) => [
      key,
      (event: KeyboardEvent) => {
        if (event.target instanceof Element && event.target.closest("input, textarea")) return;
        event.preventDefault();
        run();
      },
    ]),
  );
