//! Where something of the workspace is used: in journeys, in the workspace itself, in scenarios, in the data.

use serde::Serialize;
use ts_rs::TS;

use super::{Collection, Workspace};
use crate::catalogue::ReferenceTo;
use crate::check::{condition_mentions, mentions};
use crate::condition::Condition;
use crate::journey::Journey;
use crate::scenario::Scenario;
use crate::tables::Tables;

/// What surrounds a workspace when something of it is deleted.
#[derive(Debug, Clone, Copy, Default)]
pub struct Users<'a> {
    pub journeys: &'a [Journey],
    pub scenarios: &'a [Scenario],
    pub tables: Option<&'a Tables>,
}

/// Somebody who uses a thing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Use {
    pub by: User,
    pub name: String,
}

/// What kind of thing uses another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum User {
    Journey,
    Scenario,
    RolesTemplate,
    SolutionInterest,
    Audience,
    AccountList,
    Destination,
    Titles,
    Members,
}

/// Everybody who uses the record with a key, each once.
pub fn uses(of: Collection, key: &str, workspace: &Workspace, users: &Users<'_>) -> Vec<Use> {
    let mut found = Uses { key, to: reference(of), of: Some(of), list: Vec::new() };
    found.in_journeys(users);
    found.in_workspace(workspace);
    found.in_scenarios(users);
    found.in_tables(users);
    found.list
}

/// Everybody who uses a stage of the stages model.
pub fn stage_uses(stage: &str, workspace: &Workspace, users: &Users<'_>) -> Vec<Use> {
    let mut found = Uses { key: stage, to: Some(ReferenceTo::Stage), of: None, list: Vec::new() };
    found.in_journeys(users);
    found.in_workspace(workspace);
    found.list
}

/// The journeys that send accounts or people to a journey, or take them out of it.
pub fn journey_uses<'a>(journey: &str, others: impl Iterator<Item = &'a Journey>) -> Vec<Use> {
    let to = |other: &&Journey| {
        mentions(other)
            .iter()
            .any(|mention| mention.to == Some(ReferenceTo::Journey) && mention.id == journey)
    };
    others.filter(to).map(|other| Use { by: User::Journey, name: other.name.clone() }).collect()
}

fn reference(of: Collection) -> Option<ReferenceTo> {
    Some(match of {
        Collection::Role => ReferenceTo::Role,
        Collection::SolutionInterest => ReferenceTo::SolutionInterest,
        Collection::Audience => ReferenceTo::Audience,
        Collection::AccountList => ReferenceTo::AccountList,
        Collection::Destination => ReferenceTo::Destination,
        Collection::Email => ReferenceTo::Email,
        Collection::EventType => ReferenceTo::EventType,
        Collection::RolesTemplate => return None,
    })
}

struct Uses<'k> {
    key: &'k str,
    /// What journeys and conditions call it; none: they never do.
    to: Option<ReferenceTo>,
    /// None: a stage.
    of: Option<Collection>,
    list: Vec<Use>,
}

impl Uses<'_> {
    fn add(&mut self, by: User, name: &str) {
        let found = Use { by, name: name.to_owned() };
        if !self.list.contains(&found) {
            self.list.push(found);
        }
    }

    fn in_journeys(&mut self, users: &Users<'_>) {
        let Some(to) = self.to else { return };
        for journey in users.journeys {
            if mentions(journey).iter().any(|mention| mention.to == Some(to) && mention.id == self.key) {
                self.add(User::Journey, &journey.name);
            }
        }
    }

    fn asked(&self, condition: Option<&Condition>) -> bool {
        let Some((to, condition)) = self.to.zip(condition) else { return false };
        let mut asked = false;
        condition_mentions(condition, &mut |other, key| asked |= other == Some(to) && key == self.key);
        asked
    }

    fn in_workspace(&mut self, workspace: &Workspace) {
        for template in workspace.roles_templates.items() {
            let holds = template.cards.iter().any(|card| {
                self.asked(card.auto_assign.get())
                    || self.of == Some(Collection::Role) && card.role == self.key
            });
            if holds {
                self.add(User::RolesTemplate, &template.name);
            }
        }
        for interest in workspace.solution_interests.items() {
            if self.of == Some(Collection::RolesTemplate) && interest.roles_template == *self.key {
                self.add(User::SolutionInterest, &interest.name);
            }
        }
        for audience in workspace.audiences.items() {
            if self.asked(audience.condition.get()) {
                self.add(User::Audience, &audience.name);
            }
        }
        for list in workspace.account_lists.items() {
            if self.asked(list.condition.get()) {
                self.add(User::AccountList, &list.name);
            }
        }
        if self.of == Some(Collection::Role) {
            for destination in workspace.destinations.items() {
                if destination.roles.items().iter().any(|role| role == self.key) {
                    self.add(User::Destination, &destination.name);
                }
            }
            if workspace.titles.get().is_some_and(|titles| titles.contains_key(self.key)) {
                self.add(User::Titles, "");
            }
        }
    }

    fn in_scenarios(&mut self, users: &Users<'_>) {
        for scenario in users.scenarios {
            let groups = scenario.groups.items();
            let behaviour = scenario.behaviour.get();
            let holds = match self.of {
                Some(Collection::SolutionInterest) => {
                    groups.iter().any(|group| group.solution_interest == *self.key)
                }
                Some(Collection::Audience) => {
                    groups.iter().any(|group| group.audience.get().is_some_and(|it| *it == *self.key))
                }
                Some(Collection::Role) => behaviour
                    .and_then(|it| it.by_role.get())
                    .is_some_and(|roles| roles.contains_key(self.key)),
                Some(Collection::EventType) => behaviour
                    .and_then(|it| it.custom.get())
                    .is_some_and(|custom| custom.contains_key(self.key)),
                _ => false,
            };
            if holds {
                self.add(User::Scenario, scenario.name.text());
            }
        }
    }

    fn in_tables(&mut self, users: &Users<'_>) {
        let members = users.tables.map_or(&[][..], |tables| &tables.members);
        let holds = match self.of {
            Some(Collection::SolutionInterest) => {
                members.iter().any(|member| member.solution_interest == self.key)
            }
            Some(Collection::Role) => members.iter().any(|member| member.role == self.key),
            _ => false,
        };
        if holds {
            self.add(User::Members, "");
        }
    }
}
