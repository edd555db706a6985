//! `caravan calibrate`: the raw values that score 100, and how often people did what a scenario assumes.

use std::path::PathBuf;

use clap::Args;

use crate::end::{Done, End, print};
use crate::read;

/// Print the raw engagement of people and groups that scores 100: the 99th percentile of the data
#[derive(Args)]
pub(crate) struct Calibrate {
    /// The folder of accounts.csv and people.csv, or one table with both
    #[arg(long, value_name = "DIR")]
    data: PathBuf,
    /// Print also the rates that the activities show, by their path in a scenario, with 95 % intervals
    #[arg(long)]
    rates: bool,
}

pub(crate) fn run(command: &Calibrate) -> Done {
    let imported = read::tables(&command.data)?;
    let references = studio::calibrate::calibrate(&imported.tables);
    let (Some(person), Some(group)) = (references.person, references.group) else {
        let data = command.data.display();
        return Err(End::Bad(format!("{data}: no activity counts for a score; add activities.csv")));
    };
    let mut text = format!("R_person {person:.2}\nR_group {group:.2}\n");
    if command.rates {
        for rate in studio::calibrate::rates(&imported.tables) {
            text.push_str(&format!(
                "{} {:.4} ({:.4} to {:.4}), {} of {}\n",
                rate.assumption, rate.mean, rate.low, rate.high, rate.times, rate.of
            ));
        }
    }
    print(&text)
}
