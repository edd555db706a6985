//! Where accounts enter: a named audience or a live account list.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use simulator::program::Step;
use ts_rs::TS;

use super::{Family, JourneyKinds, NodeKind};
use crate::compile::{CompileError, Lowering};
use crate::maybe::Maybe;
use crate::names::{Names, On};
use crate::primitives::Id;
use crate::problem::Problem;

/// Where accounts enter: a named audience or a live account list.
#[serde_with::apply(Maybe => #[serde(default, skip_serializing_if = "Maybe::is_absent")])]
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct AccountAudience {
    /// The named condition that admits accounts; exactly one of audience and list.
    #[schemars(title = "Audience", extend("x-es" = "Audiencia", "x-hint-es" = "La condición con nombre que admite cuentas; o audiencia o lista, solo una.", "x-fact" = true, "x-ref" = "audience", "x-instead-of" = "list"))]
    pub audience: Maybe<Id>,
    /// The live list that admits its members.
    #[schemars(title = "Account list", extend("x-es" = "Lista de cuentas", "x-hint-es" = "La lista activa que admite a sus miembros.", "x-fact" = true, "x-ref" = "accountList", "x-instead-of" = "audience"))]
    pub list: Maybe<Id>,
}

impl NodeKind for AccountAudience {
    const KIND: &str = "accountAudience";
    const FAMILY: Family = Family::Audience;
    const ON: Option<On> = Some(On::Accounts);
    const JOURNEYS: JourneyKinds = JourneyKinds::ACCOUNT;
    const NAMES: Names = Names {
        en: "Account audience",
        es: "Audiencia de cuentas",
        hint_es: "Por donde entran las cuentas: una audiencia o una lista activa.",
    };

    fn wrong(&self) -> Vec<Problem> {
        match (self.audience.is_given(), self.list.is_given()) {
            (false, false) => vec![
                Problem::error(
                    "missing-setting",
                    "Nobody enters yet; choose an audience or an account list.",
                    "Aún no entra nadie; elige una audiencia o una lista de cuentas.",
                )
                .in_setting(Some("audience")),
            ],
            (true, true) => vec![
                Problem::error(
                    "missing-setting",
                    "Only one of audience and account list counts; take one of them away.",
                    "Solo cuenta una de las dos, la audiencia o la lista de cuentas; quita una.",
                )
                .in_setting(Some("audience")),
            ],
            _ => Vec::new(),
        }
    }

    fn lower(&self, at: &mut Lowering<'_>) -> Result<Step, CompileError> {
        at.program.entry.audience = match (self.audience.get(), self.list.get()) {
            (Some(audience), None) => at.audience(audience)?,
            (None, Some(list)) => at.list_members(list)?,
            _ => return Err(at.missing("the audience or list")),
        };
        Ok(at.pass())
    }
}
