//! Journeys that come from files: the document and the BPMN that were written here come back as they were.

use std::fs;

use serde_json::{Value, json};

use super::desk::Desk;

#[test]
fn a_journey_comes_back_from_its_file_under_an_id_of_its_own() {
    let desk = Desk::new();
    let journey = desk.journey();
    for format in ["json", "bpmn"] {
        let export = json!({"journey": journey, "format": format, "language": "es"});
        let text = desk.call("exportJourney", export)["text"].as_str().unwrap().to_owned();
        let file = desk.folder.path().join(format!("given.{format}"));
        fs::write(&file, &text).unwrap();
        let line = desk.call("importJourney", json!({"path": file}));
        assert_ne!(line["id"], journey, "{format}");
        let records = |id: &Value| desk.call("open", json!({"journey": id}))["nodes"].clone();
        assert_eq!(records(&line["id"]), records(&journey), "{format}");
        assert_eq!(desk.call("journeys", json!({})).as_array().unwrap().last(), Some(&line));
        // In a workspace that has no such journey it keeps its id.
        let text = text.replace("seeds-committee", &format!("seeds-{format}"));
        fs::write(&file, text).unwrap();
        assert_eq!(desk.call("importJourney", json!({"path": file}))["id"], format!("seeds-{format}"));
    }
}

#[test]
fn files_without_a_journey_are_refused() {
    let desk = Desk::new();
    for (text, told) in [
        ("{}", "format"),
        ("<definitions/>", "Caravan"),
        ("{\"format\": \"caravan/workspace\"}", "caravan/journey"),
    ] {
        let file = desk.folder.path().join("wrong.json");
        fs::write(&file, text).unwrap();
        let failure = desk.try_call("importJourney", json!({"path": file})).unwrap_err();
        assert_eq!(failure.code, "bad-journey");
        assert!(failure.message.contains(told) && failure.message.ends_with('.'), "{}", failure.message);
    }
    desk.check("importJourney", json!({"path": desk.folder.path().join("gone.json")}), "not-read");
}
