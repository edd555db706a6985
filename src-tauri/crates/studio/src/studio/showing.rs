//! Presenting: playing a journey, and giving the whole away as a file or a page.

use std::io::Write;

use design::Id;
use design::formats::native;
use design::sentences::Language;
use serde::Deserialize;
use ts_rs::TS;

use super::Studio;
use super::exporting::{ExportPlace, Exported, slug, text_of, whole};
use crate::Failure;
use crate::runs::{Job, play};
use crate::show::{self, ENDING, Playable};

/// How a show leaves the application.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum ShowForm {
    /// To be opened and played in the application.
    File,
    /// To be played in a browser.
    Page,
}

impl Studio {
    /// One replication of the journey as it stands, with its chapters.
    pub fn play(&self, journey: &Id) -> Result<Playable, Failure> {
        let (_, document) = self.checked(journey)?;
        let (workspace, scenario, tables) = self.surroundings()?;
        let job = Job {
            journey: &document,
            workspace: &workspace,
            tables: &tables,
            scenario: &scenario,
            threads: None,
        };
        Ok(Playable { playing: play(&job)?, chapters: self.chapters(journey)?.chapters })
    }

    /// Reads a file of a show and plays it; nothing of it comes into the workspace.
    pub fn open_show(&self, path: &str) -> Result<Playable, Failure> {
        show::unpack(&text_of(path)?)?.play()
    }

    pub fn export_show(
        &self,
        journey: &Id,
        form: ShowForm,
        language: Language,
        private: bool,
    ) -> Result<Exported, Failure> {
        let (name, text) = self.show(journey, form, language, private)?;
        let media_type = match form {
            ShowForm::File => "application/json",
            ShowForm::Page => "text/html",
        };
        Ok(Exported { name, media_type: media_type.to_owned(), text: Some(text), base64: None })
    }

    /// Where a file of it would go.
    pub fn show_place(&self, journey: &Id, form: ShowForm) -> Result<ExportPlace, Failure> {
        let now = (self.around.now)();
        let name = self.lock().with(journey, now, |document, _| file_name(&document.journey().name, form))?;
        Ok(super::exporting::place(&name))
    }

    /// Writes a file whole or not at all. The dialog that chose it has asked before a file is replaced.
    pub fn save_show(
        &self,
        journey: &Id,
        form: ShowForm,
        language: Language,
        private: bool,
        path: &str,
    ) -> Result<ExportPlace, Failure> {
        let mut path = whole(path)?;
        let (name, text) = self.show(journey, form, language, private)?;
        if path.is_dir() {
            path.push(name);
        }
        crate::save(&path, |out| out.write_all(text.as_bytes()))?;
        Ok(ExportPlace { path: path.display().to_string() })
    }

    fn show(
        &self,
        journey: &Id,
        form: ShowForm,
        language: Language,
        private: bool,
    ) -> Result<(String, String), Failure> {
        let (_, document) = self.checked(journey)?;
        let chapters = self.chapters(journey)?.chapters;
        let (workspace, scenario, tables) = self.surroundings()?;
        let name = file_name(&document.name, form);
        let pack = |private| show::pack(&document, &workspace, &scenario, &tables, &chapters, private);
        let text = match form {
            ShowForm::File => native::write(&pack(private)?),
            ShowForm::Page if private => {
                let packed = native::write(&pack(true)?);
                show::page(&show::unpack(&packed)?.play()?, language)?
            }
            ShowForm::Page => show::page(&self.play(journey)?, language)?,
        };
        Ok((name, text))
    }
}

fn file_name(journey: &str, form: ShowForm) -> String {
    let ending = match form {
        ShowForm::File => ENDING,
        ShowForm::Page => "html",
    };
    format!("{}.{ending}", slug(journey))
}
