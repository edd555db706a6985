//! Takes the account out of another live journey.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use simulator::program::Effect;
use ts_rs::TS;

use super::ActionKind;
use crate::compile::{CompileError, Lowering};
use crate::maybe::Maybe;
use crate::names::{Names, On};
use crate::primitives::Id;

/// Takes the account out of another live journey.
#[serde_with::apply(Maybe => #[serde(default, skip_serializing_if = "Maybe::is_absent")])]
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct RemoveFromJourney {
    /// The journey that the account leaves.
    #[schemars(title = "Journey", extend("x-es" = "Recorrido", "x-hint-es" = "El recorrido que la cuenta deja.", "x-required" = true, "x-fact" = true, "x-ref" = "journey"))]
    pub journey: Maybe<Id>,
}

impl ActionKind for RemoveFromJourney {
    const TYPE: &str = "removeFromJourney";
    const ON: On = On::Accounts;
    const NAMES: Names = Names {
        en: "Remove from account journey",
        es: "Quitar de recorrido de cuentas",
        hint_es: "Saca la cuenta de otro recorrido activo.",
    };

    fn lower(&self, _at: &mut Lowering<'_>) -> Result<Effect, CompileError> {
        Ok(Effect::AccountElsewhere)
    }
}
