//! The leaves of a condition.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::maybe::Maybe;
use crate::primitives::{Id, Number};

/// How an attribute or field is compared with a value. Text operators ignore case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub enum Operator {
    Is,
    IsNot,
    Contains,
    NotContains,
    StartsWith,
    EndsWith,
    IsEmpty,
    IsNotEmpty,
    Equals,
    NotEquals,
    GreaterThan,
    AtLeast,
    LessThan,
    AtMost,
    Between,
}

/// One value: a text, a number, or true or false. Dates are ISO 8601 texts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(untagged)]
pub enum Scalar {
    Flag(bool),
    Number(Number),
    Text(String),
}

/// One value or several; several mean any of them, or none of them after a negated operator.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(untagged)]
pub enum Operand {
    One(Scalar),
    Many(Vec<Scalar>),
}

impl Operand {
    pub fn values(&self) -> &[Scalar] {
        match self {
            Operand::One(value) => std::slice::from_ref(value),
            Operand::Many(values) => values,
        }
    }
}

/// An attribute of the account (`account.…`) or of the person (`person.…`) against a value.
#[serde_with::apply(Maybe => #[serde(default, skip_serializing_if = "Maybe::is_absent")])]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct AttributeTest {
    pub attribute: String,
    pub op: Operator,
    pub value: Maybe<Operand>,
}

/// A field of an event against a value.
#[serde_with::apply(Maybe => #[serde(default, skip_serializing_if = "Maybe::is_absent")])]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct FieldTest {
    pub field: String,
    pub op: Operator,
    pub value: Maybe<Operand>,
}

/// A number (or text) against a value: an object with exactly one operator, such as `{"atLeast": 70}`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub enum Comparison {
    Equals(Operand),
    NotEquals(Operand),
    GreaterThan(Operand),
    AtLeast(Operand),
    LessThan(Operand),
    AtMost(Operand),
    Between(Operand),
    Is(Operand),
}

impl Comparison {
    pub fn operator(&self) -> Operator {
        match self {
            Comparison::Equals(_) => Operator::Equals,
            Comparison::NotEquals(_) => Operator::NotEquals,
            Comparison::GreaterThan(_) => Operator::GreaterThan,
            Comparison::AtLeast(_) => Operator::AtLeast,
            Comparison::LessThan(_) => Operator::LessThan,
            Comparison::AtMost(_) => Operator::AtMost,
            Comparison::Between(_) => Operator::Between,
            Comparison::Is(_) => Operator::Is,
        }
    }

    pub fn operand(&self) -> &Operand {
        match self {
            Comparison::Equals(v)
            | Comparison::NotEquals(v)
            | Comparison::GreaterThan(v)
            | Comparison::AtLeast(v)
            | Comparison::LessThan(v)
            | Comparison::AtMost(v)
            | Comparison::Between(v)
            | Comparison::Is(v) => v,
        }
    }
}

/// Accounts that have a buying group which meets every part given here.
#[serde_with::apply(Maybe => #[serde(default, skip_serializing_if = "Maybe::is_absent")])]
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct MatchedBuyingGroup {
    /// `false` negates the whole leaf.
    pub is: Maybe<bool>,
    /// Left out: any group of the account.
    pub solution_interest: Maybe<Id>,
    pub stage: Maybe<Vec<Id>>,
    pub status: Maybe<Vec<String>>,
    pub engagement: Maybe<Comparison>,
    pub completeness: Maybe<Comparison>,
    pub people: Maybe<Vec<PeopleInRole>>,
}

/// How many members a role has: one of `atLeast`, `atMost`, `exactly`.
#[serde_with::apply(Maybe => #[serde(default, skip_serializing_if = "Maybe::is_absent")])]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct PeopleInRole {
    pub role: String,
    pub at_least: Maybe<u32>,
    pub at_most: Maybe<u32>,
    pub exactly: Maybe<u32>,
}

/// People who have a record in a buying group that meets every part given here.
#[serde_with::apply(Maybe => #[serde(default, skip_serializing_if = "Maybe::is_absent")])]
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct MemberOfBuyingGroup {
    pub is: Maybe<bool>,
    pub solution_interest: Maybe<Id>,
    pub role: Maybe<Vec<String>>,
    pub stage: Maybe<Vec<Id>>,
    pub status: Maybe<Vec<String>>,
    pub completeness: Maybe<Comparison>,
    pub engagement: Maybe<Comparison>,
    /// Whether the record is a removed one; left out: false.
    pub removed: Maybe<bool>,
}

/// How often an event of a type happened to a person before the moment of evaluation.
#[serde_with::apply(Maybe => #[serde(default, skip_serializing_if = "Maybe::is_absent")])]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct EventHistory {
    pub event_type: String,
    /// Left out: ever.
    pub within_days: Maybe<u32>,
    pub at_least: Maybe<u32>,
    /// True asks that nothing of it happened.
    pub inactive: Maybe<bool>,
    #[serde(rename = "where")]
    pub constraints: Maybe<Vec<FieldTest>>,
}

#[serde_with::apply(Maybe => #[serde(default, skip_serializing_if = "Maybe::is_absent")])]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct MemberOfAccountList {
    pub is: Maybe<bool>,
    pub list: Id,
}

/// The role on the account relation (`personRoles`), such as contractor.
#[serde_with::apply(Maybe => #[serde(default, skip_serializing_if = "Maybe::is_absent")])]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct RoleInAccount {
    pub is: Maybe<bool>,
    pub role: Vec<String>,
}
