//! A live roles template has at least one card.

use super::Look;
use crate::problem::Problem;
use crate::workspace::{RolesTemplate, Status};

pub(super) fn check(look: &Look<'_>, found: &mut Vec<Problem>) {
    let templates = look.workspace.roles_templates.items().iter();
    found.extend(templates.filter(|template| template.status == Status::Live).filter_map(problem));
}

pub(super) fn problem(template: &RolesTemplate) -> Option<Problem> {
    let name = &template.name;
    template.cards.is_empty().then(|| {
        Problem::error(
            "template-empty",
            format!("The roles template \"{name}\" has no cards; add a role."),
            format!("La plantilla de roles «{name}» no tiene tarjetas; añade un rol."),
        )
        .with("template", template.id.as_str())
    })
}
