//! The program as users run it: what it prints, how it ends, and that wrong input leaves nothing behind.

#![allow(clippy::unwrap_used)]

mod input;
mod runs;

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
