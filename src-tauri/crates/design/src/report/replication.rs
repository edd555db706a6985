//! What one replication says beyond its counts.

use simulator::tally::{DayTally, Tally};

use super::survival::Survival;

pub(super) struct Replication<'t> {
    pub(super) tally: &'t Tally,
    /// By solution interest.
    pub(super) survival: Vec<Survival>,
    /// Accounts by day and node.
    pub(super) here: Vec<i64>,
    /// By day: what was found and spent until then; the last entry is for the whole run.
    pub(super) so_far: Vec<DayTally>,
    /// The share of the expected revenue in the best tenth of the accounts; None where none is expected.
    pub(super) top_tenth: Option<f64>,
    /// The share of the expected revenue, by industry.
    pub(super) by_industry: Vec<f64>,
}

impl<'t> Replication<'t> {
    /// `industry_of` gives the place of an industry by its code, of so many `industries`.
    pub(super) fn new(
        tally: &'t Tally,
        nodes: usize,
        industry_of: &[Option<usize>],
        industries: usize,
    ) -> Replication<'t> {
        let mut here = tally.here.clone();
        (nodes..here.len()).for_each(|at| here[at] += here[at - nodes]);
        let mut so_far = tally.days.clone();
        (1..so_far.len()).for_each(|day| so_far[day] = so_far[day].plus(so_far[day - 1]));
        let total: f64 = tally.revenue.iter().map(|of| of.revenue).sum();
        let mut by_industry = vec![0.0; industries];
        for of in &tally.revenue {
            if let Some(place) = of.industry.and_then(|code| industry_of[code as usize]) {
                by_industry[place] += of.revenue / total;
            }
        }
        let top_tenth = (total > 0.0).then(|| of_best_tenth(tally) / total);
        let survival = tally.groups.iter().map(|group| Survival::new(&group.times)).collect();
        Replication { tally, survival, here, so_far, top_tenth, by_industry }
    }

    /// What was found and spent in the whole run.
    pub(super) fn whole(&self) -> &DayTally {
        &self.so_far[self.so_far.len() - 1]
    }
}

/// The expected revenue of the best tenth of the accounts that have a group, rounded up.
fn of_best_tenth(tally: &Tally) -> f64 {
    let mut revenues: Vec<f64> = tally.revenue.iter().map(|of| of.revenue).collect();
    let best = revenues.len().div_ceil(10);
    if best < revenues.len() {
        revenues.select_nth_unstable_by(best - 1, |a, b| b.total_cmp(a));
    }
    revenues.truncate(best);
    // The sum is taken in one order, whatever the selection left.
    revenues.sort_by(|a, b| b.total_cmp(a));
    revenues.iter().sum()
}
