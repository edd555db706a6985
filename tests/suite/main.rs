//! The one test binary: an area of the product per file, each with a `check` of its own and its data in
//! `tests/journeys` and `tests/expected`.

mod command_line;
mod import;
mod sample;
mod commands;
mod golden;
mod schema;
mod simulation;
mod store;
mod types;
