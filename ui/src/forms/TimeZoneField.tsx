import { ComboBox, ComboBoxItem } from "@react-spectrum/s2";
import { useMemo } from "react";
import { wide } from "./wide";

interface TimeZoneFieldProps {
  label: string;
  value: string | null;
  /** What no zone of its own means; without it a zone must be chosen. */
  fallback?: string;
  onChange: (value: string | null) => void;
}

const own = "\u0000own";

export function TimeZoneField({ label, value, fallback, onChange }: TimeZoneFieldProps) {
  const zones = useMemo(() => {
    const names = Intl.supportedValuesOf("timeZone");
    const all = value && !names.includes(value) ? [value, ...names] : names;
    const items = all.map((id) => ({ id, name: id.replaceAll("_", " ") }));
    return fallback ? [{ id: own, name: fallback }, ...items] : items;
  }, [value, fallback]);
  return (
    <ComboBox
      label={label}
      size="S"
      styles={wide}
      defaultItems={zones}
      selectedKey={value ?? (fallback ? own : null)}
      onSelectionChange={(key) => {
        if (key !== null) onChange(key === own ? null : String(key));
      }}
    >
      {(zone) => <ComboBoxItem id={zone.id}>{zone.name}</ComboBoxItem>}
    </ComboBox>
  );
}
