//! Wrong usage in one sentence.

use std::process::ExitCode;

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

/// Prints help where it was asked for; else says what is wrong with the line and how to mend it.
pub(crate) fn end(error: &Error) -> ExitCode {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            print!("{error}");
            return ExitCode::SUCCESS;
        }
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            eprintln!(
                "caravan: no command is given; name one, as in `caravan validate`, or see `caravan help`"
            );
        }
        kind => eprintln!("caravan: {}; see `caravan help`", sentence(error, kind)),
    }
    ExitCode::from(2)
}

fn sentence(error: &Error, kind: ErrorKind) -> String {
    let of = |kind| error.get(kind).map(text).unwrap_or_default();
    let argument = of(ContextKind::InvalidArg);
    match kind {
        ErrorKind::MissingRequiredArgument => format!("{argument} is missing, add it"),
        ErrorKind::UnknownArgument => format!("`{argument}` is not known here, remove it"),
        ErrorKind::InvalidSubcommand => {
            format!("there is no command `{}`, choose another one", of(ContextKind::InvalidSubcommand))
        }
        ErrorKind::ArgumentConflict => format!("{argument} is given twice, keep one"),
        ErrorKind::InvalidValue if of(ContextKind::InvalidValue).is_empty() => {
            format!("{argument} has no value, add one")
        }
        ErrorKind::InvalidValue => {
            let (value, known) = (of(ContextKind::InvalidValue), of(ContextKind::ValidValue));
            format!("`{value}` does not fit {argument}, use one of {known}")
        }
        ErrorKind::ValueValidation => {
            let value = of(ContextKind::InvalidValue);
            if argument.contains('%') {
                return format!("`{value}` does not fit {argument}, use a share such as 1%");
            }
            // Some arguments say themselves what would do.
            let mend = std::error::Error::source(error).map(ToString::to_string);
            if let Some(mend) = mend.filter(|mend| mend.starts_with("use ")) {
                return format!("`{value}` does not fit {argument}, {mend}");
            }
            let above = if value == "0" { " above 0" } else { "" };
            format!("`{value}` does not fit {argument}, use a whole number{above}")
        }
        _ => error.to_string().lines().next().unwrap_or_default().replace("error: ", ""),
    }
}

fn text(value: &ContextValue) -> String {
    match value {
        ContextValue::Strings(texts) => texts.join(", "),
        value => value.to_string(),
    }
}
