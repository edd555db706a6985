//! The lines between the cards, with the names of the paths on them.

use std::fmt::Write;

use super::{MARK, fit};
use crate::formats::Subject;
use crate::layout::{Layout, SIZES, height};

/// How far a line runs straight before it bends, and how wide a bend is.
const LEAD: f64 = 10.0;
const BEND: f64 = 34.0;
/// Between a line and a card that it passes.
const CLEAR: f64 = 14.0;

struct Card {
    x: f64,
    y: f64,
    height: f64,
}

pub(super) fn draw(subject: &Subject<'_>, laid: &Layout, out: &mut String) {
    let journey = subject.journey;
    let cards: Vec<Card> = journey
        .nodes
        .iter()
        .filter_map(|node| {
            let place = laid.places.get(&node.id)?;
            Some(Card { x: place.x.get(), y: place.y.get(), height: height(node, journey.kind) })
        })
        .collect();
    out.push_str("<g fill=\"none\" stroke=\"#8e8e8e\" stroke-width=\"1.5\">\n");
    let mut pills = Vec::new();
    for node in &journey.nodes {
        let Some(place) = laid.places.get(&node.id) else { continue };
        let from = (place.x.get() + SIZES.width, place.y.get() + SIZES.port);
        let exits = journey.exits(node);
        for exit in &exits {
            let target = journey.target(&node.id, exit.path.as_ref()).and_then(|to| laid.places.get(to));
            let end = laid.ends.iter().find(|end| end.from == node.id && end.path == exit.path);
            let to = match (target, end) {
                (Some(place), _) => (place.x.get(), place.y.get() + SIZES.port),
                (None, Some(end)) => (end.x - MARK, end.y),
                (None, None) => continue,
            };
            let lane = laid.lanes.iter().find(|lane| lane.from == node.id && lane.path == exit.path);
            let wanted = lane.map_or(if exits.len() > 1 { to.1 } else { from.1 }, |lane| lane.y);
            let lane = line(from, to, wanted, &cards, out);
            if exit.path.is_some() {
                pills.push((from.0 + LEAD + BEND, lane, subject.speaker().exit(exit)));
            }
        }
    }
    out.push_str("</g>\n");
    for (x, y, name) in pills {
        let name = fit(&name, 15);
        // About what the letters take; the picture cannot measure them.
        let width = 16.0 + 6.2 * name.chars().count().min(15) as f64;
        let _ = writeln!(
            out,
            "<rect x=\"{x}\" y=\"{}\" width=\"{width}\" height=\"20\" rx=\"10\" fill=\"#fff\" stroke=\"#d5d5d5\"/>\
             <text x=\"{}\" y=\"{}\" font-size=\"11\">{name}</text>",
            y - 10.0,
            x + 8.0,
            y + 4.0
        );
    }
}

/// Draws a line that keeps clear of the cards between its ends, and says at what height it runs.
fn line(from: (f64, f64), to: (f64, f64), wanted: f64, cards: &[Card], out: &mut String) -> f64 {
    let (x0, y0) = from;
    let (x1, y1) = to;
    if x1 - x0 < 2.0 * LEAD + BEND {
        let _ = writeln!(out, "<path d=\"M{x0} {y0}C{} {y0} {} {y1} {x1} {y1}\"/>", x0 + 70.0, x1 - 70.0);
        return y0;
    }
    let lane = clear_lane(from, to, wanted, cards);
    let mut path = format!("M{x0} {y0}");
    let mut x = x0;
    if lane != y0 {
        x = x0 + LEAD + BEND;
        bend(&mut path, (x0 + LEAD, y0), (x, lane));
    }
    if lane != y1 {
        let start = (x1 - LEAD - BEND).max(x);
        let _ = write!(path, "H{start}");
        bend(&mut path, (start, lane), (x1 - LEAD, y1));
    }
    let _ = writeln!(out, "<path d=\"{path}H{x1}\"/>");
    lane
}

fn bend(path: &mut String, (x0, y0): (f64, f64), (x1, y1): (f64, f64)) {
    let middle = (x0 + x1) / 2.0;
    let _ = write!(path, "L{x0} {y0}C{middle} {y0} {middle} {y1} {x1} {y1}");
}

/// The height nearest to the wanted one at which the long part of the line crosses no card.
fn clear_lane(from: (f64, f64), to: (f64, f64), wanted: f64, cards: &[Card]) -> f64 {
    let (left, right) = (from.0 + LEAD + BEND / 2.0, to.0 - LEAD - BEND / 2.0);
    let between: Vec<&Card> = cards
        .iter()
        .filter(|card| card.x < right && card.x + SIZES.width > left && card.x + 1.0 > from.0)
        .collect();
    let free = |y: f64| between.iter().all(|card| y <= card.y - CLEAR || y >= card.y + card.height + CLEAR);
    let beside = between.iter().flat_map(|card| [card.y - CLEAR - 2.0, card.y + card.height + CLEAR + 2.0]);
    let mut lanes: Vec<f64> = [wanted, from.1, to.1].into_iter().chain(beside).collect();
    lanes.sort_by(|a, b| (a - wanted).abs().total_cmp(&(b - wanted).abs()));
    lanes.into_iter().find(|lane| free(*lane)).unwrap_or(wanted)
}
