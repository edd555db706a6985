//! Differences taken pair by pair: replication r of the one against replication r of the other.

use indexmap::{IndexMap, IndexSet};

use super::Difference;
use super::verdict::Verdict;
use crate::report::{Estimate, Intervals, Moments, Report, figures};

/// Takes in the replications of two runs in pairs. Memory is bounded: means and spreads are kept, not replications.
#[derive(Debug, Default)]
pub struct Pairs {
    replications: u32,
    figures: IndexMap<String, Pair>,
}

#[derive(Debug, Default)]
struct Pair {
    a: Moments,
    b: Moments,
    difference: Moments,
}

impl Pairs {
    /// Takes in the reports of the next replication of each, as `Reporter::single` gives them.
    pub fn take(&mut self, a: &Report, b: &Report) {
        self.replications += 1;
        let n = f64::from(self.replications);
        let (of_a, of_b) = (figures(a), figures(b));
        for path in of_a.keys().chain(of_b.keys()) {
            if !self.figures.contains_key(path) {
                // A count that was left out of the replications before was 0 in them.
                let mut pair = Pair::default();
                (1..self.replications)
                    .for_each(|before| pair.take(path, None, None, a, b, f64::from(before)));
                self.figures.insert(path.clone(), pair);
            }
        }
        for (path, pair) in &mut self.figures {
            pair.take(path, of_a.get(path), of_b.get(path), a, b, n);
        }
    }

    /// One row for each figure that either run has, in the order of the report.
    pub fn differences(&self) -> Vec<Difference> {
        let intervals = Intervals::over(self.replications);
        let row = |(figure, pair): (&String, &Pair)| Difference {
            figure: figure.clone(),
            a: intervals.of(&pair.a),
            b: intervals.of(&pair.b),
            difference: intervals.of(&pair.difference),
        };
        let mut rows: Vec<_> = self.figures.iter().map(row).collect();
        // A row that came late stands with its like.
        let parts: IndexSet<String> = rows.iter().map(|row| part_of(&row.figure).to_owned()).collect();
        rows.sort_by_key(|row| parts.get_index_of(part_of(&row.figure)));
        rows
    }

    /// What can be said of a figure and what can't; None where neither run has it.
    pub fn verdict(&self, figure: &str) -> Option<Verdict> {
        let pair = self.figures.get(figure)?;
        let difference: Estimate = Intervals::over(self.replications).of(&pair.difference);
        let deviation = pair.difference.deviation(f64::from(self.replications));
        Some(Verdict::new(figure, difference, deviation, self.replications))
    }
}

impl Pair {
    fn take(
        &mut self,
        path: &str,
        of_a: Option<&Estimate>,
        of_b: Option<&Estimate>,
        a: &Report,
        b: &Report,
        n: f64,
    ) {
        let of_a = value(path, of_a, a);
        let of_b = value(path, of_b, b);
        self.a.take(of_a, n);
        self.b.take(of_b, n);
        self.difference.take(of_a.zip(of_b).map(|(a, b)| b - a), n);
    }
}

/// A figure of one replication. Event types and industries with 0 are left out of a report; whatever else is missing,
/// such as a node that the journey lacks, is undefined.
fn value(path: &str, found: Option<&Estimate>, report: &Report) -> Option<f64> {
    if let Some(estimate) = found {
        return estimate.mean;
    }
    let node = path.strip_prefix("nodes[").and_then(|rest| rest.split(']').next());
    let there = node.is_none_or(|node| report.nodes.iter().any(|of| of.id.as_str() == node));
    let left_out = path.contains("events[") || path.starts_with("risks.byIndustry[");
    (there && left_out).then_some(0.0)
}

/// The part of a report to which a figure belongs.
fn part_of(figure: &str) -> &str {
    figure.split(['.', '[']).next().unwrap_or_default()
}
