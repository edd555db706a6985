//! What a journey says in sentences, in English and Spanish: for texts that are read outside the window, which has its
//! own catalogues for the same wording. Nothing here decides what a journey means.

mod condition;
mod names;
mod setting;
mod time;
mod trigger;
mod words;

use serde::{Deserialize, Serialize};
pub use setting::SaidPath;
use ts_rs::TS;

use crate::primitives::Text;
use crate::workspace::Workspace;

/// The language of a text that leaves the product.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    #[default]
    En,
    Es,
}

impl Language {
    /// As in `--language es` and in the attribute `lang` of a page.
    pub fn code(self) -> &'static str {
        self.say("en", "es")
    }

    /// The words of this language.
    pub fn say(self, en: &'static str, es: &'static str) -> &'static str {
        match self {
            Language::En => en,
            Language::Es => es,
        }
    }

    pub fn text(self, text: &Text) -> &str {
        match self {
            Language::En => &text.en,
            Language::Es => &text.es,
        }
    }
}

/// Who speaks: in which language, and with a workspace by the names that its team has given.
#[derive(Clone, Copy)]
pub struct Speaker<'a> {
    pub language: Language,
    pub workspace: Option<&'a Workspace>,
}

impl Speaker<'_> {
    pub(crate) fn say(&self, en: &'static str, es: &'static str) -> &'static str {
        self.language.say(en, es)
    }
}

/// One setting of a node in words.
pub struct Said {
    /// As in the document.
    pub key: String,
    /// What the setting is called.
    pub name: String,
    pub words: String,
    /// Shown on cards.
    pub fact: bool,
}
