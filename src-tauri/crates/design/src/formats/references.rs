//! What a journey refers to, each once, in the order of kinds and of the document.

use super::Subject;
use crate::catalogue::ReferenceTo;
use crate::check::mentions;

pub(super) struct Reference {
    pub(super) to: ReferenceTo,
    pub(super) id: String,
    pub(super) name: String,
    /// How many times it is referred to.
    pub(super) times: usize,
}

/// In the order in which somebody makes them on the platform: what others build upon first.
const ORDER: [ReferenceTo; 9] = [
    ReferenceTo::Role,
    ReferenceTo::SolutionInterest,
    ReferenceTo::Stage,
    ReferenceTo::Audience,
    ReferenceTo::AccountList,
    ReferenceTo::Destination,
    ReferenceTo::Email,
    ReferenceTo::EventType,
    ReferenceTo::Journey,
];

pub(super) fn references(subject: &Subject<'_>) -> Vec<Reference> {
    let speaker = subject.speaker();
    let mut found: Vec<Reference> = Vec::new();
    for mention in mentions(subject.journey) {
        let Some(to) = mention.to else { continue };
        match found.iter_mut().find(|one| one.to == to && one.id == *mention.id) {
            Some(known) => known.times += 1,
            None => {
                let name = speaker.reference(to, &mention.id);
                found.push(Reference { to, id: mention.id.into_owned(), name, times: 1 });
            }
        }
    }
    found.sort_by_key(|one| ORDER.iter().position(|to| *to == one.to));
    found
}

/// What a thing of this sort is called.
pub(super) fn sort(subject: &Subject<'_>, to: ReferenceTo) -> &'static str {
    let (en, es) = match to {
        ReferenceTo::Audience => ("Audience", "Audiencia"),
        ReferenceTo::AccountList => ("Account list", "Lista de cuentas"),
        ReferenceTo::Destination => ("Destination", "Destino"),
        ReferenceTo::Email => ("Email", "Correo"),
        ReferenceTo::SolutionInterest => ("Solution interest", "Interés de solución"),
        ReferenceTo::Stage => ("Stage", "Fase"),
        ReferenceTo::Role => ("Role", "Rol"),
        ReferenceTo::Journey => ("Journey", "Recorrido"),
        ReferenceTo::EventType => ("Event type", "Tipo de evento"),
    };
    subject.language.say(en, es)
}
