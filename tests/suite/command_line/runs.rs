//! Runs, comparisons and what is found out by many of them.

use std::fs;

use serde_json::Value;

use super::{SIMULATE, caravan, change, folder, names, refused};

#[test]
fn a_run_writes_the_same_report_whatever_the_threads() {
    let dir = folder();
    let one = caravan(dir.path(), &format!("{SIMULATE} --threads 1"));
    assert_eq!((one.code, &*one.out, &*one.err), (0, "", ""));
    let report = fs::read_to_string(dir.path().join("report.json")).unwrap();
    assert!(report.starts_with("{\n  \"format\": \"caravan/report\",\n  \"version\": 1,\n"));
    assert!(report.ends_with("}\n"));
    let two = caravan(dir.path(), &SIMULATE.replace("--out report.json", "--threads 2"));
    assert_eq!((two.code, &*two.err), (0, ""));
    assert!(two.out == report, "two threads give another report than one");
    assert_eq!(names(dir.path()), ["data", "journey.json", "report.json", "scenario.json", "workspace.json"]);
}

#[test]
fn a_trace_is_one_json_line_for_each_thing() {
    let dir = folder();
    let ended = caravan(dir.path(), &SIMULATE.replace("--out report.json", "--trace ACC-0001"));
    assert_eq!((ended.code, &*ended.err), (0, ""));
    assert!(ended.out.lines().count() > 3);
    for line in ended.out.lines() {
        let thing: Value = serde_json::from_str(line).unwrap();
        assert!(thing["what"].is_string() && thing["minute"].is_u64(), "{line}");
    }
    let ended = caravan(dir.path(), &SIMULATE.replace("--out report.json", "--trace ACC-0099"));
    assert_eq!((ended.code, &*ended.out), (2, ""));
    assert!(ended.err.contains("ACC-0099") && ended.err.lines().count() == 1, "{}", ended.err);
}

const COMPARE: &str =
    "compare journey.json b.json --workspace workspace.json --data data --scenario scenario.json";

#[test]
fn two_journeys_are_compared_under_the_same_draws() {
    let dir = folder();
    fs::copy(dir.path().join("journey.json"), dir.path().join("b.json")).unwrap();
    let ended = caravan(dir.path(), COMPARE);
    assert_eq!(ended.code, 0, "{}", ended.err);
    assert!(ended.out.starts_with("{\n  \"format\": \"caravan/comparison\",\n  \"version\": 1,\n"));
    let same: Value = serde_json::from_str(&ended.out).unwrap();
    let keys: Vec<_> = same.as_object().unwrap().keys().collect();
    assert_eq!(keys, ["format", "version", "a", "b", "differences", "journeyDiff"]);
    assert_eq!(same["journeyDiff"], Value::Array(Vec::new()));
    assert!(
        ended.err.starts_with("solutionInterests[si-seeds].salesReady: A and B are the same"),
        "{}",
        ended.err
    );

    change(&dir.path().join("b.json"), "\"email\": \"em-intro\"", "\"email\": \"em-webinar\"");
    let ended = caravan(dir.path(), &format!("{COMPARE} --out comparison.json --threads 1"));
    assert_eq!((ended.code, &*ended.out), (0, ""), "{}", ended.err);
    assert_eq!(ended.err.lines().count(), 2, "{}", ended.err);
    let text = fs::read_to_string(dir.path().join("comparison.json")).unwrap();
    let other: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(other["journeyDiff"][0]["node"], "intro");
    assert!(
        caravan(dir.path(), &format!("{COMPARE} --threads 2")).out == text,
        "threads change the comparison"
    );
    // Each side is the report that a run of its own gives.
    let alone = caravan(dir.path(), &SIMULATE.replace("--out report.json", ""));
    let alone: Value = serde_json::from_str(&alone.out).unwrap();
    assert_eq!(other["a"]["summary"], alone["summary"]);
    assert_eq!(other["a"]["daily"], alone["daily"]);
}

#[test]
fn scenarios_are_compared_with_the_seed_of_the_first() {
    let dir = folder();
    fs::copy(dir.path().join("scenario.json"), dir.path().join("b.json")).unwrap();
    change(&dir.path().join("b.json"), "\"seed\": 42", "\"seed\": 7");
    let line = COMPARE.replace("b.json", "journey.json");
    let ended = caravan(dir.path(), &format!("{line} --scenario-b b.json"));
    assert_eq!(ended.code, 0, "{}", ended.err);
    assert!(ended.err.lines().all(|line| line.contains("the same in every replication")), "{}", ended.err);
    refused(
        dir.path(),
        &format!("{line} --scenario-b gone.json"),
        "gone.json: there is no such file; check the path",
    );
}

#[test]
fn a_run_is_judged_by_its_goals() {
    let dir = folder();
    let goal = |value: &str| {
        let text = format!(
            "{{\"format\": \"caravan/goals\", \"version\": 1, \"goals\": [{{\"id\": \"g1\", \"figure\": \"summary.cost\", \"op\": \"lessThan\", \"value\": {value}}}]}}"
        );
        fs::write(dir.path().join("goals.json"), text).unwrap();
        caravan(dir.path(), &format!("{SIMULATE} --goals goals.json"))
    };
    let met = goal("1e9");
    assert_eq!((met.code, &*met.out), (0, ""), "{}", met.err);
    assert!(met.err.starts_with("met g1: summary.cost is ") && met.err.lines().count() == 1, "{}", met.err);
    let missed = goal("0.5");
    assert_eq!((missed.code, &*missed.out), (1, ""), "{}", missed.err);
    assert!(missed.err.starts_with("missed g1: summary.cost is "), "{}", missed.err);
    assert!(dir.path().join("report.json").exists());
    let wrong = goal("\"much\"");
    assert_eq!((wrong.code, wrong.err.lines().count()), (2, 1), "{}", wrong.err);
}

#[test]
fn replications_are_added_until_a_precision() {
    let dir = folder();
    let ended = caravan(dir.path(), &format!("{SIMULATE} --precision 20% --figure summary.cost --most 40"));
    assert_eq!((ended.code, &*ended.out), (0, ""), "{}", ended.err);
    assert!(ended.err.ends_with("replications: every figure is within 20 % of its mean\n"), "{}", ended.err);
    let help = "; see `caravan help`";
    refused(
        dir.path(),
        &format!("{SIMULATE} --precision 120%"),
        &format!("caravan: `120%` does not fit --precision <P%>, use a share such as 1%{help}"),
    );
    refused(
        dir.path(),
        &format!("{SIMULATE} --precision 20% --figure summary.costs"),
        "--figure: the report has no figure `summary.costs`; use the path of one, such as summary.cost",
    );
}

#[test]
fn assumptions_are_moved_one_by_one() {
    let dir = folder();
    change(&dir.path().join("scenario.json"), "\"replications\": 20", "\"replications\": 2");
    let line = "sensitivity journey.json --workspace workspace.json --data data --scenario scenario.json";
    let ended = caravan(dir.path(), &format!("{line} --out sensitivity.json"));
    assert_eq!((ended.code, &*ended.err), (0, ""));
    assert!(ended.out.starts_with("solutionInterests[si-seeds].salesReady: "), "{}", ended.out);
    assert!(ended.out.contains("\nbehaviour.email.open "), "{}", ended.out);
    let text = fs::read_to_string(dir.path().join("sensitivity.json")).unwrap();
    assert!(text.starts_with("{\n  \"format\": \"caravan/sensitivity\",\n  \"version\": 1,\n"), "{text}");
    refused(
        dir.path(),
        &format!("{line} --figure summary.costs"),
        "--figure: the report has no figure `summary.costs`; use the path of one, such as summary.cost",
    );
}

#[test]
fn a_report_that_cannot_be_written_is_refused() {
    let dir = folder();
    let ended = caravan(dir.path(), &SIMULATE.replace("report.json", "gone/report.json"));
    assert_eq!((ended.code, &*ended.out), (2, ""));
    assert!(ended.err.starts_with("gone/report.json: the file could not be written"), "{}", ended.err);
    assert_eq!(ended.err.lines().count(), 1);
}
