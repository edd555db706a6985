import { ComboBox, ComboBoxItem, NumberField, Picker, PickerItem } from "@react-spectrum/s2";
import { useSpeech } from "../../i18n";
import { useEventTypes } from "../eventTypes";
import { WhereField } from "../WhereField";
import { grow } from "../wide";
import type { Loose } from "./tree";

interface EventLeafProps {
  value: Loose;
  onChange: (value: Loose) => void;
}

/** What a person did or did not do, within how many days, how often. */
export function EventLeaf({ value, onChange }: EventLeafProps) {
  const { t } = useSpeech();
  const events = useEventTypes();
  const inactive = value.inactive === true;
  const optional = (key: string, next: number) => {
    const { [key]: _before, ...rest } = value;
    onChange(Number.isNaN(next) ? rest : { ...rest, [key]: next });
  };
  return (
    <>
      <div className="leaf-line">
        <Picker
          aria-label={t("event.how")}
          size="S"
          styles={grow}
          value={inactive ? "no" : "yes"}
          onChange={(key) => {
            const { inactive: _before, ...rest } = value;
            onChange(key === "no" ? { ...rest, inactive: true } : rest);
          }}
        >
          <PickerItem id="yes">{t("event.did")}</PickerItem>
          <PickerItem id="no">{t("event.didNot")}</PickerItem>
        </Picker>
        <ComboBox
          aria-label={t("trigger.event")}
          size="S"
          styles={grow}
          defaultItems={events}
          selectedKey={String(value.eventType ?? "")}
          onSelectionChange={(key) =>
            key !== null &&
            key !== value.eventType &&
            // What was asked of the fields belonged to the other event.
            onChange({ ...value, eventType: String(key), ...("where" in value ? { where: [] } : {}) })
          }
        >
          {(event) => <ComboBoxItem id={event.id}>{event.name}</ComboBoxItem>}
        </ComboBox>
      </div>
      <div className="leaf-line">
        <NumberField
          label={t("event.days")}
          labelPosition="side"
          size="S"
          styles={grow}
          minValue={1}
          step={1}
          value={typeof value.withinDays === "number" ? value.withinDays : Number.NaN}
          onChange={(next) => optional("withinDays", next)}
        />
        {inactive ? null : (
          <NumberField
            label={t("event.times")}
            labelPosition="side"
            size="S"
            styles={grow}
            minValue={1}
            step={1}
            value={typeof value.atLeast === "number" ? value.atLeast : 1}
            onChange={(next) => optional("atLeast", next)}
          />
        )}
      </div>
      <WhereField
        key={String(value.eventType)}
        eventType={String(value.eventType ?? "")}
        value={value.where}
        onChange={(where) => onChange({ ...value, where })}
      />
    </>
  );
}
