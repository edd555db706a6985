//! Moves the account's buying group to a stage, if the model allows it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use simulator::program::Effect;
use ts_rs::TS;

use super::ActionKind;
use crate::compile::{CompileError, Lowering};
use crate::maybe::Maybe;
use crate::names::{Names, On};
use crate::primitives::Id;

/// Moves the account's buying group to a stage, if the model allows it.
#[serde_with::apply(Maybe => #[serde(default, skip_serializing_if = "Maybe::is_absent")])]
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct UpdateBuyingGroupStage {
    /// Whose buying group moves.
    #[schemars(title = "Solution interest", extend("x-es" = "Interés de solución", "x-hint-es" = "Qué grupo de compra cambia de etapa.", "x-required" = true, "x-ref" = "solutionInterest"))]
    pub solution_interest: Maybe<Id>,
    /// The stage that it moves to.
    #[schemars(title = "Stage", extend("x-es" = "Etapa", "x-hint-es" = "La etapa a la que pasa.", "x-required" = true, "x-fact" = true, "x-ref" = "stage"))]
    pub stage: Maybe<Id>,
}

impl ActionKind for UpdateBuyingGroupStage {
    const TYPE: &str = "updateBuyingGroupStage";
    const ON: On = On::Accounts;
    const NAMES: Names = Names {
        en: "Update buying group stage",
        es: "Actualizar etapa del grupo",
        hint_es: "Pasa el grupo de compra a otra etapa, si el modelo lo permite.",
    };

    fn lower(&self, at: &mut Lowering<'_>) -> Result<Effect, CompileError> {
        let interest = self.solution_interest.get().ok_or_else(|| at.missing("the solution interest"))?;
        let stage = self.stage.get().ok_or_else(|| at.missing("the stage"))?;
        Ok(Effect::Stage { group: at.group(interest), stage: at.stage(stage) })
    }
}
