//! Nobody gets more than five emails in seven days, on whatever path and however fast the answers come.

use super::Look;
use super::look::actions_of;
use super::mending::wait_before;
use crate::actions::Action;
use crate::document::length::{LONGEST, SHORTEST, arrivals, leaving};
use crate::edit::{Draft, EditError};
use crate::fix::Fix;
use crate::journey::Node;
use crate::kinds::Kind;
use crate::problem::Problem;

const MOST: usize = 5;
const DAYS: f64 = 7.0;

pub(super) fn check(look: &Look<'_>, found: &mut Vec<Problem>) {
    let (journey, today) = (look.journey, look.context.today);
    let Some(latest) = arrivals(journey, &look.topology, today, LONGEST) else { return };
    let Some(order) = look.topology.order() else { return };
    // For each node and k the shortest time since the k-th last email, over all ways to the node.
    let mut since = vec![[f64::INFINITY; MOST + 1]; latest.len()];
    for at in order {
        let node = look.topology.node(at);
        let emails = emails(node).min(MOST + 1);
        let mut times = since[at.index()];
        if emails > 0 {
            for k in (0..=MOST).rev() {
                times[k] = if k < emails { 0.0 } else { times[k - emails] };
            }
            if times[MOST] < DAYS {
                let helps = emails <= MOST && look.topology.incoming(at) == 1;
                found.push(problem().at(&node.id).fixed_if(helps, || {
                    Fix::journey("insert-week", "Insert a week before it", "Insertar antes una semana", rest)
                }));
            }
        }
        let day = latest[at.index()];
        let stays = leaving(journey, &node.kind, day, today, SHORTEST) - day;
        for next in look.topology.behind(at) {
            for (known, time) in since[next.index()].iter_mut().zip(times) {
                *known = known.min(time + stays);
            }
        }
    }
}

/// The most emails that one person gets at a node.
fn emails(node: &Node) -> usize {
    let is_email = |action: &Action| matches!(action, Action::SendEmail(_));
    match &node.kind {
        Kind::Action(settings) => usize::from(is_email(&settings.action)),
        _ => {
            let mut counts: Vec<(Option<&str>, usize)> = Vec::new();
            for (path, _) in actions_of(node).into_iter().filter(|(_, action)| is_email(action)) {
                let path = path.map(|path| path.as_str());
                match counts.iter_mut().find(|(known, _)| *known == path) {
                    Some((_, count)) => *count += 1,
                    None => counts.push((path, 1)),
                }
            }
            counts.into_iter().map(|(_, count)| count).max().unwrap_or(0)
        }
    }
}

fn problem() -> Problem {
    Problem::warning(
        "email-fatigue",
        "On some path one person gets more than 5 emails in 7 days up to here; add a wait or leave an email out.",
        "En alguna rama una persona recibe hasta aquí más de 5 correos en 7 días; añade una espera o quita un correo.",
    )
}

fn rest(_: &Look<'_>, problem: &Problem, draft: &mut Draft<'_>) -> Result<(), EditError> {
    problem.node.as_ref().map_or(Ok(()), |id| wait_before(draft, id, DAYS as u32))
}
