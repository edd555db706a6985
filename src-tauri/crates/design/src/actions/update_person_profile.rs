//! Sets an attribute of the person.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use simulator::program::Effect;
use ts_rs::TS;

use super::ActionKind;
use crate::compile::{CompileError, Lowering};
use crate::condition::Scalar;
use crate::maybe::Maybe;
use crate::names::{Names, On};

/// Sets an attribute of the person.
#[serde_with::apply(Maybe => #[serde(default, skip_serializing_if = "Maybe::is_absent")])]
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct UpdatePersonProfile {
    /// The attribute that is set.
    #[schemars(title = "Attribute", extend("x-es" = "Atributo", "x-hint-es" = "El atributo que se cambia.", "x-required" = true, "x-fact" = true, "x-input" = "personAttribute"))]
    pub attribute: Maybe<String>,
    /// Its new value.
    #[schemars(title = "Value", extend("x-es" = "Valor", "x-hint-es" = "Su nuevo valor.", "x-required" = true, "x-fact" = true))]
    pub value: Maybe<Scalar>,
}

impl ActionKind for UpdatePersonProfile {
    const TYPE: &str = "updatePersonProfile";
    const ON: On = On::People;
    const NAMES: Names = Names {
        en: "Update person profile",
        es: "Actualizar perfil de la persona",
        hint_es: "Cambia un atributo de la persona.",
    };

    fn lower(&self, at: &mut Lowering<'_>) -> Result<Effect, CompileError> {
        let attribute = self.attribute.get().ok_or_else(|| at.missing("the attribute"))?;
        Ok(at.set_person(attribute, self.value.get()))
    }
}
