//! Copies of a workspace that were whole when they were made: one a day, the last two are kept.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use jiff::Timestamp;
use serde::Serialize;
use ts_rs::TS;

use crate::studio::Studio;
use crate::{Failure, store};

/// A copy of a workspace.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Backup {
    pub path: String,
    /// When it was made, ISO 8601.
    pub at: String,
}

const DAY: Duration = Duration::from_secs(24 * 60 * 60);
/// Larger workspaces are copied while the window is already there.
const LARGE: u64 = 16 << 20;

/// Makes a copy of a workspace that was opened once it is found whole, unless there is one of today. Where that cannot be
/// done nothing is lost, so nobody is told.
pub(super) fn keep(path: &Path, studio: &Arc<Studio>) {
    let [newest, _] = places(path);
    let fresh = |path: &Path| {
        let age = fs::metadata(path).and_then(|about| about.modified()).ok()?;
        SystemTime::now().duration_since(age).ok().map(|age| age < DAY)
    };
    if fresh(&newest).unwrap_or(false) {
        return;
    }
    let path = path.to_owned();
    if fs::metadata(&path).is_ok_and(|about| about.len() > LARGE) {
        let studio = Arc::clone(studio);
        std::thread::spawn(move || drop(studio.whole().and_then(|()| make(&path))));
    } else {
        drop(make(&path));
    }
}

fn make(path: &Path) -> Result<(), Failure> {
    let [newest, older] = places(path);
    let draft = newest.with_extension("part");
    store::copy(path, &draft)?;
    if newest.exists() {
        drop(fs::rename(&newest, &older));
    }
    fs::rename(&draft, &newest).map_err(|error| unwritable(&newest, &error))
}

/// The backups that are there, the newest first.
pub(super) fn of(path: &Path) -> Vec<Backup> {
    let backup = |path: &PathBuf| {
        let made = fs::metadata(path).and_then(|about| about.modified()).ok()?;
        let at = Timestamp::try_from(made).ok()?.to_string();
        Some(Backup { path: path.display().to_string(), at })
    };
    places(path).iter().filter_map(backup).collect()
}

/// Puts a backup in the place of a workspace that nobody has open. What was there is kept beside it.
pub(super) fn restore(path: &Path, backup: &Path) -> Result<(), Failure> {
    let aside = (1..).map(|number: u32| path.with_extension(format!("damaged-{number}.caravan")));
    if let Some(aside) = aside.into_iter().find(|aside| !aside.exists()) {
        fs::rename(path, &aside).map_err(|error| unwritable(&aside, &error))?;
    }
    // A log of the damaged file would be played into the backup.
    for log in ["caravan-wal", "caravan-shm"] {
        drop(fs::remove_file(path.with_extension(log)));
    }
    fs::copy(backup, path).map(drop).map_err(|error| unwritable(path, &error))
}

fn places(path: &Path) -> [PathBuf; 2] {
    [path.with_extension("backup.caravan"), path.with_extension("backup-2.caravan")]
}

fn unwritable(path: &Path, error: &std::io::Error) -> Failure {
    let path = path.display().to_string();
    let message =
        format!("{path}: the file could not be written ({error}); choose a folder that can be written to.");
    Failure::new("not-written", message).with("file", path)
}
