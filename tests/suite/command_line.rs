//! The program as users run it: what it prints, how it ends, and that wrong input leaves nothing behind.

#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use serde_json::Value;
use tempfile::TempDir;

/// The program, built once from what is there now.
fn program() -> &'static Path {
    static PROGRAM: OnceLock<PathBuf> = OnceLock::new();
    PROGRAM.get_or_init(|| {
        let cargo = option_env!("CARGO").unwrap_or("cargo");
        let built = Command::new(cargo).args(["build", "--quiet", "--package", "caravan"]).status();
        assert!(built.unwrap().success(), "the program does not build");
        // This test stands in target/<profile>/deps, the program beside that folder.
        let place = std::env::current_exe().unwrap();
        place
            .parent()
            .unwrap()
            .parent()
            .unwrap()
            .with_file_name("debug")
            .join(format!("caravan{}", std::env::consts::EXE_SUFFIX))
    })
}

struct Ended {
    code: i32,
    out: String,
    err: String,
}

fn caravan(dir: &Path, arguments: &str) -> Ended {
    let done = Command::new(program()).args(arguments.split_whitespace()).current_dir(dir).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Ended { code: done.status.code().unwrap(), out: text(done.stdout), err: text(done.stderr) }
}

/// A folder with the sample journey, its workspace and scenario, and tables.
fn folder() -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../assets/samples/seeds-buying-group");
    for name in ["journey.json", "workspace.json", "scenario.json"] {
        fs::copy(samples.join(name), dir.path().join(name)).unwrap();
    }
    studio::sample::write_folder(&studio::sample::sample(20, 1, None), &dir.path().join("data")).unwrap();
    dir
}

fn change(path: &Path, from: &str, to: &str) {
    let text = fs::read_to_string(path).unwrap();
    assert!(text.contains(from), "{from}");
    fs::write(path, text.replacen(from, to, 1)).unwrap();
}

fn names(dir: &Path) -> Vec<String> {
    let entries = fs::read_dir(dir).unwrap();
    let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

const VALIDATE: &str = "validate journey.json --workspace workspace.json";
const SIMULATE: &str =
    "simulate journey.json --workspace workspace.json --data data --scenario scenario.json --out report.json";

/// Bad input: exit code 2, one sentence on standard error, nothing on standard output, nothing written.
fn refused(dir: &Path, arguments: &str, sentence: &str) {
    let before = names(dir);
    let ended = caravan(dir, arguments);
    assert_eq!((ended.code, &*ended.out), (2, ""), "{arguments}: {}", ended.err);
    assert_eq!(ended.err, format!("{sentence}\n"), "{arguments}");
    assert_eq!(names(dir), before, "{arguments}");
}

#[test]
fn an_unknown_key_is_refused() {
    let dir = folder();
    change(
        &dir.path().join("journey.json"),
        "\"audience\": \"aud-agri\"",
        "\"audience\": \"aud-agri\", \"colour\": 1",
    );
    for command in [VALIDATE, SIMULATE] {
        let ended = caravan(dir.path(), command);
        assert_eq!((ended.code, &*ended.out), (2, ""));
        assert!(ended.err.starts_with("journey.json: nodes[0]"), "{}", ended.err);
        assert!(ended.err.contains("`colour`") && ended.err.lines().count() == 1, "{}", ended.err);
    }
    assert_eq!(names(dir.path()), ["data", "journey.json", "scenario.json", "workspace.json"]);
}

#[test]
fn a_newer_version_is_refused() {
    let dir = folder();
    change(&dir.path().join("journey.json"), "\"version\": 1", "\"version\": 2");
    let sentence = "journey.json: version: version 2 is newer than this program, which reads up to 1; update the program";
    refused(dir.path(), VALIDATE, sentence);
    refused(dir.path(), SIMULATE, sentence);
}

#[test]
fn a_truncated_document_is_refused() {
    let dir = folder();
    let text = fs::read_to_string(dir.path().join("journey.json")).unwrap();
    fs::write(dir.path().join("journey.json"), &text[..400]).unwrap();
    let ended = caravan(dir.path(), SIMULATE);
    assert_eq!((ended.code, &*ended.out), (2, ""));
    assert!(ended.err.starts_with("journey.json: line 1") && ended.err.lines().count() == 1, "{}", ended.err);
    assert!(ended.err.contains("cut short"), "{}", ended.err);
    assert!(!dir.path().join("report.json").exists());
}

#[test]
fn a_cycle_is_a_finding_that_blocks() {
    let dir = folder();
    let edge = "\"edges\": [";
    let back = "\"edges\": [\n    {\"from\": \"linkedin-off\", \"to\": \"intro\"},";
    change(&dir.path().join("journey.json"), edge, back);
    let ended = caravan(dir.path(), VALIDATE);
    assert_eq!(ended.code, 1, "{}", ended.err);
    assert!(ended.out.contains("error cycle"), "{}", ended.out);
    let ended = caravan(dir.path(), SIMULATE);
    assert_eq!((ended.code, &*ended.out), (1, ""), "{}", ended.err);
    assert!(ended.err.contains("error cycle"), "{}", ended.err);
    assert!(!dir.path().join("report.json").exists());
}

#[test]
fn people_of_an_unknown_account_are_noted_and_the_others_taken() {
    let dir = folder();
    let people = dir.path().join("data/people.csv");
    let mut text = fs::read_to_string(&people).unwrap();
    let line = text.lines().count() + 1;
    text.push_str("P-new,ACC-9999,new@nowhere.example,,,,,,,\n");
    fs::write(&people, text).unwrap();
    let ended = caravan(dir.path(), &format!("{VALIDATE} --data data --json"));
    assert_eq!(ended.code, 0, "{}", ended.err);
    let note = format!(
        "people.csv, line {line}: the account `ACC-9999` is not among the accounts taken; the person is not taken; add the account or correct its key\n"
    );
    assert_eq!(ended.err, note);
}

#[test]
fn findings_are_printed_as_a_list() {
    let dir = folder();
    let ended = caravan(dir.path(), &format!("{VALIDATE} --json"));
    assert_eq!((ended.code, &*ended.err), (0, ""));
    let findings: Value = serde_json::from_str(&ended.out).unwrap();
    assert!(
        findings.as_array().unwrap().iter().all(|finding| finding["severity"] == "warning"),
        "{findings}"
    );

    change(&dir.path().join("journey.json"), "\"email\": \"em-intro\"", "\"email\": \"em-gone\"");
    let ended = caravan(dir.path(), &format!("{VALIDATE} --json"));
    assert_eq!((ended.code, &*ended.err), (1, ""));
    let findings: Value = serde_json::from_str(&ended.out).unwrap();
    let finding = findings.as_array().unwrap().iter().find(|finding| finding["severity"] == "error").unwrap();
    let keys: Vec<_> = finding.as_object().unwrap().keys().collect();
    assert_eq!(keys, ["code", "severity", "node", "exit", "sentence", "fix"]);
    assert_eq!((&finding["code"], &finding["node"]), (&"unknown-reference".into(), &"intro".into()));
}

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

#[test]
fn the_same_seed_writes_the_same_bytes() {
    let dir = tempfile::tempdir().unwrap();
    for place in ["a", "b"] {
        let ended = caravan(dir.path(), &format!("sample --accounts 40 --seed 9 --out {place}"));
        assert_eq!((ended.code, &*ended.err), (0, ""));
    }
    for name in ["accounts.csv", "people.csv", "activities.csv"] {
        let read = |place: &str| fs::read(dir.path().join(place).join(name)).unwrap();
        assert!(read("a") == read("b") && !read("a").is_empty(), "{name}");
    }
    assert_eq!(names(&dir.path().join("a")), ["accounts.csv", "activities.csv", "people.csv"]);
}

#[test]
fn a_journey_is_exported_as_its_document_and_as_a_picture() {
    let dir = folder();
    let ended = caravan(dir.path(), "export journey.json --to json");
    assert_eq!(ended.out, fs::read_to_string(dir.path().join("journey.json")).unwrap());
    let ended = caravan(dir.path(), "export journey.json --to svg --out journey.svg");
    assert_eq!((ended.code, &*ended.err), (0, ""));
    assert!(fs::read_to_string(dir.path().join("journey.svg")).unwrap().starts_with("<svg"));
}

#[test]
fn schemas_are_written_to_a_folder() {
    let dir = tempfile::tempdir().unwrap();
    let ended = caravan(dir.path(), "schema out");
    assert_eq!((ended.code, &*ended.err), (0, ""));
    for name in names(&dir.path().join("out")) {
        let schema: Value =
            serde_json::from_str(&fs::read_to_string(dir.path().join("out").join(&name)).unwrap()).unwrap();
        assert!(schema["$schema"].is_string(), "{name}");
    }
    assert!(names(&dir.path().join("out")).len() >= 3);
}

#[test]
fn references_are_calibrated_from_the_data() {
    let dir = folder();
    let ended = caravan(dir.path(), "calibrate --data data");
    assert_eq!((ended.code, &*ended.err), (0, ""));
    let value = |line: &str| line.split_once(' ').unwrap().1.parse::<f64>().unwrap();
    assert!(ended.out.starts_with("R_person ") && ended.out.contains("\nR_group "), "{}", ended.out);
    assert!(ended.out.lines().all(|line| value(line) > 0.0));
    fs::remove_file(dir.path().join("data/activities.csv")).unwrap();
    refused(dir.path(), "calibrate --data data", "data: no activity counts for a score; add activities.csv");
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
}

#[test]
fn numbers_that_cannot_be_meant_are_refused() {
    let dir = folder();
    let cases = [
        (
            "\"seed\": 9007199254740992",
            "seed: 9007199254740992 is too large; use a whole number from 0 to 9007199254740991",
        ),
        ("\"replications\": 0", "replications: 0 replications give no figures; use 1 or more"),
        (
            "\"entry\": {\"evenlyOverDays\": -1}",
            "entry.evenlyOverDays: a number of days can't be negative; use 0 or more",
        ),
        (
            "\"behaviour\": {\"email\": {\"open\": -0.1}}",
            "behaviour.email.open: -0.1 is negative; use 0 or more",
        ),
        (
            "\"behaviour\": {\"web\": {\"visitsPerPersonDay\": 1e9}}",
            "behaviour.web.visitsPerPersonDay: 1000000000 a day is too many; use at most 10000",
        ),
    ];
    for (key, sentence) in cases {
        fs::write(
            dir.path().join("scenario.json"),
            format!("{{\"format\": \"caravan/scenario\", \"version\": 1, {key}}}"),
        )
        .unwrap();
        refused(dir.path(), SIMULATE, &format!("scenario.json: {sentence}"));
    }
}

#[test]
fn wrong_usage_is_one_sentence() {
    let dir = folder();
    let help = "; see `caravan help`";
    #[rustfmt::skip]
    let cases = [
        ("", "caravan: no command is given; name one, as in `caravan validate`, or see `caravan help`".to_owned()),
        ("fly", format!("caravan: there is no command `fly`, choose another one{help}")),
        ("validate journey.json", format!("caravan: --workspace <W> is missing, add it{help}")),
        ("schema", format!("caravan: <DIR> is missing, add it{help}")),
        ("sample --accounts", format!("caravan: --accounts <N> has no value, add one{help}")),
        ("schema a --fast", format!("caravan: `--fast` is not known here, remove it{help}")),
        (
            "sample --accounts few --seed 1 --out x",
            format!("caravan: `few` does not fit --accounts <N>, use a whole number{help}"),
        ),
        (
            "export journey.json --to gif",
            format!("caravan: `gif` does not fit --to <TO>, use one of svg, png, pdf, markdown, buildsheet, bpmn, mermaid, json{help}"),
        ),
        (
            "export journey.json --to png --scale 99",
            format!("caravan: `99` does not fit --scale <N>, use a number from 0.1 to 8{help}"),
        ),
        (
            "compare a.json b.json --workspace workspace.json --data data --scenario scenario.json",
            "a.json: there is no such file; check the path".to_owned(),
        ),
    ];
    for (arguments, sentence) in cases {
        refused(dir.path(), arguments, &sentence);
    }
}

#[test]
fn input_that_is_not_there_is_refused() {
    let dir = folder();
    refused(
        dir.path(),
        "validate gone.json --workspace workspace.json",
        "gone.json: there is no such file; check the path",
    );
    refused(
        dir.path(),
        &format!("{VALIDATE} --data gone"),
        "gone: there is no such folder; name the folder of accounts.csv and people.csv",
    );
    refused(
        dir.path(),
        "validate workspace.json --workspace workspace.json",
        "workspace.json: format: this is \"caravan/workspace\", and caravan/journey was asked for; choose another file",
    );
    fs::write(dir.path().join("data/people.csv"), "Id,Email\n").unwrap();
    let sentence = "data/people.csv, line 1: no column holds `personComponents[0].sourceAccountKey.sourceKey`; name one of the columns so, or `Account key`";
    refused(dir.path(), SIMULATE, sentence);
}

#[test]
fn a_report_that_cannot_be_written_is_refused() {
    let dir = folder();
    let ended = caravan(dir.path(), &SIMULATE.replace("report.json", "gone/report.json"));
    assert_eq!((ended.code, &*ended.out), (2, ""));
    assert!(ended.err.starts_with("gone/report.json: the file could not be written"), "{}", ended.err);
    assert_eq!(ended.err.lines().count(), 1);
}

#[test]
fn a_journey_is_read_from_the_process_that_was_written_of_it() {
    let dir = folder();
    let journey = fs::read_to_string(dir.path().join("journey.json")).unwrap();
    let ended =
        caravan(dir.path(), "export journey.json --to bpmn --workspace workspace.json --out journey.bpmn");
    assert_eq!((ended.code, &*ended.out, &*ended.err), (0, "", ""));
    let ended = caravan(dir.path(), "export journey.bpmn --to json");
    assert_eq!((ended.code, &*ended.err), (0, ""));
    assert_eq!(ended.out, journey);
    let ended = caravan(dir.path(), &VALIDATE.replace("journey.json", "journey.bpmn"));
    assert_eq!((ended.code, &*ended.err), (0, ""));
    fs::write(dir.path().join("other.bpmn"), "<definitions/>").unwrap();
    let sentence = "other.bpmn: there is no journey of Caravan in it; only BPMN files that Caravan has written can be read";
    refused(dir.path(), "export other.bpmn --to svg", sentence);
}

#[test]
fn a_show_comes_apart_and_together_again_and_becomes_a_page() {
    let dir = folder();
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../assets/samples/seeds-buying-group");
    fs::copy(samples.join("chapters.json"), dir.path().join("chapters.json")).unwrap();
    let pack = |from: &str, to: &str| {
        let given =
            ["workspace", "scenario", "chapters"].map(|it| format!("--{it} {from}{it}.json")).join(" ");
        let ended = caravan(
            dir.path(),
            &format!("show pack {from}journey.json {given} --data {from}data --out {to}"),
        );
        assert_eq!((ended.code, ended.err.as_str()), (0, ""));
        fs::read_to_string(dir.path().join(to)).unwrap()
    };
    let first = pack("", "a.caravan-show");
    assert_eq!(caravan(dir.path(), "show unpack a.caravan-show --out parts").code, 0);
    assert_eq!(pack("parts/", "b.caravan-show"), first);
    let played = caravan(dir.path(), "show play a.caravan-show");
    assert_eq!(played.out, caravan(dir.path(), "show play b.caravan-show").out);
    let film: Value = serde_json::from_str(&played.out).unwrap();
    assert_eq!(film["playing"]["accounts"].as_array().unwrap().len(), 20);
    let page = caravan(dir.path(), "show page a.caravan-show --language es");
    assert!(page.out.starts_with("<!doctype html>\n<html lang=\"es\">"));
    refused(
        dir.path(),
        "show play journey.json",
        "journey.json: The show cannot be read: format: this is \"caravan/journey\", and caravan/show was asked for; \
         choose another file.",
    );
}
