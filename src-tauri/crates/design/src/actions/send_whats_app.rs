//! Sends a WhatsApp message to every person.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use simulator::program::{Channel, Effect};
use ts_rs::TS;

use super::ActionKind;
use crate::compile::{CompileError, Lowering};
use crate::maybe::Maybe;
use crate::names::{Names, On};

/// Sends a WhatsApp message to every person.
#[serde_with::apply(Maybe => #[serde(default, skip_serializing_if = "Maybe::is_absent")])]
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct SendWhatsApp {
    /// The name of the message.
    #[schemars(title = "Message", extend("x-es" = "Mensaje", "x-hint-es" = "El nombre del mensaje.", "x-required" = true, "x-fact" = true))]
    pub message: Maybe<String>,
}

impl ActionKind for SendWhatsApp {
    const TYPE: &str = "sendWhatsApp";
    const ON: On = On::People;
    const NAMES: Names = Names {
        en: "Send WhatsApp",
        es: "Enviar WhatsApp",
        hint_es: "Envía un mensaje de WhatsApp a cada persona.",
    };

    fn lower(&self, at: &mut Lowering<'_>) -> Result<Effect, CompileError> {
        let fields = at.fields(&[("message", self.message.text())]);
        Ok(Effect::Message { channel: Channel::WhatsApp, fields })
    }
}
