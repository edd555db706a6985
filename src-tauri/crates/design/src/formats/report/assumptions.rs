//! What a run assumed, each with where it comes from: the scenario, or the product's defaults.

use serde_json::Value;

use super::Run;
use super::outline::{Block, Section, Table};

/// What holds where a scenario is silent, as scenarios write it.
const DEFAULTS: &str = include_str!("defaults.json");

/// None where the scenario is not at hand.
pub(super) fn section(run: &Run<'_>) -> Option<Section> {
    let scenario = serde_json::to_value(run.scenario?).ok()?;
    let defaults: Value = serde_json::from_str(DEFAULTS).ok()?;
    let say = |en, es| run.language.say(en, es);
    let mut rows = Vec::new();
    for key in ["entry", "behaviour", "costs"] {
        let empty = Value::Null;
        walk(key, scenario.get(key).unwrap_or(&empty), defaults.get(key).unwrap_or(&empty), &mut rows);
    }
    let source = |own: bool| match own {
        true => say("set in the scenario", "puesto en el escenario"),
        false => say("default of the program", "por defecto en el programa"),
    };
    let rows = rows.into_iter().map(|(key, value, own)| vec![key, value, source(own).to_owned()]).collect();
    let warning = say(
        "Defaults are assumptions to start from, not measurements. Put in your own figures before you rely on the outcome.",
        "Los valores por defecto son supuestos para empezar, no mediciones. Pon tus propias cifras antes de fiarte del resultado.",
    );
    let head =
        [say("Key of the scenario", "Clave del escenario"), say("Value", "Valor"), say("Source", "Fuente")];
    Some(Section {
        title: say("Assumptions and their sources", "Supuestos y sus fuentes").to_owned(),
        blocks: vec![Block::Sentence(warning.to_owned()), Table::words(&head, rows)],
    })
}

/// Each value by its path, the defaults in their order first, then what only the scenario has.
fn walk(path: &str, own: &Value, default: &Value, rows: &mut Vec<(String, String, bool)>) {
    if is_delay(own) || is_delay(default) {
        let own_said = !own.is_null();
        rows.push((path.to_owned(), if own_said { own } else { default }.to_string(), own_said));
        return;
    }
    match (own, default) {
        (Value::Object(_) | Value::Null, Value::Object(defaults)) => {
            for (key, default) in defaults {
                walk(&format!("{path}.{key}"), own.get(key).unwrap_or(&Value::Null), default, rows);
            }
            let further =
                own.as_object().into_iter().flatten().filter(|(key, _)| !defaults.contains_key(*key));
            further.for_each(|(key, value)| walk(&format!("{path}.{key}"), value, &Value::Null, rows));
        }
        (Value::Object(own), Value::Null) => {
            own.iter().for_each(|(key, value)| walk(&format!("{path}.{key}"), value, &Value::Null, rows));
        }
        (Value::Null, Value::Null) => {}
        (Value::Null, default) => rows.push((path.to_owned(), plain(default), false)),
        (own, _) => rows.push((path.to_owned(), plain(own), true)),
    }
}

fn is_delay(value: &Value) -> bool {
    ["fixed", "exponential", "lognormal"].iter().any(|form| value.get(form).is_some())
}

fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
