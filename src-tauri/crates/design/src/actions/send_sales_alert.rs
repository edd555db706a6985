//! Tells sales about the account and its buying group.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use simulator::program::Effect;
use ts_rs::TS;

use super::ActionKind;
use crate::compile::{CompileError, Lowering};
use crate::maybe::Maybe;
use crate::names::{Names, On};
use crate::primitives::Id;

/// Tells sales about the account and its buying group.
#[serde_with::apply(Maybe => #[serde(default, skip_serializing_if = "Maybe::is_absent")])]
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct SendSalesAlert {
    /// Whose buying group the alert is about.
    #[schemars(title = "Solution interest", extend("x-es" = "Interés de solución", "x-hint-es" = "De qué grupo de compra trata la alerta.", "x-required" = true, "x-fact" = true, "x-ref" = "solutionInterest"))]
    pub solution_interest: Maybe<Id>,
    /// The addresses that get the alert.
    #[schemars(title = "To", extend("x-es" = "Para", "x-hint-es" = "Las direcciones que reciben la alerta.", "x-required" = true))]
    pub to: Maybe<Vec<String>>,
}

impl ActionKind for SendSalesAlert {
    const TYPE: &str = "sendSalesAlert";
    const ON: On = On::Accounts;
    const NAMES: Names = Names {
        en: "Send sales alert",
        es: "Enviar alerta a ventas",
        hint_es: "Avisa a ventas de la cuenta y su grupo de compra.",
    };

    fn lower(&self, _at: &mut Lowering<'_>) -> Result<Effect, CompileError> {
        Ok(Effect::Alert)
    }
}
