//! A report as one page: nothing is fetched, charts are inside.

use std::fmt::Write;

use super::Run;
use super::chart::WIDTH;
use super::outline::{Block, outline};
use crate::formats::Subject;
use crate::formats::svg::{self, escape};

const STYLE: &str = include_str!("page.css");

pub(super) fn write(run: &Run<'_>) -> String {
    let say = |en, es| run.language.say(en, es);
    let name = run.journey.map_or_else(|| run.report.journey.to_string(), |journey| journey.name.clone());
    let title = format!("{}: {}", say("Report", "Informe"), escape(&name));
    let mut out = format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n",
        run.language.code()
    );
    if let Some(journey) = run.journey {
        let subject = Subject { workspace: run.workspace, language: run.language, ..Subject::of(journey) };
        let label = say("Map of the journey", "Mapa del recorrido");
        // A map is as wide as its journey is long; the page scrolls it, by keyboard too.
        let _ = writeln!(
            out,
            "<div class=\"map\" role=\"region\" tabindex=\"0\" aria-label=\"{label}\">{}</div>",
            svg::write(&subject)
        );
    }
    for section in outline(run) {
        let _ = writeln!(out, "<section>\n<h2>{}</h2>", escape(&section.title));
        for block in &section.blocks {
            match block {
                Block::Sentence(sentence) => drop(writeln!(out, "<p>{}</p>", escape(sentence))),
                Block::Command(command) => drop(writeln!(out, "<pre><code>{}</code></pre>", escape(command))),
                Block::Chart(chart) => {
                    let _ = writeln!(
                        out,
                        "<svg class=\"chart\" viewBox=\"0 0 {WIDTH} {}\" role=\"img\" aria-label=\"{}\">{}</svg>",
                        chart.height,
                        escape(&chart.title),
                        chart.body
                    );
                }
                Block::Table(table) => {
                    let class = if table.figures { " class=\"figures\"" } else { "" };
                    let _ = writeln!(out, "<table{class}>");
                    if table.head.iter().any(|head| !head.is_empty()) {
                        let cells: String = table
                            .head
                            .iter()
                            .map(|head| format!("<th scope=\"col\">{}</th>", escape(head)))
                            .collect();
                        let _ = writeln!(out, "<thead><tr>{cells}</tr></thead>");
                    }
                    let _ = writeln!(out, "<tbody>");
                    for row in &table.rows {
                        let mut cells = row.iter();
                        let first = cells.next().map(|cell| escape(cell)).unwrap_or_default();
                        let cells: String = cells.map(|cell| format!("<td>{}</td>", escape(cell))).collect();
                        let _ = writeln!(out, "<tr><th scope=\"row\">{first}</th>{cells}</tr>");
                    }
                    let _ = writeln!(out, "</tbody>\n</table>");
                }
            }
        }
        let _ = writeln!(out, "</section>");
    }
    out.push_str("</main>\n</body>\n</html>\n");
    out
}
