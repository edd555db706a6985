import {
  ActionButton,
  Button,
  Menu,
  MenuItem,
  MenuTrigger,
  NumberField,
  Picker,
  PickerItem,
  Text,
  TextArea,
} from "@react-spectrum/s2";
import ChevronDown from "@react-spectrum/s2/icons/ChevronDown";
import { type RefObject, useEffect, useRef } from "react";
import { useShallow } from "zustand/react/shallow";
import type { Chapter, Playing, Stop, Told } from "../core/types";
import { useSpeech } from "../i18n";
import { StepButtons } from "../panels/StepButtons";
import { minuteOf, said } from "./chapters";
import { DAY } from "./film";
import type { Player } from "./player";
import { editChapters, redoChapters, setChapter, undoChapters, useShow } from "./show";

interface EditorProps {
  playing: Playing;
  chosen: number | null;
  choose: (index: number | null) => void;
  player: RefObject<Player | null>;
  /** What a click on a card does. */
  marking: RefObject<((node: string) => void) | null>;
}

/** The chapters in a list, and the settings of the chosen one. What is typed is in the language of the window. */
export function ChapterEditor({ playing, chosen, choose, player, marking }: EditorProps) {
  const { t, locale, number } = useSpeech();
  const chapters = useShow((state) => state.chapters);
  const chapter = chosen === null ? undefined : chapters[chosen];
  const change = (index: number, part: Partial<Chapter>, typing: string | null = null) => {
    const before = chapters[index];
    if (before) setChapter(index, { ...before, ...part }, typing);
  };
  useEffect(() => {
    marking.current = (node) => {
      if (chosen === null || !chapter) return;
      const now = chapter.highlight ?? [];
      change(chosen, { highlight: now.includes(node) ? now.filter((one) => one !== node) : [...now, node] });
    };
    return () => {
      marking.current = null;
    };
  });
  const add = () => {
    const day = Math.round((player.current?.time() ?? 0) / DAY);
    const followed = player.current?.followed() ?? null;
    const follow = followed === null ? null : (playing.accounts[followed]?.key ?? null);
    const chapter = { stop: { day }, caption: {}, ...(follow ? { follow } : {}) };
    editChapters({ do: "add", chapter });
    choose(chapters.length);
  };
  const remove = (index: number) => {
    choose(null);
    editChapters({ do: "remove", at: index });
  };
  const order = chapters
    .map((one, index) => ({ one, index, minute: minuteOf(one.stop, playing) }))
    .sort(
      (a, b) =>
        (a.minute ?? Number.POSITIVE_INFINITY) - (b.minute ?? Number.POSITIVE_INFINITY) || a.index - b.index,
    );
  return (
    <section className="present-editor" aria-label={t("present.chapters")} data-testid="chapter-editor">
      <header className="chapter-row">
        <h3>{t("present.chapters")}</h3>
        <Steps />
      </header>
      {chapters.length === 0 ? <p>{t("present.noChapters")}</p> : null}
      <ul className="chapter-list">
        {order.map(({ one, index, minute }) => (
          <li key={index}>
            <button
              type="button"
              aria-pressed={chosen === index}
              onClick={() => choose(chosen === index ? null : index)}
            >
              {said(one.caption, locale) || t("present.untitled")}
              <small>
                {minute === null
                  ? t("present.never")
                  : t("present.day", { day: number(Math.floor(minute / DAY)) })}
              </small>
            </button>
          </li>
        ))}
      </ul>
      <Button variant="secondary" size="S" onPress={add} data-testid="add-chapter">
        <Text>{t("present.add")}</Text>
      </Button>
      {chapter && chosen !== null ? (
        <Fields
          key={chosen}
          playing={playing}
          chapter={chapter}
          change={(part, typing) => change(chosen, part, typing)}
          remove={() => remove(chosen)}
        />
      ) : null}
    </section>
  );
}

/** Taking edits of the chapters back, and doing them again. */
function Steps() {
  const { undo, redo } = useShow(useShallow((state) => ({ undo: state.undo, redo: state.redo })));
  return <StepButtons undo={undo} redo={redo} onUndo={undoChapters} onRedo={redoChapters} of="chapters" />;
}

interface FieldsProps {
  playing: Playing;
  chapter: Chapter;
  /** `typing` names the gesture that goes on while somebody types in one field. */
  change: (part: Partial<Chapter>, typing?: string) => void;
  remove: () => void;
}

const nobody = " nobody";

function Fields({ playing, chapter, change, remove }: FieldsProps) {
  const { t, locale, text } = useSpeech();
  const gesture = useRef("");
  const words = (key: "caption" | "note" | "question" | "answer", label: string, testid: string) => (
    <TextArea
      size="S"
      label={label}
      data-testid={testid}
      value={chapter[key]?.[locale] ?? ""}
      placeholder={said(chapter[key], locale)}
      onFocus={() => {
        gesture.current = `${key} ${locale} ${Date.now()}`;
      }}
      onChange={(typed) =>
        change({ [key]: { ...(chapter[key] ?? {}), [locale]: typed } satisfies Told }, gesture.current)
      }
    />
  );
  const accounts = [
    <PickerItem key={nobody} id={nobody}>
      {t("present.anyAccount")}
    </PickerItem>,
    ...playing.accounts.map(({ key, name }) => (
      <PickerItem key={key} id={key}>
        {name}
      </PickerItem>
    )),
  ];
  return (
    <>
      <StopFields
        playing={playing}
        stop={chapter.stop}
        change={(stop) => change({ stop })}
        accounts={accounts}
      />
      {words("caption", t("present.caption"), "chapter-caption")}
      {words("note", t("present.noteField"), "chapter-note")}
      {words("question", t("present.questionField"), "chapter-question")}
      {words("answer", t("present.answerField"), "chapter-answer")}
      <div>
        <MenuTrigger>
          <ActionButton size="S" data-testid="chapter-highlight">
            <Text>{t("present.highlight")}</Text>
            <ChevronDown />
          </ActionButton>
          <Menu
            aria-label={t("present.highlight")}
            selectionMode="multiple"
            selectedKeys={chapter.highlight ?? []}
            onSelectionChange={(keys) =>
              change({
                highlight: playing.board.cards
                  .map(({ id }) => id)
                  .filter((id) => keys === "all" || keys.has(id)),
              })
            }
          >
            {playing.board.cards.map((card) => (
              <MenuItem key={card.id} id={card.id}>
                {text(card.title)}
              </MenuItem>
            ))}
          </Menu>
        </MenuTrigger>
        <p>
          {(chapter.highlight ?? [])
            .map((id) => text(playing.board.cards.find((card) => card.id === id)?.title))
            .join(", ") || t("present.highlightHint")}
        </p>
      </div>
      <Picker
        size="S"
        label={t("present.followField")}
        selectedKey={chapter.follow ?? nobody}
        onSelectionChange={(key) => change({ follow: key === nobody ? null : String(key) })}
      >
        {[
          <PickerItem key={nobody} id={nobody}>
            {t("present.nobody")}
          </PickerItem>,
          ...accounts.slice(1),
        ]}
      </Picker>
      <Button variant="negative" fillStyle="outline" size="S" onPress={remove} data-testid="remove-chapter">
        <Text>{t("present.remove")}</Text>
      </Button>
    </>
  );
}

interface StopProps {
  playing: Playing;
  stop: Stop;
  change: (stop: Stop) => void;
  accounts: React.ReactElement[];
}

function StopFields({ playing, stop, change, accounts }: StopProps) {
  const { t, text } = useSpeech();
  const kind = "day" in stop ? "day" : "first" in stop ? stop.first : "reaches";
  const first = playing.board.cards[0]?.id ?? "";
  const become = (key: string) => {
    if (key === "day") change({ day: 0 });
    else if (key === "reaches") change({ reaches: { node: first } });
    else change({ first: key as "ready" | "timeout" });
  };
  return (
    <>
      <Picker
        size="S"
        label={t("present.stop")}
        selectedKey={kind}
        onSelectionChange={(key) => become(String(key))}
        data-testid="chapter-stop"
      >
        <PickerItem id="day">{t("present.stopDay")}</PickerItem>
        <PickerItem id="ready">{t("present.stopReady")}</PickerItem>
        <PickerItem id="timeout">{t("present.stopTimeout")}</PickerItem>
        <PickerItem id="reaches">{t("present.stopReaches")}</PickerItem>
      </Picker>
      {"day" in stop ? (
        <NumberField
          size="S"
          label={t("present.stopDayField")}
          minValue={0}
          maxValue={playing.days}
          value={stop.day}
          onChange={(day) => change({ day: Number.isFinite(day) ? day : 0 })}
        />
      ) : null}
      {"reaches" in stop ? (
        <>
          <Picker
            size="S"
            label={t("present.stopNode")}
            selectedKey={stop.reaches.node}
            onSelectionChange={(key) => change({ reaches: { ...stop.reaches, node: String(key) } })}
          >
            {playing.board.cards.map((card) => (
              <PickerItem key={card.id} id={card.id}>
                {text(card.title)}
              </PickerItem>
            ))}
          </Picker>
          <Picker
            size="S"
            label={t("present.stopAccount")}
            selectedKey={stop.reaches.account ?? nobody}
            onSelectionChange={(key) =>
              change({ reaches: { ...stop.reaches, account: key === nobody ? null : String(key) } })
            }
          >
            {accounts}
          </Picker>
        </>
      ) : null}
    </>
  );
}
