import { ActionButton } from "@react-spectrum/s2";
import Redo from "@react-spectrum/s2/icons/Redo";
import Undo from "@react-spectrum/s2/icons/Undo";
import type { Sentence } from "../core/types";
import { useSpeech } from "../i18n";
import { useEditSentence } from "./sentences";

interface StepButtonsProps {
  /** What undo would take back, and what redo would do again. */
  undo: Sentence | null;
  redo: Sentence | null;
  onUndo: () => void;
  onRedo: () => void;
  /** Whose steps they are. */
  of: string;
}

/** Undo and redo of what has steps of its own, in its head. */
export function StepButtons({ undo, redo, onUndo, onRedo, of }: StepButtonsProps) {
  const { t } = useSpeech();
  const sentence = useEditSentence();
  return (
    <span className="steps">
      <ActionButton
        size="S"
        isQuiet
        isDisabled={!undo}
        aria-label={undo ? t("action.undoWhat", { what: sentence(undo) }) : t("action.undo")}
        data-testid={`undo-${of}`}
        onPress={onUndo}
      >
        <Undo />
      </ActionButton>
      <ActionButton
        size="S"
        isQuiet
        isDisabled={!redo}
        aria-label={redo ? t("action.redoWhat", { what: sentence(redo) }) : t("action.redo")}
        data-testid={`redo-${of}`}
        onPress={onRedo}
      >
        <Redo />
      </ActionButton>
    </span>
  );
}
