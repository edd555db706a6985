//! Sets an attribute of the account.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use simulator::program::Effect;
use ts_rs::TS;

use super::ActionKind;
use crate::compile::{CompileError, Lowering};
use crate::condition::Scalar;
use crate::maybe::Maybe;
use crate::names::{Names, On};

/// Sets an attribute of the account.
#[serde_with::apply(Maybe => #[serde(default, skip_serializing_if = "Maybe::is_absent")])]
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct UpdateAccountProfile {
    /// The attribute that is set.
    #[schemars(title = "Attribute", extend("x-es" = "Atributo", "x-hint-es" = "El atributo que se cambia.", "x-required" = true, "x-fact" = true, "x-input" = "accountAttribute"))]
    pub attribute: Maybe<String>,
    /// Its new value.
    #[schemars(title = "Value", extend("x-es" = "Valor", "x-hint-es" = "Su nuevo valor.", "x-required" = true, "x-fact" = true))]
    pub value: Maybe<Scalar>,
}

impl ActionKind for UpdateAccountProfile {
    const TYPE: &str = "updateAccountProfile";
    const ON: On = On::Accounts;
    const NAMES: Names = Names {
        en: "Update account profile",
        es: "Actualizar perfil de la cuenta",
        hint_es: "Cambia un atributo de la cuenta.",
    };

    fn lower(&self, at: &mut Lowering<'_>) -> Result<Effect, CompileError> {
        let attribute = self.attribute.get().ok_or_else(|| at.missing("the attribute"))?;
        Ok(at.set_account(attribute, self.value.get()))
    }
}
