import { ActionButton, Text } from "@react-spectrum/s2";
import Add from "@react-spectrum/s2/icons/Add";
import { useCallback, useEffect, useRef } from "react";
import { useDocument } from "../core/document";
import type { Problem } from "../core/types";
import { useSpeech } from "../i18n";
import { useNames } from "../panels/names";
import { PathCard } from "./PathCard";
import {
  evenly,
  expects,
  freshPath,
  mostPaths,
  type Path,
  type PathsOf,
  pathsIn,
  sharesOut,
  sumOf,
} from "./paths";
import { moved, Sortable } from "./Sortable";

interface PathsFieldProps {
  label: string;
  of: PathsOf;
  value: unknown;
  onChange: (value: Path[]) => void;
  on: "accounts" | "people";
  problems: Problem[];
}

/** The paths of a split, a card for each, dragged into their order; the first that matches from the top wins. */
export function PathsField({ label, of: given, value, onChange, on, problems }: PathsFieldProps) {
  const { t, number, percent } = useSpeech();
  const names = useNames();
  const kind = useDocument((state) => state.journey?.header.kind) ?? "account";
  const of = pathsIn(kind, given);
  const paths = Array.isArray(value) ? (value as Path[]) : [];
  const named = (path: Path | undefined) =>
    path ? names.exit({ path: path.id, label: path.label ?? null }) : "";
  // One callback for all cards and renders: typing in one card doesn't draw the other 24 anew.
  const present = useRef({ paths, onChange });
  useEffect(() => {
    present.current = { paths, onChange };
  });
  const change = useCallback((id: string, next: Path | null) => {
    const { paths, onChange } = present.current;
    onChange(paths.flatMap((path) => (path.id !== id ? [path] : next ? [next] : [])));
  }, []);
  const move = useCallback((id: string, by: 1 | -1) => {
    const { paths, onChange } = present.current;
    const from = paths.findIndex((path) => path.id === id);
    onChange(moved(paths, from, from + by));
  }, []);
  const sum = sumOf(paths, of);
  const least = sharesOut(of) ? 2 : 1;
  return (
    <fieldset className="group paths">
      <legend>{label}</legend>
      <Sortable
        ids={paths.map(({ id }) => id)}
        name={(id) => named(paths.find((path) => path.id === id))}
        onMove={(from, to) => onChange(moved(paths, from, to))}
      >
        {paths.map((path, index) => (
          <PathCard
            key={path.id}
            path={path}
            of={of}
            on={on}
            name={named(path)}
            number={index + 1}
            last={index === paths.length - 1}
            change={change}
            move={move}
            removable={paths.length > least}
            problems={problems}
          />
        ))}
      </Sortable>
      {sharesOut(of) ? (
        <div className="sum" data-wrong={sum !== 100 || undefined} data-testid="sum">
          <span className="figures">{t("paths.sum", { sum: number(sum) })}</span>
          <ActionButton size="S" isQuiet onPress={() => onChange(evenly(paths))}>
            {t("paths.evenly")}
          </ActionButton>
        </div>
      ) : expects(of) ? (
        <p className="sum figures" data-wrong={sum > 1 || undefined} data-testid="sum">
          {t(of === "share" ? "paths.shares" : "paths.returned", {
            sum: percent(sum, 1),
            rest: percent(Math.max(0, 1 - sum), 1),
          })}
        </p>
      ) : null}
      <ActionButton
        size="S"
        isDisabled={paths.length >= mostPaths(of)}
        onPress={() => onChange([...paths, freshPath(of, paths, t("paths.new"))])}
        data-testid="add-path"
      >
        <Add />
        <Text>{t("paths.add")}</Text>
      </ActionButton>
      {paths.length >= mostPaths(of) ? (
        <p className="hint">{t("paths.most", { most: mostPaths(of) })}</p>
      ) : null}
    </fieldset>
  );
}
