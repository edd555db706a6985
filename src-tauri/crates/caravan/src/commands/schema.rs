//! `caravan schema`: the JSON Schema of each document.

use std::io::Write;
use std::path::PathBuf;

use clap::Args;

use crate::end::Done;

/// Write the JSON Schema of each document to a folder
#[derive(Args)]
pub(crate) struct Schema {
    #[arg(value_name = "DIR")]
    dir: PathBuf,
}

pub(crate) fn run(command: &Schema) -> Done {
    studio::folder(&command.dir)?;
    for (name, text) in design::schema::schemas() {
        studio::save(&command.dir.join(name), |out| out.write_all(text.as_bytes()))?;
    }
    Ok(())
}
