//! A short mark of something long, to tell without keeping it whether it is still the same.

use std::io::{self, Write};

use simulator::random::{FNV_BASIS, fnv};

use crate::journey::Journey;

/// What FNV-1a makes of a text, or of all that was written to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Digest(pub u64);

impl Digest {
    pub fn of(text: &str) -> Digest {
        Digest(fnv(FNV_BASIS, text.as_bytes()))
    }
}

impl Write for Digest {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 = fnv(self.0, bytes);
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
        let mut digest = Digest(FNV_BASIS);
        let parts = (self.kind, &self.settings, &self.nodes, &self.edges);
        // A digest takes whatever is written.
        let _written = serde_json::to_writer(&mut digest, &parts);
        format!("{:016x}", digest.0)
    }
}
