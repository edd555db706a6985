import { useEffect, useRef, useState } from "react";
import { useDocument } from "../core/document";
import type { Sentence } from "../core/types";
import { useSpeech } from "../i18n";
import { useEditSentence } from "./sentences";

const same = (a: Sentence | null, b: Sentence | null) => JSON.stringify(a) === JSON.stringify(b);

/** Says each edit, undo and redo to those who hear the page, and how many findings there are since. */
export function Announcer() {
  const { t } = useSpeech();
  const sentence = useEditSentence();
  const journey = useDocument((state) => state.journey);
  const before = useRef(journey);
  const [said, setSaid] = useState("");
  useEffect(() => {
    const last = before.current;
    before.current = journey;
    if (!journey || !last || last.id !== journey.id || last.revision === journey.revision) return;
    const { undo, redo } = journey;
    const words =
      redo && same(redo, last.undo)
        ? t("said.undone", { what: sentence(redo) })
        : undo
          ? t(same(undo, last.redo) ? "said.again" : "said.done", { what: sentence(undo) })
          : "";
    const count = journey.problems.length;
    setSaid(count === last.problems.length ? words : `${words} ${t("said.findings", { count })}`);
  }, [journey, t, sentence]);
  return (
    <div className="unseen" role="status" aria-live="polite" data-testid="said">
      {said}
    </div>
  );
}
