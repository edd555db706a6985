//! A stage update that no group can take: the model allows it from no stage in which one can be there, or its groups
//! have no stages.

use std::collections::BTreeSet;

use super::Look;
use crate::actions::Action;
use crate::fix::Fix;
use crate::journey::Node;
use crate::kinds::Kind;
use crate::primitives::Id;
use crate::problem::Problem;
use crate::workspace::intent::WorkspaceIntent;
use crate::workspace::{SolutionInterest, StagesModel, Status};

pub(super) fn check(look: &Look<'_>, found: &mut Vec<Problem>) {
    let model = look.workspace.stages_model.get().filter(|model| model.status == Status::Live);
    let Some(model) = model.filter(|model| model.stages.len() <= 64) else { return };
    let interests: BTreeSet<&Id> =
        look.journey.nodes.iter().filter_map(update).map(|(interest, _)| interest).collect();
    for interest in interests.into_iter().filter_map(|id| look.interest(id.as_str())) {
        match interest.uses_stages.or(false) {
            true => follow(look, model, &interest.id, found),
            false => {
                let updates = look.journey.nodes.iter();
                let updates = updates.filter(|node| update(node).is_some_and(|(of, _)| *of == interest.id));
                found.extend(updates.map(|node| no_stages(interest).at(&node.id)));
            }
        }
    }
}

/// Groups without stages refuse every update.
fn no_stages(interest: &SolutionInterest) -> Problem {
    let name = &interest.name;
    Problem::warning(
        "transition-not-allowed",
        format!("The groups of \"{name}\" have no stages; let it use the stages model or delete this action."),
        format!("Los grupos de «{name}» no tienen etapas; haz que use el modelo de etapas o borra esta acción."),
    )
    .with("solutionInterest", interest.id.as_str())
    .fixed(Fix::workspace("use-stages", "Let it use the stages model", "Hacer que use el modelo de etapas", use_stages))
}

fn use_stages(look: &Look<'_>, problem: &Problem) -> Vec<WorkspaceIntent> {
    let id = problem.params.get("solutionInterest").map(String::as_str);
    super::mending::change_interest(look, id, |interest| interest.uses_stages = true.into())
}

/// Follows the stages in which a group can be, as bits, along the edges.
fn follow(look: &Look<'_>, model: &StagesModel, interest: &Id, found: &mut Vec<Problem>) {
    let (Some(start), Some(order)) = (look.start, look.topology.order()) else { return };
    let bit = |at: usize| 1_u64 << at;
    let place = |id: &Id| model.stages.iter().position(|stage| stage.id == *id);
    let Some(entry) = model.stages.iter().position(|stage| stage.entry) else { return };
    let mut stages = vec![0_u64; look.journey.nodes.len()];
    // Who enters again may be in any stage.
    stages[start.index()] = if look.journey.settings.reentry.is_given() { u64::MAX } else { bit(entry) };
    for at in order {
        let node = look.topology.node(at);
        let mut now = stages[at.index()];
        let wanted = update(node).filter(|(of, _)| *of == interest).and_then(|(_, stage)| place(stage));
        if let Some(to) = wanted.filter(|_| now != 0) {
            let from: Vec<usize> = (0..model.stages.len()).filter(|&from| now & bit(from) != 0).collect();
            let leads =
                |from: usize| from == to || model.stages[from].next.items().contains(&model.stages[to].id);
            if !from.iter().any(|&from| leads(from)) {
                found.push(problem(&model.stages[to].name).at(&node.id));
            }
            for from in from.into_iter().filter(|&from| leads(from)) {
                now = now & !bit(from) | bit(to);
            }
        }
        for next in look.topology.behind(at) {
            stages[next.index()] |= now;
        }
    }
}

fn update(node: &Node) -> Option<(&Id, &Id)> {
    let Kind::Action(settings) = &node.kind else { return None };
    let Action::UpdateBuyingGroupStage(update) = &settings.action else { return None };
    Some((update.solution_interest.get()?, update.stage.get()?))
}

fn problem(stage: &str) -> Problem {
    Problem::warning(
        "transition-not-allowed",
        format!("No group that gets here may go on to \"{stage}\"; allow it in the stages model or choose another stage."),
        format!("Ningún grupo que llega aquí puede pasar a «{stage}»; permítelo en el modelo de etapas o elige otra."),
    )
    .with("stage", stage)
}
