//! What happened to one account, in order.

use crate::events::EventType;
use crate::population::Code;
use crate::time::Minute;

/// Numbers are those of the program; people are places among the account's people, found ones included.
#[derive(Debug, Clone)]
pub struct Happening {
    pub minute: Minute,
    pub node: Option<u32>,
    pub person: Option<u16>,
    pub what: What,
}

#[derive(Debug, Clone)]
pub enum What {
    Entered,
    Left { exit: u32 },
    Ended,
    Event { event: EventType, fields: u32 },
    Suppressed { email: u32 },
    Assigned { group: u16, card: u8 },
    Removed { group: u16, card: u8 },
    Refused { group: u16, card: Option<u8> },
    StageRefused { group: u16, from: Option<u16>, to: Option<u16> },
    NoGroup { group: Option<u16> },
    Stage { group: u16, from: Option<u16>, to: u16 },
    Status { group: u16, from: u32, to: u32 },
    PersonAttribute { column: u16, code: Code },
    AccountAttribute { column: u16, code: Code },
    List { column: u16, added: bool },
    Activated { destination: u16 },
    Deactivated { destination: u16 },
    Alert,
    NewPerson { number: u32, role: Option<u16>, title: Code },
    Ready { group: u16 },
}
