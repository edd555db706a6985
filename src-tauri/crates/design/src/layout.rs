//! Where cards and end marks stand, from left to right: one column a step, paths from top to bottom.
//!
//! Each node owns the block of all that it alone leads to (its subtree of dominators), so split trees never cross and
//! an insertion moves only what stands behind it. A merge stands centred behind the paths that lead into it. Ports are
//! at one height below a card's top, so that cards of different heights line up.

mod flow;
mod rows;

use indexmap::IndexMap;
use serde::Serialize;
use ts_rs::TS;

use crate::journey::{Journey, JourneyKind, Node, Place};
use crate::kinds::{Kind, OtherPeople};
use crate::primitives::{Id, Number};
use crate::update::EndMark;
use flow::{Flow, Way};

/// What the layout counts with, in pixels at 100 %.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Sizes {
    pub width: f64,
    pub height: f64,
    /// From a card's top to where its edges leave and arrive.
    pub port: f64,
    /// What each path of a split by people adds to the height of its card.
    pub path_row: f64,
    /// Between a card and the next column.
    pub gap: f64,
    /// The same where the exits have names, which stand on the edges.
    pub wide_gap: f64,
    /// Between two cards of a column.
    pub row_gap: f64,
    /// The height that the end mark of an open path takes.
    pub mark: f64,
}

pub const SIZES: Sizes = Sizes {
    width: 220.0,
    height: 96.0,
    port: 48.0,
    path_row: 28.0,
    gap: 96.0,
    wide_gap: 200.0,
    row_gap: 32.0,
    mark: 40.0,
};

/// How far behind a card the mark of its open exit stands.
const MARK_AFTER: f64 = 80.0;

pub struct Layout {
    pub places: IndexMap<Id, Place>,
    pub ends: Vec<EndMark>,
    /// Where edges run that pass other rows on their way: free of cards and of each other.
    pub lanes: Vec<EndMark>,
}

/// The height of a card. A split by people holds its paths.
pub fn height(node: &Node, journey: JourneyKind) -> f64 {
    let rows = match &node.kind {
        _ if journey == JourneyKind::Person => 0,
        Kind::SplitPeople(split) => {
            let other = split.other.get().is_some_and(|other| *other != OtherPeople::Path(false));
            split.paths.items().len() + usize::from(other)
        }
        Kind::VariantSplitPeople(split) => split.paths.items().len(),
        _ => 0,
    };
    SIZES.height + SIZES.path_row * rows as f64
}

/// Lays everything out; cards that the user has placed stay where they are.
pub fn layout(journey: &Journey) -> Layout {
    let flow = Flow::of(journey);
    let rows = rows::rows(&flow);
    let columns = columns(&flow);
    let placed = journey.layout.get();
    let mut places = IndexMap::with_capacity(journey.nodes.len());
    for (at, node) in journey.nodes.iter().enumerate() {
        let own = placed.and_then(|placed| placed.get(&node.id)).cloned();
        let laid = || Place { x: whole(columns[flow.layer[at]]), y: whole(rows.port[at] - SIZES.port) };
        places.entry(node.id.clone()).or_insert_with(|| own.unwrap_or_else(laid));
    }
    let ends = ends(journey, &flow, &rows, &columns, &places);
    let lanes = lanes(journey, &flow, &rows, &columns);
    Layout { places, ends, lanes }
}

/// The lanes between cards that both stand where the layout has them.
fn lanes(journey: &Journey, flow: &Flow, rows: &rows::Rows, columns: &[f64]) -> Vec<EndMark> {
    let placed = |at: usize| journey.layout.get().is_some_and(|all| all.contains_key(&journey.nodes[at].id));
    let mut lanes = Vec::new();
    for (at, ways) in flow.ways.iter().enumerate().filter(|(at, ways)| ways.len() > 1 && !placed(*at)) {
        for (number, way) in ways.iter().enumerate() {
            let Some(y) = rows.lanes.get(&(at, number)).filter(|_| way.to.is_some_and(|to| !placed(to)))
            else {
                continue;
            };
            let (from, path) = (journey.nodes[at].id.clone(), way.path.clone());
            lanes.push(EndMark { from, path, x: columns[flow.layer[at]] + SIZES.width, y: y.round() });
        }
    }
    lanes
}

/// An open exit's mark keeps its distance to its card, wherever the user has put that.
fn ends(
    journey: &Journey,
    flow: &Flow,
    rows: &rows::Rows,
    columns: &[f64],
    places: &IndexMap<Id, Place>,
) -> Vec<EndMark> {
    let mut ends = Vec::new();
    for (at, ways) in flow.ways.iter().enumerate() {
        let node = &journey.nodes[at];
        let Some(place) = places.get(&node.id) else { continue };
        let (dx, dy) =
            (place.x.get() - columns[flow.layer[at]], place.y.get() - (rows.port[at] - SIZES.port));
        for (number, way) in ways.iter().enumerate().filter(|(_, way)| way.to.is_none()) {
            let named = way.path.is_some();
            let after = SIZES.width + if named { SIZES.wide_gap } else { MARK_AFTER };
            let x = columns[flow.layer[at]] + after + dx;
            let y = rows.marks.get(&(at, number)).copied().unwrap_or(rows.port[at]) + dy;
            ends.push(EndMark { from: node.id.clone(), path: way.path.clone(), x: x.round(), y: y.round() });
        }
    }
    ends
}

/// The left edge of each column. A column whose cards have named exits leaves room for the names behind it.
fn columns(flow: &Flow) -> Vec<f64> {
    let last = flow.layer.iter().copied().max().unwrap_or(0);
    let mut wide = vec![false; last + 1];
    for (at, ways) in flow.ways.iter().enumerate() {
        wide[flow.layer[at]] |= ways.iter().any(|way: &Way| way.path.is_some());
    }
    let mut x = 0.0;
    wide.into_iter()
        .map(|wide| {
            let left = x;
            x += SIZES.width + if wide { SIZES.wide_gap } else { SIZES.gap };
            left
        })
        .collect()
}

/// Cards stand on whole pixels.
pub(crate) fn whole(value: f64) -> Number {
    Number::from(value.round() as i64)
}
