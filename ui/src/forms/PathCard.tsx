import { ActionButton, Picker, PickerItem, TextArea, TextField } from "@react-spectrum/s2";
import ArrowDown from "@react-spectrum/s2/icons/ChevronDown";
import ArrowUp from "@react-spectrum/s2/icons/ChevronUp";
import CloseIcon from "@react-spectrum/s2/icons/Close";
import { memo } from "react";
import type { Problem } from "../core/types";
import { useWindow } from "../core/window";
import { useSpeech } from "../i18n";
import { ActionsField } from "./ActionsField";
import { Amount } from "./Amount";
import { ConditionField } from "./condition/ConditionField";
import { FindingList } from "./Findings";
import { asksCondition, expects, type Path, type PathsOf, sharesOut } from "./paths";
import { Handle, SortableItem } from "./Sortable";
import { TextsField } from "./TextsField";
import { asOperand } from "./WhereField";
import { grow, wide } from "./wide";

interface PathCardProps {
  path: Path;
  of: PathsOf;
  on: "accounts" | "people";
  name: string;
  number: number;
  last: boolean;
  /** Null takes the path away. */
  change: (id: string, path: Path | null) => void;
  move: (id: string, by: 1 | -1) => void;
  /** False where a split needs this path. */
  removable: boolean;
  problems: Problem[];
}

/** One path of a split: its name, who takes it, what is done on it. */
export const PathCard = memo(function PathCard(props: PathCardProps) {
  const { path, of, on, name, number, last, change, move, removable, problems } = props;
  const { t } = useSpeech();
  const onChange = (next: Path) => change(path.id, next);
  return (
    <SortableItem id={path.id}>
      <fieldset className="path-card" data-path={path.id}>
        <legend className="unseen">{name}</legend>
        <div className="path-tools">
          <Handle label={t("paths.move", { name })} />
          <span className="path-number figures">{number}</span>
          <span className="space" />
          <Tool
            label={t("paths.up", { name })}
            off={number === 1}
            run={() => move(path.id, -1)}
            icon={<ArrowUp />}
          />
          <Tool
            label={t("paths.down", { name })}
            off={last}
            run={() => move(path.id, 1)}
            icon={<ArrowDown />}
          />
          <Tool
            label={t("paths.remove", { name })}
            off={!removable}
            run={() => change(path.id, null)}
            icon={<CloseIcon />}
          />
        </div>
        <FindingList problems={problems.filter((problem) => problem.exit === path.id)} />
        <TextField
          label={t("paths.label")}
          size="S"
          styles={wide}
          value={path.label ?? ""}
          placeholder={name}
          onChange={(label) => onChange({ ...path, label })}
        />
        {asksCondition(of) ? (
          <ConditionField
            label={t("paths.condition")}
            on={on}
            name={name}
            value={path.condition}
            onChange={(condition) => onChange({ ...path, condition })}
          />
        ) : null}
        {sharesOut(of) ? (
          <Amount
            label={t("paths.percentage")}
            least={1}
            most={99}
            value={path.percentage}
            onChange={(percentage) => onChange({ ...path, percentage })}
          />
        ) : null}
        {of === "share" ? (
          <TextArea
            label={t("paths.prompt")}
            size="S"
            styles={wide}
            value={path.prompt ?? ""}
            onChange={(prompt) => onChange({ ...path, prompt })}
          />
        ) : null}
        {of === "returned" ? <Returned path={path} onChange={onChange} /> : null}
        {expects(of) ? (
          <Amount
            label={t("paths.share")}
            least={0}
            most={1}
            share
            value={path.expectedShare}
            onChange={(expectedShare) => onChange({ ...path, expectedShare })}
          />
        ) : null}
        {of === "conditionActions" || of === "percentageActions" ? (
          <ActionsField
            label={t("paths.actions")}
            value={path.actions}
            onChange={(actions) => onChange({ ...path, actions })}
          />
        ) : null}
      </fieldset>
    </SortableItem>
  );
});

/** The value that an outside service returns on this path. */
function Returned({ path, onChange }: { path: Path; onChange: (path: Path) => void }) {
  const { t, text } = useSpeech();
  const operators = useWindow((state) => state.catalogue?.operators) ?? [];
  const operator = operators.find(({ op }) => op === path.op);
  const texts = (Array.isArray(path.value) ? path.value : [path.value ?? []].flat()).map(String);
  return (
    <>
      <TextField
        label={t("paths.variable")}
        size="S"
        styles={wide}
        value={path.variable ?? ""}
        onChange={(variable) => onChange({ ...path, variable })}
      />
      <div className="row">
        <Picker
          label={t("condition.operator")}
          size="S"
          styles={grow}
          value={path.op ?? null}
          onChange={(key) => {
            const next = operators.find(({ op }) => op === key);
            if (next)
              onChange({
                ...path,
                op: next.op,
                value: next.values === "none" ? null : asOperand(texts, next),
              });
          }}
        >
          {operators.map((one) => (
            <PickerItem key={one.op} id={one.op}>
              {text(one.name)}
            </PickerItem>
          ))}
        </Picker>
      </div>
      {operator?.values === "none" ? null : (
        <TextsField
          label={t("condition.value")}
          most={operator?.values === "one" ? 1 : operator?.values === "two" ? 2 : undefined}
          value={path.value}
          onChange={(next) => onChange({ ...path, value: asOperand(next, operator) })}
        />
      )}
    </>
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
