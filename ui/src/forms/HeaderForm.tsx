import { Form, Picker, PickerItem, Switch, TextArea, TextField } from "@react-spectrum/s2";
import { useDocument } from "../core/document";
import { flush, typeHeader } from "../core/edits";
import type { JourneySettings } from "../core/types";
import { useSpeech } from "../i18n";
import { DateTimeField } from "./DateTimeField";
import { ReentryField } from "./ReentryField";
import { TimeZoneField } from "./TimeZoneField";
import { wide } from "./wide";

/** The journey's own settings, when nothing on the canvas is selected. */
export function HeaderForm() {
  const { t, number } = useSpeech();
  const header = useDocument((state) => state.draftHeader ?? state.journey?.header);
  if (!header) return null;
  const { settings } = header;
  const change = (next: Partial<JourneySettings>) =>
    typeHeader({ ...header, settings: { ...settings, ...next } });
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: leaving any field inside sends what was typed there.
    <div className="form" onBlur={flush} data-form="">
      <div className="form-head">
        <div>
          <h2>{t("header.title")}</h2>
          <p>{t(`header.kind.${header.kind}`)}</p>
        </div>
      </div>
      <Form size="S">
        <TextField
          label={t("header.name")}
          styles={wide}
          isRequired
          isInvalid={header.name.trim() === ""}
          errorMessage={t("header.nameless")}
          value={header.name}
          onChange={(name) => typeHeader({ ...header, name })}
        />
        <TextArea
          label={t("header.description")}
          styles={wide}
          value={header.description}
          onChange={(description) => typeHeader({ ...header, description })}
        />
        <Picker
          label={t("header.start")}
          styles={wide}
          value={settings.start === "immediately" ? "now" : "at"}
          onChange={(key) => change({ start: key === "now" ? "immediately" : "2027-01-04T09:00" })}
        >
          <PickerItem id="now">{t("header.start.now")}</PickerItem>
          <PickerItem id="at">{t("header.start.at")}</PickerItem>
        </Picker>
        {settings.start === "immediately" ? null : (
          <DateTimeField
            label={t("header.startDate")}
            value={settings.start}
            onChange={(start) => change({ start: start ?? "immediately" })}
          />
        )}
        <DateTimeField label={t("header.end")} value={settings.end} onChange={(end) => change({ end })} />
        <TimeZoneField
          label={t("header.zone")}
          value={settings.timeZone}
          onChange={(timeZone) => timeZone && change({ timeZone })}
        />
        <ReentryField value={settings.reentry} onChange={(reentry) => change({ reentry })} />
        <Switch
          size="S"
          isSelected={settings.emailDeduplication === true}
          onChange={(emailDeduplication) => change({ emailDeduplication })}
        >
          {t("header.deduplication")}
        </Switch>
      </Form>
      {header.longestDays ? (
        <p className="hint">{t("header.longest", { days: number(header.longestDays, 1) })}</p>
      ) : null}
      <p className="hint">{t("header.hint")}</p>
    </div>
  );
}
