/** English: workspaces as files. */
export const workplace = {
  "workplace.more": "The workspace as a file",
  "workplace.new": "New workspace…",
  "workplace.newTitle": "New workspace",
  "workplace.open": "Open a workspace…",
  "workplace.copy": "Save a copy…",
  "workplace.document": "Save its records as JSON…",
  "workplace.copied": "A copy was saved as {path}",
  "workplace.recent": "Recent",
  "workplace.name": "My workspace",
  "workplace.withSample": "Begin with the sample journey and data",
  "rescue.title": "The workspace could not be opened",
  "rescue.backup": "Use the backup of {at}",
  "rescue.kept": "The file that cannot be opened is kept beside it.",
  "rescue.noBackup": "There is no backup of it.",
  "failure.no-such-file": "{file}: there is no such file. Choose another one.",
  "failure.workspace-damaged":
    "The workspace file is damaged. Nothing was changed. Use a backup, or open another workspace.",
  "failure.workspace-newer":
    "The workspace was saved by a newer Caravan. Update the program, or open another workspace.",
  "failure.workspace-foreign": "The file is no workspace of Caravan. Choose another one.",
  "failure.workspace-empty":
    "The file is empty, so it holds no workspace. Use a backup, or open another workspace.",
  "failure.workspace-locked":
    "The workspace is open in another window of Caravan. Go on there, or close that one first.",
} as const;
