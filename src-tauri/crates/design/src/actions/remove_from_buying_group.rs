//! Takes the person out of the account's buying group.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use simulator::program::Effect;
use ts_rs::TS;

use super::ActionKind;
use crate::compile::{CompileError, Lowering};
use crate::maybe::Maybe;
use crate::names::{Names, On};
use crate::primitives::Id;

/// Takes the person out of the account's buying group.
#[serde_with::apply(Maybe => #[serde(default, skip_serializing_if = "Maybe::is_absent")])]
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct RemoveFromBuyingGroup {
    /// Whose buying group loses the person.
    #[schemars(title = "Solution interest", extend("x-es" = "Interés de solución", "x-hint-es" = "Qué grupo de compra pierde a la persona.", "x-required" = true, "x-fact" = true, "x-ref" = "solutionInterest"))]
    pub solution_interest: Maybe<Id>,
}

impl ActionKind for RemoveFromBuyingGroup {
    const TYPE: &str = "removeFromBuyingGroup";
    const ON: On = On::People;
    const NAMES: Names = Names {
        en: "Remove from buying group",
        es: "Quitar del grupo de compra",
        hint_es: "Saca a la persona del grupo de compra.",
    };

    fn lower(&self, at: &mut Lowering<'_>) -> Result<Effect, CompileError> {
        let interest = self.solution_interest.get().ok_or_else(|| at.missing("the solution interest"))?;
        Ok(Effect::Unassign { group: at.group(interest) })
    }
}
