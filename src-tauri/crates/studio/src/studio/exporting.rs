//! Giving a journey away: in a format of the list, as the answer of a command or as a file of the user's.

use std::io::Write;
use std::path::{Path, PathBuf};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use design::formats::{self, FORMATS, Format, Subject, Writes};
use design::report::Report;
use design::sentences::Language;
use design::{Id, formats::native};
use serde::Serialize;
use ts_rs::TS;

use super::Studio;
use crate::{Failure, export};

/// A journey in a format.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Exported {
    /// What a file of it is called.
    pub name: String,
    pub media_type: String,
    /// Where the format is a text.
    pub text: Option<String>,
    /// Where it is not.
    pub base64: Option<String>,
}

/// Where a file is, or might be.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ExportPlace {
    pub path: String,
}

/// Pictures in points are drawn twice as large as on the canvas, for sharp screens and paper.
const SCALE: f32 = 2.0;

impl Studio {
    pub fn export_journey(
        &self,
        journey: &Id,
        format: &str,
        language: Language,
    ) -> Result<Exported, Failure> {
        let format = known(format)?;
        let (name, bytes) = self.exported(journey, format, language)?;
        let (text, base64) = match format.writes {
            Writes::Text(_) => (Some(String::from_utf8_lossy(&bytes).into_owned()), None),
            Writes::Points | Writes::Page => (None, Some(STANDARD.encode(&bytes))),
        };
        Ok(Exported { name, media_type: format.media_type.to_owned(), text, base64 })
    }

    /// Where a file of it would go: among the downloads, or at home.
    pub fn export_place(&self, journey: &Id, format: &str) -> Result<ExportPlace, Failure> {
        let format = known(format)?;
        let now = (self.around.now)();
        let name =
            self.lock().with(journey, now, |document, _| file_name(&document.journey().name, format))?;
        Ok(place(&name))
    }

    /// Writes a file whole or not at all. What is there already stays unless it is to be replaced.
    pub fn save_export(
        &self,
        journey: &Id,
        format: &str,
        language: Language,
        path: &str,
        replace: bool,
    ) -> Result<ExportPlace, Failure> {
        let format = known(format)?;
        let mut path = whole(path)?;
        let (name, bytes) = self.exported(journey, format, language)?;
        if path.is_dir() {
            path.push(name);
        }
        let shown = path.display().to_string();
        if path.exists() && !replace {
            let message =
                format!("{shown}: there is a file of this name; replace it or choose another name.");
            return Err(Failure::new("file-exists", message).with("file", shown));
        }
        crate::save(&path, |out| out.write_all(&bytes))?;
        Ok(ExportPlace { path: shown })
    }

    /// Where a file that the window has made would go.
    pub fn made_place(&self, name: &str) -> ExportPlace {
        place(&name.replace(['/', '\\'], "_"))
    }

    /// Writes a file that the window has made, such as a chart or its table, to where the user has chosen.
    pub fn save_made(
        &self,
        path: &str,
        text: Option<String>,
        base64: Option<String>,
    ) -> Result<ExportPlace, Failure> {
        let path = whole(path)?;
        let bytes = match (text, base64) {
            (Some(text), _) => text.into_bytes(),
            (None, base64) => STANDARD.decode(base64.unwrap_or_default()).map_err(|error| {
                Failure::new("bad-arguments", format!("The file is not in base 64 ({error})."))
            })?,
        };
        crate::save(&path, |out| out.write_all(&bytes))?;
        Ok(ExportPlace { path: path.display().to_string() })
    }

    /// With the findings of today, and with the last run where it is of this very state.
    fn exported(
        &self,
        journey: &Id,
        format: &Format,
        language: Language,
    ) -> Result<(String, Vec<u8>), Failure> {
        let now = (self.around.now)();
        let (journey, revision, problems, workspace) = {
            let mut open = self.lock();
            let (journey, revision, problems) = open.with(journey, now, |document, context| {
                let journey = document.journey().clone();
                let problems = document.problems(context);
                (journey, document.revision(), problems)
            })?;
            (journey, revision, problems, std::sync::Arc::clone(&open.workspace))
        };
        let run = self.last_run(&journey.id)?.filter(|run| run.revision == revision);
        // A report that cannot be read is left out: the rest is worth having.
        let report = run.and_then(|run| native::read::<Report>(run.report.get()).ok());
        let subject = Subject {
            journey: &journey,
            workspace: Some(&workspace),
            problems: &problems,
            report: report.as_ref(),
            language,
        };
        Ok((file_name(&journey.name, format), export::journey(format, &subject, SCALE)?))
    }
}

fn known(format: &str) -> Result<&'static Format, Failure> {
    formats::find(format).ok_or_else(|| {
        let names: Vec<_> = FORMATS.iter().map(|format| format.name).collect();
        let message = format!("There is no format {format}; choose one of {}.", names.join(", "));
        Failure::new("unknown-format", message).with("format", format)
    })
}

/// Among the downloads, or at home.
pub(super) fn place(name: &str) -> ExportPlace {
    let home = std::env::home_dir().unwrap_or_default();
    let downloads = home.join("Downloads");
    let folder = if downloads.is_dir() { downloads } else { home };
    ExportPlace { path: folder.join(name).display().to_string() }
}

/// A path that begins at the root of the disk, or at home with `~`.
pub(super) fn whole(path: &str) -> Result<PathBuf, Failure> {
    let path = path.trim();
    let home = path.strip_prefix('~').and_then(|rest| rest.strip_prefix(['/', '\\']));
    let whole = match home {
        Some(rest) => std::env::home_dir().unwrap_or_default().join(rest),
        None => Path::new(path).to_path_buf(),
    };
    if whole.is_absolute() {
        return Ok(whole);
    }
    let message = format!("“{path}” does not say in which folder the file goes; type the whole path.");
    Err(Failure::new("path-not-whole", message).with("path", path))
}

/// The text of a file that the user has chosen.
pub(super) fn text_of(path: &str) -> Result<String, Failure> {
    let path = whole(path)?;
    let shown = path.display().to_string();
    std::fs::read_to_string(&path).map_err(|error| {
        let message = format!("{shown}: the file cannot be read ({error}); choose another one.");
        Failure::new("not-read", message).with("file", shown.clone())
    })
}

/// The journey's name as a file's. Of two formats with one ending, the later one is named.
fn file_name(name: &str, format: &Format) -> String {
    let first = FORMATS.iter().find(|other| other.extension == format.extension);
    let which = if first.is_some_and(|first| first.name == format.name) {
        String::new()
    } else {
        format!("-{}", format.name)
    };
    format!("{}{which}.{}", slug(name), format.extension)
}

/// A name in letters that every file system takes.
pub(super) fn slug(name: &str) -> String {
    crate::slug(name, "journey")
}
