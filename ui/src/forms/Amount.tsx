import { NumberField } from "@react-spectrum/s2";
import { wide } from "./wide";

interface AmountProps {
  label: string;
  /** Null: nothing is set yet. */
  value: number | null | undefined;
  least: number;
  most: number;
  /** Shown in percent; the value is a share, from 0 to 1. */
  share?: boolean;
  onChange: (value: number) => void;
}

/** A number between two others. A field that was emptied changes nothing. */
export function Amount({ label, value, least, most, share, onChange }: AmountProps) {
  return (
    <NumberField
      label={label}
      size="S"
      styles={wide}
      minValue={least}
      maxValue={most}
      step={share ? 0.01 : 1}
      {...(share ? { formatOptions: { style: "percent" } } : {})}
      value={value ?? Number.NaN}
      onChange={(next) => !Number.isNaN(next) && onChange(next)}
    />
  );
}
