//! The scores of all groups at each daily sample: kept one by one while they are few, and in bins when they are many.
//! Both forms merge in any order to the same result.

/// Up to so many values of one day are kept one by one.
const KEPT: usize = 65_536;
const BINS: usize = 2_048;
const HIGHEST: f64 = 100.0;

/// Scores from 0 to 100 by slot (a day of a group's completeness or engagement).
#[derive(Debug, Clone)]
pub struct Samples {
    slots: Slots,
}

#[derive(Debug, Clone)]
enum Slots {
    Kept(Vec<Vec<f64>>),
    Binned(Vec<Bin>),
}

#[derive(Debug, Clone, Copy)]
struct Bin {
    count: u64,
    least: f64,
    greatest: f64,
}

const EMPTY: Bin = Bin { count: 0, least: f64::INFINITY, greatest: f64::NEG_INFINITY };

impl Samples {
    /// For so many slots, each of which will get at most `expected` values.
    pub fn new(slots: usize, expected: usize) -> Samples {
        let slots = if expected <= KEPT {
            Slots::Kept(vec![Vec::new(); slots])
        } else {
            Slots::Binned(vec![EMPTY; slots * BINS])
        };
        Samples { slots }
    }

    pub fn add(&mut self, slot: usize, value: f64) {
        match &mut self.slots {
            Slots::Kept(values) => values[slot].push(value),
            Slots::Binned(bins) => {
                let place = ((value * (BINS as f64 / HIGHEST)) as usize).min(BINS - 1);
                bins[slot * BINS + place].include(Bin { count: 1, least: value, greatest: value });
            }
        }
    }

    pub fn merge(&mut self, other: &Samples) {
        match (&mut self.slots, &other.slots) {
            (Slots::Kept(all), Slots::Kept(more)) => {
                all.iter_mut().zip(more).for_each(|(all, more)| all.extend(more));
            }
            (Slots::Binned(all), Slots::Binned(more)) => {
                all.iter_mut().zip(more).for_each(|(all, more)| all.include(*more));
            }
            _ => {}
        }
    }

    /// The quantiles of a slot at ascending levels, with linear interpolation between neighbours; None without values.
    /// In bins, neighbours are found to within 100 / 2,048.
    pub fn quantiles<const N: usize>(&self, slot: usize, levels: [f64; N]) -> Option<[f64; N]> {
        match &self.slots {
            Slots::Kept(values) => {
                let mut values = values[slot].clone();
                values.sort_by(f64::total_cmp);
                (!values.is_empty())
                    .then(|| levels.map(|q| at(q, values.len() as u64, |rank| values[rank as usize])))
            }
            Slots::Binned(bins) => {
                let bins = &bins[slot * BINS..][..BINS];
                let count = bins.iter().map(|bin| bin.count).sum();
                (count > 0).then(|| levels.map(|q| at(q, count, |rank| ranked(bins, rank))))
            }
        }
    }
}

impl Bin {
    fn include(&mut self, other: Bin) {
        self.count += other.count;
        self.least = self.least.min(other.least);
        self.greatest = self.greatest.max(other.greatest);
    }
}

fn at(level: f64, count: u64, value: impl Fn(u64) -> f64) -> f64 {
    let place = level * (count - 1) as f64;
    let (below, part) = (place.floor(), place.fract());
    let low = value(below as u64);
    if part == 0.0 { low } else { low + part * (value(below as u64 + 1) - low) }
}

/// The value of a rank, as if the values of a bin lay evenly between its least and greatest.
fn ranked(bins: &[Bin], rank: u64) -> f64 {
    let mut before = 0;
    for bin in bins {
        if rank < before + bin.count {
            let part = if bin.count > 1 { (rank - before) as f64 / (bin.count - 1) as f64 } else { 0.0 };
            return bin.least + part * (bin.greatest - bin.least);
        }
        before += bin.count;
    }
    0.0
}
