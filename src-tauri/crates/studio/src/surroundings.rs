//! What the machine tells the application; passed in, so that tests can tell it something else.

use std::time::Duration;

use design::Id;
use jiff::Timestamp;

/// How long an answer to an edit waits, once all is saved, for what Live says of it. A journey that takes longer to run
/// has its edit shown first.
pub const PATIENCE: Duration = Duration::from_millis(60);

/// The clock, fresh ids, the desktop's preference, and how long people wait.
pub struct Surroundings {
    pub now: Box<dyn Fn() -> Timestamp + Send + Sync>,
    /// An id that was never given before.
    pub fresh: Box<dyn Fn() -> Id + Send + Sync>,
    /// Whether the desktop prefers dark windows.
    pub dark: Box<dyn Fn() -> bool + Send + Sync>,
    /// [`PATIENCE`] where somebody looks on.
    pub patience: Duration,
}

impl Surroundings {
    /// The present instant, to the millisecond, ISO 8601.
    pub(crate) fn instant(&self) -> String {
        format!("{:.3}", (self.now)())
    }
}
