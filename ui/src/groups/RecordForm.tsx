import { Button, Picker, PickerItem, Switch } from "@react-spectrum/s2";
import type { ReactNode } from "react";
import { flushDesk, type Records, setRecord } from "../core/desk";
import type { Collection, Condition } from "../core/types";
import { editWorkspace } from "../core/workspace";
import { ConditionField } from "../forms/condition/ConditionField";
import { ReferencesField } from "../forms/ReferenceField";
import { TextsField } from "../forms/TextsField";
import { wide } from "../forms/wide";
import { useSpeech } from "../i18n";
import { AccountListForm } from "./AccountListForm";
import { TextSetting } from "./fields";
import { InterestForm } from "./InterestForm";
import { TemplateForm } from "./TemplateForm";

interface RecordFormProps {
  of: Collection;
  record: Records[Collection];
  id: string;
  /** A role is known by its name, so a new name is a new key. */
  renamed: (key: string) => void;
  usedBy: ReactNode;
}

/** What every form of a record gets. */
export interface FormProps<Of extends Collection> {
  record: Records[Of];
  /** Shows the record at once; `now` sends it at once too. */
  set: (change: Partial<Records[Of]>, now?: boolean) => void;
}

/** The settings of one record. */
export function RecordForm({ of, record, id, renamed, usedBy }: RecordFormProps) {
  const { t } = useSpeech();
  const set = (change: object, now = true) => setRecord(of, id, { ...record, ...change }, now);
  const rename = async (name: string) => {
    if (of !== "role") return set({ name });
    await flushDesk();
    const role = { ...(record as Records["role"]), name };
    if (await editWorkspace({ do: "set", key: id, record: { role } })) renamed(name);
  };
  const publishable = of === "rolesTemplate" || of === "accountList";
  const draft = "status" in record && record.status === "draft";
  return (
    <div className="record-form" data-of={of}>
      <div className="record-head">
        <TextSetting
          label={t("header.name")}
          value={record.name}
          isRequired
          onCommit={(name) => void rename(name)}
        />
        {publishable && draft ? (
          <Button
            variant="accent"
            size="S"
            data-testid="publish-record"
            onPress={() => void flushDesk().then(() => editWorkspace({ do: "publish", of, key: id }))}
          >
            {t("records.publish")}
          </Button>
        ) : publishable ? (
          <span className="chip" data-status="live">
            {t("status.live")}
          </span>
        ) : null}
      </div>
      {publishable && !draft ? (
        <p className="hint" role="note" data-testid="live-note">
          {t(`records.live.${of}`)}
        </p>
      ) : null}
      {form(of, record, set)}
      {usedBy}
    </div>
  );
}

// biome-ignore lint/suspicious/noExplicitAny: each form takes the record of its collection.
function form(of: Collection, record: any, set: any): ReactNode {
  const props = { record, set };
  switch (of) {
    case "rolesTemplate":
      return <TemplateForm {...props} />;
    case "solutionInterest":
      return <InterestForm {...props} />;
    case "accountList":
      return <AccountListForm {...props} />;
    case "audience":
      return <AudienceForm {...props} />;
    case "destination":
      return <DestinationForm {...props} />;
    case "email":
      return <EmailForm {...props} />;
    case "eventType":
      return <EventTypeForm {...props} />;
    case "role":
      return <RoleForm {...props} />;
  }
}

function RoleForm({ record, set }: FormProps<"role">) {
  const { t } = useSpeech();
  return (
    <TextSetting
      label={t("header.description")}
      several
      value={record.description ?? ""}
      onCommit={(description) => set({ description })}
    />
  );
}

function AudienceForm({ record, set }: FormProps<"audience">) {
  const { t } = useSpeech();
  return (
    <ConditionField
      label={t("audience.condition")}
      name={record.name}
      on="accounts"
      value={record.condition ?? undefined}
      onChange={(condition) => set({ condition: (condition ?? { all: [] }) as Condition }, false)}
    />
  );
}

function DestinationForm({ record, set }: FormProps<"destination">) {
  const { t } = useSpeech();
  return (
    <>
      <ReferencesField
        label={t("destination.roles")}
        to="role"
        value={record.roles ?? []}
        onChange={(roles) => set({ roles: roles.length > 0 ? roles : null })}
      />
      <Picker
        label={t("destination.form")}
        size="S"
        styles={wide}
        value={record.form ?? "leadGen"}
        onChange={(form) => set({ form: form as "leadGen" | "landingPage" })}
      >
        <PickerItem id="leadGen">{t("destination.leadGen")}</PickerItem>
        <PickerItem id="landingPage">{t("destination.landingPage")}</PickerItem>
      </Picker>
      <Switch
        size="S"
        isSelected={record.errorRedirect ?? false}
        onChange={(errorRedirect) => set({ errorRedirect })}
      >
        {t("destination.errorRedirect")}
      </Switch>
    </>
  );
}

const calls = ["link", "form", "webinar", "chat"] as const;

function EmailForm({ record, set }: FormProps<"email">) {
  const { t } = useSpeech();
  return (
    <Picker
      label={t("email.callToAction")}
      size="S"
      styles={wide}
      value={record.callToAction}
      onChange={(call) => set({ callToAction: call as (typeof calls)[number] })}
    >
      {calls.map((call) => (
        <PickerItem key={call} id={call}>
          {t(`email.${call}`)}
        </PickerItem>
      ))}
    </Picker>
  );
}

function EventTypeForm({ record, set }: FormProps<"eventType">) {
  const { t } = useSpeech();
  return (
    <>
      <p className="hint">
        {t("eventType.type")} <code>{record.type}</code>
      </p>
      <TextsField
        label={t("eventType.fields")}
        value={record.fields ?? []}
        onChange={(fields) => set({ fields })}
      />
    </>
  );
}
