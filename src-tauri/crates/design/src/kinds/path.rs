//! The paths of splits, the timeout of a listen, and the exits that they make.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::actions::Action;
use crate::condition::{Condition, Operand, Operator};
use crate::maybe::Maybe;
use crate::primitives::{Id, Number, Text};
use crate::time::{Duration, LocalDateTime, MustEndOn};

/// A way out of a node: `path` is None for the only exit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Exit {
    pub path: Option<Id>,
    /// The user's own label, in whatever language they wrote it.
    pub label: Option<String>,
    /// What the product calls it, where the exit has a fixed meaning.
    pub name: Option<Text>,
}

impl Exit {
    pub fn only() -> Exit {
        Exit { path: None, label: None, name: None }
    }

    pub fn path(id: &Id, label: &Maybe<String>) -> Exit {
        Exit { path: Some(id.clone()), label: label.get().cloned(), name: None }
    }
}

/// An exit with a fixed id and name, in English and Spanish.
pub(super) fn named(id: &str, (en, es): (&str, &str)) -> Exit {
    Exit { path: Id::new(id), label: None, name: Some(Text::new(en, es)) }
}

pub(super) fn other() -> Exit {
    named("other", ("Other", "Otros"))
}

/// The id of a path of a newly inserted split.
pub(super) fn path_id(number: u32) -> Id {
    Id::numbered("p", number)
}

/// A path that an account, or in a person journey a person, takes when its condition is met.
#[serde_with::apply(Maybe => #[serde(default, skip_serializing_if = "Maybe::is_absent")])]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct ConditionPath {
    pub id: Id,
    pub label: Maybe<String>,
    pub condition: Maybe<Condition>,
}

/// A path with its condition and, in an account journey, what is done for the people on it.
#[serde_with::apply(Maybe => #[serde(default, skip_serializing_if = "Maybe::is_absent")])]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct PeoplePath {
    pub id: Id,
    pub label: Maybe<String>,
    pub condition: Maybe<Condition>,
    pub actions: Maybe<Vec<Action>>,
}

/// What people without a match get: actions in an account journey, an exit or none in a person journey.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(untagged, expecting = "true, false, or {\"actions\": []}")]
pub enum OtherPeople {
    Path(bool),
    Actions(OtherActions),
}

impl OtherPeople {
    pub(super) fn is_path(&self) -> bool {
        matches!(self, OtherPeople::Path(true))
    }
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct OtherActions {
    pub actions: Vec<Action>,
}

/// A path with its share in whole percent.
#[serde_with::apply(Maybe => #[serde(default, skip_serializing_if = "Maybe::is_absent")])]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct VariantPath {
    pub id: Id,
    pub label: Maybe<String>,
    #[ts(type = "number")]
    pub percentage: i64,
}

/// A path with its share and, in an account journey, what is done for the people on it.
#[serde_with::apply(Maybe => #[serde(default, skip_serializing_if = "Maybe::is_absent")])]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct PeopleVariantPath {
    pub id: Id,
    pub label: Maybe<String>,
    #[ts(type = "number")]
    pub percentage: i64,
    pub actions: Maybe<Vec<Action>>,
}

/// A path described in words, with the share of people expected on it (0 to 1).
#[serde_with::apply(Maybe => #[serde(default, skip_serializing_if = "Maybe::is_absent")])]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct PromptPath {
    pub id: Id,
    pub label: Maybe<String>,
    pub prompt: Maybe<String>,
    pub expected_share: Number,
}

/// A path that a returned value chooses, with the share expected on it (0 to 1).
#[serde_with::apply(Maybe => #[serde(default, skip_serializing_if = "Maybe::is_absent")])]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct ExternalPath {
    pub id: Id,
    pub label: Maybe<String>,
    pub variable: Maybe<String>,
    pub op: Maybe<Operator>,
    pub value: Maybe<Operand>,
    pub expected_share: Number,
}

/// How long a listen waits: a duration, with "must end on" if wanted, or until a date; exactly one of the two.
#[serde_with::apply(Maybe => #[serde(default, skip_serializing_if = "Maybe::is_absent")])]
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct Timeout {
    pub after: Maybe<Duration>,
    pub must_end_on: Maybe<MustEndOn>,
    pub at: Maybe<LocalDateTime>,
}
