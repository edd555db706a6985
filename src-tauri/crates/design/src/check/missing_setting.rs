//! Settings that a node cannot do without: those marked `x-required`, and what a kind says of itself.

use serde_json::Value;

use super::Look;
use super::facts::{Setting, keys};
use super::look::actions_of;
use super::mending::change;
use crate::actions::Action;
use crate::catalogue::ReferenceTo;
use crate::edit::{Draft, EditError};
use crate::fix::Fix;
use crate::journey::Node;
use crate::kinds::Kind;
use crate::maybe::Maybe;
use crate::primitives::Id;
use crate::problem::Problem;
use crate::time::Duration;

pub(super) fn check(look: &Look<'_>, found: &mut Vec<Problem>) {
    for (node, facts) in look.journey.nodes.iter().zip(&look.facts) {
        let missing = |action: Option<usize>| {
            let missing = facts.missing.iter().filter(move |missing| missing.action == action);
            missing.map(|missing| problem(missing.setting).at(&node.id))
        };
        found.extend(missing(None));
        let wrong = node.kind.wrong().into_iter().map(|problem| problem.at(&node.id));
        found.extend(wrong.map(|problem| match simple(look, &node.kind) {
            Some(fix) => problem.fixed(fix),
            None => problem,
        }));
        for (number, (path, action)) in actions_of(node).into_iter().enumerate() {
            found.extend(missing(Some(number)).map(|problem| {
                let only = matches!(node.kind, Kind::Action(_)) && only_choice(look, action, &problem).is_some();
                problem.on(path).fixed_if(only, || {
                    Fix::journey("choose-only", "Choose the only one there is", "Elegir el único que hay", choose)
                })
            }));
        }
    }
}

fn problem(setting: &Setting) -> Problem {
    Problem::error(
        "missing-setting",
        format!("\"{}\" is missing; fill it in.", setting.name.en),
        format!("Falta «{}»; rellénalo.", setting.name.es),
    )
    .with("setting", &setting.key)
}

/// What a kind that says "missing" of itself can be given without asking.
fn simple(look: &Look<'_>, kind: &Kind) -> Option<Fix> {
    match kind {
        Kind::Wait(wait) if wait.duration.is_given() => {
            Some(Fix::journey("drop-date", "Keep the time, drop the date", "Dejar el tiempo y quitar la fecha", drop_date))
        }
        Kind::Wait(_) => Some(Fix::journey("wait-five-days", "Wait 5 days", "Esperar 5 días", five_days)),
        Kind::AccountAudience(start) if !start.audience.is_given() && !start.list.is_given() => {
            let [_] = look.workspace.audiences.items() else { return None };
            Some(Fix::journey("choose-only", "Choose the only one there is", "Elegir el único que hay", choose))
        }
        Kind::AccountAudience(start) if start.audience.is_given() && start.list.is_given() => Some(
            Fix::journey("drop-list", "Keep the audience, drop the list", "Dejar la audiencia y quitar la lista", drop_list),
        ),
        _ => None,
    }
}

/// The only thing that a missing reference can mean.
fn only_choice(look: &Look<'_>, action: &Action, problem: &Problem) -> Option<String> {
    let setting = problem.params.get("setting")?;
    let (_, to) = keys(action.tag())?.references.iter().find(|(key, _)| key == setting)?;
    let it = look.workspace;
    let ids: Vec<&Id> = match to {
        ReferenceTo::AccountList => it.account_lists.items().iter().map(|it| &it.id).collect(),
        ReferenceTo::Destination => it.destinations.items().iter().map(|it| &it.id).collect(),
        ReferenceTo::Email => it.emails.items().iter().map(|it| &it.id).collect(),
        ReferenceTo::SolutionInterest => it.solution_interests.items().iter().map(|it| &it.id).collect(),
        _ => return None,
    };
    match ids.as_slice() {
        [only] => Some(only.to_string()),
        _ => None,
    }
}

fn choose(look: &Look<'_>, problem: &Problem, draft: &mut Draft<'_>) -> Result<(), EditError> {
    let Some(id) = &problem.node else { return Ok(()) };
    let Node { kind, .. } = draft.node(id)?;
    let chosen = match kind {
        Kind::Action(settings) => only_choice(look, &settings.action, problem),
        _ => None,
    };
    change(draft, id, |kind| match kind {
        Kind::AccountAudience(start) => {
            if let [only] = look.workspace.audiences.items() {
                start.audience = only.id.clone().into();
            }
        }
        Kind::Action(settings) => {
            let mut changed = crate::tagged::settings(&settings.action);
            let key = problem.params.get("setting").cloned().unwrap_or_default();
            changed.insert(key, chosen.into());
            if let Ok(action) = serde_json::from_value(Value::Object(changed)) {
                settings.action = action;
            }
        }
        _ => {}
    })
}

fn five_days(_: &Look<'_>, problem: &Problem, draft: &mut Draft<'_>) -> Result<(), EditError> {
    wait(problem, draft, |duration, _| *duration = Duration::days(5).into())
}

fn drop_date(_: &Look<'_>, problem: &Problem, draft: &mut Draft<'_>) -> Result<(), EditError> {
    wait(problem, draft, |_, until| *until = Maybe::Null)
}

fn wait(
    problem: &Problem,
    draft: &mut Draft<'_>,
    with: impl FnOnce(&mut Maybe<Duration>, &mut Maybe<crate::time::LocalDateTime>),
) -> Result<(), EditError> {
    let Some(id) = &problem.node else { return Ok(()) };
    change(draft, id, |kind| {
        if let Kind::Wait(wait) = kind {
            with(&mut wait.duration, &mut wait.until);
        }
    })
}

fn drop_list(_: &Look<'_>, problem: &Problem, draft: &mut Draft<'_>) -> Result<(), EditError> {
    let Some(id) = &problem.node else { return Ok(()) };
    change(draft, id, |kind| {
        if let Kind::AccountAudience(start) = kind {
            start.list = Maybe::Null;
        }
    })
}
