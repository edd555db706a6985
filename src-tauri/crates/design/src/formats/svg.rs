//! A journey as a picture: what the canvas draws, in the light theme.

mod edges;

use std::fmt::Write;

use super::{Format, Subject, Writes};
use crate::journey::{Journey, Node};
use crate::kinds::{Family, Kind};
use crate::layout::{self, Layout, SIZES, layout};
use crate::sentences::SaidPath;
use crate::topology::Topology;

pub(super) const FORMAT: Format = Format {
    name: "svg",
    extension: "svg",
    media_type: "image/svg+xml",
    title: ("Drawing (SVG)", "Dibujo (SVG)"),
    hint: ("Sharp at every size.", "Nítido a cualquier tamaño."),
    writes: Writes::Text(write),
};

/// Room around the drawing, in pixels.
const MARGIN: f64 = 40.0;
/// From the start mark's centre to its card, and half a mark's width.
const START_BEFORE: f64 = 48.0;
const MARK: f64 = 16.0;

/// The picture as an SVG document. With a workspace, what is referred to is shown by its name.
pub fn write(subject: &Subject<'_>) -> String {
    let journey = subject.journey;
    let laid = layout(journey);
    let (left, top, right, bottom) = bounds(journey, &laid);
    let (width, height) = (right - left, bottom - top);
    let mut out = String::new();
    let _ = write!(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"{left} {top} {width} {height}\" font-family=\"Source Sans 3, Source Sans Pro, Helvetica, Arial, \
         sans-serif\" font-size=\"13\" fill=\"#222\">\n<title>{}</title>\n\
         <rect x=\"{left}\" y=\"{top}\" width=\"{width}\" height=\"{height}\" fill=\"#f8f8f8\"/>\n",
        escape(&journey.name)
    );
    let _ = writeln!(
        out,
        "<text x=\"{}\" y=\"{}\" font-size=\"18\" font-weight=\"600\">{}</text>",
        left + MARGIN,
        top + MARGIN,
        escape(&journey.name)
    );
    edges::draw(subject, &laid, &mut out);
    start(journey, &laid, &mut out);
    for end in &laid.ends {
        let (x, y) = (end.x, end.y);
        let _ = writeln!(
            out,
            "<circle cx=\"{x}\" cy=\"{y}\" r=\"{MARK}\" fill=\"#fff\" stroke=\"#6e6e6e\"/>\
             <rect x=\"{}\" y=\"{}\" width=\"10\" height=\"10\" rx=\"1.5\" fill=\"#6e6e6e\"/>",
            x - 5.0,
            y - 5.0
        );
    }
    for node in &journey.nodes {
        if let Some(place) = laid.places.get(&node.id) {
            card(subject, node, (place.x.get(), place.y.get()), &mut out);
        }
    }
    out.push_str("</svg>\n");
    out
}

fn bounds(journey: &Journey, laid: &Layout) -> (f64, f64, f64, f64) {
    let cards = journey.nodes.iter().filter_map(|node| {
        let place = laid.places.get(&node.id)?;
        let (x, y) = (place.x.get(), place.y.get());
        Some((x - START_BEFORE - MARK, y, x + SIZES.width, y + layout::height(node, journey.kind)))
    });
    let marks = laid.ends.iter().map(|end| (end.x - MARK, end.y - MARK, end.x + MARK, end.y + MARK));
    let around = cards.chain(marks).reduce(|a, b| (a.0.min(b.0), a.1.min(b.1), a.2.max(b.2), a.3.max(b.3)));
    let (left, top, right, bottom) = around.unwrap_or((0.0, 0.0, SIZES.width, SIZES.height));
    // The name stands above the drawing.
    (left - MARGIN, top - 2.0 * MARGIN, right + MARGIN, bottom + MARGIN)
}

fn start(journey: &Journey, laid: &Layout, out: &mut String) {
    let topology = Topology::of(journey);
    let Some(node) = topology.start().map(|at| topology.node(at)) else { return };
    let Some(place) = laid.places.get(&node.id) else { return };
    let (x, y) = (place.x.get() - START_BEFORE, place.y.get() + SIZES.port);
    let _ = writeln!(
        out,
        "<path d=\"M{x} {y}H{}\" stroke=\"#8e8e8e\" stroke-width=\"1.5\"/>\
         <circle cx=\"{x}\" cy=\"{y}\" r=\"{MARK}\" fill=\"#12805c\"/>\
         <path d=\"M{} {}l10 6l-10 6z\" fill=\"#fff\"/>",
        place.x.get(),
        x - 4.0,
        y - 6.0
    );
}

fn card(subject: &Subject<'_>, node: &Node, (x, y): (f64, f64), out: &mut String) {
    let speaker = subject.speaker();
    let (title, doing) = (speaker.title(node), speaker.doing(node));
    let height = layout::height(node, subject.journey.kind);
    let colour = colour(node);
    let _ = writeln!(
        out,
        "<g transform=\"translate({x} {y})\"{faint}><rect width=\"{w}\" height=\"{height}\" rx=\"8\" fill=\"#fff\" \
         stroke=\"#d5d5d5\"/><rect x=\"10\" y=\"12\" width=\"30\" height=\"30\" rx=\"6\" fill=\"{colour}\"/>\
         <g transform=\"translate(15 17)\" color=\"#fff\">{icon}</g>\
         <text x=\"48\" y=\"25\" font-weight=\"600\">{title}</text>\
         <text x=\"48\" y=\"41\" font-size=\"11\" fill=\"#6e6e6e\">{doing}</text>",
        w = SIZES.width,
        faint = if node.is_disabled() { " opacity=\"0.5\"" } else { "" },
        icon = icon(node).trim_end(),
        title = fit(&title, 24),
        doing = fit(doing, 30),
    );
    for (row, fact) in speaker.facts(node).iter().enumerate() {
        let _ = writeln!(
            out,
            "<text x=\"12\" y=\"{}\" font-size=\"12\">{}</text>",
            63.0 + 18.0 * row as f64,
            fit(fact, 34)
        );
    }
    let paths = if height > SIZES.height { speaker.paths(node) } else { Vec::new() };
    for (row, path) in paths.iter().map(|path| inside(node, path)).enumerate() {
        let y = SIZES.height + SIZES.path_row * row as f64;
        let _ = writeln!(
            out,
            "<rect x=\"10\" y=\"{y}\" width=\"{}\" height=\"22\" rx=\"11\" fill=\"#eef1fb\"/>\
             <text x=\"20\" y=\"{}\" font-size=\"11\">{}</text>",
            SIZES.width - 20.0,
            y + 15.0,
            fit(&path, 32)
        );
    }
    out.push_str("</g>\n");
    if node.is_disabled() {
        badge(subject, x + SIZES.width, y, out);
    }
}

/// "Disabled" on the upper edge of a card, by its right corner.
fn badge(subject: &Subject<'_>, right: f64, y: f64, out: &mut String) {
    let word = subject.language.say("Disabled", "Desactivado");
    let width = 16.0 + 6.2 * word.chars().count() as f64;
    let _ = writeln!(
        out,
        "<rect x=\"{}\" y=\"{}\" width=\"{width}\" height=\"20\" rx=\"10\" fill=\"#4b4b4b\"/>\
         <text x=\"{}\" y=\"{}\" font-size=\"11\" fill=\"#fff\">{word}</text>",
        right - width - 8.0,
        y - 10.0,
        right - width,
        y + 4.0
    );
}

/// The name of a path inside a card, with its share where that chooses it.
fn inside(node: &Node, path: &SaidPath) -> String {
    match node.kind {
        Kind::VariantSplitPeople(_) => format!("{} · {}", path.name, path.when),
        _ => path.name.clone(),
    }
}

pub(crate) fn icon(node: &Node) -> &'static str {
    match &node.kind {
        Kind::Action(settings) => crate::actions::Action::icon(settings.action.tag()),
        kind => Kind::icon(kind.tag()),
    }
}

fn colour(node: &Node) -> &'static str {
    match node.kind.family() {
        Family::Audience => "#12805c",
        Family::Action => "#2b5bd7",
        Family::Event => "#b0520c",
        Family::Flow => "#6b46c1",
    }
}

/// At most so many characters, escaped.
fn fit(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return escape(text);
    }
    let cut: String = text.chars().take(most.saturating_sub(1)).collect();
    escape(cut.trim_end()) + "…"
}

pub(crate) fn escape(text: &str) -> String {
    let allowed = text.chars().filter(|letter| !letter.is_control());
    let mut out = String::with_capacity(text.len());
    for letter in allowed {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            other => out.push(other),
        }
    }
    out
}
