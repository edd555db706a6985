import { NumberField, Picker, PickerItem } from "@react-spectrum/s2";
import type { JourneySettings } from "../core/types";
import { useSpeech } from "../i18n";
import { DurationField } from "./DurationField";
import { wide } from "./wide";

type Reentry = NonNullable<JourneySettings["reentry"]>;

interface ReentryFieldProps {
  value: JourneySettings["reentry"];
  onChange: (value: JourneySettings["reentry"]) => void;
}

/** Whether, when and how often an account may go through the journey again. */
export function ReentryField({ value, onChange }: ReentryFieldProps) {
  const { t } = useSpeech();
  return (
    <div className="group">
      <Picker
        label={t("reentry.title")}
        size="S"
        styles={wide}
        value={value?.from ?? "off"}
        onChange={(key) =>
          onChange(
            key === "off"
              ? null
              : { ...(value ?? { delay: { days: 30 }, limit: 2 }), from: key as Reentry["from"] },
          )
        }
      >
        <PickerItem id="off">{t("reentry.off")}</PickerItem>
        <PickerItem id="start">{t("reentry.start")}</PickerItem>
        <PickerItem id="end">{t("reentry.end")}</PickerItem>
      </Picker>
      {value ? (
        <div className="nested">
          <DurationField
            label={t("reentry.delay")}
            required
            value={value.delay}
            onChange={(delay) => delay && onChange({ ...value, delay: delay as Reentry["delay"] })}
          />
          <NumberField
            label={t("reentry.limit")}
            size="S"
            styles={wide}
            minValue={1}
            step={1}
            value={value.limit ?? Number.NaN}
            onChange={(limit) => onChange({ ...value, limit: Number.isNaN(limit) ? null : limit })}
          />
        </div>
      ) : null}
    </div>
  );
}
