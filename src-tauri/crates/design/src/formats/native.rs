//! The product's own documents: JSON with `format` and `version` first, read strictly, written byte for byte.

mod strict;
mod upgrade;

pub use upgrade::Upgrade;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use thiserror::Error;

use super::{Format, Subject, Writes};
use crate::journey::Journey;
use crate::scenario::Scenario;
use crate::workspace::Workspace;

pub(super) const FORMAT: Format = Format {
    name: "json",
    extension: "json",
    media_type: "application/json",
    title: ("Document (JSON)", "Documento (JSON)"),
    hint: (
        "The journey itself, for scripts and for opening it again.",
        "El recorrido en sí, para programas y para volver a abrirlo.",
    ),
    writes: Writes::Text(|subject: &Subject<'_>| write(subject.journey)),
};

/// A document that can be read and written.
pub trait Document: Serialize + DeserializeOwned {
    /// The value of the key `format`.
    const FORMAT: &str;
    /// What brings each older version to the next, the one from version 1 first.
    const UPGRADES: &[Upgrade] = &[];
    const VERSION: u64 = 1 + Self::UPGRADES.len() as u64;

    /// The place and the sentence of what no type can refuse, such as a number out of range.
    fn check(&self) -> Result<(), (String, String)> {
        Ok(())
    }
}

impl Document for Journey {
    const FORMAT: &str = "caravan/journey";
}

impl Document for Workspace {
    const FORMAT: &str = "caravan/workspace";
}

impl Document for Scenario {
    const FORMAT: &str = "caravan/scenario";

    fn check(&self) -> Result<(), (String, String)> {
        self.check_numbers()
    }
}

/// Why a text is no document. Each says where and how to mend it.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ReadError {
    #[error("line {line}, column {column}: {message}; the text is no JSON, or it was cut short")]
    Syntax { line: usize, column: usize, message: String },
    #[error("{path}: the key `{key}` stands there twice; keep one of them")]
    Duplicate { path: String, key: String },
    #[error("format: this is {found}, and {wanted} was asked for; choose another file")]
    Format { found: String, wanted: &'static str },
    #[error(
        "version: version {found} is newer than this program, which reads up to {newest}; update the program"
    )]
    Newer { found: u64, newest: u64 },
    #[error("version: a whole number is needed here, as in \"version\": 1")]
    Version,
    #[error("{path}: {message}")]
    Content { path: String, message: String },
}

/// Reads a document. A byte-order mark is understood.
pub fn read<D: Document>(text: &str) -> Result<D, ReadError> {
    let mut map = match strict::parse(text.strip_prefix('\u{feff}').unwrap_or(text))? {
        Value::Object(map) => map,
        _ => return Err(content("the document", "an object was expected, as in {\"format\": …}")),
    };
    check_head::<D>(&mut map)?;
    let document: D = serde_path_to_error::deserialize(Value::Object(map)).map_err(|error| {
        let (path, message) = explained(error);
        content(if path.is_empty() { "the document" } else { &path }, &message)
    })?;
    document.check().map_err(|(path, message)| content(&path, &message))?;
    Ok(document)
}

/// Where something read is wrong, however deep, and what is wrong there; the path is empty where all of it is.
pub fn explained(error: serde_path_to_error::Error<serde_json::Error>) -> (String, String) {
    let outer = error.path().to_string();
    let (inner, message) = crate::tagged::path_of(&error.into_inner().to_string());
    let parts: Vec<_> = std::iter::once(outer).filter(|part| part != ".").chain(inner).collect();
    (parts.join("."), strict::plain(&message))
}

/// Whether a text says of itself that it is such a document.
pub fn is<D: Document>(text: &str) -> bool {
    let value: Option<Value> = serde_json::from_str(text.strip_prefix('\u{feff}').unwrap_or(text)).ok();
    value.is_some_and(|value| value.get("format").and_then(Value::as_str) == Some(D::FORMAT))
}

/// Writes a document: two spaces, keys in a fixed order, a newline at the end.
pub fn write<D: Document>(document: &D) -> String {
    #[derive(Serialize)]
    struct Whole<'a, D> {
        format: &'static str,
        version: u64,
        #[serde(flatten)]
        document: &'a D,
    }
    let whole = Whole { format: D::FORMAT, version: D::VERSION, document };
    let mut text = serde_json::to_string_pretty(&whole).unwrap_or_default();
    text.push('\n');
    text
}

fn content(path: &str, message: &str) -> ReadError {
    ReadError::Content { path: path.to_owned(), message: message.to_owned() }
}

/// Takes `format` and `version` off, and upgrades an older document to the present version.
fn check_head<D: Document>(map: &mut Map<String, Value>) -> Result<(), ReadError> {
    let wanted = D::FORMAT;
    match map.shift_remove("format") {
        Some(Value::String(found)) if found == wanted => {}
        Some(found) => return Err(ReadError::Format { found: found.to_string(), wanted }),
        None => return Err(ReadError::Format { found: "a document without `format`".into(), wanted }),
    }
    let found = map.shift_remove("version").as_ref().and_then(Value::as_u64);
    match found {
        Some(found) if found > D::VERSION => Err(ReadError::Newer { found, newest: D::VERSION }),
        Some(found @ 1..) => {
            upgrade::upgrade(map, found, D::UPGRADES);
            Ok(())
        }
        _ => Err(ReadError::Version),
    }
}
