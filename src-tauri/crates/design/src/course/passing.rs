//! What is told in sums: ads that are shown, and pages that are looked at.

use super::{Happened, HappenedSort, Narrator};
use crate::primitives::Text;
use crate::sentences::Language;
use simulator::trace::{Happening, What};

/// The minutes at which it happened.
#[derive(Default)]
pub(super) struct Seen {
    ads: Vec<i32>,
    pages: Vec<i32>,
}

impl Seen {
    /// Counts what only counts; tells whether it did.
    pub(super) fn counts(&mut self, narrator: &Narrator<'_>, happening: &Happening) -> bool {
        let What::Event { event, .. } = happening.what else { return false };
        match narrator.of.compiled.origin.events[usize::from(event)].as_str() {
            "advertising.impressions" => self.ads.push(happening.minute),
            "web.webpagedetails.pageViews" => self.pages.push(happening.minute),
            _ => return false,
        }
        true
    }

    /// Tells what was counted so far, and counts anew.
    pub(super) fn told(&mut self, narrator: &Narrator<'_>) -> Vec<Happened> {
        let Seen { ads, pages } = std::mem::take(self);
        let mut all = Vec::new();
        for (minutes, sentence) in [(ads, ads_shown as fn(Language, f64) -> String), (pages, pages_seen)] {
            if let Some(&last) = minutes.last() {
                let count = minutes.len() as f64;
                let text = Text::new(sentence(Language::En, count), sentence(Language::Es, count));
                all.push(narrator.told(last, HappenedSort::Activity, text));
            }
        }
        all.sort_by_key(|told| told.minute);
        all
    }
}

fn ads_shown(language: Language, count: f64) -> String {
    let number = language.number(count, 0);
    match (language, count == 1.0) {
        (Language::En, true) => "An ad is shown to somebody at the account.".into(),
        (Language::En, false) => format!("Ads are shown to people at the account {number} times."),
        (Language::Es, true) => "Se muestra un anuncio a alguien de la cuenta.".into(),
        (Language::Es, false) => format!("Se muestran anuncios a personas de la cuenta {number} veces."),
    }
}

fn pages_seen(language: Language, count: f64) -> String {
    let number = language.number(count, 0);
    match (language, count == 1.0) {
        (Language::En, true) => "Somebody at the account looks at a page.".into(),
        (Language::En, false) => format!("People at the account look at {number} pages."),
        (Language::Es, true) => "Alguien de la cuenta visita una página.".into(),
        (Language::Es, false) => format!("Personas de la cuenta visitan {number} páginas."),
    }
}
