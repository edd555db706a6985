//! Runs against closed forms, direct counts and the promises of independence.

mod allocations;
mod closed_forms;
mod counts;
mod draws;
mod every_node;
mod independence;
mod persons;
mod properties;
mod statuses;
mod waits;

use std::sync::atomic::AtomicBool;

use design::compile::compile;
use design::formats::native;
use design::journey::Journey;
use design::report::{Estimate, Report};
use design::scenario::Scenario;
use design::tables::{Column, Table, Tables};
use design::workspace::Workspace;
use serde_json::{Value, json};
use studio::runs::{Job, simulate, trace};

/// A journey with its surroundings.
pub(crate) struct Case {
    journey: Journey,
    workspace: Workspace,
    scenario: Scenario,
    tables: Tables,
}

impl Case {
    /// Nodes and edges of a journey in UTC for everybody; `workspace` and `scenario` are added to the least that a
    /// run needs: one solution interest with one card that matches nobody, and nothing that happens by itself.
    pub(crate) fn new(nodes: Value, edges: Value, workspace: Value, scenario: Value, tables: Tables) -> Case {
        let start = json!({"id": "in", "kind": "accountAudience", "audience": "all"});
        Case::of("account", start, [nodes, edges], [workspace, scenario], tables)
    }

    /// The same for a person journey, whose audience is given.
    fn of_persons(audience: Value, journey: [Value; 2], more: [Value; 2], tables: Tables) -> Case {
        let start = merged(json!({"id": "in", "kind": "personAudience"}), audience);
        Case::of("person", start, journey, more, tables)
    }

    fn of(
        kind: &str,
        start: Value,
        [nodes, edges]: [Value; 2],
        [workspace, scenario]: [Value; 2],
        tables: Tables,
    ) -> Case {
        let mut all = vec![start];
        all.extend(nodes.as_array().into_iter().flatten().cloned());
        let journey = json!({
            "format": "caravan/journey", "version": 1, "id": "test", "name": "Test", "kind": kind,
            "settings": {"timeZone": "UTC", "start": "immediately", "end": "2029-01-01T00:00"},
            "nodes": all, "edges": edges,
        });
        let least_workspace = json!({
            "format": "caravan/workspace", "version": 1, "name": "Test",
            "audiences": [{"id": "all", "name": "All"}],
            "emails": [{"id": "mail", "name": "Mail", "callToAction": "link"}],
            "solutionInterests": [{"id": "si", "name": "SI", "rolesTemplate": "rt"}],
            "rolesTemplates": [{"id": "rt", "name": "RT", "status": "live", "cards": [
                {"role": "Decision Maker", "weighting": "vital", "required": true, "autoAssign": {"any": []}}]}],
        });
        let least_scenario = json!({
            "format": "caravan/scenario", "version": 1, "timeZone": "UTC", "startAt": "2026-12-01T00:00",
            "replications": 1, "horizonDays": 30, "seed": 1,
            "groups": [{"solutionInterest": "si", "audience": null}],
            "behaviour": {"web": {"visitsPerPersonDay": 0}},
        });
        Case {
            journey: read(journey),
            workspace: read(merged(least_workspace, workspace)),
            scenario: read(merged(least_scenario, scenario)),
            tables,
        }
    }

    fn job(&self, threads: usize) -> Job<'_> {
        Job {
            journey: &self.journey,
            workspace: &self.workspace,
            tables: &self.tables,
            scenario: &self.scenario,
            threads: Some(threads),
        }
    }

    pub(crate) fn run(&self) -> Report {
        simulate(&self.job(2), &|_| {}, &AtomicBool::new(false)).unwrap()
    }

    fn trace(&self, account: &str) -> String {
        trace(&self.job(1), account).unwrap()
    }

    /// The traces of the first accounts, compiled once.
    fn traces(&self, accounts: usize) -> Vec<String> {
        let Case { journey, workspace, tables, scenario } = self;
        let compiled = compile(journey, workspace, tables, scenario).unwrap();
        let trace = |row| {
            let happenings = simulator::trace(&compiled.program, &compiled.population, 0, row);
            design::trace::lines(&compiled, tables, scenario, row, &happenings)
        };
        (0..accounts).map(trace).collect()
    }
}

fn read<D: native::Document>(document: Value) -> D {
    native::read(&document.to_string()).unwrap_or_else(|error| panic!("{error}"))
}

/// Keys of `more` replace those of `base`; objects are merged.
fn merged(base: Value, more: Value) -> Value {
    match (base, more) {
        (Value::Object(mut base), Value::Object(more)) => {
            for (key, value) in more {
                let before = base.remove(&key).unwrap_or(Value::Null);
                base.insert(key, merged(before, value));
            }
            Value::Object(base)
        }
        (base, Value::Null) => base,
        (_, more) => more,
    }
}

/// Accounts A0, A1 … with so many people P0, P1 … each, who can be written to.
pub(crate) fn tables(accounts: usize, people: usize) -> Tables {
    with_titles(accounts, people, |_, _| "Clerk")
}

fn with_titles(accounts: usize, people: usize, title: impl Fn(usize, usize) -> &'static str) -> Tables {
    let mut tables = Tables::default();
    let column = |texts: Vec<String>| texts.iter().map(String::as_str).collect::<Column>();
    let accounts = 0..accounts;
    tables.accounts.add("accountKey.sourceKey", column(accounts.clone().map(|a| format!("A{a}")).collect()));
    tables.accounts.add("accountName", column(accounts.clone().map(|a| format!("Account {a}")).collect()));
    tables.accounts.add(
        "accountOrganization.annualRevenue.amount",
        column(accounts.clone().map(|a| format!("{}", a * 1000)).collect()),
    );
    let persons: Vec<(usize, usize)> = accounts.flat_map(|a| (0..people).map(move |p| (a, p))).collect();
    let of =
        |text: &dyn Fn(usize, usize) -> String| column(persons.iter().map(|&(a, p)| text(a, p)).collect());
    let mut table = Table::default();
    table.add("b2b.personKey.sourceKey", of(&|a, p| format!("A{a}P{p}")));
    table.add("workEmail.address", of(&|a, p| format!("p{p}@a{a}.example")));
    table.add("extendedWorkDetails.jobTitle", of(&|a, p| title(a, p).to_owned()));
    tables.people = table;
    tables.account_of = persons.iter().map(|&(a, _)| a as u32).collect();
    tables
}

fn mean(estimate: &Estimate) -> f64 {
    estimate.mean.unwrap()
}

/// The accounts that took an exit.
fn on_edge(report: &Report, from: &str, path: Option<&str>) -> f64 {
    let rows = report
        .edges
        .iter()
        .filter(|edge| edge.from.as_str() == from && edge.path.as_ref().map(|path| path.as_str()) == path);
    rows.map(|edge| mean(&edge.accounts)).sum()
}

/// Whether a count of successes lies within 4 standard errors of a probability.
fn check_probability(what: &str, successes: f64, n: f64, p: f64) {
    let error = (n * p * (1.0 - p)).sqrt();
    assert!(
        (successes - n * p).abs() <= 4.0 * error,
        "{what}: {successes} of {n}, expected {} ± {error}",
        n * p
    );
}

/// Whether a sum of n Poisson counts lies within 4 standard errors of its mean.
fn check_poisson(what: &str, sum: f64, n: f64, rate: f64) {
    let error = (n * rate).sqrt();
    assert!((sum - n * rate).abs() <= 4.0 * error, "{what}: {sum}, expected {} ± {error}", n * rate);
}
