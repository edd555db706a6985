//! Runs flat programs over columns of accounts and people. It owns time, draws, groups, roles, scores, queues and
//! tallies. It knows no journeys, no JSON, no files and no clock, and makes no threads of its own but rayon's.

mod account;
mod at_start;
mod behaviour;
mod code;
pub mod codes;
mod condition;
mod counted;
mod course;
pub mod events;
mod groups;
mod impressions;
mod jobs;
mod messages;
pub mod murmur;
mod normal;
mod outcome;
mod part;
mod people;
mod place;
mod poisson;
pub mod population;
pub mod program;
mod queue;
pub mod random;
mod replicate;
pub mod samples;
mod scores;
pub mod tally;
pub mod time;
pub mod trace;
mod visits;
mod web;

pub use at_start::{AtStart, GroupAtStart, GroupsAtStart, RecordAtStart, at_start};
pub use outcome::Cause;
pub use replicate::{BLOCK, Simulation, matching, trace, trace_all};
