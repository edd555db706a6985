//! Who plays: accounts with their people, and the groups that are to fill.

use serde::Serialize;
use simulator::trace::{Happening, What};
use ts_rs::TS;

use crate::compile::Compiled;
use crate::matching::{account_name, person_name};
use crate::primitives::Id;
use crate::report::Report;
use crate::tables::Tables;
use crate::trace::text_of;
use crate::workspace::Workspace;

#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct PlayedAccount {
    pub key: String,
    /// The key where the data have no name.
    pub name: String,
    /// Those of the tables first, in their order, then those that advertising finds.
    pub people: Vec<PlayedPerson>,
}

#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct PlayedPerson {
    /// The address or the key where the data have no name; empty for whom advertising finds.
    pub name: String,
    /// The job title.
    pub title: String,
    /// The minute at which advertising finds the person; none for people of the tables.
    pub found: Option<i32>,
}

#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PlayedInterest {
    pub id: Id,
    pub name: String,
    /// From this completeness on a group is ready for sales.
    pub ready_at: f64,
    #[ts(type = "number")]
    pub groups: u64,
    pub roles: Vec<PlayedRole>,
    /// By day: the mean over the groups; null without groups.
    pub completeness: Vec<Option<f64>>,
}

#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PlayedRole {
    pub name: String,
    pub required: bool,
    pub members_required: u32,
}

pub(super) struct Cast<'a> {
    compiled: &'a Compiled,
    tables: &'a Tables,
    pub(super) accounts: Vec<PlayedAccount>,
}

impl<'a> Cast<'a> {
    pub(super) fn new(compiled: &'a Compiled, tables: &'a Tables) -> Cast<'a> {
        Cast { compiled, tables, accounts: Vec::with_capacity(tables.accounts.rows()) }
    }

    /// The account of a row, with whom it wins.
    pub(super) fn take(&mut self, row: usize, happenings: &[Happening]) {
        let key = self.tables.accounts.cell("accountKey.sourceKey", row).unwrap_or_default().to_owned();
        let name = account_name(self.tables, row);
        let population = &self.compiled.population;
        let known = population.people_from[row] as usize..population.people_from[row + 1] as usize;
        let known = known.map(|at| self.known(self.compiled.origin.row_of(at)));
        let found = happenings.iter().filter_map(|happening| match happening.what {
            What::NewPerson { title, .. } => Some(PlayedPerson {
                name: String::new(),
                title: self.title(title).unwrap_or_default(),
                found: Some(happening.minute),
            }),
            _ => None,
        });
        self.accounts.push(PlayedAccount { key, name, people: known.chain(found).collect() });
    }

    fn known(&self, row: usize) -> PlayedPerson {
        let title = self.tables.people.cell("extendedWorkDetails.jobTitle", row);
        PlayedPerson {
            name: person_name(self.tables, row),
            title: title.unwrap_or_default().to_owned(),
            found: None,
        }
    }

    fn title(&self, code: u32) -> Option<String> {
        let column = self.compiled.program.people.title?;
        text_of(&self.tables.people, &self.compiled.origin.person_columns[usize::from(column)], code)
    }
}

pub(super) fn interests(compiled: &Compiled, workspace: &Workspace, report: &Report) -> Vec<PlayedInterest> {
    let of = |(at, plan): (usize, &simulator::program::GroupPlan)| {
        let origin = &compiled.origin.groups[at];
        let id = origin.solution_interest.clone();
        let known = workspace.solution_interests.items().iter().find(|known| known.id == id);
        let roles = plan.cards.iter().zip(&origin.roles).map(|(card, name)| PlayedRole {
            name: name.clone(),
            required: card.required,
            members_required: card.members_required,
        });
        PlayedInterest {
            name: known.map_or_else(|| id.to_string(), |known| known.name.clone()),
            ready_at: plan.ready_completeness,
            groups: report.solution_interests.get(at).map_or(0, |of| of.groups),
            roles: roles.collect(),
            completeness: report.daily.iter().map(|day| day.groups[at].completeness.mean).collect(),
            id,
        }
    };
    compiled.program.groups.iter().enumerate().map(of).collect()
}
