//! The list of journeys: making, copying and deleting them.

use design::Id;
use design::formats::{self, thumbnail};
use design::journey::{Journey, JourneyKind, JourneySettings, Node, Start};
use design::kinds::Kind;
use design::lifecycle::JourneyStatus;
use design::sentences::Language;
use design::structure::structure;
use design::time::LocalDateTime;
use design::workspace::uses::journey_uses;
use design::{Maybe, time};
use jiff::ToSpan;
use serde::Serialize;
use ts_rs::TS;

use super::exporting::text_of;
use super::versions::Reason;
use super::{Open, Studio};
use crate::Failure;
use crate::store;
use crate::templates::{TEMPLATES, Template, TemplateInfo};

/// A line in the list of journeys.
#[derive(Debug, Clone, Serialize, TS)]
pub struct JourneySummary {
    pub id: String,
    pub name: String,
    pub kind: JourneyKind,
    pub status: JourneyStatus,
    pub nodes: u32,
    /// The instant of the last change, ISO 8601.
    pub changed: String,
}

impl Studio {
    /// All journeys, in the order in which they were made.
    pub fn journeys(&self) -> Result<Vec<JourneySummary>, Failure> {
        self.lock().journeys()
    }

    /// A journey with its audience and nothing else, or a copy of a template in a language; that ends in a year.
    pub fn create_journey(
        &self,
        name: &str,
        kind: JourneyKind,
        template: Option<&str>,
        language: Language,
    ) -> Result<JourneySummary, Failure> {
        let mut open = self.lock();
        let mut journey = match template {
            Some(template) => self.begin_with_template(template, language)?,
            None => self.empty(kind, &open)?,
        };
        journey.name = checked(name)?;
        open.add(&journey, &self.around.instant())
    }

    /// Takes a journey from a file into the workspace: its document, or a BPMN file that was written here. It keeps its
    /// id unless another journey has it.
    pub fn import_journey(&self, path: &str) -> Result<JourneySummary, Failure> {
        let text = text_of(path)?;
        let mut journey = formats::journey(&text).map_err(|error| {
            let message = format!("{path}: {error}; choose a file that holds a journey.");
            Failure::new("bad-journey", message).with("file", path).with("message", error.to_string())
        })?;
        let mut open = self.lock();
        if open.journeys()?.iter().any(|line| line.id == journey.id.as_str()) {
            journey.id = (self.around.fresh)();
        }
        open.add(&journey, &self.around.instant())
    }

    fn begin_with_template(&self, id: &str, language: Language) -> Result<Journey, Failure> {
        let template = Template::find(id).ok_or_else(|| {
            let message = format!("There is no template {id}; choose one of the list.");
            Failure::new("unknown-template", message).with("template", id)
        })?;
        let mut journey = template.journey(language)?;
        journey.id = (self.around.fresh)();
        let today = journey.settings.time_zone.get().to_datetime((self.around.now)()).date();
        let end = LocalDateTime::new(format!("{}T00:00", today.saturating_add(1.year())));
        journey.settings.end = end.map_or(Maybe::Absent, Maybe::Given);
        Ok(journey)
    }

    fn empty(&self, kind: JourneyKind, open: &Open) -> Result<Journey, Failure> {
        let audience = match kind {
            JourneyKind::Account => "accountAudience",
            JourneyKind::Person => "personAudience",
        };
        let audience = Kind::fresh(audience)
            .ok_or_else(|| Failure::new("unexpected", "A journey starts with an audience."))?;
        let settings = JourneySettings {
            time_zone: open.scenario.time_zone.get().cloned().unwrap_or_else(time::Zone::default),
            start: Start::Immediately,
            end: Maybe::Absent,
            reentry: Maybe::Absent,
            email_deduplication: Maybe::Absent,
        };
        Ok(Journey {
            id: (self.around.fresh)(),
            name: String::new(),
            description: Maybe::Absent,
            kind,
            settings,
            nodes: vec![Node::new((self.around.fresh)(), audience)],
            edges: Vec::new(),
            layout: Maybe::Absent,
        })
    }

    /// The journeys to begin with.
    pub fn templates(&self) -> Result<Vec<TemplateInfo>, Failure> {
        TEMPLATES.iter().map(Template::info).collect()
    }

    /// A small drawing of a journey, an `svg` element without colours; drawn once for each revision.
    pub fn thumbnail(&self, journey: &Id) -> Result<String, Failure> {
        let mut open = self.lock();
        let known = store::journeys::revision(open.store.read(), journey.as_str())?;
        let revision = known.ok_or_else(|| unknown(journey))?;
        if let Some((_, picture)) = open.thumbnails.get(journey).filter(|(of, _)| *of == revision) {
            return Ok(picture.clone());
        }
        let stored = store::journeys::load(open.store.read(), journey.as_str())?;
        let stored = stored.ok_or_else(|| unknown(journey))?;
        let picture = thumbnail(&stored.journey);
        open.thumbnails.insert(journey.clone(), (stored.revision, picture.clone()));
        Ok(picture)
    }

    /// A draft copy under a new name, without the history and the runs; in full, or only its structure.
    pub fn duplicate_journey(
        &self,
        journey: &Id,
        name: &str,
        only_structure: bool,
    ) -> Result<JourneySummary, Failure> {
        let mut open = self.lock();
        let original = open.document(journey)?.journey();
        let mut copy = if only_structure { structure(original) } else { original.clone() };
        copy.id = (self.around.fresh)();
        copy.name = checked(name)?;
        open.add(&copy, &self.around.instant())
    }

    /// Publishes a draft, closes, finishes or aborts a journey. Answers with all journeys.
    pub fn set_journey_status(
        &self,
        journey: &Id,
        status: JourneyStatus,
    ) -> Result<Vec<JourneySummary>, Failure> {
        let now = (self.around.now)();
        let mut open = self.with_records()?;
        let errors = open.with(journey, now, |document, context| {
            let from = document.status();
            if !from.may_become(status) {
                return Err(Failure::new(
                    "no-such-step",
                    format!(
                        "A journey that is {} does not become {}; choose another step.",
                        from.word(),
                        status.word()
                    ),
                )
                .with("from", from.word())
                .with("to", status.word()));
            }
            Ok(document.errors(context).len())
        })??;
        if status == JourneyStatus::Live && errors > 0 {
            let message = match errors {
                1 => "One error keeps this journey a draft; Check shows it.".to_owned(),
                _ => format!("{errors} errors keep this journey a draft; Check lists them."),
            };
            return Err(Failure::new("not-publishable", message).with("count", errors.to_string()));
        }
        let at = self.around.instant();
        open.store
            .write(|transaction| store::journeys::set_status(transaction, journey.as_str(), status, &at))?;
        open.document(journey)?.set_status(status);
        if status == JourneyStatus::Live {
            open.keep(self, journey, Reason::Published, None)?;
        }
        open.journeys()
    }

    /// Answers with the journeys that are left. One that others use, or that accounts are in, stays.
    pub fn delete_journey(&self, journey: &Id) -> Result<Vec<JourneySummary>, Failure> {
        self.running.stop(journey);
        let mut open = self.lock();
        let status = open.document(journey)?.status();
        if status.is_running() {
            let message =
                format!("This journey is {}; abort or finish it before you delete it.", status.word());
            return Err(Failure::new("still-running", message).with("status", status.word()));
        }
        let others = open.all_journeys()?;
        let by = journey_uses(journey.as_str(), others.iter().filter(|other| other.id != *journey));
        if !by.is_empty() {
            let name = open.document(journey)?.journey().name.clone();
            return Err(super::workspace::in_use(&name, &by));
        }
        let removed =
            open.store.write(|transaction| store::journeys::remove(transaction, journey.as_str()))?;
        if !removed {
            return Err(unknown(journey));
        }
        open.documents.remove(journey);
        open.thumbnails.remove(journey);
        open.journeys()
    }
}

impl Open {
    pub(super) fn journeys(&self) -> Result<Vec<JourneySummary>, Failure> {
        let lines = store::journeys::list(self.store.read())?;
        Ok(lines.into_iter().map(JourneySummary::from).collect())
    }

    fn add(&mut self, journey: &Journey, now: &str) -> Result<JourneySummary, Failure> {
        let list = self.store.write(|transaction| {
            store::journeys::add(transaction, journey, now)?;
            store::journeys::list(transaction)
        })?;
        let added = list.into_iter().find(|line| line.id == journey.id.as_str());
        added.map(JourneySummary::from).ok_or_else(|| unknown(&journey.id))
    }
}

impl From<store::journeys::Line> for JourneySummary {
    fn from(line: store::journeys::Line) -> Self {
        let store::journeys::Line { id, name, kind, status, nodes, changed } = line;
        JourneySummary { id, name, kind, status, nodes, changed }
    }
}

pub(super) fn unknown(journey: &Id) -> Failure {
    Failure::new("unknown-journey", format!("There is no journey {journey}; it may have been deleted."))
        .with("journey", journey.as_str())
}

fn checked(name: &str) -> Result<String, Failure> {
    match name.trim() {
        "" => Err(Failure::new("name-missing", "A journey needs a name; type one.")),
        name => Ok(name.to_owned()),
    }
}
