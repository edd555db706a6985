import { Picker, PickerItem } from "@react-spectrum/s2";
import { useDocument } from "../core/document";
import type { ActionInfo } from "../core/types";
import { actionOf, useWindow } from "../core/window";
import { useSpeech } from "../i18n";
import { Field } from "./Field";
import { wide } from "./wide";

interface ActionFieldProps {
  label: string;
  value: unknown;
  /** Only actions on people, as inside a split by people. */
  people?: boolean;
  onChange: (value: unknown) => void;
}

/** Which action, and its own settings. */
export function ActionField({ label, value, people, onChange }: ActionFieldProps) {
  const { text } = useSpeech();
  const catalogue = useWindow((state) => state.catalogue);
  const kind = useDocument((state) => state.journey?.header.kind);
  const settings = (value ?? {}) as Record<string, unknown>;
  const present = actionOf(catalogue, settings.type);
  const offered = (catalogue?.actions ?? []).filter(
    (info) =>
      info === present || (info.insert && (people || kind === "person" ? info.on === "people" : true)),
  );
  return (
    <>
      <Picker
        label={label}
        size="S"
        styles={wide}
        value={present?.type ?? null}
        onChange={(key) => {
          const info = actionOf(catalogue, key);
          if (info && info !== present) onChange(fresh(info));
        }}
      >
        {offered.map((info) => (
          <PickerItem key={info.type} id={info.type}>
            {text(info.name)}
          </PickerItem>
        ))}
      </Picker>
      {present?.fields.map((field) => (
        <Field
          key={`${present.type} ${field.key}`}
          field={field}
          value={settings[field.key]}
          on={present.on}
          onChange={(next) => onChange({ ...settings, [field.key]: next })}
        />
      ))}
    </>
  );
}

/** An action as it's first put down. */
export function fresh(info: ActionInfo): Record<string, unknown> {
  return { ...info.default, type: info.type };
}
