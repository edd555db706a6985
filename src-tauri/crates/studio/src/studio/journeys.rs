//! The list of journeys: making, copying and deleting them.

use design::Id;
use design::journey::{Journey, JourneyKind, JourneySettings, Node, Start};
use design::kinds::Kind;
use design::lifecycle::JourneyStatus;
use design::problem::Severity;
use design::structure::structure;
use design::workspace::uses::journey_uses;
use design::{Maybe, time};
use serde::Serialize;
use ts_rs::TS;

use super::versions::Reason;
use super::{Open, Studio};
use crate::Failure;
use crate::store;

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
    /// An account journey with its audience and nothing else.
    pub fn create_journey(&self, name: &str) -> Result<JourneySummary, Failure> {
        let mut open = self.lock();
        let audience = Node {
            id: (self.around.fresh)(),
            label: Maybe::Absent,
            note: Maybe::Absent,
            kind: Kind::fresh("accountAudience")
                .ok_or_else(|| Failure::new("unexpected", "A journey starts with an audience."))?,
        };
        let settings = JourneySettings {
            time_zone: open.scenario.time_zone.get().cloned().unwrap_or_else(time::Zone::default),
            start: Start::Immediately,
            end: Maybe::Absent,
            reentry: Maybe::Absent,
            email_deduplication: Maybe::Absent,
        };
        let journey = Journey {
            id: (self.around.fresh)(),
            name: checked(name)?,
            description: Maybe::Absent,
            kind: JourneyKind::Account,
            settings,
            nodes: vec![audience],
            edges: Vec::new(),
            layout: Maybe::Absent,
        };
        open.add(&journey, &self.around.instant())
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
        let mut open = self.lock();
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
            let problems = design::check::check(document.journey(), context);
            Ok(problems.iter().filter(|problem| problem.severity == Severity::Error).count())
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
