//! One file per command: its arguments, then what it does.

pub(crate) mod calibrate;
pub(crate) mod compare;
pub(crate) mod export;
mod given;
pub(crate) mod report;
pub(crate) mod sample;
pub(crate) mod schema;
pub(crate) mod search;
pub(crate) mod sensitivity;
pub(crate) mod show;
pub(crate) mod simulate;
pub(crate) mod validate;
