//! The goals of journeys. They lie beside the journey, whose document has no key for them.

use design::Id;
use design::formats::native;
use design::goals::{Goals, Judged, judge};
use design::report::Report;

use super::Studio;
use super::journeys::unknown;
use crate::Failure;
use crate::store;

impl Studio {
    /// None yet: an empty list.
    pub fn goals(&self, journey: &Id) -> Result<Goals, Failure> {
        let text = store::preferences::get(self.lock().store.read(), &name(journey))?;
        let goals = text.map(|text| native::read(&text)).transpose();
        goals.map(Option::unwrap_or_default).map_err(|error| {
            Failure::new(
                "document-damaged",
                format!("The stored goals cannot be read ({error}); set them anew."),
            )
        })
    }

    pub fn save_goals(&self, journey: &Id, goals: Goals) -> Result<Goals, Failure> {
        let mut open = self.lock();
        if !open.journeys()?.iter().any(|line| line.id == journey.as_str()) {
            return Err(unknown(journey));
        }
        let text = native::write(&goals);
        open.store.write(|transaction| store::preferences::set(transaction, &name(journey), &text))?;
        Ok(goals)
    }

    /// How the goals of a run's journey stand after it.
    pub fn judge(&self, run: &str) -> Result<Vec<Judged>, Failure> {
        let view = self.open_run(run)?;
        let journey = Id::new(view.journey.as_str()).ok_or_else(|| {
            Failure::new("document-damaged", "The stored run names no journey; simulate again.")
        })?;
        judge(&self.goals(&journey)?, &self.report(run)?)
            .map_err(|error| Failure::new("unknown-figure", format!("{error}.")))
    }

    /// The report of a run that is kept.
    pub(super) fn report(&self, run: &str) -> Result<Report, Failure> {
        serde_json::from_str(self.open_run(run)?.report.get()).map_err(|error| {
            Failure::new(
                "document-damaged",
                format!("The stored report cannot be read ({error}); simulate again."),
            )
        })
    }
}

/// What the goals of a journey are stored by.
fn name(journey: &Id) -> String {
    format!("goals {journey}")
}
