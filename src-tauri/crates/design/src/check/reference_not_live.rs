//! Lists, roles templates and the stages model can be used only when they are live.

use super::Look;
use super::mention::Mention;
use super::template_problems;
use crate::catalogue::ReferenceTo;
use crate::fix::Fix;
use crate::problem::Problem;
use crate::workspace::intent::WorkspaceIntent;
use crate::workspace::{Collection, Status};

pub(super) fn check(look: &Look<'_>, found: &mut Vec<Problem>) {
    for mention in &look.mentions {
        match mention.to {
            Some(ReferenceTo::AccountList) => of_list(look, mention, found),
            Some(ReferenceTo::Stage) => of_stage(look, mention, found),
            _ => {}
        }
    }
    for (id, node) in look.interests() {
        let Some(interest) = look.interest(id) else { continue };
        let templates = look.workspace.roles_templates.items();
        match templates.iter().find(|template| template.id == interest.roles_template) {
            Some(template) if template.status == Status::Live => {}
            Some(template) => {
                let problem = not_live("roles template", "La plantilla de roles", &template.name).at(&node.id);
                let whole = template_problems(template).is_empty();
                found.push(problem.with("template", template.id.as_str()).fixed_if(whole, fix))
            }
            None => {
                let template = &interest.roles_template;
                let problem = Problem::error(
                    "unknown-reference",
                    format!(
                        "The roles template \"{template}\" of \"{}\" is not known; choose one that is there.",
                        interest.name
                    ),
                    format!(
                        "No se conoce la plantilla de roles «{template}» de «{}»; elige una de las que hay.",
                        interest.name
                    ),
                );
                found.push(problem.at(&node.id).with("id", template.as_str()));
            }
        }
    }
}

fn of_list(look: &Look<'_>, mention: &Mention<'_>, found: &mut Vec<Problem>) {
    let lists = look.workspace.account_lists.items().iter();
    for list in lists.filter(|list| list.id == *mention.id && list.status == Status::Draft) {
        let problem =
            not_live("account list", "La lista de cuentas", &list.name).at(&mention.node.id).on(mention.path).in_setting(mention.setting);
        found.push(problem.with("list", list.id.as_str()).fixed(fix()));
    }
}

fn of_stage(look: &Look<'_>, mention: &Mention<'_>, found: &mut Vec<Problem>) {
    let model = look.workspace.stages_model.get().filter(|model| model.status == Status::Draft);
    if let Some(model) = model.filter(|model| model.stages.iter().any(|stage| stage.id == *mention.id)) {
        let problem = not_live("stages model", "El modelo de etapas", &model.name)
            .at(&mention.node.id)
            .on(mention.path)
            .in_setting(mention.setting);
        let whole = super::stages_model_problems(model).is_empty();
        found.push(problem.fixed_if(whole, fix));
    }
}

fn not_live(en: &str, es: &str, name: &str) -> Problem {
    Problem::error(
        "reference-not-live",
        format!("The {en} \"{name}\" is a draft; publish it or choose a live one."),
        format!("{es} «{name}» es un borrador; publícalo o elige otro que esté activo."),
    )
    .with("name", name)
}

fn fix() -> Fix {
    Fix::workspace("publish", "Publish it", "Publicarlo", publish)
}

fn publish(_: &Look<'_>, problem: &Problem) -> Vec<WorkspaceIntent> {
    let of = |of: Collection, key: &String| WorkspaceIntent::Publish { of, key: key.clone() };
    let list = problem.params.get("list").map(|key| of(Collection::AccountList, key));
    let template = problem.params.get("template").map(|key| of(Collection::RolesTemplate, key));
    vec![list.or(template).unwrap_or(WorkspaceIntent::PublishStagesModel)]
}
