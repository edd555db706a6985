//! One file per command: its arguments, then what it does.

pub(crate) mod sample;
