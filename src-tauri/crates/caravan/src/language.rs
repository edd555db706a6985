//! `--language`.

use clap::ValueEnum;
use design::sentences::Language;

#[derive(Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Speech {
    /// English
    #[default]
    En,
    /// Spanish
    Es,
}

impl From<Speech> for Language {
    fn from(speech: Speech) -> Language {
        match speech {
            Speech::En => Language::En,
            Speech::Es => Language::Es,
        }
    }
}
