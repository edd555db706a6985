//! What touches the machine: SQLite, files, threads; the application without a window. It owns the store, imports,
//! the sample data and runs. It never decides what a design means, and never draws anything.

pub mod calibrate;
pub mod commands;
pub mod export;
pub mod failure;
pub mod import;
pub mod runs;
pub mod sample;
mod save;
pub mod show;
pub mod store;
mod studio;
mod surroundings;
pub mod templates;
mod workplace;

pub use design::Id;
pub use export::SheetForm;
pub use failure::Failure;
pub use save::{folder, save};
pub use studio::{
    Calibration, CandidateCount, ChaptersView, Compared, Cut, DocumentOf, ExportPlace, Exported, First,
    History, ImportProgress, JourneySummary, KeptScenario, Listener, Locale, Looking, Measured, Preferences,
    References, Rows, RunEvent, RunLine, RunSide, RunStarted, RunView, ScenariosView, SheetColumn, SheetOf,
    ShowForm, Start, Studio, TableName, TableView, TableViews, TablesView, Theme, Version, VersionOf,
    WorkspaceView,
};
pub use surroundings::{PATIENCE, Surroundings};
pub use workplace::{Backup, Workplace, WorkspaceFile};

/// A name in letters that every file system takes; `otherwise` where nothing is left of it.
pub(crate) fn slug(name: &str, otherwise: &str) -> String {
    let mut slug = String::new();
    for letter in name.to_lowercase().chars() {
        match letter {
            letter if letter.is_alphanumeric() => slug.push(letter),
            _ if !slug.ends_with('-') => slug.push('-'),
            _ => {}
        }
    }
    let slug: String = slug.trim_matches('-').chars().take(80).collect();
    if slug.is_empty() { otherwise.to_owned() } else { slug.trim_end_matches('-').to_owned() }
}
