//! The form of a setting, from its JSON Schema and the keys that the structs add to it: `x-es` (name in Spanish),
//! `x-hint-es`, `x-required`, `x-fact`, `x-ref`, `x-input`, `x-max`, `x-instead-of`.

use schemars::Schema;
use serde::Serialize;
use serde_json::Value;
use ts_rs::TS;

use crate::primitives::Text;

/// One setting of a kind or an action.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FieldInfo {
    pub key: String,
    pub name: Text,
    pub hint: Text,
    /// A journey without it can't be published.
    pub required: bool,
    /// Shown on the card.
    pub fact: bool,
    /// The setting that it takes the place of: only one of the two is given.
    pub instead_of: Option<String>,
    pub input: FieldInput,
}

/// How a setting is asked for.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum FieldInput {
    Text {
        max_length: Option<u32>,
    },
    Texts,
    Number {
        min: Option<f64>,
        max: Option<f64>,
        integer: bool,
    },
    Boolean,
    Choice {
        options: Vec<FieldOption>,
    },
    Reference {
        to: ReferenceTo,
    },
    /// A path such as `account.accountName`; custom ones may be named too.
    Attribute {
        of: ConditionOn,
    },
    Duration,
    DateTime,
    MustEndOn,
    Timeout,
    Triggers,
    Action,
    Paths {
        of: PathsOf,
    },
    Other {
        of: OtherOf,
    },
    Condition {
        on: ConditionOn,
    },
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FieldOption {
    pub value: String,
    pub name: Text,
}

/// What a setting refers to, by id or, for roles, by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum ReferenceTo {
    Audience,
    AccountList,
    Destination,
    Email,
    SolutionInterest,
    Stage,
    Role,
    Journey,
    EventType,
}

impl ReferenceTo {
    fn read(name: &str) -> Option<ReferenceTo> {
        Some(match name {
            "audience" => ReferenceTo::Audience,
            "accountList" => ReferenceTo::AccountList,
            "destination" => ReferenceTo::Destination,
            "email" => ReferenceTo::Email,
            "solutionInterest" => ReferenceTo::SolutionInterest,
            "stage" => ReferenceTo::Stage,
            "role" => ReferenceTo::Role,
            "journey" => ReferenceTo::Journey,
            "eventType" => ReferenceTo::EventType,
            _ => return None,
        })
    }
}

/// What each path of a split holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum PathsOf {
    Condition,
    ConditionActions,
    Percentage,
    PercentageActions,
    Share,
    /// A returned value and the share expected of it.
    Returned,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum OtherOf {
    Boolean,
    Actions,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum ConditionOn {
    Accounts,
    People,
}

/// The settings of a struct, in its order.
pub(crate) fn fields_of(schema: &Schema) -> Vec<FieldInfo> {
    let properties = schema.get("properties").and_then(Value::as_object);
    let fields = properties.into_iter().flatten().map(|(key, property)| FieldInfo {
        key: key.clone(),
        name: Text::new(text(property, "title").unwrap_or(key), text(property, "x-es").unwrap_or(key)),
        hint: hint(property),
        required: flag(property, "x-required"),
        fact: flag(property, "x-fact"),
        instead_of: text(property, "x-instead-of").map(str::to_owned),
        input: input(property, schema),
    });
    fields.collect()
}

fn hint(property: &Value) -> Text {
    let en = text(property, "description").unwrap_or_default();
    Text::new(en, text(property, "x-hint-es").unwrap_or(en))
}

fn input(property: &Value, schema: &Schema) -> FieldInput {
    if let Some(to) = text(property, "x-ref").and_then(ReferenceTo::read) {
        return FieldInput::Reference { to };
    }
    let types = types(property);
    match (text(property, "x-input"), target(property)) {
        (Some("paths"), _) => FieldInput::Paths { of: paths_of(property) },
        (Some("other"), _) if types.contains(&"boolean") => FieldInput::Other { of: OtherOf::Boolean },
        (Some("other"), _) => FieldInput::Other { of: OtherOf::Actions },
        (Some("triggers"), _) => FieldInput::Triggers,
        (Some("peopleCondition"), _) => FieldInput::Condition { on: ConditionOn::People },
        (Some("accountAttribute"), _) => FieldInput::Attribute { of: ConditionOn::Accounts },
        (Some("personAttribute"), _) => FieldInput::Attribute { of: ConditionOn::People },
        (_, Some("Condition")) => FieldInput::Condition { on: ConditionOn::Accounts },
        (_, Some("Duration")) => FieldInput::Duration,
        (_, Some("LocalDateTime")) => FieldInput::DateTime,
        (_, Some("MustEndOn")) => FieldInput::MustEndOn,
        (_, Some("Timeout")) => FieldInput::Timeout,
        (_, Some("Action")) => FieldInput::Action,
        // The only numbers with a fraction among the settings are shares.
        (_, Some("Number")) => FieldInput::Number { min: Some(0.0), max: Some(1.0), integer: false },
        (_, Some(name)) => match options(schema, name) {
            options if options.is_empty() => FieldInput::Text { max_length: None },
            options => FieldInput::Choice { options },
        },
        _ if types.contains(&"array") => FieldInput::Texts,
        _ if types.contains(&"boolean") => FieldInput::Boolean,
        _ if types.contains(&"integer") => FieldInput::Number {
            min: property.get("minimum").and_then(Value::as_f64),
            max: property.get("x-max").and_then(Value::as_f64),
            integer: true,
        },
        _ => {
            let max = property.get("x-max").and_then(Value::as_u64).and_then(|max| u32::try_from(max).ok());
            FieldInput::Text { max_length: max }
        }
    }
}

fn text<'a>(property: &'a Value, key: &str) -> Option<&'a str> {
    property.get(key).and_then(Value::as_str)
}

fn flag(property: &Value, key: &str) -> bool {
    property.get(key).and_then(Value::as_bool).unwrap_or(false)
}

fn types(property: &Value) -> Vec<&str> {
    match property.get("type") {
        Some(Value::Array(types)) => types.iter().filter_map(Value::as_str).collect(),
        Some(Value::String(one)) => vec![one],
        _ => Vec::new(),
    }
}

/// The name of the type that a property refers to, alone or beside null.
fn target(property: &Value) -> Option<&str> {
    let either = property.get("anyOf").and_then(Value::as_array).into_iter().flatten();
    let mut referring = std::iter::once(property).chain(either);
    referring.find_map(|schema| text(schema, "$ref")).and_then(|path| path.rsplit('/').next())
}

fn paths_of(property: &Value) -> PathsOf {
    match property.get("items").and_then(target) {
        Some("ConditionPath") => PathsOf::Condition,
        Some("PeoplePath") => PathsOf::ConditionActions,
        Some("VariantPath") => PathsOf::Percentage,
        Some("PeopleVariantPath") => PathsOf::PercentageActions,
        Some("ExternalPath") => PathsOf::Returned,
        _ => PathsOf::Share,
    }
}

/// The values of an enum, with the names that its variants carry.
fn options(schema: &Schema, name: &str) -> Vec<FieldOption> {
    let variants = schema.get("$defs").and_then(|types| types.get(name)?.get("oneOf")?.as_array());
    let options = variants.into_iter().flatten().filter_map(|variant| {
        let value = text(variant, "const")?;
        let name = Text::new(text(variant, "title").unwrap_or(value), text(variant, "x-es").unwrap_or(value));
        Some(FieldOption { value: value.to_owned(), name })
    });
    options.collect()
}
