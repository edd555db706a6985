//! Adds the account to a static list.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use simulator::program::Effect;
use ts_rs::TS;

use super::ActionKind;
use crate::compile::{CompileError, Lowering};
use crate::maybe::Maybe;
use crate::names::{Names, On};
use crate::primitives::Id;

/// Adds the account to a static list.
#[serde_with::apply(Maybe => #[serde(default, skip_serializing_if = "Maybe::is_absent")])]
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct AddToAccountList {
    /// The static list that gains the account.
    #[schemars(title = "Account list", extend("x-es" = "Lista de cuentas", "x-hint-es" = "La lista estática que gana la cuenta.", "x-required" = true, "x-fact" = true, "x-ref" = "accountList"))]
    pub list: Maybe<Id>,
}

impl ActionKind for AddToAccountList {
    const TYPE: &str = "addToAccountList";
    const ON: On = On::Accounts;
    const NAMES: Names = Names {
        en: "Add to account list",
        es: "Añadir a lista de cuentas",
        hint_es: "Añade la cuenta a una lista estática.",
    };

    fn lower(&self, at: &mut Lowering<'_>) -> Result<Effect, CompileError> {
        let list = self.list.get().ok_or_else(|| at.missing("the account list"))?;
        Ok(at.set_list(list, true))
    }
}
