//! Messages as they are told when several people get them at once.

use simulator::trace::What;

use super::{PERSON, Teller};
use crate::catalogue::ReferenceTo;
use crate::primitives::Text;

impl Teller<'_> {
    /// The sentence of a message that is sent, or that is held back; PERSON stands in it for all whom it concerns. None
    /// for what is no message.
    pub(crate) fn mailing(&self, what: &What) -> Option<Text> {
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
            _ => None,
        }
    }
}
