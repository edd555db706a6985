import { ActionButton, Text } from "@react-spectrum/s2";
import Add from "@react-spectrum/s2/icons/Add";
import CloseIcon from "@react-spectrum/s2/icons/Close";
import { useWindow } from "../core/window";
import { useSpeech } from "../i18n";
import { Handle, moved, Sortable, SortableItem } from "./Sortable";
import { TriggerCard } from "./TriggerCard";
import { freshTrigger, type LooseTrigger } from "./triggers";
import { triggerWords } from "./triggerWords";

interface TriggersFieldProps {
  label: string;
  value: unknown;
  onChange: (value: unknown[]) => void;
}

/** What a listen waits for, or what lets a person in; the first that happens wins. */
export function TriggersField({ label, value, onChange }: TriggersFieldProps) {
  const speech = useSpeech();
  const { t } = speech;
  const catalogue = useWindow((state) => state.catalogue);
  const triggers = Array.isArray(value) ? (value as LooseTrigger[]) : [];
  const replace = (index: number, next: LooseTrigger) =>
    onChange(triggers.map((one, place) => (place === index ? next : one)));
  return (
    <fieldset className="group">
      <legend>{label}</legend>
      <Sortable
        ids={triggers.map((_one, index) => String(index))}
        name={(id) => triggerWords(speech, catalogue, triggers[Number(id)])}
        onMove={(from, to) => onChange(moved(triggers, from, to))}
      >
        {triggers.map((trigger, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: triggers have no ids; their place is what they are.
          <SortableItem key={index} id={String(index)}>
            <div className="nested" data-trigger={index}>
              <div className="card-tools">
                {triggers.length > 1 ? <Handle label={t("trigger.move", { number: index + 1 })} /> : null}
                <strong className="space">
                  {trigger.label ||
                    triggerWords(speech, catalogue, trigger) ||
                    t("trigger.number", { number: index + 1 })}
                </strong>
                <ActionButton
                  isQuiet
                  size="XS"
                  aria-label={t("trigger.remove", { number: index + 1 })}
                  onPress={() => onChange(triggers.filter((_one, place) => place !== index))}
                >
                  <CloseIcon />
                </ActionButton>
              </div>
              <TriggerCard number={index + 1} value={trigger} onChange={(next) => replace(index, next)} />
            </div>
          </SortableItem>
        ))}
      </Sortable>
      <ActionButton
        size="S"
        isQuiet
        data-testid="add-trigger"
        onPress={() => onChange([...triggers, freshTrigger("event", {}, null)])}
      >
        <Add />
        <Text>{t("trigger.add")}</Text>
      </ActionButton>
    </fieldset>
  );
}
