//! Where all groups together are strong and weak, and who is in several of them.

use serde::Serialize;
use ts_rs::TS;

use super::GroupsNow;
use crate::matching::{account_name, person_name};
use crate::primitives::Id;
use crate::tables::Tables;

/// How far each role is filled over all groups of each solution interest.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Coverage {
    pub solution_interests: Vec<Id>,
    /// Groups by solution interest.
    pub groups: Vec<u32>,
    /// Every role that stands on a card, in the order of the cards.
    pub roles: Vec<String>,
    /// By role, then by solution interest; null where the role is on no card.
    pub cells: Vec<Vec<Option<CoverageCell>>>,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CoverageCell {
    pub required: bool,
    /// Groups with as many members as the role requires.
    pub filled: u32,
    pub members: u32,
    /// The mean of the role's completeness, 0 to 1.
    pub fill: f64,
}

/// People in several groups.
#[derive(Debug, Clone, Default, PartialEq, Serialize, TS)]
pub struct Overlap {
    /// How many there are.
    pub people: u32,
    /// By two solution interests, how many are in both.
    pub pairs: Vec<OverlapPair>,
    /// The first hundred of them.
    pub some: Vec<OverlapPerson>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct OverlapPair {
    pub a: Id,
    pub b: Id,
    pub people: u32,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct OverlapPerson {
    pub person: String,
    pub name: String,
    pub account: String,
    /// Solution interest and role.
    pub roles: Vec<(Id, String)>,
}

const SOME: usize = 100;

impl GroupsNow {
    pub fn coverage(&self) -> Coverage {
        let mut roles: Vec<String> = Vec::new();
        for card in self.interests.iter().flat_map(|of| &of.cards) {
            if !roles.contains(&card.role) {
                roles.push(card.role.clone());
            }
        }
        let cell = |role: &String, index: usize| {
            let of = &self.interests[index];
            let place = of.cards.iter().position(|card| card.role == *role)?;
            let needed = f64::from(of.cards[place].members_required.or(1).max(1));
            let mut cell = CoverageCell { required: of.cards[place].required, ..CoverageCell::default() };
            let mut groups = 0u32;
            for group in of.accounts.iter().flatten() {
                let members = group.members.get(place).copied().unwrap_or(0);
                let share = (f64::from(members) / needed).min(1.0);
                groups += 1;
                cell.members += u32::from(members);
                cell.filled += u32::from(share >= 1.0);
                cell.fill += share;
            }
            cell.fill /= f64::from(groups.max(1));
            Some(cell)
        };
        Coverage {
            solution_interests: self.interests.iter().map(|of| of.interest.id.clone()).collect(),
            groups: self.interests.iter().map(|of| of.accounts.iter().flatten().count() as u32).collect(),
            cells: roles
                .iter()
                .map(|role| (0..self.interests.len()).map(|index| cell(role, index)).collect())
                .collect(),
            roles,
        }
    }

    pub fn overlap(&self, tables: &Tables) -> Overlap {
        let count = self.interests.len();
        let mut both = vec![0u32; count * count];
        let mut overlap = Overlap::default();
        for row in 0..tables.people.rows() {
            let role = |of: &super::Groups| {
                let record = of.records[row].filter(|record| !record.removed)?;
                Some((of.interest.id.clone(), of.cards.get(usize::from(record.card))?.role.clone()))
            };
            let member = |of: &super::Groups| of.records[row].is_some_and(|record| !record.removed);
            let inside: Vec<usize> = (0..count).filter(|&index| member(&self.interests[index])).collect();
            if inside.len() < 2 {
                continue;
            }
            overlap.people += 1;
            for (at, &a) in inside.iter().enumerate() {
                inside[at + 1..].iter().for_each(|&b| both[a * count + b] += 1);
            }
            if overlap.some.len() < SOME {
                overlap.some.push(OverlapPerson {
                    person: tables.people.cell("b2b.personKey.sourceKey", row).unwrap_or_default().to_owned(),
                    name: person_name(tables, row),
                    account: account_name(tables, tables.account_of[row] as usize),
                    roles: inside.iter().filter_map(|&index| role(&self.interests[index])).collect(),
                });
            }
        }
        for a in 0..count {
            for b in a + 1..count {
                let id = |index: usize| self.interests[index].interest.id.clone();
                overlap.pairs.push(OverlapPair { a: id(a), b: id(b), people: both[a * count + b] });
            }
        }
        overlap
    }
}
