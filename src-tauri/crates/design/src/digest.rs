//! A short mark of something long, to tell without keeping it whether it is still the same.

use std::io::{self, Write};

use crate::journey::Journey;

/// FNV-1a, 64 bits: each step is a bijection of the state, so that a single changed byte always shows.
/// (Fowler, Noll, Vo; RFC 9923.)
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Digest(pub u64);

impl Digest {
    pub fn of(text: &str) -> Digest {
        Digest::default().with(text.as_bytes())
    }

    fn with(self, bytes: &[u8]) -> Digest {
        let Digest(start) = self;
        Digest(
            bytes
                .iter()
                .fold(start, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3)),
        )
    }
}

impl Default for Digest {
    /// Of nothing.
    fn default() -> Digest {
        Digest(0xcbf2_9ce4_8422_2325)
    }
}

impl Write for Digest {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        *self = self.with(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Journey {
    /// The same, in 16 hexadecimal digits, for all states of the journey that run alike: names, the description and the
    /// places of cards may differ.
    pub fn digest(&self) -> String {
        let mut digest = Digest::default();
        let parts = (self.kind, &self.settings, &self.nodes, &self.edges);
        // A digest takes whatever is written.
        let _written = serde_json::to_writer(&mut digest, &parts);
        format!("{:016x}", digest.0)
    }
}
