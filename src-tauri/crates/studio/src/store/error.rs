//! Why the workspace could not be opened, read or saved. Each says in one sentence what, where and how to mend it.

use std::io;
use std::path::PathBuf;

use rusqlite::ErrorCode;
use thiserror::Error;

#[derive(Debug, Error)]
pub enum StoreError {
    #[error("The folder {folder} cannot be used ({cause}); choose another one or allow writing to it.")]
    Folder { folder: PathBuf, cause: io::Error },
    #[error(
        "The workspace in {folder} is open in another window of Caravan; go on there, or close that one first."
    )]
    Locked { folder: PathBuf },
    #[error(
        "The file {file} is empty, so it holds no workspace; put a copy back in its place, or remove it to start anew."
    )]
    Empty { file: PathBuf },
    #[error("The file {file} is no workspace of Caravan; move it elsewhere, and a new workspace is made.")]
    Foreign { file: PathBuf },
    #[error(
        "The workspace {file} was saved by a newer Caravan (layout {found}, this program knows {newest}); update the program."
    )]
    Newer { file: PathBuf, found: i64, newest: i64 },
    #[error("The workspace {file} is damaged ({detail}); put a copy back in its place. Nothing was changed.")]
    Damaged { file: PathBuf, detail: String },
    #[error(
        "The stored {what} does not hold what was saved, the file was changed or damaged from outside; put a copy of the workspace back."
    )]
    Changed { what: String },
    #[error(
        "There is no room on the disk, so the last change was not saved; free some space and make it again."
    )]
    Full,
    #[error(
        "The folder of the workspace cannot be written, so the last change was not saved; allow writing to it."
    )]
    ReadOnly,
    #[error("The workspace could not be read or saved: {0}.")]
    Sqlite(rusqlite::Error),
}

impl StoreError {
    /// What the door calls it.
    pub fn code(&self) -> &'static str {
        match self {
            StoreError::Folder { .. } => "folder-unusable",
            StoreError::Locked { .. } => "workspace-locked",
            StoreError::Empty { .. } => "workspace-empty",
            StoreError::Foreign { .. } => "workspace-foreign",
            StoreError::Newer { .. } => "workspace-newer",
            StoreError::Damaged { .. } => "workspace-damaged",
            StoreError::Changed { .. } => "document-damaged",
            StoreError::Full => "disk-full",
            StoreError::ReadOnly => "read-only",
            StoreError::Sqlite(_) => "store-failed",
        }
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => StoreError::Full,
            Some(ErrorCode::ReadOnly) => StoreError::ReadOnly,
            _ => StoreError::Sqlite(error),
        }
    }
}

/// A stored text that cannot be read back although its hash is right: it was written by other rules.
pub(super) fn unreadable(what: &str, cause: impl std::fmt::Display) -> StoreError {
    StoreError::Changed { what: format!("{what} ({cause})") }
}
