//! What a listen waits for, and what admits a person to a person journey.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::actions::Moment;
use crate::condition::{Comparison, Condition, FieldTest};
use crate::maybe::Maybe;
use crate::names::On;
use crate::primitives::Id;

/// One trigger. `on` and one of `event`, `change`, `moment`, `membership`, `attribute` say what it is:
/// people: an event, a membership, a profile change; accounts: a change of the group, a moment, an attribute.
#[serde_with::apply(Maybe => #[serde(default, skip_serializing_if = "Maybe::is_absent")])]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct Trigger {
    pub on: On,
    pub label: Maybe<String>,
    pub event: Maybe<String>,
    pub change: Maybe<GroupChange>,
    pub moment: Maybe<Moment>,
    pub membership: Maybe<MembershipChange>,
    pub attribute: Maybe<String>,
    pub solution_interest: Maybe<Id>,
    pub role: Maybe<Vec<String>>,
    pub to: Maybe<Comparison>,
    pub from: Maybe<Comparison>,
    #[serde(rename = "where")]
    pub constraints: Maybe<Vec<FieldTest>>,
    pub filter: Maybe<Condition>,
}

impl Trigger {
    /// Whether it says what it is, by exactly one key that fits whom it is on.
    pub fn is_whole(&self) -> bool {
        let said = [
            self.event.is_given(),
            self.change.is_given(),
            self.moment.is_given(),
            self.membership.is_given(),
            self.attribute.is_given(),
        ];
        let fits = match self.on {
            On::People => !(self.change.is_given() || self.moment.is_given()),
            On::Accounts => !(self.event.is_given() || self.membership.is_given()),
        };
        fits && said.into_iter().filter(|said| *said).count() == 1
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub enum GroupChange {
    Stage,
    Status,
    Completeness,
    Engagement,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub enum MembershipChange {
    Assigned,
    Removed,
}
