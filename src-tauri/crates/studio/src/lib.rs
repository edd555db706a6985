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

pub use design::Id;
pub use failure::Failure;
pub use save::{folder, save};
pub use studio::{
    Assumed, Compared, Cut, ExportPlace, Exported, History, ImportProgress, JourneySummary, Listener, Locale,
    Looking, Measured, Preferences, References, Rows, RunEvent, RunLine, RunSide, RunStarted, RunView,
    SheetColumn, SheetForm, SheetOf, ShowForm, Start, Studio, TableName, TableView, TableViews, TablesView,
    Theme, Version, VersionOf, WorkspaceView,
};
pub use surroundings::Surroundings;
