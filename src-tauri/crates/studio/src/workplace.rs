//! Where one workspace is open, or why none is: opening another file, a new one, a copy, a backup. Everything else is
//! the open workspace's own.

mod backups;
mod recent;

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use serde::Serialize;
use serde_json::Value;
use ts_rs::TS;

use self::recent::RecentFiles;
use crate::store::FILE;
use crate::studio::{First, Listener, Studio};
use crate::surroundings::Surroundings;
use crate::{Failure, commands};

pub use self::backups::Backup;

/// The application's folder with the workspace that is open in it.
pub struct Workplace {
    folder: PathBuf,
    around: fn() -> Surroundings,
    place: Mutex<Place>,
}

struct Place {
    path: PathBuf,
    studio: Result<Arc<Studio>, Failure>,
}

/// The file of the workspace, and where else one could go from here.
#[derive(Debug, Clone, Serialize, TS)]
pub struct WorkspaceFile {
    pub path: String,
    /// Why it could not be opened.
    pub failure: Option<Failure>,
    /// Other workspaces that were open, the newest first.
    pub recent: Vec<String>,
    /// Copies of it that were whole, the newest first.
    pub backups: Vec<Backup>,
}

impl Workplace {
    /// Opens the workspace that was open last; the first time makes the sample workspace.
    pub fn open(folder: &Path, around: fn() -> Surroundings) -> Workplace {
        let recent = RecentFiles::load(folder);
        let usual = folder.join(FILE);
        let path = recent.open.filter(|path| path.exists()).unwrap_or_else(|| usual.clone());
        let first = if path == usual { First::Sample } else { First::Never };
        let studio = Studio::open_file(&path, around(), first);
        if let Ok(studio) = &studio {
            backups::keep(&path, studio);
        }
        Workplace { folder: folder.to_owned(), around, place: Mutex::new(Place { path, studio }) }
    }

    /// Runs a command of the workplace, or of the workspace that is open in it.
    pub fn call(&self, name: &str, arguments: Value, on: Listener) -> Result<String, Failure> {
        if let Some(done) = commands::at_workplace(self, name, &arguments) {
            return done;
        }
        let studio = self.studio()?;
        commands::call(&studio, name, arguments, on)
    }

    /// The open workspace; the reason where there is none.
    pub fn studio(&self) -> Result<Arc<Studio>, Failure> {
        self.lock().studio.clone()
    }

    pub fn file(&self) -> WorkspaceFile {
        let place = self.lock();
        let shown = |path: &Path| path.display().to_string();
        let recent = RecentFiles::load(&self.folder).recent;
        WorkspaceFile {
            path: shown(&place.path),
            failure: place
                .studio
                .as_ref()
                .map_or_else(|failure| Some(failure.clone()), |studio| studio.lost()),
            recent: recent
                .iter()
                .filter(|path| **path != place.path && path.exists())
                .map(|path| shown(path))
                .collect(),
            backups: backups::of(&place.path),
        }
    }

    /// Opens a workspace that is there in place of the present one, which stays as it is where that fails.
    pub fn open_file(&self, path: &str) -> Result<WorkspaceFile, Failure> {
        let path = self.whole(path);
        if !path.exists() {
            let shown = path.display().to_string();
            let message = format!("{shown}: there is no such file; choose another one.");
            return Err(Failure::new("no-such-file", message).with("file", shown));
        }
        self.go(path, First::Never)
    }

    /// Makes a workspace and opens it: with the sample's journey and data, or with nothing.
    pub fn new_file(&self, name: &str, sample: bool) -> Result<WorkspaceFile, Failure> {
        let name = name.trim();
        if name.is_empty() {
            return Err(Failure::new("record-nameless", "This needs a name; type one."));
        }
        let stem = crate::slug(name, "workspace");
        let numbered = (2..).map(|number: u32| format!("{stem}-{number}"));
        let mut paths = std::iter::once(stem.clone())
            .chain(numbered)
            .map(|stem| self.folder.join(format!("{stem}.caravan")));
        let free = paths.find(|path| !path.exists()).unwrap_or_else(|| self.folder.join(FILE));
        self.go(free, if sample { First::Sample } else { First::Empty(name.to_owned()) })
    }

    /// Writes a whole copy of the open workspace, in place of a file that is there.
    pub fn copy_file(&self, path: &str) -> Result<WorkspaceFile, Failure> {
        let mut path = self.whole(path);
        if path.extension().is_none() {
            path.set_extension("caravan");
        }
        if path == self.lock().path {
            let message = "A copy cannot take the place of the workspace itself; choose another name.";
            return Err(Failure::new("file-exists", message).with("file", path.display().to_string()));
        }
        self.studio()?.copy_to(&path)?;
        Ok(self.file())
    }

    /// Puts a backup in the place of the present file, which is kept aside.
    pub fn use_backup(&self, path: &str) -> Result<WorkspaceFile, Failure> {
        let mut place = self.lock();
        if !backups::of(&place.path).iter().any(|backup| backup.path == path) {
            let message = format!("{path} is no backup of this workspace; choose another one.");
            return Err(Failure::new("no-such-file", message).with("file", path));
        }
        if let Ok(studio) = &place.studio {
            studio.close()?;
        }
        // The lock on the file goes with its studio.
        place.studio = Err(Failure::new("workspace-damaged", "The backup is being put in place."));
        let put = backups::restore(&place.path, Path::new(path));
        place.studio = Studio::open_file(&place.path, (self.around)(), First::Never);
        drop(place);
        put?;
        self.studio()?;
        Ok(self.file())
    }

    /// Stops runs and brings all into the one file. Nothing is lost where this does not happen.
    pub fn close(&self) -> Result<(), Failure> {
        match &self.lock().studio {
            Ok(studio) => studio.close(),
            Err(_) => Ok(()),
        }
    }

    fn go(&self, path: PathBuf, first: First) -> Result<WorkspaceFile, Failure> {
        let mut place = self.lock();
        if !(place.path == path && place.studio.is_ok()) {
            let studio = Studio::open_file(&path, (self.around)(), first)?;
            backups::keep(&path, &studio);
            if let Ok(before) = &place.studio {
                before.close()?;
            }
            RecentFiles::add(&self.folder, &place.path)?;
            *place = Place { path: path.clone(), studio: Ok(studio) };
        }
        drop(place);
        RecentFiles::add(&self.folder, &path)?;
        Ok(self.file())
    }

    /// A name alone stands in the application's folder.
    fn whole(&self, path: &str) -> PathBuf {
        self.folder.join(path.trim())
    }

    fn lock(&self) -> MutexGuard<'_, Place> {
        self.place.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
