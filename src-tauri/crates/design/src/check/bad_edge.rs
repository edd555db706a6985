//! Edges lead from an exit that exists to a node that exists, one from each exit.

use std::collections::HashSet;

use super::Look;
use crate::edit::{Draft, EditError};
use crate::fix::Fix;
use crate::problem::Problem;

pub(super) fn check(look: &Look<'_>, found: &mut Vec<Problem>) {
    let mut taken = HashSet::new();
    for (at, edge) in look.journey.edges.iter().enumerate() {
        let path = edge.path.get();
        let Some(from) = look.topology.find(&edge.from).map(|at| look.topology.node(at)) else {
            found.push(problem(
                format!("An edge comes from \"{}\", which is not there; delete the edge.", edge.from),
                format!("Una flecha sale de «{}», que no existe; bórrala.", edge.from),
            ).with("edge", at.to_string()).fixed(fix()));
            continue;
        };
        // Behind an edge that alone leads somewhere all would hang in the air: there the user decides.
        let apart = look.topology.find(&edge.to).is_none_or(|to| {
            let merge = look.topology.node(to).kind.joins();
            look.topology.incoming(to) > if merge { 2 } else { 1 }
        });
        if look.topology.find(&edge.to).is_none() {
            let sentence = problem(
                format!("An edge leads to \"{}\", which is not there; draw it to another node.", edge.to),
                format!("Una flecha lleva a «{}», que no existe; llévala a otro nodo.", edge.to),
            );
            found.push(sentence.at(&edge.from).on(path).with("edge", at.to_string()).fixed_if(apart, fix));
        }
        if !look.journey.exits(from).iter().any(|exit| exit.path.as_ref() == path) {
            let name = path.map_or("", |path| path.as_str());
            let sentence = problem(
                format!(
                    "An edge leaves by the exit \"{name}\", which this node does not have; delete the edge."
                ),
                format!("Una flecha sale por «{name}», una salida que este nodo no tiene; bórrala."),
            );
            found.push(sentence.at(&edge.from).on(path).with("edge", at.to_string()).fixed_if(apart, fix));
        }
        if !taken.insert((&edge.from, path)) {
            let sentence = problem(
                "Two edges leave by the same exit; delete one, or split the paths before.",
                "Dos flechas salen por la misma salida; borra una o divide antes las ramas.",
            );
            found.push(sentence.at(&edge.from).on(path).with("edge", at.to_string()).fixed_if(apart, fix));
        }
    }
}

fn problem(en: impl Into<String>, es: impl Into<String>) -> Problem {
    Problem::error("bad-edge", en, es)
}

fn fix() -> Fix {
    Fix::journey("delete-edge", "Delete the edge", "Borrar la flecha", delete)
}

fn delete(_: &Look<'_>, problem: &Problem, draft: &mut Draft<'_>) -> Result<(), EditError> {
    let at = problem.params.get("edge").and_then(|at| at.parse::<usize>().ok());
    if let Some(at) = at.filter(|at| *at < draft.journey().edges.len()) {
        draft.drop_edge(at);
    }
    Ok(())
}
