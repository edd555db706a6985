import { Picker, PickerItem } from "@react-spectrum/s2";
import { useSpeech } from "../i18n";
import { DateTimeField } from "./DateTimeField";
import { DurationField } from "./DurationField";
import { EndField } from "./EndField";
import type { Timeout } from "./time";
import { wide } from "./wide";

interface TimeoutFieldProps {
  label: string;
  value: unknown;
  onChange: (value: Timeout | null) => void;
}

/** How long a listen waits: for ever, for a time, or until a date. */
export function TimeoutField({ label, value, onChange }: TimeoutFieldProps) {
  const { t } = useSpeech();
  const timeout = value as Timeout | null | undefined;
  const how = !timeout ? "never" : timeout.at ? "at" : "after";
  return (
    <div className="group">
      <Picker
        label={label}
        size="S"
        styles={wide}
        value={how}
        onChange={(key) => {
          if (key === how) return;
          if (key === "never") onChange(null);
          else if (key === "at") onChange({ at: "2027-01-15T09:00" });
          else onChange({ after: { days: 7 }, mustEndOn: null });
        }}
      >
        <PickerItem id="never">{t("timeout.never")}</PickerItem>
        <PickerItem id="after">{t("timeout.after")}</PickerItem>
        <PickerItem id="at">{t("timeout.at")}</PickerItem>
      </Picker>
      {timeout && how === "after" ? (
        <div className="nested">
          <DurationField
            label={t("timeout.length")}
            required
            value={timeout.after}
            onChange={(after) => onChange({ ...timeout, after: after ?? {} })}
          />
          <EndField
            label={t("end.title")}
            value={timeout.mustEndOn}
            onChange={(mustEndOn) => onChange({ ...timeout, mustEndOn })}
          />
        </div>
      ) : null}
      {timeout && how === "at" ? (
        <div className="nested">
          <DateTimeField
            label={t("timeout.date")}
            value={timeout.at}
            onChange={(at) => at && onChange({ at })}
          />
        </div>
      ) : null}
    </div>
  );
}
