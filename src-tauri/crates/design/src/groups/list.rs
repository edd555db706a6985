//! The list of groups: searched, filtered, in an order, a window of it at a time.

use std::cmp::Ordering;

use serde::{Deserialize, Serialize};
use simulator::GroupAtStart;
use ts_rs::TS;

use super::{Groups, GroupsNow};
use crate::matching::account_name;
use crate::primitives::Id;
use crate::tables::Tables;

/// Which groups are looked at.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct GroupsLooking {
    /// Groups of accounts whose name contains it, case ignored; empty: all.
    pub search: String,
    /// None: of every solution interest.
    pub solution_interest: Option<Id>,
    /// Groups that lack members in one of these roles; none named: all.
    pub missing: Vec<String>,
    /// Only the groups that are ready for sales, or only the others; none: both.
    pub ready: Option<bool>,
    /// None: by solution interest, then in the order of the accounts.
    pub sort: Option<GroupSort>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct GroupSort {
    pub by: GroupOrder,
    pub descending: bool,
}

/// What groups are put in order by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum GroupOrder {
    Account,
    Completeness,
    Engagement,
    Stage,
    Members,
    Missing,
}

/// Some groups that stand one after the other.
#[derive(Debug, Clone, Default, PartialEq, Serialize, TS)]
pub struct GroupsPage {
    /// How many groups there are, and how many of them are looked at.
    pub all: u32,
    pub found: u32,
    pub lines: Vec<GroupLine>,
}

/// One group in the list.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct GroupLine {
    pub solution_interest: Id,
    /// The key of the account.
    pub account: String,
    pub name: String,
    /// 0 to 100, as is the engagement.
    pub completeness: f64,
    pub engagement: f64,
    /// The id of the stage.
    pub stage: Option<Id>,
    pub members: u32,
    pub missing: Vec<MissingRole>,
    /// Whether it may go to sales.
    pub ready: bool,
}

/// A required role, and how many members it lacks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MissingRole {
    pub role: String,
    pub missing: u32,
}

impl GroupsNow {
    /// The groups from `from` on, `count` of them at most.
    pub fn list(&self, tables: &Tables, looking: &GroupsLooking, from: usize, count: usize) -> GroupsPage {
        let found = self.found(tables, looking);
        let all: usize = self.interests.iter().map(|of| of.accounts.iter().flatten().count()).sum();
        let window = found.iter().skip(from).take(count);
        let lines =
            window.map(|&(interest, account)| self.line(tables, interest, account)).collect::<Option<_>>();
        GroupsPage { all: all as u32, found: found.len() as u32, lines: lines.unwrap_or_default() }
    }

    /// The groups that are looked at, each by its solution interest and the row of its account.
    pub(super) fn found(&self, tables: &Tables, looking: &GroupsLooking) -> Vec<(usize, usize)> {
        let words = looking.search.trim().to_lowercase();
        let mut found = Vec::new();
        for (index, of) in self.interests.iter().enumerate() {
            if looking.solution_interest.as_ref().is_some_and(|wanted| *wanted != of.interest.id) {
                continue;
            }
            for (row, group) in of.accounts.iter().enumerate() {
                let Some(group) = group else { continue };
                if looking.ready.is_none_or(|ready| ready == of.ready(group))
                    && (looking.missing.is_empty() || of.lacks(group, &looking.missing))
                    && (words.is_empty() || account_name(tables, row).to_lowercase().contains(&words))
                {
                    found.push((index, row));
                }
            }
        }
        if let Some(sort) = looking.sort {
            self.sort(tables, &mut found, sort);
        }
        found
    }

    fn sort(&self, tables: &Tables, found: &mut [(usize, usize)], sort: GroupSort) {
        let directed = |order: Ordering| if sort.descending { order.reverse() } else { order };
        if sort.by == GroupOrder::Account {
            return found.sort_by_cached_key(|&(_, row)| {
                Directed(account_name(tables, row).to_lowercase(), sort.descending)
            });
        }
        let figure = |&(index, row): &(usize, usize)| {
            let of = &self.interests[index];
            of.accounts[row].as_ref().map_or(0.0, |group| match sort.by {
                GroupOrder::Completeness | GroupOrder::Account => group.completeness,
                GroupOrder::Engagement => group.engagement,
                GroupOrder::Stage => group.stage.map_or(-1.0, f64::from),
                GroupOrder::Members => f64::from(members(group)),
                GroupOrder::Missing => of.missing(group).iter().map(|role| f64::from(role.missing)).sum(),
            })
        };
        found.sort_by(|a, b| directed(figure(a).total_cmp(&figure(b))));
    }

    pub(super) fn line(&self, tables: &Tables, interest: usize, account: usize) -> Option<GroupLine> {
        let of = &self.interests[interest];
        let group = of.accounts.get(account)?.as_ref()?;
        Some(GroupLine {
            solution_interest: of.interest.id.clone(),
            account: tables.accounts.cell("accountKey.sourceKey", account).unwrap_or_default().to_owned(),
            name: account_name(tables, account),
            completeness: group.completeness,
            engagement: group.engagement,
            stage: self.stage(group).cloned(),
            members: members(group),
            missing: of.missing(group),
            ready: of.ready(group),
        })
    }
}

impl Groups {
    pub(super) fn lacks(&self, group: &GroupAtStart, roles: &[String]) -> bool {
        self.missing(group).iter().any(|missing| roles.contains(&missing.role))
    }
}

pub(super) fn members(group: &GroupAtStart) -> u32 {
    group.members.iter().map(|&members| u32::from(members)).sum()
}

/// A text in an order that may be turned round.
#[derive(PartialEq, Eq)]
struct Directed(String, bool);

impl PartialOrd for Directed {
    fn partial_cmp(&self, other: &Directed) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Directed {
    fn cmp(&self, other: &Directed) -> Ordering {
        let order = self.0.cmp(&other.0);
        if self.1 { order.reverse() } else { order }
    }
}
