//! The buying groups of the data at hand, as they stand at minute 0 of the scenario: one for each solution interest of
//! the workspace and account. Nothing is run.

mod coverage;
mod detail;
mod list;
mod sheets;

use simulator::{AtStart, GroupAtStart, RecordAtStart};

pub use self::coverage::{Coverage, CoverageCell, Overlap, OverlapPair, OverlapPerson};
pub use self::detail::{GroupCard, GroupDetail, GroupMember};
pub use self::list::{GroupLine, GroupOrder, GroupSort, GroupsLooking, GroupsPage, MissingRole};
pub use self::sheets::Sheet;
use crate::compile::{CompileError, Origin, compile_condition};
use crate::condition::Condition;
use crate::matching::nothing;
use crate::maybe::Maybe;
use crate::primitives::Id;
use crate::scenario::{GroupChoice, Scenario};
use crate::tables::Tables;
use crate::workspace::{RoleCard, SolutionInterest, Workspace};

/// All groups with their members and scores. It belongs to one workspace, tables and scenario.
pub struct GroupsNow {
    interests: Vec<Groups>,
    /// By person: engagement, 0 to 100.
    scores: Vec<f64>,
    /// The people of each account: rows, and where those of each account begin.
    people: Vec<u32>,
    people_from: Vec<u32>,
    origin: Origin,
}

/// The groups of one solution interest.
struct Groups {
    interest: SolutionInterest,
    cards: Vec<RoleCard>,
    /// By account; None where it has no such group.
    accounts: Vec<Option<GroupAtStart>>,
    /// By person of the table.
    records: Vec<Option<RecordAtStart>>,
}

impl GroupsNow {
    /// Makes the groups of every solution interest; for those that the scenario names with an audience, of its accounts
    /// only.
    pub fn make(
        workspace: &Workspace,
        tables: &Tables,
        scenario: &Scenario,
    ) -> Result<GroupsNow, CompileError> {
        let mut scenario = scenario.clone();
        let chosen = scenario.groups.items().to_vec();
        let all = workspace.solution_interests.items().iter().map(|interest| {
            let named = chosen.iter().find(|choice| choice.solution_interest == interest.id);
            named.cloned().unwrap_or_else(|| GroupChoice {
                solution_interest: interest.id.clone(),
                audience: Maybe::Absent,
            })
        });
        scenario.groups = Maybe::Given(all.collect());
        let compiled =
            compile_condition(&Condition::default(), &nothing(&scenario), workspace, tables, &scenario)?;
        let AtStart { groups, scores } = simulator::at_start(&compiled.program, &compiled.population);
        let origin = &compiled.origin;
        let interests = groups.into_iter().zip(workspace.solution_interests.items()).map(|(of, interest)| {
            let templates = workspace.roles_templates.items();
            let template = templates.iter().find(|template| template.id == interest.roles_template);
            Groups {
                interest: interest.clone(),
                cards: template.map(|template| template.cards.clone()).unwrap_or_default(),
                accounts: of.accounts,
                records: origin.in_table_order(of.records),
            }
        });
        let mut people_from = vec![0u32; tables.accounts.rows() + 1];
        tables.account_of.iter().for_each(|&account| people_from[account as usize + 1] += 1);
        (1..people_from.len()).for_each(|row| people_from[row] += people_from[row - 1]);
        Ok(GroupsNow {
            interests: interests.collect(),
            scores: origin.in_table_order(scores),
            // The population has people sorted by account.
            people: (0..tables.people.rows()).map(|person| origin.row_of(person) as u32).collect(),
            people_from,
            origin: compiled.origin,
        })
    }

    fn people_of(&self, account: usize) -> &[u32] {
        &self.people[self.people_from[account] as usize..self.people_from[account + 1] as usize]
    }

    fn stage(&self, group: &GroupAtStart) -> Option<&Id> {
        group.stage.map(|stage| &self.origin.stages[usize::from(stage)])
    }
}

impl Groups {
    fn ready(&self, group: &GroupAtStart) -> bool {
        group.completeness >= self.interest.ready_completeness()
            && group.engagement >= self.interest.ready_engagement()
    }

    /// The required cards that lack members, with how many.
    fn missing(&self, group: &GroupAtStart) -> Vec<MissingRole> {
        let lacks = |(card, members): (&RoleCard, &u16)| {
            let needed = card.members_required.or(1).max(1);
            let lacking = needed.saturating_sub(u32::from(*members));
            (card.required && lacking > 0).then(|| MissingRole { role: card.role.clone(), missing: lacking })
        };
        self.cards.iter().zip(&group.members).filter_map(lacks).collect()
    }
}
