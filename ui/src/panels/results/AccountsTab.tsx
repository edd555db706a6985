import { ActionButton, SearchField } from "@react-spectrum/s2";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useMemo, useRef, useState } from "react";
import { type Cells, giveTable } from "../../charts/save";
import { showBehind, tell, useBehind } from "../../core/behind";
import { useDocument } from "../../core/document";
import type { AccountLine } from "../../core/types";
import { useWindow } from "../../core/window";
import { useSpeech } from "../../i18n";
import { useNames } from "../names";
import { useBehindWords } from "./behindWords";
import { Story } from "./Story";

/** The accounts behind the number that was clicked, and the story of one of them. */
export function AccountsTab() {
  const { t, number } = useSpeech();
  const words = useBehindWords();
  const { asked, answer, account } = useBehind();
  const [search, setSearch] = useState("");
  // Without a number all accounts are meant.
  useEffect(() => {
    if (!useBehind.getState().asked) void showBehind({ what: "all" });
  }, []);
  const cells = useCells(answer?.accounts ?? none);
  const shown = useMemo(() => {
    const wanted = search.trim().toLowerCase();
    return (answer?.accounts ?? none).filter(
      ({ name, account }) => !wanted || `${name} ${account}`.toLowerCase().includes(wanted),
    );
  }, [answer, search]);
  if (!asked) return null;
  const title = words(asked.behind);
  return (
    <div className="accounts" data-story={account !== null || undefined}>
      <section className="accounts-list" aria-label={title}>
        <div className="accounts-head">
          <p>
            <b data-testid="behind">{title}</b>{" "}
            {answer ? (
              <span data-testid="behind-count">
                {t(asked.run === null ? "behind.countLive" : "behind.count", {
                  count: number(answer.count),
                  of: number(answer.of),
                })}
                {answer.accounts.length < answer.count
                  ? ` ${t("behind.first", { count: number(answer.accounts.length) })}`
                  : ""}
              </span>
            ) : null}
          </p>
          <SearchField
            size="S"
            aria-label={t("behind.search")}
            placeholder={t("behind.search")}
            value={search}
            onChange={setSearch}
          />
          {asked.behind.what === "all" ? null : (
            <ActionButton size="S" onPress={() => void showBehind({ what: "all" })}>
              {t("behind.all")}
            </ActionButton>
          )}
          {answer && answer.accounts.length > 0 ? (
            <ActionButton size="S" onPress={() => void giveTable(title, cells)}>
              CSV
            </ActionButton>
          ) : null}
        </div>
        {!answer ? (
          <p className="hint">{t("behind.wait")}</p>
        ) : shown.length === 0 ? (
          <p className="hint" data-testid="behind-none">
            {t(answer.count === 0 ? "behind.none" : "behind.notFound")}
          </p>
        ) : (
          <List accounts={shown} />
        )}
      </section>
      {account === null ? null : <Story key={account} />}
    </div>
  );
}

const none: AccountLine[] = [];

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

function useCells(accounts: AccountLine[]): Cells {
  const { t } = useSpeech();
  const where = useWhere();
  return [
    [
      t("behind.account"),
      t("behind.key"),
      t("behind.people"),
      t("behind.here"),
      t("fill.completeness"),
      t("behind.ready"),
      t("roles.missing"),
      t("cost.amount"),
    ],
    ...accounts.map((line) => [
      line.name,
      line.account,
      line.people,
      where(line),
      line.groups.map(({ completeness }) => completeness.toFixed(1)).join("; "),
      line.groups.map(({ readyDay }) => readyDay ?? "").join("; "),
      line.groups.flatMap(({ missing }) => missing.map(({ role }) => role)).join("; "),
      line.cost,
    ]),
  ];
}

const height = 34;

/** A list of any length: one stop of the keyboard, arrows move, Enter tells the story. */
function List({ accounts }: { accounts: AccountLine[] }) {
  const { t, number, money } = useSpeech();
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
                {line.groups.map(({ completeness }) => `${number(completeness)}\u202f%`).join(" · ") || "–"}
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
