//! Findings of a check, as a command shows them.

use std::sync::Arc;

use design::check::{check, errors};
use design::document::Context;
use design::journey::Journey;
use design::problem::{Problem, Severity};
use design::tables::Tables;
use design::workspace::Workspace;
use serde::Serialize;

/// Checks a journey as of today in its zone. References to other journeys are for the application to check.
pub(crate) fn of(journey: &Journey, workspace: &Workspace, tables: Option<&Arc<Tables>>) -> Vec<Problem> {
    check(journey, &context(journey, workspace, tables))
}

/// Whether anything blocks the journey, without asking for the rest.
pub(crate) fn blocked(journey: &Journey, workspace: &Workspace, tables: &Arc<Tables>) -> bool {
    !errors(journey, &context(journey, workspace, Some(tables))).is_empty()
}

fn context<'a>(journey: &Journey, workspace: &'a Workspace, tables: Option<&'a Arc<Tables>>) -> Context<'a> {
    let zone = journey.settings.time_zone.get();
    let today = zone.to_datetime(jiff::Timestamp::now()).date();
    Context { workspace, journeys: &[], today, tables }
}

pub(crate) fn block(problems: &[Problem]) -> bool {
    problems.iter().any(|problem| problem.severity == Severity::Error)
}

/// One finding as a line, such as `error cycle (node n3): …`.
pub(crate) fn line(problem: &Problem) -> String {
    let severity = severity(problem);
    let place = match (&problem.node, &problem.exit) {
        (Some(node), Some(exit)) => format!(" (node {node}, exit {exit})"),
        (Some(node), None) => format!(" (node {node})"),
        _ => String::new(),
    };
    format!("{severity} {}{place}: {}", problem.code, problem.sentence.en)
}

/// All findings as the list that `--json` prints.
pub(crate) fn json(problems: &[Problem]) -> String {
    #[derive(Serialize)]
    struct Finding<'a> {
        code: &'a str,
        severity: &'a str,
        node: Option<String>,
        exit: Option<String>,
        sentence: &'a str,
        fix: Option<String>,
    }
    let findings: Vec<_> = problems
        .iter()
        .map(|problem| Finding {
            code: &problem.code,
            severity: severity(problem),
            node: problem.node.as_ref().map(ToString::to_string),
            exit: problem.exit.as_ref().map(ToString::to_string),
            sentence: &problem.sentence.en,
            fix: problem.fix.as_ref().map(|fix| fix.code.clone()),
        })
        .collect();
    let mut text = serde_json::to_string_pretty(&findings).unwrap_or_default();
    text.push('\n');
    text
}

fn severity(problem: &Problem) -> &'static str {
    match problem.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}
