//! Accounts and people as columns of codes, and what was known of them before the run.

use std::sync::Arc;

use crate::codes::Codes;
use crate::events::EventType;
use crate::time::Minute;

/// A cell's code in its column's dictionary; 0 stands for a missing cell.
pub type Code = u32;

/// Row numbers are those of the accounts table. People are sorted by account and, within it, in table order.
#[derive(Debug, Clone, Default)]
pub struct Population {
    /// `random::number_of_key` of each account key.
    pub account_keys: Vec<u64>,
    /// Where the people of each account begin; one more than there are accounts.
    pub people_from: Vec<u32>,
    pub person_keys: Vec<u64>,
    /// By person, a number below 10,000 that variant splits of persons share out; empty where none asks.
    pub buckets: Vec<u16>,
    /// Shared with the tables, where people stand in the same order there.
    pub account_columns: Vec<Arc<Codes>>,
    pub person_columns: Vec<Arc<Codes>>,
    /// Annual revenue; 0 where it is missing.
    pub revenue: Vec<f64>,
    /// By account, in ascending order of time; `history_from` has one more entry than there are accounts.
    pub history: Vec<Past>,
    pub history_from: Vec<u32>,
    /// By account, in table order; `members_from` has one more entry than there are accounts.
    pub members: Vec<GivenMember>,
    pub members_from: Vec<u32>,
}

impl Population {
    pub fn accounts(&self) -> usize {
        self.account_keys.len()
    }

    pub fn people(&self) -> usize {
        self.person_keys.len()
    }
}

/// Something that a person did before the run.
#[derive(Debug, Clone, Copy)]
pub struct Past {
    pub minute: Minute,
    /// The place among the account's people.
    pub person: u16,
    pub event: EventType,
    /// The event's fields, by number (see `Program::field_tests`).
    pub fields: u32,
}

/// A membership that is given with the data.
#[derive(Debug, Clone, Copy)]
pub struct GivenMember {
    pub person: u16,
    pub group: u16,
    pub card: u8,
    pub source: Source,
    pub removed: bool,
}

/// Who made an assignment or a removal; a later one in this order is never overridden by an earlier one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Source {
    System,
    Journey,
    Manual,
}
