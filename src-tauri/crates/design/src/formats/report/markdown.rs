//! A report as Markdown: sentences and tables; charts stand in the other forms.

use std::fmt::Write;

use super::Run;
use super::outline::{Block, Section, outline};
use crate::formats::prose::plain;

pub(super) fn write(run: &Run<'_>) -> String {
    let title = run.journey.map_or_else(|| run.report.journey.to_string(), |journey| journey.name.clone());
    let mut out = format!("# {}: {}\n\n", run.language.say("Report", "Informe"), plain(&title));
    sections(&outline(run), 2, &mut out);
    while out.ends_with("\n\n") {
        out.pop();
    }
    out
}

/// The sections under headings of a level.
pub(super) fn sections(sections: &[Section], level: usize, out: &mut String) {
    for section in sections {
        let _ = writeln!(out, "{} {}\n", "#".repeat(level), plain(&section.title));
        for block in &section.blocks {
            match block {
                Block::Sentence(sentence) => {
                    let _ = writeln!(out, "{}\n", plain(sentence));
                }
                Block::Command(command) => {
                    let _ = writeln!(out, "```sh\n{}\n```\n", command.replace(['\n', '\r'], " "));
                }
                Block::Table(table) => {
                    let line = |cells: &[String]| {
                        format!(
                            "| {} |",
                            cells.iter().map(|cell| plain(cell)).collect::<Vec<_>>().join(" | ")
                        )
                    };
                    let rule = if table.figures { "---:" } else { "---" };
                    let rules = ["---"].into_iter().chain(table.head.iter().skip(1).map(|_| rule));
                    let _ =
                        writeln!(out, "{}\n| {} |", line(&table.head), rules.collect::<Vec<_>>().join(" | "));
                    for row in &table.rows {
                        let _ = writeln!(out, "{}", line(row));
                    }
                    out.push('\n');
                }
                Block::Chart(_) => {}
            }
        }
    }
}
