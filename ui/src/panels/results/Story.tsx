import { ActionButton } from "@react-spectrum/s2";
import CloseIcon from "@react-spectrum/s2/icons/Close";
import { useEffect, useRef } from "react";
import { closeStory, useBehind } from "../../core/behind";
import type { HappenedSort, StoryGroup, Story as Told } from "../../core/types";
import { jumpTo } from "../../core/window";
import { useSpeech } from "../../i18n";
import { Tick } from "../glyphs";
import { useNames } from "../names";
import { filling } from "./filling";

/** What happened to one account, in sentences, with how its group filled by role. */
export function Story() {
  const { t } = useSpeech();
  const story = useBehind((state) => state.story);
  const box = useRef<HTMLElement>(null);
  // Whoever asked by keyboard reads on here.
  useEffect(() => {
    if (story) box.current?.focus();
  }, [story]);
  return (
    <section
      className="story"
      ref={box}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls takes the keys.
      tabIndex={0}
      aria-label={story ? t("story.title", { name: story.name }) : t("behind.wait")}
      data-testid="story"
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        closeStory();
        document.querySelector<HTMLElement>("[data-testid='accounts']")?.focus();
      }}
    >
      <div className="story-head">
        <h2>{story?.name ?? t("behind.wait")}</h2>
        <ActionButton isQuiet size="S" aria-label={t("story.close")} onPress={closeStory}>
          <CloseIcon />
        </ActionButton>
      </div>
      {story ? (
        <>
          {story.groups.map((group) => (
            <Group key={group.solutionInterest} group={group} story={story} />
          ))}
          <Ending story={story} />
          <h3>{t("story.told")}</h3>
          <Sentences story={story} />
        </>
      ) : null}
    </section>
  );
}

/** How it stands when the run ends, and why. */
function Ending({ story }: { story: Told }) {
  const { t, text } = useSpeech();
  if (story.ending.length === 0) return null;
  return (
    <div className="story-ending" data-testid="ending">
      <h3>{t("story.ending")}</h3>
      {story.ending.map((sentence) => (
        <p key={sentence.en}>{text(sentence)}</p>
      ))}
    </div>
  );
}

/** Each role of the group: whether it is filled, by whom, and since which day. */
function Group({ group, story }: { group: StoryGroup; story: Told }) {
  const { t, text } = useSpeech();
  const names = useNames();
  const nameOf = (person: string) => {
    const known = story.people.find((of) => of.person === person);
    return known ? text(known.name) : person;
  };
  return (
    <div className="story-group">
      <h3>{names.reference("solutionInterest", group.solutionInterest)}</h3>
      <ul>
        {filling(group, story, nameOf).map(({ role, required, membersRequired, members, since }) => {
          const full = members.length >= membersRequired;
          return (
            <li key={role} data-full={full || undefined} data-required={required || undefined}>
              <span className="story-role">
                {full ? <Tick /> : null}
                <b>{role}</b> {members.length}/{membersRequired}
                {required ? null : <small> {t("story.optional")}</small>}
              </span>
              <small>
                {members.length === 0
                  ? t("story.nobody")
                  : since === null
                    ? members.join(", ")
                    : t("story.since", { names: members.join(", "), day: since })}
              </small>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

const signs: Record<HappenedSort, string> = {
  step: "→",
  end: "■",
  activity: "·",
  group: "◆",
  person: "+",
  ready: "★",
  other: "·",
  refused: "×",
};

function Sentences({ story }: { story: Told }) {
  const { t, text, date } = useSpeech();
  let last = -1;
  let minute = -1;
  return (
    <ol className="story-told" data-testid="told">
      {story.happenings.map((told, at) => {
        const first = told.day !== last;
        last = told.day;
        // What happens in the same minute has its time once.
        const later = told.minute !== minute;
        minute = told.minute;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: what happened stays in its place.
          <li key={at} data-what={told.what}>
            <span className="story-day figures">{first ? t("day.at", { day: told.day }) : ""}</span>
            <span className="story-sign" aria-hidden="true">
              {signs[told.what]}
            </span>
            <span>
              {told.node ? (
                <button type="button" className="story-go" onClick={() => told.node && jumpTo(told.node)}>
                  {text(told.sentence)}
                </button>
              ) : (
                text(told.sentence)
              )}
              {later ? (
                <time dateTime={told.at} title={date(told.at.slice(0, 16))}>
                  {told.at.slice(11, 16)}
                </time>
              ) : null}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
