//! Time in whole minutes from the start of the run, the local calendar of a zone, and pauses.

/// Minutes from the start of the run. The past is negative.
pub type Minute = i32;

/// 1970-01-01 was a Thursday; days of the week count from Monday = 0.
const EPOCH_WEEKDAY: i64 = 3;
const DAY: i64 = 1440;

/// The least whole number of minutes that is no less; `f64::ceil` is a call where the processor's own is not asked for.
pub(crate) fn rounded_up(minutes: f64) -> i64 {
    let whole = minutes as i64;
    whole.saturating_add(i64::from(minutes > whole as f64))
}

/// When the run ends, and the local midnights of the scenario's zone at which the jobs of the day are done.
#[derive(Debug, Clone, Default)]
pub struct Clock {
    /// Minutes 0 ≤ m < horizon are run, and the jobs of the horizon, if that is a midnight.
    pub horizon: Minute,
    /// Ascending, each above 0 and at most the horizon.
    pub midnights: Vec<Minute>,
}

impl Clock {
    /// The day, from 0, to which a minute belongs: midnight begins it.
    pub fn day_of(&self, minute: Minute) -> usize {
        self.midnights.partition_point(|&midnight| midnight <= minute)
    }

    /// The number of the first midnight that is no earlier than a minute, from the midnight `first` on.
    pub(crate) fn next_midnight(&self, first: usize, from: Minute) -> usize {
        let Some(&midnight) = self.midnights.get(first) else { return first };
        // Most days have 24 hours, so that the guess is seldom off by more than one.
        let days = from.saturating_sub(midnight).max(0) / DAY as Minute;
        let mut number = (first + days as usize).min(self.midnights.len());
        while number > first && self.midnights[number - 1] >= from {
            number -= 1;
        }
        while self.midnights.get(number).is_some_and(|&midnight| midnight < from) {
            number += 1;
        }
        number
    }

    /// The first and the last minute of a day, as far as it is run.
    pub(crate) fn minutes_of(&self, day: usize) -> (Minute, Minute) {
        let start = if day == 0 { 0 } else { self.midnights[day - 1] };
        (start, self.midnights.get(day).copied().unwrap_or(self.horizon) - 1)
    }
}

/// The local time of a zone over the years that a run can touch.
#[derive(Debug, Clone, Default)]
pub struct Calendar {
    /// Minutes from 1970-01-01T00:00Z to minute 0 of the run.
    pub origin: i64,
    /// From when (minutes of the epoch) which offset (minutes east of UTC) holds; the first from ever.
    pub offsets: Vec<(i64, i32)>,
}

impl Calendar {
    /// The local time of a minute, in minutes since 1970-01-01T00:00 on the wall clock.
    pub fn local(&self, minute: Minute) -> i64 {
        let instant = self.origin + i64::from(minute);
        instant + i64::from(self.offset_at(instant))
    }

    /// The minute of a local time. In a gap the offset before it holds (02:30 becomes 03:30); of two the first.
    pub fn minute(&self, local: i64) -> Minute {
        let mut instant = None;
        // No offset is as much as a day and a half, so that those before are over.
        let first = self.offsets.partition_point(|&(from, _)| from <= local - 36 * 60).saturating_sub(1);
        for (i, &(from, offset)) in self.offsets.iter().enumerate().skip(first) {
            let candidate = local - i64::from(offset);
            let until = self.offsets.get(i + 1).map_or(i64::MAX, |next| next.0);
            if candidate < until {
                // Before `from` the local time lies in the gap that this change makes: the offset before it holds.
                let before = if i > 0 { self.offsets[i - 1].1 } else { offset };
                instant = Some(if candidate >= from { candidate } else { local - i64::from(before) });
                break;
            }
        }
        (instant.unwrap_or(local) - self.origin).clamp(i64::from(Minute::MIN), i64::from(Minute::MAX))
            as Minute
    }

    /// The number of the local day, from 1970-01-01.
    pub fn day(&self, minute: Minute) -> i64 {
        self.local(minute).div_euclid(DAY)
    }

    /// Midnight of a local day; one that falls into a gap is the day's first minute.
    pub fn midnight(&self, day: i64) -> Minute {
        let minute = self.minute(day * DAY);
        // Where clocks went forward at midnight, the first minute that exists is that of the change.
        self.offsets
            .windows(2)
            .filter(|pair| pair[1].1 > pair[0].1)
            .map(|pair| pair[1].0)
            .find(|&change| {
                let (gap_from, gap_to) =
                    (change + i64::from(self.offset_at(change - 1)), self.local_of(change));
                (gap_from..gap_to).contains(&(day * DAY))
            })
            .map_or(minute, |change| (change - self.origin) as Minute)
    }

    fn local_of(&self, instant: i64) -> i64 {
        instant + i64::from(self.offset_at(instant))
    }

    fn offset_at(&self, instant: i64) -> i32 {
        let after = self.offsets.partition_point(|&(from, _)| from <= instant);
        self.offsets.get(after.saturating_sub(1)).map_or(0, |&(_, offset)| offset)
    }
}

/// How long a wait or a timeout lasts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pause {
    /// Months, then days, are added to the local date; then the minutes elapse.
    pub months: u32,
    pub days: u32,
    pub minutes: u32,
    /// A fixed minute instead of a duration.
    pub until: Option<Minute>,
    pub must_end_on: Option<MustEndOn>,
    /// Which of the program's calendars holds.
    pub calendar: u16,
}

/// The next such weekday and time at or after the end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MustEndOn {
    /// Bit 0 is Monday.
    pub days: u8,
    /// Minutes from local midnight.
    pub time: u16,
}

impl Pause {
    /// The minute at which a pause that begins at `from` is over; never before `from`.
    pub fn end(&self, calendar: &Calendar, from: Minute) -> Minute {
        let end = match self.until {
            Some(until) => until.max(from),
            None if self.months == 0 && self.days == 0 => from.saturating_add_unsigned(self.minutes),
            None => {
                let local = calendar.local(from);
                let day = add_months(local.div_euclid(DAY), self.months) + i64::from(self.days);
                calendar.minute(day * DAY + local.rem_euclid(DAY)).saturating_add_unsigned(self.minutes)
            }
        };
        let end = end.max(from);
        self.must_end_on.map_or(end, |on| on.next(calendar, end))
    }
}

impl MustEndOn {
    fn next(self, calendar: &Calendar, from: Minute) -> Minute {
        let first = calendar.day(from);
        for day in first..first + 16 {
            let weekday = (day + EPOCH_WEEKDAY).rem_euclid(7);
            let matches = self.days & (1 << weekday) != 0;
            let minute = calendar.minute(day * DAY + i64::from(self.time));
            if matches && minute >= from {
                return if self.time == 0 { calendar.midnight(day).max(from) } else { minute };
            }
        }
        from
    }
}

/// A day some months on; a day that the month lacks becomes its last.
fn add_months(day: i64, months: u32) -> i64 {
    if months == 0 {
        return day;
    }
    let (year, month, of_month) = civil(day);
    let index = year * 12 + i64::from(month) - 1 + i64::from(months);
    let (year, month) = (index.div_euclid(12), index.rem_euclid(12) as u32 + 1);
    let next = if month == 12 { day_number(year + 1, 1, 1) } else { day_number(year, month + 1, 1) };
    let last = next - day_number(year, month, 1);
    day_number(year, month, of_month.min(last as u32))
}

/// Year, month and day of a day number (Hinnant, "chrono-Compatible Low-Level Date Algorithms").
fn civil(day: i64) -> (i64, u32, u32) {
    let z = day + 719_468;
    let era = z.div_euclid(146_097);
    let doe = z.rem_euclid(146_097);
    let yoe = (doe - doe / 1460 + doe / 36_524 - doe / 146_096) / 365;
    let doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    let mp = (5 * doy + 2) / 153;
    let of_month = (doy - (153 * mp + 2) / 5 + 1) as u32;
    let month = if mp < 10 { mp + 3 } else { mp - 9 } as u32;
    (yoe + era * 400 + i64::from(month <= 2), month, of_month)
}

/// The number of a day, from 1970-01-01.
pub fn day_number(year: i64, month: u32, of_month: u32) -> i64 {
    let y = year - i64::from(month <= 2);
    let era = y.div_euclid(400);
    let yoe = y.rem_euclid(400);
    let mp = i64::from((month + 9) % 12);
    let doy = (153 * mp + 2) / 5 + i64::from(of_month) - 1;
    let doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;
    era * 146_097 + doe - 719_468
}

#[cfg(test)]
mod tests {
    use super::{Clock, Minute};

    /// The next midnight is found whatever the lengths of the days before it.
    #[test]
    fn the_next_midnight_is_the_first_that_is_no_earlier() {
        for lengths in [[1440; 4], [1380, 1440, 1500, 1440], [2880, 1440, 60, 1440]] {
            let mut midnight = 0;
            let days = lengths.iter().cycle().take(40);
            let midnights: Vec<Minute> = days
                .map(|length| {
                    midnight += length;
                    midnight
                })
                .collect();
            let clock = Clock { horizon: midnight, midnights };
            for first in [0, 1, 7, 39, 40] {
                for from in (0..midnight + 100).step_by(23) {
                    let later = |&(_, &midnight): &(usize, &Minute)| midnight >= from;
                    let known = clock.midnights.iter().enumerate().skip(first).find(later);
                    let known = known.map_or(clock.midnights.len(), |(number, _)| number);
                    assert_eq!(clock.next_midnight(first, from), known, "{first} {from}");
                }
            }
        }
    }
}
