//! Removes the person from a Marketo list.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use simulator::program::Effect;
use ts_rs::TS;

use super::ActionKind;
use crate::compile::{CompileError, Lowering};
use crate::maybe::Maybe;
use crate::names::{Names, On};

/// Removes the person from a Marketo list.
#[serde_with::apply(Maybe => #[serde(default, skip_serializing_if = "Maybe::is_absent")])]
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct RemoveFromMarketoList {
    /// The Marketo instance.
    #[schemars(title = "Connection", extend("x-es" = "Conexión", "x-hint-es" = "La instancia de Marketo.", "x-required" = true))]
    pub connection: Maybe<String>,
    /// The list's name.
    #[schemars(title = "List", extend("x-es" = "Lista", "x-hint-es" = "El nombre de la lista.", "x-required" = true, "x-fact" = true))]
    pub list: Maybe<String>,
}

impl ActionKind for RemoveFromMarketoList {
    const TYPE: &str = "removeFromMarketoList";
    const ON: On = On::People;
    const NAMES: Names = Names {
        en: "Remove from Marketo list",
        es: "Quitar de lista de Marketo",
        hint_es: "Quita la persona de una lista de Marketo.",
    };

    fn lower(&self, _at: &mut Lowering<'_>) -> Result<Effect, CompileError> {
        Ok(Effect::PeopleElsewhere)
    }
}
