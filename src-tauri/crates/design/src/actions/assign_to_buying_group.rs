//! Gives the person a role in the account's buying group.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use simulator::program::Effect;
use ts_rs::TS;

use super::ActionKind;
use crate::compile::{CompileError, Lowering};
use crate::maybe::Maybe;
use crate::names::{Names, On};
use crate::primitives::Id;

/// Gives the person a role in the account's buying group.
#[serde_with::apply(Maybe => #[serde(default, skip_serializing_if = "Maybe::is_absent")])]
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct AssignToBuyingGroup {
    /// Whose buying group gains the person.
    #[schemars(title = "Solution interest", extend("x-es" = "Interés de solución", "x-hint-es" = "Qué grupo de compra gana a la persona.", "x-required" = true, "x-ref" = "solutionInterest"))]
    pub solution_interest: Maybe<Id>,
    /// The role that the person gets.
    #[schemars(title = "Role", extend("x-es" = "Rol", "x-hint-es" = "El rol que recibe la persona.", "x-required" = true, "x-fact" = true, "x-ref" = "role"))]
    pub role: Maybe<String>,
}

impl ActionKind for AssignToBuyingGroup {
    const TYPE: &str = "assignToBuyingGroup";
    const ON: On = On::People;
    const NAMES: Names = Names {
        en: "Assign to buying group",
        es: "Asignar a grupo de compra",
        hint_es: "Da a la persona un rol en el grupo de compra.",
    };

    fn lower(&self, at: &mut Lowering<'_>) -> Result<Effect, CompileError> {
        let interest = self.solution_interest.get().ok_or_else(|| at.missing("the solution interest"))?;
        let role = self.role.get().ok_or_else(|| at.missing("the role"))?;
        let group = at.group(interest);
        Ok(Effect::Assign { group, card: group.and_then(|group| at.card(group, role)) })
    }
}
