//! Enters the person into another live person journey.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use simulator::program::Effect;
use ts_rs::TS;

use super::ActionKind;
use crate::compile::{CompileError, Lowering};
use crate::maybe::Maybe;
use crate::names::{Names, On};
use crate::primitives::Id;

/// Enters the person into another live person journey.
#[serde_with::apply(Maybe => #[serde(default, skip_serializing_if = "Maybe::is_absent")])]
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct AddToPersonJourney {
    /// The journey that the person enters.
    #[schemars(title = "Journey", extend("x-es" = "Recorrido", "x-hint-es" = "El recorrido en el que entra la persona.", "x-required" = true, "x-fact" = true, "x-ref" = "journey"))]
    pub journey: Maybe<Id>,
}

impl ActionKind for AddToPersonJourney {
    const TYPE: &str = "addToPersonJourney";
    const ON: On = On::People;
    const NAMES: Names = Names {
        en: "Add to person journey",
        es: "Añadir a recorrido de personas",
        hint_es: "Introduce a la persona en otro recorrido activo.",
    };

    fn lower(&self, _at: &mut Lowering<'_>) -> Result<Effect, CompileError> {
        Ok(Effect::PeopleElsewhere)
    }
}
