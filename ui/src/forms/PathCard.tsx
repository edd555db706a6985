import { ActionButton, NumberField, TextArea, TextField } from "@react-spectrum/s2";
import ArrowDown from "@react-spectrum/s2/icons/ChevronDown";
import ArrowUp from "@react-spectrum/s2/icons/ChevronUp";
import CloseIcon from "@react-spectrum/s2/icons/Close";
import type { Condition } from "../core/types";
import { useSpeech } from "../i18n";
import { useNames } from "../panels/names";
import { ActionsField } from "./ActionsField";
import { ConditionField } from "./condition/ConditionField";
import type { PathsOf } from "./PathsField";
import { wide } from "./wide";

export interface Path {
  id: string;
  label?: string | null;
  condition?: Condition;
  actions?: unknown[];
  percentage?: number;
  prompt?: string;
  expectedShare?: number;
}

interface PathCardProps {
  path: Path;
  of: PathsOf;
  on: "accounts" | "people";
  number: number;
  last: boolean;
  onChange: (path: Path) => void;
  onMove: (by: 1 | -1) => void;
  /** Null where a split needs this path. */
  onRemove: (() => void) | null;
}

/** One path of a split: its name, who takes it, what is done on it. */
export function PathCard({ path, of, on, number, last, onChange, onMove, onRemove }: PathCardProps) {
  const { t } = useSpeech();
  const name = useNames().exit({ path: path.id, label: path.label ?? null });
  return (
    <fieldset className="path-card" data-path={path.id}>
      <legend className="unseen">{name}</legend>
      <div className="path-tools">
        <span className="path-number figures">{number}</span>
        <span className="space" />
        <Tool label={t("paths.up", { name })} off={number === 1} run={() => onMove(-1)} icon={<ArrowUp />} />
        <Tool label={t("paths.down", { name })} off={last} run={() => onMove(1)} icon={<ArrowDown />} />
        <Tool
          label={t("paths.remove", { name })}
          off={!onRemove}
          run={() => onRemove?.()}
          icon={<CloseIcon />}
        />
      </div>
      <TextField
        label={t("paths.label")}
        size="S"
        styles={wide}
        value={path.label ?? ""}
        placeholder={name}
        onChange={(label) => onChange({ ...path, label })}
      />
      {of === "condition" || of === "conditionActions" ? (
        <ConditionField
          label={t("paths.condition")}
          on={on}
          name={name}
          value={path.condition}
          onChange={(condition) => onChange({ ...path, condition })}
        />
      ) : null}
      {of === "percentage" || of === "percentageActions" ? (
        <NumberField
          label={t("paths.percentage")}
          size="S"
          styles={wide}
          minValue={1}
          maxValue={99}
          step={1}
          value={path.percentage ?? Number.NaN}
          onChange={(percentage) => !Number.isNaN(percentage) && onChange({ ...path, percentage })}
        />
      ) : null}
      {of === "share" ? (
        <>
          <TextArea
            label={t("paths.prompt")}
            size="S"
            styles={wide}
            value={path.prompt ?? ""}
            onChange={(prompt) => onChange({ ...path, prompt })}
          />
          <NumberField
            label={t("paths.share")}
            size="S"
            styles={wide}
            minValue={0}
            maxValue={1}
            formatOptions={{ style: "percent" }}
            value={path.expectedShare ?? Number.NaN}
            onChange={(share) => !Number.isNaN(share) && onChange({ ...path, expectedShare: share })}
          />
        </>
      ) : null}
      {of === "conditionActions" || of === "percentageActions" ? (
        <ActionsField
          label={t("paths.actions")}
          value={path.actions}
          onChange={(actions) => onChange({ ...path, actions })}
        />
      ) : null}
    </fieldset>
  );
}

interface ToolProps {
  label: string;
  off: boolean;
  run: () => void;
  icon: React.ReactNode;
}

function Tool({ label, off, run, icon }: ToolProps) {
  return (
    <ActionButton isQuiet size="XS" aria-label={label} isDisabled={off} onPress={run}>
      {icon}
    </ActionButton>
  );
}
