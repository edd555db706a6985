//! Adds the person to an audience outside.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use simulator::program::Effect;
use ts_rs::TS;

use super::ActionKind;
use crate::compile::{CompileError, Lowering};
use crate::maybe::Maybe;
use crate::names::{Names, On};

/// Adds the person to an audience outside.
#[serde_with::apply(Maybe => #[serde(default, skip_serializing_if = "Maybe::is_absent")])]
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct AddToExternalAudience {
    /// The name of the audience.
    #[schemars(title = "Audience", extend("x-es" = "Audiencia", "x-hint-es" = "El nombre de la audiencia.", "x-required" = true, "x-fact" = true))]
    pub audience: Maybe<String>,
}

impl ActionKind for AddToExternalAudience {
    const TYPE: &str = "addToExternalAudience";
    const ON: On = On::People;
    const NAMES: Names = Names {
        en: "Add to external audience",
        es: "Añadir a audiencia externa",
        hint_es: "Añade la persona a una audiencia externa.",
    };

    fn lower(&self, _at: &mut Lowering<'_>) -> Result<Effect, CompileError> {
        Ok(Effect::PeopleElsewhere)
    }
}
