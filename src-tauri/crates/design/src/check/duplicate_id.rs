//! Ids are unique: those of nodes, of the paths of a node, and of each kind of thing in the workspace.

use std::collections::HashSet;

use super::Look;
use super::look::path_ids;
use super::mending::{change, free_path_id, path_ids_mut};
use crate::edit::{Draft, EditError};
use crate::fix::Fix;
use crate::maybe::Maybe;
use crate::primitives::Id;
use crate::problem::Problem;

pub(super) fn check(look: &Look<'_>, found: &mut Vec<Problem>) {
    for id in twice(look.journey.nodes.iter().map(|node| &node.id)) {
        found.push(problem(id).at(id).fixed(fix(renew_node)));
    }
    for node in &look.journey.nodes {
        for id in twice(path_ids(node).into_iter()) {
            found.push(problem(id).at(&node.id).on(Some(id)).fixed(fix(renew_path)));
        }
    }
    let it = look.workspace;
    let stages = it.stages_model.get().map_or(&[][..], |model| &model.stages);
    let lists: [Vec<&Id>; 7] = [
        it.roles_templates.items().iter().map(|it| &it.id).collect(),
        stages.iter().map(|it| &it.id).collect(),
        it.solution_interests.items().iter().map(|it| &it.id).collect(),
        it.audiences.items().iter().map(|it| &it.id).collect(),
        it.account_lists.items().iter().map(|it| &it.id).collect(),
        it.destinations.items().iter().map(|it| &it.id).collect(),
        it.emails.items().iter().map(|it| &it.id).collect(),
    ];
    for list in lists {
        found.extend(twice(list.into_iter()).into_iter().map(problem));
    }
}

fn problem(id: &Id) -> Problem {
    Problem::error(
        "duplicate-id",
        format!("The id \"{id}\" stands there twice; give one of the two another id."),
        format!("El id «{id}» aparece dos veces; da otro id a uno de los dos."),
    )
    .with("id", id.as_str())
}

/// Those that come up a second time, each once.
fn twice<'a>(ids: impl Iterator<Item = &'a Id>) -> Vec<&'a Id> {
    let (mut seen, mut said) = (HashSet::new(), HashSet::new());
    ids.filter(|id| !seen.insert(*id)).filter(|id| said.insert(*id)).collect()
}

fn fix(mend: crate::fix::MendJourney) -> Fix {
    Fix::journey("fresh-id", "Give the second one a new id", "Dar otro id al segundo", mend)
}

/// Edges stay with the first of the two, which they mean.
fn renew_node(_: &Look<'_>, problem: &Problem, draft: &mut Draft<'_>) -> Result<(), EditError> {
    let Some(id) = &problem.node else { return Ok(()) };
    while let Some(at) = draft.journey().nodes.iter().rposition(|node| node.id == *id) {
        if draft.position(id)? == at {
            break;
        }
        let mut node = draft.journey().nodes[at].clone();
        node.id = (draft.fresh)();
        draft.replace_node(at, node);
    }
    Ok(())
}

/// Of two edges that leave by the one id, the second goes along.
fn renew_path(_: &Look<'_>, problem: &Problem, draft: &mut Draft<'_>) -> Result<(), EditError> {
    let Some((node, path)) = problem.node.as_ref().zip(problem.exit.as_ref()) else { return Ok(()) };
    while path_ids(draft.node(node)?).iter().filter(|id| **id == path).count() > 1 {
        let fresh = free_path_id(draft.node(node)?);
        change(draft, node, |kind| {
            if let Some(last) = path_ids_mut(kind).into_iter().rfind(|id| **id == *path) {
                *last = fresh.clone();
            }
        })?;
        let edges = draft.journey().edges.iter().enumerate();
        let leaving = edges.filter(|(_, edge)| edge.from == *node && edge.path.get() == Some(path));
        let leaving: Vec<usize> = leaving.map(|(at, _)| at).collect();
        if let [_, .., last] = leaving.as_slice() {
            let mut edge = draft.journey().edges[*last].clone();
            draft.drop_edge(*last);
            edge.path = Maybe::Given(fresh);
            draft.put_edge(*last, &edge.from, edge.path.get(), &edge.to);
        }
    }
    Ok(())
}
