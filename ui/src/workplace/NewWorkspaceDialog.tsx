import {
  Button,
  ButtonGroup,
  Content,
  Dialog,
  DialogContainer,
  Form,
  Heading,
  Switch,
  TextField,
} from "@react-spectrum/s2";
import { useState } from "react";
import * as api from "../core/api";
import { useSpeech } from "../i18n";
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
    if (name.trim() === "") return;
    close();
    go(api.newWorkspace(name, sample));
  };
  return (
    <Dialog size="S">
      <Heading slot="title">{t("workplace.newTitle")}</Heading>
      <Content>
        <Form
          onSubmit={(event) => {
            event.preventDefault();
            make();
          }}
        >
          <TextField autoFocus label={t("dialog.name")} value={name} onChange={setName} />
          <Switch isSelected={sample} onChange={setSample}>
            {t("workplace.withSample")}
          </Switch>
        </Form>
      </Content>
      <ButtonGroup>
        <Button variant="secondary" onPress={close}>
          {t("dialog.cancel")}
        </Button>
        <Button variant="accent" isDisabled={name.trim() === ""} data-testid="workspace-go" onPress={make}>
          {t("dialog.new.go")}
        </Button>
      </ButtonGroup>
    </Dialog>
  );
}
