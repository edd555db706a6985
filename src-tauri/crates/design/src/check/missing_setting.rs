//! Settings that a node cannot do without: those marked `x-required`, and what a kind says of itself.

use serde_json::{Map, Value};

use super::Look;
use super::look::actions_of;
use super::mention::keys;
use crate::problem::Problem;

pub(super) fn check(look: &Look<'_>, found: &mut Vec<Problem>) {
    for node in &look.journey.nodes {
        if keys(node.kind.tag()).is_some_and(|keys| !keys.required.is_empty()) {
            let missing = missing(node.kind.tag(), &crate::tagged::settings(&node.kind));
            found.extend(missing.into_iter().map(|problem| problem.at(&node.id)));
        }
        found.extend(node.kind.wrong().into_iter().map(|problem| problem.at(&node.id)));
        for (path, action) in actions_of(node) {
            let missing = missing(action.tag(), &crate::tagged::settings(action));
            found.extend(missing.into_iter().map(|problem| problem.at(&node.id).on(path)));
        }
    }
}

fn missing(tag: &str, settings: &Map<String, Value>) -> Vec<Problem> {
    let required = keys(tag).map_or(&[][..], |keys| &keys.required);
    let missing = required.iter().filter(|setting| match settings.get(&setting.key) {
        None | Some(Value::Null) => true,
        Some(Value::String(text)) => text.trim().is_empty(),
        Some(Value::Array(items)) => items.is_empty(),
        Some(_) => false,
    });
    let problem = |setting: &super::mention::Setting| {
        Problem::error(
            "missing-setting",
            format!("\"{}\" is missing; fill it in.", setting.name.en),
            format!("Falta «{}»; rellénalo.", setting.name.es),
        )
        .with("setting", &setting.key)
    };
    missing.map(problem).collect()
}
