//! Exports: each format of both examples is a golden file that programs of other people open, in this suite or in the
//! page's tests; what is read back is what was written.

use std::fs;
use std::path::Path;
use std::process::Command;

use design::check::check;
use design::document::Context;
use design::formats::{self, FORMATS, Subject, Writes, bpmn, native, svg};
use design::journey::Journey;
use design::sentences::Language;
use design::workspace::Workspace;
use studio::export;

use crate::golden::{expect, fixture, place};

const EXAMPLES: [&str; 2] = ["seeds-buying-group", "paid-media-controller"];

fn open(name: &str) -> (Journey, Workspace) {
    let journey = native::read(&fixture(&format!("{name}/journey.json"))).unwrap();
    (journey, native::read(&fixture(&format!("{name}/workspace.json"))).unwrap())
}

/// An example in a format, with its findings as of a fixed day.
fn check_format(example: &str, format: &str, language: Language) -> Vec<u8> {
    let (journey, workspace) = open(example);
    let today = jiff::civil::date(2026, 11, 23);
    let context = Context { workspace: &workspace, journeys: &[], today, tables: None };
    let problems = check(&journey, &context);
    let subject =
        Subject { workspace: Some(&workspace), problems: &problems, language, ..Subject::of(&journey) };
    export::journey(formats::find(format).unwrap(), &subject, 1.0).unwrap()
}

fn run(program: &str, arguments: &[&str]) -> String {
    let done = Command::new(program).args(arguments).output();
    let done = done.unwrap_or_else(|error| panic!("{program}: {error}; `cargo xtask test` installs it"));
    let said = String::from_utf8_lossy(&done.stderr);
    assert!(done.status.success(), "{program} {arguments:?}: {said}");
    String::from_utf8(done.stdout).unwrap()
}

#[test]
fn texts_are_as_expected() {
    for example in EXAMPLES {
        for format in FORMATS.iter().filter(|format| matches!(format.writes, Writes::Text(_))) {
            for (language, code) in [(Language::En, "en"), (Language::Es, "es")] {
                // The document is the same in every language; it stands in the fixtures already.
                if format.name == "json" {
                    continue;
                }
                let text = String::from_utf8(check_format(example, format.name, language)).unwrap();
                let (name, extension) = (format.name, format.extension);
                let name = if name == extension { String::new() } else { format!(".{name}") };
                expect(&format!("exports/{example}.{code}{name}.{extension}"), &text);
            }
        }
    }
}

#[test]
fn documents_come_back_as_they_were() {
    for name in [
        "seeds-buying-group/journey",
        "paid-media-controller/journey",
        "every-node/account",
        "every-node/person",
    ] {
        let text = fixture(&format!("{name}.json"));
        let journey: Journey = native::read(&text).unwrap();
        for format in ["json", "bpmn"] {
            let bytes = export::journey(formats::find(format).unwrap(), &Subject::of(&journey), 1.0).unwrap();
            let written = String::from_utf8(bytes).unwrap();
            let back = if format == "json" {
                native::read(&written).unwrap()
            } else {
                bpmn::read(&written).unwrap()
            };
            assert_eq!(native::write(&back), text, "{name} through {format}");
        }
    }
}

#[test]
fn letters_that_xml_does_not_know_come_back_too() {
    let (mut journey, _) = open("seeds-buying-group");
    journey.name = "a\u{1}<b>&amp;\u{fffe}]]>\u{ffff}\r\n\t“ü” \u{10ffff}".to_owned();
    journey.nodes[0].label = "line\nline".to_owned().into();
    let text = String::from_utf8(
        export::journey(formats::find("bpmn").unwrap(), &Subject::of(&journey), 1.0).unwrap(),
    )
    .unwrap();
    assert_eq!(bpmn::read(&text).unwrap(), journey);
    validate(&text);
}

#[test]
fn processes_are_valid_by_the_schema_of_bpmn() {
    for example in EXAMPLES {
        for language in [Language::En, Language::Es] {
            validate(&String::from_utf8(check_format(example, "bpmn", language)).unwrap());
        }
    }
    for name in ["account", "person"] {
        let journey: Journey = native::read(&fixture(&format!("every-node/{name}.json"))).unwrap();
        let bytes = export::journey(formats::find("bpmn").unwrap(), &Subject::of(&journey), 1.0).unwrap();
        let text = String::from_utf8(bytes).unwrap();
        validate(&text);
        expect(&format!("exports/every-node-{name}.bpmn"), &text);
    }
    let mut journey = open("seeds-buying-group").0;
    // A drawing that is wrong is a drawing: a cycle, an edge to nowhere, one id twice, nothing at all.
    journey.edges.push(serde_json::from_str(r#"{"from": "alert", "to": "intro"}"#).unwrap());
    journey.edges.push(serde_json::from_str(r#"{"from": "linkedin-off", "to": "nobody"}"#).unwrap());
    journey.nodes.push(journey.nodes[3].clone());
    for format in FORMATS {
        let bytes = export::journey(format, &Subject::of(&journey), 0.2).unwrap();
        if format.name == "bpmn" {
            validate(&String::from_utf8(bytes).unwrap());
        }
    }
    journey.nodes.clear();
    for format in FORMATS {
        export::journey(format, &Subject::of(&journey), 0.2).unwrap();
    }
}

fn validate(text: &str) {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("journey.bpmn");
    fs::write(&file, text).unwrap();
    let schema = place("tests/schemas/bpmn/BPMN20.xsd");
    run("xmllint", &["--noout", "--nonet", "--schema", schema.to_str().unwrap(), file.to_str().unwrap()]);
}

#[test]
fn foreign_and_broken_processes_are_refused_in_one_sentence() {
    let (journey, _) = open("seeds-buying-group");
    let text = String::from_utf8(
        export::journey(formats::find("bpmn").unwrap(), &Subject::of(&journey), 1.0).unwrap(),
    )
    .unwrap();
    let said = |text: &str| bpmn::read(text).unwrap_err().to_string();
    assert_eq!(
        said("<definitions/>"),
        "there is no journey of Caravan in it; only BPMN files that Caravan has written can be read"
    );
    assert!(
        said(&text.replace("</bpmn:process>", "</process>").replace("caravan:journey>", "other>"))
            .contains("no XML")
    );
    let newer = said(
        &text
            .replace("\"version\": 1", "\"version\": 2")
            .replace("&quot;version&quot;: 1", "&quot;version&quot;: 2"),
    );
    assert!(newer.starts_with("the journey in it: version"), "{newer}");
}

/// The number of bytes behind an offset of a PNG that hold a side.
fn sides(png: &[u8]) -> (u32, u32) {
    let side = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
    (side(16), side(20))
}

#[test]
fn pictures_match_the_drawing() {
    for example in EXAMPLES {
        let (journey, workspace) = open(example);
        let subject = Subject { workspace: Some(&workspace), ..Subject::of(&journey) };
        let drawing = svg::write(&subject);
        let root = drawing.split_once('>').unwrap().0;
        let of = |name: &str| -> f64 {
            let rest = root.split_once(&format!(" {name}=\"")).unwrap().1;
            rest.split_once('"').unwrap().0.parse().unwrap()
        };
        let png = formats::find("png").unwrap();
        for scale in [0.25_f32, 0.5] {
            let bytes = export::journey(png, &subject, scale).unwrap();
            assert!(bytes.starts_with(b"\x89PNG\r\n\x1a\n"));
            let wanted = (of("width") * f64::from(scale), of("height") * f64::from(scale));
            assert_eq!(sides(&bytes), (wanted.0.ceil() as u32, wanted.1.ceil() as u32), "{example}");
            // The same bytes each time.
            assert!(bytes == export::journey(png, &subject, scale).unwrap(), "{example}");
        }
        pixels(&export::journey(png, &subject, 1.0).unwrap(), &drawing);
    }
}

/// The board at the corner, and the green of the start mark where the drawing has it.
fn pixels(png: &[u8], drawing: &str) {
    let picture = resvg::tiny_skia::Pixmap::decode_png(png).unwrap();
    let colour = |x: f64, y: f64| {
        let pixel = picture.pixel(x as u32, y as u32).unwrap();
        (pixel.red(), pixel.green(), pixel.blue())
    };
    assert_eq!(colour(2.0, 2.0), (0xf8, 0xf8, 0xf8));
    let numbers = |text: &str| text.split(' ').map(|one| one.parse::<f64>().unwrap()).collect::<Vec<_>>();
    let view = numbers(drawing.split_once("viewBox=\"").unwrap().1.split_once('"').unwrap().0);
    let mark =
        drawing.lines().find(|line| line.contains("fill=\"#12805c\"") && line.contains("<circle")).unwrap();
    let circle = mark.split_once("<circle ").unwrap().1;
    let of = |name: &str| -> f64 {
        circle.split_once(&format!("{name}=\"")).unwrap().1.split_once('"').unwrap().0.parse().unwrap()
    };
    assert_eq!(colour(of("cx") - view[0] - 10.0, of("cy") - view[1]), (0x12, 0x80, 0x5c));
    // Letters are drawn: the name is not the board's colour everywhere.
    let dark = (0..200).any(|x| (0..40).any(|y| colour(40.0 + f64::from(x), 20.0 + f64::from(y)).0 < 0x60));
    assert!(dark, "the picture has no letters");
}

#[test]
fn pages_are_read_by_other_programs() {
    let dir = tempfile::tempdir().unwrap();
    for example in EXAMPLES {
        for (language, word) in [(Language::En, "Account audience"), (Language::Es, "Audiencia de cuentas")] {
            let bytes = check_format(example, "pdf", language);
            assert!(
                bytes == check_format(example, "pdf", language),
                "{example}: other bytes the second time"
            );
            let file = dir.path().join("map.pdf");
            fs::write(&file, bytes).unwrap();
            let text = text_of(&file);
            let (journey, _) = open(example);
            for wanted in [journey.name.as_str(), word] {
                assert!(text.contains(wanted), "{example}: {wanted} is not in {text}");
            }
        }
    }
}

fn text_of(pdf: &Path) -> String {
    run("pdftotext", &[pdf.to_str().unwrap(), "-"])
}
