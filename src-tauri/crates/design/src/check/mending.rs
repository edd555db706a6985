//! What the fixes of several rules have in common.

use std::collections::HashSet;

use jiff::civil::Date;

use crate::actions::Action;
use crate::edit::{Draft, EditError};
use crate::journey::{Journey, Node, Start};
use crate::kinds::{Kind, OtherPeople};
use crate::maybe::Maybe;
use crate::primitives::Id;
use crate::time::{Duration, LocalDateTime};
use crate::workspace::WorkspaceRecord;
use crate::workspace::intent::WorkspaceIntent;

/// Replaces the node with an id by what the change makes of it; its edges are the caller's.
pub(super) fn change(
    draft: &mut Draft<'_>,
    id: &Id,
    change: impl FnOnce(&mut Kind),
) -> Result<(), EditError> {
    let at = draft.position(id)?;
    let mut node = draft.journey().nodes[at].clone();
    change(&mut node.kind);
    draft.replace_node(at, node);
    Ok(())
}

/// The ids of the paths of a split, to be changed.
pub(super) fn path_ids_mut(kind: &mut Kind) -> Vec<&mut Id> {
    macro_rules! ids {
        ($split:expr) => {
            match &mut $split.paths {
                Maybe::Given(paths) => paths.iter_mut().map(|path| &mut path.id).collect(),
                _ => Vec::new(),
            }
        };
    }
    match kind {
        Kind::SplitAccounts(it) => ids!(it),
        Kind::SplitPeople(it) => ids!(it),
        Kind::VariantSplitAccounts(it) => ids!(it),
        Kind::VariantSplitPeople(it) => ids!(it),
        Kind::NextBestPath(it) => ids!(it),
        Kind::ExternalSplit(it) => ids!(it),
        _ => Vec::new(),
    }
}

/// Takes the path at a place out of a split.
pub(super) fn drop_path(kind: &mut Kind, at: usize) {
    macro_rules! drop_from {
        ($split:expr) => {
            if let Maybe::Given(paths) = &mut $split.paths
                && at < paths.len()
            {
                paths.remove(at);
            }
        };
    }
    match kind {
        Kind::SplitAccounts(it) => drop_from!(it),
        Kind::SplitPeople(it) => drop_from!(it),
        Kind::VariantSplitAccounts(it) => drop_from!(it),
        Kind::VariantSplitPeople(it) => drop_from!(it),
        Kind::NextBestPath(it) => drop_from!(it),
        Kind::ExternalSplit(it) => drop_from!(it),
        _ => {}
    }
}

/// Brings the path at a place to another place, further up.
pub(super) fn lift_path(kind: &mut Kind, from: usize, to: usize) {
    macro_rules! lift {
        ($split:expr) => {
            if let Maybe::Given(paths) = &mut $split.paths
                && from < paths.len()
            {
                let path = paths.remove(from);
                paths.insert(to.min(paths.len()), path);
            }
        };
    }
    match kind {
        Kind::SplitAccounts(it) => lift!(it),
        Kind::SplitPeople(it) => lift!(it),
        _ => {}
    }
}

/// The percentages of a variant split, to be changed.
pub(super) fn percentages_mut(kind: &mut Kind) -> Vec<&mut i64> {
    match kind {
        Kind::VariantSplitAccounts(it) => match &mut it.paths {
            Maybe::Given(paths) => paths.iter_mut().map(|path| &mut path.percentage).collect(),
            _ => Vec::new(),
        },
        Kind::VariantSplitPeople(it) => match &mut it.paths {
            Maybe::Given(paths) => paths.iter_mut().map(|path| &mut path.percentage).collect(),
            _ => Vec::new(),
        },
        _ => Vec::new(),
    }
}

/// The actions of a node, to be changed.
pub(super) fn actions_mut(kind: &mut Kind) -> Vec<&mut Action> {
    match kind {
        Kind::Action(settings) => vec![&mut settings.action],
        Kind::SplitPeople(split) => {
            let mut actions = Vec::new();
            if let Maybe::Given(paths) = &mut split.paths {
                for path in paths {
                    if let Maybe::Given(own) = &mut path.actions {
                        actions.extend(own.iter_mut());
                    }
                }
            }
            if let Maybe::Given(OtherPeople::Actions(other)) = &mut split.other {
                actions.extend(other.actions.iter_mut());
            }
            actions
        }
        Kind::VariantSplitPeople(split) => match &mut split.paths {
            Maybe::Given(paths) => {
                let own = paths.iter_mut().filter_map(|path| match &mut path.actions {
                    Maybe::Given(actions) => Some(actions.iter_mut()),
                    _ => None,
                });
                own.flatten().collect()
            }
            _ => Vec::new(),
        },
        _ => Vec::new(),
    }
}

/// A path id that the node does not have.
pub(super) fn free_path_id(node: &Node) -> Id {
    let taken: HashSet<&str> = super::look::path_ids(node).into_iter().map(Id::as_str).collect();
    let mut ids = (1..).map(|number| Id::numbered("p", number));
    ids.find(|id| !taken.contains(id.as_str())).unwrap_or_else(|| Id::fixed("path"))
}

/// A day later than the start of the journey, or today, at midnight.
pub(super) fn days_after_start(journey: &Journey, today: Date, days: i64) -> Option<LocalDateTime> {
    let first = match &journey.settings.start {
        Start::Immediately => today,
        Start::At(at) => at.get().date(),
    };
    midnight(first.checked_add(jiff::Span::new().days(days)).ok()?)
}

pub(super) fn midnight(day: Date) -> Option<LocalDateTime> {
    LocalDateTime::new(format!("{day}T00:00"))
}

/// Puts a wait of so many days before a node that one edge leads to.
pub(super) fn wait_before(draft: &mut Draft<'_>, id: &Id, days: u32) -> Result<(), EditError> {
    let Some(mut kind) = Kind::fresh("wait") else { return Ok(()) };
    if let Kind::Wait(wait) = &mut kind {
        wait.duration = Duration::days(days).into();
    }
    let node = Node::new((draft.fresh)(), kind);
    let at = draft.position(id)?;
    let wait = node.id.clone();
    let edges = draft.leads_to(id);
    draft.put_node(at, node);
    for &edge in &edges {
        draft.redirect(edge, &wait);
    }
    draft.add_edge(&wait, None, id);
    Ok(())
}

/// Takes a node out with all edges from and to it, and nothing else.
pub(super) fn discard(draft: &mut Draft<'_>, at: usize) -> Result<Vec<Id>, EditError> {
    let id = draft.journey().nodes[at].id.clone();
    let mut touched = Vec::new();
    while let Some(edge) = draft.journey().edges.iter().position(|edge| edge.from == id || edge.to == id) {
        touched.push(draft.journey().edges[edge].to.clone());
        draft.drop_edge(edge);
    }
    draft.drop_node(&id)?;
    Ok(touched)
}

/// Whole percentages that sum to 100, each 1 to 99, as near as possible to the shares given; None where there are too
/// many paths, or only one.
pub(super) fn rebalanced(shares: &[i64]) -> Option<Vec<i64>> {
    let count = i64::try_from(shares.len()).ok().filter(|count| (2..=100).contains(count))?;
    let wanted: Vec<f64> = shares.iter().map(|share| (*share).clamp(0, 1_000_000) as f64).collect();
    let sum: f64 = wanted.iter().sum();
    // Each has 1; what is left goes by what was wanted, equally where nothing was.
    let left = (100 - count) as f64;
    let exact = wanted.iter().map(|share| if sum > 0.0 { left * share / sum } else { left / count as f64 });
    let exact: Vec<f64> = exact.collect();
    let mut whole: Vec<i64> = exact.iter().map(|share| share.floor() as i64 + 1).collect();
    let mut order: Vec<usize> = (0..whole.len()).collect();
    order.sort_by(|&a, &b| exact[b].fract().total_cmp(&exact[a].fract()));
    let mut missing = 100 - whole.iter().sum::<i64>();
    for at in order.into_iter().cycle() {
        if missing <= 0 {
            break;
        }
        whole[at] += 1;
        missing -= 1;
    }
    Some(whole)
}

/// Makes the percentages of a variant split sum to 100.
pub(super) fn rebalance(
    _: &super::Look<'_>,
    problem: &crate::problem::Problem,
    draft: &mut Draft<'_>,
) -> Result<(), EditError> {
    let Some(id) = &problem.node else { return Ok(()) };
    change(draft, id, |kind| {
        let mut shares = percentages_mut(kind);
        let before: Vec<i64> = shares.iter().map(|share| **share).collect();
        for (share, whole) in shares.iter_mut().zip(rebalanced(&before).unwrap_or_default()) {
            **share = whole;
        }
    })
}

pub(super) fn rebalance_fix() -> crate::fix::Fix {
    crate::fix::Fix::journey(
        "rebalance",
        "Make the percentages sum to 100",
        "Hacer que los porcentajes sumen 100",
        rebalance,
    )
}

/// A roles template that the problem names, changed.
pub(super) fn change_template(
    look: &super::Look<'_>,
    problem: &crate::problem::Problem,
    change: impl FnOnce(&mut crate::workspace::RolesTemplate),
) -> Vec<WorkspaceIntent> {
    let id = problem.params.get("template");
    let templates = look.workspace.roles_templates.items().iter();
    let found = templates.into_iter().find(|template| id.is_some_and(|id| template.id == **id));
    let Some(mut template) = found.cloned() else { return Vec::new() };
    change(&mut template);
    let key = template.id.to_string();
    vec![WorkspaceIntent::Set { key, record: WorkspaceRecord::RolesTemplate(template) }]
}

/// A destination that the problem names, changed.
pub(super) fn change_destination(
    look: &super::Look<'_>,
    problem: &crate::problem::Problem,
    change: impl FnOnce(&mut crate::workspace::Destination),
) -> Vec<WorkspaceIntent> {
    let id = problem.params.get("destination");
    let destinations = look.workspace.destinations.items().iter();
    let found = destinations.into_iter().find(|destination| id.is_some_and(|id| destination.id == **id));
    let Some(mut destination) = found.cloned() else { return Vec::new() };
    change(&mut destination);
    let key = destination.id.to_string();
    vec![WorkspaceIntent::Set { key, record: WorkspaceRecord::Destination(destination) }]
}

/// A solution interest, changed.
pub(super) fn change_interest(
    look: &super::Look<'_>,
    id: Option<&str>,
    change: impl FnOnce(&mut crate::workspace::SolutionInterest),
) -> Vec<WorkspaceIntent> {
    let Some(mut interest) = id.and_then(|id| look.interest(id)).cloned() else { return Vec::new() };
    change(&mut interest);
    let key = interest.id.to_string();
    vec![WorkspaceIntent::Set { key, record: WorkspaceRecord::SolutionInterest(interest) }]
}
