import { ActionButton, NumberField, Picker, PickerItem } from "@react-spectrum/s2";
import CloseIcon from "@react-spectrum/s2/icons/Close";
import { useSpeech } from "../i18n";
import { type Unit, units } from "./time";
import { grow, number } from "./wide";

interface DurationFieldProps {
  label: string;
  value: unknown;
  required: boolean;
  onChange: (value: Partial<Record<Unit, number>> | null) => void;
}

/** A length of time: a number and a unit, as often as there are units. */
export function DurationField({ label, value, required, onChange }: DurationFieldProps) {
  const { t } = useSpeech();
  const duration = (value ?? {}) as Partial<Record<Unit, number>>;
  const present = units.filter((unit) => duration[unit] !== undefined);
  const shown: Unit[] = present.length > 0 ? present : ["days"];
  const free = units.filter((unit) => !shown.includes(unit));
  const change = (from: Unit, to: Unit, count: number) => {
    const { [from]: _before, ...rest } = duration;
    // Units are kept from small to large, as the documents write them.
    const next: typeof duration = { ...rest, [to]: count };
    onChange(Object.fromEntries(units.flatMap((unit) => (unit in next ? [[unit, next[unit]]] : []))));
  };
  const drop = (unit: Unit) => {
    const { [unit]: _dropped, ...rest } = duration;
    onChange(Object.keys(rest).length > 0 ? rest : null);
  };
  return (
    <fieldset className="group">
      <legend>{label}</legend>
      {shown.map((unit) => (
        <div className="row" key={unit}>
          <NumberField
            size="S"
            styles={number}
            aria-label={t("duration.count", { label })}
            minValue={0}
            step={1}
            value={duration[unit] ?? Number.NaN}
            onChange={(count) => (Number.isNaN(count) ? drop(unit) : change(unit, unit, count))}
          />
          <Picker
            size="S"
            styles={grow}
            aria-label={t("duration.unit", { label })}
            value={unit}
            onChange={(key) => change(unit, key as Unit, duration[unit] ?? 1)}
          >
            {units
              .filter((one) => one === unit || free.includes(one))
              .map((one) => (
                <PickerItem key={one} id={one}>
                  {t(`unitName.${one}`)}
                </PickerItem>
              ))}
          </Picker>
          {present.length > 1 || (!required && present.length > 0) ? (
            <ActionButton isQuiet size="S" aria-label={t("word.remove")} onPress={() => drop(unit)}>
              <CloseIcon />
            </ActionButton>
          ) : null}
        </div>
      ))}
      {present.length > 0 && free.length > 0 ? (
        <button type="button" className="link" onClick={() => change(free[0] as Unit, free[0] as Unit, 1)}>
          {t("duration.more")}
        </button>
      ) : null}
    </fieldset>
  );
}
