//! The hash beside each stored document.

use super::error::StoreError;

/// FNV-1a, 64 bits: each step is a bijection of the state, so that a single changed byte always shows.
/// (Fowler, Noll, Vo; RFC 9923.)
pub(super) fn hash(text: &str) -> i64 {
    let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    });
    hash.cast_signed()
}

/// Hands the text on where it is what was saved.
pub(super) fn proven(text: String, stored: i64, what: &str) -> Result<String, StoreError> {
    if hash(&text) == stored { Ok(text) } else { Err(StoreError::Changed { what: what.to_owned() }) }
}
