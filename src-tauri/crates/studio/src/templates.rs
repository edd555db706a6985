//! Journeys to begin with: whole designs of our own in both languages, which stand on the sample workspace. In another
//! workspace what they refer to is missing at first; the check says so and makes it.

use design::formats::{native, thumbnail};
use design::journey::{Journey, JourneyKind};
use design::sentences::Language;
use design::{Id, Text};
use serde::Serialize;
use serde_json::{Map, Value};
use ts_rs::TS;

use crate::Failure;

/// A journey to begin with, as the window offers it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct TemplateInfo {
    pub id: Id,
    pub kind: JourneyKind,
    pub nodes: u32,
    pub name: Text,
    /// What it is good for, in a sentence.
    pub hint: Text,
    /// A small drawing of it, an `svg` element without colours.
    pub picture: String,
}

/// A journey to begin with: its document, and what its texts are in Spanish.
pub struct Template {
    pub id: &'static str,
    journey: &'static str,
    spanish: &'static str,
}

macro_rules! templates {
    ($($id:literal),+ $(,)?) => {
        /// In the order in which they are offered.
        pub const TEMPLATES: &[Template] = &[$(Template {
            id: $id,
            journey: include_str!(concat!("../../../../assets/templates/", $id, ".json")),
            spanish: include_str!(concat!("../../../../assets/templates/", $id, ".es.json")),
        }),+];
    };
}

templates! {
    "fill-a-buying-group",
    "paid-media-controller",
    "webinar-to-intent",
    "cross-sell",
    "wake-a-stalled-group",
}

/// The keys whose values people read.
const TEXTS: &[&str] = &["name", "description", "label", "note", "status"];

impl Template {
    pub fn find(id: &str) -> Option<&'static Template> {
        TEMPLATES.iter().find(|template| template.id == id)
    }

    /// The journey as the template has it, in a language.
    pub fn journey(&self, language: Language) -> Result<Journey, Failure> {
        if language == Language::En {
            return native::read(self.journey).map_err(|error| self.unreadable(&error));
        }
        let words: Map<String, Value> =
            serde_json::from_str(self.spanish).map_err(|error| self.unreadable(&error))?;
        let mut document: Value =
            serde_json::from_str(self.journey).map_err(|error| self.unreadable(&error))?;
        translate(&mut document, &words);
        native::read(&document.to_string()).map_err(|error| self.unreadable(&error))
    }

    pub fn info(&self) -> Result<TemplateInfo, Failure> {
        let (en, es) = (self.journey(Language::En)?, self.journey(Language::Es)?);
        Ok(TemplateInfo {
            id: en.id.clone(),
            kind: en.kind,
            nodes: u32::try_from(en.nodes.len()).unwrap_or(u32::MAX),
            picture: thumbnail(&en),
            name: Text::new(en.name, es.name),
            hint: Text::new(en.description.text(), es.description.text()),
        })
    }

    fn unreadable(&self, error: &impl ToString) -> Failure {
        Failure::new("sample-unreadable", format!("The template {}: {}.", self.id, error.to_string()))
    }
}

/// Puts the Spanish texts in the place of the English ones; what has none stays.
fn translate(value: &mut Value, words: &Map<String, Value>) {
    match value {
        Value::Object(map) => {
            for (key, value) in map {
                match value {
                    Value::String(text) if TEXTS.contains(&key.as_str()) => {
                        if let Some(Value::String(translated)) = words.get(text.as_str()) {
                            text.clone_from(translated);
                        }
                    }
                    value => translate(value, words),
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| translate(item, words)),
        _ => {}
    }
}
