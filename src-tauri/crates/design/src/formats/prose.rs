//! What the texts that people read have in common: plain text inside Markdown, and a journey's settings.

use super::Subject;
use crate::journey::{JourneyKind, ReentryFrom, Start};

/// Text of the user's, which Markdown must not take for marks of its own, on one line.
pub(crate) fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        for letter in word.chars().filter(|letter| !letter.is_control()) {
            if matches!(letter, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~') {
                out.push('\\');
            }
            out.push(letter);
        }
    }
    out
}

/// Several lines of the user's as a quotation.
pub(super) fn quotation(text: &str) -> String {
    text.trim().lines().map(|line| format!("> {}\n", plain(line))).collect()
}

/// The journey's settings by name, in the order of their form.
pub(super) fn settings(subject: &Subject<'_>) -> Vec<(&'static str, String)> {
    let (journey, speaker) = (subject.journey, subject.speaker());
    let say = |en, es| speaker.say(en, es);
    let it = &journey.settings;
    let kind = match journey.kind {
        JourneyKind::Account => say("Account journey", "Recorrido de cuentas"),
        JourneyKind::Person => say("Person journey", "Recorrido de personas"),
    };
    let starts = match &it.start {
        Start::Immediately => say("Immediately", "De inmediato").to_owned(),
        Start::At(at) => speaker.date(at),
    };
    let none = say("None", "Ninguna");
    let ends = it.end.get().map_or_else(|| none.to_owned(), |end| speaker.date(end));
    let reentry = it.reentry.get().map_or_else(
        || say("Off", "No").to_owned(),
        |reentry| {
            let from = match reentry.from {
                ReentryFrom::Start => say("after the start", "desde el inicio"),
                ReentryFrom::End => say("after the end", "desde el final"),
            };
            let limit = reentry.limit.get().map_or_else(String::new, |limit| {
                format!("; {} {limit}", say("entries at most:", "entradas como máximo:"))
            });
            format!("{} {from}{limit}", speaker.duration(&reentry.delay))
        },
    );
    let once = if it.email_deduplication.or(false) { say("Yes", "Sí") } else { say("No", "No") };
    vec![
        (say("Kind", "Tipo"), kind.to_owned()),
        (say("Starts", "Empieza"), starts),
        (say("End date", "Fecha de fin"), ends),
        (say("Time zone", "Zona horaria"), it.time_zone.as_str().to_owned()),
        (say("Re-entry", "Reentrada"), reentry),
        (
            say("An address gets the same email once", "Una dirección recibe el mismo correo una vez"),
            once.to_owned(),
        ),
    ]
}
