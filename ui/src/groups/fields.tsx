import { NumberField, TextArea, TextField } from "@react-spectrum/s2";
import { useEffect, useState } from "react";
import { wide } from "../forms/wide";

interface TextSettingProps {
  label: string;
  value: string;
  /** Called when the field is left, or Enter is pressed, with something else in it. */
  onCommit: (value: string) => void;
  isRequired?: boolean;
  isDisabled?: boolean;
  several?: boolean;
  maxLength?: number;
}

/** A text that is taken when its field is left; an empty one comes back where something is needed. */
export function TextSetting({
  label,
  value,
  onCommit,
  isRequired,
  isDisabled,
  several,
  maxLength,
}: TextSettingProps) {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  const commit = () => {
    const next = typed.trim();
    if (isRequired && next === "") setTyped(value);
    else if (next !== value) onCommit(next);
  };
  const Box = several ? TextArea : TextField;
  return (
    <Box
      label={label}
      size="S"
      styles={wide}
      value={typed}
      isRequired={isRequired ?? false}
      isDisabled={isDisabled ?? false}
      necessityIndicator="icon"
      {...(maxLength ? { maxLength } : {})}
      onChange={setTyped}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === "Enter" && !several) commit();
        else if (event.key === "Escape") setTyped(value);
        else event.continuePropagation?.();
      }}
    />
  );
}

interface NumberSettingProps {
  label: string;
  value: number;
  min?: number;
  max?: number;
  step?: number;
  isDisabled?: boolean;
  onCommit: (value: number) => void;
}

export function NumberSetting({
  label,
  value,
  min = 0,
  max,
  step = 1,
  isDisabled,
  onCommit,
}: NumberSettingProps) {
  return (
    <NumberField
      label={label}
      size="S"
      styles={wide}
      value={value}
      minValue={min}
      {...(max === undefined ? {} : { maxValue: max })}
      step={step}
      isDisabled={isDisabled ?? false}
      onChange={(next) => !Number.isNaN(next) && onCommit(next)}
    />
  );
}
