import { ActionButton, Picker, PickerItem } from "@react-spectrum/s2";
import { memo, useState } from "react";
import type { Factor } from "../core/types";
import { useWindow } from "../core/window";
import { useEventTypes } from "../forms/eventTypes";
import { wide } from "../forms/wide";
import { useSpeech } from "../i18n";
import { assume } from "./assumptions";
import { same } from "./same";

interface OwnNumbersProps {
  /** The paths of the numbers that are there. */
  there: string[];
  factors: Factor[];
}

/** Adds numbers that only this scenario has: rates of events that happen by themselves, and factors of roles. */
export const OwnNumbers = memo(function OwnNumbers({ there, factors }: OwnNumbersProps) {
  const { t, text } = useSpeech();
  const events = useEventTypes().filter(({ id }) => !there.includes(rateOf(id)));
  const roles = useWindow((state) => state.start?.references.role) ?? [];
  const [event, setEvent] = useState<string | null>(null);
  const [role, setRole] = useState<string | null>(null);
  const [factor, setFactor] = useState<string | null>(null);
  const path = role && factor ? `behaviour.byRole[${role}].${factor}` : null;
  return (
    <div className="own-numbers" data-testid="own-numbers">
      <div className="run-setting">
        <Picker
          label={t("own.event")}
          size="S"
          styles={wide}
          placeholder={t("reference.choose")}
          selectedKey={event}
          onSelectionChange={(key) => setEvent(String(key))}
          items={events}
        >
          {({ id, name }) => <PickerItem id={id}>{name}</PickerItem>}
        </Picker>
        <ActionButton
          size="S"
          isDisabled={!event}
          data-testid="add-rate"
          onPress={() => {
            if (event) void assume({ [rateOf(event)]: firstRate });
            setEvent(null);
          }}
        >
          {t("own.addRate")}
        </ActionButton>
      </div>
      <div className="run-setting">
        <Picker
          label={t("own.role")}
          size="S"
          styles={wide}
          placeholder={t("reference.choose")}
          selectedKey={role}
          onSelectionChange={(key) => setRole(String(key))}
          items={roles}
        >
          {({ id, name }) => <PickerItem id={id}>{name}</PickerItem>}
        </Picker>
        <Picker
          label={t("own.factorOn")}
          size="S"
          styles={wide}
          placeholder={t("reference.choose")}
          selectedKey={factor}
          onSelectionChange={(key) => setFactor(String(key))}
          items={factors.map(({ path, meaning }) => ({ id: path, name: text(meaning) }))}
        >
          {({ id, name }) => <PickerItem id={id}>{name}</PickerItem>}
        </Picker>
        <ActionButton
          size="S"
          isDisabled={!path || there.includes(path)}
          data-testid="add-factor"
          onPress={() => {
            if (path) void assume({ [path]: 1 });
            setFactor(null);
          }}
        >
          {t("own.addFactor")}
        </ActionButton>
      </div>
    </div>
  );
}, same);

/** What a new rate begins with: once in a hundred days. */
const firstRate = 0.01;

const rateOf = (event: string) => `behaviour.custom[${event}].perPersonDay`;
