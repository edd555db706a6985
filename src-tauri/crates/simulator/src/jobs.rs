//! The jobs of the day: maintenance, scores, the day's sample; and the creation at minute 0.

use crate::account::Run;
use crate::groups::fill;
use crate::part::Part;
use crate::program::Op;
use crate::program::Program;
use crate::samples::Held;
use crate::time::Minute;

impl Run<'_> {
    /// Minute 0: the groups, their first scores, the sample of day 0.
    pub(crate) fn create(&mut self) {
        self.in_jobs = true;
        self.create_groups();
        self.score();
        for group in &mut self.groups {
            group.sampled = [(group.completeness, 0), (group.engagement, 0)];
        }
        self.in_jobs = false;
    }

    /// Counts the groups as they are made.
    pub(crate) fn count_creation(&mut self) {
        for (index, group) in self.groups.iter().enumerate().filter(|(_, group)| group.exists) {
            self.tally.groups[index].groups += 1;
            let addends = &mut self.addends[index];
            addends.at_start.push(group.completeness);
            let cards = self.program.groups[index].cards.iter().zip(&group.members);
            addends.fill_start.extend(cards.map(|(card, &members)| fill(card, members)));
        }
    }

    /// The next midnight whose jobs have something to do, if it is not after `until`; the days before it are over.
    /// Most midnights change nothing: nothing happened that a job looks at, and nothing leaves the score window.
    pub(crate) fn next_job(&mut self, until: Minute) -> Option<Minute> {
        let clock = &self.program.clock;
        // This is asked before each thing that happens, most of which come before the next midnight.
        if clock.midnights.get(self.day).is_none_or(|&midnight| midnight > until) {
            return None;
        }
        let changed = self.unsettled
            || self.volatile
            || self.groups.iter().any(|group| group.changed)
            || self.daily_impressions();
        let from = if changed { 0 } else { self.window.due_from() };
        self.day = clock.next_midnight(self.day, from.min(until.saturating_add(1)));
        let midnight = *clock.midnights.get(self.day).filter(|&&midnight| midnight <= until)?;
        self.day += 1;
        Some(midnight)
    }

    /// What is due at a midnight.
    #[inline(never)] // So that a profile tells it from the loop.
    pub(crate) fn jobs_of_the_day(&mut self) {
        self.in_jobs = true;
        self.queue_day_of_impressions();
        self.maintain();
        (0..self.groups.len()).for_each(|group| self.settle(group));
        self.score();
        self.sample(self.day);
        self.in_jobs = false;
    }

    /// Brings the engagement of the groups up to now; only what changed is computed again.
    fn score(&mut self) {
        let references = self.program.references;
        let scores_changed = self.window.bring_up_to(self.now, references.person);
        for index in 0..self.groups.len() {
            let changed = std::mem::take(&mut self.groups[index].changed) || scores_changed;
            if !self.groups[index].exists || !changed {
                continue;
            }
            self.keep_shares(index);
            let before = self.groups[index].engagement;
            let after = self.group_score(index);
            self.groups[index].engagement = after;
            if before != after {
                self.listen_for_score(index, false, before, after);
            }
            self.look_whether_ready(index);
        }
    }

    /// Takes in the scores that held until the sample of this day, where they are others now.
    fn sample(&mut self, day: usize) {
        for index in 0..self.groups.len() {
            let group = &self.groups[index];
            if !group.exists {
                continue;
            }
            let values = [group.completeness, group.engagement];
            for (score, value) in values.into_iter().enumerate() {
                if self.groups[index].sampled[score].0 != value {
                    self.take_in(index, score, day);
                    self.groups[index].sampled[score] = (value, day);
                }
            }
        }
    }

    /// Takes in what the last samples found, at the horizon.
    pub(crate) fn take_in_all(&mut self) {
        for index in 0..self.groups.len() {
            if self.groups[index].exists {
                (0..2).for_each(|score| self.take_in(index, score, self.program.clock.midnights.len() + 1));
            }
        }
        self.samples.add(&self.held);
        self.held.clear();
    }

    fn take_in(&mut self, index: usize, score: usize, until: usize) {
        let (value, since) = self.groups[index].sampled[score];
        self.sums.add(index * 2 + score, since..until, value);
        let series = (index * 2 + score) as u16;
        self.held.push(Held { series, from: since as u16, until: until as u16, value });
    }

    /// What was counted since the last part; the next one begins with nothing.
    pub(crate) fn take_part(&mut self) -> Part {
        let Part { tally, sums, addends } = Part::new(self.program);
        Part {
            tally: std::mem::replace(&mut self.tally, tally),
            sums: std::mem::replace(&mut self.sums, sums),
            addends: std::mem::replace(&mut self.addends, addends),
        }
    }
}

/// Whether some condition asks for the engagement of people.
pub(crate) fn asks_for_scores(program: &Program) -> bool {
    program.code.iter().any(|op| matches!(op, Op::EngagementScore { .. }))
}
