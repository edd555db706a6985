//! Sets the status of the account's buying group.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use simulator::program::Effect;
use ts_rs::TS;

use super::ActionKind;
use crate::compile::{CompileError, Lowering};
use crate::maybe::Maybe;
use crate::names::{Names, On};
use crate::primitives::Id;

/// Sets the status of the account's buying group.
#[serde_with::apply(Maybe => #[serde(default, skip_serializing_if = "Maybe::is_absent")])]
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct UpdateBuyingGroupStatus {
    /// Whose buying group it is.
    #[schemars(title = "Solution interest", extend("x-es" = "Interés de solución", "x-hint-es" = "De qué grupo de compra se trata.", "x-required" = true, "x-ref" = "solutionInterest"))]
    pub solution_interest: Maybe<Id>,
    /// At most 50 characters.
    #[schemars(title = "Status", extend("x-es" = "Estado", "x-hint-es" = "Como mucho 50 caracteres.", "x-required" = true, "x-fact" = true, "x-max" = 50))]
    pub status: Maybe<String>,
}

impl ActionKind for UpdateBuyingGroupStatus {
    const TYPE: &str = "updateBuyingGroupStatus";
    const ON: On = On::Accounts;
    const NAMES: Names = Names {
        en: "Update buying group status",
        es: "Actualizar estado del grupo",
        hint_es: "Cambia el estado del grupo de compra.",
    };

    fn lower(&self, at: &mut Lowering<'_>) -> Result<Effect, CompileError> {
        let interest = self.solution_interest.get().ok_or_else(|| at.missing("the solution interest"))?;
        Ok(Effect::Status { group: at.group(interest), status: at.status(self.status.text()) })
    }
}
