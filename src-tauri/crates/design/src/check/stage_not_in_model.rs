//! Stages are those of the model.

use super::Look;
use crate::catalogue::ReferenceTo;
use crate::problem::Problem;

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
}
