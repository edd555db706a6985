//! The application without a window: one open workspace and what can be done with it.
//!
//! The commands are methods, by theme: `start`, `journeys`, `edits`, `matches`, `running`, `preferences`. Each edit
//! is on the disk before its method returns; what goes wrong is one `Failure`.

mod answers;
mod calibration;
mod chapters;
mod clipboard;
mod documents;
mod edits;
mod exporting;
mod first;
mod goals;
mod groups;
mod imports;
mod journeys;
mod live;
mod matches;
mod preferences;
mod proposing;
mod records;
mod rows;
mod run;
mod running;
mod sampling;
mod scenarios;
mod sheets;
mod showing;
mod start;
mod studies;
mod tables;
mod versions;
mod views;
mod workspace;

use std::collections::HashMap;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard};

use design::Id;
use design::document::Document;
use design::scenario::{Scenario, ScenariosDocument};
use design::workspace::Workspace;
use design::workspace::document::WorkspaceDocument;

use crate::Failure;
use crate::store::{self, Store};
use crate::surroundings::Surroundings;

use self::records::Records;

pub use calibration::Calibration;
pub use chapters::ChaptersView;
pub use clipboard::Cut;
pub use documents::DocumentOf;
pub use exporting::{ExportPlace, Exported};
pub use first::First;
pub use imports::ImportProgress;
pub use journeys::JourneySummary;
pub use preferences::{Locale, Preferences, Theme};
pub use rows::{Looking, Rows, TableName};
pub use run::{RunEvent, RunLine, RunStarted, RunView};
pub use running::Listener;
pub use scenarios::{KeptScenario, Measured, ScenariosView};
pub use sheets::{SheetColumn, SheetOf};
pub use showing::ShowForm;
pub use start::{References, Start};
pub use studies::{CandidateCount, RunSide};
pub use tables::TablesView;
pub use versions::{Compared, History, Version, VersionOf};
pub use views::{TableView, TableViews};
pub use workspace::WorkspaceView;

/// One open workspace. Shared by the threads that serve the window.
pub struct Studio {
    around: Surroundings,
    open: Mutex<Open>,
    running: running::Running,
    live: live::Live,
    importing: imports::Importing,
    looked: rows::Looked,
    arrival: records::Arrival,
}

/// What an edit needs at hand. The workspace, the scenario and the tables are shared with runs.
struct Open {
    store: Store,
    workspace: Arc<Workspace>,
    scenario: Arc<Scenario>,
    records: Records,
    /// The journeys that were touched since the start, with their histories.
    documents: HashMap<Id, Document>,
    /// Small drawings with the revisions that they are of.
    thumbnails: HashMap<Id, (u64, String)>,
    /// What counts of matches stand on, once somebody counted.
    known: Option<Arc<matches::Known>>,
    /// The workspace's history, once something asked for it.
    desk: Option<WorkspaceDocument>,
    /// The scenarios with their history, once something asked for them.
    scenarios: Option<ScenariosDocument>,
    /// The history of the tables, once something asked for it.
    steps: Option<tables::TableSteps>,
    /// The buying groups, once somebody looked at them.
    grouped: Option<Arc<groups::Grouped>>,
}

impl Studio {
    /// Opens the workspace of a folder; the first time makes the sample workspace.
    pub fn open(folder: &Path, around: Surroundings) -> Result<Arc<Studio>, Failure> {
        Studio::open_file(&folder.join(store::FILE), around, First::Sample)
    }

    /// Opens a workspace by its file; where there is none, `first` says what a new one holds.
    pub fn open_file(path: &Path, around: Surroundings, first: First) -> Result<Arc<Studio>, Failure> {
        let store = Store::open_file(path, |connection| first.fill(connection, &around.instant(), path))?;
        let late = store.is_large();
        let records = if late { Records::Reading } else { Records::there(store.tables()?) };
        let open = Open {
            workspace: Arc::new(store::workspace::load(store.read())?.workspace),
            scenario: Arc::new(store::scenarios::load(store.read())?.present),
            records,
            documents: HashMap::new(),
            thumbnails: HashMap::new(),
            known: None,
            desk: None,
            scenarios: None,
            steps: None,
            grouped: None,
            store,
        };
        let studio = Arc::new(Studio {
            around,
            open: Mutex::new(open),
            running: running::Running::default(),
            live: live::Live::default(),
            importing: imports::Importing::default(),
            looked: rows::Looked::default(),
            arrival: records::Arrival::default(),
        });
        if late {
            studio.read_records()?;
        }
        Ok(studio)
    }

    /// Writes a whole copy of the workspace to a file.
    pub fn copy_to(&self, path: &Path) -> Result<(), Failure> {
        let from = self.lock().store.path().to_owned();
        Ok(store::copy(&from, path)?)
    }

    /// Ends what still runs and brings everything into the one file; the studio can be dropped at any time without.
    pub fn close(&self) -> Result<(), Failure> {
        self.running.stop_all();
        let open = self.lock();
        // A file that is damaged is left as it is; its log is kept beside it.
        if matches!(open.records, Records::Lost(_)) { Ok(()) } else { Ok(open.store.settle()?) }
    }

    /// A command that panicked may have left a document half edited: all of them are read anew then.
    fn lock(&self) -> MutexGuard<'_, Open> {
        self.open.lock().unwrap_or_else(|poisoned| {
            let mut open = poisoned.into_inner();
            open.documents.clear();
            open.desk = None;
            open.scenarios = None;
            open.steps = None;
            self.open.clear_poison();
            open
        })
    }
}
