//! The hash beside each stored document.

use design::digest::Digest;

use super::error::StoreError;

pub(super) fn hash(text: &str) -> i64 {
    Digest::of(text).0.cast_signed()
}

/// Hands the text on where it is what was saved.
pub(super) fn proven(text: String, stored: i64, what: &str) -> Result<String, StoreError> {
    if hash(&text) == stored { Ok(text) } else { Err(StoreError::Changed { what: what.to_owned() }) }
}
