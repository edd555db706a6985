//! Calendars of zones from the time zone database, the midnights of a run, and the times that a journey states.

use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use simulator::program::Reentry;
use simulator::time::{Calendar, Clock, Minute, MustEndOn, Pause};

use super::{CompileError, Lowering};
use crate::journey::{ReentryFrom, Start};
use crate::maybe::Maybe;
use crate::scenario::{Entry, MOST_DAYS};
use crate::time::{self, LocalDateTime, Zone};

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
    if days > MOST_DAYS {
        return Err(CompileError::TooLong { days });
    }
    let end = start.checked_add(i64::from(days).days()).unwrap_or(start);
    let horizon = calendar.minute(wall_clock(end));
    let first = wall_clock(start).div_euclid(1440);
    let midnights = (1..=i64::from(days) + 1).map(|day| calendar.midnight(first + day));
    let midnights: Vec<Minute> = midnights.filter(|&minute| minute > 0 && minute <= horizon).collect();
    Ok(Clock { horizon, midnights })
}

impl Lowering<'_> {
    /// The number of a zone's calendar.
    pub(crate) fn calendar(&mut self, zone: &Zone) -> u16 {
        if let Some(&number) = self.zones.get(zone.as_str()) {
            return number;
        }
        let origin = instant(self.scenario.start().get(), &self.scenario.zone().get());
        self.program.calendars.push(calendar(&zone.get(), origin, self.scenario.days()));
        let number = self.program.calendars.len() as u16 - 1;
        self.zones.insert(zone.as_str().to_owned(), number);
        number
    }

    /// A pause of the present node: a duration or a date, and "must end on", whose zone holds for all of it.
    pub(crate) fn pause(
        &mut self,
        duration: Option<&time::Duration>,
        until: Option<&LocalDateTime>,
        must_end_on: Option<&time::MustEndOn>,
    ) -> Pause {
        let zone = must_end_on.and_then(|on| on.time_zone.get()).unwrap_or(&self.journey.settings.time_zone);
        let number = self.calendar(&zone.clone());
        let calendar = &self.program.calendars[usize::from(number)];
        let part = |of: fn(&time::Duration) -> Option<u32>| duration.and_then(of).unwrap_or(0);
        Pause {
            months: part(|duration| duration.months),
            days: part(|duration| duration.days) + 7 * part(|duration| duration.weeks),
            minutes: part(|duration| duration.minutes) + 60 * part(|duration| duration.hours),
            until: until.map(|until| calendar.minute(wall_clock(until.get()))),
            must_end_on: must_end_on.map(|on| MustEndOn {
                days: match on.days.items() {
                    [] => 0x7f,
                    days => days.iter().fold(0, |mask, &day| mask | 1 << day as u8),
                },
                time: on.time.get().map_or(0, |time| {
                    let time = time.get();
                    time.hour() as u16 * 60 + time.minute() as u16
                }),
            }),
            calendar: number,
        }
    }

    /// When whoever moves enters, and enters again.
    pub(super) fn entry(&mut self) -> Result<(), CompileError> {
        let settings = &self.journey.settings;
        let zone = self.calendar(&settings.time_zone);
        let minute =
            |at: &LocalDateTime| self.program.calendars[usize::from(zone)].minute(wall_clock(at.get()));
        let from = match &settings.start {
            Start::Immediately => 0,
            Start::At(at) => minute(at).max(0),
        };
        let end = settings.end.get().map(minute);
        let over = match &self.scenario.entry {
            Maybe::Given(Entry::EvenlyOverDays(days)) => days.get() * 1440.0,
            _ => 0.0,
        };
        let reentry = settings.reentry.get().map(|reentry| Reentry {
            from_end: reentry.from == ReentryFrom::End,
            delay: self.pause(Some(&reentry.delay), None, None),
            limit: reentry.limit.get().copied(),
        });
        let entry = &mut self.program.entry;
        (entry.from, entry.end, entry.over, entry.reentry) = (from, end, over, reentry);
        Ok(())
    }
}
