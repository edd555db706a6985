import {
  AlertDialog,
  Button,
  ButtonGroup,
  Content,
  Dialog,
  DialogContainer,
  Form,
  Heading,
  TextField,
} from "@react-spectrum/s2";
import { useState } from "react";
import { remove } from "../canvas/remove";
import * as api from "../core/api";
import { useDocument } from "../core/document";
import { complain } from "../core/failures";
import type { JourneySummary } from "../core/types";
import { journeysNow, useWindow } from "../core/window";
import { useSpeech } from "../i18n";
import { KeepPath } from "./KeepPath";

/** The questions that the window asks, one at a time. */
export function Dialogs() {
  const dialog = useWindow((state) => state.dialog);
  const { t } = useSpeech();
  return (
    <DialogContainer onDismiss={close}>
      {dialog?.ask === "newJourney" ? (
        <NameDialog
          title={t("dialog.new.title")}
          go={t("dialog.new.go")}
          name={t("dialog.new.name")}
          run={async (name) => made(await api.createJourney(name))}
        />
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

function close() {
  useWindow.setState({ dialog: null });
}

async function made(journey: JourneySummary) {
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
  const journeys = useWindow((state) => state.journeys);
  const present = useDocument((state) => state.journey);
  const [value, setValue] = useState(() => free(name, journeys));
  const taken =
    journeys.some((journey) => journey.id !== present?.id && journey.name === value.trim()) ||
    present?.header.name === value.trim();
  const ready = value.trim() !== "" && !taken;
  const submit = () => {
    if (!ready) return;
    close();
    void run(value.trim()).catch(complain);
  };
  return (
    <Dialog size="S">
      <Heading slot="title">{title}</Heading>
      <Content>
        <Form
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <TextField
            autoFocus
            label={t("dialog.name")}
            value={value}
            onChange={setValue}
            isInvalid={taken}
            errorMessage={t("dialog.taken")}
          />
        </Form>
      </Content>
      <ButtonGroup>
        <Button variant="secondary" onPress={close}>
          {t("dialog.cancel")}
        </Button>
        <Button variant="accent" isDisabled={!ready} onPress={submit} data-testid="dialog-go">
          {go}
        </Button>
      </ButtonGroup>
    </Dialog>
  );
}

/** The name, with a number when it's taken. */
function free(name: string, journeys: JourneySummary[]): string {
  const names = new Set(journeys.map((journey) => journey.name));
  for (let count = 1; ; count++) {
    const candidate = count === 1 ? name : `${name} ${count}`;
    if (!names.has(candidate)) return candidate;
  }
}
