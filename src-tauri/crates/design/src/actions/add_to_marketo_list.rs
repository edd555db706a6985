//! Adds the person to a Marketo list.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use simulator::program::Effect;
use ts_rs::TS;

use super::ActionKind;
use crate::compile::{CompileError, Lowering};
use crate::maybe::Maybe;
use crate::names::{Names, On};

/// Adds the person to a Marketo list.
#[serde_with::apply(Maybe => #[serde(default, skip_serializing_if = "Maybe::is_absent")])]
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct AddToMarketoList {
    /// The Marketo instance.
    #[schemars(title = "Connection", extend("x-es" = "Conexión", "x-hint-es" = "La instancia de Marketo.", "x-required" = true))]
    pub connection: Maybe<String>,
    /// The list's name.
    #[schemars(title = "List", extend("x-es" = "Lista", "x-hint-es" = "El nombre de la lista.", "x-required" = true, "x-fact" = true))]
    pub list: Maybe<String>,
}

impl ActionKind for AddToMarketoList {
    const TYPE: &str = "addToMarketoList";
    const ON: On = On::People;
    const NAMES: Names = Names {
        en: "Add to Marketo list",
        es: "Añadir a lista de Marketo",
        hint_es: "Añade la persona a una lista de Marketo.",
    };

    fn lower(&self, _at: &mut Lowering<'_>) -> Result<Effect, CompileError> {
        Ok(Effect::PeopleElsewhere)
    }
}
