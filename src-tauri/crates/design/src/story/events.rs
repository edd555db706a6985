//! What people do, as a story tells it.

use super::{PERSON, Teller};
use crate::catalogue::ReferenceTo;
use crate::primitives::Text;
use crate::sentences::Language;

/// What is told of an event, with what it was about, and without.
struct Told {
    about: (&'static str, &'static str),
    alone: (&'static str, &'static str),
}

impl Teller<'_> {
    /// None for what would only repeat: an email is not told as sent and again as delivered, and of pages and ads that
    /// somebody sees the first one alone is told.
    pub(super) fn event(&mut self, person: u16, event: u16, fields: u32) -> Option<Text> {
        let origin = &self.compiled.origin;
        let r#type = origin.events[usize::from(event)].as_str();
        if matches!(
            r#type,
            "directMarketing.emailDelivered" | "web.webinteraction.linkClicks" | "leadOperation.newLead"
        ) {
            return None;
        }
        if matches!(r#type, "advertising.impressions" | "web.webpagedetails.pageViews") {
            if self.seen.contains(&(person, event)) {
                return None;
            }
            self.seen.push((person, event));
        }
        let fields = &origin.fields[fields as usize];
        let about = fields.iter().find_map(|(name, value)| match name.as_str() {
            "email" => Some((ReferenceTo::Email, value)),
            "destination" => Some((ReferenceTo::Destination, value)),
            _ => None,
        });
        let text = self.say(|it| {
            let english = it.language == Language::En;
            let own = |(en, es): (&'static str, &'static str)| if english { en } else { es };
            match (told(r#type), about) {
                (Some(told), Some((of, id))) if !told.about.0.is_empty() => {
                    let (open, close) = if english { ('“', '”') } else { ('«', '»') };
                    let name = format!("{open}{}{close}", it.reference(of, id));
                    format!("{PERSON} {}.", own(told.about).replace("{}", &name))
                }
                (Some(told), _) => format!("{PERSON} {}.", own(told.alone)),
                (None, _) => {
                    let name = it.event(r#type);
                    format!("{PERSON}: {}.", name.to_lowercase())
                }
            }
        });
        Some(text)
    }
}

fn told(r#type: &str) -> Option<Told> {
    let (about, alone) = match r#type {
        "directMarketing.emailSent" => {
            (("is sent {}", "recibe el envío {}"), ("is sent an email", "recibe el envío de un correo"))
        }
        "directMarketing.emailOpened" => (("opens {}", "abre {}"), ("opens an email", "abre un correo")),
        "directMarketing.emailClicked" => {
            (("follows the link in {}", "sigue el enlace de {}"), ("follows a link", "sigue un enlace"))
        }
        "directMarketing.emailBounced" => (
            ("cannot be reached: {} bounces", "no está localizable: {} rebota"),
            ("cannot be reached: the email bounces", "no está localizable: el correo rebota"),
        ),
        "directMarketing.emailUnsubscribed" => {
            (("unsubscribes after {}", "se da de baja tras {}"), ("unsubscribes", "se da de baja"))
        }
        "web.webpagedetails.pageViews" => {
            (("looks at the site after {}", "mira el sitio tras {}"), ("looks at the site", "mira el sitio"))
        }
        "web.formFilledOut" => (
            ("fills out the form of {}", "rellena el formulario de {}"),
            ("fills out a form", "rellena un formulario"),
        ),
        "advertising.impressions" => {
            (("sees an ad of {}", "ve un anuncio de {}"), ("sees an ad", "ve un anuncio"))
        }
        "advertising.clicks" => (
            ("clicks an ad of {}", "hace clic en un anuncio de {}"),
            ("clicks an ad", "hace clic en un anuncio"),
        ),
        "event.registered" => (
            ("signs up after {}", "se inscribe tras {}"),
            ("signs up for the event", "se inscribe en el evento"),
        ),
        "event.attended" => (("", ""), ("attends the event", "asiste al evento")),
        "chat.engaged" => (("", ""), ("starts a chat", "empieza un chat")),
        "chat.goalReached" => (("", ""), ("gets an answer in the chat", "obtiene respuesta en el chat")),
        "chat.meetingScheduled" => {
            (("", ""), ("arranges a meeting in the chat", "concierta una reunión en el chat"))
        }
        "sms.sent" => (("", ""), ("is sent an SMS", "recibe un SMS")),
        "sms.clicked" => (("", ""), ("follows the link in the SMS", "sigue el enlace del SMS")),
        "whatsapp.sent" => (("", ""), ("is sent a WhatsApp message", "recibe un mensaje de WhatsApp")),
        "whatsapp.clicked" => (
            ("", ""),
            ("follows the link in the WhatsApp message", "sigue el enlace del mensaje de WhatsApp"),
        ),
        _ => return None,
    };
    Some(Told { about, alone })
}
