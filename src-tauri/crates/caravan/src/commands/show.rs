//! `caravan show`: presentations as files and as pages.

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use design::formats::native;
use design::show::Chapters;
use studio::show::{self, Unpacked};

use super::export::out;
use super::given::Files;
use crate::end::{Done, End};
use crate::language::Speech;
use crate::read;

/// Pack a presentation into one file, unpack it, play it, or make a page of it
#[derive(Args)]
pub(crate) struct Show {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    Pack(Pack),
    Unpack(Unpack),
    Play(Play),
    Page(Page),
}

/// Put a journey, its workspace, tables, scenario and chapters into one file
#[derive(Args)]
struct Pack {
    #[command(flatten)]
    files: Files,
    /// Where it stops, and what is said there
    #[arg(long, value_name = "C")]
    chapters: Option<PathBuf>,
    /// Replace names, keys, addresses and domains by made-up ones
    #[arg(long)]
    look_alikes: bool,
    /// The file to write; left out: standard output
    #[arg(long, value_name = "F.caravan-show")]
    out: Option<PathBuf>,
}

/// Take a file apart into what the other commands read
#[derive(Args)]
struct Unpack {
    /// The file
    show: PathBuf,
    /// The folder to write to; it is made where it is missing
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
}

/// Write what a player shows: every move, every role that fills, every account's story
#[derive(Args)]
struct Play {
    /// The file
    show: PathBuf,
    /// The file to write; left out: standard output
    #[arg(long, value_name = "P.json")]
    out: Option<PathBuf>,
}

/// Write a page that plays it in any browser, without a network
#[derive(Args)]
struct Page {
    /// The file
    show: PathBuf,
    /// The language in which it begins
    #[arg(long, value_enum, default_value_t)]
    language: Speech,
    /// The file to write; left out: standard output
    #[arg(long, value_name = "F.html")]
    out: Option<PathBuf>,
}

pub(crate) fn run(command: &Show) -> Done {
    match &command.what {
        What::Pack(pack) => {
            let given = pack.files.read()?;
            let chapters: Chapters =
                pack.chapters.as_deref().map(read::document).transpose()?.unwrap_or_default();
            let job = given.job(None);
            let packed = show::pack(
                job.journey,
                job.workspace,
                job.scenario,
                job.tables,
                &chapters.chapters,
                pack.look_alikes,
            )?;
            out(pack.out.as_deref(), native::write(&packed).as_bytes())
        }
        What::Unpack(unpack) => Ok(show::write_parts(&opened(&unpack.show)?, &unpack.out)?),
        What::Play(play) => {
            let playable = opened(&play.show)?.play()?;
            let text = serde_json::to_vec(&playable).map_err(|error| End::Bad(error.to_string()))?;
            out(play.out.as_deref(), &text)
        }
        What::Page(page) => {
            let playable = opened(&page.show)?.play()?;
            out(page.out.as_deref(), show::page(&playable, page.language.into())?.as_bytes())
        }
    }
}

fn opened(path: &Path) -> Result<Unpacked, End> {
    show::unpack(&read::text(path)?).map_err(|failure| End::Bad(format!("{}: {failure}", path.display())))
}
