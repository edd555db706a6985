import { Button } from "@react-spectrum/s2";
import { useState } from "react";
import { create } from "zustand";
import * as api from "../core/api";
import type { WorkspaceFile } from "../core/types";
import { useSpeech } from "../i18n";
import { useFailureSentence } from "../panels/sentences";
import { fileName, go, openAnother } from "./files";
import { NewWorkspaceDialog } from "./NewWorkspaceDialog";

/** The workspace that could not be opened; null: it could. */
export const useRescue = create<{ file: WorkspaceFile | null }>(() => ({ file: null }));

/** Asks whether the workspace could not be opened; true: what can be done then is shown. */
export async function rescue(): Promise<boolean> {
  const file = await api.workspaceFile().catch(() => null);
  if (!file?.failure) return false;
  useRescue.setState({ file });
  return true;
}

/** In place of the window: why the workspace could not be opened, and every way on from there. */
export function Rescue({ file }: { file: WorkspaceFile }) {
  const { t, date } = useSpeech();
  const sentence = useFailureSentence();
  const [making, setMaking] = useState(false);
  const { failure, backups, recent } = file;
  const [newest, ...older] = backups;
  return (
    <main className="rescue" data-testid="rescue">
      <h1>{t("rescue.title")}</h1>
      {failure ? <p role="alert">{sentence(failure)}</p> : null}
      <p className="rescue-path">{file.path}</p>
      {newest ? (
        <>
          <Button
            variant="accent"
            data-testid="use-backup"
            onPress={() => go(api.restoreBackup(newest.path))}
          >
            {t("rescue.backup", { at: date(newest.at) })}
          </Button>
          <p className="hint">{t("rescue.kept")}</p>
        </>
      ) : (
        <p className="hint">{t("rescue.noBackup")}</p>
      )}
      {older.map((backup) => (
        <Button key={backup.path} variant="secondary" onPress={() => go(api.restoreBackup(backup.path))}>
          {t("rescue.backup", { at: date(backup.at) })}
        </Button>
      ))}
      <div className="rescue-ways">
        <Button variant="secondary" onPress={() => void openAnother()}>
          {t("workplace.open")}
        </Button>
        <Button variant="secondary" onPress={() => setMaking(true)}>
          {t("workplace.new")}
        </Button>
      </div>
      {recent.length > 0 ? (
        <>
          <h2>{t("workplace.recent")}</h2>
          <ul>
            {recent.map((path) => (
              <li key={path}>
                <button
                  type="button"
                  className="link"
                  title={path}
                  onClick={() => go(api.openWorkspace(path))}
                >
                  {fileName(path)}
                </button>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <NewWorkspaceDialog open={making} close={() => setMaking(false)} />
    </main>
  );
}
