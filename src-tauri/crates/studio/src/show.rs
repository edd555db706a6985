//! Presentations as files: packing what a run hangs on into one document, unpacking it, and writing a page that plays
//! it in any browser.

use std::path::Path;

use design::formats::native::{self, ReadError};
use design::journey::Journey;
use design::play::Playing;
use design::scenario::Scenario;
use design::sentences::Language;
use design::show::{Chapter, LookAlikes, Show, ShownTables, disguise};
use design::tables::Tables;
use design::workspace::Workspace;
use serde::Serialize;
use ts_rs::TS;

use crate::runs::{Job, play};
use crate::sample::lines;
use crate::{Failure, import};

/// What a file of a show ends in.
pub const ENDING: &str = "caravan-show";

/// A page that plays whatever stands in it; built from the window's own player.
const PAGE: &str = include_str!("../../../../assets/player/player.html");
/// Where the page takes its language and its show from.
const LANGUAGE: &str = "lang=\"en\"";
const PLACE: &str = "\"caravan-show\"";

/// A show that can be played: what moves, and where it stops.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Playable {
    pub playing: Playing,
    pub chapters: Vec<Chapter>,
}

/// A show with its tables read.
pub struct Unpacked {
    pub show: Show,
    pub tables: Tables,
}

/// Packs everything into a document. `private`: names, addresses and domains are replaced by made-up ones.
pub fn pack(
    journey: &Journey,
    workspace: &Workspace,
    scenario: &Scenario,
    tables: &Tables,
    chapters: &[Chapter],
    private: bool,
) -> Result<Show, Failure> {
    let scenario = scenario.clone();
    if private {
        let alike = disguise(journey, workspace, tables, chapters)
            .ok_or_else(|| Failure::new("unexpected", "The look-alikes could not be made."))?;
        let LookAlikes { journey, workspace, tables, chapters } = alike;
        return Ok(Show { journey, workspace, scenario, tables: shown(&tables)?, chapters });
    }
    let (journey, workspace) = (journey.clone(), workspace.clone());
    Ok(Show { journey, workspace, scenario, tables: shown(tables)?, chapters: chapters.to_vec() })
}

/// Reads a show. Rows of its tables that cannot be taken are left out, as in an import.
pub fn unpack(text: &str) -> Result<Unpacked, Failure> {
    let show: Show = native::read(text)
        .map_err(|error: ReadError| Failure::new("bad-show", format!("The show cannot be read: {error}.")))?;
    let tables = read(&show.tables)?;
    Ok(Unpacked { show, tables })
}

impl Unpacked {
    pub fn job(&self) -> Job<'_> {
        let Show { journey, workspace, scenario, .. } = &self.show;
        Job { journey, workspace, tables: &self.tables, scenario, threads: None }
    }

    pub fn play(&self) -> Result<Playable, Failure> {
        Ok(Playable { playing: play(&self.job())?, chapters: self.show.chapters.clone() })
    }
}

/// One HTML document that needs nothing else.
pub fn page(playable: &Playable, language: Language) -> Result<String, Failure> {
    // A text may hold what would end the script that it stands in.
    let show = crate::commands::json(playable)?.replace('<', "\\u003c");
    let lang = format!("lang=\"{}\"", language.code());
    Ok(PAGE.replacen(LANGUAGE, &lang, 1).replacen(PLACE, &show, 1))
}

fn shown(tables: &Tables) -> Result<ShownTables, Failure> {
    let [accounts, people, activities, members] = lines(tables)
        .map_err(|error| Failure::new("unexpected", format!("The tables could not be written ({error}).")))?;
    Ok(ShownTables { accounts, people, activities, members })
}

/// Imports read files, so the tables become files for a moment.
fn read(tables: &ShownTables) -> Result<Tables, Failure> {
    let folder = tempfile::tempdir().map_err(|error| {
        let message =
            format!("The show's tables could not be unpacked ({error}); free some space on the disk.");
        Failure::new("not-written", message)
    })?;
    let write = |name: &str, lines: &[String]| {
        if lines.is_empty() {
            return Ok(());
        }
        crate::save(&folder.path().join(name), |out| {
            use std::io::Write;
            lines.iter().try_for_each(|line| writeln!(out, "{line}"))
        })
    };
    write("accounts.csv", &tables.accounts)?;
    write("people.csv", &tables.people)?;
    write("activities.csv", &tables.activities)?;
    write("members.csv", &tables.members)?;
    Ok(import::folder(folder.path())?.tables)
}

/// Writes the parts of a show as files that the other commands read.
pub fn write_parts(unpacked: &Unpacked, dir: &Path) -> Result<(), Failure> {
    use std::io::Write;
    let Show { journey, workspace, scenario, chapters, .. } = &unpacked.show;
    crate::folder(dir)?;
    let chapters = design::show::Chapters { chapters: chapters.clone() };
    let texts = [
        ("journey.json", native::write(journey)),
        ("workspace.json", native::write(workspace)),
        ("scenario.json", native::write(scenario)),
        ("chapters.json", native::write(&chapters)),
    ];
    for (name, text) in texts {
        crate::save(&dir.join(name), |out| out.write_all(text.as_bytes()))?;
    }
    crate::sample::write_folder(&unpacked.tables, &dir.join("data"))
}
