//! The hand-over: a specification that a colleague or a reviewer reads without the app.

use std::collections::HashMap;
use std::fmt::Write;

use super::prose::{plain, quotation, settings};
use super::references::{references, sort};
use super::{Format, Subject, Writes, flow, mermaid, report};
use crate::journey::Node;
use crate::problem::Severity;

pub(super) const FORMAT: Format = Format {
    name: "markdown",
    extension: "md",
    media_type: "text/markdown",
    title: ("Hand-over (Markdown)", "Traspaso (Markdown)"),
    hint: ("The map, and every step in sentences.", "El mapa, y cada paso en frases."),
    writes: Writes::Text(write),
};

fn write(subject: &Subject<'_>) -> String {
    let (journey, say) = (subject.journey, |en, es| subject.language.say(en, es));
    let mut out = format!("# {}\n\n", plain(&journey.name));
    let description = journey.description.text();
    if !description.trim().is_empty() {
        let _ = writeln!(out, "{}\n", plain(description));
    }
    let _ = writeln!(out, "| {} | |\n| --- | --- |", say("Setting", "Ajuste"));
    for (name, words) in settings(subject) {
        let _ = writeln!(out, "| {name} | {} |", plain(&words));
    }
    let _ = writeln!(out, "| {} | {} |\n", say("Steps", "Pasos"), journey.nodes.len());
    let _ = write!(out, "## {}\n\n```mermaid\n{}```\n\n", say("Map", "Mapa"), mermaid::write(subject));
    steps(subject, &mut out);
    if subject.workspace.is_some() {
        findings(subject, &mut out);
    }
    used(subject, &mut out);
    if let Some(report) = subject.report {
        let _ = writeln!(out, "## {}\n", say("Simulated outcome", "Resultado simulado"));
        report::outcome(subject, report, &mut out);
    }
    while out.ends_with("\n\n") {
        out.pop();
    }
    out
}

fn steps(subject: &Subject<'_>, out: &mut String) {
    let (journey, speaker) = (subject.journey, subject.speaker());
    let say = |en, es| speaker.say(en, es);
    let order = flow::order(journey);
    let number: HashMap<&str, usize> =
        order.iter().enumerate().map(|(at, node)| (node.id.as_str(), at + 1)).collect();
    let called = |node: &Node| format!("{}. {}", number[node.id.as_str()], plain(&speaker.title(node)));
    let _ = writeln!(out, "## {}\n", say("Steps", "Pasos"));
    for node in &order {
        let _ = writeln!(out, "### {}\n", called(node));
        let _ = writeln!(out, "*{}*, `{}`\n", speaker.doing(node), node.id);
        if let Some(disabled) = speaker.disabled(journey, node) {
            let _ = writeln!(out, "**{}.**\n", plain(&disabled));
        }
        if !node.note.text().trim().is_empty() {
            let _ = writeln!(out, "{}", quotation(node.note.text()));
        }
        for said in speaker.settings(node) {
            let _ = writeln!(out, "- **{}**: {}", said.name, plain(&said.words));
        }
        for path in speaker.paths(node) {
            let _ =
                writeln!(out, "- {} **{}**: {}", say("Path", "Rama"), plain(&path.name), plain(&path.when));
            for action in &path.actions {
                let _ = writeln!(out, "  - {}", plain(action));
            }
        }
        for way in flow::ways(journey, node) {
            let to =
                way.to.map_or_else(|| say("the journey ends", "el recorrido termina").to_owned(), &called);
            let name = speaker.exit(&way.exit);
            let name = if name.is_empty() { String::new() } else { format!(" ({})", plain(&name)) };
            let _ = writeln!(out, "- {}{name}: {to}", say("Next", "Siguiente"));
        }
        out.push('\n');
    }
}

fn findings(subject: &Subject<'_>, out: &mut String) {
    let say = |en, es| subject.language.say(en, es);
    let _ = writeln!(out, "## {}\n", say("Findings", "Avisos"));
    if subject.problems.is_empty() {
        let _ = writeln!(out, "{}\n", say("Nothing to mend.", "Nada que arreglar."));
        return;
    }
    for problem in subject.problems {
        let severity = match problem.severity {
            Severity::Error => say("Error", "Error"),
            Severity::Warning => say("Warning", "Advertencia"),
        };
        let node = problem.node.as_ref().and_then(|id| subject.journey.node(id));
        let place =
            node.map_or_else(String::new, |node| format!(" ({})", plain(&subject.speaker().title(node))));
        let sentence = plain(subject.language.text(&problem.sentence));
        let _ = writeln!(out, "- **{severity}** `{}`{place}: {sentence}", problem.code);
    }
    out.push('\n');
}

fn used(subject: &Subject<'_>, out: &mut String) {
    let say = |en, es| subject.language.say(en, es);
    let references = references(subject);
    if references.is_empty() {
        return;
    }
    let _ = writeln!(out, "## {}\n", say("What it refers to", "A qué se refiere"));
    let (sort_of, name, id, times) =
        (say("Sort", "Clase"), say("Name", "Nombre"), "Id", say("Times", "Veces"));
    let _ = writeln!(out, "| {sort_of} | {name} | {id} | {times} |\n| --- | --- | --- | ---: |");
    for one in references {
        let _ = writeln!(
            out,
            "| {} | {} | `{}` | {} |",
            sort(subject, one.to),
            plain(&one.name),
            one.id.replace(['`', '|'], " "),
            one.times
        );
    }
    out.push('\n');
}
