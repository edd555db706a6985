//! Stands in for parts that are being built; each goes as its part arrives.

use design::journey::Journey;
use design::scenario::Scenario;
use design::tables::Tables;
use design::workspace::Workspace;
use studio::Failure;

pub(crate) struct Problem {
    pub(crate) code: String,
    pub(crate) severity: Severity,
    pub(crate) node: Option<String>,
    pub(crate) exit: Option<String>,
    pub(crate) sentence: design::Text,
    pub(crate) fix: Option<String>,
}

#[derive(PartialEq)]
#[allow(dead_code)]
pub(crate) enum Severity {
    Error,
    Warning,
}

pub(crate) fn check(_: &Journey, _: &Workspace, _: Option<&Tables>, _: jiff::civil::Date) -> Vec<Problem> {
    Vec::new()
}

#[allow(dead_code)]
pub(crate) struct Job<'a> {
    pub(crate) journey: &'a Journey,
    pub(crate) workspace: &'a Workspace,
    pub(crate) tables: &'a Tables,
    pub(crate) scenario: &'a Scenario,
    pub(crate) threads: Option<usize>,
}

pub(crate) fn simulate(_: &Job<'_>, _: &dyn Fn(u64, u64)) -> Result<String, Failure> {
    Err(Failure::new("not-there", "caravan simulate: running is not there yet; use validate"))
}

pub(crate) fn trace(_: &Job<'_>, _: &str) -> Result<String, Failure> {
    Err(Failure::new("not-there", "caravan simulate: --trace is not there yet; leave it out"))
}

pub(crate) fn schemas() -> Result<Vec<(&'static str, String)>, Failure> {
    Err(Failure::new("not-there", "caravan schema: schemas are not there yet; see the documentation"))
}
