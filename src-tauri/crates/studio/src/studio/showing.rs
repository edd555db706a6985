//! Presenting: playing a journey, keeping its chapters, and giving the whole away as a file or a page.

use std::io::Write;

use design::Id;
use design::formats::native;
use design::sentences::Language;
use design::show::Chapters;
use serde::Deserialize;
use ts_rs::TS;

use super::Studio;
use super::exporting::{ExportPlace, Exported, slug, whole};
use super::journeys::unknown;
use crate::Failure;
use crate::runs::{Job, play};
use crate::show::{self, ENDING, Playable};
use crate::store;

/// How a show leaves the application.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum ShowForm {
    /// To be opened and played in the application.
    File,
    /// To be played in a browser.
    Page,
}

/// The five minutes that come with the sample journey.
const SAMPLE: &str = include_str!("../../../../../assets/samples/seeds-buying-group/chapters.json");
const SAMPLE_OF: &str = "seeds-committee";

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

    /// None yet: an empty list. The sample journey comes with some.
    pub fn chapters(&self, journey: &Id) -> Result<Chapters, Failure> {
        let text = store::preferences::get(self.lock().store.read(), &name(journey))?;
        let text = text.or_else(|| (journey.as_str() == SAMPLE_OF).then(|| SAMPLE.to_owned()));
        let chapters = text.map(|text| native::read(&text)).transpose();
        chapters.map(Option::unwrap_or_default).map_err(|error| {
            Failure::new(
                "document-damaged",
                format!("The stored chapters cannot be read ({error}); write them anew."),
            )
        })
    }

    /// Keeps the chapters of a journey, at once.
    pub fn save_chapters(&self, journey: &Id, chapters: Chapters) -> Result<Chapters, Failure> {
        let mut open = self.lock();
        if !open.journeys()?.iter().any(|line| line.id == journey.as_str()) {
            return Err(unknown(journey));
        }
        let text = native::write(&chapters);
        open.store.write(|transaction| store::preferences::set(transaction, &name(journey), &text))?;
        Ok(chapters)
    }

    /// Reads a file of a show and plays it; nothing of it comes into the workspace.
    pub fn open_show(&self, path: &str) -> Result<Playable, Failure> {
        let path = whole(path)?;
        let shown = path.display().to_string();
        let text = std::fs::read_to_string(&path).map_err(|error| {
            let message = format!("{shown}: the file cannot be read ({error}); choose another one.");
            Failure::new("not-read", message).with("file", shown.clone())
        })?;
        show::unpack(&text)?.play()
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

/// What the chapters of a journey are stored by.
fn name(journey: &Id) -> String {
    format!("chapters {journey}")
}
