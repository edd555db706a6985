import { CalendarDate, CalendarDateTime, parseDate, parseDateTime } from "@internationalized/date";
import { DatePicker } from "@react-spectrum/s2";
import { wide } from "./wide";

interface DateTimeFieldProps {
  label: string;
  value: unknown;
  onChange: (value: string | null) => void;
}

/** A local date and time, written in documents as 2027-01-15T09:00. */
export function DateTimeField({ label, value, onChange }: DateTimeFieldProps) {
  return (
    <DatePicker
      label={label}
      size="S"
      styles={wide}
      granularity="minute"
      hourCycle={24}
      hideTimeZone
      placeholderValue={new CalendarDateTime(2027, 1, 1, 9)}
      value={parse(value)}
      onChange={(next) => onChange(next ? next.toString().slice(0, 16) : null)}
    />
  );
}

function parse(value: unknown): CalendarDateTime | null {
  if (typeof value !== "string") return null;
  try {
    return parseDateTime(value);
  } catch {
    return null;
  }
}

interface DateFieldProps extends DateTimeFieldProps {
  /** The label is read aloud only, where the place says what it is. */
  bare?: boolean;
}

/** A day, written in documents as 2027-01-15. */
export function DateField({ label, bare, value, onChange }: DateFieldProps) {
  const named = bare ? { "aria-label": label } : { label };
  return (
    <DatePicker
      {...named}
      size="S"
      styles={wide}
      granularity="day"
      placeholderValue={new CalendarDate(2027, 1, 1)}
      value={day(value)}
      onChange={(next) => onChange(next ? next.toString().slice(0, 10) : null)}
    />
  );
}

function day(value: unknown): CalendarDate | null {
  if (typeof value !== "string") return null;
  try {
    return parseDate(value.slice(0, 10));
  } catch {
    return null;
  }
}
