import { ActionButton, Button, Checkbox, NumberField, Picker, PickerItem } from "@react-spectrum/s2";
import CloseIcon from "@react-spectrum/s2/icons/Close";
import { Heading } from "react-aria-components";
import { useDocument } from "../core/document";
import type { Candidates, Intent, Ranked, Vary } from "../core/types";
import { useWindow } from "../core/window";
import { useEventTypes } from "../forms/eventTypes";
import { useSpeech } from "../i18n";
import { LargeDialog } from "../panels/LargeDialog";
import { useNames } from "../panels/names";
import { figures, pathOf, useFigureWords } from "./figures";
import { apply, choose, closeSearch, type Offer, runSearch, searching, useSearch } from "./search";
import { Working } from "./Working";

/** Looks for a better journey: what may vary, what is wanted, and the candidates with how sure they are. */
export function SearchDialog() {
  const open = useSearch((state) => state.open);
  if (!open) return null;
  return (
    <LargeDialog id="search-better" close={closeSearch}>
      <Body />
    </LargeDialog>
  );
}

function Body() {
  const { t } = useSpeech();
  const { running, answer } = searching.use();
  const { choices, count } = useSearch();
  const many = count !== null && count.count > count.most;
  const some = choices.some(({ on }) => on);
  return (
    <>
      <div className="compare-head">
        <Heading slot="title" id="search-better-title">
          {t("search.title")}
        </Heading>
        <span className="space" />
        {running ? (
          <Working running={running} cancel={() => void searching.cancel()} />
        ) : (
          <>
            <span className="search-count" data-testid="combinations">
              {count === null || !some
                ? null
                : t(many ? "search.tooMany" : "search.combinations", {
                    count: count.count,
                    most: count.most,
                  })}
            </span>
            <Button
              size="S"
              variant="accent"
              isDisabled={!some || count === null || many}
              onPress={() => void runSearch()}
              data-testid="run-search"
            >
              {t("search.go")}
            </Button>
          </>
        )}
        <ActionButton isQuiet size="S" aria-label={t("search.close")} onPress={closeSearch}>
          <CloseIcon />
        </ActionButton>
      </div>
      <div className="search-body">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls takes the keys. */}
        <section className="search-form scroll" tabIndex={0} aria-label={t("search.form")}>
          <Wanted />
          <h3>{t("search.vary")}</h3>
          <p className="hint">{t("search.measure")}</p>
          {choices.length === 0 ? <p className="hint">{t("search.nothing")}</p> : null}
          {choices.map((choice, at) => (
            <Varying key={choice.id} choice={choice} at={at} />
          ))}
        </section>
        {answer ? <Found found={answer} /> : <p className="hint search-hint">{t("search.hint")}</p>}
      </div>
    </>
  );
}

function Wanted() {
  const { t } = useSpeech();
  const words = useFigureWords();
  const interests = useWindow((state) => state.start?.references.solutionInterest) ?? [];
  const { figure, aim, budget, difference, confidence } = useSearch();
  const paths = figures.flatMap(({ key, ofInterest }) =>
    ofInterest ? interests.map(({ id }) => pathOf(key, id)) : [key],
  );
  return (
    <div className="search-wanted">
      <Picker
        size="S"
        label={t("search.aim")}
        selectedKey={aim}
        onSelectionChange={(key) => useSearch.setState({ aim: key as "most" | "least" })}
      >
        <PickerItem id="most">{t("search.most")}</PickerItem>
        <PickerItem id="least">{t("search.least")}</PickerItem>
      </Picker>
      <Picker
        size="S"
        label={t("search.figure")}
        selectedKey={figure}
        onSelectionChange={(key) => useSearch.setState({ figure: String(key) })}
      >
        {paths.map((path) => (
          <PickerItem key={path} id={path}>
            {words.name(path)}
          </PickerItem>
        ))}
      </Picker>
      <NumberField
        size="S"
        label={t("search.budget")}
        minValue={0}
        value={budget ?? Number.NaN}
        formatOptions={{ style: "currency", currency: words.currency }}
        onChange={(value) => useSearch.setState({ budget: Number.isFinite(value) ? value : null })}
      />
      <NumberField
        size="S"
        label={t("search.difference")}
        minValue={0.001}
        value={difference}
        formatOptions={{ maximumFractionDigits: 3 }}
        onChange={(value) => useSearch.setState({ difference: Number.isFinite(value) ? value : 2 })}
      />
      <NumberField
        size="S"
        label={t("search.confidence")}
        minValue={0.6}
        maxValue={0.99}
        step={0.01}
        value={confidence}
        formatOptions={{ style: "percent" }}
        onChange={(value) => useSearch.setState({ confidence: value })}
      />
    </div>
  );
}

function useChoiceWords() {
  const { t, number, date } = useSpeech();
  const names = useNames();
  const events = useEventTypes();
  const nodes = useDocument((state) => state.journey?.nodes);
  const step = (id: string | undefined) => {
    const node = id ? nodes?.[id] : undefined;
    return node ? names.node(node) : (id ?? "");
  };
  const value = ({ unit }: Offer, count: number) =>
    unit ? t(`search.unit.${unit as "days"}`, { count }) : t("search.points", { count: number(count) });
  const title = ({ what, of, nodes: [first, second] }: Offer) =>
    what === "order"
      ? t("search.order", { first: step(first), second: step(second) })
      : t(`search.${what}`, { step: step(first), of: events.find(({ id }) => id === of)?.name ?? of ?? "" });
  /** Settings that change together: a date, or the percentages of paths. */
  const option = ({ what }: Offer, values: Record<string, unknown>) => {
    const said = Object.values(values).map(String);
    return what === "shares" ? said.map((share) => `${share} %`).join(" / ") : date(said[0] ?? "");
  };
  /** What it is at present; null where that is not one value. */
  const now = (offer: Offer): string | null => {
    if (offer.now !== null) return value(offer, offer.now);
    const node = nodes?.[offer.nodes[0] ?? ""];
    const place = dateAt(offer);
    return node && place ? date(String(at(node, place))) : null;
  };
  return { step, value, title, option, now };
}

function Varying({ choice, at }: { choice: Offer; at: number }) {
  const { t, list } = useSpeech();
  const words = useChoiceWords();
  const { vary } = choice;
  const now = words.now(choice);
  const change = (more: Partial<Offer>) =>
    choose(useSearch.getState().choices.map((of, place) => (place === at ? { ...of, ...more } : of)));
  const field = (of: NumberVary, key: "from" | "to" | "step") => (
    <NumberField
      size="S"
      label={t(`search.${key}`)}
      minValue={key === "step" ? 1 : 0}
      value={of[key]}
      onChange={(value) => Number.isFinite(value) && change({ vary: { number: { ...of, [key]: value } } })}
    />
  );
  return (
    <div className="search-vary" data-choice-of={choice.id}>
      <Checkbox size="S" isSelected={choice.on} onChange={(on) => change({ on })}>
        {words.title(choice)}
        {now === null ? "" : ` (${t("search.now", { value: now })})`}
      </Checkbox>
      {!choice.on ? null : "number" in vary ? (
        <div className="search-range">
          {field(vary.number, "from")}
          {field(vary.number, "to")}
          {field(vary.number, "step")}
        </div>
      ) : "options" in vary ? (
        <small>
          {t("search.tried", {
            options: list(vary.options.options.map((option) => words.option(choice, option))),
          })}
        </small>
      ) : "place" in vary ? (
        <small>{t("search.places", { steps: list(vary.place.behind.map(words.step)) })}</small>
      ) : null}
    </div>
  );
}

/** Where the date stands that may be another one. */
function dateAt({ what, vary }: Offer): string | undefined {
  const dates = (what === "until" || what === "timeoutAt") && "options" in vary;
  return dates ? Object.keys(vary.options.options[0] ?? {})[0] : undefined;
}

type NumberVary = Extract<Vary, { number: unknown }>["number"];

/** What a candidate does otherwise, in words. */
function useChangeWords() {
  const { t } = useSpeech();
  const words = useChoiceWords();
  const choices = useSearch((state) => state.choices);
  return (intents: Intent[]): string[] => {
    const set = (id: string | undefined) =>
      intents.flatMap((intent) => (intent.do === "set" && intent.node.id === id ? [intent.node] : []))[0];
    const leads = (from: string | undefined, to: string | undefined) =>
      intents.some((intent) => intent.do === "connect" && intent.from === from && intent.to === to);
    const change = (choice: Offer): string | undefined => {
      const { vary } = choice;
      const [first, second] = choice.nodes;
      const node = set(first);
      if ("swap" in vary)
        return leads(second, first)
          ? t("search.swapped", { first: words.step(first), second: words.step(second) })
          : undefined;
      if ("place" in vary) {
        const behind = vary.place.behind.find((id) => leads(id, first));
        return behind && t("search.placed", { step: words.step(first), behind: words.step(behind) });
      }
      if (!node) return undefined;
      if ("options" in vary) {
        const [pointers = {}] = vary.options.options;
        const now = Object.fromEntries(Object.keys(pointers).map((pointer) => [pointer, at(node, pointer)]));
        return `${words.title(choice)}: ${words.option(choice, now)}`;
      }
      const value = at(node, vary.number.at);
      return typeof value === "number" && value !== choice.now
        ? `${words.title(choice)}: ${words.value(choice, value)}`
        : undefined;
    };
    return choices.filter(({ on }) => on).flatMap((choice) => change(choice) ?? []);
  };
}

function at(node: object, pointer: string): unknown {
  let value: unknown = node;
  for (const key of pointer.split("/").slice(1))
    value = (value as Record<string, unknown> | undefined)?.[key];
  return value;
}

function Found({ found }: { found: Candidates }) {
  const { t, percent } = useSpeech();
  const words = useFigureWords();
  const changes = useChangeWords();
  const unit = words.unitOf(found.figure);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls takes the keys.
    <section className="search-found scroll" tabIndex={0} aria-label={t("search.found")}>
      <p className="search-sentence" data-testid="search-sentence">
        {found.decided
          ? t("search.decided", {
              confidence: percent(found.confidence),
              difference: words.value(unit, found.difference),
            })
          : t("search.undecided")}
      </p>
      <table className="table figures" data-testid="candidates">
        <thead>
          <tr>
            <th scope="col">{t("search.candidate")}</th>
            <th scope="col">{t("search.standing")}</th>
            <th scope="col" className="n">
              {words.name(found.figure)}
            </th>
            <th scope="col" className="n">
              {t("cost.interval")}
            </th>
            <th scope="col" className="n">
              {t("cost.amount")}
            </th>
            <th scope="col" className="n">
              {t("search.replications")}
            </th>
            <th scope="col">
              <span className="unseen">{t("search.apply")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {found.candidates.map((candidate) => (
            <Line
              key={candidate.changes.join(" ")}
              candidate={candidate}
              words={words}
              unit={unit}
              changes={changes(candidate.intents)}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface LineProps {
  candidate: Ranked;
  words: ReturnType<typeof useFigureWords>;
  unit: ReturnType<ReturnType<typeof useFigureWords>["unitOf"]>;
  changes: string[];
}

function Line({ candidate, words, unit, changes }: LineProps) {
  const { t, number } = useSpeech();
  const { standing, figure, cost, replications, intents } = candidate;
  const as = intents.length === 0;
  return (
    <tr data-standing={standing}>
      <th scope="row">{as ? t("search.asItIs") : changes.join("; ") || candidate.changes.join("; ")}</th>
      <td>
        <span className="chip" data-standing={standing}>
          {t(`search.standing.${standing}`)}
        </span>
      </td>
      <td className="n">{words.value(unit, figure.mean)}</td>
      <td className="n">
        {figure.low === null
          ? "–"
          : t("figure.interval", {
              low: words.value(unit, figure.low),
              high: words.value(unit, figure.high),
            })}
      </td>
      <td className="n">{words.value("money", cost.mean)}</td>
      <td className="n">{number(replications)}</td>
      <td>
        {as || standing === "blocked" ? null : (
          <ActionButton size="S" onPress={() => void apply(candidate)} data-testid="apply-candidate">
            {t("search.apply")}
          </ActionButton>
        )}
      </td>
    </tr>
  );
}
