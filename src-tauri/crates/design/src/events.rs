//! The event types that every workspace has.

use serde::Serialize;
use ts_rs::TS;

use crate::primitives::Text;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct EventTypeInfo {
    /// The XDM `eventType`.
    pub r#type: String,
    pub name: Text,
    /// The fields that a run gives such events; imported ones carry their further columns.
    pub fields: &'static [&'static str],
}

/// All of them, by channel.
pub fn event_types() -> Vec<EventTypeInfo> {
    let info = |&(r#type, en, es): &(&str, &str, &str)| EventTypeInfo {
        r#type: r#type.to_owned(),
        name: Text::new(en, es),
        fields: fields(r#type),
    };
    LIST.iter().map(info).collect()
}

/// `email` stands on what an email causes, the visit after its click included; its value is the email's id.
fn fields(r#type: &str) -> &'static [&'static str] {
    match r#type {
        "sms.sent" | "sms.clicked" | "whatsapp.sent" | "whatsapp.clicked" => &["message"],
        "advertising.impressions"
        | "advertising.clicks"
        | "advertising.conversions"
        | "leadOperation.newLead" => &["destination"],
        "web.formFilledOut" => &["email", "destination"],
        "leadOperation.interestingMoment" => &["moment", "description"],
        "leadOperation.scoreChanged" | "listOperation.addToList" | "listOperation.removeFromList" => &[],
        _ => &["email"],
    }
}

pub(crate) fn is_event_type(r#type: &str) -> bool {
    LIST.iter().any(|(known, ..)| *known == r#type)
}

const LIST: &[(&str, &str, &str)] = &[
    ("directMarketing.emailSent", "Email sent", "Correo enviado"),
    ("directMarketing.emailDelivered", "Email delivered", "Correo entregado"),
    ("directMarketing.emailOpened", "Email opened", "Correo abierto"),
    ("directMarketing.emailClicked", "Email clicked", "Clic en correo"),
    ("directMarketing.emailBounced", "Email bounced", "Correo rebotado"),
    ("directMarketing.emailBouncedSoft", "Email bounced softly", "Rebote temporal del correo"),
    ("directMarketing.emailUnsubscribed", "Email unsubscribed", "Baja del correo"),
    ("web.webpagedetails.pageViews", "Web page viewed", "Página web vista"),
    ("web.webinteraction.linkClicks", "Web link clicked", "Clic en enlace web"),
    ("web.formFilledOut", "Form filled out", "Formulario rellenado"),
    ("advertising.impressions", "Ad shown", "Anuncio mostrado"),
    ("advertising.clicks", "Ad clicked", "Clic en anuncio"),
    ("advertising.conversions", "Ad conversion", "Conversión de anuncio"),
    ("leadOperation.newLead", "New lead", "Contacto nuevo"),
    ("leadOperation.interestingMoment", "Interesting moment", "Momento de interés"),
    ("leadOperation.scoreChanged", "Score changed", "Puntuación cambiada"),
    ("listOperation.addToList", "Added to list", "Añadido a lista"),
    ("listOperation.removeFromList", "Removed from list", "Quitado de lista"),
    ("event.registered", "Event registered", "Inscripción en evento"),
    ("event.attended", "Event attended", "Asistencia a evento"),
    ("chat.engaged", "Chat engaged", "Chat iniciado"),
    ("chat.goalReached", "Chat goal reached", "Objetivo del chat alcanzado"),
    ("chat.meetingScheduled", "Meeting scheduled in chat", "Reunión fijada en el chat"),
    ("sms.sent", "SMS sent", "SMS enviado"),
    ("sms.clicked", "SMS link clicked", "Clic en SMS"),
    ("whatsapp.sent", "WhatsApp sent", "WhatsApp enviado"),
    ("whatsapp.clicked", "WhatsApp link clicked", "Clic en WhatsApp"),
];
