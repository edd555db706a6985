//! `caravan export`: a journey in another form.

use std::io::Write;
use std::path::PathBuf;

use clap::{Args, ValueEnum};
use design::formats::{native, svg};
use design::journey::Journey;

use crate::end::{Done, End};
use crate::read;

/// Write a journey as a picture or as its document
#[derive(Args)]
pub(crate) struct Export {
    journey: PathBuf,
    /// The form
    #[arg(long, value_enum)]
    to: Form,
    /// The file to write; left out: standard output
    #[arg(long, value_name = "F")]
    out: Option<PathBuf>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Form {
    Svg,
    Png,
    Bpmn,
    Mermaid,
    Markdown,
    Json,
}

pub(crate) fn run(command: &Export) -> Done {
    let journey: Journey = read::document(&command.journey)?;
    let text = match command.to {
        Form::Json => native::write(&journey),
        Form::Svg => svg::write(&journey, None),
        form => {
            let name = form.to_possible_value().map_or_else(String::new, |value| value.get_name().to_owned());
            let sentence = format!("caravan export: --to {name} is not there yet; use svg or json");
            return Err(End::Bad(sentence));
        }
    };
    match &command.out {
        Some(path) => Ok(studio::save(path, |out| out.write_all(text.as_bytes()))?),
        None => crate::end::print(&text),
    }
}
