//! Conditions as flat code, and the tests and comparisons in it.

use crate::events::EventType;
use crate::time::Minute;

/// A comparison of a number.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Compare {
    Equals(f64),
    NotEquals(f64),
    GreaterThan(f64),
    AtLeast(f64),
    LessThan(f64),
    AtMost(f64),
    Between(f64, f64),
    Never,
}

/// Within this distance two scores are the same.
const TOLERANCE: f64 = 1e-9;

impl Compare {
    pub fn holds(self, value: f64) -> bool {
        match self {
            Compare::Equals(x) => (value - x).abs() <= TOLERANCE,
            Compare::NotEquals(x) => (value - x).abs() > TOLERANCE,
            Compare::GreaterThan(x) => value > x + TOLERANCE,
            Compare::AtLeast(x) => value >= x - TOLERANCE,
            Compare::LessThan(x) => value < x - TOLERANCE,
            Compare::AtMost(x) => value <= x + TOLERANCE,
            Compare::Between(low, high) => value >= low - TOLERANCE && value <= high + TOLERANCE,
            Compare::Never => false,
        }
    }
}

/// Conditions in prefix order: a group's `end` is the position after its last part.
#[derive(Debug, Clone)]
pub enum Op {
    All {
        end: u32,
    },
    Any {
        end: u32,
    },
    None {
        end: u32,
    },
    /// Some one person of the account meets the part that follows.
    HasPerson {
        end: u32,
    },
    /// The part that follows is asked of the account, even where a person is asked.
    OfAccount,
    Account {
        test: u32,
    },
    Person {
        test: u32,
    },
    EngagementScore {
        compare: Compare,
    },
    History(History),
    Group(Box<GroupTest>),
    Member(Box<MemberTest>),
}

#[derive(Debug, Clone)]
pub struct History {
    pub event: Option<EventType>,
    /// How long before the moment of evaluation; None: ever.
    pub within: Option<Minute>,
    pub at_least: u32,
    pub inactive: bool,
    pub fields: Option<u32>,
}

/// What a buying-group leaf asks of one group. Empty lists and None ask nothing.
#[derive(Debug, Clone, Default)]
pub struct GroupTest {
    pub negate: bool,
    pub group: Option<u16>,
    /// A solution interest without groups in this run: nothing matches.
    pub nothing: bool,
    pub stages: Option<Vec<u16>>,
    /// As `Program::same_status` gives them.
    pub statuses: Option<Vec<u32>>,
    pub engagement: Option<Compare>,
    pub completeness: Option<Compare>,
    /// By group and card, how many members: at least, at most.
    pub people: Vec<PeopleTest>,
}

/// How many members the role's card has, by group (None where a group's template lacks the role).
#[derive(Debug, Clone)]
pub struct PeopleTest {
    pub cards: Vec<Option<u8>>,
    pub at_least: u32,
    pub at_most: u32,
}

#[derive(Debug, Clone, Default)]
pub struct MemberTest {
    pub of: GroupTest,
    /// By group the cards of the roles asked for; None: any role.
    pub cards: Option<Vec<Vec<u8>>>,
    pub removed: bool,
}

/// A test of a column: by code, whether it is met.
#[derive(Debug, Clone)]
pub struct Test {
    pub column: u16,
    pub met: Vec<bool>,
}
