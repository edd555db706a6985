//! The JSON Schema of each document, from the Rust types.

use schemars::JsonSchema;
use serde_json::{Value, json};

use crate::comparison::Comparison;
use crate::formats::native::Document;
use crate::goals::Goals;
use crate::journey::Journey;
use crate::report::Report;
use crate::scenario::Scenario;
use crate::search::{Candidates, Search};
use crate::sensitivity::Sensitivity;
use crate::show::{Chapters, Show};
use crate::tables::MemberRecord;
use crate::workspace::Workspace;

/// The files of `assets/schema`: name and text.
pub fn schemas() -> Vec<(&'static str, String)> {
    vec![
        (
            "journey.json",
            schema::<Journey>("Journey", "Nodes, the edges between them, and where cards were placed."),
        ),
        ("workspace.json", schema::<Workspace>("Workspace", "What the journeys of a team share.")),
        (
            "scenario.json",
            schema::<Scenario>(
                "Scenario",
                "When, how long, how often and under which assumptions a run goes.",
            ),
        ),
        ("report.json", schema::<Report>("Report", "What a run found.")),
        (
            "comparison.json",
            schema::<Comparison>("Comparison", "Two runs under the same draws, and their difference."),
        ),
        (
            "sensitivity.json",
            schema::<Sensitivity>("Sensitivity", "How much a result hangs on each assumption."),
        ),
        ("search.json", schema::<Search>("Search", "What may vary in a journey, and what is wanted of it.")),
        (
            "candidates.json",
            schema::<Candidates>(
                "Candidates",
                "The variants of a journey that a search tried, the best first.",
            ),
        ),
        ("goals.json", schema::<Goals>("Goals", "What a journey is meant to reach.")),
        (
            "chapters.json",
            schema::<Chapters>("Chapters", "Where a presentation of a run stops, and what is said there."),
        ),
        (
            "show.json",
            schema::<Show>(
                "Show",
                "A journey with all that it takes to play it, and the chapters of its presentation.",
            ),
        ),
        ("members.json", text(&schemars::schema_for!(Vec<MemberRecord>).to_value())),
    ]
}

/// A document has the keys `format` and `version` before those of its type.
fn schema<D: Document + JsonSchema>(title: &str, description: &str) -> String {
    let mut schema = schemars::schema_for!(D).to_value();
    let Some(root) = schema.as_object_mut() else { return String::new() };
    root.insert("title".into(), title.into());
    root.insert("description".into(), description.into());
    let head = json!({
        "format": {"const": D::FORMAT},
        "version": {"type": "integer", "minimum": 1, "maximum": D::VERSION},
    });
    if let (Value::Object(mut keys), Some(Value::Object(properties))) = (head, root.get_mut("properties")) {
        keys.append(properties);
        *properties = keys;
    }
    let mut required = vec![json!("format"), json!("version")];
    required.extend(root.get("required").and_then(Value::as_array).cloned().unwrap_or_default());
    root.insert("required".into(), required.into());
    text(&schema)
}

fn text(schema: &Value) -> String {
    let mut text = serde_json::to_string_pretty(schema).unwrap_or_default();
    text.push('\n');
    text
}
