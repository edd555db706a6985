//! What is told once for several people: a message that they get at once, a role that they keep.

use simulator::trace::What;

use super::{PERSON, Teller};
use crate::catalogue::ReferenceTo;
use crate::primitives::Text;

impl Teller<'_> {
    /// The sentence of what several people may get at once, or be refused: a message, a role. PERSON stands in it for all
    /// whom it concerns. None for all else.
    pub(crate) fn together(&self, what: &What) -> Option<Text> {
        let origin = &self.compiled.origin;
        match *what {
            What::Suppressed { email } => {
                let id = origin.emails[email as usize].as_str();
                Some(self.named(ReferenceTo::Email, id, |en, email| match en {
                    true => format!("“{email}” is not sent to {PERSON}."),
                    false => format!("«{email}» no se envía a {PERSON}."),
                }))
            }
            What::Event { event, fields } => {
                let (en, es) = match origin.events[usize::from(event)].as_str() {
                    "directMarketing.emailSent" => ("An email", "un correo"),
                    "sms.sent" => ("An SMS", "un SMS"),
                    "whatsapp.sent" => ("A WhatsApp message", "un mensaje de WhatsApp"),
                    _ => return None,
                };
                let email = origin.fields[fields as usize].iter().find(|(name, _)| name == "email");
                Some(match email {
                    Some((_, id)) => self.named(ReferenceTo::Email, id, |en, email| match en {
                        true => format!("“{email}” is sent to {PERSON}."),
                        false => format!("«{email}» se envía a {PERSON}."),
                    }),
                    None => {
                        Text::new(format!("{en} is sent to {PERSON}."), format!("Se envía {es} a {PERSON}."))
                    }
                })
            }
            What::Refused { .. } => Some(Text::new(
                format!("The role given before, by hand or by the journey, stays with {PERSON}."),
                format!("El rol dado antes, a mano o por el recorrido, se mantiene para {PERSON}."),
            )),
            _ => None,
        }
    }
}
