import { ActionMenu, Header, Heading, MenuItem, MenuSection, Text } from "@react-spectrum/s2";
import { useEffect, useState } from "react";
import * as api from "../core/api";
import { complain } from "../core/failures";
import type { WorkspaceFile } from "../core/types";
import { useGiveDocument } from "../data/give";
import { useSpeech } from "../i18n";
import { fileName, go, openAnother, saveCopy } from "./files";
import { NewWorkspaceDialog } from "./NewWorkspaceDialog";

/** What can be done with the workspace as a file. */
export function WorkspaceMenu() {
  const { t } = useSpeech();
  const [file, setFile] = useState<WorkspaceFile | null>(null);
  const [making, setMaking] = useState(false);
  useEffect(() => {
    api.workspaceFile().then(setFile, complain);
  }, []);
  const giveDocument = useGiveDocument();
  const act = (key: string) => {
    if (key === "new") setMaking(true);
    else if (key === "open") void openAnother();
    else if (key === "copy") void saveCopy(file, t);
    else if (key === "document") giveDocument("workspace");
    else go(api.openWorkspace(key));
  };
  return (
    <>
      <ActionMenu
        isQuiet
        size="S"
        menuSize="S"
        aria-label={t("workplace.more")}
        onAction={(key) => act(String(key))}
      >
        <MenuSection>
          <MenuItem id="new">{t("workplace.new")}</MenuItem>
          <MenuItem id="open">{t("workplace.open")}</MenuItem>
          <MenuItem id="copy">{t("workplace.copy")}</MenuItem>
          <MenuItem id="document">{t("workplace.document")}</MenuItem>
        </MenuSection>
        {file && file.recent.length > 0 ? (
          <MenuSection>
            <Header>
              <Heading>{t("workplace.recent")}</Heading>
            </Header>
            {file.recent.map((path) => (
              <MenuItem key={path} id={path} textValue={path}>
                <Text slot="label">{fileName(path)}</Text>
                <Text slot="description">{path}</Text>
              </MenuItem>
            ))}
          </MenuSection>
        ) : null}
      </ActionMenu>
      <NewWorkspaceDialog open={making} close={() => setMaking(false)} />
    </>
  );
}
