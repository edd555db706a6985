//! The program under test: started on a data folder, ended the hard way, started again on the same folder.

use std::fs;
use std::path::{Path, PathBuf};

use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use rustix::process::{Pid, Signal, kill_process};
use serde_json::json;

use crate::page::Page;
use crate::program::{Driver, Renderer, Screen};

/// One user's machine: a screen and a data folder that outlive the window.
pub(crate) struct Machine {
    screen: Screen,
    data: tempfile::TempDir,
    renderer: Renderer,
}

impl Machine {
    /// For a window of which pictures can be taken.
    pub(crate) fn new() -> Machine {
        Machine::with(Renderer::Pictured)
    }

    /// For measuring the window that people get.
    pub(crate) fn measured() -> Machine {
        Machine::with(Renderer::Chosen)
    }

    fn with(renderer: Renderer) -> Machine {
        let data = tempfile::tempdir().expect("a folder for the data");
        Machine { screen: Screen::start(), data, renderer }
    }

    /// Starts the program and waits until it has drawn.
    pub(crate) async fn start(&self) -> Window {
        let data = self.data.path().to_string_lossy().into_owned();
        let driver =
            Driver::start(&self.screen, self.renderer, &[("CARAVAN_DATA", &data), ("LANG", "C.UTF-8")]);
        let client = connect(&driver, &program()).await;
        let window = Window { page: Page::new(client), data: self.data.path().to_owned(), _driver: driver };
        window.page.wait("body[data-ready='1']").await;
        window
    }
}

/// A running program and the hand on its page.
pub(crate) struct Window {
    pub(crate) page: Page,
    data: PathBuf,
    _driver: Driver,
}

impl Window {
    /// kill -9, as a power cut or an impatient user would have it.
    pub(crate) fn kill(self) {
        let process = process(&program(), &self.data).expect("the program runs");
        kill_process(process, Signal::KILL).expect("the program can be killed");
    }
}

async fn connect(driver: &Driver, program: &Path) -> Client {
    let serde_json::Value::Object(wanted) =
        json!({"webkitgtk:browserOptions": {"binary": program.to_string_lossy(), "args": []}})
    else {
        unreachable!("an object was written")
    };
    ClientBuilder::new(HttpConnector::new())
        .capabilities(wanted)
        .connect(&driver.address)
        .await
        .unwrap_or_else(|error| panic!("{} did not open a window: {error}", program.display()))
}

/// The program that the build left: beside this test's own folder, unless the environment names it.
fn program() -> PathBuf {
    let named = std::env::var_os("CARAVAN_DESKTOP").map(PathBuf::from);
    let program = named.unwrap_or_else(|| {
        let own = std::env::current_exe().expect("this test has a path");
        own.ancestors().nth(2).expect("it is in target/debug/deps").join("caravan-desktop")
    });
    program
        .canonicalize()
        .unwrap_or_else(|_| panic!("{} is not built: cargo xtask test builds it", program.display()))
}

/// The process that runs `program` on the folder `data`.
fn process(program: &Path, data: &Path) -> Option<Pid> {
    let mine = format!("CARAVAN_DATA={}", data.display());
    fs::read_dir("/proc").ok()?.flatten().find_map(|entry| {
        let number: i32 = entry.file_name().to_str()?.parse().ok()?;
        let runs = fs::read_link(entry.path().join("exe")).ok()? == program;
        let environment = fs::read(entry.path().join("environ")).ok()?;
        let ours = environment.split(|byte| *byte == 0).any(|pair| pair == mine.as_bytes());
        (runs && ours).then(|| Pid::from_raw(number)).flatten()
    })
}
