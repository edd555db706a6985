//! What the people did before a run.

use design::tables::Activity;
use rusqlite::{Connection, params};

use super::error::{StoreError, unreadable};

/// Adds activities of people who are there.
pub fn add(connection: &Connection, activities: &[Activity]) -> Result<(), StoreError> {
    let mut insert = connection
        .prepare_cached("INSERT INTO activities (person, timestamp, type, fields) VALUES (?1, ?2, ?3, ?4)")?;
    for activity in activities {
        let fields =
            serde_json::to_string(&activity.fields).map_err(|cause| unreadable("activity", cause))?;
        insert.execute(params![activity.person, activity.timestamp, activity.event_type, fields])?;
    }
    Ok(())
}

pub fn load(connection: &Connection) -> Result<Vec<Activity>, StoreError> {
    let mut statement =
        connection.prepare_cached("SELECT person, timestamp, type, fields FROM activities ORDER BY place")?;
    let mut rows = statement.query([])?;
    let mut activities = Vec::new();
    while let Some(row) = rows.next()? {
        let fields = row.get_ref(3)?.as_str().map_err(rusqlite::Error::from)?;
        activities.push(Activity {
            person: row.get(0)?,
            timestamp: row.get(1)?,
            event_type: row.get(2)?,
            fields: serde_json::from_str(fields).map_err(|cause| unreadable("activity", cause))?,
        });
    }
    Ok(activities)
}
