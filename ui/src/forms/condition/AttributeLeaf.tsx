import { NumberField, Picker, PickerItem } from "@react-spectrum/s2";
import type { AttributeInfo, OperatorInfo } from "../../core/types";
import { useWindow } from "../../core/window";
import { useSpeech } from "../../i18n";
import { AttributeField, type Type, typeOf } from "../AttributeField";
import { DateField } from "../DateTimeField";
import { TextsField } from "../TextsField";
import { asOperand } from "../WhereField";
import { grow } from "../wide";
import type { Loose } from "./tree";

interface AttributeLeafProps {
  on: "accounts" | "people";
  value: Loose;
  onChange: (value: Loose) => void;
}

/** An attribute, an operator of its type, and what it's compared with. */
export function AttributeLeaf({ on, value, onChange }: AttributeLeafProps) {
  const { t, text } = useSpeech();
  const catalogue = useWindow((state) => state.catalogue);
  const path = String(value.attribute ?? "");
  const attributes = catalogue?.attributes ?? [];
  const info = attributes.find((one) => one.path === path);
  const operators = (catalogue?.operators ?? []).filter((one) => suits(one, info));
  const operator = catalogue?.operators.find(({ op }) => op === value.op);
  const offered = operator && !operators.includes(operator) ? [operator, ...operators] : operators;
  const choose = (next: string) => {
    const chosen = attributes.find((one) => one.path === next);
    const keeps = operator && suits(operator, chosen) && typeOf(chosen) === typeOf(info);
    onChange(
      keeps
        ? { ...value, attribute: next }
        : { attribute: next, op: firstOp(typeOf(chosen)), ...firstValue(typeOf(chosen)) },
    );
  };
  return (
    <div className="leaf-line">
      <AttributeField
        bare
        label={t("leaf.attribute")}
        of={on === "accounts" ? ["account", "person"] : ["person", "account"]}
        value={path}
        onChange={choose}
      />
      <Picker
        aria-label={t("condition.operator")}
        size="S"
        styles={grow}
        value={String(value.op ?? "")}
        onChange={(key) =>
          onChange(
            withOp(
              value,
              catalogue?.operators.find(({ op }) => op === key),
              typeOf(info),
            ),
          )
        }
      >
        {offered.map((one) => (
          <PickerItem key={one.op} id={one.op}>
            {text(one.name)}
          </PickerItem>
        ))}
      </Picker>
      <Values
        type={typeOf(info)}
        operator={operator}
        value={value}
        onChange={(next) => onChange({ ...value, value: next })}
      />
    </div>
  );
}

function suits(operator: OperatorInfo, info: AttributeInfo | undefined): boolean {
  const type = typeOf(info);
  return type === null || operator.types.includes(type);
}

function firstOp(type: Type | null): string {
  return type === "number" || type === "date" ? "atLeast" : "is";
}

function firstValue(type: Type | null): Loose {
  if (type === "number") return { value: 0 };
  if (type === "date") return { value: "2027-01-01" };
  return { value: type === "boolean" ? true : [] };
}

function withOp(value: Loose, next: OperatorInfo | undefined, type: Type | null): Loose {
  if (!next) return value;
  const { value: before, ...rest } = value;
  if (next.values === "none") return { ...rest, op: next.op };
  const first = Array.isArray(before) ? before[0] : before;
  if (next.values === "many") {
    const many = Array.isArray(before) ? before.map(String) : before === undefined ? [] : [String(before)];
    return { ...rest, op: next.op, value: type === "boolean" ? (first ?? true) : many };
  }
  if (type === null)
    return { ...rest, op: next.op, value: asOperand([first ?? []].flat().map(String), next) };
  const single = type === "date" ? (first ?? "2027-01-01") : Number(first ?? 0) || 0;
  return { ...rest, op: next.op, value: next.values === "two" ? [single, single] : single };
}

interface ValuesProps {
  type: Type | null;
  operator: OperatorInfo | undefined;
  value: Loose;
  onChange: (value: unknown) => void;
}

/** What the attribute is compared with, by its type; of a custom one the operator decides. */
function Values({ type, operator, value, onChange }: ValuesProps) {
  const { t } = useSpeech();
  const shape = operator?.values ?? "one";
  const [low, high] = Array.isArray(value.value) ? value.value : [value.value, value.value];
  const bounds = [
    {
      label: t(shape === "two" ? "condition.low" : "condition.value"),
      value: low,
      set: (next: unknown) => (shape === "two" ? [next, high] : next),
    },
    ...(shape === "two"
      ? [{ label: t("condition.high"), value: high, set: (next: unknown) => [low, next] }]
      : []),
  ];
  if (shape === "none") return null;
  if (type === "boolean") {
    return (
      <Picker
        aria-label={t("condition.value")}
        size="S"
        styles={grow}
        value={value.value === false ? "no" : "yes"}
        onChange={(key) => onChange(key === "yes")}
      >
        <PickerItem id="yes">{t("word.yes")}</PickerItem>
        <PickerItem id="no">{t("word.no")}</PickerItem>
      </Picker>
    );
  }
  if (shape === "many" || type === null || type === "text") {
    return (
      <div className="grow">
        <TextsField
          bare
          label={t(shape === "many" ? "condition.values" : "condition.value")}
          of={{ attribute: String(value.attribute) }}
          most={shape === "one" ? 1 : shape === "two" ? 2 : undefined}
          value={value.value}
          onChange={(texts) => onChange(asOperand(texts, operator))}
        />
      </div>
    );
  }
  if (type === "date") {
    return bounds.map((bound) => (
      <div className="grow" key={bound.label}>
        <DateField
          bare
          label={bound.label}
          value={bound.value}
          onChange={(day) => day && onChange(bound.set(day))}
        />
      </div>
    ));
  }
  return bounds.map((bound) => (
    <Amount
      key={bound.label}
      label={bound.label}
      value={bound.value === undefined ? undefined : Number(bound.value)}
      onChange={(next) => onChange(bound.set(next))}
    />
  ));
}

interface AmountProps {
  label: string;
  value: number | undefined;
  onChange: (value: number) => void;
}

function Amount({ label, value, onChange }: AmountProps) {
  return (
    <NumberField
      aria-label={label}
      size="S"
      styles={grow}
      hideStepper
      value={value ?? Number.NaN}
      onChange={(next) => !Number.isNaN(next) && onChange(next)}
    />
  );
}
