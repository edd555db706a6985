//! Everything the window has to know about kinds, actions and conditions, derived from the Rust structs.

mod attributes;
mod fields;
mod operators;

use std::sync::OnceLock;

use serde::Serialize;
use serde_json::{Map, Value};
use ts_rs::TS;

use crate::actions::{self, Action, ActionKind};
use crate::formats::{FORMATS, FormatInfo};
use crate::journey::JourneyKind;
use crate::kinds::{self, Family, Kind, NodeKind};
use crate::layout::{SIZES, Sizes};
use crate::names::{Names, On};
use crate::primitives::Text;

pub(crate) use attributes::is_standard_attribute;
pub use attributes::{AttributeInfo, AttributeType, attributes};
use fields::fields_of;
pub use fields::{ConditionOn, FieldInfo, FieldInput, FieldOption, OtherOf, PathsOf, ReferenceTo};
pub use operators::{OperatorInfo, OperatorValues, operators};

pub use crate::events::{EventTypeInfo, event_types};

/// What can be put into a journey, and how it is set.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Catalogue {
    pub kinds: Vec<KindInfo>,
    pub actions: Vec<ActionInfo>,
    pub attributes: Vec<AttributeInfo>,
    pub operators: Vec<OperatorInfo>,
    pub event_types: Vec<EventTypeInfo>,
    /// The forms in which a journey can be given away.
    pub formats: Vec<FormatInfo>,
    /// What the layout counts with, so that cards are drawn at the same size.
    pub sizes: Sizes,
}

/// A kind of node.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct KindInfo {
    pub kind: String,
    pub name: Text,
    pub hint: Text,
    pub family: Family,
    pub on: Option<On>,
    /// The journeys in which it may stand.
    pub journeys: Vec<JourneyKind>,
    /// Whether it can be inserted; a start cannot.
    pub insert: bool,
    /// Whether it can be switched off.
    pub disable: bool,
    /// Whether several paths may lead into it.
    pub joins: bool,
    pub fields: Vec<FieldInfo>,
    /// An inline SVG of 20 × 20, drawn in the current colour.
    pub icon: String,
    /// The settings of a newly inserted one.
    #[ts(type = "Record<string, unknown>")]
    pub default: Map<String, Value>,
}

/// A type of action.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ActionInfo {
    pub r#type: String,
    pub name: Text,
    pub hint: Text,
    pub on: On,
    pub insert: bool,
    pub fields: Vec<FieldInfo>,
    pub icon: String,
    #[ts(type = "Record<string, unknown>")]
    pub default: Map<String, Value>,
}

/// The whole catalogue, in the order of the lists of kinds and actions; derived once.
pub fn catalogue() -> &'static Catalogue {
    static CATALOGUE: OnceLock<Catalogue> = OnceLock::new();
    CATALOGUE.get_or_init(derive)
}

fn derive() -> Catalogue {
    let mut kinds = Kinds(Vec::new());
    Kind::each_type(&mut kinds);
    let mut actions = Actions(Vec::new());
    Action::each_type(&mut actions);
    Catalogue {
        kinds: kinds.0,
        actions: actions.0,
        attributes: attributes(),
        operators: operators(),
        event_types: event_types(),
        formats: FORMATS.iter().map(FormatInfo::from).collect(),
        sizes: SIZES,
    }
}

struct Kinds(Vec<KindInfo>);

impl kinds::EachType for Kinds {
    fn visit<T: NodeKind>(&mut self) {
        let (name, hint, fields) = described::<T>(T::NAMES);
        let journeys = [JourneyKind::Account, JourneyKind::Person];
        let fresh = Kind::fresh(T::KIND);
        self.0.push(KindInfo {
            kind: T::KIND.to_owned(),
            name,
            hint,
            family: T::FAMILY,
            on: T::ON,
            journeys: journeys.into_iter().filter(|journey| T::JOURNEYS.holds(*journey)).collect(),
            insert: T::FAMILY != Family::Audience,
            disable: fresh.as_ref().is_some_and(Kind::may_be_disabled),
            joins: fresh.as_ref().is_some_and(Kind::joins),
            fields,
            icon: Kind::icon(T::KIND).to_owned(),
            default: crate::tagged::settings(&T::inserted()),
        });
    }
}

struct Actions(Vec<ActionInfo>);

impl actions::EachType for Actions {
    fn visit<T: ActionKind>(&mut self) {
        let (name, hint, fields) = described::<T>(T::NAMES);
        let default =
            Action::fresh(T::TYPE).map(|action| crate::tagged::settings(&action)).unwrap_or_default();
        self.0.push(ActionInfo {
            r#type: T::TYPE.to_owned(),
            name,
            hint,
            on: T::ON,
            insert: true,
            fields,
            icon: Action::icon(T::TYPE).to_owned(),
            default,
        });
    }
}

fn described<T: schemars::JsonSchema>(names: Names) -> (Text, Text, Vec<FieldInfo>) {
    let schema = schemars::schema_for!(T);
    let hint = schema.get("description").and_then(Value::as_str).unwrap_or_default();
    (Text::new(names.en, names.es), Text::new(hint, names.hint_es), fields_of(&schema))
}
