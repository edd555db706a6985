//! Whatever a journey refers to exists: in the workspace, among the event types, or in the data at hand.

use std::collections::HashSet;

use super::Look;
use super::mention::Mention;
use crate::actions::Action;
use crate::catalogue::{ReferenceTo, is_standard_attribute};
use crate::fix::Fix;
use crate::problem::Problem;
use crate::workspace::intent::WorkspaceIntent;
use crate::workspace::{Collection, DEFAULT_ROLES, ListType, Status, Workspace, WorkspaceRecord};

pub(super) fn check(look: &Look<'_>, found: &mut Vec<Problem>) {
    let written = written(look);
    for mention in &look.mentions {
        let known = match mention.to {
            None => attribute_known(look, &mention.id, &written),
            // A stage that is not there has a rule of its own.
            Some(ReferenceTo::Stage) => true,
            Some(to) => known(look, to, &mention.id),
        };
        if !known {
            let problem = problem(mention);
            found.push(match mention.to {
                Some(to) => create_missing(look, problem, to, &mention.id),
                None => problem.with("of", ""),
            });
        } else if mention.changes && is_dynamic(look, &mention.id) {
            let id = &mention.id;
            let problem = Problem::error(
                "unknown-reference",
                format!("The list \"{id}\" is dynamic, so journeys cannot change it; choose a static list."),
                format!(
                    "La lista «{id}» es dinámica y los recorridos no pueden cambiarla; elige una estática."
                ),
            );
            let problem = problem.at(&mention.node.id).on(mention.path).in_setting(mention.setting);
            found.push(problem.with("id", id.as_ref()));
        }
    }
}

/// The problem with the fix that makes the record that is missing, where it can be made of its id.
pub(super) fn create_missing(look: &Look<'_>, problem: Problem, to: ReferenceTo, id: &str) -> Problem {
    problem.with("of", word(to)).fixed_if(missing(look.workspace, to, id).is_some(), || {
        Fix::workspace("create-missing", "Create it in the workspace", "Crearlo en el espacio de trabajo", create)
    })
}

pub(super) fn known(look: &Look<'_>, to: ReferenceTo, id: &str) -> bool {
    let it = look.workspace;
    match to {
        ReferenceTo::Audience => it.audiences.items().iter().any(|it| it.id == *id),
        ReferenceTo::AccountList => it.account_lists.items().iter().any(|it| it.id == *id),
        ReferenceTo::Destination => it.destinations.items().iter().any(|it| it.id == *id),
        ReferenceTo::Email => it.emails.items().iter().any(|it| it.id == *id),
        ReferenceTo::SolutionInterest => look.interest(id).is_some(),
        ReferenceTo::Role => it.role_names().any(|role| role == id),
        // Without the list of journeys, as on the command line, they are not checked.
        ReferenceTo::Journey => {
            let journeys = look.context.journeys;
            journeys.is_empty() || journeys.iter().any(|journey| journey.id == *id)
        }
        ReferenceTo::EventType => {
            crate::events::is_event_type(id) || it.event_types.items().iter().any(|it| it.r#type == *id)
        }
        ReferenceTo::Stage => true,
    }
}

/// The attributes that an action of the journey sets.
fn written(look: &Look<'_>) -> HashSet<String> {
    let attributes = look.actions().filter_map(|(_, _, action)| match action {
        Action::UpdateAccountProfile(update) => update.attribute.get().cloned(),
        Action::UpdatePersonProfile(update) => update.attribute.get().cloned(),
        _ => None,
    });
    attributes.collect()
}

fn attribute_known(look: &Look<'_>, path: &str, written: &HashSet<String>) -> bool {
    if is_standard_attribute(path) || written.contains(path) {
        return true;
    }
    let column = |table: &crate::tables::Table, name: &str| table.names().any(|known| known == name);
    match (path.split_once('.'), look.context.tables) {
        (Some(("account" | "person", _)), None) => true,
        (Some(("account", name)), Some(tables)) => column(&tables.accounts, name),
        (Some(("person", name)), Some(tables)) => column(&tables.people, name),
        _ => false,
    }
}

fn is_dynamic(look: &Look<'_>, id: &str) -> bool {
    let lists = look.workspace.account_lists.items().iter();
    lists.filter(|list| list.id == *id).any(|list| list.r#type == ListType::Dynamic)
}

/// What is referred to, in both languages; None: an attribute.
pub(super) fn noun(to: Option<ReferenceTo>) -> (&'static str, &'static str) {
    match to {
        None => ("attribute", "el atributo"),
        Some(ReferenceTo::Audience) => ("audience", "la audiencia"),
        Some(ReferenceTo::AccountList) => ("account list", "la lista de cuentas"),
        Some(ReferenceTo::Destination) => ("destination", "el destino"),
        Some(ReferenceTo::Email) => ("email", "el correo"),
        Some(ReferenceTo::SolutionInterest) => ("solution interest", "el interés de solución"),
        Some(ReferenceTo::Role) => ("role", "el rol"),
        Some(ReferenceTo::Journey) => ("journey", "el recorrido"),
        Some(ReferenceTo::EventType) => ("event type", "el tipo de evento"),
        Some(ReferenceTo::Stage) => ("stage", "la etapa"),
    }
}

fn problem(mention: &Mention<'_>) -> Problem {
    let (en, es) = noun(mention.to);
    let id = mention.id.as_ref();
    Problem::error(
        "unknown-reference",
        format!("The {en} \"{id}\" is not known; choose one that is there."),
        format!("No se conoce {es} «{id}»; elige uno de los que hay."),
    )
    .at(&mention.node.id)
    .in_setting(mention.setting)
    .on(mention.path)
    .with("id", id)
}

/// The record that would make a reference known, where one can be made of the id alone.
fn missing(workspace: &Workspace, to: ReferenceTo, id: &str) -> Option<WorkspaceRecord> {
    let of = match to {
        ReferenceTo::Audience => Collection::Audience,
        ReferenceTo::AccountList => Collection::AccountList,
        ReferenceTo::Destination if workspace.destinations.items().len() < 10 => Collection::Destination,
        ReferenceTo::Email => Collection::Email,
        ReferenceTo::SolutionInterest => Collection::SolutionInterest,
        ReferenceTo::Role if workspace.roles.items().len() + DEFAULT_ROLES.len() < 20 => Collection::Role,
        ReferenceTo::EventType => Collection::EventType,
        _ => return None,
    };
    let mut record = of.fresh(workspace, id)?;
    match &mut record {
        WorkspaceRecord::Role(it) => it.name = id.to_owned(),
        WorkspaceRecord::EventType(it) => it.r#type = id.to_owned(),
        WorkspaceRecord::Audience(it) => it.id = crate::Id::new(id)?,
        WorkspaceRecord::Destination(it) => it.id = crate::Id::new(id)?,
        WorkspaceRecord::Email(it) => it.id = crate::Id::new(id)?,
        WorkspaceRecord::SolutionInterest(it) => it.id = crate::Id::new(id)?,
        WorkspaceRecord::AccountList(it) => {
            it.id = crate::Id::new(id)?;
            it.status = Status::Live;
        }
        WorkspaceRecord::RolesTemplate(_) => return None,
    }
    Some(record)
}

const WORDS: [(&str, ReferenceTo); 8] = [
    ("audience", ReferenceTo::Audience),
    ("accountList", ReferenceTo::AccountList),
    ("destination", ReferenceTo::Destination),
    ("email", ReferenceTo::Email),
    ("solutionInterest", ReferenceTo::SolutionInterest),
    ("role", ReferenceTo::Role),
    ("eventType", ReferenceTo::EventType),
    ("journey", ReferenceTo::Journey),
];

fn word(to: ReferenceTo) -> &'static str {
    WORDS.iter().find(|(_, known)| *known == to).map_or("", |(word, _)| word)
}

fn create(look: &Look<'_>, problem: &Problem) -> Vec<WorkspaceIntent> {
    let (of, id) = (problem.params.get("of"), problem.params.get("id"));
    let to = WORDS.iter().find(|(word, _)| of.is_some_and(|of| of == word)).map(|(_, to)| *to);
    let record = to.zip(id).and_then(|(to, id)| missing(look.workspace, to, id));
    record.into_iter().map(|record| WorkspaceIntent::Add { record }).collect()
}
