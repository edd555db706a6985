//! Names in the product's two languages, and whom a thing acts on.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a kind or action is called. The English hint is the doc comment of its struct.
#[derive(Debug, Clone, Copy)]
pub struct Names {
    pub en: &'static str,
    pub es: &'static str,
    pub hint_es: &'static str,
}

/// Whom a node or an action acts on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "lowercase")]
pub enum On {
    #[schemars(title = "Accounts", extend("x-es" = "Cuentas"))]
    Accounts,
    #[schemars(title = "People", extend("x-es" = "Personas"))]
    People,
}
