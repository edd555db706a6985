import { NumberField, Picker, PickerItem } from "@react-spectrum/s2";
import type { References, ValuesOf } from "../core/types";
import { messageFor, useSpeech } from "../i18n";
import { ReferencesField } from "./ReferenceField";
import { TextsField } from "./TextsField";
import { grow } from "./wide";

interface ComparisonFieldProps {
  label: string;
  /** `is` one of several texts, or a number operator; null is either. */
  type: "text" | "number" | null;
  /** Texts that are ids of something in the workspace. */
  to?: keyof References;
  /** Where known texts are found. */
  of?: ValuesOf;
  max?: number;
  value: unknown;
  onChange: (value: Record<string, unknown> | null) => void;
}

const any = "\u0000any";
const numberOps = ["atLeast", "atMost", "greaterThan", "lessThan", "equals", "notEquals", "between"];

/** A comparison as triggers and buying-group leaves hold it, or none. */
export function ComparisonField({ label, type, to, of, max, value, onChange }: ComparisonFieldProps) {
  const { t } = useSpeech();
  const [op, operand] = Object.entries((value ?? {}) as Record<string, unknown>)[0] ?? [any, null];
  const offered = [...(type === "number" ? [] : ["is"]), ...(type === "text" ? [] : numberOps)];
  if (op !== any && !offered.includes(op)) offered.push(op);
  const choose = (next: string) => {
    if (next === any) return onChange(null);
    const first = Array.isArray(operand) ? operand[0] : operand;
    const number = typeof first === "number" ? first : Number(first) || 0;
    if (next === "is") onChange({ is: op === "is" ? operand : [] });
    else onChange({ [next]: next === "between" ? [number, Math.max(number, max ?? number)] : number });
  };
  return (
    <div className="leaf-line end">
      <Picker label={label} size="S" styles={grow} value={op} onChange={(key) => choose(String(key))}>
        {[any, ...offered].map((one) => (
          <PickerItem key={one} id={one}>
            {one === any ? t("group.any") : t(messageFor("op", one) ?? "op.atLeast")}
          </PickerItem>
        ))}
      </Picker>
      {op === any ? (
        <span className="grow" />
      ) : op === "is" ? (
        <div className="grow">
          {to ? (
            <ReferencesField
              bare
              label={t("comparison.values", { label })}
              to={to}
              value={operand}
              onChange={(next) => onChange({ is: next })}
            />
          ) : (
            <TextsField
              bare
              label={t("comparison.values", { label })}
              of={of}
              value={operand}
              onChange={(next) => onChange({ is: next })}
            />
          )}
        </div>
      ) : op === "between" ? (
        [0, 1].map((place) => (
          <NumberField
            key={place}
            aria-label={`${label}: ${t(place === 0 ? "condition.low" : "condition.high")}`}
            size="S"
            styles={grow}
            hideStepper
            value={Array.isArray(operand) ? Number(operand[place]) : Number.NaN}
            onChange={(next) => {
              const [low, high] = Array.isArray(operand) ? operand : [0, 0];
              if (!Number.isNaN(next)) onChange({ between: place === 0 ? [next, high] : [low, next] });
            }}
          />
        ))
      ) : (
        <NumberField
          aria-label={t("group.scoreOf", { label })}
          size="S"
          styles={grow}
          maxValue={max}
          value={Number(Array.isArray(operand) ? operand[0] : operand)}
          onChange={(next) => !Number.isNaN(next) && onChange({ [op]: next })}
        />
      )}
    </div>
  );
}
