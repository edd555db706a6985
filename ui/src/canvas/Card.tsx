import { memo } from "react";
import { showBehind } from "../core/behind";
import { useCount } from "../core/counts";
import { useDocument, useNode } from "../core/document";
import { useLive } from "../core/live";
import { findingsOf } from "../core/problems";
import { hereOn, useResults } from "../core/results";
import type { Node } from "../core/types";
import { kindOf, useWindow } from "../core/window";
import { useSpeech } from "../i18n";
import { Building, Person, Warning, Wrong } from "../panels/glyphs";
import { useNames } from "../panels/names";
import { useCarry } from "./carry";
import { useFacts } from "./facts";
import { useFind } from "./find";
import { useFolded } from "./fold";
import { Icon } from "./Icon";
import { InPlaceField } from "./InPlaceField";
import { useInPlace, write } from "./inPlace";
import { Note } from "./Note";
import { PeoplePaths } from "./PeoplePaths";

/** One node on the canvas. It watches its own record only, so an edit redraws what it changed. */
export const Card = memo(function Card({ id, selected }: CardProps) {
  const node = useNode(id);
  const worst = useDocument((state) =>
    state.journey ? findingsOf(state.journey.problems).get(id)?.worst : undefined,
  );
  const folded = useFolded(id);
  const hit = useFind((state) => (state.hits.includes(id) ? (state.at === id ? "at" : "hit") : undefined));
  const carried = useCarry(({ load }) => Boolean(load && "node" in load && load.node === id));
  if (!node) return null;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the key for it is F2, in the table of actions.
    <div
      className="card"
      data-node={id}
      data-kind={node.kind}
      data-selected={selected || undefined}
      data-folded={folded || undefined}
      data-disabled={node.disabled || undefined}
      data-hit={hit}
      data-carried={carried || undefined}
      onDoubleClick={() => write({ node: id, what: "label" })}
    >
      <Face node={node} />
      {node.disabled ? <Off /> : null}
      {worst ? (
        <span className="mark" data-severity={worst}>
          {worst === "error" ? <Wrong /> : <Warning />}
        </span>
      ) : null}
      <Note node={node} />
      <Numbers id={id} />
    </div>
  );
}, alike);

interface CardProps {
  id: string;
  selected?: boolean;
}

/** The board says more of each card, such as where it is; a card that only moves isn't drawn anew. */
function alike(a: CardProps, b: CardProps) {
  return a.id === b.id && a.selected === b.selected;
}

/** Says that everybody goes past. */
function Off() {
  const { t } = useSpeech();
  return (
    <span className="card-off" title={t("card.disabledHint")}>
      {t("card.disabled")}
    </span>
  );
}

function Face({ node }: { node: Node }) {
  const { t } = useSpeech();
  const names = useNames();
  const catalogue = useWindow((state) => state.catalogue);
  const kind = kindOf(catalogue, node.kind);
  const info = names.info(node);
  const on = info?.on ?? kind?.on ?? null;
  const facts = useFacts(node);
  const title = names.node(node);
  const doing = names.doing(node);
  const writing = useInPlace(({ at }) => at?.node === node.id && at.what === "label");
  return (
    <>
      <div className="card-top">
        <Icon family={kind?.family} svg={info?.icon ?? kind?.icon} />
        <div className="card-words">
          {writing ? (
            <InPlaceField
              node={node}
              value={node.label ?? ""}
              label={t("properties.label")}
              placeholder={doing}
            />
          ) : (
            <strong title={title}>{title}</strong>
          )}
          <span className="card-on">
            {on === "accounts" ? <Building /> : on === "people" ? <Person /> : null}
            <span>{title === doing ? (on ? t(`on.${on}`) : doing) : doing}</span>
          </span>
        </div>
      </div>
      <div className="card-facts">
        {facts.length > 0 ? (
          facts.map((fact) => (
            <span key={fact.key} title={`${fact.name}: ${fact.value}`}>
              {fact.name ? <b>{fact.name} </b> : null}
              {fact.value}
            </span>
          ))
        ) : (
          <span className="card-nothing">{kind?.joins ? t("card.merge") : t("card.unset")}</span>
        )}
      </div>
      <PeoplePaths node={node} />
    </>
  );
}

/** Entered and here, below the card, after a run or while Live is on. */
function Numbers({ id }: { id: string }) {
  const { t, number } = useSpeech();
  const known = useCount(({ nodes }) => nodes.has(id));
  const entered = useCount(({ nodes }) => nodes.get(id)?.entered ?? null);
  const atEnd = useCount(({ nodes }) => nodes.get(id)?.here ?? null);
  const onDay = useResults(({ view, day }) => (view && day !== null ? hereOn(view.report, id, day) : null));
  const day = useResults((state) => state.day);
  const live = useLive((state) => state.on);
  if (!known) return null;
  return (
    <div className="card-numbers figures">
      <button
        type="button"
        className="count nodrag nopan"
        tabIndex={-1}
        title={t("card.entered.hint")}
        onClick={() => void showBehind({ what: "entered", node: id })}
      >
        <b data-testid={`entered-${id}`}>{number(entered)}</b> {t("card.entered")}
      </button>
      <button
        type="button"
        className="count nodrag nopan"
        tabIndex={-1}
        title={t("card.here.hint")}
        onClick={() => void showBehind({ what: "here", node: id, day: live ? null : day })}
      >
        <b data-testid={`here-${id}`}>{number(live ? atEnd : (onDay ?? atEnd))}</b> {t("card.here")}
      </button>
    </div>
  );
}
