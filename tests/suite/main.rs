//! The one test binary: an area of the product per file, each with a `check` of its own and its data in
//! `tests/journeys` and `tests/expected`.

// A test that cannot go on ends there, helpers included.
#![allow(clippy::unwrap_used)]

mod catalogue;
mod checks;
mod clipboard;
mod command_line;
mod commands;
mod conditions;
mod desk;
mod diff;
mod disabled;
mod documents;
mod edits;
mod exports;
mod golden;
mod import;
mod killing;
mod layout;
mod matching;
mod merging;
mod presenting;
mod reports;
mod sample;
mod schema;
mod simulation;
mod statistics;
mod store;
mod templates;
mod topology;
mod types;
mod workplace;
mod workspace;
