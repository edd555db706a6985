import {
  ComboBox,
  ComboBoxItem,
  ComboBoxSection,
  Header,
  Heading,
  NumberField,
  Picker,
  PickerItem,
} from "@react-spectrum/s2";
import type { AttributeInfo, OperatorInfo } from "../../core/types";
import { useWindow } from "../../core/window";
import { useSpeech } from "../../i18n";
import { TextsField } from "../TextsField";
import { grow } from "../wide";
import type { Loose } from "./tree";

interface AttributeLeafProps {
  on: "accounts" | "people";
  value: Loose;
  onChange: (value: Loose) => void;
}

type Type = OperatorInfo["types"][number];

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
  const of = (which: AttributeInfo["of"]) => attributes.filter((one) => one.of === which);
  const sections = on === "accounts" ? (["account", "person"] as const) : (["person", "account"] as const);
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
      <ComboBox
        aria-label={t("leaf.attribute")}
        size="S"
        styles={grow}
        selectedKey={path}
        onSelectionChange={(key) => key !== null && key !== path && choose(String(key))}
      >
        {sections.map((which) => (
          <ComboBoxSection key={which} id={which}>
            <Header>
              <Heading>{t(`attributes.${which}`)}</Heading>
            </Header>
            {of(which).map((one) => (
              <ComboBoxItem key={one.path} id={one.path}>
                {text(one.name)}
              </ComboBoxItem>
            ))}
          </ComboBoxSection>
        ))}
      </ComboBox>
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
      <Values type={typeOf(info)} shape={operator?.values ?? "one"} value={value} onChange={onChange} />
    </div>
  );
}

function typeOf(info: AttributeInfo | undefined): Type | null {
  // A column of an import has no type of its own: the operator decides.
  if (!info || info.path.includes(".custom.")) return null;
  return info.type === "integer" ? "number" : info.type;
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
  const single = type === "date" ? (first ?? "2027-01-01") : Number(first ?? 0) || 0;
  return { ...rest, op: next.op, value: next.values === "two" ? [single, single] : single };
}

interface ValuesProps {
  type: Type | null;
  shape: OperatorInfo["values"];
  value: Loose;
  onChange: (value: Loose) => void;
}

function Values({ type, shape, value, onChange }: ValuesProps) {
  const { t } = useSpeech();
  const set = (next: unknown) => onChange({ ...value, value: next });
  if (shape === "none") return null;
  if (type === "boolean") {
    return (
      <Picker
        aria-label={t("condition.value")}
        size="S"
        styles={grow}
        value={value.value === false ? "no" : "yes"}
        onChange={(key) => set(key === "yes")}
      >
        <PickerItem id="yes">{t("word.yes")}</PickerItem>
        <PickerItem id="no">{t("word.no")}</PickerItem>
      </Picker>
    );
  }
  if (shape === "many") {
    return (
      <div className="grow">
        <TextsField bare label={t("condition.values")} value={value.value} onChange={set} />
      </div>
    );
  }
  if (type === "date") {
    return (
      <div className="grow">
        <TextsField
          bare
          label={t("condition.dates")}
          value={value.value}
          onChange={(dates) => set(shape === "two" ? dates.slice(0, 2) : (dates.at(-1) ?? ""))}
        />
      </div>
    );
  }
  if (shape === "two") {
    const [low, high] = Array.isArray(value.value) ? value.value.map(Number) : [0, 0];
    return (
      <>
        <Amount label={t("condition.low")} value={low} onChange={(next) => set([next, high])} />
        <Amount label={t("condition.high")} value={high} onChange={(next) => set([low, next])} />
      </>
    );
  }
  return <Amount label={t("condition.value")} value={Number(value.value)} onChange={set} />;
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
