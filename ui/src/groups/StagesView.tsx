import {
  ActionButton,
  AlertDialog,
  Button,
  DialogContainer,
  Picker,
  PickerItem,
  Switch,
  Text,
} from "@react-spectrum/s2";
import Add from "@react-spectrum/s2/icons/Add";
import CloseIcon from "@react-spectrum/s2/icons/Close";
import { useState } from "react";
import { useDesk } from "../core/desk";
import type { Stage, StagesModel } from "../core/types";
import { editWorkspace } from "../core/workspace";
import { wide } from "../forms/wide";
import { useSpeech } from "../i18n";
import { TextSetting } from "./fields";
import { freeName } from "./RecordsView";
import { StageGraph } from "./StageGraph";
import { UsedBy } from "./UsedBy";

/** The stages model: drawn, with its rules checked, and edited stage by stage until it is live. */
export function StagesView() {
  const { t, text } = useSpeech();
  const view = useDesk((state) => state.view);
  const model = view?.workspace.stagesModel ?? null;
  const [chosen, setChosen] = useState<string | null>(null);
  const [deleting, setDeleting] = useState(false);
  if (!model) {
    const fresh: StagesModel = {
      name: t("stages.model"),
      status: "draft",
      stages: [
        { id: "stage-1", name: t("stages.first"), entry: true, next: ["stage-2"] },
        { id: "stage-2", name: t("stages.won"), entry: false, destination: "success" },
      ],
    };
    return (
      <div className="records-empty">
        <p>{t("stages.none")}</p>
        <Button
          variant="accent"
          size="S"
          onPress={() => void editWorkspace({ do: "setStagesModel", model: fresh })}
        >
          {t("stages.make")}
        </Button>
      </div>
    );
  }
  const fixed = model.status === "live";
  const set = (change: Partial<StagesModel>) =>
    void editWorkspace({ do: "setStagesModel", model: { ...model, ...change } });
  const stage = model.stages.find(({ id }) => id === chosen) ?? model.stages[0];
  const problems = view?.stagesProblems ?? [];
  const add = () => {
    const ids = new Set<string>(model.stages.map(({ id }) => id));
    let count = model.stages.length + 1;
    while (ids.has(`stage-${count}`)) count++;
    const id = `stage-${count}`;
    set({ stages: [...model.stages, { id, name: freeName(t("stages.new"), model.stages), entry: false }] });
    setChosen(id);
  };
  const change = (next: Stage | null) =>
    stage &&
    set({
      stages: model.stages.flatMap((one) =>
        one.id === stage.id
          ? next
            ? [next]
            : []
          : [
              next
                ? one
                : { ...one, ...(one.next ? { next: one.next.filter((id) => id !== stage.id) } : {}) },
            ],
      ),
    });
  return (
    <div className="stages">
      <div className="record-head">
        <TextSetting
          label={t("header.name")}
          value={model.name}
          isRequired
          isDisabled={fixed}
          onCommit={(name) => set({ name })}
        />
        {fixed ? (
          <span className="chip" data-status="live">
            {t("status.live")}
          </span>
        ) : (
          <Button
            variant="accent"
            size="S"
            data-testid="publish-stages"
            isDisabled={problems.length > 0}
            onPress={() => void editWorkspace({ do: "publishStagesModel" })}
          >
            {t("records.publish")}
          </Button>
        )}
        <ActionButton size="S" onPress={() => setDeleting(true)}>
          {t("stages.delete")}
        </ActionButton>
      </div>
      {fixed ? <p className="hint">{t("stages.fixed")}</p> : null}
      <StageGraph model={model} chosen={stage?.id ?? null} choose={setChosen} />
      {problems.length > 0 ? (
        <ul className="stage-problems" role="status" data-testid="stage-problems">
          {problems.map(({ sentence }) => (
            <li key={sentence.en}>{text(sentence)}</li>
          ))}
        </ul>
      ) : (
        <p className="hint">{t("stages.right")}</p>
      )}
      <ActionButton size="S" isDisabled={fixed} data-testid="add-stage" onPress={add}>
        <Add />
        <Text>{t("stages.add")}</Text>
      </ActionButton>
      {stage ? <StageForm key={stage.id} stage={stage} model={model} fixed={fixed} change={change} /> : null}
      {stage ? <UsedBy of={null} record={stage.id} revision={view?.revision ?? 0} /> : null}
      <DialogContainer onDismiss={() => setDeleting(false)}>
        {deleting ? (
          <AlertDialog
            variant="destructive"
            title={t("records.delete", { name: model.name })}
            primaryActionLabel={t("journeys.delete")}
            cancelLabel={t("dialog.cancel")}
            onPrimaryAction={() => void editWorkspace({ do: "setStagesModel", model: null })}
          >
            {t("records.deleteText")}
          </AlertDialog>
        ) : null}
      </DialogContainer>
    </div>
  );
}

interface StageFormProps {
  stage: Stage;
  model: StagesModel;
  fixed: boolean;
  /** Null takes the stage away. */
  change: (stage: Stage | null) => void;
}

function StageForm({ stage, model, fixed, change }: StageFormProps) {
  const { t } = useSpeech();
  const others = model.stages.filter(({ id }) => id !== stage.id);
  return (
    <fieldset className="path-card stage-form" data-stage={stage.id}>
      <legend className="unseen">{stage.name}</legend>
      <div className="record-head">
        <TextSetting
          label={t("header.name")}
          value={stage.name}
          isRequired
          isDisabled={fixed}
          onCommit={(name) => change({ ...stage, name })}
        />
        <ActionButton
          isQuiet
          size="S"
          aria-label={t("stages.remove", { name: stage.name })}
          isDisabled={fixed || others.length === 0}
          onPress={() => change(null)}
        >
          <CloseIcon />
        </ActionButton>
      </div>
      <Switch
        size="S"
        isDisabled={fixed}
        isSelected={stage.entry}
        onChange={(entry) => change({ ...stage, entry })}
      >
        {t("stages.entry")}
      </Switch>
      <Picker
        label={t("stages.destination")}
        size="S"
        styles={wide}
        isDisabled={fixed}
        value={stage.destination ?? "none"}
        onChange={(to) =>
          change({ ...stage, destination: to === "none" ? null : (to as "success" | "failure") })
        }
      >
        <PickerItem id="none">{t("stages.onTheWay")}</PickerItem>
        <PickerItem id="success">{t("stages.success")}</PickerItem>
        <PickerItem id="failure">{t("stages.failure")}</PickerItem>
      </Picker>
      <Picker
        label={t("stages.next")}
        size="S"
        styles={wide}
        selectionMode="multiple"
        placeholder={t("reference.clear")}
        isDisabled={fixed || others.length === 0}
        value={stage.next ?? []}
        onChange={(keys) => change({ ...stage, next: [...keys].map(String) })}
      >
        {others.map(({ id, name }) => (
          <PickerItem key={id} id={id}>
            {name}
          </PickerItem>
        ))}
      </Picker>
    </fieldset>
  );
}
