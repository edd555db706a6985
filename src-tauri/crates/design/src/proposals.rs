//! What would mend what holds groups back: each proposal is one edit of the journey or of the workspace.

mod assignments;
mod cards;
mod steps;
mod thresholds;

use serde::Serialize;
use ts_rs::TS;

use crate::behind::MissingCause;
use crate::intent::Intent;
use crate::journey::Journey;
use crate::primitives::{Id, Text};
use crate::report::{Report, Why};
use crate::sentences::{Language, Speaker};
use crate::workspace::intent::WorkspaceIntent;
use crate::workspace::{RolesTemplate, Workspace};

/// Something that may help.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Proposal {
    pub mends: Mends,
    /// How many groups, or accounts, it is about; the mean over the replications.
    pub count: f64,
    /// What would be done.
    pub sentence: Text,
    /// Why that may help.
    pub because: Text,
    pub edit: ProposedEdit,
}

/// What a proposal is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Mends {
    /// A required role is missing in groups.
    #[serde(rename_all = "camelCase")]
    Missing { solution_interest: Id, role: String, cause: MissingCause },
    /// Groups end just below the score from which they count as ready.
    #[serde(rename_all = "camelCase")]
    JustMissed { solution_interest: Id },
    /// Accounts are still at a wait at the horizon.
    Waiting { node: Id },
    /// Most accounts leave a listen by its timeout.
    TimedOut { node: Id },
}

#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum ProposedEdit {
    Journey(Intent),
    Workspace(WorkspaceIntent),
}

/// A job title of people who match no card of a template, and how many of them there are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unplaced {
    pub title: String,
    pub people: u64,
}

/// What is asked for proposals.
pub struct Asking<'a> {
    pub journey: &'a Journey,
    pub workspace: &'a Workspace,
    pub report: &'a Report,
    /// The common titles of people who match no card of a template, the most common first.
    pub unplaced: &'a dyn Fn(&RolesTemplate) -> Vec<Unplaced>,
}

/// Fewer groups or accounts than this on the average ask for nothing.
const FEW: f64 = 0.5;

/// The proposals, those about the most groups first.
pub fn proposals(of: &Asking<'_>) -> Vec<Proposal> {
    let mut found = Vec::new();
    for why in &of.report.why {
        for (cause, count) in causes(why) {
            if count > FEW {
                let about = About { of, interest: &why.solution_interest, role: &why.role, cause, count };
                cards::propose(&about, &mut found);
                steps::propose(&about, &mut found);
                assignments::propose(&about, &mut found);
                cards::propose_others(&about, &mut found);
            }
        }
    }
    thresholds::propose(of, &mut found);
    found.sort_by(|a, b| b.count.total_cmp(&a.count));
    steps::propose_times(of, &mut found);
    found
}

fn causes(why: &Why) -> [(MissingCause, f64); 5] {
    let of = &why.causes;
    [
        (MissingCause::NoMatchingTitle, &of.no_matching_title),
        (MissingCause::ClaimedByEarlierRole, &of.claimed_by_earlier_role),
        (MissingCause::NeverAssigned, &of.never_assigned),
        (MissingCause::Removed, &of.removed),
        (MissingCause::Refused, &of.refused),
    ]
    .map(|(cause, estimate)| (cause, estimate.mean.unwrap_or(0.0)))
}

/// A role that is missing for a cause.
struct About<'a> {
    of: &'a Asking<'a>,
    interest: &'a Id,
    role: &'a str,
    cause: MissingCause,
    count: f64,
}

impl About<'_> {
    fn proposal(&self, sentence: Text, because: Text, edit: ProposedEdit) -> Proposal {
        let mends = Mends::Missing {
            solution_interest: self.interest.clone(),
            role: self.role.to_owned(),
            cause: self.cause,
        };
        Proposal { mends, count: self.count, sentence, because, edit }
    }
}

impl Asking<'_> {
    /// A sentence in both languages, by the names that the workspace gives.
    fn say(&self, say: impl Fn(Speaker<'_>) -> String) -> Text {
        let of = |language| say(Speaker { language, workspace: Some(self.workspace) });
        Text::new(of(Language::En), of(Language::Es))
    }
}
