import { DialogContainer, Switch, TextField } from "@react-spectrum/s2";
import { useState } from "react";
import * as api from "../core/api";
import { useSpeech } from "../i18n";
import { FormDialog } from "../panels/FormDialog";
import { go } from "./files";

/** Asks what a new workspace is called and whether it begins with the sample. */
export function NewWorkspaceDialog({ open, close }: { open: boolean; close: () => void }) {
  return <DialogContainer onDismiss={close}>{open ? <NewWorkspace close={close} /> : null}</DialogContainer>;
}

function NewWorkspace({ close }: { close: () => void }) {
  const { t } = useSpeech();
  const [name, setName] = useState(t("workplace.name"));
  const [sample, setSample] = useState(false);
  const make = () => {
    close();
    go(api.newWorkspace(name, sample));
  };
  return (
    <FormDialog
      title={t("workplace.newTitle")}
      go={t("dialog.new.go")}
      testid="workspace-go"
      ready={name.trim() !== ""}
      submit={make}
      close={close}
    >
      <TextField autoFocus label={t("dialog.name")} value={name} onChange={setName} />
      <Switch isSelected={sample} onChange={setSample}>
        {t("workplace.withSample")}
      </Switch>
    </FormDialog>
  );
}
