//! A flowchart for Mermaid, which wikis and code hosts draw from its text.

use std::collections::HashMap;
use std::fmt::Write;

use super::{Format, Subject, Writes, flow};
use crate::journey::Node;
use crate::kinds::{Family, Kind};
use crate::topology::Topology;

pub(super) const FORMAT: Format = Format {
    name: "mermaid",
    extension: "mmd",
    media_type: "text/vnd.mermaid",
    title: ("Flowchart (Mermaid)", "Diagrama de flujo (Mermaid)"),
    hint: ("Text that wikis draw.", "Texto que las wikis dibujan."),
    writes: Writes::Text(write),
};

const CLASSES: [(Family, &str, &str); 4] = [
    (Family::Audience, "audience", "fill:#e7f4ef,stroke:#12805c,color:#222"),
    (Family::Action, "action", "fill:#eaeffb,stroke:#2b5bd7,color:#222"),
    (Family::Event, "event", "fill:#fbefe3,stroke:#b0520c,color:#222"),
    (Family::Flow, "flow", "fill:#f1ecfb,stroke:#6b46c1,color:#222"),
];

/// Nodes are numbered, since Mermaid takes some ids for words of its own.
pub(super) fn write(subject: &Subject<'_>) -> String {
    let (journey, speaker) = (subject.journey, subject.speaker());
    let order = flow::order(journey);
    let number: HashMap<&str, usize> =
        order.iter().enumerate().map(|(at, node)| (node.id.as_str(), at + 1)).collect();
    let mut out = format!("flowchart LR\n  accTitle: {}\n", line(&journey.name));
    if !journey.description.text().trim().is_empty() {
        let _ = writeln!(out, "  accDescr: {}", line(journey.description.text()));
    }
    let _ = writeln!(out, "  start(({}))", quoted(&[speaker.say("Start", "Inicio").to_owned()]));
    for node in &order {
        let _ = writeln!(out, "  n{}{}", number[node.id.as_str()], shape(node, &label(subject, node)));
    }
    if let Some(first) = Topology::of(journey).start() {
        let first = Topology::of(journey).node(first);
        let _ = writeln!(out, "  start --> n{}", number[first.id.as_str()]);
    }
    let mut ends = 0;
    for node in &order {
        for way in flow::ways(journey, node) {
            let from = number[node.id.as_str()];
            let name = speaker.exit(&way.exit);
            let arrow = if name.is_empty() { "-->".to_owned() } else { format!("-->|{}|", quoted(&[name])) };
            let to = match way.to {
                Some(to) => format!("n{}", number[to.id.as_str()]),
                None => {
                    ends += 1;
                    format!("end{ends}((({})))", quoted(&[speaker.say("End", "Fin").to_owned()]))
                }
            };
            let _ = writeln!(out, "  n{from} {arrow} {to}");
        }
    }
    for (family, name, style) in CLASSES {
        let _ = writeln!(out, "  classDef {name} {style}");
        let members = order.iter().filter(|node| node.kind.family() == family);
        let members: Vec<String> = members.map(|node| format!("n{}", number[node.id.as_str()])).collect();
        if !members.is_empty() {
            let _ = writeln!(out, "  class {} {name}", members.join(","));
        }
    }
    let off = order.iter().filter(|node| node.is_disabled());
    let off: Vec<String> = off.map(|node| format!("n{}", number[node.id.as_str()])).collect();
    if !off.is_empty() {
        let _ = writeln!(out, "  classDef disabled stroke-dasharray:4 3,opacity:0.5");
        let _ = writeln!(out, "  class {} disabled", off.join(","));
    }
    let ends: Vec<String> = (1..=ends).map(|end| format!("end{end}")).collect();
    let _ = writeln!(out, "  classDef mark fill:#fff,stroke:#6e6e6e,color:#222");
    let _ = writeln!(
        out,
        "  class {} mark",
        ["start".to_owned()].into_iter().chain(ends).collect::<Vec<_>>().join(",")
    );
    out
}

fn label(subject: &Subject<'_>, node: &Node) -> Vec<String> {
    let speaker = subject.speaker();
    let (title, doing) = (speaker.title(node), speaker.doing(node));
    let mut lines = vec![title.clone()];
    if node.is_disabled() {
        lines.push(speaker.say("(disabled)", "(desactivado)").to_owned());
    }
    if title != doing {
        lines.push(doing.to_owned());
    }
    lines.extend(speaker.facts(node));
    if subject.journey.exits(node).len() == 1 {
        let paths = speaker.paths(node).into_iter();
        lines.extend(paths.map(|path| format!("· {}", path.name)));
    }
    lines
}

fn shape(node: &Node, lines: &[String]) -> String {
    let label = quoted(lines);
    match (&node.kind, node.kind.family()) {
        (_, Family::Audience) => format!("([{label}])"),
        (Kind::ExternalAction(_), _) => format!("[[{label}]]"),
        (_, Family::Action) => format!("[{label}]"),
        (Kind::SplitPeople(_) | Kind::VariantSplitPeople(_), _) => format!("[[{label}]]"),
        (Kind::Wait(_), _) => format!("([{label}])"),
        (Kind::Merge(_), _) => format!("({label})"),
        (_, Family::Event) => format!("{{{{{label}}}}}"),
        _ => format!("{{{label}}}"),
    }
}

/// One line of plain text, as titles take it.
fn line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").replace([';', '#', '%', '{', '}'], " ")
}

/// A label in quotes. What Mermaid or HTML could take for more than text is written by its number.
fn quoted(lines: &[String]) -> String {
    let escape = |text: &String| {
        let mut out = String::with_capacity(text.len());
        for letter in text.split_whitespace().collect::<Vec<_>>().join(" ").chars() {
            match letter {
                '"' | '#' | '&' | '<' | '>' | '`' | '%' | '{' | '}' | '|' | '\\' | '[' | ']' | '*' | '_'
                | ';' => {
                    let _ = write!(out, "#{};", u32::from(letter));
                }
                letter if letter.is_control() => {}
                letter => out.push(letter),
            }
        }
        out
    };
    format!("\"{}\"", lines.iter().map(escape).collect::<Vec<_>>().join("<br>"))
}
