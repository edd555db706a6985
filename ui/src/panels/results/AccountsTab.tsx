import { ActionButton, Menu, MenuItem, MenuTrigger, SearchField, Text } from "@react-spectrum/s2";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef, useState } from "react";
import { showBehind, tell, turnTo, useBehind } from "../../core/behind";
import { useDocument } from "../../core/document";
import { useResults } from "../../core/results";
import type { AccountLine, AccountsBehind, SheetForm, SheetOf } from "../../core/types";
import { useWindow } from "../../core/window";
import { useCopy, useGive } from "../../data/give";
import { useSpeech } from "../../i18n";
import { useNames } from "../names";
import { useBehindWords } from "./behindWords";
import { Story } from "./Story";

/** The accounts behind the number that was clicked, and the story of one of them. */
export function AccountsTab() {
  const { t } = useSpeech();
  const words = useBehindWords();
  const { asked, answer, account } = useBehind();
  // Without a number all accounts are meant.
  useEffect(() => {
    if (!useBehind.getState().asked) void showBehind({ what: "all" });
  }, []);
  if (!asked) return null;
  const title = words(asked.behind);
  return (
    <div className="accounts" data-story={account !== null || undefined}>
      <section className="accounts-list" aria-label={title}>
        <div className="accounts-head">
          <p>
            <b data-testid="behind">{title}</b> {answer ? <Count answer={answer} /> : null}
          </p>
          {answer ? <Replications /> : null}
          <div className="accounts-tools">
            {answer ? <Pages answer={answer} /> : null}
            <Search key={`${asked.run} ${title}`} />
            {asked.behind.what === "all" ? null : (
              <ActionButton size="S" onPress={() => void showBehind({ what: "all" })}>
                {t("behind.all")}
              </ActionButton>
            )}
            {answer && answer.accounts.length > 0 ? <Give /> : null}
          </div>
        </div>
        {!answer ? (
          <p className="hint">{t("behind.wait")}</p>
        ) : answer.found === 0 ? (
          <p className="hint" data-testid="behind-none">
            {t(answer.count === 0 ? "behind.none" : "behind.notFound")}
          </p>
        ) : (
          <List key={answer.from} accounts={answer.accounts} />
        )}
      </section>
      {account === null ? null : <Story key={account} />}
    </div>
  );
}

/** How many replications what is looked at has; Live has one. */
function useReplications(): number {
  const live = useBehind(({ asked }) => asked?.run === null);
  const of = useResults(({ view }) => view?.report.replications) ?? 1;
  return live ? 1 : of;
}

/** How many there are, and of which replication; accounts fare differently in each. */
function Count({ answer }: { answer: AccountsBehind }) {
  const { t, number } = useSpeech();
  const live = useBehind(({ asked }) => asked?.run === null);
  const replication = useBehind(({ page }) => page.replication) + 1;
  const several = useReplications() > 1;
  const counts = { count: number(answer.count), of: number(answer.of) };
  const id = live ? "behind.countLive" : several ? "behind.count" : "behind.countOne";
  return <span data-testid="behind-count">{t(id, several ? { ...counts, replication } : counts)}</span>;
}

/** Leads from one replication to the next. */
function Replications() {
  const { t } = useSpeech();
  const replication = useBehind(({ page }) => page.replication);
  const of = useReplications();
  if (of === 1) return null;
  return (
    <Turn
      back={t("behind.replicationBefore")}
      on={t("behind.replicationNext")}
      at={replication}
      last={of - 1}
      turn={(at) => void turnTo({ replication: at })}
      testid="replication"
    />
  );
}

/** Leads through lists that are longer than a page. */
function Pages({ answer: { from, found, perPage, accounts } }: { answer: AccountsBehind }) {
  const { t, number } = useSpeech();
  if (found <= perPage) return null;
  const until = from + accounts.length;
  return (
    <span className="accounts-pages">
      <span data-testid="behind-page">
        {t("behind.page", { from: number(from + 1), until: number(until), of: number(found) })}
      </span>
      <Turn
        back={t("behind.pageBefore")}
        on={t("behind.pageNext")}
        at={from}
        last={found - 1}
        step={perPage}
        turn={(at) => void turnTo({ from: at })}
        testid="page"
      />
    </span>
  );
}

interface TurnProps {
  back: string;
  on: string;
  at: number;
  last: number;
  step?: number;
  turn: (at: number) => void;
  testid: string;
}

/** To the one before and to the next one. */
function Turn({ back, on, at, last, step = 1, turn, testid }: TurnProps) {
  return (
    <span className="turn">
      <button
        type="button"
        aria-label={back}
        title={back}
        disabled={at === 0}
        data-testid={`${testid}-before`}
        onClick={() => turn(Math.max(0, at - step))}
      >
        ‹
      </button>
      <button
        type="button"
        aria-label={on}
        title={on}
        disabled={at + step > last}
        data-testid={`${testid}-next`}
        onClick={() => turn(at + step)}
      >
        ›
      </button>
    </span>
  );
}

/** Looks by name among all, not only among those that are listed. */
function Search() {
  const { t } = useSpeech();
  const [typed, setTyped] = useState("");
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return (
    <SearchField
      size="S"
      aria-label={t("behind.search")}
      placeholder={t("behind.search")}
      value={typed}
      onChange={(search) => {
        setTyped(search);
        clearTimeout(timer.current);
        timer.current = setTimeout(() => void turnTo({ search }), 150);
      }}
    />
  );
}

/** All accounts that are found, whatever page is shown: as a file, or on the clipboard. */
function Give() {
  const { t } = useSpeech();
  const give = useGive();
  const copy = useCopy();
  const { asked, page } = useBehind();
  if (!asked) return null;
  const sheet: SheetOf = { of: "accounts", ...asked, page };
  return (
    <MenuTrigger>
      <ActionButton size="S" data-testid="give-accounts">
        <Text>{t("data.export")}</Text>
      </ActionButton>
      <Menu onAction={(key) => (key === "copy" ? copy(sheet) : give(sheet, key as SheetForm))}>
        <MenuItem id="csv">{t("behind.giveCsv")}</MenuItem>
        <MenuItem id="xlsx">{t("behind.giveXlsx")}</MenuItem>
        <MenuItem id="copy">{t("behind.copy")}</MenuItem>
      </Menu>
    </MenuTrigger>
  );
}

/** Where an account is, in words. */
function useWhere(): (line: AccountLine) => string {
  const { t } = useSpeech();
  const names = useNames();
  const nodes = useDocument((state) => state.journey?.nodes);
  return ({ here, entries }) => {
    if (here === null) return t(entries > 0 ? "behind.ended" : "behind.never");
    const node = nodes?.[here];
    return node ? names.node(node) : here;
  };
}

const height = 34;

/** A list of any length: one stop of the keyboard, arrows move, Enter tells the story. */
function List({ accounts }: { accounts: AccountLine[] }) {
  const { t, score, money } = useSpeech();
  const where = useWhere();
  const currency = useWindow((state) => state.start?.scenario.costs?.currency) ?? "EUR";
  const chosen = useBehind((state) => state.account);
  const box = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const at = Math.min(active, accounts.length - 1);
  const virtual = useVirtualizer({
    count: accounts.length,
    getScrollElement: () => box.current,
    estimateSize: () => height,
    overscan: 10,
  });
  const steps: Record<string, number> = {
    ArrowDown: 1,
    ArrowUp: -1,
    PageDown: 8,
    PageUp: -8,
    Home: -1e9,
    End: 1e9,
  };
  return (
    <div className="grid accounts-grid" ref={box}>
      <div className="accounts-row accounts-titles" aria-hidden="true">
        <span>{t("behind.account")}</span>
        <span>{t("behind.here")}</span>
        <span className="n">{t("fill.completeness")}</span>
        <span className="n">{t("behind.ready")}</span>
        <span>{t("behind.missing")}</span>
        <span className="n">{t("cost.amount")}</span>
      </div>
      <div
        role="listbox"
        tabIndex={0}
        className="accounts-rows"
        data-testid="accounts"
        aria-label={t("behind.list")}
        aria-activedescendant={`account-${at}`}
        style={{ height: virtual.getTotalSize() }}
        onKeyDown={(event) => {
          const step = steps[event.key];
          if (step !== undefined) {
            event.preventDefault();
            const next = Math.min(Math.max(at + step, 0), accounts.length - 1);
            setActive(next);
            virtual.scrollToIndex(next);
          } else if (event.key === "Enter" || event.key === " ") {
            event.preventDefault();
            const line = accounts[at];
            if (line) void tell(line.account);
          }
        }}
      >
        {virtual.getVirtualItems().map(({ index, key, start }) => {
          const line = accounts[index];
          if (!line) return null;
          const missing = line.groups.flatMap((group) => group.missing);
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the list takes the keys for its options.
            <div
              key={key}
              id={`account-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={line.account === chosen}
              className="accounts-row"
              data-active={index === at || undefined}
              data-account={line.account}
              style={{ transform: `translateY(${start}px)`, height }}
              onClick={() => {
                setActive(index);
                void tell(line.account);
              }}
            >
              <span title={line.account}>
                <b>{line.name}</b> <small>{t("behind.peopleShort", { count: line.people })}</small>
              </span>
              <span>{where(line)}</span>
              <span className="n">
                {line.groups.map(({ completeness }) => score(completeness)).join(" · ") || "–"}
              </span>
              <span className="n">
                {line.groups
                  .map(({ readyDay }) => (readyDay === null ? "–" : t("day.at", { day: readyDay })))
                  .join(" · ")}
              </span>
              <span title={missing.map(({ role, cause }) => `${role}: ${t(`why.${cause}`)}`).join("\n")}>
                {missing.map(({ role }) => role).join(", ")}
              </span>
              <span className="n">{money(line.cost, currency)}</span>
            </div>
          );
        })}
      </div>
    </div>
  );
}
