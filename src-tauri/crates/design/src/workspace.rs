//! A workspace as its document holds it: what the journeys of a team share.

mod change;
pub mod document;
mod edit;
pub mod intent;
mod record;
pub mod uses;

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::condition::Condition;
use crate::maybe::Maybe;
use crate::primitives::{Id, Number};

pub use change::{WorkspaceChange, WorkspaceHead};
pub use edit::WorkspaceError;
pub use record::{Collection, WorkspaceRecord};

#[serde_with::apply(Maybe => #[serde(default, skip_serializing_if = "Maybe::is_absent")])]
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct Workspace {
    pub name: String,
    /// The custom roles; the six defaults always exist.
    pub roles: Maybe<Vec<Role>>,
    pub roles_templates: Maybe<Vec<RolesTemplate>>,
    pub stages_model: Maybe<StagesModel>,
    pub solution_interests: Maybe<Vec<SolutionInterest>>,
    pub audiences: Maybe<Vec<Audience>>,
    pub account_lists: Maybe<Vec<AccountList>>,
    pub destinations: Maybe<Vec<Destination>>,
    pub emails: Maybe<Vec<Email>>,
    pub event_types: Maybe<Vec<EventType>>,
    /// Differences from the default weights of the activities that count.
    pub weights: Maybe<IndexMap<String, Number>>,
    pub score_references: Maybe<ScoreReferences>,
    /// Differences from the default job titles of people whom advertising finds.
    pub titles: Maybe<IndexMap<String, Vec<String>>>,
}

/// The roles that always exist, with what new people of each are called by default.
pub const DEFAULT_ROLES: [(&str, &[&str]); 6] = [
    (
        "Decision Maker",
        &[
            "VP Marketing",
            "VP Sales",
            "Chief Information Officer",
            "Chief Technology Officer",
            "Director of Procurement",
        ],
    ),
    ("Influencer", &["Senior Manager Marketing", "Enterprise Architect", "Head of Analytics"]),
    ("Practitioner", &["Marketing Specialist", "Data Analyst", "Software Engineer", "Operations Manager"]),
    (
        "Executive Steering Committee",
        &["Chief Executive Officer", "Chief Financial Officer", "Chief Operating Officer"],
    ),
    ("Champion", &["Marketing Operations Manager", "Product Owner", "Team Lead"]),
    ("Other", &[]),
];

/// What activities count for engagement by default; other types count nothing.
pub const DEFAULT_WEIGHTS: [(&str, f64); 13] = [
    ("event.attended", 60.0),
    ("event.registered", 60.0),
    ("directMarketing.emailClicked", 30.0),
    ("directMarketing.emailOpened", 30.0),
    ("web.formFilledOut", 40.0),
    ("leadOperation.interestingMoment", 60.0),
    ("web.webinteraction.linkClicks", 40.0),
    ("web.webpagedetails.pageViews", 40.0),
    ("chat.engaged", 90.0),
    ("chat.goalReached", 90.0),
    ("chat.meetingScheduled", 90.0),
    ("sms.clicked", 90.0),
    ("whatsapp.clicked", 90.0),
];

impl Workspace {
    /// What each activity that counts weighs for engagement, relative to the largest weight of the model.
    pub fn relative_weights(&self) -> IndexMap<String, f64> {
        let mut weights: IndexMap<String, f64> =
            DEFAULT_WEIGHTS.iter().map(|&(name, weight)| (name.to_owned(), weight)).collect();
        for (name, weight) in self.weights.get().into_iter().flatten() {
            weights.insert(name.clone(), weight.get());
        }
        let largest = weights.values().copied().fold(0.0, f64::max);
        weights.retain(|_, weight| *weight > 0.0);
        weights.values_mut().for_each(|weight| *weight /= largest);
        weights
    }

    /// Every role by name: the defaults, then the custom ones.
    pub fn role_names(&self) -> impl Iterator<Item = &str> {
        let custom = self.roles.items().iter().map(|role| role.name.as_str());
        DEFAULT_ROLES.iter().map(|(role, _)| *role).chain(custom)
    }

    /// What new people are called, by role: the defaults with the differences of this workspace.
    pub fn titles_by_role(&self) -> IndexMap<String, Vec<String>> {
        let owned = |titles: &[&str]| titles.iter().map(|&title| title.to_owned()).collect();
        let mut titles: IndexMap<String, Vec<String>> =
            DEFAULT_ROLES.iter().map(|(role, titles)| ((*role).to_owned(), owned(titles))).collect();
        for (role, own) in self.titles.get().into_iter().flatten() {
            titles.insert(role.clone(), own.clone());
        }
        titles
    }
}

#[serde_with::apply(Maybe => #[serde(default, skip_serializing_if = "Maybe::is_absent")])]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct Role {
    pub name: String,
    pub description: Maybe<String>,
}

/// Draft things may change; only live ones can be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    Draft,
    Live,
}

/// Role cards in the order of assignment: who matches several gets the first.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RolesTemplate {
    pub id: Id,
    pub name: String,
    pub status: Status,
    pub cards: Vec<RoleCard>,
}

#[serde_with::apply(Maybe => #[serde(default, skip_serializing_if = "Maybe::is_absent")])]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct RoleCard {
    pub role: String,
    pub weighting: Weighting,
    /// Whether the card counts for completeness.
    pub required: bool,
    pub members_required: Maybe<u32>,
    /// A card without conditions never assigns by itself.
    pub auto_assign: Maybe<Condition>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "lowercase")]
pub enum Weighting {
    Trivial,
    Minor,
    Normal,
    Important,
    Vital,
}

impl Weighting {
    pub fn weight(self) -> f64 {
        match self {
            Weighting::Trivial => 20.0,
            Weighting::Minor => 40.0,
            Weighting::Normal => 60.0,
            Weighting::Important => 80.0,
            Weighting::Vital => 100.0,
        }
    }
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct StagesModel {
    pub name: String,
    pub status: Status,
    pub stages: Vec<Stage>,
}

#[serde_with::apply(Maybe => #[serde(default, skip_serializing_if = "Maybe::is_absent")])]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct Stage {
    pub id: Id,
    pub name: String,
    /// A new group starts at the first entry stage.
    pub entry: bool,
    pub destination: Maybe<StageDestination>,
    /// The stages to which a group may go from here.
    pub next: Maybe<Vec<Id>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "lowercase")]
pub enum StageDestination {
    Success,
    Failure,
}

/// What is sold; its groups fill by its roles template.
#[serde_with::apply(Maybe => #[serde(default, skip_serializing_if = "Maybe::is_absent")])]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct SolutionInterest {
    pub id: Id,
    pub name: String,
    pub description: Maybe<String>,
    pub roles_template: Id,
    pub uses_stages: Maybe<bool>,
    pub sales_ready: Maybe<SalesReady>,
}

impl SolutionInterest {
    /// The completeness, 0 to 100, at and above which a group may go to sales.
    pub fn ready_completeness(&self) -> f64 {
        self.sales_ready.get().and_then(|ready| ready.completeness.get()).map_or(70.0, Number::get)
    }

    /// The engagement, 0 to 100, that it needs besides.
    pub fn ready_engagement(&self) -> f64 {
        self.sales_ready.get().and_then(|ready| ready.engagement.get()).map_or(0.0, Number::get)
    }
}

/// The scores, 0 to 100, at and above which a group goes to sales.
#[serde_with::apply(Maybe => #[serde(default, skip_serializing_if = "Maybe::is_absent")])]
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct SalesReady {
    pub completeness: Maybe<Number>,
    pub engagement: Maybe<Number>,
}

/// A named condition over accounts and their people.
#[serde_with::apply(Maybe => #[serde(default, skip_serializing_if = "Maybe::is_absent")])]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct Audience {
    pub id: Id,
    pub name: String,
    pub condition: Maybe<Condition>,
}

#[serde_with::apply(Maybe => #[serde(default, skip_serializing_if = "Maybe::is_absent")])]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct AccountList {
    pub id: Id,
    pub name: String,
    pub r#type: ListType,
    pub status: Status,
    pub condition: Maybe<Condition>,
    /// Account keys.
    pub members: Maybe<Vec<String>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "lowercase")]
pub enum ListType {
    Static,
    Dynamic,
}

/// A LinkedIn matched audience, with the roles that its campaign addresses.
#[serde_with::apply(Maybe => #[serde(default, skip_serializing_if = "Maybe::is_absent")])]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct Destination {
    pub id: Id,
    pub name: String,
    pub roles: Maybe<Vec<String>>,
    pub form: Maybe<Form>,
    /// Whether a form that fails sends the visitor on instead of losing the lead.
    pub error_redirect: Maybe<bool>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub enum Form {
    LeadGen,
    LandingPage,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Email {
    pub id: Id,
    pub name: String,
    pub call_to_action: CallToAction,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "lowercase")]
pub enum CallToAction {
    Link,
    Form,
    Webinar,
    Chat,
}

/// An event type of the workspace's own.
#[serde_with::apply(Maybe => #[serde(default, skip_serializing_if = "Maybe::is_absent")])]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct EventType {
    pub r#type: String,
    pub name: String,
    pub fields: Maybe<Vec<String>>,
}

/// The raw values that score 100.
#[serde_with::apply(Maybe => #[serde(default, skip_serializing_if = "Maybe::is_absent")])]
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct ScoreReferences {
    pub person: Maybe<Number>,
    pub group: Maybe<Number>,
}
