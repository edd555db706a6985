//! What people do by assumption: rates, probabilities and delays. A key that is left out has the default of
//! `defaults`, at any depth; probabilities are 0 to 1, rates are per person or account and day.

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::maybe::Maybe;
use crate::primitives::Number;

/// The behaviour of people towards messages, the web and advertising.
#[serde_with::apply(Maybe => #[serde(default, skip_serializing_if = "Maybe::is_absent")])]
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct Behaviour {
    pub email: Maybe<EmailBehaviour>,
    pub sms: Maybe<MessageBehaviour>,
    pub whatsapp: Maybe<MessageBehaviour>,
    pub after_click: Maybe<AfterClick>,
    pub web: Maybe<Web>,
    pub ads: Maybe<Ads>,
    /// Rates of further event types.
    pub custom: Maybe<IndexMap<String, CustomEvent>>,
    /// Factors on the rates and probabilities, by the role of the person.
    pub by_role: Maybe<IndexMap<String, RoleFactors>>,
}

/// What becomes of an email.
#[serde_with::apply(Maybe => #[serde(default, skip_serializing_if = "Maybe::is_absent")])]
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct EmailBehaviour {
    /// The share of sent emails that bounce.
    pub bounce: Maybe<Number>,
    /// The share of delivered emails that are opened.
    pub open: Maybe<Number>,
    /// The share of opened emails in which the link is clicked.
    pub click: Maybe<Number>,
    /// The share of opened emails that make the reader unsubscribe.
    pub unsubscribe: Maybe<Number>,
    /// From delivery to opening.
    pub open_delay: Maybe<Delay>,
    /// From opening to the click.
    pub click_delay: Maybe<Delay>,
}

/// What becomes of a text message.
#[serde_with::apply(Maybe => #[serde(default, skip_serializing_if = "Maybe::is_absent")])]
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct MessageBehaviour {
    /// The share of messages in which the link is clicked.
    pub click: Maybe<Number>,
    /// From sending to the click.
    pub click_delay: Maybe<Delay>,
}

/// What follows a click in an email, by its call to action.
#[serde_with::apply(Maybe => #[serde(default, skip_serializing_if = "Maybe::is_absent")])]
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct AfterClick {
    /// The share of clicks after which the form is filled out.
    pub form_fill: Maybe<Number>,
    /// The share of clicks after which the person registers for the webinar.
    pub register: Maybe<Number>,
    /// The share of registrations that attend.
    pub attend: Maybe<Number>,
    /// From registration to attendance.
    pub attend_after: Maybe<Delay>,
    /// The share of clicks after which the person engages the chat.
    pub chat_engage: Maybe<Number>,
    /// The share of chats that reach their goal.
    pub chat_goal: Maybe<Number>,
    /// The share of chat goals after which a meeting is scheduled.
    pub meeting: Maybe<Number>,
    /// From each step to the next.
    pub delay: Maybe<Delay>,
}

/// Visits to the web site.
#[serde_with::apply(Maybe => #[serde(default, skip_serializing_if = "Maybe::is_absent")])]
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct Web {
    pub visits_per_person_day: Maybe<Number>,
    pub form_fill_per_visit: Maybe<Number>,
    pub chat_per_visit: Maybe<Number>,
    /// The factor on forms and chats of people with a personalized experience.
    pub personalized_lift: Maybe<Number>,
}

/// Advertising while an account is active in a destination.
#[serde_with::apply(Maybe => #[serde(default, skip_serializing_if = "Maybe::is_absent")])]
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct Ads {
    pub impressions_per_person_day: Maybe<Number>,
    pub click_per_impression: Maybe<Number>,
    /// How many new people an active account yields a day.
    pub leads_per_account_day: Maybe<Number>,
    /// The share of new people who have a role that the filter asks for.
    pub role_filter_precision: Maybe<Number>,
    /// The share of leads lost to form errors where the destination does not redirect them.
    pub form_error: Maybe<Number>,
}

/// An event that happens by itself.
#[serde_with::apply(Maybe => #[serde(default, skip_serializing_if = "Maybe::is_absent")])]
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct CustomEvent {
    pub per_person_day: Maybe<Number>,
}

/// Factors for the people of one role, in the shape of the behaviour.
#[serde_with::apply(Maybe => #[serde(default, skip_serializing_if = "Maybe::is_absent")])]
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct RoleFactors {
    pub email: Maybe<EmailFactors>,
    pub sms: Maybe<MessageFactors>,
    pub whatsapp: Maybe<MessageFactors>,
    pub after_click: Maybe<AfterClickFactors>,
    pub web: Maybe<WebFactors>,
    pub ads: Maybe<AdsFactors>,
    pub custom: Maybe<IndexMap<String, CustomEvent>>,
}

#[serde_with::apply(Maybe => #[serde(default, skip_serializing_if = "Maybe::is_absent")])]
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct EmailFactors {
    pub bounce: Maybe<Number>,
    pub open: Maybe<Number>,
    pub click: Maybe<Number>,
    pub unsubscribe: Maybe<Number>,
}

#[serde_with::apply(Maybe => #[serde(default, skip_serializing_if = "Maybe::is_absent")])]
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct MessageFactors {
    pub click: Maybe<Number>,
}

#[serde_with::apply(Maybe => #[serde(default, skip_serializing_if = "Maybe::is_absent")])]
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct AfterClickFactors {
    pub form_fill: Maybe<Number>,
    pub register: Maybe<Number>,
    pub attend: Maybe<Number>,
    pub chat_engage: Maybe<Number>,
    pub chat_goal: Maybe<Number>,
    pub meeting: Maybe<Number>,
}

#[serde_with::apply(Maybe => #[serde(default, skip_serializing_if = "Maybe::is_absent")])]
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct WebFactors {
    pub visits_per_person_day: Maybe<Number>,
    pub form_fill_per_visit: Maybe<Number>,
    pub chat_per_visit: Maybe<Number>,
    pub personalized_lift: Maybe<Number>,
}

#[serde_with::apply(Maybe => #[serde(default, skip_serializing_if = "Maybe::is_absent")])]
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct AdsFactors {
    pub impressions_per_person_day: Maybe<Number>,
    pub click_per_impression: Maybe<Number>,
}

/// How long something takes, in minutes; rounded up to whole ones, at least 1.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub enum Delay {
    Fixed(Fixed),
    Exponential(Exponential),
    Lognormal(Lognormal),
}

#[serde_with::apply(Maybe => #[serde(default, skip_serializing_if = "Maybe::is_absent")])]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct Fixed {
    pub minutes: Maybe<Number>,
}

#[serde_with::apply(Maybe => #[serde(default, skip_serializing_if = "Maybe::is_absent")])]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct Exponential {
    pub mean_minutes: Maybe<Number>,
}

/// Sigma is the standard deviation of the logarithm.
#[serde_with::apply(Maybe => #[serde(default, skip_serializing_if = "Maybe::is_absent")])]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct Lognormal {
    pub median_minutes: Maybe<Number>,
    pub sigma: Maybe<Number>,
}
