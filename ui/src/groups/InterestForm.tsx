import { Switch } from "@react-spectrum/s2";
import { recordsOf, useDesk } from "../core/desk";
import { showSection } from "../core/screen";
import { useSpeech } from "../i18n";
import { NumberSetting, TextSetting } from "./fields";
import type { FormProps } from "./RecordForm";

/** What is sold: its template, which stays, and from when a group may go to sales. */
export function InterestForm({ record, set }: FormProps<"solutionInterest">) {
  const { t } = useSpeech();
  const state = useDesk();
  const template = recordsOf(state, "rolesTemplate").find(({ id }) => id === record.rolesTemplate);
  const ready = record.salesReady ?? {};
  const stages = state.view?.workspace.stagesModel;
  return (
    <>
      <TextSetting
        label={t("header.description")}
        several
        value={record.description ?? ""}
        onCommit={(description) => set({ description })}
      />
      <div>
        <span className="label">{t("interest.template")}</span>
        <button type="button" className="link" onClick={() => showSection("rolesTemplate")}>
          {template?.name ?? record.rolesTemplate}
        </button>
        <p className="hint">{t("interest.templateStays")}</p>
      </div>
      <Switch
        size="S"
        isSelected={record.usesStages ?? false}
        isDisabled={!stages}
        onChange={(usesStages) => set({ usesStages })}
      >
        {t("interest.usesStages")}
      </Switch>
      <fieldset className="group">
        <legend>{t("interest.ready")}</legend>
        <div className="row">
          <NumberSetting
            label={t("interest.completeness")}
            value={ready.completeness ?? 70}
            max={100}
            onCommit={(completeness) => set({ salesReady: { ...ready, completeness } })}
          />
          <NumberSetting
            label={t("interest.engagement")}
            value={ready.engagement ?? 0}
            max={100}
            onCommit={(engagement) => set({ salesReady: { ...ready, engagement } })}
          />
        </div>
      </fieldset>
    </>
  );
}
