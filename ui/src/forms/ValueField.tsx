import { NumberField, Picker, PickerItem } from "@react-spectrum/s2";
import { useWindow } from "../core/window";
import { useSpeech } from "../i18n";
import { typeOf } from "./AttributeField";
import { DateField } from "./DateTimeField";
import { TextsField } from "./TextsField";
import { wide } from "./wide";

interface ValueFieldProps {
  label: string;
  /** The attribute that gets the value. */
  attribute: unknown;
  value: unknown;
  onChange: (value: unknown) => void;
}

/** One value of an attribute, asked for by the attribute's type; texts that the data knows are suggested. */
export function ValueField({ label, attribute, value, onChange }: ValueFieldProps) {
  const { t } = useSpeech();
  const path = typeof attribute === "string" ? attribute : "";
  const info = useWindow((state) => state.catalogue?.attributes.find((one) => one.path === path));
  switch (typeOf(info)) {
    case "number":
      return (
        <NumberField
          label={label}
          size="S"
          styles={wide}
          value={typeof value === "number" ? value : Number.NaN}
          onChange={(next) => onChange(Number.isNaN(next) ? null : next)}
        />
      );
    case "boolean":
      return (
        <Picker
          label={label}
          size="S"
          styles={wide}
          value={value === true ? "yes" : value === false ? "no" : null}
          onChange={(key) => onChange(key === "yes")}
        >
          <PickerItem id="yes">{t("word.yes")}</PickerItem>
          <PickerItem id="no">{t("word.no")}</PickerItem>
        </Picker>
      );
    case "date":
      return <DateField label={label} value={value} onChange={onChange} />;
    default:
      return (
        <TextsField
          label={label}
          of={path ? { attribute: path } : undefined}
          most={1}
          value={value}
          onChange={([text]) => onChange(text ?? null)}
        />
      );
  }
}
