//! `caravan sample`: synthetic accounts and people.

use std::path::PathBuf;

use clap::Args;

use crate::end::Done;

/// Make synthetic accounts, people and activities as CSV files; the same numbers give the same bytes
#[derive(Args)]
pub(crate) struct Sample {
    /// How many accounts
    #[arg(long, value_name = "N")]
    accounts: u32,
    /// The seed of all draws
    #[arg(long, value_name = "S")]
    seed: u64,
    /// The folder to write to; it is made where it is missing
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// Exactly so many people for each account, and no activities, as benchmarks want it
    #[arg(long, value_name = "N")]
    people: Option<u32>,
}

pub(crate) fn run(command: &Sample) -> Done {
    let tables = studio::sample::sample(command.accounts, command.seed, command.people);
    studio::sample::write_folder(&tables, &command.out)?;
    println!(
        "{} accounts, {} people, {} activities: {}",
        tables.accounts.rows(),
        tables.people.rows(),
        tables.activities.len(),
        command.out.display()
    );
    Ok(())
}
