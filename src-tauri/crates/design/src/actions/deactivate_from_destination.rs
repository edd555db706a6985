//! Takes the account out of a LinkedIn matched audience.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use simulator::program::Effect;
use ts_rs::TS;

use super::ActionKind;
use crate::compile::{CompileError, Lowering};
use crate::maybe::Maybe;
use crate::names::{Names, On};
use crate::primitives::Id;

/// Takes the account out of a LinkedIn matched audience.
#[serde_with::apply(Maybe => #[serde(default, skip_serializing_if = "Maybe::is_absent")])]
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct DeactivateFromDestination {
    /// The matched audience that the account leaves.
    #[schemars(title = "Destination", extend("x-es" = "Destino", "x-hint-es" = "La audiencia que la cuenta deja.", "x-required" = true, "x-fact" = true, "x-ref" = "destination"))]
    pub destination: Maybe<Id>,
}

impl ActionKind for DeactivateFromDestination {
    const TYPE: &str = "deactivateFromDestination";
    const ON: On = On::Accounts;
    const NAMES: Names = Names {
        en: "Deactivate from destination",
        es: "Desactivar del destino",
        hint_es: "Saca la cuenta de una audiencia de LinkedIn.",
    };

    fn lower(&self, at: &mut Lowering<'_>) -> Result<Effect, CompileError> {
        let id = self.destination.get().ok_or_else(|| at.missing("the destination"))?;
        let destination = at.destination(id).ok_or_else(|| at.unknown("destination", id))?;
        Ok(Effect::Deactivate { destination })
    }
}
