//! A journey without its contents: the same drawing, to be filled in anew.

use crate::actions::Action;
use crate::journey::Journey;
use crate::kinds::{Kind, OtherPeople};
use crate::maybe::Maybe;

/// Nodes, paths, edges and places stay; what each node does is as if newly inserted, so waits last 5 days.
pub fn structure(journey: &Journey) -> Journey {
    let mut bare = journey.clone();
    for node in &mut bare.nodes {
        node.note = Maybe::Absent;
        node.disabled = Maybe::Absent;
        node.kind = emptied(&node.kind);
    }
    bare
}

fn emptied(kind: &Kind) -> Kind {
    let mut bare = kind.inserted();
    match (&mut bare, kind) {
        (Kind::Action(bare), Kind::Action(settings)) => {
            bare.action = fresh(&settings.action);
        }
        (Kind::SplitAccounts(bare), Kind::SplitAccounts(split)) => {
            *bare = split.clone();
            each(&mut bare.paths, |path| path.condition = Maybe::Absent);
        }
        (Kind::SplitPeople(bare), Kind::SplitPeople(split)) => {
            *bare = split.clone();
            each(&mut bare.paths, |path| {
                path.condition = Maybe::Absent;
                each(&mut path.actions, |action| *action = fresh(action));
            });
            if let Maybe::Given(OtherPeople::Actions(other)) = &mut bare.other {
                other.actions.iter_mut().for_each(|action| *action = fresh(action));
            }
        }
        // Percentages and shares are the form of these splits.
        (Kind::VariantSplitAccounts(bare), Kind::VariantSplitAccounts(split)) => *bare = split.clone(),
        (Kind::VariantSplitPeople(bare), Kind::VariantSplitPeople(split)) => {
            *bare = split.clone();
            each(&mut bare.paths, |path| each(&mut path.actions, |action| *action = fresh(action)));
        }
        (Kind::NextBestPath(bare), Kind::NextBestPath(split)) => {
            *bare = split.clone();
            each(&mut bare.paths, |path| path.prompt = Maybe::Absent);
        }
        (Kind::ExternalSplit(bare), Kind::ExternalSplit(split)) => {
            bare.paths.clone_from(&split.paths);
            each(&mut bare.paths, |path| {
                path.variable = Maybe::Absent;
                path.op = Maybe::Absent;
                path.value = Maybe::Absent;
            });
        }
        _ => {}
    }
    bare
}

fn fresh(action: &Action) -> Action {
    Action::fresh(action.tag()).unwrap_or_else(|| action.clone())
}

fn each<T>(items: &mut Maybe<Vec<T>>, change: impl FnMut(&mut T)) {
    if let Maybe::Given(items) = items {
        items.iter_mut().for_each(change);
    }
}
