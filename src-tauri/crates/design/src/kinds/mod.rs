//! What a node does: one file per kind, and one line in the list below.

mod account_audience;
mod action;
mod external;
mod external_action;
mod external_split;
mod listen;
mod merge;
mod next_best_path;
mod path;
mod person_audience;
mod split_accounts;
mod split_people;
mod variant_split_accounts;
mod variant_split_people;
mod wait;

pub use path::{
    ConditionPath, Exit, ExternalPath, OtherPeople, PeoplePath, PeopleVariantPath, PromptPath, Timeout,
    VariantPath,
};
use path::{named, other, path_id};
use schemars::JsonSchema;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use simulator::program::Step;
use ts_rs::TS;

use crate::compile::{CompileError, Lowering};
use crate::journey::JourneyKind;
use crate::names::{Names, On};
use crate::problem::Problem;

/// The colour and the group in the palette.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Family {
    Audience,
    Action,
    Event,
    Flow,
}

/// The journeys in which a kind may stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct JourneyKinds {
    pub account: bool,
    pub person: bool,
}

impl JourneyKinds {
    pub const ACCOUNT: JourneyKinds = JourneyKinds { account: true, person: false };
    pub const PERSON: JourneyKinds = JourneyKinds { account: false, person: true };
    pub const BOTH: JourneyKinds = JourneyKinds { account: true, person: true };

    pub fn holds(self, kind: JourneyKind) -> bool {
        match kind {
            JourneyKind::Account => self.account,
            JourneyKind::Person => self.person,
        }
    }
}

/// What every node kind says of itself; forms, palette, schema and help derive from it and from the struct.
pub trait NodeKind: Serialize + DeserializeOwned + JsonSchema + Default {
    /// The value of `kind` in the document.
    const KIND: &str;
    const FAMILY: Family;
    /// Whom it acts on; None where its settings decide, or nothing is acted on.
    const ON: Option<On>;
    const JOURNEYS: JourneyKinds;
    const NAMES: Names;

    /// The exits in the order in which they are drawn from top to bottom.
    fn exits(&self, _journey: JourneyKind) -> Vec<Exit> {
        vec![Exit::only()]
    }

    /// What is wrong with the settings by themselves, beyond what their schema says.
    fn wrong(&self) -> Vec<Problem> {
        Vec::new()
    }

    /// The settings with which a new one is inserted, so that little is left to do.
    fn inserted() -> Self {
        Self::default()
    }

    /// The node as a step of a program.
    fn lower(&self, at: &mut Lowering<'_>) -> Result<Step, CompileError>;
}

crate::tagged::tagged! {
    /// The kind of a node with its settings.
    pub enum Kind, tag "kind", trait NodeKind, const KIND {
        account_audience::AccountAudience,
        person_audience::PersonAudience,
        action::Action,
        listen::Listen,
        split_accounts::SplitAccounts,
        split_people::SplitPeople,
        variant_split_accounts::VariantSplitAccounts,
        variant_split_people::VariantSplitPeople,
        next_best_path::NextBestPath,
        wait::Wait,
        merge::Merge,
        external_action::ExternalAction,
        external_split::ExternalSplit,
    }
}

impl Kind {
    /// The exits in the order in which they are drawn from top to bottom.
    pub fn exits(&self, journey: JourneyKind) -> Vec<Exit> {
        struct Exits(JourneyKind);
        impl Visit for Exits {
            type Out = Vec<Exit>;
            fn visit<T: NodeKind>(self, settings: &T) -> Vec<Exit> {
                settings.exits(self.0)
            }
        }
        self.visit(Exits(journey))
    }

    pub fn family(&self) -> Family {
        struct Ask;
        impl Visit for Ask {
            type Out = Family;
            fn visit<T: NodeKind>(self, _: &T) -> Family {
                T::FAMILY
            }
        }
        self.visit(Ask)
    }

    pub fn journeys(&self) -> JourneyKinds {
        struct Ask;
        impl Visit for Ask {
            type Out = JourneyKinds;
            fn visit<T: NodeKind>(self, _: &T) -> JourneyKinds {
                T::JOURNEYS
            }
        }
        self.visit(Ask)
    }

    pub(crate) fn wrong(&self) -> Vec<Problem> {
        struct Ask;
        impl Visit for Ask {
            type Out = Vec<Problem>;
            fn visit<T: NodeKind>(self, settings: &T) -> Vec<Problem> {
                settings.wrong()
            }
        }
        self.visit(Ask)
    }

    pub fn names(&self) -> Names {
        struct Ask;
        impl Visit for Ask {
            type Out = Names;
            fn visit<T: NodeKind>(self, _: &T) -> Names {
                T::NAMES
            }
        }
        self.visit(Ask)
    }

    /// A new one of this kind with the settings of `NodeKind::inserted`.
    pub fn inserted(&self) -> Kind {
        struct Ask;
        impl Visit for Ask {
            type Out = Map<String, Value>;
            fn visit<T: NodeKind>(self, _: &T) -> Map<String, Value> {
                crate::tagged::settings(&T::inserted())
            }
        }
        Kind::read(self.tag(), self.visit(Ask)).unwrap_or_else(|_: serde_json::Error| self.clone())
    }

    /// Whether journeys begin here.
    pub fn is_start(&self) -> bool {
        matches!(self, Kind::AccountAudience(_) | Kind::PersonAudience(_))
    }

    /// Whether several paths may lead here.
    pub fn joins(&self) -> bool {
        matches!(self, Kind::Merge(_))
    }

    /// Starts are needed, and merges do nothing that could be left out.
    pub fn may_be_disabled(&self) -> bool {
        !self.is_start() && !self.joins()
    }

    pub(crate) fn lower(&self, at: &mut Lowering<'_>) -> Result<Step, CompileError> {
        struct Lower<'x, 'a>(&'x mut Lowering<'a>);
        impl Visit for Lower<'_, '_> {
            type Out = Result<Step, CompileError>;
            fn visit<T: NodeKind>(self, settings: &T) -> Self::Out {
                settings.lower(self.0)
            }
        }
        self.visit(Lower(at))
    }
}
