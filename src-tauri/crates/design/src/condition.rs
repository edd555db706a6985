//! Conditions over accounts and people, and the comparisons inside them.

mod implies;
mod leaf;
mod read;

pub use implies::{implies, impossible};

pub use leaf::{
    AttributeTest, Comparison, EventHistory, FieldTest, MatchedBuyingGroup, MemberOfAccountList,
    MemberOfBuyingGroup, Operand, Operator, PeopleInRole, RoleInAccount, Scalar,
};
use schemars::JsonSchema;
use serde::Serialize;
use ts_rs::TS;

/// Nested groups over leaves. `{"all": []}` matches everything, `{"any": []}` nothing, `{"none": []}` everything.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub enum Condition {
    All(Vec<Condition>),
    Any(Vec<Condition>),
    None(Vec<Condition>),
    MatchedBuyingGroup(MatchedBuyingGroup),
    MemberOfBuyingGroup(MemberOfBuyingGroup),
    EventHistory(EventHistory),
    MemberOfAccountList(MemberOfAccountList),
    RoleInAccount(RoleInAccount),
    HasPerson(Box<Condition>),
    #[serde(untagged)]
    Attribute(AttributeTest),
}

impl Condition {
    /// The conditions directly inside this one.
    pub fn parts(&self) -> &[Condition] {
        match self {
            Condition::All(parts) | Condition::Any(parts) | Condition::None(parts) => parts,
            Condition::HasPerson(part) => std::slice::from_ref(part),
            _ => &[],
        }
    }

    /// Calls `visit` with this condition and all inside it, outer ones first.
    pub fn walk<'a>(&'a self, visit: &mut impl FnMut(&'a Condition)) {
        visit(self);
        for part in self.parts() {
            part.walk(visit);
        }
    }
}

impl Default for Condition {
    fn default() -> Self {
        Condition::All(Vec::new())
    }
}
