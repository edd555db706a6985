//! Adds the person to a Marketo request campaign.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use simulator::program::Effect;
use ts_rs::TS;

use super::ActionKind;
use crate::compile::{CompileError, Lowering};
use crate::maybe::Maybe;
use crate::names::{Names, On};

/// Adds the person to a Marketo request campaign.
#[serde_with::apply(Maybe => #[serde(default, skip_serializing_if = "Maybe::is_absent")])]
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct AddToMarketoCampaign {
    /// The Marketo instance.
    #[schemars(title = "Connection", extend("x-es" = "Conexión", "x-hint-es" = "La instancia de Marketo.", "x-required" = true))]
    pub connection: Maybe<String>,
    /// The campaign's name.
    #[schemars(title = "Campaign", extend("x-es" = "Campaña", "x-hint-es" = "El nombre de la campaña.", "x-required" = true, "x-fact" = true))]
    pub campaign: Maybe<String>,
}

impl ActionKind for AddToMarketoCampaign {
    const TYPE: &str = "addToMarketoCampaign";
    const ON: On = On::People;
    const NAMES: Names = Names {
        en: "Add to Marketo request campaign",
        es: "Añadir a campaña de Marketo",
        hint_es: "Añade la persona a una campaña de Marketo.",
    };

    fn lower(&self, _at: &mut Lowering<'_>) -> Result<Effect, CompileError> {
        Ok(Effect::PeopleElsewhere)
    }
}
