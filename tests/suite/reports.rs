//! Reports as people read them: every form in both languages, in words that another program finds again.

use std::fs;
use std::process::Command;
use std::sync::atomic::AtomicBool;

use design::formats::native;
use design::formats::report::{FORMATS, ReportWrites, Run};
use design::journey::Journey;
use design::report::Report;
use design::scenario::Scenario;
use design::sentences::Language;
use design::workspace::Workspace;
use studio::runs::{Job, simulate};
use studio::{export, sample};

use crate::golden::place;

struct Given {
    journey: Journey,
    workspace: Workspace,
    scenario: Scenario,
    report: Report,
}

/// A file of the sample that ships.
fn shipped(name: &str) -> String {
    fs::read_to_string(place("assets/samples/seeds-buying-group").join(name)).unwrap()
}

impl Given {
    fn sample() -> Given {
        let journey: Journey = native::read(&shipped("journey.json")).unwrap();
        let workspace: Workspace = native::read(&shipped("workspace.json")).unwrap();
        let mut scenario: Scenario = native::read(&shipped("scenario.json")).unwrap();
        scenario.replications = design::Maybe::Given(3);
        let tables = sample::sample(60, 1, None);
        let job = Job {
            journey: &journey,
            workspace: &workspace,
            tables: &tables,
            scenario: &scenario,
            threads: Some(1),
        };
        let report = simulate(&job, &|_| {}, &AtomicBool::new(false)).unwrap();
        Given { journey, workspace, scenario, report }
    }

    fn write(&self, form: &str, language: Language) -> Vec<u8> {
        let run = Run {
            report: &self.report,
            journey: Some(&self.journey),
            workspace: Some(&self.workspace),
            scenario: Some(&self.scenario),
            command: Some("caravan simulate journey.json --seed-is-in-the-scenario"),
            language,
        };
        let format = FORMATS.iter().find(|format| format.name == form).unwrap();
        export::report(format, &run).unwrap()
    }
}

/// The words that a reader finds, line breaks apart.
fn check(form: &str, text: &str, wanted: &[&str]) {
    let plain = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for wanted in wanted {
        assert!(plain.contains(wanted), "{form}: {wanted} is not in {plain}");
    }
}

#[test]
fn every_form_tells_the_run_in_both_languages() {
    let given = Given::sample();
    for format in FORMATS.iter().filter(|format| matches!(format.writes, ReportWrites::Text(_))) {
        for (language, role) in [(Language::En, "Decision Maker"), (Language::Es, "Decision Maker")] {
            let text = String::from_utf8(given.write(format.name, language)).unwrap();
            check(format.name, &text, &[role, "Seeds: complete the committee", "42", "caravan simulate"]);
            assert_eq!(text.as_bytes(), given.write(format.name, language), "{}", format.name);
        }
        let (en, es) = (given.write(format.name, Language::En), given.write(format.name, Language::Es));
        assert_ne!(en, es, "{} speaks one language only", format.name);
    }
    let page = String::from_utf8(given.write("html", Language::Es)).unwrap();
    assert!(page.contains("lang=\"es\""));
    assert!(!page.contains("src=\"http") && !page.contains("href=\"http"));
}

#[test]
fn heads_of_tables_are_never_broken_inside_a_word() {
    let given = Given::sample();
    let dir = tempfile::tempdir().unwrap();
    for language in [Language::En, Language::Es] {
        // The words of the heads as the form in text has them.
        let markdown = String::from_utf8(given.write("markdown", language)).unwrap();
        let heads = markdown
            .lines()
            .zip(markdown.lines().skip(1))
            .filter(|(_, next)| next.starts_with("|-") || next.starts_with("| -"));
        let words: Vec<&str> = heads
            .flat_map(|(head, _)| head.split(['|', ' ']))
            .filter(|word| word.chars().count() > 3)
            .collect();
        assert!(words.len() > 10, "{words:?}");
        let file = dir.path().join("report.pdf");
        fs::write(&file, given.write("pdf", language)).unwrap();
        let done = Command::new("pdftotext").args(["-layout", file.to_str().unwrap(), "-"]).output().unwrap();
        let text = String::from_utf8(done.stdout).unwrap();
        check("pdf", &text, &words);
    }
}
