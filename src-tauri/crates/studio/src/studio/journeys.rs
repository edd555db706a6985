//! The list of journeys: making, copying and deleting them.

use design::Id;
use design::journey::{Journey, JourneyKind, JourneySettings, Node, Start};
use design::kinds::Kind;
use design::{Maybe, time};
use serde::Serialize;
use ts_rs::TS;

use super::{Open, Studio};
use crate::Failure;
use crate::store;

/// A line in the list of journeys.
#[derive(Debug, Clone, Serialize, TS)]
pub struct JourneySummary {
    pub id: String,
    pub name: String,
    pub kind: JourneyKind,
    #[ts(type = "\"draft\"")]
    pub status: &'static str,
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

    /// A copy under a new name, without the history and the runs.
    pub fn duplicate_journey(&self, journey: &Id, name: &str) -> Result<JourneySummary, Failure> {
        let mut open = self.lock();
        let mut copy = open.document(journey)?.journey().clone();
        copy.id = (self.around.fresh)();
        copy.name = checked(name)?;
        open.add(&copy, &self.around.instant())
    }

    /// Answers with the journeys that are left.
    pub fn delete_journey(&self, journey: &Id) -> Result<Vec<JourneySummary>, Failure> {
        self.running.stop(journey);
        let mut open = self.lock();
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
        let store::journeys::Line { id, name, kind, nodes, changed } = line;
        JourneySummary { id, name, kind, status: "draft", nodes, changed }
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
