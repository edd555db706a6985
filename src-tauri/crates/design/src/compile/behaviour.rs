//! The scenario's assumptions and the workspace's weights, titles and destinations, in the program's terms.

use indexmap::IndexMap;
use simulator::events::EMAIL_BOUNCED;
use simulator::program::{
    Behaviour, Call, CustomEvent, Delay, Destination, Email, Rates, ScoreReferences, TargetRole, Titles,
};
use simulator::random::hash;

use super::Lowering;
use super::lowering::{Rule, key};
use crate::maybe::Maybe;
use crate::primitives::{Id, Number};
use crate::scenario::{self, RoleFactors};
use crate::workspace::CallToAction;

fn number(value: &Maybe<Number>, default: f64) -> f64 {
    value.get().map_or(default, Number::get)
}

fn probability(value: &Maybe<Number>, default: f64, factor: Option<&Maybe<Number>>) -> f64 {
    (number(value, default) * factor.map_or(1.0, |factor| number(factor, 1.0))).clamp(0.0, 1.0)
}

impl Lowering<'_> {
    /// Everything that a run assumes apart from the journey.
    pub(super) fn assumptions(&mut self) {
        let workspace = self.workspace;
        let behaviour = self.scenario.behaviour.get().cloned().unwrap_or_default();
        for name in behaviour.custom.get().into_iter().flat_map(IndexMap::keys) {
            let event = self.event(name);
            self.program.custom.push(CustomEvent { event, key: hash(name.as_bytes()) });
        }
        for event in workspace.event_types.items() {
            self.event(&event.r#type);
        }
        self.behaviours(&behaviour);
        self.weights();
        let ads = behaviour.ads.get().cloned().unwrap_or_default();
        self.program.form_error = probability(&ads.form_error, 0.06, None);
        self.program.leads_per_account_day = number(&ads.leads_per_account_day, 0.02).max(0.0);
        self.program.role_filter_precision = probability(&ads.role_filter_precision, 0.8, None);
        let references = workspace.score_references.get().cloned().unwrap_or_default();
        self.program.references = ScoreReferences {
            person: number(&references.person, 40.0),
            group: number(&references.group, 100.0),
        };
        self.emails();
        self.people_columns();
    }

    /// Row 0 is for people without a role; then one for each role that has factors.
    fn behaviours(&mut self, behaviour: &scenario::Behaviour) {
        let none = RoleFactors::default();
        let mut rows = vec![self.row(behaviour, &none)];
        for factors in behaviour.by_role.get().into_iter().flat_map(IndexMap::values) {
            rows.push(self.row(behaviour, factors));
        }
        let greatest = |of: &dyn Fn(&Rates) -> f64| rows.iter().map(|row| of(&row.rates)).fold(0.0, f64::max);
        self.program.largest = Rates {
            visits: greatest(&|rates| rates.visits),
            impressions: greatest(&|rates| rates.impressions),
            custom: (0..self.program.custom.len()).map(|at| greatest(&|rates| rates.custom[at])).collect(),
        };
        self.program.behaviours = rows;
        let email = behaviour.email.get().cloned().unwrap_or_default();
        let after = behaviour.after_click.get().cloned().unwrap_or_default();
        let click = |of: &Maybe<scenario::MessageBehaviour>| {
            delay(of.get().and_then(|of| of.click_delay.get()), Delay::Exponential { mean: 30.0 })
        };
        let delays = &mut self.program.delays;
        delays.open = delay(email.open_delay.get(), Delay::Lognormal { median: 240.0, sigma: 1.2 });
        delays.click = delay(email.click_delay.get(), Delay::Exponential { mean: 5.0 });
        delays.sms_click = click(&behaviour.sms);
        delays.whatsapp_click = click(&behaviour.whatsapp);
        delays.attend = delay(after.attend_after.get(), Delay::Fixed(10_080.0));
        delays.follow_up = delay(after.delay.get(), Delay::Exponential { mean: 10.0 });
    }

    fn row(&self, behaviour: &scenario::Behaviour, factors: &RoleFactors) -> Behaviour {
        let email = behaviour.email.get().cloned().unwrap_or_default();
        let sms = behaviour.sms.get().cloned().unwrap_or_default();
        let whatsapp = behaviour.whatsapp.get().cloned().unwrap_or_default();
        let after = behaviour.after_click.get().cloned().unwrap_or_default();
        let web = behaviour.web.get().cloned().unwrap_or_default();
        let ads = behaviour.ads.get().cloned().unwrap_or_default();
        let (f_email, f_after) = (factors.email.get(), factors.after_click.get());
        let (f_web, f_ads) = (factors.web.get(), factors.ads.get());
        let rate = |value: &Maybe<Number>, default, factor: Option<&Maybe<Number>>| {
            (number(value, default) * factor.map_or(1.0, |factor| number(factor, 1.0))).max(0.0)
        };
        let custom = |event: &CustomEvent| {
            let name = &self.events[usize::from(event.event)];
            let base = behaviour.custom.get().and_then(|custom| custom.get(name));
            let factor = factors.custom.get().and_then(|custom| custom.get(name));
            base.map_or(0.0, |base| {
                rate(&base.per_person_day, 0.0, factor.map(|factor| &factor.per_person_day))
            })
        };
        Behaviour {
            bounce: probability(&email.bounce, 0.02, f_email.map(|f| &f.bounce)),
            open: probability(&email.open, 0.32, f_email.map(|f| &f.open)),
            click: probability(&email.click, 0.10, f_email.map(|f| &f.click)),
            unsubscribe: probability(&email.unsubscribe, 0.002, f_email.map(|f| &f.unsubscribe)),
            sms_click: probability(&sms.click, 0.06, factors.sms.get().map(|f| &f.click)),
            whatsapp_click: probability(&whatsapp.click, 0.08, factors.whatsapp.get().map(|f| &f.click)),
            form_fill: probability(&after.form_fill, 0.20, f_after.map(|f| &f.form_fill)),
            register: probability(&after.register, 0.25, f_after.map(|f| &f.register)),
            attend: probability(&after.attend, 0.45, f_after.map(|f| &f.attend)),
            chat_engage: probability(&after.chat_engage, 0.30, f_after.map(|f| &f.chat_engage)),
            chat_goal: probability(&after.chat_goal, 0.40, f_after.map(|f| &f.chat_goal)),
            meeting: probability(&after.meeting, 0.20, f_after.map(|f| &f.meeting)),
            visit_form: probability(&web.form_fill_per_visit, 0.01, f_web.map(|f| &f.form_fill_per_visit)),
            visit_chat: probability(&web.chat_per_visit, 0.02, f_web.map(|f| &f.chat_per_visit)),
            personalized_lift: rate(&web.personalized_lift, 1.5, f_web.map(|f| &f.personalized_lift)),
            ad_click: probability(&ads.click_per_impression, 0.006, f_ads.map(|f| &f.click_per_impression)),
            rates: Rates {
                visits: rate(&web.visits_per_person_day, 0.02, f_web.map(|f| &f.visits_per_person_day)),
                impressions: rate(
                    &ads.impressions_per_person_day,
                    0.2,
                    f_ads.map(|f| &f.impressions_per_person_day),
                ),
                custom: self.program.custom.iter().map(custom).collect(),
            },
        }
    }

    /// The row of behaviour of the people in a role.
    pub(super) fn behaviour_of(&self, role: &str) -> u16 {
        let by_role = self.scenario.behaviour.get().and_then(|behaviour| behaviour.by_role.get());
        by_role.and_then(|by_role| by_role.get_index_of(role)).map_or(0, |at| at as u16 + 1)
    }

    /// Weights relative to the largest one of the model.
    fn weights(&mut self) {
        let workspace = self.workspace;
        for (name, weight) in workspace.relative_weights() {
            let event = usize::from(self.event(&name));
            let of = &mut self.program.weights;
            of.resize(of.len().max(event + 1), 0.0);
            of[event] = weight;
        }
    }

    fn emails(&mut self) {
        let workspace = self.workspace;
        for email in workspace.emails.items() {
            self.origin.emails.push(email.id.clone());
            let fields = self.fields(&[("email", email.id.as_str())]);
            let call = match email.call_to_action {
                CallToAction::Link => Call::Link,
                CallToAction::Form => Call::Form,
                CallToAction::Webinar => Call::Webinar,
                CallToAction::Chat => Call::Chat,
            };
            self.program.emails.push(Email { fields, call });
        }
    }

    pub(crate) fn email(&self, id: &Id) -> Option<u32> {
        self.origin.emails.iter().position(|email| email == id).map(|at| at as u32)
    }

    fn people_columns(&mut self) {
        let title = self.people.number("extendedWorkDetails.jobTitle");
        let address = self.people.number("workEmail.address");
        let consent = self.people.number("consents.marketing.email.val");
        let status = self.people.number("workEmail.status");
        let suspended = self.people.number("b2b.isMarketingSuspended");
        let unsubscribed = self.people.code(consent, "n");
        let found_address = self.people.code(address, "~@found.invalid");
        let suppressing = [
            (consent, Rule::Unsubscribed),
            (suspended, Rule::Suspended),
            (status, Rule::SuspendedStatus),
            (address, Rule::NoAddress),
        ];
        let suppressing = suppressing.map(|(column, rule)| self.test(true, column, rule)).to_vec();
        let columns = &mut self.program.people;
        columns.title = Some(title);
        columns.address = Some(address);
        columns.found_address = found_address;
        columns.consent = Some(consent);
        columns.unsubscribed = unsubscribed;
        columns.suppressing = suppressing;
        columns.written = vec![consent];
        self.titles(title);
    }

    fn titles(&mut self, column: u16) {
        for (role, titles) in self.workspace.titles_by_role() {
            if !titles.is_empty() {
                let titles = self.titles_of(&role, &titles, column);
                self.program.titles.push(titles);
            }
        }
    }

    fn titles_of(&mut self, role: &str, titles: &[String], column: u16) -> Titles {
        let roles = &mut self.origin.roles;
        let number = roles.iter().position(|known| known == role).unwrap_or_else(|| {
            roles.push(role.to_owned());
            roles.len() - 1
        });
        let codes = titles.iter().map(|title| self.people.code(column, title)).collect();
        Titles { role: number as u16, codes }
    }

    /// The number of a destination, which is lowered when it is first asked for.
    pub(crate) fn destination(&mut self, id: &Id) -> Option<u16> {
        if let Some(at) = self.origin.destinations.iter().position(|other| other == id) {
            return Some(at as u16);
        }
        let destination = self.workspace.destinations.items().iter().find(|other| other.id == *id)?;
        let titles = self.workspace.titles_by_role();
        let column = self.people.number("extendedWorkDetails.jobTitle");
        let mut roles = Vec::new();
        for role in destination.roles.items() {
            let of_role = titles.get(role).map_or(&[][..], Vec::as_slice);
            let titles = self.titles_of(role, of_role, column);
            let groups = 0..self.origin.groups.len() as u16;
            roles.push(TargetRole { cards: groups.map(|group| self.card(group, role)).collect(), titles });
        }
        let fields = self.fields(&[("destination", id.as_str())]);
        self.origin.destinations.push(id.clone());
        self.program.destinations.push(Destination {
            key: key("destination", id.as_str()),
            fields,
            roles,
            error_redirect: destination.error_redirect.or(false),
        });
        Some(self.origin.destinations.len() as u16 - 1)
    }

    /// The lists by event type cover every type, whether a run makes it or not.
    pub(super) fn cover_all_events(&mut self) {
        let types = self.events.len();
        self.program.event_types = types as u16;
        self.program.weights.resize(types, 0.0);
        self.program.remembered.resize(types, false);
        debug_assert_eq!(self.events[usize::from(EMAIL_BOUNCED)], "directMarketing.emailBounced");
    }
}

fn delay(given: Option<&scenario::Delay>, default: Delay) -> Delay {
    let number = |value: &Maybe<Number>, default: Option<f64>| number(value, default.unwrap_or(1.0));
    match given {
        None => default,
        Some(scenario::Delay::Fixed(fixed)) => {
            let known = if let Delay::Fixed(minutes) = default { Some(minutes) } else { None };
            Delay::Fixed(number(&fixed.minutes, known))
        }
        Some(scenario::Delay::Exponential(of)) => {
            let known = if let Delay::Exponential { mean } = default { Some(mean) } else { None };
            Delay::Exponential { mean: number(&of.mean_minutes, known) }
        }
        Some(scenario::Delay::Lognormal(of)) => {
            let known =
                if let Delay::Lognormal { median, sigma } = default { Some((median, sigma)) } else { None };
            Delay::Lognormal {
                median: number(&of.median_minutes, known.map(|known| known.0)),
                sigma: number(&of.sigma, known.map(|known| known.1)),
            }
        }
    }
}
