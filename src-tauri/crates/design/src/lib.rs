//! What users design: journeys, workspaces, scenarios and conditions; their edits, checks, text formats and
//! reports, and how a journey is compiled into a program. It is pure: no files, no clock, no window, no threads.
//! It never runs a program and never stores anything.

pub mod actions;
pub mod assumptions;
pub mod catalogue;
pub mod change;
pub mod check;
mod compare;
pub mod comparison;
pub mod compile;
pub mod condition;
pub mod diff;
pub mod disabled;
pub mod document;
mod edit;
mod events;
pub mod fix;
pub mod formats;
pub mod fragment;
pub mod goals;
pub mod groups;
pub mod intent;
pub mod journey;
pub mod kinds;
pub mod layout;
pub mod lifecycle;
pub mod live;
pub mod matching;
mod maybe;
mod names;
pub mod play;
mod primitives;
pub mod problem;
pub mod report;
pub mod scenario;
pub mod schema;
pub mod search;
pub mod sensitivity;
pub mod sentences;
pub mod show;
mod story;
pub mod structure;
pub mod suggest;
pub mod tables;
mod tagged;
pub mod time;
pub mod topology;
pub mod trace;
pub mod trigger;
pub mod update;
pub mod workspace;

pub use maybe::Maybe;
pub use names::{Names, On};
pub use primitives::{Id, Number, Text};
