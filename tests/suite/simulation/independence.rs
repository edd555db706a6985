//! Same inputs, same bytes; and nobody's draws depend on anybody else.

use design::Id;
use design::formats::native;
use design::journey::{Edge, Journey};
use design::tables::{ColumnBuilder, Table, Tables};
use studio::sample::sample;

use super::{Case, compile, simulate};

/// The blueprint's journey on sample accounts.
pub(super) fn sample_case(accounts: u32, replications: u32) -> Case {
    let text = |name: &str| {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../assets/samples/seeds-buying-group/");
        std::fs::read_to_string(format!("{folder}{name}.json")).unwrap()
    };
    let mut case = Case {
        journey: native::read(&text("journey")).unwrap(),
        workspace: native::read(&text("workspace")).unwrap(),
        scenario: native::read(&text("scenario")).unwrap(),
        tables: sample(accounts, 1, None),
    };
    case.scenario.replications = replications.into();
    case
}

fn bytes(case: &Case, threads: usize) -> String {
    let report = simulate(&case.job(threads), &|_| {}, &std::sync::atomic::AtomicBool::new(false));
    native::write(&report.unwrap())
}

#[test]
fn the_report_is_the_same_on_any_number_of_threads() {
    let case = sample_case(9_000, 2);
    let one = bytes(&case, 1);
    for threads in [2, 7] {
        assert!(bytes(&case, threads) == one, "{threads} threads give another report");
    }
}

/// The first account that enters, and the tables with nobody but it.
fn somebody(tables: &Tables) -> (String, Tables) {
    let key = |row| tables.accounts.cell("accountKey.sourceKey", row).unwrap();
    let industry = |row| tables.accounts.cell("accountOrganization.industry", row);
    let row = (1_500..).find(|&row| industry(row) == Some("Agriculture")).unwrap();
    let people: Vec<usize> =
        (0..tables.people.rows()).filter(|&p| tables.account_of[p] as usize == row).collect();
    let alone = Tables {
        accounts: rows(&tables.accounts, &[row]),
        people: rows(&tables.people, &people),
        account_of: vec![0; people.len()].into(),
        activities: tables
            .activities
            .iter()
            .filter_map(|activity| {
                let person = people.iter().position(|&p| p == activity.person as usize)? as u32;
                Some(design::tables::Activity { person, ..activity.clone() })
            })
            .collect(),
        members: Vec::new().into(),
    };
    (key(row).to_owned(), alone)
}

fn rows(table: &Table, of: &[usize]) -> Table {
    let mut few = Table::default();
    for name in table.names() {
        let mut column = ColumnBuilder::default();
        of.iter().for_each(|&row| column.push(table.cell(name, row).unwrap_or_default()));
        few.add(name, column.finish());
    }
    few
}

/// The same accounts over and over, until there are so many; the first ones have the people.
fn repeated(tables: &Tables, accounts: usize) -> Tables {
    let of: Vec<usize> = (0..accounts).map(|row| row % tables.accounts.rows()).collect();
    Tables { accounts: rows(&tables.accounts, &of), ..tables.clone() }
}

#[test]
fn an_account_s_trace_is_the_same_alone_and_among_a_hundred_thousand() {
    let mut case = sample_case(2_000, 1);
    let (key, alone) = somebody(&case.tables);
    case.tables = repeated(&case.tables, 100_000);
    let among_many = case.trace(&key);
    assert!(among_many.lines().count() > 20, "{among_many}");
    // In the midst of a run whose memory has been used by those before it.
    let Case { journey, workspace, tables, scenario } = &case;
    let compiled = compile(journey, workspace, tables, scenario).unwrap();
    let traced =
        (0..2_000).find(|&row| tables.accounts.cell("accountKey.sourceKey", row) == Some(&*key)).unwrap();
    let mut in_a_run = String::new();
    simulator::trace_all(&compiled.program, &compiled.population, 0, |row, happenings| {
        if row == traced {
            in_a_run = design::trace::lines(&compiled, tables, scenario, row, happenings);
        }
    });
    assert_eq!(in_a_run, among_many);
    case.tables = alone;
    assert_eq!(case.trace(&key), among_many);
}

#[test]
fn a_node_in_one_branch_leaves_the_traces_beside_it_as_they_are() {
    let mut case = sample_case(300, 1);
    let before = case.traces(300);
    insert_into_a_branch(&mut case.journey);
    let (mut seen, mut changed) = (0, 0);
    for (row, (before, after)) in before.into_iter().zip(case.traces(300)).enumerate() {
        if before.contains("\"almost-wait\"") {
            seen += 1;
            changed += usize::from(after != before);
        } else {
            assert_eq!(after, before, "row {row} never comes to the branch");
        }
    }
    assert!(seen > 0 && changed == seen, "{changed} of {seen} changed");
}

/// A second wait behind the one called "almost-wait".
fn insert_into_a_branch(journey: &mut Journey) {
    let mut more = journey.nodes.iter().find(|node| node.id.as_str() == "almost-wait").unwrap().clone();
    let before = std::mem::replace(&mut more.id, Id::new("more").unwrap());
    let onward = journey.edges.iter_mut().find(|edge| edge.from == before).unwrap();
    let edge = Edge { from: more.id.clone(), ..onward.clone() };
    onward.to = more.id.clone();
    journey.edges.push(edge);
    journey.nodes.push(more);
}

/// The person fixture with every node on sample accounts, whose people enter when they see a page.
fn person_case(accounts: u32) -> Case {
    let mut case = sample_case(accounts, 1);
    let fixture = crate::golden::fixture("every-node/person.json");
    let mut journey: serde_json::Value = serde_json::from_str(&fixture).unwrap();
    journey["nodes"][0]["events"][2]["filter"] = serde_json::Value::Null;
    case.journey = native::read(&journey.to_string()).unwrap();
    case
}

#[test]
fn persons_take_the_same_ways_alone_and_on_any_number_of_threads() {
    let mut case = person_case(4_200);
    let one = bytes(&case, 1);
    for threads in [2, 7] {
        assert!(bytes(&case, threads) == one, "{threads} threads give another report");
    }
    let (key, alone) = somebody(&case.tables);
    let among_many = case.trace(&key);
    assert!(among_many.contains("\"what\":\"entered\""), "{among_many}");
    case.tables = alone;
    assert_eq!(case.trace(&key), among_many);
}
