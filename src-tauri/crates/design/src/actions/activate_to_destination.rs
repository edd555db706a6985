//! Puts the account into a LinkedIn matched audience, until it is deactivated.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use simulator::program::Effect;
use ts_rs::TS;

use super::ActionKind;
use crate::compile::{CompileError, Lowering};
use crate::maybe::Maybe;
use crate::names::{Names, On};
use crate::primitives::Id;

/// Puts the account into a LinkedIn matched audience, until it is deactivated.
#[serde_with::apply(Maybe => #[serde(default, skip_serializing_if = "Maybe::is_absent")])]
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct ActivateToDestination {
    /// The matched audience that the account joins.
    #[schemars(title = "Destination", extend("x-es" = "Destino", "x-hint-es" = "La audiencia en la que entra la cuenta.", "x-required" = true, "x-fact" = true, "x-ref" = "destination"))]
    pub destination: Maybe<Id>,
}

impl ActionKind for ActivateToDestination {
    const TYPE: &str = "activateToDestination";
    const ON: On = On::Accounts;
    const NAMES: Names = Names {
        en: "Activate to destination",
        es: "Activar en destino",
        hint_es: "Incluye la cuenta en una audiencia de LinkedIn hasta que se desactive.",
    };

    fn lower(&self, at: &mut Lowering<'_>) -> Result<Effect, CompileError> {
        let id = self.destination.get().ok_or_else(|| at.missing("the destination"))?;
        let destination = at.destination(id).ok_or_else(|| at.unknown("destination", id))?;
        Ok(Effect::Activate { destination })
    }
}
