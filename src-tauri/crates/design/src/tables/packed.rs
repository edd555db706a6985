//! Texts by number in one piece of memory, as a column keeps them once it is filled.

use rayon::prelude::*;

/// Distinct texts numbered from 1; 0 stands for none.
#[derive(Debug, Clone)]
pub(super) struct Packed {
    bytes: String,
    /// End of each text in `bytes`; the one of number n starts at `ends[n - 1]`.
    ends: Vec<u32>,
}

impl Default for Packed {
    fn default() -> Packed {
        Packed { bytes: String::new(), ends: vec![0] }
    }
}

impl Packed {
    pub(super) fn new(bytes: String, ends: Vec<u32>) -> Packed {
        Packed { bytes, ends }
    }

    /// How many numbers there are, 0 included.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The text with that number; None for 0.
    pub(super) fn get(&self, number: usize) -> Option<&str> {
        let end = *self.ends.get(number)? as usize;
        let start = self.ends[number.checked_sub(1)?] as usize;
        Some(&self.bytes[start..end])
    }

    /// The number of a text, on the threads of the present pool where there are many. Few texts have the same length,
    /// so most are passed over without being looked at.
    pub(super) fn find(&self, text: &str) -> Option<usize> {
        let same = |&number: &usize| {
            let (start, end) = (self.ends[number - 1] as usize, self.ends[number] as usize);
            end - start == text.len() && self.bytes.as_bytes()[start..end] == *text.as_bytes()
        };
        (1..self.len()).into_par_iter().with_min_len(1 << 15).find_any(same)
    }

    /// Adds a text that is not there; its number.
    pub(super) fn push(&mut self, text: &str) -> usize {
        self.bytes.push_str(text);
        self.ends.push(self.bytes.len() as u32);
        self.len() - 1
    }
}
