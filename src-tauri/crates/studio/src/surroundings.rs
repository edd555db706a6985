//! What the machine tells the application; passed in, so that tests can tell it something else.

use design::Id;
use jiff::Timestamp;

/// The clock, fresh ids and the desktop's preference.
pub struct Surroundings {
    pub now: Box<dyn Fn() -> Timestamp + Send + Sync>,
    /// An id that was never given before.
    pub fresh: Box<dyn Fn() -> Id + Send + Sync>,
    /// Whether the desktop prefers dark windows.
    pub dark: Box<dyn Fn() -> bool + Send + Sync>,
}

impl Surroundings {
    /// The present instant, to the millisecond, ISO 8601.
    pub(crate) fn instant(&self) -> String {
        format!("{:.3}", (self.now)())
    }
}
