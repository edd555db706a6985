//! Notes an interesting moment on the person.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use simulator::program::Effect;
use ts_rs::TS;

use super::{ActionKind, Moment};
use crate::compile::{CompileError, Lowering};
use crate::maybe::Maybe;
use crate::names::{Names, On};

/// Notes an interesting moment on the person.
#[serde_with::apply(Maybe => #[serde(default, skip_serializing_if = "Maybe::is_absent")])]
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct PersonInterestingMoment {
    /// What sort of moment it is.
    #[schemars(title = "Type", extend("x-es" = "Tipo", "x-hint-es" = "Qué clase de momento es.", "x-required" = true, "x-fact" = true))]
    pub moment: Maybe<Moment>,
    /// What sales will read about it.
    #[schemars(title = "Description", extend("x-es" = "Descripción", "x-hint-es" = "Lo que leerá ventas.", "x-fact" = true))]
    pub description: Maybe<String>,
}

impl ActionKind for PersonInterestingMoment {
    const TYPE: &str = "personInterestingMoment";
    const ON: On = On::People;
    const NAMES: Names = Names {
        en: "Interesting moment",
        es: "Momento de interés",
        hint_es: "Anota un momento de interés en la persona.",
    };

    fn lower(&self, at: &mut Lowering<'_>) -> Result<Effect, CompileError> {
        let moment = self.moment.get().map_or("", |moment| moment.name());
        let fields = at.fields(&[("moment", moment), ("description", self.description.text())]);
        Ok(Effect::PersonMoment { fields })
    }
}
