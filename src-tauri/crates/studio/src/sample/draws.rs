//! Draws for one account: splitmix64 over whole numbers only, so that every machine draws the same.

pub(super) struct Draws(u64);

impl Draws {
    /// The draws of the stream `number` under `seed`.
    pub(super) fn new(seed: u64, number: u64) -> Draws {
        Draws(mixed(mixed(seed) ^ number.wrapping_mul(STEP)))
    }

    /// 0 to `bound` − 1.
    pub(super) fn below(&mut self, bound: u32) -> u32 {
        self.0 = self.0.wrapping_add(STEP);
        let high = mixed(self.0) >> 32;
        ((high * u64::from(bound)) >> 32) as u32
    }

    /// `low` to `high`, both included.
    pub(super) fn between(&mut self, low: u32, high: u32) -> u32 {
        low + self.below(high - low + 1)
    }

    pub(super) fn percent(&mut self, percent: u32) -> bool {
        self.below(100) < percent
    }

    pub(super) fn pick<'a, T>(&mut self, items: &'a [T]) -> &'a T {
        &items[self.below(items.len() as u32) as usize]
    }

    /// One of the items, each as likely as its weight.
    pub(super) fn weighted<'a, T>(&mut self, items: &'a [(T, u32)]) -> &'a T {
        let mut left = self.below(items.iter().map(|item| item.1).sum());
        for (item, weight) in items {
            match left.checked_sub(*weight) {
                Some(rest) => left = rest,
                None => return item,
            }
        }
        &items[0].0
    }
}

const STEP: u64 = 0x9e37_79b9_7f4a_7c15;

/// The finalizer of splitmix64 (Steele, Lea, Flood 2014).
fn mixed(mut bits: u64) -> u64 {
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    bits ^ (bits >> 31)
}
