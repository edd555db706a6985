//! Numbers, ids and texts as documents write them.

use std::fmt;

use schemars::JsonSchema;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};
use ts_rs::TS;

/// A number that is written back as it was read: `55` stays `55`, `55.0` stays `55.0`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(transparent)]
pub struct Number(#[ts(type = "number")] serde_json::Number);

impl Number {
    pub fn get(&self) -> f64 {
        self.0.as_f64().unwrap_or(f64::NAN)
    }
}

impl From<u32> for Number {
    fn from(value: u32) -> Self {
        Number(value.into())
    }
}

impl From<i64> for Number {
    fn from(value: i64) -> Self {
        Number(value.into())
    }
}

/// A finite number; not-a-number and infinities, which JSON lacks, become 0.
impl From<f64> for Number {
    fn from(value: f64) -> Self {
        Number(serde_json::Number::from_f64(value).unwrap_or_else(|| 0.into()))
    }
}

/// What names a thing within its kind: `[A-Za-z0-9_-]{1,64}`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema, TS)]
#[serde(transparent)]
#[schemars(extend("pattern" = "^[A-Za-z0-9_-]{1,64}$"))]
#[ts(type = "string")]
pub struct Id(String);

impl Id {
    /// The id, or None where the text is none.
    pub fn new(text: impl Into<String>) -> Option<Id> {
        let text = text.into();
        let fits = (1..=64).contains(&text.len())
            && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-');
        fits.then_some(Id(text))
    }

    /// An id that the product itself names.
    pub(crate) fn fixed(text: &'static str) -> Id {
        debug_assert!(Id::new(text).is_some());
        Id(text.to_owned())
    }

    /// A short word and a number, as in `p1`.
    pub(crate) fn numbered(word: &'static str, number: u32) -> Id {
        Id(format!("{word}{number}"))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl AsRef<str> for Id {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl std::borrow::Borrow<str> for Id {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl PartialEq<str> for Id {
    fn eq(&self, other: &str) -> bool {
        self.0 == other
    }
}

impl<'de> Deserialize<'de> for Id {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Id::new(text.clone()).ok_or_else(|| {
            D::Error::custom(format!(
                "\"{text}\" is no id; an id has 1 to 64 letters, digits, - or _, as in \"first-mail\""
            ))
        })
    }
}

/// A text in the product's two languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Text {
    pub en: String,
    pub es: String,
}

impl Text {
    pub fn new(en: impl Into<String>, es: impl Into<String>) -> Text {
        Text { en: en.into(), es: es.into() }
    }
}
