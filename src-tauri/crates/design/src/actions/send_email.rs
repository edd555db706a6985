//! Sends an email to every person of the account on this path.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use simulator::program::Effect;
use ts_rs::TS;

use super::ActionKind;
use crate::compile::{CompileError, Lowering};
use crate::maybe::Maybe;
use crate::names::{Names, On};
use crate::primitives::Id;

/// Sends an email to every person of the account on this path.
#[serde_with::apply(Maybe => #[serde(default, skip_serializing_if = "Maybe::is_absent")])]
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct SendEmail {
    /// The email that is sent.
    #[schemars(title = "Email", extend("x-es" = "Correo", "x-hint-es" = "El correo que se envía.", "x-required" = true, "x-fact" = true, "x-ref" = "email"))]
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

    fn lower(&self, at: &mut Lowering<'_>) -> Result<Effect, CompileError> {
        let id = self.email.get().ok_or_else(|| at.missing("the email"))?;
        let email = at.email(id).ok_or_else(|| at.unknown("email", id))?;
        Ok(Effect::Email { email })
    }
}
