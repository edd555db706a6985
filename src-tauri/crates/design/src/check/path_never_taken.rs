//! A path that nobody takes: an earlier path of the same split has everybody who meets its condition, nobody can meet
//! it, or nobody in the data at hand does.

use super::Look;
use super::at_hand::AtHand;
use super::mending::{change, drop_path, lift_path};
use crate::condition::{Condition, implies, impossible};
use crate::edit::{Draft, EditError, set_node};
use crate::fix::Fix;
use crate::kinds::Kind;
use crate::names::On;
use crate::primitives::Id;
use crate::problem::Problem;

pub(super) fn check(look: &Look<'_>, found: &mut Vec<Problem>) {
    let at_hand = look.context.tables.map(|tables| AtHand::new(look, tables));
    for node in &look.journey.nodes {
        let (on, paths) = conditions(&node.kind);
        for (at, (path, condition)) in paths.iter().enumerate() {
            let why = why(on, condition, &paths[..at], paths.len() > 1).or_else(|| {
                let at_hand = at_hand.as_ref()?;
                (!at_hand.anybody(condition, on, &node.id, path)).then(|| nobody_at_hand(on))
            });
            let Some(problem) = why else { continue };
            found.push(problem.at(&node.id).on(Some(path)));
        }
    }
}

/// The conditions of a split by their paths, from the top.
pub(super) fn conditions(kind: &Kind) -> (On, Vec<(&Id, &Condition)>) {
    match kind {
        Kind::SplitAccounts(split) => {
            let paths = split.paths.items().iter();
            (On::Accounts, paths.filter_map(|path| Some((&path.id, path.condition.get()?))).collect())
        }
        Kind::SplitPeople(split) => {
            let paths = split.paths.items().iter();
            (On::People, paths.filter_map(|path| Some((&path.id, path.condition.get()?))).collect())
        }
        _ => (On::Accounts, Vec::new()),
    }
}

fn why(on: On, condition: &Condition, earlier: &[(&Id, &Condition)], several: bool) -> Option<Problem> {
    let delete = || Fix::journey("delete-path", "Delete the path", "Borrar la rama", delete);
    if impossible(condition, on) {
        return Some(problem(
            "Nobody can meet this condition, since its parts exclude each other; change it or delete the path.",
            "Nadie puede cumplir esta condición, porque sus partes se excluyen; cámbiala o borra la rama.",
        ).fixed_if(several, delete));
    }
    let one = earlier.iter().find(|(_, other)| implies(condition, &[other], on));
    let lift = || Fix::journey("move-path-up", "Move the path up", "Subir la rama", lift);
    // Of two that are the same only one can ever be taken.
    let narrower = one.is_some_and(|(_, other)| !implies(other, &[condition], on));
    let all: Vec<&Condition> = earlier.iter().map(|(_, other)| *other).collect();
    (one.is_some() || all.len() > 1 && implies(condition, &all, on)).then(|| {
        problem(
            "Whoever meets this condition already takes an earlier path; move this path up or narrow that one.",
            "Quien cumple esta condición ya toma una rama anterior; sube esta rama o acota aquella.",
        )
        .fixed_if(several, || if narrower { lift() } else { delete() })
    })
}

fn nobody_at_hand(on: On) -> Problem {
    match on {
        On::Accounts => problem(
            "No account of the data at hand meets this condition; check its values or delete the path.",
            "Ninguna cuenta de los datos disponibles cumple esta condición; revisa sus valores o borra la rama.",
        ),
        On::People => problem(
            "Nobody in the data at hand meets this condition; check its values or delete the path.",
            "Nadie en los datos disponibles cumple esta condición; revisa sus valores o borra la rama.",
        ),
    }
}

fn problem(en: &str, es: &str) -> Problem {
    Problem::warning("path-never-taken", en, es)
}

fn delete(_: &Look<'_>, problem: &Problem, draft: &mut Draft<'_>) -> Result<(), EditError> {
    let Some((id, path)) = problem.node.as_ref().zip(problem.exit.as_ref()) else { return Ok(()) };
    let mut node = draft.node(id)?.clone();
    if let Some(at) = super::look::path_ids(&node).iter().position(|other| *other == path) {
        drop_path(&mut node.kind, at);
        set_node(draft, node)?;
    }
    Ok(())
}

/// Above the first path that has everybody of it.
fn lift(look: &Look<'_>, problem: &Problem, draft: &mut Draft<'_>) -> Result<(), EditError> {
    let Some((id, path)) = problem.node.as_ref().zip(problem.exit.as_ref()) else { return Ok(()) };
    let Some(node) = look.topology.find(id).map(|at| look.topology.node(at)) else { return Ok(()) };
    let (on, paths) = conditions(&node.kind);
    let own = paths.iter().find(|(other, _)| *other == path).map(|(_, condition)| *condition);
    let above = own.and_then(|own| paths.iter().find(|(_, other)| implies(own, &[other], on)));
    let place = |wanted: &Id| super::look::path_ids(node).iter().position(|other| *other == wanted);
    if let Some((from, to)) = place(path).zip(above.and_then(|(above, _)| place(above))) {
        change(draft, id, |kind| lift_path(kind, from, to))?;
    }
    Ok(())
}
