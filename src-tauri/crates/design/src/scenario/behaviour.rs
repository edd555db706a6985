//! What people do by assumption: rates, probabilities and delays. A key that is left out has the default of
//! `defaults`, at any depth; probabilities are 0 to 1, rates are per person or account and day.

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::maybe::Maybe;
use crate::primitives::Number;

/// The behaviour of people towards messages, the web and advertising.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct Behaviour {
    #[serde(default, skip_serializing_if = "Maybe::is_absent")]
    pub email: Maybe<EmailBehaviour>,
    #[serde(default, skip_serializing_if = "Maybe::is_absent")]
    pub sms: Maybe<MessageBehaviour>,
    #[serde(default, skip_serializing_if = "Maybe::is_absent")]
    pub whatsapp: Maybe<MessageBehaviour>,
    #[serde(default, skip_serializing_if = "Maybe::is_absent")]
    pub after_click: Maybe<AfterClick>,
    #[serde(default, skip_serializing_if = "Maybe::is_absent")]
    pub web: Maybe<Web>,
    #[serde(default, skip_serializing_if = "Maybe::is_absent")]
    pub ads: Maybe<Ads>,
    /// Rates of further event types.
    #[serde(default, skip_serializing_if = "Maybe::is_absent")]
    pub custom: Maybe<IndexMap<String, CustomEvent>>,
    /// Factors on the rates and probabilities, by the role of the person.
    #[serde(default, skip_serializing_if = "Maybe::is_absent")]
    pub by_role: Maybe<IndexMap<String, RoleFactors>>,
}

/// What becomes of an email.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct EmailBehaviour {
    /// The share of sent emails that bounce.
    #[serde(default, skip_serializing_if = "Maybe::is_absent")]
    pub bounce: Maybe<Number>,
    /// The share of delivered emails that are opened.
    #[serde(default, skip_serializing_if = "Maybe::is_absent")]
    pub open: Maybe<Number>,
    /// The share of opened emails in which the link is clicked.
    #[serde(default, skip_serializing_if = "Maybe::is_absent")]
    pub click: Maybe<Number>,
    /// The share of opened emails that make the reader unsubscribe.
    #[serde(default, skip_serializing_if = "Maybe::is_absent")]
    pub unsubscribe: Maybe<Number>,
    /// From delivery to opening.
    #[serde(default, skip_serializing_if = "Maybe::is_absent")]
    pub open_delay: Maybe<Delay>,
    /// From opening to the click.
    #[serde(default, skip_serializing_if = "Maybe::is_absent")]
    pub click_delay: Maybe<Delay>,
}

/// What becomes of a text message.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct MessageBehaviour {
    /// The share of messages in which the link is clicked.
    #[serde(default, skip_serializing_if = "Maybe::is_absent")]
    pub click: Maybe<Number>,
    /// From sending to the click.
    #[serde(default, skip_serializing_if = "Maybe::is_absent")]
    pub click_delay: Maybe<Delay>,
}

/// What follows a click in an email, by its call to action.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct AfterClick {
    /// The share of clicks after which the form is filled out.
    #[serde(default, skip_serializing_if = "Maybe::is_absent")]
    pub form_fill: Maybe<Number>,
    /// The share of clicks after which the person registers for the webinar.
    #[serde(default, skip_serializing_if = "Maybe::is_absent")]
    pub register: Maybe<Number>,
    /// The share of registrations that attend.
    #[serde(default, skip_serializing_if = "Maybe::is_absent")]
    pub attend: Maybe<Number>,
    /// From registration to attendance.
    #[serde(default, skip_serializing_if = "Maybe::is_absent")]
    pub attend_after: Maybe<Delay>,
    /// The share of clicks after which the person engages the chat.
    #[serde(default, skip_serializing_if = "Maybe::is_absent")]
    pub chat_engage: Maybe<Number>,
    /// The share of chats that reach their goal.
    #[serde(default, skip_serializing_if = "Maybe::is_absent")]
    pub chat_goal: Maybe<Number>,
    /// The share of chat goals after which a meeting is scheduled.
    #[serde(default, skip_serializing_if = "Maybe::is_absent")]
    pub meeting: Maybe<Number>,
    /// From each step to the next.
    #[serde(default, skip_serializing_if = "Maybe::is_absent")]
    pub delay: Maybe<Delay>,
}

/// Visits to the web site.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct Web {
    #[serde(default, skip_serializing_if = "Maybe::is_absent")]
    pub visits_per_person_day: Maybe<Number>,
    #[serde(default, skip_serializing_if = "Maybe::is_absent")]
    pub form_fill_per_visit: Maybe<Number>,
    #[serde(default, skip_serializing_if = "Maybe::is_absent")]
    pub chat_per_visit: Maybe<Number>,
    /// The factor on forms and chats of people with a personalized experience.
    #[serde(default, skip_serializing_if = "Maybe::is_absent")]
    pub personalized_lift: Maybe<Number>,
}

/// Advertising while an account is active in a destination.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct Ads {
    #[serde(default, skip_serializing_if = "Maybe::is_absent")]
    pub impressions_per_person_day: Maybe<Number>,
    #[serde(default, skip_serializing_if = "Maybe::is_absent")]
    pub click_per_impression: Maybe<Number>,
    /// How many new people an active account yields a day.
    #[serde(default, skip_serializing_if = "Maybe::is_absent")]
    pub leads_per_account_day: Maybe<Number>,
    /// The share of new people who have a role that the filter asks for.
    #[serde(default, skip_serializing_if = "Maybe::is_absent")]
    pub role_filter_precision: Maybe<Number>,
    /// The share of leads lost to form errors where the destination does not redirect them.
    #[serde(default, skip_serializing_if = "Maybe::is_absent")]
    pub form_error: Maybe<Number>,
}

/// An event that happens by itself.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct CustomEvent {
    #[serde(default, skip_serializing_if = "Maybe::is_absent")]
    pub per_person_day: Maybe<Number>,
}

/// Factors for the people of one role, in the shape of the behaviour.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct RoleFactors {
    #[serde(default, skip_serializing_if = "Maybe::is_absent")]
    pub email: Maybe<EmailFactors>,
    #[serde(default, skip_serializing_if = "Maybe::is_absent")]
    pub sms: Maybe<MessageFactors>,
    #[serde(default, skip_serializing_if = "Maybe::is_absent")]
    pub whatsapp: Maybe<MessageFactors>,
    #[serde(default, skip_serializing_if = "Maybe::is_absent")]
    pub after_click: Maybe<AfterClickFactors>,
    #[serde(default, skip_serializing_if = "Maybe::is_absent")]
    pub web: Maybe<WebFactors>,
    #[serde(default, skip_serializing_if = "Maybe::is_absent")]
    pub ads: Maybe<AdsFactors>,
    #[serde(default, skip_serializing_if = "Maybe::is_absent")]
    pub custom: Maybe<IndexMap<String, CustomEvent>>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct EmailFactors {
    #[serde(default, skip_serializing_if = "Maybe::is_absent")]
    pub bounce: Maybe<Number>,
    #[serde(default, skip_serializing_if = "Maybe::is_absent")]
    pub open: Maybe<Number>,
    #[serde(default, skip_serializing_if = "Maybe::is_absent")]
    pub click: Maybe<Number>,
    #[serde(default, skip_serializing_if = "Maybe::is_absent")]
    pub unsubscribe: Maybe<Number>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct MessageFactors {
    #[serde(default, skip_serializing_if = "Maybe::is_absent")]
    pub click: Maybe<Number>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct AfterClickFactors {
    #[serde(default, skip_serializing_if = "Maybe::is_absent")]
    pub form_fill: Maybe<Number>,
    #[serde(default, skip_serializing_if = "Maybe::is_absent")]
    pub register: Maybe<Number>,
    #[serde(default, skip_serializing_if = "Maybe::is_absent")]
    pub attend: Maybe<Number>,
    #[serde(default, skip_serializing_if = "Maybe::is_absent")]
    pub chat_engage: Maybe<Number>,
    #[serde(default, skip_serializing_if = "Maybe::is_absent")]
    pub chat_goal: Maybe<Number>,
    #[serde(default, skip_serializing_if = "Maybe::is_absent")]
    pub meeting: Maybe<Number>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct WebFactors {
    #[serde(default, skip_serializing_if = "Maybe::is_absent")]
    pub visits_per_person_day: Maybe<Number>,
    #[serde(default, skip_serializing_if = "Maybe::is_absent")]
    pub form_fill_per_visit: Maybe<Number>,
    #[serde(default, skip_serializing_if = "Maybe::is_absent")]
    pub chat_per_visit: Maybe<Number>,
    #[serde(default, skip_serializing_if = "Maybe::is_absent")]
    pub personalized_lift: Maybe<Number>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct AdsFactors {
    #[serde(default, skip_serializing_if = "Maybe::is_absent")]
    pub impressions_per_person_day: Maybe<Number>,
    #[serde(default, skip_serializing_if = "Maybe::is_absent")]
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

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct Fixed {
    #[serde(default, skip_serializing_if = "Maybe::is_absent")]
    pub minutes: Maybe<Number>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct Exponential {
    #[serde(default, skip_serializing_if = "Maybe::is_absent")]
    pub mean_minutes: Maybe<Number>,
}

/// Sigma is the standard deviation of the logarithm.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct Lognormal {
    #[serde(default, skip_serializing_if = "Maybe::is_absent")]
    pub median_minutes: Maybe<Number>,
    #[serde(default, skip_serializing_if = "Maybe::is_absent")]
    pub sigma: Maybe<Number>,
}
