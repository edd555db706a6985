//! Distinct texts, each kept once, in one piece of memory: a column of a million addresses holds no million small
//! allocations.

/// Texts numbered from 1 in the order in which they were first seen; 0 stands for none.
#[derive(Debug, Clone)]
pub struct Texts {
    bytes: String,
    /// End of each text in `bytes`; the one of number n starts at `ends[n - 1]`.
    ends: Vec<u32>,
    /// An open table: the upper half is a part of the text's hash, the lower half its number, 0 where it is free.
    slots: Vec<u64>,
}

impl Default for Texts {
    fn default() -> Texts {
        Texts { bytes: String::new(), ends: vec![0], slots: vec![0; 16] }
    }
}

impl Texts {
    /// How many numbers there are, 0 included.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    pub fn is_empty(&self) -> bool {
        self.ends.len() == 1
    }

    /// The text with that number; None for 0.
    pub fn get(&self, number: u32) -> Option<&str> {
        let end = *self.ends.get(number as usize)? as usize;
        let start = self.ends[(number as usize).checked_sub(1)?] as usize;
        Some(&self.bytes[start..end])
    }

    /// The number of a text that was seen.
    pub fn find(&self, text: &str) -> Option<u32> {
        self.slot(text, hash(text)).ok()
    }

    /// The number of a text, a new one where it was not seen before.
    pub fn number(&mut self, text: &str) -> u32 {
        let hash = hash(text);
        match self.slot(text, hash) {
            Ok(number) => number,
            Err(free) => {
                let number = self.ends.len() as u32;
                self.bytes.push_str(text);
                assert!(
                    self.bytes.len() <= u32::MAX as usize,
                    "a column holds 4 GiB of distinct text at most"
                );
                self.ends.push(self.bytes.len() as u32);
                self.slots[free] = (hash & UPPER) | u64::from(number);
                if self.ends.len() * 4 > self.slots.len() * 3 {
                    self.grow();
                }
                number
            }
        }
    }

    /// The texts, one after the other, and their ends, without the table.
    pub(super) fn into_parts(mut self) -> (String, Vec<u32>) {
        self.bytes.shrink_to_fit();
        self.ends.shrink_to_fit();
        (self.bytes, self.ends)
    }

    /// The text's number, or the free slot where it belongs.
    fn slot(&self, text: &str, hash: u64) -> Result<u32, usize> {
        let mask = self.slots.len() - 1;
        let mut place = (hash >> 32) as usize & mask;
        loop {
            let slot = self.slots[place];
            if slot == 0 {
                return Err(place);
            }
            if slot & UPPER == hash & UPPER && self.get(slot as u32) == Some(text) {
                return Ok(slot as u32);
            }
            place = (place + 1) & mask;
        }
    }

    fn grow(&mut self) {
        let size = self.slots.len() * 2;
        let old = std::mem::replace(&mut self.slots, vec![0; size]);
        for slot in old.into_iter().filter(|&slot| slot != 0) {
            let mut place = (slot >> 32) as usize & (size - 1);
            while self.slots[place] != 0 {
                place = (place + 1) & (size - 1);
            }
            self.slots[place] = slot;
        }
    }
}

const UPPER: u64 = !0 << 32;

/// Multiply and rotate by words of eight bytes, then the finalizer of splitmix64. Only the order of first sight is
/// ever seen outside, so the function may change.
fn hash(text: &str) -> u64 {
    let mut hash = text.len() as u64;
    for chunk in text.as_bytes().chunks(8) {
        let mut word = [0; 8];
        word[..chunk.len()].copy_from_slice(chunk);
        hash = (hash.rotate_left(5) ^ u64::from_le_bytes(word)).wrapping_mul(0x517c_c1b7_2722_0a95);
    }
    hash = (hash ^ (hash >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    hash = (hash ^ (hash >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    hash ^ (hash >> 31)
}
