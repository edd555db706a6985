//! What the data at hand holds: its own attributes, the fields of its events, and the values to choose from.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::tables::{Column, Table, Tables};

/// What is in the tables beside the attributes and event types that every workspace has.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Holdings {
    /// Custom attributes as conditions name them: `account.custom.Tier`, `person.custom.Seniority`.
    pub custom_attributes: Vec<String>,
    /// By event type the fields that its activities carry.
    #[ts(type = "Record<string, string[]>")]
    pub event_fields: BTreeMap<String, BTreeSet<String>>,
}

pub fn holdings(tables: &Tables) -> Holdings {
    let custom = |of: &str, table: &Table| {
        let names: Vec<String> =
            table.names().filter(|name| name.starts_with("custom.")).map(str::to_owned).collect();
        names.into_iter().map(|name| format!("{of}.{name}")).collect::<Vec<_>>()
    };
    let mut event_fields: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for activity in &tables.activities {
        for (field, _) in &activity.fields {
            match event_fields.get_mut(&activity.event_type) {
                Some(fields) if fields.contains(field) => {}
                Some(fields) => drop(fields.insert(field.clone())),
                None => {
                    drop(event_fields.insert(activity.event_type.clone(), BTreeSet::from([field.clone()])))
                }
            }
        }
    }
    let custom_attributes = [custom("account", &tables.accounts), custom("person", &tables.people)].concat();
    Holdings { custom_attributes, event_fields }
}

/// Where values are looked for.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(untagged, rename_all_fields = "camelCase")]
pub enum ValuesOf {
    /// An attribute as conditions name it.
    Attribute { attribute: String },
    /// A field of the events of a type.
    Field { event_type: String, field: String },
}

/// A value, and in how many rows it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Suggestion {
    pub value: String,
    pub rows: u32,
}

/// How many are suggested.
const MOST: usize = 12;

/// The values that contain what was typed, apart from case: first those that start with it, then by how often they
/// stand in the data, then by their letters.
pub fn suggest(of: &ValuesOf, typed: &str, tables: &Tables) -> Vec<Suggestion> {
    let typed = typed.trim().to_lowercase();
    let mut found: Vec<(bool, Suggestion)> = counted(of, tables)
        .into_iter()
        .filter_map(|(value, rows)| {
            let lower = value.to_lowercase();
            let at = lower.find(&typed)?;
            Some((at > 0, Suggestion { value: value.to_owned(), rows }))
        })
        .collect();
    found.sort_by(|(late, a), (later, b)| {
        late.cmp(later).then(b.rows.cmp(&a.rows)).then_with(|| a.value.cmp(&b.value))
    });
    found.into_iter().take(MOST).map(|(_, suggestion)| suggestion).collect()
}

fn counted<'a>(of: &ValuesOf, tables: &'a Tables) -> HashMap<&'a str, u32> {
    let mut counts: HashMap<&str, u32> = HashMap::new();
    match of {
        ValuesOf::Attribute { attribute } => {
            let (table, name) = match attribute.strip_prefix("account.") {
                Some(name) => (&tables.accounts, name),
                None => (&tables.people, attribute.strip_prefix("person.").unwrap_or(attribute)),
            };
            let Some(column) = table.column(name) else { return counts };
            for (text, rows) in by_text(column) {
                // A person may hold several roles in one cell.
                let parts = text.split(if name == "personRoles" { '|' } else { '\0' });
                parts.for_each(|part| *counts.entry(part.trim()).or_default() += rows);
            }
        }
        ValuesOf::Field { event_type, field } => {
            for activity in tables.activities.iter().filter(|activity| activity.event_type == *event_type) {
                for (_, value) in activity.fields.iter().filter(|(key, _)| key == field) {
                    *counts.entry(value.as_str()).or_default() += 1;
                }
            }
        }
    }
    counts
}

/// Each text of a column and in how many rows it stands.
fn by_text(column: &Column) -> impl Iterator<Item = (&str, u32)> {
    let mut rows = vec![0u32; column.distinct()];
    column.codes().iter().for_each(|code| rows[code as usize] += 1);
    rows.into_iter().enumerate().filter_map(|(code, rows)| Some((column.text(code as u32)?, rows)))
}
