//! What the people did before a run.

use design::tables::Activity;
use rusqlite::{Connection, params};

use super::error::{StoreError, unreadable};
use super::places::Places;

/// Adds activities of people who are there to a store that has no activities.
pub fn add(connection: &Connection, activities: &[Activity]) -> Result<(), StoreError> {
    (0..).zip(activities).try_for_each(|(place, activity)| put(connection, activity, place, activity.person))
}

/// Writes one activity at a free place; the person is given by its place.
pub fn put(connection: &Connection, activity: &Activity, place: u32, person: u32) -> Result<(), StoreError> {
    let fields = serde_json::to_string(&activity.fields).map_err(|cause| unreadable("activity", cause))?;
    connection
        .prepare_cached(
            "INSERT INTO activities (place, person, timestamp, type, fields) VALUES (?1, ?2, ?3, ?4, ?5)",
        )?
        .execute(params![place, person, activity.timestamp, activity.event_type, fields])?;
    Ok(())
}

/// The activities, and the place of each.
pub fn load(connection: &Connection, people: &Places) -> Result<(Vec<Activity>, Places), StoreError> {
    let mut statement = connection
        .prepare_cached("SELECT place, person, timestamp, type, fields FROM activities ORDER BY place")?;
    let mut rows = statement.query([])?;
    let (mut activities, mut places) = (Vec::new(), Places::default());
    while let Some(row) = rows.next()? {
        places.found(row.get(0)?)?;
        let fields = row.get_ref(4)?.as_str().map_err(rusqlite::Error::from)?;
        activities.push(Activity {
            person: people.held(row.get(1)?)?,
            timestamp: row.get(2)?,
            event_type: row.get(3)?,
            fields: serde_json::from_str(fields).map_err(|cause| unreadable("activity", cause))?,
        });
    }
    Ok((activities, places))
}
