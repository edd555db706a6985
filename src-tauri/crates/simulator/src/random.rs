//! Draws: pure functions of what they are about, by the counter-based generator Philox2x64-10.
//!
//! Source: Salmon, Moraes, Dror, Shaw, "Parallel random numbers: as easy as 1, 2, 3" (SC 2011). The key says whose
//! draw it is (seed, replication, account); the counter says what it is about (person, process or node, place, visit,
//! purpose, ordinal). So a draw never depends on which other draws were made.

/// Whose draws these are: made from the seed, the replication, the account and, if any, the person.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Stream {
    key: u64,
    /// The hash of the person's key; 0 for the account itself. What a draw is about is a hash too, so that both are
    /// told apart when they are joined bit by bit.
    person: u64,
}

impl Stream {
    pub fn of_replication(seed: u64, replication: u32) -> Stream {
        Stream { key: first(seed, [u64::from(replication), 0x5eed]), person: 0 }
    }

    /// The stream of an account of a replication; `key` is `number_of_key(key text)`.
    pub fn account(self, key: u64) -> Stream {
        Stream { key: first(self.key, [key, 0x0b1e]), person: 0 }
    }

    /// The stream of one of the account's people; `key` is `number_of_key(key text)`.
    pub fn person(self, key: u64) -> Stream {
        Stream { key: self.key, person: key }
    }

    /// The draw about a thing: 128 random bits, to be taken apart by `Draw`.
    pub fn draw(self, about: u64, ordinal: u32, purpose: Purpose) -> Draw {
        let [bits] = philox(self.key, [counter(about ^ self.person, ordinal, purpose)]);
        Draw(bits)
    }

    /// The draws about a thing with the ordinals from `first` on, made together: none waits for another.
    pub(crate) fn draws<const N: usize>(self, about: u64, first: u32, purpose: Purpose) -> [Draw; N] {
        let of = |n| counter(about ^ self.person, first.wrapping_add(n as u32), purpose);
        philox(self.key, std::array::from_fn(of)).map(Draw)
    }

    /// The draws of several people of the account about the same thing, made together.
    pub(crate) fn draws_of<const N: usize>(people: [Stream; N], about: u64, purpose: Purpose) -> [Draw; N] {
        let of = |stream: Stream| counter(about ^ stream.person, 0, purpose);
        philox(people.first().map_or(0, |first| first.key), people.map(of)).map(Draw)
    }
}

/// What a draw decides. Numbers are part of the draws: they never change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Purpose {
    Entry = 1,
    Email = 2,
    OpenDelay = 3,
    ClickDelay = 4,
    Message = 5,
    FollowUp = 6,
    Attendance = 7,
    ChatGoal = 8,
    Meeting = 9,
    Arrival = 10,
    Visit = 11,
    Lead = 12,
    LeadTitle = 13,
    External = 14,
    Impressions = 15,
    Impression = 16,
}

/// 128 random bits: four numbers of 32 bits for probabilities, or two of 53 bits for delays.
#[derive(Debug, Clone, Copy, Default)]
pub struct Draw([u64; 2]);

impl Draw {
    /// The i-th (0 to 3) uniform number in [0, 1), in steps of 2^-32.
    pub fn part(self, i: usize) -> f64 {
        f64::from(self.step(i)) * (1.0 / 4_294_967_296.0)
    }

    /// The i-th (0 to 3) number of 32 bits.
    pub(crate) fn step(self, i: usize) -> u32 {
        (self.0[i / 2] >> (32 * (i % 2))) as u32
    }

    /// The i-th (0 or 1) uniform number in the open interval (0, 1), in steps of 2^-53.
    pub fn uniform(self, i: usize) -> f64 {
        ((self.0[i] >> 11) as f64 + 0.5) * (1.0 / 9_007_199_254_740_992.0)
    }

    /// An exponential number with mean 1. The logarithm is computed in software, to the same digits on every machine.
    pub fn exponential(self) -> f64 {
        -libm::log(self.uniform(0))
    }

    /// A standard normal number.
    pub fn normal(self) -> f64 {
        crate::normal::quantile(self.uniform(0))
    }

    /// One of `n` things, each as likely, by the second half of the bits; and two uniform numbers in [0, 1) besides.
    /// Where half of the bits times n passes a power of 2^64 the next thing begins; how far it is past that is again
    /// uniform, in steps of n · 2^-64, whichever thing it is.
    pub fn pick_and_marks(self, n: usize) -> (usize, [f64; 2]) {
        let product = u128::from(self.0[1]) * n as u128;
        let rest = Draw([product as u64, 0]);
        ((product >> 64) as usize, [rest.part(1), rest.part(0)])
    }

    /// One of `n` things, each as likely; `part` says which of the four numbers decides.
    pub fn pick(self, part: usize, n: usize) -> usize {
        ((self.part(part) * n as f64) as usize).min(n.saturating_sub(1))
    }
}

/// What FNV-1a makes of nothing.
pub const FNV_BASIS: u64 = 0xcbf2_9ce4_8422_2325;

/// FNV-1a, 64 bits, of more bytes: each step is a bijection of the state, so that a single changed byte always shows.
/// (Fowler, Noll, Vo; RFC 9923.)
pub fn fnv(state: u64, bytes: &[u8]) -> u64 {
    bytes.iter().fold(state, |state, &byte| (state ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// The hash of a key's text, stable for all time (FNV-1a with the finalizer of MurmurHash3).
pub fn hash(text: &[u8]) -> u64 {
    mix(fnv(FNV_BASIS, text))
}

/// The number by which draws know an account or a person: the hash of the key. A key that ends in `#` and sixteen
/// hexadecimal digits in small letters brings its number along, so that another key can draw as a real one does.
pub fn number_of_key(key: &[u8]) -> u64 {
    stated(key).unwrap_or_else(|| hash(key))
}

/// A key that draws by a number.
pub fn key_of_number(name: &str, number: u64) -> String {
    format!("{name}#{number:016x}")
}

fn stated(key: &[u8]) -> Option<u64> {
    let (name, digits) = key.split_at_checked(key.len().checked_sub(16)?)?;
    if name.last() != Some(&b'#') || name.len() < 2 {
        return None;
    }
    digits.iter().try_fold(0, |number, digit| {
        let digit = match digit {
            b'0'..=b'9' => digit - b'0',
            b'a'..=b'f' => digit - b'a' + 10,
            _ => return None,
        };
        Some(number << 4 | u64::from(digit))
    })
}

/// Joins two numbers into one that names both.
pub fn join(a: u64, b: u64) -> u64 {
    mix(a.rotate_left(23) ^ b.wrapping_mul(0x9e37_79b9_7f4a_7c15))
}

fn mix(mut h: u64) -> u64 {
    h = (h ^ (h >> 33)).wrapping_mul(0xff51_afd7_ed55_8ccd);
    h = (h ^ (h >> 33)).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    h ^ (h >> 33)
}

/// What a draw is about.
fn counter(about: u64, ordinal: u32, purpose: Purpose) -> [u64; 2] {
    [about, (u64::from(ordinal) << 8) | purpose as u64]
}

/// The first half of the bits of one counter.
fn first(key: u64, counter: [u64; 2]) -> u64 {
    let [[first, _]] = philox(key, [counter]);
    first
}

/// Philox2x64 with ten rounds, of several counters under one key. Each round waits for the one before, so that several
/// counters side by side take little longer than one.
#[inline]
fn philox<const N: usize>(mut key: u64, mut counters: [[u64; 2]; N]) -> [[u64; 2]; N] {
    for round in 0..10 {
        if round > 0 {
            key = key.wrapping_add(0x9e37_79b9_7f4a_7c15);
        }
        for counter in &mut counters {
            let product = u128::from(counter[0]) * 0xd2b7_4407_b1ce_6e93;
            *counter = [(product >> 64) as u64 ^ key ^ counter[1], product as u64];
        }
    }
    counters
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_may_bring_its_number_along() {
        for key in [
            "ACC-17",
            "#0123456789abcdef",
            "x#0123456789ABCDEF",
            "x#0123456789abcde",
            "x-0123456789abcdef",
            "",
        ] {
            assert_eq!(number_of_key(key.as_bytes()), hash(key.as_bytes()), "{key}");
        }
        for number in [0, 1, 0x0123_4567_89ab_cdef, u64::MAX] {
            assert_eq!(number_of_key(key_of_number("x", number).as_bytes()), number);
        }
    }

    /// The known answers that are published with the generator.
    #[test]
    fn philox_gives_the_known_answers() {
        let cases = [
            ([0, 0], 0, [0xca00_a045_9843_d731, 0x66c2_4222_c9a8_45b5]),
            ([u64::MAX, u64::MAX], u64::MAX, [0x65b0_21d6_0cd8_310f, 0x4d02_f322_2f86_df20]),
            (
                [0x243f_6a88_85a3_08d3, 0x1319_8a2e_0370_7344],
                0xa409_3822_299f_31d0,
                [0x0a5e_742c_2997_341c, 0xb0f8_83d3_8000_de5d],
            ),
        ];
        for (counter, key, answer) in cases {
            assert_eq!(philox(key, [counter]), [answer]);
            assert_eq!(philox(key, [counter, [1, 2], counter])[2], answer);
        }
    }

    /// Draws that are made together are those that are made one by one.
    #[test]
    fn draws_together_are_those_alone() {
        let account = Stream::of_replication(7, 3).account(hash(b"A"));
        let people = [b"P0", b"P1", b"P2", b"P3"].map(|key| account.person(hash(key)));
        let together = people[1].draws::<4>(99, 5, Purpose::Arrival);
        for (ordinal, draw) in (5..).zip(together) {
            assert_eq!(draw.0, people[1].draw(99, ordinal, Purpose::Arrival).0);
        }
        let of_people = Stream::draws_of(people, 99, Purpose::Email);
        for (person, draw) in people.iter().zip(of_people) {
            assert_eq!(draw.0, person.draw(99, 0, Purpose::Email).0);
        }
    }
}
