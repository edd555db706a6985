//! Ids are unique: those of nodes, of the paths of a node, and of each kind of thing in the workspace.

use std::collections::HashSet;

use super::Look;
use super::look::path_ids;
use crate::primitives::Id;
use crate::problem::Problem;

pub(super) fn check(look: &Look<'_>, found: &mut Vec<Problem>) {
    for id in twice(look.journey.nodes.iter().map(|node| &node.id)) {
        found.push(problem(id).at(id));
    }
    for node in &look.journey.nodes {
        for id in twice(path_ids(node).into_iter()) {
            found.push(problem(id).at(&node.id).on(Some(id)));
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
