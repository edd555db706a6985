//! Takes the person out of another live person journey.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use simulator::program::Effect;
use ts_rs::TS;

use super::ActionKind;
use crate::compile::{CompileError, Lowering};
use crate::maybe::Maybe;
use crate::names::{Names, On};
use crate::primitives::Id;

/// Takes the person out of another live person journey.
#[serde_with::apply(Maybe => #[serde(default, skip_serializing_if = "Maybe::is_absent")])]
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct RemoveFromPersonJourney {
    /// The journey that the person leaves.
    #[schemars(title = "Journey", extend("x-es" = "Recorrido", "x-hint-es" = "El recorrido que la persona deja.", "x-required" = true, "x-fact" = true, "x-ref" = "journey"))]
    pub journey: Maybe<Id>,
}

impl ActionKind for RemoveFromPersonJourney {
    const TYPE: &str = "removeFromPersonJourney";
    const ON: On = On::People;
    const NAMES: Names = Names {
        en: "Remove from person journey",
        es: "Quitar de recorrido de personas",
        hint_es: "Saca a la persona de otro recorrido activo.",
    };

    fn lower(&self, _at: &mut Lowering<'_>) -> Result<Effect, CompileError> {
        Ok(Effect::PeopleElsewhere)
    }
}
