//! Durations, dates and "must end on" in words.

use super::Speaker;
use crate::kinds::Timeout;
use crate::time::{Duration, LocalDateTime, MustEndOn, Weekday};

const MONTHS: [(&str, &str); 12] = [
    ("January", "enero"),
    ("February", "febrero"),
    ("March", "marzo"),
    ("April", "abril"),
    ("May", "mayo"),
    ("June", "junio"),
    ("July", "julio"),
    ("August", "agosto"),
    ("September", "septiembre"),
    ("October", "octubre"),
    ("November", "noviembre"),
    ("December", "diciembre"),
];

impl Speaker<'_> {
    /// "1 week and 2 days".
    pub fn duration(&self, duration: &Duration) -> String {
        let units = [
            (duration.minutes, ("minute", "minutes"), ("minuto", "minutos")),
            (duration.hours, ("hour", "hours"), ("hora", "horas")),
            (duration.days, ("day", "days"), ("día", "días")),
            (duration.weeks, ("week", "weeks"), ("semana", "semanas")),
            (duration.months, ("month", "months"), ("mes", "meses")),
        ];
        let parts: Vec<String> = units
            .into_iter()
            .filter_map(|(count, en, es)| {
                let count = count.filter(|count| *count > 0)?;
                let unit = if count == 1 { self.say(en.0, es.0) } else { self.say(en.1, es.1) };
                Some(format!("{} {unit}", self.number(f64::from(count), 0)))
            })
            .collect();
        self.and(&parts)
    }

    /// "30 June 2027, 09:00".
    pub fn date(&self, at: &LocalDateTime) -> String {
        let at = at.get();
        let (en, es) = MONTHS[usize::try_from(at.month() - 1).unwrap_or(0) % 12];
        let of = self.say(" ", " de ");
        let time = at.time().strftime("%H:%M");
        format!("{}{of}{}{of}{}, {time}", at.day(), self.say(en, es), at.year())
    }

    /// "Tue, Wed, or Thu, 10:00".
    pub fn must_end_on(&self, must: &MustEndOn) -> String {
        let days: Vec<String> = must.days.items().iter().map(|day| self.weekday(*day).to_owned()).collect();
        let days =
            if days.is_empty() { self.say("any day", "cualquier día").to_owned() } else { self.or(&days) };
        let time =
            must.time.get().map_or_else(|| "00:00".into(), |time| time.get().strftime("%H:%M").to_string());
        let zone = must.time_zone.get().map_or_else(String::new, |zone| format!(" ({})", zone.as_str()));
        format!("{days}, {time}{zone}")
    }

    fn weekday(&self, day: Weekday) -> &'static str {
        match day {
            Weekday::Mon => self.say("Mon", "lun"),
            Weekday::Tue => self.say("Tue", "mar"),
            Weekday::Wed => self.say("Wed", "mié"),
            Weekday::Thu => self.say("Thu", "jue"),
            Weekday::Fri => self.say("Fri", "vie"),
            Weekday::Sat => self.say("Sat", "sáb"),
            Weekday::Sun => self.say("Sun", "dom"),
        }
    }

    /// "14 days", "14 days, then Tue, 10:00", or a date.
    pub fn timeout(&self, timeout: &Timeout) -> String {
        if let Some(at) = timeout.at.get() {
            return self.date(at);
        }
        let after = timeout.after.get().map(|after| self.duration(after)).unwrap_or_default();
        match timeout.must_end_on.get() {
            Some(must) => format!("{after}, {} {}", self.say("then", "después"), self.must_end_on(must)),
            None => after,
        }
    }
}
