import { ActionButton, Button, ButtonGroup, Content, Dialog, Heading } from "@react-spectrum/s2";
import Redo from "@react-spectrum/s2/icons/Redo";
import Undo from "@react-spectrum/s2/icons/Undo";
import { flushSteps, redoSteps, undoSteps, useSteps } from "../../core/steps";
import type { Condition } from "../../core/types";
import { useSpeech } from "../../i18n";
import { historyKeys } from "../historyKeys";
import { Counted } from "./Counted";
import { useMatches } from "./count";
import { Parts } from "./Parts";
import { useConditionSentence } from "./sentence";
import { asCondition, isBlank, type Loose, loosePeople, normal } from "./tree";

interface ConditionDialogProps {
  title: string;
  on: "accounts" | "people";
  value: unknown;
  onChange: (value: Condition) => void;
  /** What is edited has no history of its own, such as a filter. */
  plain?: boolean;
  close: () => void;
}

/** Edits a condition as a tree; every change counts at once, so there is nothing to confirm. */
export function ConditionDialog({ title, on, value, onChange, plain, close }: ConditionDialogProps) {
  const { t } = useSpeech();
  const sentence = useConditionSentence();
  const condition = normal((value ?? { all: [] }) as Loose);
  const count = useMatches(on, condition, true);
  const steps = useSteps();
  return (
    <Dialog size="XL" isDismissible={false}>
      <Heading slot="title">{title}</Heading>
      <Content>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of the whole editor, wherever the focus is in it. */}
        <div
          className="condition-edit"
          onBlur={plain ? undefined : flushSteps}
          onKeyDown={plain ? undefined : keys}
          data-testid="condition-dialog"
        >
          <Parts on={on} whole={condition} count={count} onChange={(next) => onChange(asCondition(next))} />
          {on === "accounts" && loosePeople(condition) > 1 ? (
            <p className="hint">{t("condition.loosePeople")}</p>
          ) : null}
          <div className="condition-result">
            <p className="condition-words">
              {isBlank(condition) ? t("condition.matchesAll") : sentence(condition)}
            </p>
            {count ? <Counted on={on} count={count} /> : null}
          </div>
        </div>
      </Content>
      <ButtonGroup>
        {plain ? null : (
          <>
            <ActionButton
              isQuiet
              isDisabled={!steps.undo && !steps.typing}
              aria-label={t("action.undo")}
              onPress={() => void undoSteps()}
            >
              <Undo />
            </ActionButton>
            <ActionButton
              isQuiet
              isDisabled={!steps.redo}
              aria-label={t("action.redo")}
              onPress={() => void redoSteps()}
            >
              <Redo />
            </ActionButton>
          </>
        )}
        <Button
          variant="accent"
          data-testid="condition-done"
          onPress={() => {
            if (!plain) flushSteps();
            close();
          }}
        >
          {t("condition.done")}
        </Button>
      </ButtonGroup>
    </Dialog>
  );
}

/** Undo and redo work in here too. */
const keys = historyKeys(
  () => void undoSteps(),
  () => void redoSteps(),
);
