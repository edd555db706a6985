//! The scores of all groups at each daily sample: kept one by one while they are few, and in bins when they are many.
//! Both forms merge in any order to the same result. A score that stays for days is added once, with its days.

use std::ops::Range;

use rayon::prelude::*;

/// Up to so many groups of all replications their scores are kept one by one.
const KEPT: usize = 65_536;
const BINS: usize = 2_048;
const HIGHEST: f64 = 100.0;

/// Scores from 0 to 100 by series (completeness or engagement of one solution interest) and day.
#[derive(Debug, Clone)]
pub struct Samples {
    days: usize,
    series: Vec<Series>,
}

#[derive(Debug, Clone)]
enum Series {
    Kept(Vec<(Range<u16>, f64)>),
    Binned(Box<Bins>),
}

#[derive(Debug, Clone)]
struct Bins {
    /// By bin and day: by how much the number of groups in the bin differs from the day before.
    changes: Vec<i32>,
    /// By bin, the least and the greatest score in it.
    ends: Vec<[f64; 2]>,
}

/// A score that a group has at the samples of some days.
#[derive(Debug, Clone, Copy)]
pub struct Held {
    pub series: u16,
    pub from: u16,
    pub until: u16,
    pub value: f64,
}

impl Samples {
    /// For so many series over so many days, each of `expected` groups at most.
    pub fn new(series: usize, days: usize, expected: usize) -> Samples {
        let empty = if expected <= KEPT {
            Series::Kept(Vec::new())
        } else {
            Series::Binned(Box::new(Bins {
                changes: vec![0; BINS * (days + 1)],
                ends: vec![[f64::INFINITY, f64::NEG_INFINITY]; BINS],
            }))
        };
        Samples { days, series: vec![empty; series] }
    }

    /// Takes in what the groups of an account scored. Bins lie far apart in memory, so that it is faster to go to many
    /// of them one after the other than to each when its score comes up.
    pub fn add(&mut self, scores: &[Held]) {
        let width = self.days + 1;
        for &Held { series, from, until, value } in scores {
            match &mut self.series[usize::from(series)] {
                Series::Kept(values) => values.push((from..until, value)),
                Series::Binned(bins) => {
                    let bin = ((value * (BINS as f64 / HIGHEST)) as usize).min(BINS - 1);
                    let changes = &mut bins.changes[bin * width..][..width];
                    changes[usize::from(from)] += 1;
                    changes[usize::from(until)] -= 1;
                    let [least, greatest] = &mut bins.ends[bin];
                    *least = least.min(value);
                    *greatest = greatest.max(value);
                }
            }
        }
    }

    pub fn merge(&mut self, other: &Samples) {
        for pair in self.series.iter_mut().zip(&other.series) {
            match pair {
                (Series::Kept(all), Series::Kept(more)) => all.extend_from_slice(more),
                (Series::Binned(all), Series::Binned(more)) => {
                    all.changes.iter_mut().zip(&more.changes).for_each(|(a, b)| *a += b);
                    all.ends
                        .iter_mut()
                        .zip(&more.ends)
                        .for_each(|(a, b)| *a = [a[0].min(b[0]), a[1].max(b[1])]);
                }
                _ => {}
            }
        }
    }

    /// By day, the quantiles of a series at the levels, with linear interpolation between neighbours; None without
    /// values. In bins a neighbour is found to within 100 / 2,048, and exactly where its bin holds one value only.
    pub fn quantiles<const N: usize>(&self, series: usize, levels: [f64; N]) -> Vec<Option<[f64; N]>> {
        match &self.series[series] {
            Series::Kept(values) => {
                let mut sorted = values.clone();
                sorted.par_sort_unstable_by(|a, b| a.1.total_cmp(&b.1));
                let days =
                    || sorted.iter().map(|(days, value)| (usize::from(days.start)..days.end.into(), *value));
                let mut counts = vec![0u64; self.days];
                days().flat_map(|(days, _)| days).for_each(|day| counts[day] += 1);
                // Of each day and level the two neighbours, which are met on the way up through the values.
                let of_day = |&count: &u64| Ranked::new(levels.map(|level| place(level, count.max(1)).0));
                let mut ranked: Vec<Ranked<N>> = counts.iter().map(of_day).collect();
                for (days, value) in days() {
                    ranked[days].iter_mut().for_each(|of_day| of_day.next(value));
                }
                let quantiles = |day: usize| {
                    let count = counts[day];
                    let Ranked { below, met, .. } = &ranked[day];
                    let level = |which: usize| {
                        at(levels[which], count, |rank| met[which][(rank - below[which]) as usize])
                    };
                    (count > 0).then(|| std::array::from_fn(level))
                };
                (0..self.days).map(quantiles).collect()
            }
            Series::Binned(bins) => {
                let width = self.days + 1;
                let mut counts = vec![0i64; BINS];
                let quantiles = |day: usize| {
                    for (bin, count) in counts.iter_mut().enumerate() {
                        *count += i64::from(bins.changes[bin * width + day]);
                    }
                    let total = counts.iter().sum::<i64>() as u64;
                    (total > 0)
                        .then(|| levels.map(|level| at(level, total, |rank| bins.ranked(&counts, rank))))
                };
                (0..self.days).map(quantiles).collect()
            }
        }
    }
}

/// The sums of scores by series and day, over the groups of a block. Whole numbers of 2^-40, as differences from day to
/// day: a score that holds for days is two additions, and what is taken away again leaves no trace.
#[derive(Debug, Clone)]
pub(crate) struct Sums {
    days: usize,
    changes: Vec<i64>,
}

impl Sums {
    const UNIT: f64 = 1.0 / (1u64 << 40) as f64;

    pub(crate) fn new(series: usize, days: usize) -> Sums {
        Sums { days, changes: vec![0; series * (days + 1)] }
    }

    pub(crate) fn add(&mut self, series: usize, days: Range<usize>, value: f64) {
        let value = (value / Self::UNIT + 0.5) as i64;
        let of = &mut self.changes[series * (self.days + 1)..][..self.days + 1];
        of[days.start] += value;
        of[days.end] -= value;
    }

    pub(crate) fn merge(&mut self, other: &Sums) {
        self.changes.iter_mut().zip(&other.changes).for_each(|(a, b)| *a += b);
    }

    /// Writes a series by day.
    pub(crate) fn write(&self, series: usize, sums: &mut [f64]) {
        let changes = &self.changes[series * (self.days + 1)..][..self.days + 1];
        let mut sum = 0;
        for (change, whole) in changes.iter().zip(sums) {
            sum += change;
            *whole = sum as f64 * Self::UNIT;
        }
    }
}

/// Picks the values of some ranks, and of those that follow each, out of values that come in ascending order.
#[derive(Debug, Clone)]
struct Ranked<const N: usize> {
    below: [u64; N],
    met: [[f64; 2]; N],
    /// The rank of the value that comes next, and the next one that is wanted: most are not.
    rank: u64,
    wanted: u64,
}

impl<const N: usize> Ranked<N> {
    fn new(below: [u64; N]) -> Ranked<N> {
        let wanted = below.iter().copied().min().unwrap_or(u64::MAX);
        Ranked { below, met: [[0.0; 2]; N], rank: 0, wanted }
    }

    fn next(&mut self, value: f64) {
        if self.rank == self.wanted {
            self.take(value);
        }
        self.rank += 1;
    }

    fn take(&mut self, value: f64) {
        let rank = self.rank;
        for (below, met) in self.below.iter().zip(&mut self.met) {
            if let Some(which) = rank.checked_sub(*below).filter(|which| *which < 2) {
                met[which as usize] = value;
            }
        }
        let all = self.below.iter().flat_map(|&below| [below, below + 1]);
        self.wanted = all.filter(|&wanted| wanted > rank).min().unwrap_or(u64::MAX);
    }
}

impl Bins {
    /// The value of a rank, as if the values of a bin lay evenly between its least and greatest.
    fn ranked(&self, counts: &[i64], rank: u64) -> f64 {
        let mut before = 0;
        for (bin, &count) in counts.iter().enumerate() {
            let count = count as u64;
            if rank < before + count {
                let part = if count > 1 { (rank - before) as f64 / (count - 1) as f64 } else { 0.5 };
                let [least, greatest] = self.ends[bin];
                return least + part * (greatest - least);
            }
            before += count;
        }
        0.0
    }
}

fn at(level: f64, count: u64, value: impl Fn(u64) -> f64) -> f64 {
    let (below, part) = place(level, count);
    let low = value(below);
    if part == 0.0 { low } else { low + part * (value(below + 1) - low) }
}

/// The rank below a quantile, and how far it is from there to the next.
fn place(level: f64, count: u64) -> (u64, f64) {
    let place = level * (count - 1) as f64;
    (place.floor() as u64, place.fract())
}
