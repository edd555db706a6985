import { NumberField, Picker, PickerItem, Slider } from "@react-spectrum/s2";
import { memo, useState } from "react";
import type { Assumption, Measured, Shape } from "../core/types";
import { wide } from "../forms/wide";
import { useSpeech } from "../i18n";
import { assume, editScenarios, useAssumptions } from "./assumptions";
import { same } from "./same";
import { formatOf, valueWords } from "./values";

const shapes: Shape[] = ["fixed", "exponential", "lognormal"];

interface AssumptionRowProps {
  assumption: Assumption;
  measured: Measured | undefined;
}

/** One number: what it means, what it is, what it usually is and where that is from. */
export const AssumptionRow = memo(function AssumptionRow({ assumption, measured }: AssumptionRowProps) {
  const speech = useSpeech();
  const { t, text } = speech;
  const currency = useAssumptions((state) => state.view?.settings.currency) ?? "EUR";
  const { path, unit, value, low, high, own, shape } = assumption;
  const [moved, setMoved] = useState<number | null>(null);
  const name = text(assumption.meaning);
  const shown = moved ?? value;
  const [from, most] = [Math.min(low, value), Math.max(high, value)];
  // Steps of a round number, counted from one, so that round values stay what they are.
  const step = 10 ** Math.floor(Math.log10((most - from || 1) / 100));
  const least = Math.floor(from / step + 1e-9) * step;
  const put = (next: number) => {
    setMoved(null);
    if (Number.isFinite(next) && next !== value) void assume({ [path]: next });
  };
  const words = (amount: number) => valueWords(speech, unit, amount, currency);
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
      {shape ? (
        <span className="assumption-shape">
          <Picker
            size="S"
            styles={wide}
            aria-label={t("assumptions.shapeNamed", { name })}
            selectedKey={shape}
            onSelectionChange={(key) => void editScenarios({ do: "shape", path, shape: key as Shape })}
          >
            {shapes.map((one) => (
              <PickerItem key={one} id={one}>
                {t(`assumptions.shape.${one}`)}
              </PickerItem>
            ))}
          </Picker>
        </span>
      ) : null}
      <small>
        {t(`assumptions.unit.${unit}`)} · {t("assumptions.default", { value: words(assumption.default) })} ·{" "}
        {text(assumption.source)}
      </small>
      {measured ? (
        <small className="measured">
          {t("assumptions.inData", {
            value: words(measured.mean),
            low: words(measured.low),
            high: words(measured.high),
            of: speech.number(measured.of),
          })}{" "}
          <button type="button" className="link" onClick={() => put(measured.mean)}>
            {t("assumptions.take")}
          </button>
        </small>
      ) : null}
      {own || value !== assumption.default ? (
        <button
          type="button"
          className="link"
          onClick={() => void assume({ [path]: null })}
          aria-label={t(own ? "assumptions.outNamed" : "assumptions.resetNamed", { name })}
        >
          {t(own ? "assumptions.out" : "assumptions.reset")}
        </button>
      ) : null}
    </div>
  );
}, same);

/** Without the last digits that only tell how the slider divides. */
const rounded = (value: number) => Number(value.toPrecision(4));
