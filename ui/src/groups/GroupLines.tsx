import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, useRef } from "react";
import type { GroupLine, GroupOrder } from "../core/types";
import { useWindow } from "../core/window";
import { useSpeech } from "../i18n";
import { useNames } from "../panels/names";
import { lookAt, useGroups } from "./store";

const height = 44;
const columns: { by: GroupOrder; number?: boolean }[] = [
  { by: "account" },
  { by: "completeness" },
  { by: "engagement", number: true },
  { by: "stage" },
  { by: "members", number: true },
  { by: "missing" },
];

/** One stop of the keyboard: arrows move, Enter opens. */
export function GroupLines({
  found,
  line,
}: {
  found: number;
  line: (index: number) => GroupLine | undefined;
}) {
  const { t, number, score } = useSpeech();
  const names = useNames();
  const box = useRef<HTMLDivElement>(null);
  const open = useGroups((state) => state.open);
  const sort = useGroups((state) => state.looking.sort);
  const several = (useWindow((state) => state.start?.references.solutionInterest.length) ?? 0) > 1;
  const active = useRef(0);
  const virtual = useVirtualizer({
    count: found,
    getScrollElement: () => box.current,
    estimateSize: () => height,
    overscan: 10,
  });
  const choose = (index: number) => {
    const at = line(index);
    active.current = index;
    if (at) useGroups.setState({ open: { interest: at.solutionInterest, account: at.account } });
  };
  const keys = (event: KeyboardEvent) => {
    if ((event.target as Element).closest("button")) return;
    const steps: Record<string, number> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: 10,
      PageUp: -10,
      Home: -found,
      End: found,
    };
    const step = steps[event.key];
    if (step === undefined && event.key !== "Enter") return;
    event.preventDefault();
    const next = Math.min(Math.max(active.current + (step ?? 0), 0), found - 1);
    virtual.scrollToIndex(next);
    choose(next);
  };
  return (
    <div
      ref={box}
      className="grid group-grid"
      role="grid"
      tabIndex={0}
      aria-label={t("section.list")}
      aria-rowcount={found + 1}
      onKeyDown={keys}
      data-testid="group-lines"
    >
      <div className="grid-head group-columns" role="row" aria-rowindex={1}>
        {columns.map(({ by, number: right }) => {
          const mine = sort?.by === by ? sort : null;
          const next = !mine
            ? { by, descending: by !== "account" }
            : mine.descending === (by !== "account")
              ? { by, descending: by === "account" }
              : null;
          return (
            <div
              key={by}
              role="columnheader"
              className="grid-cell grid-header"
              data-number={right || undefined}
              aria-sort={mine ? (mine.descending ? "descending" : "ascending") : "none"}
            >
              <button
                type="button"
                title={t("data.sortBy", { column: t(`groups.column.${by}`) })}
                onClick={() => lookAt({ sort: next })}
              >
                <span>{t(`groups.column.${by}`)}</span>
                <span aria-hidden="true">{mine ? (mine.descending ? "↓" : "↑") : ""}</span>
              </button>
            </div>
          );
        })}
      </div>
      <div role="rowgroup" style={{ height: virtual.getTotalSize(), position: "relative" }}>
        {virtual.getVirtualItems().map((item) => {
          const at = line(item.index);
          const mine = at && open?.interest === at.solutionInterest && open.account === at.account;
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the grid hears the keys.
            <div
              key={item.key}
              className="grid-row group-columns group-row"
              role="row"
              aria-rowindex={item.index + 2}
              aria-selected={mine ?? false}
              tabIndex={-1}
              style={{ transform: `translateY(${item.start}px)`, height }}
              onClick={() => choose(item.index)}
            >
              <div role="gridcell" className="grid-cell" title={at?.name}>
                <b>{at?.name ?? "…"}</b>
                {several && at ? (
                  <small>{names.reference("solutionInterest", at.solutionInterest)}</small>
                ) : null}
              </div>
              <div role="gridcell" className="grid-cell">
                {at ? (
                  <span className="score figures">
                    <span className="score-track" aria-hidden="true">
                      <span style={{ width: `${at.completeness}%` }} data-ready={at.ready || undefined} />
                    </span>
                    {score(at.completeness)}
                  </span>
                ) : null}
              </div>
              <div role="gridcell" className="grid-cell figures" data-number>
                {at ? number(at.engagement) : ""}
              </div>
              <div role="gridcell" className="grid-cell">
                {at?.stage ? names.reference("stage", at.stage) : at ? "–" : ""}
              </div>
              <div role="gridcell" className="grid-cell figures" data-number>
                {at ? number(at.members) : ""}
              </div>
              <div role="gridcell" className="grid-cell" title={at && lacking(at)}>
                {at ? lacking(at) || <span className="chip group-whole">{t("groups.whole")}</span> : ""}
              </div>
            </div>
          );
        })}
      </div>
    </div>
  );
}

const lacking = ({ missing }: GroupLine) =>
  missing.map((role) => (role.missing > 1 ? `${role.role} (${role.missing})` : role.role)).join(", ");
