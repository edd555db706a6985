//! The flat program that a run executes: dense numbers, jump targets, conditions as code over columns.

use std::ops::Range;

pub use crate::behaviour::{Behaviour, CustomEvent, Delay, Delays, Rates};
pub use crate::code::{Compare, GroupTest, History, MemberTest, Op, PeopleTest, Test};
use crate::events::EventType;
use crate::population::Code;
use crate::time::{Calendar, Clock, Minute, Pause};

/// Ranges of positions in one of the program's flat lists.
pub type Span = Range<u32>;
/// A row of the edge table: an exit of a node, with or without a target.
pub type ExitNumber = u32;

#[derive(Debug, Clone, Default)]
pub struct Program {
    pub clock: Clock,
    /// Calendar 0 is the scenario's, whose days count for scores.
    pub calendars: Vec<Calendar>,
    /// Whether each person moves by itself; else accounts move, with all their people.
    pub persons: bool,
    /// Node 0 is the start.
    pub nodes: Vec<Node>,
    pub exits: Vec<Exit>,
    pub actions: Vec<Action>,
    pub triggers: Vec<Trigger>,
    pub choices: Vec<Choice>,
    pub code: Vec<Op>,
    pub tests: Vec<Test>,
    /// Constraints on an event's fields: by test, by number of the fields, whether they meet it.
    pub field_tests: Vec<Vec<bool>>,
    pub entry: Entry,
    pub groups: Vec<GroupPlan>,
    pub destinations: Vec<Destination>,
    pub emails: Vec<Email>,
    /// By number of `events::NAMES` and further types: what they weigh in scores, 0 to 1 (weight / largest weight).
    pub weights: Vec<f64>,
    /// By event type: whether a condition asks for its history.
    pub remembered: Vec<bool>,
    /// Row 0 is for people without a role in a group; the others are for the roles of cards.
    pub behaviours: Vec<Behaviour>,
    /// The largest rates over all rows, from which processes are thinned.
    pub largest: Rates,
    /// Events that happen by themselves; their rates are in `Rates::custom`.
    pub custom: Vec<CustomEvent>,
    pub delays: Delays,
    pub form_error: f64,
    pub leads_per_account_day: f64,
    pub role_filter_precision: f64,
    pub references: ScoreReferences,
    pub email_deduplication: bool,
    pub people: PeopleColumns,
    /// The column of industries, for the risks.
    pub industry: Option<u16>,
    /// Where a run may change annual revenues: their column and the numbers of its codes.
    pub revenue_by_code: Option<(u16, Vec<f64>)>,
    /// What new people are called, by role that has titles.
    pub titles: Vec<Titles>,
    /// By number of a status text, the first that differs from it in nothing but case: as a status they are the same.
    pub same_status: Vec<u32>,
    /// How many rows `Choice::tally` has.
    pub people_paths: u32,
    /// How many event types there are.
    pub event_types: u16,
    pub seed: u64,
}

#[derive(Debug, Clone)]
pub struct Node {
    pub step: Step,
    /// The row of what ends here with the journey.
    pub end: ExitNumber,
    /// The hash of the node's id, for its draws.
    pub key: u64,
}

/// A way out of a node. `target` is None where the journey ends.
#[derive(Debug, Clone, Copy)]
pub struct Exit {
    pub node: u32,
    pub target: Option<u32>,
}

/// What happens when an account, or in a person journey a person, comes to a node. Exits are rows of `Program::exits`; `end` is the row of what ends
/// here without an exit.
#[derive(Debug, Clone)]
pub enum Step {
    Pass {
        exit: ExitNumber,
    },
    Act {
        actions: Span,
        exit: ExitNumber,
    },
    Listen {
        triggers: Span,
        event: ExitNumber,
        timeout: Option<(Pause, ExitNumber)>,
    },
    /// Whoever comes takes the first path that fits.
    Split {
        paths: Span,
        other: ExitNumber,
    },
    SplitPeople {
        paths: Span,
        other: Span,
        other_tally: Option<u32>,
        exit: ExitNumber,
    },
    VariantAccounts {
        paths: Span,
    },
    VariantPeople {
        paths: Span,
        exit: ExitNumber,
    },
    /// A person takes the path that its bucket (`Population::buckets`) falls to.
    VariantPersons {
        paths: Span,
    },
    Wait {
        pause: Pause,
        exit: ExitNumber,
    },
    External {
        failure: f64,
        paths: Span,
        failed: ExitNumber,
    },
}

/// A path of a split: what it asks, or its share, and where it leads or what it does for its people.
#[derive(Debug, Clone, Default)]
pub struct Choice {
    pub condition: Span,
    /// Percentages of variants, or shares of external splits.
    pub share: f64,
    pub exit: ExitNumber,
    pub actions: Span,
    /// The row of the path in the tally of people by path.
    pub tally: u32,
}

/// Something done at a node. `place` tells the actions of one node apart in their draws.
#[derive(Debug, Clone)]
pub struct Action {
    pub effect: Effect,
    pub place: u32,
}

#[derive(Debug, Clone)]
pub enum Effect {
    Email {
        email: u32,
    },
    Message {
        channel: Channel,
        fields: u32,
    },
    PersonMoment {
        fields: u32,
    },
    Assign {
        group: Option<u16>,
        card: Option<u8>,
    },
    Unassign {
        group: Option<u16>,
    },
    SetPerson {
        column: u16,
        code: Code,
    },
    Personalize,
    /// An effect outside of the run: counted, nothing more.
    PeopleElsewhere,
    AccountMoment,
    Activate {
        destination: u16,
    },
    Deactivate {
        destination: u16,
    },
    SetList {
        column: u16,
        member: bool,
    },
    SetAccount {
        column: u16,
        code: Code,
    },
    Stage {
        group: Option<u16>,
        stage: Option<u16>,
    },
    Status {
        group: Option<u16>,
        status: u32,
    },
    Alert,
    AccountElsewhere,
}

impl Effect {
    /// Whether it is applied to each person and not to the account.
    pub fn on_people(&self) -> bool {
        matches!(
            self,
            Effect::Email { .. }
                | Effect::Message { .. }
                | Effect::PersonMoment { .. }
                | Effect::Assign { .. }
                | Effect::Unassign { .. }
                | Effect::SetPerson { .. }
                | Effect::Personalize
                | Effect::PeopleElsewhere
        )
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Channel {
    Sms,
    WhatsApp,
}

/// What moves a listening account on. Spans are conditions; an empty one asks nothing.
#[derive(Debug, Clone)]
pub enum Trigger {
    Event {
        event: EventType,
        fields: Option<u32>,
        filter: Span,
    },
    /// A change of a group's completeness or engagement. None: any group.
    Score {
        completeness: bool,
        group: Option<u16>,
        from: Option<Compare>,
        to: Option<Compare>,
    },
    /// An assignment or removal; an empty list of cards means any. None: any group.
    Membership {
        removed: bool,
        group: Option<u16>,
        cards: Vec<(u16, u8)>,
        any_card: bool,
        filter: Span,
    },
    /// An attribute of a person that a run changes by itself (unsubscribing), with the test of its new value.
    PersonAttribute {
        column: u16,
        test: Option<u32>,
        filter: Span,
    },
    /// What only actions of the account itself change, so that a listening account never sees it.
    Never,
}

/// How accounts, or in a person journey persons, enter.
#[derive(Debug, Clone, Default)]
pub struct Entry {
    pub audience: Span,
    /// Triggers of which the first that fires admits a person; empty: the audience decides.
    pub events: Span,
    /// The journey's start in minutes of the run, at least 0, where `over` counts from.
    pub from: Minute,
    /// Entries are drawn evenly over so many minutes; 0: at once. Events admit when they happen.
    pub over: f64,
    /// Nobody enters at or after it, and whoever is inside ends.
    pub end: Option<Minute>,
    pub reentry: Option<Reentry>,
}

#[derive(Debug, Clone)]
pub struct Reentry {
    pub from_end: bool,
    pub delay: Pause,
    pub limit: Option<u32>,
}

/// Buying groups of one solution interest.
#[derive(Debug, Clone, Default)]
pub struct GroupPlan {
    pub audience: Span,
    pub cards: Vec<Card>,
    pub stages: Option<Stages>,
    pub ready_completeness: f64,
    pub ready_engagement: f64,
    /// Whether the cards ask for something that may change from day to day without a change of attributes.
    pub volatile: bool,
}

#[derive(Debug, Clone)]
pub struct Card {
    /// None: never assigned by itself.
    pub condition: Option<Span>,
    pub weight: f64,
    pub required: bool,
    pub members_required: u32,
    /// The row of `Program::behaviours`.
    pub behaviour: u16,
}

#[derive(Debug, Clone)]
pub struct Stages {
    pub first: u16,
    /// By stage, to which it may go.
    pub next: Vec<Vec<u16>>,
}

#[derive(Debug, Clone)]
pub struct Destination {
    pub key: u64,
    pub fields: u32,
    pub roles: Vec<TargetRole>,
    pub error_redirect: bool,
}

/// A role that a destination asks for.
#[derive(Debug, Clone)]
pub struct TargetRole {
    /// By group, its card.
    pub cards: Vec<Option<u8>>,
    pub titles: Titles,
}

/// The job titles of new people of a role.
#[derive(Debug, Clone)]
pub struct Titles {
    /// The number of the role.
    pub role: u16,
    /// Empty: they have no title.
    pub codes: Vec<Code>,
}

#[derive(Debug, Clone)]
pub struct Email {
    pub fields: u32,
    pub call: Call,
}

/// What an email asks its reader to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Call {
    Link,
    Form,
    Webinar,
    Chat,
}

/// The raw values that score 100.
#[derive(Debug, Clone, Copy, Default)]
pub struct ScoreReferences {
    pub person: f64,
    pub group: f64,
}

/// Columns of people that a run itself looks at or writes.
#[derive(Debug, Clone, Default)]
pub struct PeopleColumns {
    pub title: Option<u16>,
    pub address: Option<u16>,
    /// The code that stands for the address of a person found by advertising.
    pub found_address: Code,
    pub consent: Option<u16>,
    /// The code of "n" in the column of consents.
    pub unsubscribed: Code,
    /// Tests of which each suppresses an email: unsubscribed, suspended, status, no address.
    pub suppressing: Vec<u32>,
    /// Whether no two people have the same address, apart from case.
    pub addresses_differ: bool,
    /// By code of the address column, which address it is apart from case.
    pub same_address: Vec<u32>,
    /// Columns of people and of accounts that the run may write.
    pub written: Vec<u16>,
    pub accounts_written: Vec<u16>,
}
