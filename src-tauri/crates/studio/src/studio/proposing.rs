//! What would mend what a run shows: asked of the journey and the workspace as they are now.

use std::collections::HashMap;
use std::sync::Arc;

use design::condition::Condition;
use design::matching::{Ground, meeting};
use design::proposals::{Asking, Proposal, Unplaced, proposals};
use design::scenario::Scenario;
use design::tables::Tables;
use design::workspace::{RolesTemplate, Workspace};
use design::{Id, On};

use super::Studio;
use crate::Failure;

/// So many titles are looked at, the most common first.
const TITLES: usize = 40;

impl Studio {
    /// The proposals for what a run of the journey shows.
    pub fn proposals(&self, journey: &Id, run: &str) -> Result<Vec<Proposal>, Failure> {
        let report = self.report(run)?;
        let state = self.lock().document(journey)?.journey().clone();
        let (workspace, scenario, tables) = self.surroundings()?;
        let unplaced = |template: &RolesTemplate| unplaced(template, &workspace, &scenario, &tables);
        Ok(proposals(&Asking {
            journey: &state,
            workspace: &workspace,
            report: &report,
            unplaced: &unplaced,
        }))
    }
}

/// The titles of people who match no card of a template.
fn unplaced(
    template: &RolesTemplate,
    workspace: &Arc<Workspace>,
    scenario: &Arc<Scenario>,
    tables: &Arc<Tables>,
) -> Vec<Unplaced> {
    let Some(titles) = tables.people.column("extendedWorkDetails.jobTitle") else { return Vec::new() };
    let cards = template.cards.iter().filter_map(|card| card.auto_assign.get().cloned()).collect();
    let none = Condition::None(cards);
    // A card that can't be asked leaves nobody to propose.
    let ground = Ground::default();
    let Ok(rows) = meeting(On::People, &none, workspace, tables, scenario, &ground) else {
        return Vec::new();
    };
    let mut counts: HashMap<u32, u64> = HashMap::new();
    for (row, _) in rows.iter().enumerate().filter(|(_, meets)| **meets) {
        *counts.entry(titles.codes().at(row)).or_default() += 1;
    }
    let named = counts
        .into_iter()
        .filter_map(|(code, people)| Some(Unplaced { title: titles.text(code)?.to_owned(), people }));
    let mut found: Vec<Unplaced> = named.collect();
    found.sort_by(|a, b| b.people.cmp(&a.people).then_with(|| a.title.cmp(&b.title)));
    found.truncate(TITLES);
    found
}
