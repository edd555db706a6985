//! Durations, local times and "must end on", as documents write them; the arithmetic is in `calendar`.

use schemars::JsonSchema;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};
use ts_rs::TS;

use crate::maybe::Maybe;

/// A length of time: months are calendar months, days and weeks keep the wall clock, hours and minutes elapse.
/// At least one part is given and the sum is above 0.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct Duration {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minutes: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hours: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub days: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub weeks: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub months: Option<u32>,
}

impl Duration {
    pub fn days(days: u32) -> Duration {
        Duration { days: Some(days), ..Duration::default() }
    }

    /// The length in days with months of 30 days, for comparisons that need no calendar.
    pub fn about_days(&self) -> f64 {
        let part = |value: Option<u32>| f64::from(value.unwrap_or(0));
        part(self.minutes) / 1440.0
            + part(self.hours) / 24.0
            + part(self.days)
            + part(self.weeks) * 7.0
            + part(self.months) * 30.0
    }
}

impl<'de> Deserialize<'de> for Duration {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(rename_all = "camelCase", deny_unknown_fields)]
        struct Parts {
            minutes: Option<u32>,
            hours: Option<u32>,
            days: Option<u32>,
            weeks: Option<u32>,
            months: Option<u32>,
        }
        let Parts { minutes, hours, days, weeks, months } = Parts::deserialize(deserializer)?;
        let duration = Duration { minutes, hours, days, weeks, months };
        if duration.about_days() > 0.0 {
            return Ok(duration);
        }
        Err(D::Error::custom("a duration needs one part above 0, as in {\"days\": 5}"))
    }
}

/// A local date-time without an offset, such as `2027-01-15T09:00`.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema, TS)]
#[serde(transparent)]
#[ts(type = "string")]
pub struct LocalDateTime(String);

impl LocalDateTime {
    pub fn new(text: impl Into<String>) -> Option<LocalDateTime> {
        let text = text.into();
        let whole = text.len() >= 16 && text.as_bytes()[10] == b'T' && !text.ends_with('Z');
        (whole && text.parse::<jiff::civil::DateTime>().is_ok()).then_some(LocalDateTime(text))
    }

    pub fn get(&self) -> jiff::civil::DateTime {
        self.0.parse().unwrap_or_default()
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl<'de> Deserialize<'de> for LocalDateTime {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        LocalDateTime::new(text.clone()).ok_or_else(|| {
            D::Error::custom(format!(
                "\"{text}\" is no local date and time; write it as \"2027-01-15T09:00\""
            ))
        })
    }
}

/// The name of a time zone of the IANA database, such as `Europe/Madrid`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema, TS)]
#[serde(transparent)]
#[ts(type = "string")]
pub struct Zone(String);

impl Zone {
    pub fn new(name: impl Into<String>) -> Option<Zone> {
        let name = name.into();
        jiff::tz::TimeZone::get(&name).ok().map(|_| Zone(name))
    }

    pub fn get(&self) -> jiff::tz::TimeZone {
        jiff::tz::TimeZone::get(&self.0).unwrap_or(jiff::tz::TimeZone::UTC)
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Default for Zone {
    fn default() -> Self {
        Zone("UTC".into())
    }
}

impl<'de> Deserialize<'de> for Zone {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = String::deserialize(deserializer)?;
        Zone::new(name.clone()).ok_or_else(|| {
            D::Error::custom(format!("\"{name}\" is no time zone; write its name as in \"Europe/Madrid\""))
        })
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "lowercase")]
pub enum Weekday {
    Mon,
    Tue,
    Wed,
    Thu,
    Fri,
    Sat,
    Sun,
}

/// A time of day in whole minutes, such as `09:00`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema, TS)]
#[serde(transparent)]
#[ts(type = "string")]
pub struct TimeOfDay(String);

impl TimeOfDay {
    pub fn new(text: impl Into<String>) -> Option<TimeOfDay> {
        let text = text.into();
        (text.len() == 5 && text.parse::<jiff::civil::Time>().is_ok()).then_some(TimeOfDay(text))
    }

    pub fn get(&self) -> jiff::civil::Time {
        self.0.parse().unwrap_or_default()
    }
}

impl<'de> Deserialize<'de> for TimeOfDay {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        TimeOfDay::new(text.clone())
            .ok_or_else(|| D::Error::custom(format!("\"{text}\" is no time of day; write it as \"09:00\"")))
    }
}

/// The next matching moment at or after a wait or timeout is over; no days means any day, no time means 00:00.
#[serde_with::apply(Maybe => #[serde(default, skip_serializing_if = "Maybe::is_absent")])]
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct MustEndOn {
    pub days: Maybe<Vec<Weekday>>,
    pub time: Maybe<TimeOfDay>,
    /// Holds for everything of that wait or timeout; else the journey's zone.
    pub time_zone: Maybe<Zone>,
}
