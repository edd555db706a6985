import { ActionButton, DialogContainer, Text } from "@react-spectrum/s2";
import Edit from "@react-spectrum/s2/icons/Edit";
import { useState } from "react";
import type { Condition } from "../../core/types";
import { useSpeech } from "../../i18n";
import { ConditionDialog } from "./ConditionDialog";
import { Counted } from "./Counted";
import { useMatches } from "./count";
import { useConditionSentence } from "./sentence";
import { isBlank } from "./tree";

interface ConditionFieldProps {
  label: string;
  /** What the condition belongs to, for the dialog's title. */
  name?: string;
  on: "accounts" | "people";
  /** An empty condition is no condition. */
  optional?: boolean;
  value: unknown;
  onChange: (value: Condition | undefined) => void;
}

/** A condition as its sentence and its matches; the dialog edits it. */
export function ConditionField({ label, name, on, optional, value, onChange }: ConditionFieldProps) {
  const { t } = useSpeech();
  const sentence = useConditionSentence();
  const count = useMatches(on, value);
  const [open, setOpen] = useState(false);
  const blank = isBlank(value);
  const title = name ? t("condition.titleOf", { name }) : label;
  return (
    <div className="condition">
      <span className="label">{label}</span>
      {blank ? (
        <p className="condition-blank">{t(optional ? "condition.noFilter" : "condition.blank")}</p>
      ) : (
        <p className="condition-words">{sentence(value)}</p>
      )}
      {count && !blank ? <Counted on={on} count={count} /> : null}
      <ActionButton
        size="S"
        data-testid="edit-condition"
        aria-label={t(blank ? "condition.setOf" : "condition.editOf", { name: name ?? label })}
        onPress={() => setOpen(true)}
      >
        <Edit />
        <Text>{t(blank ? "condition.set" : "condition.edit")}</Text>
      </ActionButton>
      <DialogContainer onDismiss={() => setOpen(false)}>
        {open ? (
          <ConditionDialog
            title={title}
            on={on}
            value={value}
            onChange={(next) => onChange(optional && isBlank(next) ? undefined : next)}
            close={() => setOpen(false)}
          />
        ) : null}
      </DialogContainer>
    </div>
  );
}
