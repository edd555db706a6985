import { Button } from "@react-spectrum/s2";
import { useEffect, useState } from "react";
import * as api from "../core/api";
import { complain } from "../core/failures";
import { useTables } from "../core/tables";
import type { Calibration, ScoreReferences } from "../core/types";
import { editWorkspace } from "../core/workspace";
import { useSpeech } from "../i18n";

/** The values that the data at hand would have score 100, and how its people lie below them. */
export function Calibrate({ references }: { references: ScoreReferences }) {
  const { t, number } = useSpeech();
  const edition = useTables((state) => state.edition);
  const [found, setFound] = useState<Calibration | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other tables have other values.
  useEffect(() => {
    let wanted = true;
    api.calibration().then((calibration) => wanted && setFound(calibration), complain);
    return () => {
      wanted = false;
    };
  }, [edition]);
  if (!found) return null;
  const { person, group, people, active } = found;
  if (person === null) return <p className="hint calibrate">{t("calibrate.nothing")}</p>;
  const round = (value: number) => Math.round(value * 100) / 100;
  const next = { person: round(person), ...(group === null ? {} : { group: round(group) }) };
  const same = references.person === next.person && (group === null || references.group === next.group);
  const most = Math.max(1, ...people);
  return (
    <div className="calibrate" data-testid="calibrate">
      <p className="figures">
        {t("calibrate.found", { person: number(person, 2), group: number(group, 2), people: number(active) })}
      </p>
      <div
        className="calibrate-bars"
        role="img"
        aria-label={t("calibrate.shape", { counts: people.map((count) => number(count)).join(", ") })}
      >
        {people.map((count, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the tenths never move.
          <span key={place} style={{ height: `${(count / most) * 100}%` }} title={number(count)} />
        ))}
      </div>
      <div className="calibrate-axis figures" aria-hidden="true">
        <span>0</span>
        <span>{number(person, 1)}</span>
      </div>
      <Button
        size="S"
        variant="secondary"
        isDisabled={same}
        data-testid="calibrate-go"
        onPress={() => void editWorkspace({ do: "setScoreReferences", references: next })}
      >
        {t("calibrate.go")}
      </Button>
    </div>
  );
}
