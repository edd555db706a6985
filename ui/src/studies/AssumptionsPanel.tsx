import { ActionButton, Button, NumberField, Slider } from "@react-spectrum/s2";
import { useEffect, useState } from "react";
import { useLive } from "../core/live";
import type { Assumption, Measured, Preset, Unit } from "../core/types";
import { useWindow } from "../core/window";
import { type Speech, useSpeech } from "../i18n";
import { LiveWords } from "../panels/results/LiveTab";
import { assume, assumePreset, readAssumptions, useAssumptions } from "./assumptions";
import { Head } from "./Head";
import { Scenarios } from "./Scenarios";

const presets: Preset[] = ["cautious", "base", "optimistic"];

/** Every number that runs assume: what it means, what it is, what it usually is and where that is from. */
export function AssumptionsPanel() {
  const { t } = useSpeech();
  const { assumptions, measured } = useAssumptions();
  const live = useLive((state) => state.on);
  useEffect(() => void readAssumptions(), []);
  const found = new Map(measured.map((of) => [of.assumption, of]));
  const groups = grouped(assumptions);
  return (
    <>
      <Head title={t("assumptions.title")} />
      <p className="hint">{t("assumptions.hint")}</p>
      {live ? (
        <p className="assumptions-live">
          <LiveWords />
        </p>
      ) : null}
      <Scenarios />
      <fieldset className="presets">
        <legend className="unseen">{t("assumptions.presets")}</legend>
        {presets.map((preset) => (
          <ActionButton
            key={preset}
            size="S"
            onPress={() => void assumePreset(preset)}
            data-testid={`preset-${preset}`}
          >
            {t(`assumptions.preset.${preset}`)}
          </ActionButton>
        ))}
      </fieldset>
      {measured.length > 0 ? <FromData measured={measured} /> : null}
      {groups.map(({ id, rows }) => (
        <section key={id} className="assumptions" aria-label={t(`assumptions.group.${id}`)}>
          <h3>{t(`assumptions.group.${id}`)}</h3>
          {rows.map((assumption) => (
            <Row key={assumption.path} assumption={assumption} measured={found.get(assumption.path)} />
          ))}
        </section>
      ))}
    </>
  );
}

type GroupId = "email" | "messages" | "afterClick" | "web" | "ads" | "own" | "costs";

function groupOf(path: string): GroupId {
  if (path.startsWith("costs.")) return "costs";
  if (path.startsWith("behaviour.custom") || path.startsWith("behaviour.byRole")) return "own";
  const [, area] = path.split(".");
  return area === "sms" || area === "whatsapp" ? "messages" : (area as GroupId);
}

function grouped(assumptions: Assumption[]) {
  const order: GroupId[] = ["email", "messages", "afterClick", "web", "ads", "own", "costs"];
  return order
    .map((id) => ({ id, rows: assumptions.filter(({ path }) => groupOf(path) === id) }))
    .filter(({ rows }) => rows.length > 0);
}

/** Rates that the activities at hand show. */
function FromData({ measured }: { measured: Measured[] }) {
  const { t } = useSpeech();
  const all = () =>
    void assume(Object.fromEntries(measured.map(({ assumption, mean }) => [assumption, mean])));
  return (
    <p className="hint from-data">
      {t("assumptions.measured", { count: measured.length })}{" "}
      <Button size="S" variant="secondary" onPress={all} data-testid="calibrate">
        {t("assumptions.takeAll")}
      </Button>
    </p>
  );
}

/** A number with its unit, in words. */
export function valueWords(speech: Speech, unit: Unit, value: number, currency: string): string {
  switch (unit) {
    case "share":
      return speech.percent(value, 2);
    case "price":
      return speech.money(value, currency);
    case "minutes":
      return speech.t("assumptions.minutes", { value: speech.number(value, 1) });
    default:
      return speech.number(value, 4);
  }
}

function Row({ assumption, measured }: { assumption: Assumption; measured: Measured | undefined }) {
  const speech = useSpeech();
  const { t, text } = speech;
  const currency = useWindow((state) => state.start?.scenario.costs?.currency) ?? "EUR";
  const { path, unit, value, low, high } = assumption;
  const [moved, setMoved] = useState<number | null>(null);
  const meaning = text(assumption.meaning);
  const name = groupOf(path) === "own" ? `${meaning}: ${path.split(".").slice(-2).join(" ")}` : meaning;
  const shown = moved ?? value;
  const [from, most] = [Math.min(low, value), Math.max(high, value)];
  // Steps of a round number, counted from one, so that round values stay what they are.
  const step = 10 ** Math.floor(Math.log10((most - from || 1) / 100));
  const least = Math.floor(from / step + 1e-9) * step;
  const put = (next: number) => {
    setMoved(null);
    if (Number.isFinite(next) && next !== value) void assume({ [path]: next });
  };
  const format = formatOf(unit, currency);
  return (
    <div className="assumption" data-assumption={path}>
      <Slider
        label={name}
        size="S"
        minValue={least}
        maxValue={most > least ? most : least + 1}
        step={step}
        value={shown}
        onChange={setMoved}
        onChangeEnd={(next) => put(rounded(next))}
        formatOptions={format}
      />
      <NumberField
        size="S"
        aria-label={name}
        value={shown}
        minValue={0}
        {...(unit === "share" ? { maxValue: 1 } : {})}
        onChange={put}
        formatOptions={format}
        hideStepper
      />
      <small>
        {t(`assumptions.unit.${unit}`)} ·{" "}
        {t("assumptions.default", { value: valueWords(speech, unit, assumption.default, currency) })} ·{" "}
        {text(assumption.source)}
      </small>
      {measured ? (
        <small className="measured">
          {t("assumptions.inData", {
            value: valueWords(speech, unit, measured.mean, currency),
            low: valueWords(speech, unit, measured.low, currency),
            high: valueWords(speech, unit, measured.high, currency),
            of: speech.number(measured.of),
          })}{" "}
          <button type="button" className="link" onClick={() => put(measured.mean)}>
            {t("assumptions.take")}
          </button>
        </small>
      ) : null}
      {value === assumption.default ? null : (
        <button
          type="button"
          className="link"
          onClick={() => void assume({ [path]: null })}
          aria-label={t("assumptions.resetNamed", { name })}
        >
          {t("assumptions.reset")}
        </button>
      )}
    </div>
  );
}

function formatOf(unit: Unit, currency: string): Intl.NumberFormatOptions {
  if (unit === "share") return { style: "percent", maximumFractionDigits: 2 };
  if (unit === "price") return { style: "currency", currency, maximumFractionDigits: 3 };
  return { maximumFractionDigits: 4 };
}

/** Without the last digits that only tell how the slider divides. */
const rounded = (value: number) => Number(value.toPrecision(4));
