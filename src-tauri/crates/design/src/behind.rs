//! The accounts behind a number: which they are, and how each stands at the horizon. They are those of one
//! replication, since an account fares differently in each.

mod sheet;

use serde::{Deserialize, Serialize};
use simulator::Cause;
use simulator::tally::Tally;
use thiserror::Error;
use ts_rs::TS;

use crate::compile::Compiled;
use crate::matching::account_name;
use crate::primitives::Id;
use crate::report::Prices;
use crate::scenario::Scenario;
use crate::tables::Tables;

pub use sheet::Rows;

/// What the accounts have in common.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(tag = "what", rename_all = "camelCase", deny_unknown_fields)]
pub enum Behind {
    /// All that the run has.
    All,
    /// They came to a node.
    Entered { node: Id },
    /// They are at a node when a day begins; without a day, at the horizon.
    Here { node: Id, day: Option<u32> },
    /// They left a node by an exit.
    Took { from: Id, path: Option<Id>, to: Option<Id> },
    /// Actions of a node reached somebody of theirs.
    Reached { node: Id },
    /// Somebody of theirs took a path of a split by people.
    Path { node: Id, path: Id },
    /// They have a group.
    Groups {
        #[serde(rename = "solutionInterest")]
        solution_interest: Id,
    },
    /// Their group was sales-ready by a day; without a day, by the horizon.
    Ready {
        #[serde(rename = "solutionInterest")]
        solution_interest: Id,
        day: Option<u32>,
    },
    /// Their group was not ready by the horizon.
    NotReady {
        #[serde(rename = "solutionInterest")]
        solution_interest: Id,
    },
    /// The completeness of their group lies in a quarter of 0 to 100, the first being 0.
    Band {
        #[serde(rename = "solutionInterest")]
        solution_interest: Id,
        band: u8,
    },
    /// Somebody has a role in their group.
    Holds {
        #[serde(rename = "solutionInterest")]
        solution_interest: Id,
        role: String,
    },
    /// A required role is missing in their group, for any cause or for one.
    Missing {
        #[serde(rename = "solutionInterest")]
        solution_interest: Id,
        role: String,
        cause: Option<MissingCause>,
    },
    /// They cost something in a channel of the report.
    Channel { channel: Channel },
}

/// Why a required role is missing, as in the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum MissingCause {
    Removed,
    Refused,
    ClaimedByEarlierRole,
    NeverAssigned,
    NoMatchingTitle,
}

/// A channel of the report's costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Channel {
    Email,
    Sms,
    Whatsapp,
    Ads,
    Events,
    SalesAlert,
}

/// Which of the accounts behind a number are listed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct AccountsPage {
    /// The replication that they are of; 0 is the first one.
    pub replication: u32,
    /// What stands in their name or their key; empty: all.
    pub search: String,
    /// The place of the first one among those that are found.
    #[ts(type = "number")]
    pub from: u64,
}

/// The accounts behind a number, in the order of the table.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AccountsBehind {
    /// How many there are.
    #[ts(type = "number")]
    pub count: u64,
    /// How many accounts the run has.
    #[ts(type = "number")]
    pub of: u64,
    /// How many of them have the name that is looked for.
    #[ts(type = "number")]
    pub found: u64,
    /// The place of the first one that is listed among those; the list ends where its page does.
    #[ts(type = "number")]
    pub from: u64,
    /// So many make a page.
    #[ts(type = "number")]
    pub per_page: u64,
    pub accounts: Vec<AccountLine>,
}

/// How an account stands at the horizon.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct AccountLine {
    /// The account's key.
    pub account: String,
    pub name: String,
    /// How many people it had at the start.
    pub people: u32,
    /// How often it, or its people, entered the journey.
    #[ts(type = "number")]
    pub entries: u64,
    /// Where it is; None: it has ended, or it never entered.
    pub here: Option<Id>,
    /// In the scenario's currency.
    pub cost: f64,
    pub groups: Vec<AccountGroup>,
}

/// How a buying group stands at the horizon.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AccountGroup {
    pub solution_interest: Id,
    /// 0 to 100.
    pub completeness: f64,
    /// 0 to 100.
    pub engagement: f64,
    /// The day at whose beginning it was first seen to be sales-ready.
    pub ready_day: Option<u32>,
    pub missing: Vec<AccountMissing>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AccountMissing {
    pub role: String,
    pub cause: MissingCause,
}

#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("The run knows no {0}; open it again.")]
pub struct UnknownPart(String);

/// By the positions of a tally's causes.
const CAUSES: [(Cause, MissingCause); 5] = [
    (Cause::Removed, MissingCause::Removed),
    (Cause::Refused, MissingCause::Refused),
    (Cause::ClaimedByEarlierRole, MissingCause::ClaimedByEarlierRole),
    (Cause::NeverAssigned, MissingCause::NeverAssigned),
    (Cause::NoMatchingTitle, MissingCause::NoMatchingTitle),
];

type Test = Box<dyn Fn(&Tally) -> bool + Send + Sync>;

impl Behind {
    /// A test of what one account counted by itself.
    pub fn test(&self, compiled: &Compiled) -> Result<Test, UnknownPart> {
        let parts = Parts(compiled);
        Ok(match self {
            Behind::All => Box::new(|_| true),
            Behind::Entered { node } => {
                let node = parts.node(node)?;
                Box::new(move |tally| tally.nodes[node].entered > 0)
            }
            Behind::Here { node, day: None } => {
                let node = parts.node(node)?;
                Box::new(move |tally| tally.nodes[node].here > 0)
            }
            Behind::Here { node, day: Some(day) } => {
                let (node, nodes, day) = (parts.node(node)?, compiled.origin.nodes.len(), *day as usize);
                Box::new(move |tally| {
                    // The counts are differences from day to day.
                    tally.here.iter().skip(node).step_by(nodes).take(day + 1).sum::<i64>() > 0
                })
            }
            Behind::Took { from, path, to } => {
                let exits = compiled.origin.exits.iter();
                let exit = exits.clone().position(|of| of.from == *from && of.path == *path && of.to == *to);
                let exit = exit.ok_or_else(|| UnknownPart(format!("exit of {from}")))?;
                Box::new(move |tally| tally.exits[exit] > 0)
            }
            Behind::Reached { node } => {
                let node = parts.node(node)?;
                Box::new(move |tally| tally.nodes[node].reached > 0)
            }
            Behind::Path { node, path } => parts.path(node, path)?,
            Behind::Groups { solution_interest } => {
                let group = parts.group(solution_interest)?;
                Box::new(move |tally| tally.groups[group].groups > 0)
            }
            Behind::Ready { solution_interest, day } => {
                let (group, day) = (parts.group(solution_interest)?, day.map(|day| day as usize));
                Box::new(move |tally| {
                    let ready = &tally.groups[group].ready;
                    ready.iter().take(day.map_or(ready.len(), |day| day + 1)).any(|&count| count > 0)
                })
            }
            Behind::NotReady { solution_interest } => {
                let group = parts.group(solution_interest)?;
                Box::new(move |tally| {
                    let of = &tally.groups[group];
                    of.groups > 0 && of.ready.iter().all(|&count| count == 0)
                })
            }
            Behind::Band { solution_interest, band } => {
                let (group, band) = (parts.group(solution_interest)?, usize::from(*band).min(3));
                Box::new(move |tally| tally.groups[group].bands[0][band] > 0)
            }
            Behind::Holds { solution_interest, role } => {
                let (group, card) = parts.card(solution_interest, role)?;
                Box::new(move |tally| tally.groups[group].cards[card].by_source.iter().any(|&of| of > 0))
            }
            Behind::Missing { solution_interest, role, cause } => {
                let (group, card) = parts.card(solution_interest, role)?;
                let cause = cause.and_then(|cause| CAUSES.iter().position(|(_, of)| *of == cause));
                Box::new(move |tally| {
                    let of = &tally.groups[group].cards[card];
                    cause.map_or(of.missing, |cause| of.causes[CAUSES[cause].0 as usize]) > 0
                })
            }
            Behind::Channel { channel } => {
                let channel = *channel;
                Box::new(move |tally| {
                    tally.days.iter().any(|day| {
                        let count = match channel {
                            Channel::Email => day.emails,
                            Channel::Sms => day.sms,
                            Channel::Whatsapp => day.whatsapp,
                            Channel::Ads => day.impressions + day.new_people,
                            Channel::Events => day.attendees,
                            Channel::SalesAlert => day.alerts,
                        };
                        count > 0
                    })
                })
            }
        })
    }
}

/// The numbers of what is named by ids.
struct Parts<'a>(&'a Compiled);

impl Parts<'_> {
    fn node(&self, id: &Id) -> Result<usize, UnknownPart> {
        let found = self.0.origin.nodes.iter().position(|node| node == id);
        found.ok_or_else(|| UnknownPart(format!("step {id}")))
    }

    fn group(&self, id: &Id) -> Result<usize, UnknownPart> {
        let found = self.0.origin.groups.iter().position(|group| group.solution_interest == *id);
        found.ok_or_else(|| UnknownPart(format!("solution interest {id}")))
    }

    fn card(&self, id: &Id, role: &str) -> Result<(usize, usize), UnknownPart> {
        let group = self.group(id)?;
        let card = self.0.origin.groups[group].roles.iter().position(|of| of == role);
        card.map(|card| (group, card)).ok_or_else(|| UnknownPart(format!("role {role}")))
    }

    fn path(&self, node: &Id, path: &Id) -> Result<Test, UnknownPart> {
        let number = self.node(node)?;
        let origin = &self.0.origin;
        let is = |of: u32, name: &str| of as usize == number && name == path.as_str();
        if let Some(row) = origin.people_paths.iter().position(|(of, name)| is(*of, name)) {
            return Ok(Box::new(move |tally| tally.people_paths[row] > 0));
        }
        let exit = origin.person_exits.iter().find(|(of, name, _)| is(*of, name));
        let exit = exit.ok_or_else(|| UnknownPart(format!("path {path}")))?.2 as usize;
        Ok(Box::new(move |tally| tally.exits[exit] > 0))
    }
}

/// Writes the lines of accounts.
pub struct Lines<'a> {
    compiled: &'a Compiled,
    tables: &'a Tables,
    prices: Prices,
}

impl<'a> Lines<'a> {
    pub fn new(compiled: &'a Compiled, tables: &'a Tables, scenario: &Scenario) -> Lines<'a> {
        Lines { compiled, tables, prices: Prices::new(scenario) }
    }

    /// How the account of a row stands, by what it counted itself.
    pub fn line(&self, row: usize, tally: &Tally) -> AccountLine {
        let origin = &self.compiled.origin;
        let people = &self.compiled.population.people_from;
        let here = tally.nodes.iter().position(|node| node.here > 0);
        let groups = origin.groups.iter().zip(&tally.groups).filter(|(_, of)| of.groups > 0);
        AccountLine {
            account: self.tables.accounts.cell("accountKey.sourceKey", row).unwrap_or_default().to_owned(),
            name: account_name(self.tables, row),
            people: people[row + 1] - people[row],
            entries: tally.accounts.entries,
            here: here.map(|node| origin.nodes[node].clone()),
            cost: tally.days.iter().map(|day| self.prices.total(day)).sum(),
            groups: groups
                .map(|(group, of)| AccountGroup {
                    solution_interest: group.solution_interest.clone(),
                    completeness: of.completeness_end,
                    engagement: of.engagement_end,
                    ready_day: of.ready.iter().position(|&count| count > 0).map(|day| day as u32),
                    missing: missing(&group.roles, &of.cards),
                })
                .collect(),
        }
    }
}

fn missing(roles: &[String], cards: &[simulator::tally::CardTally]) -> Vec<AccountMissing> {
    let cause = |of: &simulator::tally::CardTally| {
        let found = CAUSES.iter().find(|(cause, _)| of.causes[*cause as usize] > 0);
        found.map(|(_, cause)| *cause)
    };
    let all = roles.iter().zip(cards);
    all.filter_map(|(role, of)| Some(AccountMissing { role: role.clone(), cause: cause(of)? })).collect()
}
