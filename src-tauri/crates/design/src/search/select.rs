//! Which candidate is the best, with a stated probability of being right.
//!
//! The fully sequential procedure of Kim and Nelson (2001, "A fully sequential procedure for indifference-zone
//! selection in simulation", ACM TOMACS 11(3)), with c = 1. Under common random numbers it keeps its promise: if the
//! best is better than every other one by the difference asked for, it is selected with the stated probability.

use super::Aim;

/// Replications that each candidate has before anything is dropped.
pub fn first_stage(replications: u32) -> u32 {
    replications.max(10)
}

/// Candidates and the values that they have had so far; dropped ones get no more.
pub struct Race {
    /// By candidate and replication, turned so that more is better.
    values: Vec<Vec<f64>>,
    /// Still in.
    left: Vec<usize>,
    sign: f64,
    difference: f64,
    /// h² of the procedure.
    h2: f64,
    first: usize,
}

impl Race {
    /// Between so many candidates, of which those in `left` take part. `confidence` is above 1/2 and below 1.
    pub fn new(
        count: usize,
        left: Vec<usize>,
        aim: Aim,
        difference: f64,
        confidence: f64,
        first: u32,
    ) -> Race {
        let sign = if aim == Aim::Most { 1.0 } else { -1.0 };
        let others = (left.len().max(2) - 1) as f64;
        let freedom = f64::from(first - 1);
        let eta = 0.5 * ((2.0 * (1.0 - confidence) / others).powf(-2.0 / freedom) - 1.0);
        let h2 = 2.0 * eta * freedom;
        Race { values: vec![Vec::new(); count], left, sign, difference, h2, first: first as usize }
    }

    /// The value of a candidate in the next replication.
    pub fn take(&mut self, candidate: usize, value: f64) {
        self.values[candidate].push(self.sign * value);
    }

    pub fn left(&self) -> &[usize] {
        &self.left
    }

    /// Takes a candidate out for another reason than being worse.
    pub fn leave(&mut self, candidate: usize) {
        self.left.retain(|&of| of != candidate);
    }

    /// Drops what is worse than another one. All that are left have the same number of replications.
    pub fn screen(&mut self) {
        let r = self.left.first().map_or(0, |&of| self.values[of].len());
        if r < self.first {
            return;
        }
        let mean = |of: usize| self.values[of].iter().sum::<f64>() / r as f64;
        let stays = |&&of: &&usize| {
            self.left
                .iter()
                .all(|&other| other == of || mean(of) >= mean(other) - self.margin(of, other, r as f64))
        };
        self.left = self.left.iter().filter(stays).copied().collect();
    }

    /// W of the procedure: how far a candidate may lie behind another one after r replications.
    fn margin(&self, a: usize, b: usize, r: f64) -> f64 {
        let pairs = self.values[a].iter().zip(&self.values[b]).take(self.first);
        let differences: Vec<f64> = pairs.map(|(a, b)| a - b).collect();
        let n = differences.len() as f64;
        let mean = differences.iter().sum::<f64>() / n;
        let variance = differences.iter().map(|of| (of - mean).powi(2)).sum::<f64>() / (n - 1.0);
        let delta = self.difference;
        (delta / (2.0 * r) * (self.h2 * variance / (delta * delta) - r)).max(0.0)
    }
}
