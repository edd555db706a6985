//! A live stages model has an entry, one success, and a way on from every stage that is no destination.

use super::Look;
use crate::problem::Problem;
use crate::workspace::{StageDestination, StagesModel, Status};

pub(super) fn check(look: &Look<'_>, found: &mut Vec<Problem>) {
    let model = look.workspace.stages_model.get().filter(|model| model.status == Status::Live);
    found.extend(model.into_iter().flat_map(problems));
}

/// What keeps a stages model from being live.
pub fn problems(model: &StagesModel) -> Vec<Problem> {
    let mut found = Vec::new();
    if !model.stages.iter().any(|stage| stage.entry) {
        found.push(problem("has no entry stage; mark one", "no tiene etapa de entrada; marca una", model));
    }
    let successes =
        model.stages.iter().filter(|stage| stage.destination.get() == Some(&StageDestination::Success));
    if successes.count() != 1 {
        found.push(problem(
            "needs exactly one success stage; mark one",
            "necesita exactamente una etapa de éxito; marca una",
            model,
        ));
    }
    for stage in &model.stages {
        let name = &stage.name;
        if !stage.destination.is_given() && stage.next.items().is_empty() {
            found.push(problem(
                &format!("has no way on from \"{name}\"; allow a next stage"),
                &format!("no tiene salida desde «{name}»; permite una etapa siguiente"),
                model,
            ));
        }
        let unknown = stage.next.items().iter().find(|id| !model.stages.iter().any(|other| other.id == **id));
        if let Some(id) = unknown {
            found.push(problem(
                &format!("leads from \"{name}\" to \"{id}\", which is not there; choose another stage"),
                &format!("lleva de «{name}» a «{id}», que no existe; elige otra etapa"),
                model,
            ));
        }
    }
    found
}

fn problem(en: &str, es: &str, model: &StagesModel) -> Problem {
    Problem::error(
        "stages-model-invalid",
        format!("The stages model \"{}\" {en}.", model.name),
        format!("El modelo de etapas «{}» {es}.", model.name),
    )
}
