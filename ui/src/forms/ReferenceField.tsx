import { ComboBox, ComboBoxItem, Picker, PickerItem } from "@react-spectrum/s2";
import type { References } from "../core/types";
import { useWindow } from "../core/window";
import { useSpeech } from "../i18n";
import { wide } from "./wide";

interface ReferenceFieldProps {
  label: string;
  to: keyof References;
  required: boolean;
  value: unknown;
  onChange: (value: unknown) => void;
}

/** Stands for "none": no id looks like this. */
const none = "\u0000none";
/** More than so many names are searched rather than read. */
const many = 12;

/** Picks a thing of the workspace by its name. */
export function ReferenceField({ label, to, required, value, onChange }: ReferenceFieldProps) {
  const { t } = useSpeech();
  const known = useWindow((state) => state.start?.references[to]) ?? [];
  const id = typeof value === "string" && value !== "" ? value : null;
  const items = [...known];
  // What the journey names and the workspace doesn't have stays readable; the check says what is wrong.
  if (id && !known.some((named) => named.id === id)) items.push({ id, name: t("reference.unknown", { id }) });
  const common = { label, size: "S", styles: wide, isRequired: required } as const;
  if (items.length > many) {
    return (
      <ComboBox {...common} defaultItems={items} selectedKey={id} onSelectionChange={(key) => onChange(key)}>
        {(item) => <ComboBoxItem id={item.id}>{item.name}</ComboBoxItem>}
      </ComboBox>
    );
  }
  return (
    <Picker
      {...common}
      placeholder={items.length === 0 ? t("reference.none") : t("reference.choose")}
      isDisabled={items.length === 0}
      value={id}
      onChange={(key) => onChange(key === none ? null : key)}
    >
      {[
        ...(required || !id
          ? []
          : [
              <PickerItem key={none} id={none}>
                {t("reference.clear")}
              </PickerItem>,
            ]),
        ...items.map((item) => (
          <PickerItem key={item.id} id={item.id}>
            {item.name}
          </PickerItem>
        )),
      ]}
    </Picker>
  );
}
