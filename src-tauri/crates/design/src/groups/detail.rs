//! One group: who belongs in which role by whose word, and who of the account does not.

use serde::Serialize;
use simulator::population::Source;
use ts_rs::TS;

use super::{GroupLine, GroupsNow};
use crate::matching::person_name;
use crate::primitives::Id;
use crate::tables::{MemberSource, Tables};

/// One group with everybody of its account.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct GroupDetail {
    pub line: GroupLine,
    /// The cards of the template in their order.
    pub cards: Vec<GroupCard>,
    /// Members who were taken out; they stay on record.
    pub removed: Vec<GroupMember>,
    /// People of the account who were never members.
    pub others: Vec<GroupMember>,
}

#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct GroupCard {
    pub role: String,
    pub required: bool,
    pub members_required: u32,
    /// 0 to 100.
    pub completeness: f64,
    pub members: Vec<GroupMember>,
}

/// A person of the account.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct GroupMember {
    /// The person's key.
    pub person: String,
    pub name: String,
    pub title: Option<String>,
    pub email: Option<String>,
    /// Engagement, 0 to 100.
    pub score: f64,
    /// None: never a member.
    pub role: Option<String>,
    #[ts(type = "\"manual\" | \"journey\" | \"system\" | null")]
    pub source: Option<&'static str>,
}

impl GroupsNow {
    /// None where the account has no such group.
    pub fn detail(&self, tables: &Tables, interest: &Id, account: &str) -> Option<GroupDetail> {
        let index = self.interests.iter().position(|of| of.interest.id == *interest)?;
        let keys = tables.accounts.column("accountKey.sourceKey")?;
        let row = (0..keys.len()).find(|&row| keys.get(row) == Some(account))?;
        let line = self.line(tables, index, row)?;
        let of = &self.interests[index];
        let mut cards: Vec<GroupCard> = of
            .cards
            .iter()
            .map(|card| GroupCard {
                role: card.role.clone(),
                required: card.required,
                members_required: card.members_required.or(1).max(1),
                completeness: 0.0,
                members: Vec::new(),
            })
            .collect();
        let (mut removed, mut others) = (Vec::new(), Vec::new());
        for &person in self.people_of(row) {
            let record = of.records[person as usize];
            let role = record
                .and_then(|record| of.cards.get(usize::from(record.card)))
                .map(|card| card.role.clone());
            let member = GroupMember {
                person: tables
                    .people
                    .cell("b2b.personKey.sourceKey", person as usize)
                    .unwrap_or_default()
                    .to_owned(),
                name: person_name(tables, person as usize),
                title: tables.people.cell("extendedWorkDetails.jobTitle", person as usize).map(str::to_owned),
                email: tables.people.cell("workEmail.address", person as usize).map(str::to_owned),
                score: self.scores[person as usize],
                role,
                source: record.map(|record| word(record.source)),
            };
            match record {
                None => others.push(member),
                Some(record) if record.removed => removed.push(member),
                Some(record) => {
                    if let Some(card) = cards.get_mut(usize::from(record.card)) {
                        card.members.push(member);
                    }
                }
            }
        }
        for card in &mut cards {
            card.completeness =
                100.0 * (card.members.len() as f64 / f64::from(card.members_required)).min(1.0);
        }
        Some(GroupDetail { line, cards, removed, others })
    }
}

pub(super) fn word(source: Source) -> &'static str {
    match source {
        Source::Manual => MemberSource::Manual,
        Source::Journey => MemberSource::Journey,
        Source::System => MemberSource::System,
    }
    .word()
}
