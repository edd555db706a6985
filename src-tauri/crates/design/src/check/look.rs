//! A journey as the rules see it: its graph, and everything inside its nodes by one walk each.

use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::Arc;

use petgraph::graph::NodeIndex;

use super::at_hand::Answered;
use super::facts::{Facts, KnownFacts};
use super::mention::{Mention, mentions_with};
use crate::actions::Action;
use crate::condition::Condition;
use crate::document::Context;
use crate::journey::{Journey, Node};
use crate::kinds::{Kind, OtherPeople};
use crate::primitives::Id;
use crate::topology::Topology;
use crate::trigger::Trigger;
use crate::workspace::{SolutionInterest, Workspace};

pub(crate) struct Look<'a> {
    pub(super) journey: &'a Journey,
    pub(super) context: &'a Context<'a>,
    pub(super) workspace: &'a Workspace,
    pub(super) topology: Topology<'a>,
    pub(super) start: Option<NodeIndex>,
    /// For each node whether the start leads to it; all are where there is no start.
    pub(super) reached: Vec<bool>,
    /// Whatever refers to something of the workspace or the data.
    pub(super) mentions: Vec<Mention<'a>>,
    /// Of each node.
    pub(super) facts: Vec<Arc<Facts>>,
    pub(super) known: &'a Known,
}

/// What checks of one journey found out that the next one can use. It changes how long they take, never what they
/// find.
#[derive(Debug, Clone, Default)]
pub(crate) struct Known {
    pub(super) answered: RefCell<Answered>,
    facts: KnownFacts,
}

impl<'a> Look<'a> {
    pub(crate) fn at(journey: &'a Journey, context: &'a Context<'a>, known: &'a Known) -> Look<'a> {
        let topology = Topology::of(journey);
        let start = topology.start();
        let reached =
            start.map_or_else(|| vec![true; journey.nodes.len()], |start| topology.reachable(start));
        let facts = known.facts.of(journey);
        let mentions = mentions_with(journey, &facts);
        Look {
            journey,
            context,
            workspace: context.workspace,
            topology,
            start,
            reached,
            mentions,
            facts,
            known,
        }
    }

    /// Every action with its node and, inside a split by people, its path.
    pub(super) fn actions(&self) -> impl Iterator<Item = (&'a Node, Option<&'a Id>, &'a Action)> {
        self.journey
            .nodes
            .iter()
            .flat_map(|node| actions_of(node).into_iter().map(move |(path, action)| (node, path, action)))
    }

    /// Every action that the start leads to.
    pub(super) fn reached_actions(&self) -> impl Iterator<Item = (&'a Node, &'a Action)> {
        let reached = self.journey.nodes.iter().zip(&self.reached).filter(|(_, reached)| **reached);
        reached.flat_map(|(node, _)| actions_of(node).into_iter().map(move |(_, action)| (node, action)))
    }

    pub(super) fn interest(&self, id: &str) -> Option<&'a SolutionInterest> {
        self.workspace.solution_interests.items().iter().find(|interest| interest.id == *id)
    }

    /// The first place at which each solution interest is mentioned.
    pub(super) fn interests(&self) -> HashMap<&'a str, &'a Node> {
        let mut first = HashMap::new();
        for mention in &self.mentions {
            if mention.to == Some(crate::catalogue::ReferenceTo::SolutionInterest) {
                first.entry(mention.id.as_ref()).or_insert(mention.node);
            }
        }
        // The texts of settings are copies; what they name lives in the workspace.
        let interests = self.workspace.solution_interests.items().iter();
        interests.filter_map(|it| Some((it.id.as_str(), *first.get(it.id.as_str())?))).collect()
    }
}

/// The actions of a node, with the path inside a split by people.
pub(super) fn actions_of(node: &Node) -> Vec<(Option<&Id>, &Action)> {
    match &node.kind {
        Kind::Action(settings) => vec![(None, &settings.action)],
        Kind::SplitPeople(split) => {
            let paths = split.paths.items().iter();
            let inside =
                paths.flat_map(|path| path.actions.items().iter().map(|action| (Some(&path.id), action)));
            let other = match split.other.get() {
                Some(OtherPeople::Actions(other)) => other.actions.as_slice(),
                _ => &[],
            };
            inside.chain(other.iter().map(|action| (None, action))).collect()
        }
        Kind::VariantSplitPeople(split) => {
            let paths = split.paths.items().iter();
            paths
                .flat_map(|path| path.actions.items().iter().map(|action| (Some(&path.id), action)))
                .collect()
        }
        _ => Vec::new(),
    }
}

pub(super) fn triggers_of(node: &Node) -> &[Trigger] {
    match &node.kind {
        Kind::Listen(listen) => listen.triggers.items(),
        Kind::PersonAudience(audience) => audience.events.items(),
        _ => &[],
    }
}

/// The conditions of the paths of a node.
pub(super) fn conditions_of(node: &Node) -> Vec<(Option<&Id>, &Condition)> {
    match &node.kind {
        Kind::SplitAccounts(split) => {
            let paths = split.paths.items().iter();
            paths.filter_map(|path| Some((Some(&path.id), path.condition.get()?))).collect()
        }
        Kind::SplitPeople(split) => {
            let paths = split.paths.items().iter();
            paths.filter_map(|path| Some((Some(&path.id), path.condition.get()?))).collect()
        }
        _ => Vec::new(),
    }
}

/// The condition of a node as a whole.
pub(super) fn own_condition(node: &Node) -> Option<&Condition> {
    match &node.kind {
        Kind::PersonAudience(audience) => audience.condition.get(),
        _ => None,
    }
}

/// The ids of the paths of a split.
pub(super) fn path_ids(node: &Node) -> Vec<&Id> {
    match &node.kind {
        Kind::SplitAccounts(it) => it.paths.items().iter().map(|path| &path.id).collect(),
        Kind::SplitPeople(it) => it.paths.items().iter().map(|path| &path.id).collect(),
        Kind::VariantSplitAccounts(it) => it.paths.items().iter().map(|path| &path.id).collect(),
        Kind::VariantSplitPeople(it) => it.paths.items().iter().map(|path| &path.id).collect(),
        Kind::NextBestPath(it) => it.paths.items().iter().map(|path| &path.id).collect(),
        Kind::ExternalSplit(it) => it.paths.items().iter().map(|path| &path.id).collect(),
        _ => Vec::new(),
    }
}

/// The percentages of a variant split, by path.
pub(super) fn percentages(node: &Node) -> Option<Vec<(&Id, i64)>> {
    match &node.kind {
        Kind::VariantSplitAccounts(it) => {
            Some(it.paths.items().iter().map(|path| (&path.id, path.percentage)).collect())
        }
        Kind::VariantSplitPeople(it) => {
            Some(it.paths.items().iter().map(|path| (&path.id, path.percentage)).collect())
        }
        _ => None,
    }
}
