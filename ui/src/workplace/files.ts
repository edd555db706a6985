import { ToastQueue } from "@react-spectrum/s2";
import * as api from "../core/api";
import { complain } from "../core/failures";
import { host } from "../core/host";
import type { WorkspaceFile } from "../core/types";
import type { Speech } from "../i18n";

/** After another workspace was opened the page begins anew, so that nothing of the old one stays on it. */
export function go(opening: Promise<WorkspaceFile>): void {
  opening.then(() => location.reload(), complain);
}

export async function openAnother(): Promise<void> {
  const [path] = await host.chooseFiles(["caravan"]);
  if (path) go(api.openWorkspace(path));
}

export async function saveCopy(file: WorkspaceFile | null, t: Speech["t"]): Promise<void> {
  try {
    const name = t("records.copyOf", { name: fileName(file?.path ?? "workspace") });
    const place = await host.choosePlace(`${name}.caravan`);
    if (place === null) return;
    await api.copyWorkspace(place);
    ToastQueue.positive(t("workplace.copied", { path: place }), { timeout: 8000 });
  } catch (failure) {
    complain(failure);
  }
}

/** The file's name without its folder and ending. */
export function fileName(path: string): string {
  return (path.split(/[/\\]/).at(-1) ?? path).replace(/\.caravan$/, "");
}
