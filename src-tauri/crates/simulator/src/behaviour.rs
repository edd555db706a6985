//! What people do by themselves and with what they get: probabilities, rates and delays.

use crate::events::EventType;
use crate::random::Draw;
use crate::time::{Minute, rounded_up};

/// Probabilities and rates for the people of one role, its factors applied, probabilities at most 1.
#[derive(Debug, Clone, Default)]
pub struct Behaviour {
    pub bounce: f64,
    pub open: f64,
    pub click: f64,
    pub unsubscribe: f64,
    pub sms_click: f64,
    pub whatsapp_click: f64,
    pub form_fill: f64,
    pub register: f64,
    pub attend: f64,
    pub chat_engage: f64,
    pub chat_goal: f64,
    pub meeting: f64,
    pub visit_form: f64,
    pub visit_chat: f64,
    pub personalized_lift: f64,
    pub ad_click: f64,
    pub rates: Rates,
}

/// An event that happens by itself, with the hash of its type's name for its draws.
#[derive(Debug, Clone, Copy)]
pub struct CustomEvent {
    pub event: EventType,
    pub key: u64,
}

/// Per person and day.
#[derive(Debug, Clone, Default)]
pub struct Rates {
    pub visits: f64,
    pub impressions: f64,
    pub custom: Vec<f64>,
}

#[derive(Debug, Clone, Default)]
pub struct Delays {
    pub open: Delay,
    pub click: Delay,
    pub sms_click: Delay,
    pub whatsapp_click: Delay,
    pub attend: Delay,
    pub follow_up: Delay,
}

/// In minutes.
#[derive(Debug, Clone, Copy)]
pub enum Delay {
    Fixed(f64),
    Exponential { mean: f64 },
    Lognormal { median: f64, sigma: f64 },
}

impl Default for Delay {
    fn default() -> Self {
        Delay::Fixed(1.0)
    }
}

impl Delay {
    /// A drawn delay in whole minutes, rounded up, at least 1.
    pub(crate) fn minutes(self, draw: Draw) -> Minute {
        let minutes = match self {
            Delay::Fixed(minutes) => minutes,
            Delay::Exponential { mean } => mean * draw.exponential(),
            Delay::Lognormal { median, sigma } => median * libm::exp(sigma * draw.normal()),
        };
        // Beyond a century nothing is due any more; a cast of larger numbers would saturate and then overflow.
        rounded_up(minutes).clamp(1, 100_000_000) as Minute
    }
}
