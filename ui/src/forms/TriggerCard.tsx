import { ComboBox, ComboBoxItem, Picker, PickerItem, TextField } from "@react-spectrum/s2";
import { useDocument } from "../core/document";
import { useWindow } from "../core/window";
import { messageFor, useSpeech } from "../i18n";
import { AttributeField, typeOf } from "./AttributeField";
import { ComparisonField } from "./ComparisonField";
import { ConditionField } from "./condition/ConditionField";
import { useEventTypes } from "./eventTypes";
import { ReferenceField, ReferencesField, useRolesOf } from "./ReferenceField";
import {
  formOf,
  freshTrigger,
  isOfPeople,
  type LooseTrigger,
  offeredForms,
  type TriggerForm,
  withKey,
} from "./triggers";
import { WhereField } from "./WhereField";
import { wide } from "./wide";

interface TriggerCardProps {
  number: number;
  value: LooseTrigger;
  onChange: (value: LooseTrigger) => void;
}

/** One thing that a listen waits for: which sort, and its own settings. */
export function TriggerCard({ number, value, onChange }: TriggerCardProps) {
  const { t } = useSpeech();
  const kind = useDocument((state) => state.journey?.header.kind) ?? "account";
  const interest = useWindow((state) => state.start?.references.solutionInterest[0]?.id) ?? null;
  const form = formOf(value);
  const offered = offeredForms(kind);
  if (form && !offered.includes(form)) offered.push(form);
  return (
    <>
      <Picker
        label={t("trigger.form", { number })}
        size="S"
        styles={wide}
        value={form}
        onChange={(key) => key !== form && onChange(freshTrigger(key as TriggerForm, value, interest))}
      >
        {offered.map((one) => (
          <PickerItem key={one} id={one}>
            {t(messageFor("triggerForm", one) ?? "trigger.event")}
          </PickerItem>
        ))}
      </Picker>
      {form ? <Settings form={form} value={value} onChange={onChange} /> : null}
      {form && isOfPeople(form) ? (
        <ConditionField
          label={t("trigger.filter")}
          on="people"
          optional
          value={value.filter}
          onChange={(filter) => onChange(withKey(value, "filter", filter))}
        />
      ) : null}
      <TextField
        label={t("trigger.label")}
        size="S"
        styles={wide}
        value={value.label ?? ""}
        onChange={(label) => onChange(withKey(value, "label", label === "" ? null : label))}
      />
    </>
  );
}

interface SettingsProps {
  form: TriggerForm;
  value: LooseTrigger;
  onChange: (value: LooseTrigger) => void;
}

function Settings({ form, value, onChange }: SettingsProps) {
  const { t, text } = useSpeech();
  const events = useEventTypes();
  const attributes = useWindow((state) => state.catalogue?.attributes);
  const roles = useRolesOf(value.solutionInterest);
  const set = (key: string, next: unknown) => onChange(withKey(value, key, next));
  const interest = (
    <ReferenceField
      label={t("group.interest")}
      to="solutionInterest"
      required={false}
      value={value.solutionInterest}
      onChange={(next) => set("solutionInterest", next)}
    />
  );
  switch (form) {
    case "event": {
      const event = String(value.event);
      const known = events.some(({ id }) => id === event);
      return (
        <>
          <ComboBox
            label={t("trigger.event")}
            size="S"
            styles={wide}
            defaultItems={known ? events : [{ id: event, name: event }, ...events]}
            selectedKey={event}
            onSelectionChange={(key) => {
              // What was asked of the fields belonged to the other event.
              if (key !== null && key !== event) onChange({ ...value, event: String(key), where: [] });
            }}
          >
            {(item) => <ComboBoxItem id={item.id}>{item.name}</ComboBoxItem>}
          </ComboBox>
          <WhereField
            key={event}
            eventType={event}
            value={value.where}
            onChange={(where) => onChange({ ...value, where } as LooseTrigger)}
          />
        </>
      );
    }
    case "stage":
    case "status":
    case "completeness":
    case "engagement": {
      const score = form === "completeness" || form === "engagement";
      const common = {
        type: score ? "number" : "text",
        to: form === "stage" ? "stage" : undefined,
        max: score ? 100 : undefined,
      } as const;
      return (
        <>
          {interest}
          <ComparisonField
            {...common}
            label={t("trigger.from")}
            value={value.from}
            onChange={(next) => set("from", next)}
          />
          <ComparisonField
            {...common}
            label={t("trigger.to")}
            value={value.to}
            onChange={(next) => set("to", next)}
          />
        </>
      );
    }
    case "assigned":
    case "removed":
      return (
        <>
          {interest}
          <ReferencesField
            label={t("trigger.roles")}
            to="role"
            among={roles}
            value={value.role}
            onChange={(next) => set("role", next)}
          />
        </>
      );
    case "moment": {
      const moments = ["email", "milestone", "web"] as const;
      return (
        <Picker
          label={t("trigger.momentType")}
          size="S"
          styles={wide}
          value={value.moment ?? null}
          onChange={(key) => set("moment", key)}
        >
          {moments.map((moment) => (
            <PickerItem key={moment} id={moment}>
              {t(`moment.${moment}`)}
            </PickerItem>
          ))}
        </Picker>
      );
    }
    case "accountAttribute":
    case "personAttribute": {
      const path = String(value.attribute);
      const info = attributes?.find((one) => one.path === path);
      const type = typeOf(info);
      return (
        <>
          <AttributeField
            label={t("leaf.attribute")}
            of={[form === "personAttribute" ? "person" : "account"]}
            settable
            required
            value={path}
            onChange={(next) => onChange(withKey({ ...value, attribute: next }, "to", null))}
          />
          <ComparisonField
            label={t("trigger.newValue", { attribute: text(info?.name) || path })}
            type={type === "number" ? "number" : type === null ? null : "text"}
            of={{ attribute: path }}
            value={value.to}
            onChange={(next) => set("to", next)}
          />
        </>
      );
    }
  }
}
