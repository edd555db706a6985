//! What is wrong with the input or the usage, in one sentence; and that nothing is left behind then.

use std::fs;

use serde_json::Value;

use super::{SIMULATE, VALIDATE, caravan, change, folder, names, refused};

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
fn scenarios_that_cannot_be_meant_are_refused() {
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
        ("\"horizonDays\": 4000", "horizonDays: 4000 days are too many; use at most 3650"),
        (
            "\"groups\": [{\"solutionInterest\": \"si-seeds\"}, {\"solutionInterest\": \"si-none\"}]",
            "groups[1].solutionInterest: there is no solution interest \"si-none\" in the workspace; choose another or add it",
        ),
        (
            "\"groups\": [{\"solutionInterest\": \"si-seeds\"}, {\"solutionInterest\": \"si-seeds\", \"audience\": \"aud-agri\"}]",
            "groups[1].solutionInterest: \"si-seeds\" has its groups already; leave one of the two out",
        ),
        (
            "\"groups\": [{\"solutionInterest\": \"si-seeds\", \"audience\": \"aud-none\"}]",
            "groups[0].audience: there is no audience \"aud-none\" in the workspace; choose another or add it",
        ),
        (
            "\"behaviour\": {\"custom\": {\"fair.visited\": {\"perPersonDay\": 1}}}",
            "behaviour.custom.fair.visited: there is no event type \"fair.visited\" in the workspace; choose another or add it",
        ),
        (
            "\"behaviour\": {\"byRole\": {\"Buyer\": {\"email\": {\"open\": 2}}}}",
            "behaviour.byRole.Buyer: there is no role \"Buyer\" in the workspace; choose another or add it",
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
