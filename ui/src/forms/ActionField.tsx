import { Picker, PickerItem } from "@react-spectrum/s2";
import { useDocument } from "../core/document";
import type { ActionInfo, Problem } from "../core/types";
import { actionOf, useWindow } from "../core/window";
import { useSpeech } from "../i18n";
import { Field } from "./Field";
import { useRolesOf } from "./ReferenceField";
import { ValueField } from "./ValueField";
import { wide } from "./wide";

interface ActionFieldProps {
  label: string;
  value: unknown;
  /** Only actions on people, as inside a split by people. */
  people?: boolean;
  /** The findings of the node whose one action it is. */
  problems?: Problem[];
  onChange: (value: unknown) => void;
}

/** Which action, and its own settings. */
export function ActionField({ label, value, people, problems, onChange }: ActionFieldProps) {
  const { text } = useSpeech();
  const catalogue = useWindow((state) => state.catalogue);
  const kind = useDocument((state) => state.journey?.header.kind);
  const settings = (value ?? {}) as Record<string, unknown>;
  const present = actionOf(catalogue, settings.type);
  const roles = useRolesOf(settings.solutionInterest);
  const set = (key: string, next: unknown) => {
    const after: Record<string, unknown> = { ...settings, [key]: next };
    // A value belongs to its attribute.
    if (key === "attribute" && next !== settings.attribute && "value" in after) after.value = null;
    onChange(after);
  };
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
      {present?.fields.map((field) =>
        field.key === "value" && present.fields.some(({ input }) => input.type === "attribute") ? (
          <ValueField
            key={`${present.type} value`}
            label={text(field.name)}
            attribute={settings.attribute}
            value={settings.value}
            onChange={(next) => set("value", next)}
          />
        ) : (
          <Field
            key={`${present.type} ${field.key}`}
            field={field}
            among={field.input.type === "reference" && field.input.to === "role" ? roles : undefined}
            value={settings[field.key]}
            on={present.on}
            problems={problems}
            onChange={(next) => set(field.key, next)}
          />
        ),
      )}
    </>
  );
}

/** An action as it's first put down. */
export function fresh(info: ActionInfo): Record<string, unknown> {
  return { ...info.default, type: info.type };
}
