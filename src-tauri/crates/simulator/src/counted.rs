//! Impressions that are not clicked, counted where nobody asks for single ones.

use crate::account::Run;
use crate::events::IMPRESSION;
use crate::impressions::{DAY, Lot};
use crate::random::{Draw, Purpose, join};
use crate::time::Minute;

/// How many draws are made together.
const LOT: usize = 4;

impl Run<'_> {
    /// Counts the account's impressions up to now, before a role or a destination changes. What people do in a minute
    /// comes after its jobs and before its arrivals at nodes.
    pub(crate) fn count_impressions(&mut self) {
        let until = if self.in_jobs { self.now - 1 } else { self.now }.min(self.program.clock.horizon - 1);
        if self.single_impressions() || self.ad_rates.passed <= 0.0 {
            return;
        }
        for index in 0..self.destinations.len() {
            if self.destinations[index].on && self.destinations[index].ads.counted < until {
                self.count_until(index, until);
                self.destinations[index].ads.counted = until;
            }
        }
    }

    fn count_until(&mut self, index: usize, until: Minute) {
        let after = self.destinations[index].ads.counted;
        let mut all = 0;
        let clock = &self.program.clock;
        let (mut day, last) = (clock.day_of(after + 1), clock.day_of(until));
        while day <= last {
            let (days, numbers) = self.count_like_days(index, after, until, day);
            (day, all) = (day + days, all + numbers);
            if day > last {
                break;
            }
            let lot = self.day_lot(index, day);
            let mut count = self.count_lot(&lot, after, until);
            for person in lot.people..self.people.len() as u16 {
                if self.people[usize::from(person)].created >= lot.until {
                    break;
                }
                let lot = self.own_lot(person, index);
                count += self.count_lot(&lot, after, until);
            }
            self.tally.days[day + 1].impressions += u64::from(count);
            all += u64::from(count);
            day += 1;
        }
        if all > 0 {
            self.seen.impression = true;
            self.tally.events[usize::from(IMPRESSION)] += all;
            let types = usize::from(self.program.event_types);
            let node = self.destinations[index].node as usize;
            self.tally.node_events[node * types + usize::from(IMPRESSION)] += all;
        }
    }

    /// Counts the days from `day` on that are whole, of the usual length, and during which nothing changes, so that
    /// their numbers are all that is needed; how many days, and how many impressions.
    fn count_like_days(&mut self, index: usize, after: Minute, until: Minute, day: usize) -> (usize, u64) {
        let clock = &self.program.clock;
        let start = clock.minutes_of(day).0;
        if !self.ad_rates.even || start == 0 || start <= after {
            return (0, 0);
        }
        let found = &self.people[usize::from(self.table_people)..];
        let before = found.partition_point(|person| person.created < start);
        let until = found.get(before).map_or(until, |next| until.min(next.created - 1));
        let of_day = self.ad_rates.of_day(usize::from(self.table_people) + before);
        let about = self.program.destinations[index].key;
        let (mut draws, mut first, mut all, mut days) = ([Draw::default(); LOT], 0, 0, 0);
        let midnights = clock.midnights[day - 1..].windows(2);
        for (midnights, tally) in midnights.zip(&mut self.tally.days[day + 1..]) {
            if midnights[1] > until + 1 || midnights[1] - midnights[0] != DAY as Minute {
                break;
            }
            let day = day + days;
            // The numbers of four days come from one draw.
            if days == 0 || day / 4 == first + LOT {
                first = day / 4;
                draws = self.stream.draws(about, first as u32, Purpose::Impressions);
            }
            let draw = draws[day / 4 - first];
            let further = |part| self.stream.draw(join(about, day as u64), part, Purpose::Impressions);
            let number = u64::from(of_day.number(draw.step(day % 4), further));
            tally.impressions += number;
            all += number;
            days += 1;
        }
        (days, all)
    }

    /// How many of a lot happen after the one minute and up to the other.
    fn count_lot(&mut self, lot: &Lot, after: Minute, until: Minute) -> u32 {
        if lot.until <= lot.after {
            return 0;
        }
        let number = self.number(lot);
        if self.ad_rates.even && after <= lot.after && lot.until <= until {
            return number;
        }
        let drawn = (0..number).map(|ordinal| Self::drawn(lot, ordinal));
        drawn.filter(|drawn| drawn.minute > after && drawn.minute <= until && self.happens_to(drawn)).count()
            as u32
    }
}
