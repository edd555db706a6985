//! The share of groups that became sales-ready, where some are only watched for a while.

use simulator::time::Minute;

const DAY: Minute = 1440;

/// The estimate of Kaplan and Meier (1958) of the time to ready.
pub(super) struct Survival {
    /// When groups became ready, ascending, and the share not yet ready after it.
    steps: Vec<(Minute, f64)>,
}

impl Survival {
    /// From the minutes of each group, and whether it was then ready or only watched no longer.
    pub(super) fn new(times: &[(Minute, bool)]) -> Survival {
        let mut times = times.to_vec();
        times.sort_unstable();
        let mut steps = Vec::new();
        let mut share = 1.0;
        let mut at = 0;
        while at < times.len() {
            let minute = times[at].0;
            let same = times[at..].partition_point(|time| time.0 <= minute);
            let ready = times[at..at + same].iter().filter(|time| time.1).count();
            if ready > 0 {
                share *= 1.0 - ready as f64 / (times.len() - at) as f64;
                steps.push((minute, share));
            }
            at += same;
        }
        Survival { steps }
    }

    /// The first time, in days, at which at most half are not ready; None where that never comes.
    pub(super) fn median(&self) -> Option<f64> {
        let step = self.steps.iter().find(|(_, share)| *share <= 0.5 + 1e-9);
        step.map(|(minute, _)| f64::from(*minute) / f64::from(DAY))
    }

    /// The share ready after so many days.
    pub(super) fn ready_by(&self, day: u32) -> f64 {
        let minute = day as Minute * DAY;
        let steps = self.steps.partition_point(|step| step.0 <= minute);
        steps.checked_sub(1).map_or(0.0, |last| 1.0 - self.steps[last].1)
    }
}
