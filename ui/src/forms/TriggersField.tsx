import { ActionButton, ComboBox, ComboBoxItem, Text } from "@react-spectrum/s2";
import Add from "@react-spectrum/s2/icons/Add";
import CloseIcon from "@react-spectrum/s2/icons/Close";
import { useWindow } from "../core/window";
import { useSpeech } from "../i18n";
import { ConditionField } from "./condition/ConditionField";
import { useEventTypes } from "./eventTypes";
import { triggerWords } from "./triggerWords";
import { grow } from "./wide";

interface TriggersFieldProps {
  label: string;
  value: unknown;
  onChange: (value: unknown[]) => void;
}

type Trigger = Record<string, unknown>;

/** What a listen waits for; the first that happens wins. */
export function TriggersField({ label, value, onChange }: TriggersFieldProps) {
  const speech = useSpeech();
  const { t } = speech;
  const catalogue = useWindow((state) => state.catalogue);
  const events = useEventTypes();
  const triggers = Array.isArray(value) ? (value as Trigger[]) : [];
  const replace = (index: number, next: Trigger) =>
    onChange(triggers.map((one, place) => (place === index ? next : one)));
  return (
    <fieldset className="group">
      <legend>{label}</legend>
      {triggers.map((trigger, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: triggers have no ids; their place is what they are.
        <div className="nested" key={index}>
          <div className="row">
            {"event" in trigger ? (
              <ComboBox
                aria-label={t("trigger.event")}
                size="S"
                styles={grow}
                defaultItems={events}
                selectedKey={String(trigger.event)}
                onSelectionChange={(key) =>
                  key !== null && replace(index, { ...trigger, event: String(key) })
                }
              >
                {(event) => <ComboBoxItem id={event.id}>{event.name}</ComboBoxItem>}
              </ComboBox>
            ) : (
              <span className="space">{triggerWords(speech, catalogue, trigger)}</span>
            )}
            {triggers.length > 1 ? (
              <ActionButton
                isQuiet
                size="S"
                aria-label={t("trigger.remove", { number: index + 1 })}
                onPress={() => onChange(triggers.filter((_one, place) => place !== index))}
              >
                <CloseIcon />
              </ActionButton>
            ) : null}
          </div>
          {"event" in trigger ? (
            <ConditionField
              label={t("trigger.filter")}
              on="people"
              optional
              value={trigger.filter}
              onChange={(filter) => replace(index, { ...trigger, filter })}
            />
          ) : null}
        </div>
      ))}
      <ActionButton
        size="S"
        isQuiet
        onPress={() =>
          onChange([
            ...triggers,
            { on: "people", event: "directMarketing.emailClicked", where: [], filter: null },
          ])
        }
      >
        <Add />
        <Text>{t("trigger.add")}</Text>
      </ActionButton>
    </fieldset>
  );
}
