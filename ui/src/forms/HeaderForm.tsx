import { Form, Picker, PickerItem, Switch, TextArea, TextField } from "@react-spectrum/s2";
import { memo } from "react";
import { type DocumentState, useDocument } from "../core/document";
import { flush, typeHeader } from "../core/edits";
import type { Header, JourneySettings } from "../core/types";
import { useSpeech } from "../i18n";
import { DateTimeField } from "./DateTimeField";
import { ReentryField } from "./ReentryField";
import { TimeZoneField } from "./TimeZoneField";
import { wide } from "./wide";

/** The journey's own settings, when nothing on the canvas is selected. */
export function HeaderForm() {
  const { t } = useSpeech();
  const kind = useDocument((state) => state.journey?.header.kind);
  if (!kind) return null;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: leaving any field inside sends what was typed there.
    <div className="form" onBlur={flush} data-form="">
      <div className="form-head">
        <div>
          <h2>{t("header.title")}</h2>
          <p>{t(`header.kind.${kind}`)}</p>
        </div>
      </div>
      <Fields />
      <Longest />
      <p className="hint">{t("header.hint")}</p>
    </div>
  );
}

const headerIn = ({ draftHeader, journey }: DocumentState) => draftHeader ?? journey?.header;

function typed(next: Partial<Header>): void {
  const header = headerIn(useDocument.getState());
  if (header) typeHeader({ ...header, ...next });
}

/**
 * The fields, drawn anew when one of them changes: the box of several lines lays out the whole page whenever it is drawn,
 * and the header comes with most edits for its length.
 */
const Fields = memo(function Fields() {
  const { t } = useSpeech();
  const name = useDocument((state) => headerIn(state)?.name) ?? "";
  const description = useDocument((state) => headerIn(state)?.description) ?? "";
  const settings = useDocument((state) => headerIn(state)?.settings);
  if (!settings) return null;
  const change = (next: Partial<JourneySettings>) => typed({ settings: { ...settings, ...next } });
  return (
    <Form size="S">
      <TextField
        label={t("header.name")}
        styles={wide}
        isRequired
        isInvalid={name.trim() === ""}
        errorMessage={t("header.nameless")}
        value={name}
        onChange={(name) => typed({ name })}
      />
      <TextArea
        label={t("header.description")}
        styles={wide}
        value={description}
        onChange={(description) => typed({ description })}
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
  );
});

function Longest() {
  const { t, number } = useSpeech();
  const days = useDocument((state) => headerIn(state)?.longestDays);
  return days ? <p className="hint">{t("header.longest", { days: number(days, 1) })}</p> : null;
}
