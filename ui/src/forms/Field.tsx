import { NumberField, Picker, PickerItem, Switch, TextArea, TextField } from "@react-spectrum/s2";
import type { FieldInfo, Problem } from "../core/types";
import { useSpeech } from "../i18n";
import { ActionField } from "./ActionField";
import { AttributeField } from "./AttributeField";
import { ConditionField } from "./condition/ConditionField";
import { DateTimeField } from "./DateTimeField";
import { DurationField } from "./DurationField";
import { EndField } from "./EndField";
import { FindingList, isAt } from "./Findings";
import { OtherField } from "./OtherField";
import { PathsField } from "./PathsField";
import { ReferenceField } from "./ReferenceField";
import { TextsField } from "./TextsField";
import { TimeoutField } from "./TimeoutField";
import { TriggersField } from "./TriggersField";
import { wide } from "./wide";

export interface FieldProps {
  field: FieldInfo;
  value: unknown;
  onChange: (value: unknown) => void;
  /** What the node that the field belongs to works on. */
  on: "accounts" | "people";
  /** Of what a reference may name, only these. */
  among?: string[];
  /** The findings of the node: each is said at its field. */
  problems?: Problem[];
}

/** Texts longer than this get a box of several lines. */
const long = 120;

/** One setting with what the check says of it. */
export function Field(props: FieldProps) {
  const { field, problems = [] } = props;
  return (
    <>
      <Control {...props} />
      <FindingList problems={problems.filter((problem) => isAt(problem, [field]))} />
    </>
  );
}

/** The setting, as the catalogue describes it. */
function Control(props: FieldProps) {
  const { field, value, onChange, on, among, problems } = props;
  const { text } = useSpeech();
  const { input } = field;
  const label = text(field.name);
  const common = {
    label,
    size: "S",
    styles: wide,
    isRequired: field.required,
    necessityIndicator: "icon",
  } as const;
  switch (input.type) {
    case "text": {
      const Box = input.maxLength === null || input.maxLength > long ? TextArea : TextField;
      return (
        <Box
          {...common}
          value={typeof value === "string" ? value : ""}
          maxLength={input.maxLength ?? undefined}
          onChange={onChange}
        />
      );
    }
    case "texts":
      return <TextsField label={label} value={value} onChange={onChange} />;
    case "number":
      return (
        <NumberField
          {...common}
          value={typeof value === "number" ? value : Number.NaN}
          minValue={input.min ?? undefined}
          maxValue={input.max ?? undefined}
          step={input.integer ? 1 : 0.01}
          // A number between 0 and 1 is a share.
          formatOptions={!input.integer && input.max === 1 ? { style: "percent" } : undefined}
          onChange={(next) => onChange(Number.isNaN(next) ? null : next)}
        />
      );
    case "boolean":
      return (
        <Switch size="S" isSelected={value === true} onChange={onChange}>
          {label}
        </Switch>
      );
    case "choice":
      return (
        <Picker
          {...common}
          value={typeof value === "string" ? value : null}
          onChange={(key) => onChange(key)}
        >
          {input.options.map((option) => (
            <PickerItem key={option.value} id={option.value}>
              {text(option.name)}
            </PickerItem>
          ))}
        </Picker>
      );
    case "reference":
      return (
        <ReferenceField
          label={label}
          to={input.to}
          required={field.required}
          among={among}
          value={value}
          onChange={onChange}
        />
      );
    case "attribute":
      return (
        <AttributeField
          label={label}
          of={[input.of === "accounts" ? "account" : "person"]}
          settable
          required={field.required}
          value={value}
          onChange={onChange}
        />
      );
    case "duration":
      return <DurationField label={label} value={value} required={field.required} onChange={onChange} />;
    case "dateTime":
      return <DateTimeField label={label} value={value} onChange={onChange} />;
    case "mustEndOn":
      return <EndField label={label} value={value} onChange={onChange} />;
    case "timeout":
      return <TimeoutField label={label} value={value} onChange={onChange} />;
    case "triggers":
      return <TriggersField label={label} value={value} onChange={onChange} />;
    case "action":
      return <ActionField label={label} value={value} problems={problems} onChange={onChange} />;
    case "paths":
      return (
        <PathsField
          label={label}
          of={input.of}
          value={value}
          onChange={onChange}
          on={on}
          problems={problems ?? []}
        />
      );
    case "other":
      return <OtherField label={label} of={input.of} value={value} onChange={onChange} />;
    case "condition":
      return <ConditionField label={label} on={input.on} value={value} onChange={onChange} />;
  }
}
