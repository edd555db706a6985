import { useEffect, useMemo } from "react";
import { flowOrder, useDocument } from "../core/document";
import { useSpeech } from "../i18n";
import { Chevron, ChevronUp, Close, Search } from "../panels/glyphs";
import { close, show, step, useFind } from "./find";
import { useSearchText } from "./searchText";

export function FindBar() {
  const open = useFind((state) => state.open);
  return open ? <Bar /> : null;
}

/** Seeks in labels, settings, conditions and notes while one types; Enter goes on, Shift+Enter back. */
function Bar() {
  const { t, locale } = useSpeech();
  const query = useFind((state) => state.query);
  const hits = useFind((state) => state.hits);
  const at = useFind((state) => state.at);
  const nodes = useDocument((state) => state.journey?.nodes);
  const exits = useDocument((state) => state.journey?.exits);
  const textOf = useSearchText();
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is said of a node changes with the language only.
  const texts = useMemo(
    () =>
      nodes && exits
        ? flowOrder({ nodes, exits }).flatMap((id) => {
            const node = nodes[id];
            return node ? [{ id, text: plain(textOf(node)) }] : [];
          })
        : [],
    [nodes, exits, locale],
  );
  useEffect(() => {
    const words = plain(query).split(/\s+/).filter(Boolean);
    const found =
      words.length === 0 ? [] : texts.filter(({ text }) => words.every((word) => text.includes(word)));
    const next = found.map(({ id }) => id);
    const { at: before } = useFind.getState();
    const kept = before !== null && next.includes(before) ? before : null;
    useFind.setState({ hits: next, at: kept });
    if (kept === null && next[0]) show(next[0]);
  }, [query, texts]);
  const count =
    query.trim() === ""
      ? ""
      : t("find.count", { at: at === null ? 0 : hits.indexOf(at) + 1, count: hits.length });
  return (
    <search className="find" aria-label={t("find.title")}>
      <Search />
      <input
        // biome-ignore lint/a11y/noAutofocus: the search was asked for.
        autoFocus
        type="text"
        value={query}
        aria-label={t("find.title")}
        placeholder={t("find.hint")}
        onChange={(event) => useFind.setState({ query: event.target.value })}
        onKeyDown={(event) => {
          if (event.key === "Enter") step(event.shiftKey ? -1 : 1);
          else if (event.key === "Escape") close();
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      <output className="figures" data-testid="find-count">
        {count}
      </output>
      <button type="button" aria-label={t("action.findPrevious")} onClick={() => step(-1)}>
        <ChevronUp />
      </button>
      <button type="button" aria-label={t("action.findNext")} onClick={() => step(1)}>
        <Chevron />
      </button>
      <button type="button" aria-label={t("find.close")} onClick={close}>
        <Close />
      </button>
    </search>
  );
}

/** Without capitals and accents, so that “campana” finds “Campaña”. */
export const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase();
