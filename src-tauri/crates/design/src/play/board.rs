//! The map that is played on: cards, and between them the edges of a run by its numbers.

use serde::Serialize;
use ts_rs::TS;

use crate::compile::Compiled;
use crate::formats::svg::icon;
use crate::journey::{Journey, Node};
use crate::kinds::Family;
use crate::layout::{SIZES, Sizes, height, layout};
use crate::primitives::{Id, Text};
use crate::sentences::{Language, Speaker};
use crate::workspace::Workspace;

#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct PlayedBoard {
    pub sizes: Sizes,
    pub cards: Vec<PlayedCard>,
    /// Edge 0 is the entry. The others follow the program; some of them are never drawn.
    pub edges: Vec<PlayedEdge>,
}

#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct PlayedCard {
    pub id: Id,
    pub title: Text,
    /// What the node does, where its title doesn't say so.
    pub doing: Text,
    pub family: Family,
    /// Whether it is switched off, so that accounts go past it.
    pub off: bool,
    /// An SVG document that takes its colour from the text around it.
    pub icon: String,
    /// The top left, in pixels at 100 %.
    pub x: f64,
    pub y: f64,
    pub height: f64,
}

/// A way from card to card.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct PlayedEdge {
    /// None: the entry.
    pub from: Option<u32>,
    /// None: the journey ends there.
    pub to: Option<u32>,
    pub path: Option<Id>,
    /// Empty where the exit is the only one.
    pub name: Text,
    /// The centre of the end mark that is drawn; none where another edge or nothing is.
    pub end: Option<(f64, f64)>,
    /// The height at which the layout lets it run.
    pub lane: Option<f64>,
}

pub(super) fn board(compiled: &Compiled, journey: &Journey, workspace: &Workspace) -> PlayedBoard {
    let speakers = both(workspace);
    let laid = layout(journey);
    let at = |id: &Id| journey.nodes.iter().position(|node| node.id == *id).map(|at| at as u32);
    let card = |node: &Node| {
        let place = laid.places.get(&node.id);
        PlayedCard {
            id: node.id.clone(),
            title: said(&speakers, |speaker| speaker.title(node)),
            doing: said(&speakers, |speaker| speaker.doing(node).to_owned()),
            family: node.kind.family(),
            off: node.is_disabled(),
            icon: icon(node).trim_end().to_owned(),
            x: place.map_or(0.0, |place| place.x.get()),
            y: place.map_or(0.0, |place| place.y.get()),
            height: height(node, journey.kind),
        }
    };
    let nothing = || Text::new("", "");
    let entry = PlayedEdge {
        from: None,
        to: compiled.origin.nodes.first().and_then(at),
        path: None,
        name: nothing(),
        end: None,
        lane: None,
    };
    let edges = compiled.origin.exits.iter().map(|exit| {
        let own = journey
            .node(&exit.from)
            .and_then(|node| journey.exits(node).into_iter().find(|own| own.path == exit.path));
        let same = |of: &&crate::update::EndMark| of.from == exit.from && of.path == exit.path;
        let end = laid.ends.iter().find(same).filter(|_| exit.to.is_none() && own.is_some());
        PlayedEdge {
            from: at(&exit.from),
            to: exit.to.as_ref().and_then(at),
            path: exit.path.clone(),
            name: own.map_or_else(nothing, |own| said(&speakers, |speaker| speaker.exit(&own))),
            end: end.map(|end| (end.x, end.y)),
            lane: laid.lanes.iter().find(same).map(|lane| lane.y),
        }
    });
    PlayedBoard {
        sizes: SIZES,
        cards: journey.nodes.iter().map(card).collect(),
        edges: std::iter::once(entry).chain(edges).collect(),
    }
}

pub(crate) fn both(workspace: &Workspace) -> [Speaker<'_>; 2] {
    [Language::En, Language::Es].map(|language| Speaker { language, workspace: Some(workspace) })
}

/// The same in both languages.
pub(crate) fn said(speakers: &[Speaker<'_>; 2], say: impl Fn(&Speaker<'_>) -> String) -> Text {
    Text::new(say(&speakers[0]), say(&speakers[1]))
}
