import { NumberField, Picker, PickerItem } from "@react-spectrum/s2";
import { memo, type ReactNode, useState } from "react";
import type { RunSetting, ScenariosView } from "../core/types";
import { DateTimeField } from "../forms/DateTimeField";
import { TimeZoneField } from "../forms/TimeZoneField";
import { wide } from "../forms/wide";
import { useSpeech } from "../i18n";
import { setRun, useAssumptions } from "./assumptions";
import { GroupChoices } from "./GroupChoices";
import { same } from "./same";

/** How runs go: when, how long and how often, who enters when, and for whom buying groups are made. */
export function RunSection() {
  const { t } = useSpeech();
  const view = useAssumptions((state) => state.view);
  return (
    <section className="assumptions" aria-label={t("run.title")} data-testid="run-settings">
      <h3>{t("run.title")}</h3>
      {view ? <Fields settings={view.settings} defaults={view.defaults} mostDays={view.mostDays} /> : null}
    </section>
  );
}

type FieldsProps = Pick<ScenariosView, "settings" | "defaults" | "mostDays">;

const Fields = memo(function Fields({ settings, defaults, mostDays }: FieldsProps) {
  const { t, number, date } = useSpeech();
  const { horizonDays, startAt, timeZone, entry, replications, seed } = settings;
  const evenly = entry === "atOnce" ? null : Number(entry.evenlyOverDays);
  return (
    <>
      <Setting
        name={t("run.horizonDays")}
        about={t("run.about.days", { value: number(defaults.horizonDays) })}
        reset={horizonDays === defaults.horizonDays ? null : { horizonDays: defaults.horizonDays }}
      >
        <Whole
          label={t("run.horizonDays")}
          value={horizonDays}
          least={1}
          most={mostDays}
          put={(horizonDays) => void setRun({ horizonDays })}
        />
      </Setting>
      <Setting
        name={t("run.startAt")}
        about={t("run.about.startAt", { value: date(defaults.startAt) })}
        reset={startAt === defaults.startAt ? null : { startAt: defaults.startAt }}
      >
        <DateTimeField
          label={t("run.startAt")}
          value={startAt}
          onChange={(at) => at && at !== startAt && void setRun({ startAt: at })}
        />
      </Setting>
      <Setting
        name={t("run.timeZone")}
        about={t("run.about.timeZone", { value: defaults.timeZone })}
        reset={timeZone === defaults.timeZone ? null : { timeZone: defaults.timeZone }}
      >
        <ZoneField value={timeZone} />
      </Setting>
      <Setting
        name={t("run.entry")}
        about={t("run.about.entry")}
        reset={evenly === null ? null : { entry: "atOnce" }}
      >
        <Picker
          label={t("run.entry")}
          size="S"
          styles={wide}
          selectedKey={evenly === null ? "atOnce" : "evenly"}
          onSelectionChange={(key) =>
            void setRun({ entry: key === "atOnce" ? "atOnce" : { evenlyOverDays: evenly ?? 14 } })
          }
        >
          <PickerItem id="atOnce">{t("run.entry.atOnce")}</PickerItem>
          <PickerItem id="evenly">{t("run.entry.evenly")}</PickerItem>
        </Picker>
        {evenly === null ? null : (
          <Whole
            label={t("run.entryDays")}
            value={evenly}
            least={0}
            most={mostDays}
            parts
            put={(days) => void setRun({ entry: { evenlyOverDays: days } })}
          />
        )}
      </Setting>
      <Setting
        name={t("run.replications")}
        about={t("run.about.replications", { value: number(defaults.replications) })}
        reset={replications === defaults.replications ? null : { replications: defaults.replications }}
      >
        <Whole
          label={t("run.replications")}
          value={replications}
          least={1}
          most={mostReplications}
          put={(replications) => void setRun({ replications })}
        />
      </Setting>
      <Setting
        name={t("run.seed")}
        about={t("run.about.seed", { value: number(defaults.seed) })}
        reset={seed === defaults.seed ? null : { seed: defaults.seed }}
      >
        <Whole
          label={t("run.seed")}
          value={seed}
          least={0}
          most={Number.MAX_SAFE_INTEGER}
          put={(seed) => void setRun({ seed })}
        />
      </Setting>
      <GroupChoices groups={settings.groups} />
    </>
  );
}, same);

/** Its list is long, so it is drawn anew only when it changes. */
const ZoneField = memo(function ZoneField({ value }: { value: string }) {
  const { t } = useSpeech();
  return (
    <TimeZoneField
      label={t("run.timeZone")}
      value={value}
      onChange={(timeZone) => timeZone && timeZone !== value && void setRun({ timeZone })}
    />
  );
});

/** More than so many is a slip of the pen; a document may ask for more. */
const mostReplications = 100_000;

interface SettingProps {
  name: string;
  /** Its meaning, unit, default and source. */
  about: string;
  /** What brings the default back; null where it is the default. */
  reset: RunSetting | null;
  children: ReactNode;
}

function Setting({ name, about, reset, children }: SettingProps) {
  const { t } = useSpeech();
  return (
    <div className="run-setting">
      {children}
      <small>
        {about}{" "}
        {reset ? (
          <button
            type="button"
            className="link"
            onClick={() => void setRun(reset)}
            aria-label={t("assumptions.resetNamed", { name })}
          >
            {t("assumptions.reset")}
          </button>
        ) : null}
      </small>
    </div>
  );
}

interface WholeProps {
  label: string;
  value: number;
  least: number;
  most: number;
  /** Parts of one are taken too. */
  parts?: boolean;
  put: (value: number) => void;
}

/** A number between two others. One beyond them stays as it was typed, with the sentence that says why it isn't taken. */
function Whole({ label, value, least, most, parts = false, put }: WholeProps) {
  const { t, number } = useSpeech();
  const [refused, setRefused] = useState<number | null>(null);
  const fits = (next: number) => next >= least && next <= most && (parts || Number.isInteger(next));
  return (
    <NumberField
      label={label}
      size="S"
      styles={wide}
      hideStepper
      value={refused ?? value}
      isInvalid={refused !== null}
      errorMessage={t(parts ? "run.between" : "run.wholeBetween", {
        least: number(least),
        most: number(most),
      })}
      formatOptions={{ maximumFractionDigits: 3, useGrouping: false }}
      onChange={(next) => {
        setRefused(fits(next) ? null : next);
        if (fits(next) && next !== value) put(next);
      }}
    />
  );
}
