//! Edges lead from an exit that exists to a node that exists, one from each exit.

use std::collections::HashSet;

use super::Look;
use crate::problem::Problem;

pub(super) fn check(look: &Look<'_>, found: &mut Vec<Problem>) {
    let mut taken = HashSet::new();
    for edge in &look.journey.edges {
        let path = edge.path.get();
        let Some(from) = look.topology.find(&edge.from).map(|at| look.topology.node(at)) else {
            found.push(problem(
                format!("An edge comes from \"{}\", which is not there; delete the edge.", edge.from),
                format!("Una flecha sale de «{}», que no existe; bórrala.", edge.from),
            ));
            continue;
        };
        if look.topology.find(&edge.to).is_none() {
            let sentence = problem(
                format!("An edge leads to \"{}\", which is not there; draw it to another node.", edge.to),
                format!("Una flecha lleva a «{}», que no existe; llévala a otro nodo.", edge.to),
            );
            found.push(sentence.at(&edge.from).on(path));
        }
        if !look.journey.exits(from).iter().any(|exit| exit.path.as_ref() == path) {
            let name = path.map_or("", |path| path.as_str());
            let sentence = problem(
                format!(
                    "An edge leaves by the exit \"{name}\", which this node does not have; delete the edge."
                ),
                format!("Una flecha sale por «{name}», una salida que este nodo no tiene; bórrala."),
            );
            found.push(sentence.at(&edge.from).on(path));
        }
        if !taken.insert((&edge.from, path)) {
            let sentence = problem(
                "Two edges leave by the same exit; delete one, or split the paths before.",
                "Dos flechas salen por la misma salida; borra una o divide antes las ramas.",
            );
            found.push(sentence.at(&edge.from).on(path));
        }
    }
}

fn problem(en: impl Into<String>, es: impl Into<String>) -> Problem {
    Problem::error("bad-edge", en, es)
}
