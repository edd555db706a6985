//! The figures of buying groups: by solution interest, by day, by role, and why roles stay empty.

use simulator::Cause;

use super::replication::Replication;
use super::reporter::Page;
use super::*;

impl Page<'_, '_> {
    pub(super) fn interests(&mut self) -> Vec<InterestFigures> {
        let reporter = self.reporter;
        let days = reporter.scenario.days();
        let figures = |(at, group): (usize, &crate::compile::GroupOrigin)| {
            let tally = |of: &Replication<'_>| of.tally.groups[at].groups as f64;
            let ready = |of: &Replication<'_>| of.tally.groups[at].ready.iter().sum::<u64>() as f64;
            InterestFigures {
                solution_interest: group.solution_interest.clone(),
                // The number of groups is no matter of chance: every replication makes the same.
                groups: self.mean(tally).round() as u64,
                sales_ready: self.figure(|of| Some(ready(of))),
                sales_ready_share: self.share(|of| (ready(of), tally(of))),
                completeness_start: self.share(|of| (of.tally.groups[at].completeness_start, tally(of))),
                completeness_end: self.share(|of| (of.tally.groups[at].completeness_end, tally(of))),
                engagement_end: self.share(|of| (of.tally.groups[at].engagement_end, tally(of))),
                median_days_to_ready: self.figure(|of| of.survival[at].median()),
                ready_by_day: (0..=days).map(|day| self.mean(|of| of.survival[at].ready_by(day))).collect(),
                bands: Bands {
                    completeness: [0, 1, 2, 3]
                        .map(|band| self.mean(|of| of.tally.groups[at].bands[0][band] as f64)),
                    engagement: [0, 1, 2, 3]
                        .map(|band| self.mean(|of| of.tally.groups[at].bands[1][band] as f64)),
                },
            }
        };
        reporter.compiled.origin.groups.iter().enumerate().map(figures).collect()
    }

    pub(super) fn day_groups(&mut self, day: usize, at: usize) -> DayGroups {
        let compiled = self.reporter.compiled;
        let quantiles = self.quantiles;
        let mut spread = |score: usize| {
            let groups = |of: &Replication<'_>| of.tally.groups[at].groups as f64;
            let mean = self.share(|of| (of.tally.groups[at].sums[score][day], groups(of))).mean;
            let quantiles = quantiles.and_then(|all| all[at * 2 + score][day]);
            let [p10, p50, p90] = quantiles.map_or([None; 3], |values| values.map(Some));
            Spread { mean, p10, p50, p90 }
        };
        DayGroups {
            solution_interest: compiled.origin.groups[at].solution_interest.clone(),
            completeness: spread(0),
            engagement: spread(1),
            sales_ready: self.count(|of| of.tally.groups[at].ready[..=day].iter().sum()),
        }
    }

    pub(super) fn roles(&mut self) -> Vec<RoleFigures> {
        let compiled = self.reporter.compiled;
        let mut rows = Vec::new();
        for (at, group) in compiled.origin.groups.iter().enumerate() {
            for (number, role) in group.roles.iter().enumerate() {
                let card = &compiled.program.groups[at].cards[number];
                let groups = |of: &Replication<'_>| of.tally.groups[at].groups as f64;
                let by_source = |page: &mut Self, source: usize| {
                    page.count(|of| of.tally.groups[at].cards[number].by_source[source])
                };
                rows.push(RoleFigures {
                    solution_interest: group.solution_interest.clone(),
                    role: role.clone(),
                    required: card.required,
                    members_required: card.members_required,
                    fill_start: self.share(|of| (of.tally.groups[at].cards[number].fill_start, groups(of))),
                    fill_end: self.share(|of| (of.tally.groups[at].cards[number].fill_end, groups(of))),
                    groups_missing: self.count(|of| of.tally.groups[at].cards[number].missing),
                    members_by_source: BySource {
                        system: by_source(self, 0),
                        journey: by_source(self, 1),
                        manual: by_source(self, 2),
                    },
                    members_from_advertising: self
                        .count(|of| of.tally.groups[at].cards[number].from_advertising),
                });
            }
        }
        rows
    }

    pub(super) fn why(&mut self) -> Vec<Why> {
        let compiled = self.reporter.compiled;
        let mut rows = Vec::new();
        for (at, group) in compiled.origin.groups.iter().enumerate() {
            for (number, role) in group.roles.iter().enumerate() {
                if !compiled.program.groups[at].cards[number].required {
                    continue;
                }
                let cause = |page: &mut Self, cause: Cause| {
                    page.count(|of| of.tally.groups[at].cards[number].causes[cause as usize])
                };
                rows.push(Why {
                    solution_interest: group.solution_interest.clone(),
                    role: role.clone(),
                    causes: Causes {
                        no_matching_title: cause(self, Cause::NoMatchingTitle),
                        claimed_by_earlier_role: cause(self, Cause::ClaimedByEarlierRole),
                        never_assigned: cause(self, Cause::NeverAssigned),
                        removed: cause(self, Cause::Removed),
                        refused: cause(self, Cause::Refused),
                    },
                });
            }
        }
        rows
    }
}
