//! A journey as its document holds it.

use indexmap::IndexMap;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::de::Error as _;
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::{Map, Value};
use ts_rs::TS;

use crate::kinds::{Exit, Kind};
use crate::maybe::Maybe;
use crate::primitives::{Id, Number};
use crate::tagged::take_tag;
use crate::time::{Duration, LocalDateTime, Zone};

/// A journey: nodes, the edges between their exits and nodes, and where the user has placed the cards.
#[serde_with::apply(Maybe => #[serde(default, skip_serializing_if = "Maybe::is_absent")])]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct Journey {
    pub id: Id,
    pub name: String,
    pub description: Maybe<String>,
    pub kind: JourneyKind,
    pub settings: JourneySettings,
    pub nodes: Vec<Node>,
    pub edges: Vec<Edge>,
    pub layout: Maybe<IndexMap<Id, Place>>,
}

impl Journey {
    pub fn node(&self, id: &Id) -> Option<&Node> {
        self.nodes.iter().find(|node| node.id == *id)
    }

    /// Where an exit leads; None where the journey ends there.
    pub fn target(&self, from: &Id, path: Option<&Id>) -> Option<&Id> {
        self.edges.iter().find(|edge| edge.from == *from && edge.path.get() == path).map(|edge| &edge.to)
    }

    pub fn exits(&self, node: &Node) -> Vec<Exit> {
        node.kind.exits(self.kind)
    }
}

/// Who moves through the journey.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "lowercase")]
pub enum JourneyKind {
    Account,
    Person,
}

#[serde_with::apply(Maybe => #[serde(default, skip_serializing_if = "Maybe::is_absent")])]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct JourneySettings {
    /// For durations and dates of the journey.
    pub time_zone: Zone,
    pub start: Start,
    pub end: Maybe<LocalDateTime>,
    pub reentry: Maybe<Reentry>,
    /// An address gets the same email once.
    pub email_deduplication: Maybe<bool>,
}

/// `"immediately"`, or a local date-time before which nobody enters.
#[derive(Debug, Clone, PartialEq, Eq, JsonSchema, TS)]
#[schemars(with = "String")]
#[ts(type = "string", rename = "JourneyStart")]
pub enum Start {
    Immediately,
    At(LocalDateTime),
}

impl Serialize for Start {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Start::Immediately => serializer.serialize_str("immediately"),
            Start::At(at) => at.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Start {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        if text == "immediately" {
            return Ok(Start::Immediately);
        }
        LocalDateTime::new(text.clone()).map(Start::At).ok_or_else(|| {
            D::Error::custom(format!(
                "\"{text}\" is no start; write \"immediately\" or a local date and time as in \"2027-01-15T09:00\""
            ))
        })
    }
}

/// Whether and when an account (or person) may enter again.
#[serde_with::apply(Maybe => #[serde(default, skip_serializing_if = "Maybe::is_absent")])]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct Reentry {
    pub from: ReentryFrom,
    pub delay: Duration,
    /// The number of entries at most; none: no limit.
    pub limit: Maybe<u32>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "lowercase")]
pub enum ReentryFrom {
    Start,
    End,
}

/// A node: its id, its kind with the kind's settings, what the user calls it and notes about it, and whether it is
/// switched off.
#[derive(Debug, Clone, PartialEq, TS)]
#[ts(
    type = "{ id: string; kind: string; label?: string | null; note?: string | null; disabled?: boolean | null; [setting: string]: unknown }"
)]
pub struct Node {
    pub id: Id,
    pub label: Maybe<String>,
    pub note: Maybe<String>,
    /// Everybody goes past it as if it weren't there; neither starts nor merges can be disabled.
    pub disabled: Maybe<bool>,
    pub kind: Kind,
}

impl Node {
    /// A node that nobody has named, noted or disabled yet.
    pub fn new(id: Id, kind: Kind) -> Node {
        Node { id, label: Maybe::Absent, note: Maybe::Absent, disabled: Maybe::Absent, kind }
    }
}

impl Serialize for Node {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let settings = serde_json::to_value(&self.kind).map_err(serde::ser::Error::custom)?;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("id", &self.id)?;
        map.serialize_entry("kind", self.kind.tag())?;
        for (key, text) in [("label", &self.label), ("note", &self.note)] {
            if !text.is_absent() {
                map.serialize_entry(key, text)?;
            }
        }
        if !self.disabled.is_absent() {
            map.serialize_entry("disabled", &self.disabled)?;
        }
        for (key, value) in settings.as_object().into_iter().flatten().filter(|(key, _)| *key != "kind") {
            map.serialize_entry(key, value)?;
        }
        map.end()
    }
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut map = Map::deserialize(deserializer)?;
        let kind = take_tag(&mut map, "kind")?;
        let id = map.shift_remove("id").ok_or_else(|| D::Error::missing_field("id"))?;
        let mut text = |key| map.shift_remove(key).map_or(Ok(Maybe::Absent), serde_json::from_value);
        let (label, note) = (text("label"), text("note"));
        let disabled = map.shift_remove("disabled");
        let kind = Kind::read(&kind, map)?;
        if disabled.is_some() && !kind.may_be_disabled() {
            return Err(D::Error::custom(
                "a start and a merge cannot be disabled; remove the key `disabled`",
            ));
        }
        Ok(Node {
            id: serde_json::from_value(id).map_err(D::Error::custom)?,
            label: label.map_err(D::Error::custom)?,
            note: note.map_err(D::Error::custom)?,
            disabled: disabled.map_or(Ok(Maybe::Absent), serde_json::from_value).map_err(D::Error::custom)?,
            kind,
        })
    }
}

/// The kind's schema, with the keys that every node has.
impl JsonSchema for Node {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Node".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let mut schema = Kind::json_schema(generator);
        let id = generator.subschema_for::<Id>().to_value();
        let text = generator.subschema_for::<Option<String>>().to_value();
        let off = generator.subschema_for::<Option<bool>>().to_value();
        for variant in schema.get_mut("oneOf").and_then(Value::as_array_mut).into_iter().flatten() {
            if let Some(properties) = variant.get_mut("properties").and_then(Value::as_object_mut) {
                let kind = properties.get("kind").and_then(|kind| kind["const"].as_str());
                if kind.and_then(Kind::fresh).is_some_and(|kind| kind.may_be_disabled()) {
                    properties.insert("disabled".into(), off.clone());
                }
                properties.insert("id".into(), id.clone());
                properties.insert("label".into(), text.clone());
                properties.insert("note".into(), text.clone());
            }
            if let Some(required) = variant.get_mut("required").and_then(Value::as_array_mut) {
                required.push("id".into());
            }
        }
        schema
    }
}

/// From an exit of a node to a node; an exit without an edge ends the journey there.
#[serde_with::apply(Maybe => #[serde(default, skip_serializing_if = "Maybe::is_absent")])]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct Edge {
    pub from: Id,
    pub path: Maybe<Id>,
    pub to: Id,
}

/// The top left corner of a card, in pixels at 100 %.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Place {
    pub x: Number,
    pub y: Number,
}
