//! The events that a run makes, by number. Further types of a workspace or of the tables follow after these.

use crate::program::{Program, Trigger};

pub type EventType = u16;

/// XDM event types; the position is the number.
pub const NAMES: [&str; 27] = [
    "directMarketing.emailSent",
    "directMarketing.emailDelivered",
    "directMarketing.emailOpened",
    "directMarketing.emailClicked",
    "directMarketing.emailBounced",
    "directMarketing.emailBouncedSoft",
    "directMarketing.emailUnsubscribed",
    "web.webpagedetails.pageViews",
    "web.webinteraction.linkClicks",
    "web.formFilledOut",
    "advertising.impressions",
    "advertising.clicks",
    "advertising.conversions",
    "leadOperation.newLead",
    "leadOperation.interestingMoment",
    "leadOperation.scoreChanged",
    "listOperation.addToList",
    "listOperation.removeFromList",
    "event.registered",
    "event.attended",
    "chat.engaged",
    "chat.goalReached",
    "chat.meetingScheduled",
    "sms.sent",
    "sms.clicked",
    "whatsapp.sent",
    "whatsapp.clicked",
];

pub const EMAIL_SENT: EventType = 0;
pub const EMAIL_DELIVERED: EventType = 1;
pub const EMAIL_OPENED: EventType = 2;
pub const EMAIL_CLICKED: EventType = 3;
pub const EMAIL_BOUNCED: EventType = 4;
pub const EMAIL_UNSUBSCRIBED: EventType = 6;
pub const PAGE_VIEW: EventType = 7;
pub const LINK_CLICK: EventType = 8;
pub const FORM: EventType = 9;
pub const IMPRESSION: EventType = 10;
pub const AD_CLICK: EventType = 11;
pub const NEW_LEAD: EventType = 13;
pub const INTERESTING_MOMENT: EventType = 14;
pub const REGISTERED: EventType = 18;
pub const ATTENDED: EventType = 19;
pub const CHAT: EventType = 20;
pub const CHAT_GOAL: EventType = 21;
pub const MEETING: EventType = 22;
pub const SMS_SENT: EventType = 23;
pub const SMS_CLICKED: EventType = 24;
pub const WHATSAPP_SENT: EventType = 25;
pub const WHATSAPP_CLICKED: EventType = 26;

/// What asks for single events of a type; where nothing does they are but counted.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Asked {
    /// A condition on histories.
    pub(crate) remembered: bool,
    pub(crate) scored: bool,
    pub(crate) listened: bool,
}

impl Asked {
    pub(crate) fn of(program: &Program, event: EventType) -> Asked {
        let of = usize::from(event);
        let listened =
            |trigger: &Trigger| matches!(trigger, Trigger::Event { event: wanted, .. } if *wanted == event);
        Asked {
            remembered: program.remembered.get(of) == Some(&true),
            scored: program.weights.get(of).is_some_and(|&weight| weight > 0.0),
            listened: program.triggers.iter().any(listened),
        }
    }

    pub(crate) fn any(self) -> bool {
        self.remembered || self.scored || self.listened
    }
}

/// Whether an event counts as engagement in the KPI: a page view, link click, form, a click in a message, a
/// registration, an attendance or a chat; opens are none.
pub fn engages(event: EventType) -> bool {
    matches!(
        event,
        PAGE_VIEW
            | LINK_CLICK
            | FORM
            | EMAIL_CLICKED
            | SMS_CLICKED
            | WHATSAPP_CLICKED
            | REGISTERED
            | ATTENDED
            | CHAT
    )
}
