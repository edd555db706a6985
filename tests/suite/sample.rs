//! The sample data, and the sample journeys.

#![allow(clippy::unwrap_used)]

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use design::check::check;
use design::document::Context;
use design::formats::native::{self, Document};
use design::journey::Journey;
use design::problem::Severity;
use design::scenario::Scenario;
use design::tables::{Table, Tables};
use design::workspace::Workspace;
use studio::import::folder;
use studio::sample::{sample, write_folder};

fn same(a: &Tables, b: &Tables) {
    let all = |table: &Table| -> Vec<Vec<Option<String>>> {
        let cell = |name, row| table.cell(name, row).map(str::to_owned);
        (0..table.rows()).map(|row| table.names().map(|name| cell(name, row)).collect()).collect()
    };
    assert!(all(&a.accounts) == all(&b.accounts), "accounts differ");
    assert!(all(&a.people) == all(&b.people), "people differ");
    assert!(a.account_of == b.account_of && a.activities == b.activities && a.members == b.members);
}

#[test]
fn the_same_numbers_give_the_same_tables_and_other_numbers_others() {
    same(&sample(50, 7, None), &sample(50, 7, None));
    assert_ne!(
        sample(50, 7, None).accounts.cell("accountName", 0),
        sample(50, 8, None).accounts.cell("accountName", 0)
    );
}

#[test]
fn the_first_accounts_do_not_depend_on_how_many_there_are() {
    let (few, many) = (sample(20, 1, None), sample(200, 1, None));
    for row in 0..few.people.rows() {
        for name in few.people.names() {
            assert_eq!(few.people.cell(name, row), many.people.cell(name, row));
        }
    }
    assert_eq!(few.activities[..], many.activities[..few.activities.len()]);
}

#[test]
fn a_written_folder_imports_as_it_was() {
    let tables = sample(80, 3, None);
    let dir = tempfile::tempdir().unwrap();
    write_folder(&tables, dir.path()).unwrap();
    let imported = folder(dir.path()).unwrap();
    assert_eq!(imported.notes, []);
    same(&tables, &imported.tables);
    let files: HashSet<_> = fs::read_dir(dir.path()).unwrap().map(|file| file.unwrap().file_name()).collect();
    assert_eq!(files, ["accounts.csv", "people.csv", "activities.csv"].map(Into::into).into());
}

#[test]
fn the_sample_has_what_the_sample_journey_asks_for() {
    let tables = sample(1000, 1, None);
    let (accounts, people) = (tables.accounts.rows(), tables.people.rows());
    assert!((7500..8300).contains(&people), "{people} people");
    let mut sizes = vec![0; accounts];
    tables.account_of.iter().for_each(|&account| sizes[account as usize] += 1);
    assert!(sizes.iter().all(|size| (3..=14).contains(size)));

    let wanted = |row| {
        let industry = tables.accounts.cell("accountOrganization.industry", row).unwrap();
        let revenue = tables.accounts.cell("accountOrganization.annualRevenue.amount", row);
        ["Agriculture", "Food Production"].contains(&industry)
            && revenue.is_some_and(|revenue| revenue.parse::<f64>().unwrap() > 1e6)
    };
    let share = (0..accounts).filter(|&row| wanted(row)).count() as f64 / accounts as f64;
    assert!((0.35..0.6).contains(&share), "{share} of the accounts");

    let titles: HashSet<_> =
        (0..people).filter_map(|row| tables.people.cell("extendedWorkDetails.jobTitle", row)).collect();
    for part in ["VP", "Director", "Chief", "Agronomist", "Digital Farming", "Field", "Technician", "Grower"]
    {
        assert!(titles.iter().any(|title| title.contains(part)), "{part}");
    }
    let emails = |fits: fn(&str) -> bool| {
        (0..people).filter(|&row| fits(tables.people.cell("workEmail.address", row).unwrap())).count()
    };
    assert!(emails(|email| !email.contains('@')) > 0);
    assert_eq!(emails(|email| email.contains('@') && !email.ends_with(".example")), 0);
    let consent = |row| tables.people.cell("consents.marketing.email.val", row);
    assert!((0..people).any(|row| consent(row) == Some("n")));
    assert!(tables.activities.len() > people / 2);
}

#[test]
fn benchmarks_get_exactly_so_many_people_and_no_history() {
    let tables = sample(30, 1, Some(8));
    assert_eq!(tables.people.rows(), 240);
    assert!(tables.account_of.iter().enumerate().all(|(row, &account)| account as usize == row / 8));
    assert!(tables.activities.is_empty());
}

fn samples() -> Vec<PathBuf> {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("../assets/samples");
    let mut dirs: Vec<_> = fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().path()).collect();
    dirs.sort();
    dirs
}

fn read<D: Document>(path: &Path) -> D {
    let text = fs::read_to_string(path).unwrap();
    let document = native::read(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    assert_eq!(native::write(&document), text, "{} does not come back as it was", path.display());
    document
}

#[test]
fn sample_documents_come_back_byte_for_byte_and_nothing_blocks_them() {
    assert_eq!(samples().len(), 2);
    let tables = Arc::new(sample(500, 1, None));
    for dir in samples() {
        let journey: Journey = read(&dir.join("journey.json"));
        let workspace: Workspace = read(&dir.join("workspace.json"));
        let _: Scenario = read(&dir.join("scenario.json"));
        let today = jiff::civil::date(2026, 12, 1);
        let context = Context { workspace: &workspace, journeys: &[], today, tables: Some(&tables) };
        let problems = check(&journey, &context);
        let blocking: Vec<_> =
            problems.iter().filter(|problem| problem.severity == Severity::Error).collect();
        assert!(blocking.is_empty(), "{}: {blocking:?}", dir.display());
    }
}
