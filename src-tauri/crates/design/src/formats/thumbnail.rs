//! A journey as a small picture without words, for lists: cards in the colour of their family, and the lines between.
//! The page gives the classes their colours, so that one picture does in every theme.

use std::fmt::Write;

use crate::journey::{Journey, Node, Place};
use crate::kinds::Family;
use crate::layout::{Layout, SIZES, height, layout};

/// How much narrower everything is than on the canvas, where cards stand far apart for the sake of words.
const NARROW: f64 = 0.55;
/// Room around the drawing, and the least width of it: a journey of one card has no giant on its picture.
const MARGIN: f64 = 36.0;
const LEAST: f64 = 760.0;
/// Half the width of a line's bend, at most.
const BEND: f64 = 45.0;

/// The picture as an `svg` element whose parts have the classes `edge`, `audience`, `action`, `event` and `flow`, and
/// `off` for what is disabled. It has no colours and no size of its own.
pub fn thumbnail(journey: &Journey) -> String {
    let laid = layout(journey);
    let mut cards: [(&str, String); 5] =
        ["audience", "action", "event", "flow", "off"].map(|class| (class, String::new()));
    let mut bounds: Option<(f64, f64, f64, f64)> = None;
    for node in &journey.nodes {
        let Some(place) = laid.places.get(&node.id) else { continue };
        let (x, y) = at(place);
        let (wide, high) = (SIZES.width * NARROW, height(node, journey.kind));
        let card = &mut cards[if node.is_disabled() { 4 } else { class(node) }].1;
        let _ = write!(card, "M{x:.0} {y:.0}h{wide:.0}v{high:.0}h-{wide:.0}z");
        let (left, top, right, bottom) = bounds.unwrap_or((x, y, x, y));
        bounds = Some((left.min(x), top.min(y), right.max(x + wide), bottom.max(y + high)));
    }
    let (left, top, right, bottom) = bounds.unwrap_or_default();
    let (middle, centre) = ((left + right) / 2.0, (top + bottom) / 2.0);
    let wide = (right - left + 2.0 * MARGIN).max(LEAST);
    let high = (bottom - top + 2.0 * MARGIN).max(LEAST / 2.0);
    let mut out = format!(
        "<svg viewBox=\"{:.0} {:.0} {wide:.0} {high:.0}\" aria-hidden=\"true\"><path class=\"edge\" d=\"{}\"/>",
        middle - wide / 2.0,
        centre - high / 2.0,
        lines(journey, &laid)
    );
    for (class, d) in cards.iter().filter(|(_, d)| !d.is_empty()) {
        let _ = write!(out, "<path class=\"{class}\" d=\"{d}\"/>");
    }
    out.push_str("</svg>");
    out
}

fn at(place: &Place) -> (f64, f64) {
    (place.x.get() * NARROW, place.y.get())
}

fn class(node: &Node) -> usize {
    match node.kind.family() {
        Family::Audience => 0,
        Family::Action => 1,
        Family::Event => 2,
        Family::Flow => 3,
    }
}

/// The lines between the cards; what ends at a card has none.
fn lines(journey: &Journey, laid: &Layout) -> String {
    let mut out = String::new();
    for edge in &journey.edges {
        let (Some(from), Some(to)) = (laid.places.get(&edge.from), laid.places.get(&edge.to)) else {
            continue;
        };
        let ((x, y), (to_x, to_y)) = (at(from), at(to));
        let (x, y, to_y) = (x + SIZES.width * NARROW, y + SIZES.port, to_y + SIZES.port);
        let bend = ((to_x - x).abs() / 2.0).clamp(15.0, BEND);
        let _ = write!(out, "M{x:.0} {y:.0}C{:.0} {y:.0} {:.0} {to_y:.0} ", x + bend, x + bend);
        // A long line bends behind its source and then runs straight.
        let _ = write!(out, "{:.0} {to_y:.0}H{to_x:.0}", x + 2.0 * bend);
    }
    out
}
