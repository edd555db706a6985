import { parseTime, type Time } from "@internationalized/date";
import { Switch, TimeField } from "@react-spectrum/s2";
import { useSpeech } from "../i18n";
import { TimeZoneField } from "./TimeZoneField";
import { dayName, type EndOn, weekdays } from "./time";
import { wide } from "./wide";

interface EndFieldProps {
  label: string;
  value: unknown;
  onChange: (value: EndOn | null) => void;
}

/** Which weekdays and what time a wait must end on. */
export function EndField({ label, value, onChange }: EndFieldProps) {
  const speech = useSpeech();
  const { t } = speech;
  const end = value as EndOn | null | undefined;
  const days = end?.days ?? [];
  const toggle = (day: string) => {
    const next = days.includes(day) ? days.filter((one) => one !== day) : [...days, day];
    onChange({ ...end, days: weekdays.filter((one) => next.includes(one)) });
  };
  return (
    <div className="group">
      <Switch
        size="S"
        isSelected={Boolean(end)}
        onChange={(on) =>
          onChange(on ? { days: ["mon", "tue", "wed", "thu", "fri"], time: "09:00", timeZone: null } : null)
        }
      >
        {label}
      </Switch>
      {end ? (
        <div className="nested">
          <fieldset className="days">
            <legend className="unseen">{t("end.days")}</legend>
            {weekdays.map((day) => (
              <button
                key={day}
                type="button"
                aria-pressed={days.includes(day)}
                aria-label={dayName(speech, day, "long")}
                onClick={() => toggle(day)}
              >
                {dayName(speech, day, "short").slice(0, 2)}
              </button>
            ))}
          </fieldset>
          {days.length === 0 ? <p className="hint">{t("end.anyDayHint")}</p> : null}
          <TimeField
            label={t("end.time")}
            size="S"
            styles={wide}
            hourCycle={24}
            value={time(end.time)}
            onChange={(next) => onChange({ ...end, time: next ? next.toString().slice(0, 5) : null })}
          />
          <TimeZoneField
            label={t("end.zone")}
            value={end.timeZone ?? null}
            fallback={t("end.journeyZone")}
            onChange={(timeZone) => onChange({ ...end, timeZone })}
          />
        </div>
      ) : null}
    </div>
  );
}

function time(value: string | null | undefined): Time | null {
  if (!value) return null;
  try {
    return parseTime(value);
  } catch {
    return null;
  }
}
