//! Runs flat programs.
