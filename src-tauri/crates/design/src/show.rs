//! A presentation: a journey with all that its run hangs on, and the chapters at which it stops.

mod addresses;
mod chapters;
mod documents;
mod keys;
mod look_alike;
mod made_up;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::formats::native::Document;
use crate::journey::Journey;
use crate::maybe::Maybe;
use crate::primitives::Id;
use crate::scenario::Scenario;
use crate::workspace::Workspace;

pub use chapters::{ChapterChange, ChapterHistory, ChapterIntent, ChapterStep, ChaptersDocument, NoChapter};
pub use look_alike::{LookAlikes, disguise};

impl Document for Chapters {
    const FORMAT: &str = "caravan/chapters";
}

impl Document for Show {
    const FORMAT: &str = "caravan/show";

    fn check(&self) -> Result<(), (String, String)> {
        self.scenario.check_numbers().map_err(|(path, message)| (format!("scenario.{path}"), message))
    }
}

/// The chapters of a journey. They lie beside its document, which has no key for them.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Chapters {
    pub chapters: Vec<Chapter>,
}

/// What a file ending in `.caravan-show` holds: the same file plays the same everywhere.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Show {
    pub journey: Journey,
    pub workspace: Workspace,
    /// With the seed.
    pub scenario: Scenario,
    pub tables: ShownTables,
    pub chapters: Vec<Chapter>,
}

/// The tables as lines of comma-separated values, the names of the columns first.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ShownTables {
    pub accounts: Vec<String>,
    pub people: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub activities: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub members: Vec<String>,
}

/// A point at which the play stops, and what is to be seen and said there.
#[serde_with::apply(Maybe => #[serde(default, skip_serializing_if = "Maybe::is_absent")])]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct Chapter {
    pub stop: Stop,
    /// Shown to the room.
    pub caption: Told,
    /// For the presenter alone.
    pub note: Maybe<Told>,
    /// The nodes that stand out.
    pub highlight: Maybe<Vec<Id>>,
    /// The key of the account that is followed until the next chapter.
    pub follow: Maybe<String>,
    /// Asked to the room before the answer is shown.
    pub question: Maybe<Told>,
    pub answer: Maybe<Told>,
}

/// When a chapter begins.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub enum Stop {
    /// At the beginning of a day; day 0 is the start.
    Day(u32),
    /// When something happens for the first time.
    First(Happens),
    /// When an account comes to a node.
    Reaches(Reaches),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub enum Happens {
    /// A group is ready for sales.
    Ready,
    /// A listen gives up waiting.
    Timeout,
}

#[serde_with::apply(Maybe => #[serde(default, skip_serializing_if = "Maybe::is_absent")])]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct Reaches {
    pub node: Id,
    /// The account's key; none: whichever comes first.
    pub account: Maybe<String>,
}

/// A text in one of the product's languages, or in both. Where the wanted one is missing, the other is shown.
#[serde_with::apply(Maybe => #[serde(default, skip_serializing_if = "Maybe::is_absent")])]
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct Told {
    pub en: Maybe<String>,
    pub es: Maybe<String>,
}
