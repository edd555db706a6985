//! What the window needs before it draws its first picture.

use std::collections::BTreeMap;

use design::document::Named;
use design::scenario::Scenario;
use design::workspace::{SolutionInterest, Workspace};
use serde::Serialize;
use ts_rs::TS;

use super::{JourneySummary, Open, Preferences, Studio};
use crate::Failure;
use crate::store;

/// The workspace as the window shows it at its start.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Start {
    /// The workspace's name.
    pub workspace: String,
    pub journeys: Vec<JourneySummary>,
    /// The journey that was open last.
    pub last: Option<String>,
    pub preferences: Preferences,
    /// Whether the desktop prefers dark windows.
    pub system_dark: bool,
    /// The program's version.
    pub program: String,
    /// Null while the records are still being read.
    pub accounts: Option<u32>,
    pub people: Option<u32>,
    pub references: References,
    /// By solution interest: the completeness from which a group is ready for sales.
    #[ts(type = "Record<string, number>")]
    pub sales_ready: BTreeMap<String, f64>,
    /// By solution interest: the roles of its template, in their order.
    #[ts(type = "Record<string, string[]>")]
    pub roles_of: BTreeMap<String, Vec<String>>,
    /// By the workspace's own event types: their fields.
    #[ts(type = "Record<string, string[]>")]
    pub event_fields: BTreeMap<String, Vec<String>>,
    pub scenario: Scenario,
}

/// What a setting can refer to, by the kind of reference.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct References {
    pub audience: Vec<Named>,
    pub account_list: Vec<Named>,
    pub destination: Vec<Named>,
    pub email: Vec<Named>,
    pub solution_interest: Vec<Named>,
    pub stage: Vec<Named>,
    pub role: Vec<Named>,
    pub journey: Vec<Named>,
    /// The workspace's own; the catalogue holds the ones that every workspace has.
    pub event_type: Vec<Named>,
}

impl Studio {
    pub fn start(&self) -> Result<Start, Failure> {
        let open = self.lock();
        let (journeys, tables) = (open.journeys()?, open.tables_so_far());
        let last = store::preferences::get(open.store.read(), "journey")?
            .filter(|last| journeys.iter().any(|journey| journey.id == *last));
        Ok(Start {
            workspace: open.workspace.name.clone(),
            references: references(&open.workspace, open.named()?),
            sales_ready: sales_ready(&open.workspace),
            roles_of: roles_of(&open.workspace),
            event_fields: event_fields(&open.workspace),
            last,
            journeys,
            preferences: open.preferences()?,
            system_dark: (self.around.dark)(),
            program: env!("CARGO_PKG_VERSION").to_owned(),
            accounts: tables.as_ref().map(|tables| count(tables.accounts.rows())),
            people: tables.as_ref().map(|tables| count(tables.people.rows())),
            scenario: open.scenario.as_ref().clone(),
        })
    }
}

impl Open {
    /// The journeys by id and name, for references and checks.
    pub(super) fn named(&self) -> Result<Vec<Named>, Failure> {
        Ok(store::journeys::list(self.store.read())?
            .into_iter()
            .map(|line| Named { id: line.id, name: line.name })
            .collect())
    }
}

pub(super) fn references(workspace: &Workspace, journey: Vec<Named>) -> References {
    let stages = workspace.stages_model.get().map_or(&[][..], |model| &model.stages);
    References {
        audience: workspace.audiences.items().iter().map(|it| named(it.id.as_str(), &it.name)).collect(),
        account_list: workspace
            .account_lists
            .items()
            .iter()
            .map(|it| named(it.id.as_str(), &it.name))
            .collect(),
        destination: workspace
            .destinations
            .items()
            .iter()
            .map(|it| named(it.id.as_str(), &it.name))
            .collect(),
        email: workspace.emails.items().iter().map(|it| named(it.id.as_str(), &it.name)).collect(),
        solution_interest: workspace
            .solution_interests
            .items()
            .iter()
            .map(|it| named(it.id.as_str(), &it.name))
            .collect(),
        stage: stages.iter().map(|it| named(it.id.as_str(), &it.name)).collect(),
        role: workspace.role_names().map(|role| named(role, role)).collect(),
        journey,
        event_type: workspace.event_types.items().iter().map(|it| named(&it.r#type, &it.name)).collect(),
    }
}

pub(super) fn sales_ready(workspace: &Workspace) -> BTreeMap<String, f64> {
    let interests = workspace.solution_interests.items().iter();
    interests.map(|interest| (interest.id.to_string(), interest.ready_completeness())).collect()
}

fn roles_of(workspace: &Workspace) -> BTreeMap<String, Vec<String>> {
    let templates = workspace.roles_templates.items();
    let roles = |interest: &SolutionInterest| {
        let template = templates.iter().find(|template| template.id == interest.roles_template);
        template.map_or(Vec::new(), |template| template.cards.iter().map(|card| card.role.clone()).collect())
    };
    let interests = workspace.solution_interests.items().iter();
    interests.map(|interest| (interest.id.to_string(), roles(interest))).collect()
}

fn event_fields(workspace: &Workspace) -> BTreeMap<String, Vec<String>> {
    let own = workspace.event_types.items().iter();
    own.map(|event| (event.r#type.clone(), event.fields.items().to_vec())).collect()
}

fn named(id: &str, name: &str) -> Named {
    Named { id: id.to_owned(), name: name.to_owned() }
}

fn count(rows: usize) -> u32 {
    u32::try_from(rows).unwrap_or(u32::MAX)
}
