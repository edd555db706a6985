//! Stages are those of the model, and only for solution interests that use it.

use super::Look;
use crate::fix::Fix;
use crate::actions::Action;
use crate::catalogue::ReferenceTo;
use crate::problem::Problem;
use crate::workspace::intent::WorkspaceIntent;

pub(super) fn check(look: &Look<'_>, found: &mut Vec<Problem>) {
    let stages = look.workspace.stages_model.get().map_or(&[][..], |model| &model.stages);
    for mention in look.mentions.iter().filter(|mention| mention.to == Some(ReferenceTo::Stage)) {
        let id = mention.id.as_ref();
        if !stages.iter().any(|stage| stage.id == *id) {
            let problem = Problem::error(
                "stage-not-in-model",
                format!("The stage \"{id}\" is not in the stages model; choose one of its stages."),
                format!("La etapa «{id}» no está en el modelo de etapas; elige una de las suyas."),
            );
            let problem = problem.at(&mention.node.id).on(mention.path).in_setting(mention.setting);
            found.push(problem.with("id", id));
        }
    }
    for (node, path, action) in look.actions() {
        let Action::UpdateBuyingGroupStage(update) = action else { continue };
        let interest = update.solution_interest.get().and_then(|id| look.interest(id.as_str()));
        if let Some(interest) = interest.filter(|interest| !interest.uses_stages.or(false)) {
            let problem = Problem::error(
                "stage-not-in-model",
                format!(
                    "The groups of \"{}\" have no stages; let it use the stages model or delete this action.",
                    interest.name
                ),
                format!(
                    "Los grupos de «{}» no tienen etapas; haz que use el modelo de etapas o borra esta acción.",
                    interest.name
                ),
            );
            let fix = Fix::workspace("use-stages", "Let it use the stages model", "Hacer que use el modelo de etapas", use_stages);
            let problem = problem.at(&node.id).on(path).with("solutionInterest", interest.id.as_str());
            found.push(problem.fixed_if(!stages.is_empty(), || fix));
        }
    }
}

fn use_stages(look: &Look<'_>, problem: &Problem) -> Vec<WorkspaceIntent> {
    let id = problem.params.get("solutionInterest").map(String::as_str);
    super::mending::change_interest(look, id, |interest| interest.uses_stages = true.into())
}
