import { ActionButton, ComboBox, ComboBoxItem, Picker, PickerItem, Text } from "@react-spectrum/s2";
import Add from "@react-spectrum/s2/icons/Add";
import CloseIcon from "@react-spectrum/s2/icons/Close";
import { useHoldings } from "../core/holdings";
import type { OperatorInfo } from "../core/types";
import { useWindow } from "../core/window";
import { messageFor, useSpeech } from "../i18n";
import { ReferencesField } from "./ReferenceField";
import { TextsField } from "./TextsField";
import { grow } from "./wide";

interface WhereFieldProps {
  eventType: string;
  value: unknown;
  onChange: (value: Row[]) => void;
}

interface Row extends Record<string, unknown> {
  field: string;
  op: string;
  value?: unknown;
}

/** What the fields of an event must hold: the program's own, the workspace's and the data's. */
export function WhereField({ eventType, value, onChange }: WhereFieldProps) {
  const { t } = useSpeech();
  const rows = Array.isArray(value) ? (value as Row[]) : [];
  const fields = useFields(eventType);
  const free = fields.find((field) => !rows.some((row) => row.field === field)) ?? fields[0] ?? "email";
  return (
    <fieldset className="group" data-where="">
      <legend className={rows.length > 0 ? undefined : "unseen"}>{t("where.title")}</legend>
      {rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: constraints have no ids; their place is what they are.
        <div className="where" key={index}>
          <Constraint
            eventType={eventType}
            fields={fields}
            value={row}
            onChange={(next) => onChange(rows.map((one, place) => (place === index ? next : one)))}
          />
          <ActionButton
            isQuiet
            size="S"
            aria-label={t("where.remove", { number: index + 1 })}
            onPress={() => onChange(rows.filter((_one, place) => place !== index))}
          >
            <CloseIcon />
          </ActionButton>
        </div>
      ))}
      <ActionButton
        size="S"
        isQuiet
        data-testid="add-where"
        onPress={() => onChange([...rows, { field: free, op: "is", value: [] }])}
      >
        <Add />
        <Text>{t("where.add")}</Text>
      </ActionButton>
    </fieldset>
  );
}

function useFields(eventType: string): string[] {
  const known = useWindow(
    (state) => state.catalogue?.eventTypes.find(({ type }) => type === eventType)?.fields,
  );
  const own = useWindow((state) => state.start?.eventFields[eventType]);
  const { eventFields } = useHoldings();
  return [...new Set([...(known ?? []), ...(own ?? []), ...(eventFields[eventType] ?? [])])];
}

interface ConstraintProps {
  eventType: string;
  fields: string[];
  value: Row;
  onChange: (value: Row) => void;
}

function Constraint({ eventType, fields, value, onChange }: ConstraintProps) {
  const { t, text } = useSpeech();
  const operators = useWindow((state) => state.catalogue?.operators) ?? [];
  const operator = operators.find(({ op }) => op === value.op);
  const named = (field: string) => {
    const id = messageFor("field", field);
    return id ? t(id) : field;
  };
  const all = fields.includes(value.field) ? fields : [value.field, ...fields];
  return (
    <div className="where-parts">
      <ComboBox
        aria-label={t("where.field")}
        size="S"
        styles={grow}
        allowsCustomValue
        defaultItems={all.map((id) => ({ id, name: named(id) }))}
        defaultInputValue={named(value.field)}
        onSelectionChange={(key) => {
          if (key !== null && key !== value.field) onChange({ field: String(key), op: "is", value: [] });
        }}
        onBlur={(event) => {
          // A field that no event has had yet may be written.
          const typed = (event.target as HTMLInputElement).value?.trim();
          if (typed && !all.some((id) => named(id) === typed)) onChange({ ...value, field: typed });
        }}
      >
        {(item) => <ComboBoxItem id={item.id}>{item.name}</ComboBoxItem>}
      </ComboBox>
      <Picker
        aria-label={t("condition.operator")}
        size="S"
        styles={grow}
        value={String(value.op)}
        onChange={(key) => {
          const next = operators.find(({ op }) => op === key);
          if (next) onChange(refit(value, next));
        }}
      >
        {operators.map((one) => (
          <PickerItem key={one.op} id={one.op}>
            {text(one.name)}
          </PickerItem>
        ))}
      </Picker>
      {operator?.values === "none" ? null : (
        <div className="where-value">
          <ConstraintValue eventType={eventType} operator={operator} value={value} onChange={onChange} />
        </div>
      )}
    </div>
  );
}

const references = { email: "email", destination: "destination" } as const;

function ConstraintValue({
  eventType,
  operator,
  value,
  onChange,
}: Omit<ConstraintProps, "fields"> & { operator: OperatorInfo | undefined }) {
  const { t } = useSpeech();
  const exact = value.op === "is" || value.op === "isNot";
  if (exact && (value.field === "email" || value.field === "destination")) {
    return (
      <ReferencesField
        bare
        label={t("condition.values")}
        to={references[value.field]}
        value={value.value}
        onChange={(next) => onChange({ ...value, value: next })}
      />
    );
  }
  const most = operator?.values === "one" ? 1 : operator?.values === "two" ? 2 : undefined;
  return (
    <TextsField
      bare
      label={t("condition.values")}
      of={{ eventType, field: value.field }}
      most={most}
      value={value.value}
      onChange={(next) => onChange({ ...value, value: asOperand(next, operator) })}
    />
  );
}

/** Values as the operator takes them: numbers as numbers, one value alone. */
export function asOperand(texts: string[], operator: OperatorInfo | undefined): unknown {
  if (!operator || operator.values === "many") return texts;
  const values = texts.map((text) =>
    text.trim() !== "" && Number.isFinite(Number(text)) ? Number(text) : text,
  );
  return operator.values === "two" ? values : (values[0] ?? null);
}

function refit(row: Row, next: OperatorInfo): Row {
  const { value: before, ...rest } = row;
  if (next.values === "none") return { ...rest, op: next.op };
  const texts = (
    Array.isArray(before) ? before : before === undefined || before === null ? [] : [before]
  ).map(String);
  return { ...rest, op: next.op, value: asOperand(texts, next) };
}
