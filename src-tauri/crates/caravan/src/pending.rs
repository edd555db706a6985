//! Stands in for parts that are being built; each goes as its part arrives.

use studio::Failure;

pub(crate) fn schemas() -> Result<Vec<(&'static str, String)>, Failure> {
    Err(Failure::new("not-there", "caravan schema: schemas are not there yet; see the documentation"))
}
