//! Dates and times as people and programs write them, brought to ISO 8601. Only one thing cannot be told from a cell by
//! itself: whether 03/11/2026 begins with the day or with the month. The column is asked.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime, Time};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::known::{BIRTH, TIMESTAMP};

/// Which comes first in dates such as 03/11/2026.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum DayOrder {
    DayFirst,
    MonthFirst,
}

/// What the cells of a column say about its order.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Seen {
    day_first: u32,
    month_first: u32,
    /// Cells that could be either.
    either: u32,
}

/// Why a cell is no date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wrong {
    NoDate,
    /// Nothing in the column says whether the day or the month comes first.
    Unclear,
}

/// Whether an attribute holds dates.
pub(super) fn holds(attribute: &str) -> bool {
    [TIMESTAMP, BIRTH].contains(&attribute)
}

impl Seen {
    pub(super) fn look(&mut self, cell: &str) {
        let Some((a, b)) = cell.split_whitespace().next().and_then(pair) else { return };
        match (a > 12, b > 12) {
            (true, false) => self.day_first += 1,
            (false, true) => self.month_first += 1,
            _ if a != b => self.either += 1,
            _ => {}
        }
    }

    /// The order that more cells ask for; None where none does, or both do alike.
    pub(super) fn order(self) -> Option<DayOrder> {
        match self.day_first.cmp(&self.month_first) {
            std::cmp::Ordering::Greater => Some(DayOrder::DayFirst),
            std::cmp::Ordering::Less => Some(DayOrder::MonthFirst),
            std::cmp::Ordering::Equal => None,
        }
    }

    /// Whether the order matters to some cell.
    pub(super) fn matters(self) -> bool {
        self.either + self.day_first + self.month_first > 0
    }
}

/// A cell by ISO 8601: as it is where it is so already; a date alone stays one, and a time without an offset stays
/// without. Days of Excel and seconds or milliseconds since 1970 are known by their size.
pub(super) fn iso(cell: &str, order: Option<DayOrder>) -> Result<String, Wrong> {
    let cell = cell.trim();
    if cell.parse::<Timestamp>().is_ok() || cell.parse::<DateTime>().is_ok() {
        return Ok(cell.to_owned());
    }
    if let Ok(number) = cell.parse::<f64>() {
        return counted(number).ok_or(Wrong::NoDate);
    }
    let mut parts = Parts::default();
    let words = cell.split(|c: char| c.is_whitespace() || c == ',').filter(|word| !word.is_empty());
    for word in words {
        parts.take(word).ok_or(Wrong::NoDate)?;
    }
    let date = day(&parts.date, order)?;
    match parts.time().ok_or(Wrong::NoDate)? {
        None if parts.offset.is_none() => Ok(date.to_string()),
        None => Err(Wrong::NoDate),
        Some(time) => {
            let offset = parts.offset.unwrap_or_default();
            let whole = format!("{date}T{time}{offset}");
            let known = whole.parse::<Timestamp>().is_ok() || offset.is_empty();
            if known { Ok(whole) } else { Err(Wrong::NoDate) }
        }
    }
}

/// The words of a date and its time, put apart.
#[derive(Default)]
struct Parts<'a> {
    date: Vec<&'a str>,
    clock: Option<&'a str>,
    /// Whether the clock was said to be after noon.
    afternoon: Option<bool>,
    offset: Option<String>,
}

impl<'a> Parts<'a> {
    /// None where the word is nothing that a date has.
    fn take(&mut self, word: &'a str) -> Option<()> {
        let folded: String = word.to_lowercase().chars().filter(|c| *c != '.').collect();
        match &*folded {
            "de" | "del" | "of" | "at" | "the" => {}
            // In Spanish they may be two words: `p. m.`.
            "am" | "a" => self.afternoon = Some(false),
            "pm" | "p" => self.afternoon = Some(true),
            "m" if self.afternoon.is_some() => {}
            "z" | "utc" | "gmt" if self.clock.is_some() => self.offset = Some("Z".to_owned()),
            _ if self.clock.is_some() && word.starts_with(['+', '-']) => self.offset = Some(word.to_owned()),
            _ if word.contains(':') && self.clock.is_none() => self.time_of(word),
            _ if WEEKDAYS.contains(&&*folded) => {}
            // `12-Mar-2026` is three words.
            _ if word.split(['-', '/', '.']).nth(1).and_then(month).is_some() => {
                self.date.extend(word.split(['-', '/', '.']));
            }
            _ => self.date.push(word),
        }
        (self.date.len() <= 3).then_some(())
    }

    /// A clock may carry what comes after it: `9:30PM`, `09:30:00+01:00`, `09:30Z`.
    fn time_of(&mut self, word: &'a str) {
        let end = word.find(|c: char| !c.is_ascii_digit() && c != ':' && c != '.').unwrap_or(word.len());
        let (clock, rest) = word.split_at(end);
        self.clock = Some(clock);
        match rest.to_lowercase().as_str() {
            "" => {}
            "am" => self.afternoon = Some(false),
            "pm" => self.afternoon = Some(true),
            "z" => self.offset = Some("Z".to_owned()),
            // What no offset is makes no time either, and is found when the whole is read.
            _ => self.offset = Some(rest.to_owned()),
        }
    }

    /// None where the clock is none; `Some(None)` where there is no clock.
    fn time(&self) -> Option<Option<Time>> {
        let Some(clock) = self.clock else { return self.afternoon.is_none().then_some(None) };
        let (hour, rest) = clock.split_once(':')?;
        let hour: i8 = hour.parse().ok()?;
        let hour = match self.afternoon {
            None => hour,
            Some(_) if !(1..=12).contains(&hour) => return None,
            Some(afternoon) => hour % 12 + if afternoon { 12 } else { 0 },
        };
        format!("{hour:02}:{rest}").parse().ok().map(Some)
    }
}

fn day(words: &[&str], order: Option<DayOrder>) -> Result<Date, Wrong> {
    let made = |year: &str, month: i8, day: i8| {
        let year = (year.len() == 4).then(|| year.parse().ok()).flatten().ok_or(Wrong::NoDate)?;
        Date::new(year, month, day).map_err(|_| Wrong::NoDate)
    };
    // `3rd` and `3º` are days too.
    let number = |word: &str| {
        let digits = word.trim_end_matches(|c: char| !c.is_ascii_digit());
        (digits.len() <= 2).then(|| digits.parse::<i8>().ok()).flatten().ok_or(Wrong::NoDate)
    };
    match *words {
        [first, second, year] => match (month(first), month(second)) {
            (_, Some(month)) => made(year, month, number(first)?),
            (Some(month), None) => made(year, month, number(second)?),
            (None, None) => Err(Wrong::NoDate),
        },
        [word] => {
            let parts: Vec<&str> = word.split(['/', '-', '.']).collect();
            let [first, second, third] = parts[..] else { return Err(Wrong::NoDate) };
            if first.len() == 4 {
                return made(first, number(second)?, number(third)?);
            }
            let (a, b) = (number(first)?, number(second)?);
            // Points stand between day, month and year only where the day comes first.
            let order = if word.contains('.') || (order.is_none() && (a > 12 || a == b)) {
                Some(DayOrder::DayFirst)
            } else if order.is_none() && b > 12 {
                Some(DayOrder::MonthFirst)
            } else {
                order
            };
            match order {
                Some(DayOrder::DayFirst) => made(third, b, a),
                Some(DayOrder::MonthFirst) => made(third, a, b),
                None => made(third, b, a).and(Err(Wrong::Unclear)),
            }
        }
        _ => Err(Wrong::NoDate),
    }
}

/// The first two numbers of a date such as 03/11/2026.
fn pair(word: &str) -> Option<(u8, u8)> {
    let mut parts = word.split(['/', '-']);
    let (a, b, year) = (parts.next()?, parts.next()?, parts.next()?);
    let whole = parts.next().is_none() && year.trim_end_matches(',').len() == 4;
    (whole && a.len() <= 2 && b.len() <= 2).then(|| Some((a.parse().ok()?, b.parse().ok()?)))?
}

/// A number that counts from somewhere: Excel's days since 30 December 1899 between 1954 and 2119, or seconds or
/// milliseconds since 1970 between 1990 and 2100.
fn counted(number: f64) -> Option<String> {
    const SECONDS: std::ops::Range<f64> = 631_152_000.0..4_102_444_800.0;
    if (20_000.0..80_000.0).contains(&number) {
        let days = number.trunc() as i32 - 25_569;
        let seconds = (number.fract() * 86_400.0).round() as i64;
        let at = Timestamp::from_second(i64::from(days) * 86_400 + seconds).ok()?;
        let at = jiff::tz::TimeZone::UTC.to_datetime(at);
        return Some(if number.fract() == 0.0 { at.date().to_string() } else { at.to_string() });
    }
    let milliseconds = if SECONDS.contains(&number) {
        number * 1e3
    } else if SECONDS.contains(&(number / 1e3)) {
        number
    } else {
        return None;
    };
    Some(Timestamp::from_millisecond(milliseconds.round() as i64).ok()?.to_string())
}

/// A month by its English or Spanish name, or the first three letters or four of it.
fn month(word: &str) -> Option<i8> {
    let word = word.trim_end_matches('.').to_lowercase();
    let starts =
        |name: &&str| word.len() >= 3 && (word == **name || (word.len() <= 4 && name.starts_with(&word)));
    let place = |names: &[&str; 12]| names.iter().position(starts).map(|place| place as i8 + 1);
    place(&ENGLISH).or_else(|| place(&SPANISH))
}

const ENGLISH: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];
const SPANISH: [&str; 12] = [
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
];
const WEEKDAYS: [&str; 14] = [
    "mon",
    "tue",
    "wed",
    "thu",
    "fri",
    "sat",
    "sun",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];

#[cfg(test)]
mod tests {
    use super::{DayOrder, Seen, Wrong, iso};

    #[test]
    fn dates_are_read_in_every_style() {
        let (day, month) = (Some(DayOrder::DayFirst), Some(DayOrder::MonthFirst));
        let cases = [
            ("2026-11-03T09:30:00+01:00", None, "2026-11-03T09:30:00+01:00"),
            ("2026-11-03 09:30", None, "2026-11-03 09:30"),
            ("2026-11-03", None, "2026-11-03"),
            ("2026/11/03 09:30", None, "2026-11-03T09:30:00"),
            ("03/11/2026 09:30", day, "2026-11-03T09:30:00"),
            ("11/3/2026 9:30 AM", month, "2026-11-03T09:30:00"),
            ("11/3/2026 12:05:07 am", month, "2026-11-03T00:05:07"),
            ("11/3/2026, 12:05 p. m.", month, "2026-11-03T12:05:00"),
            ("3.11.2026", month, "2026-11-03"),
            ("25/12/2026", None, "2026-12-25"),
            ("12/25/2026", None, "2026-12-25"),
            ("5-5-2026", None, "2026-05-05"),
            ("12 Mar 2026", None, "2026-03-12"),
            ("Mar 12, 2026 9:30PM", None, "2026-03-12T21:30:00"),
            ("Tue, 3rd Nov 2026 09:30:00 +0100", None, "2026-11-03T09:30:00+0100"),
            ("12-mar-2026", None, "2026-03-12"),
            ("3 de noviembre de 2026 09:30", None, "2026-11-03T09:30:00"),
            ("1 sept. 2026", None, "2026-09-01"),
            ("46329", None, "2026-11-03"),
            ("46329.395833333336", None, "2026-11-03T09:30:00"),
            ("1793698200", None, "2026-11-03T09:30:00Z"),
            ("1793698200000", None, "2026-11-03T09:30:00Z"),
        ];
        for (cell, order, expected) in cases {
            assert_eq!(iso(cell, order).as_deref(), Ok(expected), "{cell}");
        }
    }

    #[test]
    fn what_is_no_date_is_none() {
        for cell in [
            "",
            "soon",
            "2026-13-45",
            "31/02/2026",
            "3/4/26",
            "13/13/2026",
            "7",
            "1e300",
            "NaN",
            "Mar 2026",
            "12 Mar 2026 25:00",
            "12 Mar 2026 13:00 PM",
            "12 Mar 2026 09:30 CET",
            "1/2/3/2026",
            "AM",
            "١/٢/2026",
        ] {
            assert_eq!(iso(cell, Some(DayOrder::DayFirst)), Err(Wrong::NoDate), "{cell}");
        }
        assert_eq!(iso("25/12/2026", Some(DayOrder::MonthFirst)), Err(Wrong::NoDate));
        assert_eq!(iso("03/11/2026", None), Err(Wrong::Unclear));
    }

    #[test]
    fn a_column_says_its_order() {
        let order = |cells: &[&str]| {
            let mut seen = Seen::default();
            cells.iter().for_each(|cell| seen.look(cell));
            (seen.order(), seen.matters())
        };
        assert_eq!(order(&["03/11/2026", "13/11/2026 09:30"]), (Some(DayOrder::DayFirst), true));
        assert_eq!(order(&["03-11-2026", "11-13-2026, 9:30 AM"]), (Some(DayOrder::MonthFirst), true));
        assert_eq!(order(&["03/11/2026", "04/11/2026"]), (None, true));
        assert_eq!(order(&["13/11/2026", "11/13/2026"]), (None, true));
        assert_eq!(order(&["2026-11-03", "3.11.2026", "12 Mar 2026", "", "05/05/2026"]), (None, false));
    }
}
