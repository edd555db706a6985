//! Rows of what people did before the run.

use design::tables::Activity;

use super::dates::{self, DayOrder, Wrong};
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
    let order = source.day_order(timestamp)?;
    let own = [person, timestamp, event_type];
    let fields: Vec<_> = mapping.columns.into_iter().filter(|column| !own.contains(&column.index)).collect();
    let mut row = Row::default();
    while source.next(&mut row, &mut imported.notes)? {
        let [person, timestamp, event_type] = [person, timestamp, event_type].map(|at| row.get(at).trim());
        let taken = take(person, timestamp, order, event_type, people);
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

fn take(
    person: &str,
    timestamp: &str,
    order: Option<DayOrder>,
    event_type: &str,
    people: &Keys,
) -> Result<Activity, Reason> {
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
    let text = || timestamp.to_owned();
    let timestamp = dates::iso(timestamp, order).map_err(|wrong| match wrong {
        Wrong::NoDate => Reason::Timestamp { text: text() },
        Wrong::Unclear => Reason::DayOrder { text: text() },
    })?;
    Ok(Activity { person: row, timestamp, event_type: event_type.to_owned(), fields: Vec::new() })
}
