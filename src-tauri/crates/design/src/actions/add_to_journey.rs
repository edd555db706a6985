//! Enters the account into another live journey.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use simulator::program::Effect;
use ts_rs::TS;

use super::ActionKind;
use crate::compile::{CompileError, Lowering};
use crate::maybe::Maybe;
use crate::names::{Names, On};
use crate::primitives::Id;

/// Enters the account into another live journey.
#[serde_with::apply(Maybe => #[serde(default, skip_serializing_if = "Maybe::is_absent")])]
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct AddToJourney {
    /// The journey that the account enters.
    #[schemars(title = "Journey", extend("x-es" = "Recorrido", "x-hint-es" = "El recorrido en el que entra la cuenta.", "x-required" = true, "x-fact" = true, "x-ref" = "journey"))]
    pub journey: Maybe<Id>,
}

impl ActionKind for AddToJourney {
    const TYPE: &str = "addToJourney";
    const ON: On = On::Accounts;
    const NAMES: Names = Names {
        en: "Add to account journey",
        es: "Añadir a recorrido de cuentas",
        hint_es: "Introduce la cuenta en otro recorrido activo.",
    };

    fn lower(&self, _at: &mut Lowering<'_>) -> Result<Effect, CompileError> {
        Ok(Effect::AccountElsewhere)
    }
}
