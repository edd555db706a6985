//! The user's language and colours.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Open, Studio};
use crate::Failure;
use crate::store;

/// What the user chose for the window.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Preferences {
    pub locale: Locale,
    pub theme: Theme,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum Locale {
    En,
    Es,
    /// As the desktop is set.
    #[default]
    System,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    Light,
    Dark,
    /// As the desktop is set.
    #[default]
    System,
}

/// The name under which they are stored.
const NAME: &str = "window";

impl Studio {
    pub fn save_preferences(&self, preferences: Preferences) -> Result<Preferences, Failure> {
        let text = crate::commands::json(&preferences)?;
        self.lock().store.write(|transaction| store::preferences::set(transaction, NAME, &text))?;
        Ok(preferences)
    }
}

impl Open {
    /// Preferences that cannot be read any more are the default ones: they are no work of the user's.
    pub(super) fn preferences(&self) -> Result<Preferences, Failure> {
        let text = store::preferences::get(self.store.read(), NAME)?;
        Ok(text.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default())
    }
}
