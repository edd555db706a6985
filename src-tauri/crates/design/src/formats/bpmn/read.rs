//! Reading the journey out of a BPMN file that was written here. The drawing itself is not read.

use quick_xml::NsReader;
use quick_xml::events::{BytesRef, Event};
use quick_xml::name::ResolveResult;
use thiserror::Error;

use super::OURS;
use crate::formats::native::{self, ReadError};
use crate::journey::Journey;

/// Why a text holds no journey.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum BpmnError {
    #[error("line {line}: {message}; the text is no XML, or it was cut short")]
    Syntax { line: usize, message: String },
    #[error("there is no journey of Caravan in it; only BPMN files that Caravan has written can be read")]
    Foreign,
    #[error("the journey in it: {0}")]
    Inside(#[from] ReadError),
}

/// The journey in a BPMN file, whatever a modeler has done around it.
pub fn read(text: &str) -> Result<Journey, BpmnError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut reader = NsReader::from_str(text);
    let mut document: Option<String> = None;
    loop {
        let at = reader.buffer_position();
        let wrong = |message: String| {
            let before = text.as_bytes().iter().take(usize::try_from(at).unwrap_or(usize::MAX));
            BpmnError::Syntax { line: before.filter(|byte| **byte == b'\n').count() + 1, message }
        };
        let (namespace, event) = reader.read_resolved_event().map_err(|error| wrong(error.to_string()))?;
        match event {
            Event::Start(start)
                if document.is_none()
                    && matches!(namespace, ResolveResult::Bound(found) if found.as_ref() == OURS)
                    && start.local_name().as_ref() == "journey" =>
            {
                document = Some(String::new());
            }
            Event::Text(part) => {
                if let Some(document) = &mut document {
                    document.push_str(part.as_ref());
                }
            }
            Event::CData(part) => {
                if let Some(document) = &mut document {
                    document.push_str(part.as_ref());
                }
            }
            Event::GeneralRef(name) => {
                if let Some(document) = &mut document {
                    document.push(letter(&name).ok_or_else(|| wrong("an entity is unknown".to_owned()))?);
                }
            }
            Event::End(_) if document.is_some() => break,
            Event::Eof => break,
            _ => {}
        }
    }
    Ok(native::read(&document.ok_or(BpmnError::Foreign)?)?)
}

/// What a reference stands for: a letter by its number, or one of the five names that XML has.
fn letter(reference: &BytesRef<'_>) -> Option<char> {
    if let Ok(Some(letter)) = reference.resolve_char_ref() {
        return Some(letter);
    }
    match reference.as_ref() {
        "lt" => Some('<'),
        "gt" => Some('>'),
        "amp" => Some('&'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => None,
    }
}
