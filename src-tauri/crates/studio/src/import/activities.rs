//! Rows of what people did before the run.

use design::tables::Activity;

use super::keys::Keys;
use super::known::{Class, EVENT_TYPE, PERSON_KEY, TIMESTAMP};
use super::note::Reason;
use super::source::{Row, Source};
use super::{Imported, mapping, values};
use crate::Failure;

pub(super) fn read(mut source: Source, people: &Keys, imported: &mut Imported) -> Result<(), Failure> {
    let mapping = mapping::of(Class::Activity, &source, &mut imported.notes, &mut imported.matched)?;
    let place = |attribute| mapping.index(attribute).unwrap_or(usize::MAX);
    let (person, timestamp, event_type) = (place(PERSON_KEY), place(TIMESTAMP), place(EVENT_TYPE));
    let own = [person, timestamp, event_type];
    let fields: Vec<_> = mapping.columns.into_iter().filter(|column| !own.contains(&column.index)).collect();
    let mut row = Row::default();
    while source.next(&mut row, &mut imported.notes)? {
        let taken =
            take(row.get(person).trim(), row.get(timestamp).trim(), row.get(event_type).trim(), people);
        match taken {
            Ok(mut activity) => {
                for field in &fields {
                    let value = values::plain(row.get(field.index));
                    if !value.is_empty() {
                        activity.fields.push((field.attribute.clone(), value.into_owned()));
                    }
                }
                imported.tables.activities.push(activity);
            }
            Err(reason) => imported.notes.push(source.note(row.line, reason)),
        }
    }
    Ok(())
}

fn take(person: &str, timestamp: &str, event_type: &str, people: &Keys) -> Result<Activity, Reason> {
    if person.is_empty() {
        return Err(Reason::Missing { what: "person key" });
    }
    let row = super::people::find(person, people)?;
    if timestamp.is_empty() {
        return Err(Reason::Missing { what: "timestamp" });
    }
    if event_type.is_empty() {
        return Err(Reason::Missing { what: "event type" });
    }
    if !is_time(timestamp) {
        return Err(Reason::Timestamp { text: timestamp.to_owned() });
    }
    Ok(Activity {
        person: row,
        timestamp: timestamp.to_owned(),
        event_type: event_type.to_owned(),
        fields: Vec::new(),
    })
}

/// ISO 8601: with an offset, without one (then it is in the scenario's zone), or a date (its local midnight).
fn is_time(text: &str) -> bool {
    text.parse::<jiff::Timestamp>().is_ok() || text.parse::<jiff::civil::DateTime>().is_ok()
}
