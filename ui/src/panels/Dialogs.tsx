import { AlertDialog, DialogContainer, TextField } from "@react-spectrum/s2";
import { useState } from "react";
import { remove } from "../canvas/remove";
import * as api from "../core/api";
import { complain } from "../core/failures";
import { show } from "../core/screen";
import type { JourneySummary } from "../core/types";
import { journeysNow, useWindow } from "../core/window";
import { useSpeech } from "../i18n";
import { NewJourney } from "../library/NewJourney";
import { useNaming } from "../library/naming";
import { FormDialog } from "./FormDialog";
import { KeepPath } from "./KeepPath";

/** The questions that the window asks, one at a time. */
export function Dialogs() {
  const dialog = useWindow((state) => state.dialog);
  const { t } = useSpeech();
  const opening = useOpening(dialog);
  return (
    <DialogContainer key={opening} onDismiss={close}>
      {dialog?.ask === "newJourney" ? (
        <NewJourney close={close} made={made} />
      ) : dialog?.ask === "duplicateJourney" ? (
        <NameDialog
          title={t(dialog.structure ? "dialog.structure.title" : "dialog.duplicate.title")}
          go={t("dialog.duplicate.go")}
          name={t("dialog.duplicate.name", { name: dialog.journey.name })}
          run={async (name) => made(await api.duplicateJourney(dialog.journey.id, name, dialog.structure))}
        />
      ) : dialog?.ask === "deleteJourney" ? (
        <AlertDialog
          variant="destructive"
          title={t("dialog.delete.title", { name: dialog.journey.name })}
          primaryActionLabel={t("dialog.delete.go")}
          cancelLabel={t("dialog.cancel")}
          onPrimaryAction={() =>
            void api
              .deleteJourney(dialog.journey.id)
              .then((left) => journeysNow(left))
              .catch(complain)
          }
        >
          {t("dialog.delete.text")}
        </AlertDialog>
      ) : dialog?.ask === "keepPath" ? (
        <KeepPath
          node={dialog.node}
          choose={(keep) => {
            close();
            void remove([dialog.node], keep);
          }}
        />
      ) : null}
    </DialogContainer>
  );
}

/** Counts the questions. A container keeps its dialog until that has faded out, and a new question begins anew. */
function useOpening(dialog: unknown): number {
  const [count, setCount] = useState(0);
  const [last, setLast] = useState(dialog);
  if (dialog && dialog !== last) {
    setLast(dialog);
    setCount(count + 1);
  }
  return count;
}

function close() {
  useWindow.setState({ dialog: null });
}

async function made(journey: JourneySummary) {
  show("journey");
  await journeysNow([...useWindow.getState().journeys, journey], journey.id);
}

interface NameDialogProps {
  title: string;
  go: string;
  name: string;
  run: (name: string) => Promise<void>;
}

function NameDialog({ title, go, name, run }: NameDialogProps) {
  const { t } = useSpeech();
  const naming = useNaming(name);
  const { value, ready } = naming;
  const submit = () => {
    close();
    void run(value.trim()).catch(complain);
  };
  return (
    <FormDialog title={title} go={go} testid="dialog-go" ready={ready} submit={submit} close={close}>
      <TextField
        autoFocus
        label={t("dialog.name")}
        value={value}
        onChange={naming.write}
        isInvalid={naming.taken}
        errorMessage={t("dialog.taken")}
      />
    </FormDialog>
  );
}
