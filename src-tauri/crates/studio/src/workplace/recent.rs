//! Which workspaces were open, in a small file of the application's folder.

use std::io::Write;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::Failure;

#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct RecentFiles {
    /// The one that was open last; none: the usual one.
    pub(super) open: Option<PathBuf>,
    /// The newest first.
    pub(super) recent: Vec<PathBuf>,
}

const NAME: &str = "recent.json";
const KEPT: usize = 10;

impl RecentFiles {
    /// What cannot be read is as if nothing had been open: it is no work of the user's.
    pub(super) fn load(folder: &Path) -> RecentFiles {
        let text = std::fs::read_to_string(folder.join(NAME)).ok();
        text.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default()
    }

    /// Makes a file the newest of them.
    pub(super) fn add(folder: &Path, path: &Path) -> Result<(), Failure> {
        let mut files = RecentFiles::load(folder);
        files.recent.retain(|other| other != path);
        files.recent.insert(0, path.to_owned());
        files.recent.truncate(KEPT);
        files.open = Some(path.to_owned());
        let text = crate::commands::json(&files)?;
        crate::save(&folder.join(NAME), |out| out.write_all(text.as_bytes()))
    }
}
