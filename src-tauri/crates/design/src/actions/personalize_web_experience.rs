//! Shows the person a web experience of their own.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use simulator::program::Effect;
use ts_rs::TS;

use super::ActionKind;
use crate::compile::{CompileError, Lowering};
use crate::maybe::Maybe;
use crate::names::{Names, On};

/// Shows the person a web experience of their own.
#[serde_with::apply(Maybe => #[serde(default, skip_serializing_if = "Maybe::is_absent")])]
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct PersonalizeWebExperience {
    /// The name of the experience.
    #[schemars(title = "Experience", extend("x-es" = "Experiencia", "x-hint-es" = "El nombre de la experiencia.", "x-required" = true, "x-fact" = true))]
    pub experience: Maybe<String>,
}

impl ActionKind for PersonalizeWebExperience {
    const TYPE: &str = "personalizeWebExperience";
    const ON: On = On::People;
    const NAMES: Names = Names {
        en: "Personalize web experience",
        es: "Personalizar experiencia web",
        hint_es: "Muestra a la persona una experiencia web propia.",
    };

    fn lower(&self, _at: &mut Lowering<'_>) -> Result<Effect, CompileError> {
        Ok(Effect::Personalize)
    }
}
