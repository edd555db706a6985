//! The leaves of a condition as sets of rows.

use simulator::GroupAtStart;

use super::evaluate::{Asked, Rows, flipped};
use super::ground::Standing;
use crate::compare::{Meets, meets};
use crate::compile::{CompileError, comparing, comparing_score};
use crate::condition::{
    AttributeTest, Comparison, Condition, EventHistory, MatchedBuyingGroup, MemberOfAccountList,
    MemberOfBuyingGroup, RoleInAccount,
};
use crate::primitives::Id;
use crate::tables::{Column, Table};
use crate::workspace::ListType;

/// Who meets a leaf, by row: a leaf is asked of accounts or of people.
#[derive(Clone)]
pub(super) enum Set {
    Accounts(Rows),
    People(Rows),
}

impl<'a> Asked<'a> {
    pub(super) fn leaf(&self, leaf: &'a Condition, inside: &mut Vec<&'a Id>) -> Result<Set, CompileError> {
        Ok(match leaf {
            Condition::Attribute(test) => return self.attribute(test),
            Condition::MatchedBuyingGroup(test) => Set::Accounts(self.has_group(test)?),
            Condition::MemberOfBuyingGroup(test) => Set::People(self.member(test)?),
            Condition::EventHistory(history) => Set::People(self.history(history)),
            Condition::MemberOfAccountList(test) => Set::Accounts(self.on_list(test, inside)?),
            Condition::RoleInAccount(test) => Set::People(self.role_in_account(test)),
            Condition::All(_) | Condition::Any(_) | Condition::None(_) | Condition::HasPerson(_) => {
                Set::Accounts(Vec::new())
            }
        })
    }

    fn attribute(&self, test: &AttributeTest) -> Result<Set, CompileError> {
        if test.attribute == "person.engagementScore" {
            let compare = comparing_score(test.op, test.value.get());
            let scores = &self.standing()?.scores;
            return Ok(Set::People(scores.iter().map(|&score| compare.holds(score)).collect()));
        }
        Ok(self.ground.known(test, || {
            let rule = Meets::new(test.op, test.value.get());
            match test.attribute.strip_prefix("account.") {
                Some(name) => Set::Accounts(by_text(&self.tables.accounts, name, |text| rule.holds(text))),
                None => {
                    let name = test.attribute.strip_prefix("person.").unwrap_or(&test.attribute);
                    Set::People(by_text(&self.tables.people, name, |text| rule.holds(text)))
                }
            }
        }))
    }

    fn role_in_account(&self, test: &RoleInAccount) -> Rows {
        let is = test.is.or(true);
        by_text(&self.tables.people, "personRoles", |text| {
            let mut held = text.unwrap_or_default().split('|').map(str::trim);
            held.any(|held| test.role.iter().any(|role| role == held)) == is
        })
    }

    fn on_list(&self, test: &'a MemberOfAccountList, inside: &mut Vec<&'a Id>) -> Result<Rows, CompileError> {
        let list = self.workspace.account_lists.items().iter().find(|list| list.id == test.list);
        let list = list.ok_or_else(|| CompileError::Unknown {
            place: "the condition".into(),
            kind: "account list",
            id: test.list.to_string(),
        })?;
        let rows = self.tables.accounts.rows();
        let members = if list.r#type == ListType::Static {
            let members: std::collections::HashSet<&str> =
                list.members.items().iter().map(String::as_str).collect();
            let keys = self.tables.accounts.column("accountKey.sourceKey");
            let on_list = |row| keys.and_then(|keys| keys.get(row)).is_some_and(|key| members.contains(key));
            (0..rows).map(on_list).collect()
        } else if let Some(condition) = list.condition.get().filter(|_| !inside.contains(&&list.id)) {
            inside.push(&list.id);
            let members = self.part(condition, false, &mut Vec::new(), inside);
            inside.pop();
            members?
        } else {
            vec![false; rows]
        };
        Ok(if test.is.or(true) { members } else { flipped(members) })
    }

    fn history(&self, history: &EventHistory) -> Rows {
        let people = self.tables.people.rows();
        let within = history.within_days.get().map(|days| (i64::from(*days) * 1440).min(1_000_000_000));
        let constraints = history.constraints.items();
        let mut counts = vec![0u32; people];
        for did in self.ground.past(self.tables, self.scenario).of(&history.event_type) {
            let fits = || {
                let fields = &self.tables.activities[did.activity as usize].fields;
                constraints.iter().all(|test| {
                    let cell = fields.iter().find(|(key, _)| *key == test.field).map(|(_, v)| v.as_str());
                    meets(cell, test.op, test.value.get())
                })
            };
            if within.is_none_or(|within| i64::from(did.minute) > -within) && fits() {
                counts[did.person as usize] += 1;
            }
        }
        let (inactive, at_least) = (history.inactive.or(false), history.at_least.or(1));
        counts.iter().map(|&count| if inactive { count == 0 } else { count >= at_least }).collect()
    }

    fn standing(&self) -> Result<&'a Standing, CompileError> {
        self.ground.standing(self.workspace, self.tables, self.scenario)
    }

    fn has_group(&self, test: &MatchedBuyingGroup) -> Result<Rows, CompileError> {
        let standing = self.standing()?;
        let wanted = GroupParts {
            stages: test.stage.get().map(Vec::as_slice),
            statuses: test.status.get().map(Vec::as_slice),
            completeness: test.completeness.get(),
            engagement: test.engagement.get(),
        };
        let mut met = vec![false; self.tables.accounts.rows()];
        for index in standing.of(test.solution_interest.get()) {
            let roles = &standing.origin.groups[index].roles;
            let people: Vec<(Option<usize>, u32, u32)> = test
                .people
                .items()
                .iter()
                .map(|people| {
                    let exactly = people.exactly.get().copied();
                    (
                        roles.iter().position(|role| *role == people.role),
                        exactly.or(people.at_least.get().copied()).unwrap_or(0),
                        exactly.or(people.at_most.get().copied()).unwrap_or(u32::MAX),
                    )
                })
                .collect();
            for (row, group) in standing.groups[index].accounts.iter().enumerate() {
                let enough = |group: &GroupAtStart| {
                    people.iter().all(|(card, least, most)| {
                        let count = card.map_or(0, |card| u32::from(group.members[card]));
                        (*least..=*most).contains(&count)
                    })
                };
                met[row] |= group.as_ref().is_some_and(|group| enough(group) && wanted.met(standing, group));
            }
        }
        Ok(if test.is.or(true) { met } else { flipped(met) })
    }

    fn member(&self, test: &MemberOfBuyingGroup) -> Result<Rows, CompileError> {
        let standing = self.standing()?;
        let wanted = GroupParts {
            stages: test.stage.get().map(Vec::as_slice),
            statuses: test.status.get().map(Vec::as_slice),
            completeness: test.completeness.get(),
            engagement: test.engagement.get(),
        };
        let removed = test.removed.or(false);
        let mut met = vec![false; self.tables.people.rows()];
        for index in standing.of(test.solution_interest.get()) {
            let groups = &standing.groups[index];
            let by_account: Vec<bool> = groups
                .accounts
                .iter()
                .map(|group| group.as_ref().is_some_and(|group| wanted.met(standing, group)))
                .collect();
            let of_cards: Vec<bool> = standing.origin.groups[index]
                .roles
                .iter()
                .map(|role| test.role.get().is_none_or(|roles| roles.contains(role)))
                .collect();
            for (row, record) in groups.records.iter().enumerate() {
                let Some(record) = *record else { continue };
                met[row] |= record.removed == removed
                    && of_cards[usize::from(record.card)]
                    && by_account[self.tables.account_of[row] as usize];
            }
        }
        Ok(if test.is.or(true) { met } else { flipped(met) })
    }
}

/// What both buying-group leaves ask of a group.
struct GroupParts<'a> {
    stages: Option<&'a [Id]>,
    statuses: Option<&'a [String]>,
    completeness: Option<&'a Comparison>,
    engagement: Option<&'a Comparison>,
}

impl GroupParts<'_> {
    fn met(&self, standing: &Standing, group: &GroupAtStart) -> bool {
        let stage = group.stage.map(|stage| &standing.origin.stages[usize::from(stage)]);
        self.stages.is_none_or(|stages| stage.is_some_and(|stage| stages.contains(stage)))
            // No group has a status yet at minute 0.
            && self.statuses.is_none_or(|statuses| statuses.iter().any(|text| text.trim().is_empty()))
            && self.completeness.is_none_or(|wanted| comparing(wanted).holds(group.completeness))
            && self.engagement.is_none_or(|wanted| comparing(wanted).holds(group.engagement))
    }
}

impl Standing {
    /// The numbers of a solution interest's groups; without one, of all.
    fn of(&self, interest: Option<&Id>) -> Vec<usize> {
        let all = self.origin.groups.iter().enumerate();
        all.filter(|(_, of)| interest.is_none_or(|id| of.solution_interest == *id))
            .map(|(index, _)| index)
            .collect()
    }
}

/// The rows whose text meets a rule; each distinct text is asked once.
fn by_text(table: &Table, name: &str, rule: impl Fn(Option<&str>) -> bool) -> Rows {
    let Some(column) = table.column(name) else { return vec![rule(None); table.rows()] };
    let met: Vec<bool> = (0..column.distinct() as u32).map(|code| rule(Column::text(column, code))).collect();
    column.codes().iter().map(|code| met[code as usize]).collect()
}
