//! Sends an email to every person of the account on this path.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::ActionKind;
use crate::maybe::Maybe;
use crate::names::{Names, On};
use crate::primitives::Id;

/// Sends an email to every person of the account on this path.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct SendEmail {
    /// The email that is sent.
    #[schemars(title = "Email", extend("x-es" = "Correo", "x-required" = true, "x-fact" = true, "x-ref" = "email"))]
    #[serde(default, skip_serializing_if = "Maybe::is_absent")]
    pub email: Maybe<Id>,
}

impl ActionKind for SendEmail {
    const TYPE: &str = "sendEmail";
    const ON: On = On::People;
    const NAMES: Names = Names {
        en: "Send email",
        es: "Enviar correo",
        hint_es: "Envía un correo a cada persona de la cuenta en esta rama.",
    };
}
