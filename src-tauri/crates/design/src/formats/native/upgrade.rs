//! Older documents are brought to the present version before they are read: text, JSON, upgrades, types.

use serde_json::{Map, Value};

/// Brings a document, without `format` and `version`, from one version to the next. It never fails: what it cannot
/// understand it leaves, and reading then says where.
pub type Upgrade = fn(&mut Map<String, Value>);

/// Does the upgrades that are missing: the first brings version 1 to 2.
pub(super) fn upgrade(map: &mut Map<String, Value>, from: u64, upgrades: &[Upgrade]) {
    let done = usize::try_from(from.saturating_sub(1)).unwrap_or(usize::MAX);
    for upgrade in upgrades.iter().skip(done) {
        upgrade(map);
    }
}
