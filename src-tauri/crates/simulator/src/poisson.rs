//! Numbers of points of a Poisson process, by inversion: the number that a uniform one gives is how many values of the
//! distribution function lie at or below it.

use crate::random::Draw;

/// Up to this mean one uniform number, in steps of 2^-32, gives the number.
const MOST: f64 = 16.0;

/// The distribution of a number with a mean; its memory is kept from one mean to the next.
#[derive(Debug, Clone, Default)]
pub(crate) struct Counts {
    /// P(number ≤ k) by k, as far as it is below 1 by more than a step, in steps of 2^-32.
    up_to: Vec<u32>,
    /// By the upper eight bits of a uniform number, the least number that it may give; empty where it is not worth it.
    guide: Vec<u8>,
    /// The number is the sum of so many independent ones of a mean that inversion is good for: Poisson numbers add up.
    parts: u32,
}

impl Counts {
    pub(crate) fn is_empty(&self) -> bool {
        self.parts == 0
    }

    pub(crate) fn set(&mut self, mean: f64) {
        self.parts = (mean / MOST).ceil().max(1.0) as u32;
        let mean = mean / f64::from(self.parts);
        self.up_to.clear();
        self.guide.clear();
        let mut p = libm::exp(-mean);
        let mut sum = 0.0;
        for k in 1.. {
            sum += p;
            let step = sum * 4_294_967_296.0;
            if step >= 4_294_967_295.0 {
                break;
            }
            self.up_to.push(step as u32);
            p *= mean / f64::from(k);
            // Beyond the mean the rest has vanished in the sum.
            if p < 1e-12 && f64::from(k) > mean {
                break;
            }
        }
    }

    /// Prepares a mean that many numbers are drawn of.
    pub(crate) fn set_for_many(&mut self, mean: f64) {
        self.set(mean);
        let least = |upper: u32| self.up_to.partition_point(|&limit| limit <= upper << 24);
        self.guide = (0..=255).map(|upper| least(upper).min(255) as u8).collect();
    }

    /// The number that a uniform one gives, in steps of 2^-32; where there are several parts `further` gives the draws
    /// of the others.
    pub(crate) fn number(&self, step: u32, further: impl Fn(u32) -> Draw) -> u32 {
        let one = |step: u32| match self.guide.get((step >> 24) as usize) {
            Some(&least) => {
                let least = usize::from(least);
                (least + self.up_to[least..].iter().take_while(|&&limit| limit <= step).count()) as u32
            }
            // All are compared, though the first that is greater says it: that is faster than to guess which one it is.
            None => self.up_to.iter().filter(|&&limit| limit <= step).count() as u32,
        };
        one(step) + (1..self.parts).map(|part| one(further(part / 4).step(part as usize % 4))).sum::<u32>()
    }
}

#[cfg(test)]
mod tests {
    use super::Counts;
    use crate::random::{Purpose, Stream};

    /// Mean and variance of a Poisson number are its mean, within 4 standard errors.
    #[test]
    fn numbers_have_the_mean_and_variance_of_their_distribution() {
        let stream = Stream::of_replication(1, 0);
        for mean in [0.01, 1.6, 12.0, 45.0, 900.0] {
            let mut counts = Counts::default();
            counts.set(mean);
            let n = 40_000;
            let numbers: Vec<f64> = (0..n)
                .map(|about| {
                    let draw = |part| stream.draw(about, part, Purpose::Impressions);
                    f64::from(counts.number(draw(u32::MAX).step(0), draw))
                })
                .collect();
            let m = numbers.iter().sum::<f64>() / n as f64;
            let v = numbers.iter().map(|x| (x - m) * (x - m)).sum::<f64>() / n as f64;
            assert!((m - mean).abs() < 4.0 * (mean / n as f64).sqrt(), "mean {m} of {mean}");
            let spread = ((mean + 2.0 * mean * mean) / n as f64).sqrt();
            assert!((v - mean).abs() < 4.0 * spread, "variance {v} of {mean}");
        }
    }
}
