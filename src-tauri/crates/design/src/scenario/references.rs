//! What a scenario names in its workspace.

use indexmap::IndexMap;

use super::{CustomEvent, Scenario};
use crate::events::is_event_type;
use crate::workspace::Workspace;

/// The place and the sentence of the first name that the workspace doesn't have, or that stands twice.
pub(super) fn check(scenario: &Scenario, workspace: &Workspace) -> Result<(), (String, String)> {
    let groups = scenario.groups.items();
    for (at, group) in groups.iter().enumerate() {
        let wrong = |key: &str, sentence: String| Err((format!("groups[{at}].{key}"), sentence));
        let interest = &group.solution_interest;
        if !workspace.solution_interests.items().iter().any(|it| it.id == *interest) {
            let sentence = format!(
                "there is no solution interest \"{interest}\" in the workspace; choose another or add it"
            );
            return wrong("solutionInterest", sentence);
        }
        if groups[..at].iter().any(|earlier| earlier.solution_interest == *interest) {
            let sentence = format!("\"{interest}\" has its groups already; leave one of the two out");
            return wrong("solutionInterest", sentence);
        }
        let audience = group.audience.get();
        let unknown = audience.filter(|id| !workspace.audiences.items().iter().any(|it| it.id == **id));
        if let Some(id) = unknown {
            let sentence =
                format!("there is no audience \"{id}\" in the workspace; choose another or add it");
            return wrong("audience", sentence);
        }
    }
    let Some(behaviour) = scenario.behaviour.get() else { return Ok(()) };
    custom("behaviour.custom", behaviour.custom.get(), workspace)?;
    for (role, factors) in behaviour.by_role.get().into_iter().flatten() {
        if workspace.role_names().all(|known| known != role) {
            let sentence = format!("there is no role \"{role}\" in the workspace; choose another or add it");
            return Err((format!("behaviour.byRole.{role}"), sentence));
        }
        custom(&format!("behaviour.byRole.{role}.custom"), factors.custom.get(), workspace)?;
    }
    Ok(())
}

fn custom(
    path: &str,
    events: Option<&IndexMap<String, CustomEvent>>,
    workspace: &Workspace,
) -> Result<(), (String, String)> {
    let known =
        |name: &str| is_event_type(name) || workspace.event_types.items().iter().any(|it| it.r#type == *name);
    match events.into_iter().flatten().find(|(name, _)| !known(name)) {
        Some((name, _)) => {
            let sentence =
                format!("there is no event type \"{name}\" in the workspace; choose another or add it");
            Err((format!("{path}.{name}"), sentence))
        }
        None => Ok(()),
    }
}
