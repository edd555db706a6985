//! `caravan compare`: known by name, and not there yet.

use clap::Args;

use crate::end::{Done, End};

/// Compare two journeys under the same random numbers (not there yet)
#[derive(Args)]
pub(crate) struct Compare {
    #[arg(trailing_var_arg = true, allow_hyphen_values = true, hide = true)]
    rest: Vec<String>,
}

pub(crate) fn run(_: &Compare) -> Done {
    let sentence = "caravan compare: this command is not there yet; simulate both journeys with the same scenario and compare the reports";
    Err(End::Bad(sentence.to_owned()))
}
