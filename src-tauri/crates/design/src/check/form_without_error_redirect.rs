//! A form that fails loses the lead, unless it redirects.

use super::Look;
use crate::fix::Fix;
use crate::actions::Action;
use crate::problem::Problem;
use crate::workspace::intent::WorkspaceIntent;

pub(super) fn check(look: &Look<'_>, found: &mut Vec<Problem>) {
    for (node, path, action) in look.actions() {
        let Action::ActivateToDestination(activate) = action else { continue };
        let destinations = look.workspace.destinations.items().iter();
        let wanted = destinations.filter(|it| activate.destination.get() == Some(&it.id));
        for destination in wanted.filter(|it| it.form.is_given() && !it.error_redirect.or(false)) {
            let name = &destination.name;
            let problem = Problem::warning(
                "form-without-error-redirect",
                format!("The form of \"{name}\" loses a lead when it fails; let errors redirect."),
                format!(
                    "El formulario de «{name}» pierde el contacto si falla; haz que los errores redirijan."
                ),
            );
            let fix = Fix::workspace("redirect-errors", "Let errors redirect", "Redirigir los errores", redirect);
            let problem = problem.at(&node.id).on(path).with("destination", destination.id.as_str()).in_setting(Some("destination"));
            found.push(problem.fixed(fix));
        }
    }
}

fn redirect(look: &Look<'_>, problem: &Problem) -> Vec<WorkspaceIntent> {
    super::mending::change_destination(look, problem, |destination| destination.error_redirect = true.into())
}
