//! What things cost in a scenario.

use simulator::tally::DayTally;

use crate::maybe::Maybe;
use crate::primitives::Number;
use crate::scenario::Scenario;

/// In the scenario's currency, for each.
pub(crate) struct Prices {
    pub(super) email: f64,
    pub(super) sms: f64,
    pub(super) whatsapp: f64,
    pub(super) impression: f64,
    pub(super) lead: f64,
    pub(super) attendee: f64,
    pub(super) alert: f64,
}

impl Prices {
    pub(crate) fn new(scenario: &Scenario) -> Prices {
        let costs = scenario.costs.get().cloned().unwrap_or_default();
        let price = |value: &Maybe<Number>, default: f64| value.get().map_or(default, Number::get);
        Prices {
            email: price(&costs.email, 0.01),
            sms: price(&costs.sms, 0.06),
            whatsapp: price(&costs.whatsapp, 0.08),
            impression: price(&costs.thousand_impressions, 55.0) / 1000.0,
            lead: price(&costs.lead, 0.0),
            attendee: price(&costs.attendee, 25.0),
            alert: price(&costs.sales_alert, 0.0),
        }
    }

    /// What advertising cost.
    pub(super) fn ads(&self, of: &DayTally) -> f64 {
        of.impressions as f64 * self.impression + of.new_people as f64 * self.lead
    }

    /// What everything cost.
    pub(crate) fn total(&self, of: &DayTally) -> f64 {
        of.emails as f64 * self.email
            + of.sms as f64 * self.sms
            + of.whatsapp as f64 * self.whatsapp
            + self.ads(of)
            + of.attendees as f64 * self.attendee
            + of.alerts as f64 * self.alert
    }
}
