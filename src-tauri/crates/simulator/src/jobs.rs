//! The jobs of the day: maintenance, scores, the day's sample; and the creation at minute 0.

use crate::account::Run;

impl Run<'_> {
    /// Minute 0: the groups, their first scores, the sample of day 0.
    pub(crate) fn create(&mut self) {
        self.in_jobs = true;
        self.create_groups();
        for index in 0..self.groups.len() {
            let (start, group) = (&mut self.tally.groups[index], &self.groups[index]);
            if group.exists {
                start.groups += 1;
                start.completeness_start += group.completeness;
                for (card, tally) in self.program.groups[index].cards.iter().zip(&mut start.cards).enumerate()
                {
                    tally.1.fill_start += crate::groups::fill(tally.0, group.members[card]);
                }
            }
        }
        self.score();
        self.sample();
        self.in_jobs = false;
    }

    pub(crate) fn jobs_of_the_day(&mut self) {
        self.in_jobs = true;
        self.maintain();
        (0..self.groups.len()).for_each(|group| self.settle(group));
        self.score();
        self.sample();
        self.in_jobs = false;
    }

    /// Brings the engagement of the groups up to now; only what changed is computed again.
    fn score(&mut self) {
        self.window.advance(self.now);
        let scores_changed = std::mem::take(&mut self.window.changed);
        for index in 0..self.groups.len() {
            let changed = std::mem::take(&mut self.groups[index].changed) || scores_changed;
            if !self.groups[index].exists || !changed {
                continue;
            }
            let before = self.groups[index].engagement;
            let after = self.group_score(index);
            self.groups[index].engagement = after;
            if before != after {
                self.listen_for_score(index, false, before, after);
            }
            self.look_whether_ready(index);
        }
    }

    fn sample(&mut self) {
        let days = self.program.clock.midnights.len() + 1;
        for (index, group) in self.groups.iter().enumerate() {
            if group.exists {
                let sums = &mut self.tally.groups[index].sums[self.day];
                for (score, value) in [group.completeness, group.engagement].into_iter().enumerate() {
                    sums[score] += value;
                    self.samples.add((index * 2 + score) * days + self.day, value);
                }
            }
        }
    }
}
