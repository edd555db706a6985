//! Calendars of zones from the time zone database, and the midnights of a run.

use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use simulator::time::{Calendar, Clock, Minute};

use super::CompileError;

/// Minutes on the wall clock since 1970-01-01T00:00.
pub(super) fn wall_clock(at: DateTime) -> i64 {
    at.to_zoned_datetime(TimeZone::UTC).map_or(0, |at| at.timestamp().as_second()).div_euclid(60)
}

/// The minute of the epoch at which a local time comes; in a gap by the offset before it, of two the first.
pub(super) fn instant(at: DateTime, zone: &TimeZone) -> i64 {
    zone.to_timestamp(at).map_or(0, |at| at.as_second()).div_euclid(60)
}

/// The calendar of a zone around a run that starts at `origin` (minutes of the epoch).
pub(super) fn calendar(zone: &TimeZone, origin: i64, days: u32) -> Calendar {
    // Histories may be years old, and a wait may end some years on.
    let first = Timestamp::from_second((origin - 15 * 366 * 1440) * 60).unwrap_or(Timestamp::UNIX_EPOCH);
    let last = origin + (i64::from(days) + 15 * 366) * 1440;
    let mut offsets = vec![(i64::MIN, zone.to_offset(first).seconds() / 60)];
    for change in zone.following(first) {
        let at = change.timestamp().as_second().div_euclid(60);
        if at > last {
            break;
        }
        offsets.push((at, change.offset().seconds() / 60));
    }
    Calendar { origin, offsets }
}

/// The horizon, the same local time `days` calendar days on, and the local midnights up to it.
pub(super) fn clock(calendar: &Calendar, start: DateTime, days: u32) -> Result<Clock, CompileError> {
    if days > 3650 {
        return Err(CompileError::TooLong { days });
    }
    let end = start.checked_add(i64::from(days).days()).unwrap_or(start);
    let horizon = calendar.minute(wall_clock(end));
    let first = wall_clock(start).div_euclid(1440);
    let midnights = (1..=i64::from(days) + 1).map(|day| calendar.midnight(first + day));
    let midnights: Vec<Minute> = midnights.filter(|&minute| minute > 0 && minute <= horizon).collect();
    Ok(Clock { horizon, midnights })
}
