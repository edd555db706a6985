//! The life of a journey: a draft is edited; live, it is frozen, and only ever goes on.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Where a journey stands. Live is a rehearsal: it freezes the version, and nothing is ever sent.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "lowercase")]
pub enum JourneyStatus {
    #[default]
    Draft,
    Live,
    /// Closed to new entries; who is inside goes on.
    Closed,
    Finished,
    Aborted,
}

/// Every step that there is; a journey without errors is asked for before the first.
const STEPS: [(JourneyStatus, JourneyStatus); 5] = [
    (JourneyStatus::Draft, JourneyStatus::Live),
    (JourneyStatus::Live, JourneyStatus::Closed),
    (JourneyStatus::Closed, JourneyStatus::Finished),
    (JourneyStatus::Live, JourneyStatus::Aborted),
    (JourneyStatus::Closed, JourneyStatus::Aborted),
];

impl JourneyStatus {
    pub const ALL: [JourneyStatus; 5] = [
        JourneyStatus::Draft,
        JourneyStatus::Live,
        JourneyStatus::Closed,
        JourneyStatus::Finished,
        JourneyStatus::Aborted,
    ];

    pub fn may_become(self, next: JourneyStatus) -> bool {
        STEPS.contains(&(self, next))
    }

    /// Only a draft can be changed.
    pub fn is_editable(self) -> bool {
        self == JourneyStatus::Draft
    }

    /// Whether accounts are inside, so that it has to end before it can be deleted.
    pub fn is_running(self) -> bool {
        matches!(self, JourneyStatus::Live | JourneyStatus::Closed)
    }

    /// As documents and the store write it.
    pub fn word(self) -> &'static str {
        match self {
            JourneyStatus::Draft => "draft",
            JourneyStatus::Live => "live",
            JourneyStatus::Closed => "closed",
            JourneyStatus::Finished => "finished",
            JourneyStatus::Aborted => "aborted",
        }
    }

    pub fn of_word(word: &str) -> Option<JourneyStatus> {
        JourneyStatus::ALL.into_iter().find(|status| status.word() == word)
    }
}
