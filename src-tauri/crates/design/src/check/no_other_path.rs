//! Who meets no condition of a split leaves the journey, unless there is another path.

use super::Look;
use super::mending::change;
use crate::edit::{Draft, EditError};
use crate::fix::Fix;
use crate::journey::JourneyKind;
use crate::kinds::{Kind, OtherPeople};
use crate::problem::Problem;

pub(super) fn check(look: &Look<'_>, found: &mut Vec<Problem>) {
    for node in &look.journey.nodes {
        let (paths, other) = match &node.kind {
            Kind::SplitAccounts(split) => (split.paths.items().len(), split.other.or(false)),
            // In an account journey the people without a match go on by themselves.
            Kind::SplitPeople(split) if look.journey.kind == JourneyKind::Person => {
                (split.paths.items().len(), split.other.get() == Some(&OtherPeople::Path(true)))
            }
            _ => continue,
        };
        if paths > 0 && !other {
            let problem = Problem::warning(
                "no-other-path",
                "Whoever meets no condition leaves the journey here; switch the other path on to keep them.",
                "Quien no cumple ninguna condición sale aquí del recorrido; activa la otra rama para conservarlo.",
            );
            let fix = Fix::journey("add-other-path", "Add the other path", "Añadir la otra rama", add);
            found.push(problem.at(&node.id).in_setting(Some("other")).fixed(fix));
        }
    }
}

fn add(_: &Look<'_>, problem: &Problem, draft: &mut Draft<'_>) -> Result<(), EditError> {
    let Some(id) = &problem.node else { return Ok(()) };
    change(draft, id, |kind| match kind {
        Kind::SplitAccounts(split) => split.other = true.into(),
        Kind::SplitPeople(split) => split.other = OtherPeople::Path(true).into(),
        _ => {}
    })
}
