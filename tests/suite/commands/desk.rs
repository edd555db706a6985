//! A studio to try commands on.

use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use rusqlite::Connection;
use serde_json::{Value, json};
use studio::store::FILE;
use studio::{Failure, Id, Studio, Surroundings, commands};
use tempfile::TempDir;

/// A studio in a folder of its own, with a clock that stands and ids that count.
pub(super) struct Desk {
    pub(super) folder: TempDir,
    pub(super) studio: Arc<Studio>,
}

impl Desk {
    pub(super) fn new() -> Desk {
        let folder = tempfile::tempdir().unwrap();
        let studio = open(folder.path()).unwrap();
        Desk { folder, studio }
    }

    /// What another start finds if the program is killed now: the files as they lie there.
    pub(super) fn killed(&self) -> Desk {
        let folder = tempfile::tempdir().unwrap();
        for entry in fs::read_dir(self.folder.path()).unwrap() {
            let entry = entry.unwrap();
            fs::copy(entry.path(), folder.path().join(entry.file_name())).unwrap();
        }
        let studio = open(folder.path()).unwrap();
        Desk { folder, studio }
    }

    pub(super) fn try_call(&self, name: &str, arguments: Value) -> Result<Value, Failure> {
        let text = commands::call(&self.studio, name, arguments, Arc::new(|_| ()))?;
        Ok(serde_json::from_str(&text).unwrap())
    }

    #[track_caller]
    pub(super) fn call(&self, name: &str, arguments: Value) -> Value {
        self.try_call(name, arguments).unwrap_or_else(|failure| panic!("{name}: {failure}"))
    }

    /// The call is refused with a code, in a sentence.
    #[track_caller]
    pub(super) fn check(&self, name: &str, arguments: Value, code: &str) {
        let failure = self.try_call(name, arguments).expect_err(name);
        assert_eq!(failure.code, code, "{failure}");
        assert!(failure.message.ends_with('.'), "{failure}");
    }

    pub(super) fn journey(&self) -> Value {
        self.call("start", json!({}))["journeys"][0]["id"].clone()
    }

    /// Puts a wait behind the audience of the first journey.
    pub(super) fn insert_wait(&self) -> Value {
        let journey = self.journey();
        let whole = self.call("open", json!({"journey": journey}));
        let nodes = whole["nodes"].as_object().unwrap();
        let audience = nodes.values().find(|node| node["kind"] == "accountAudience").unwrap();
        let intent =
            json!({"do": "insert", "from": audience["id"], "path": null, "kind": "wait", "action": null});
        self.call("edit", json!({"journey": journey, "intent": intent}))
    }

    /// The file past the studio, as a tool or a fault of the disk would change it.
    pub(super) fn disk(&self) -> Connection {
        Connection::open(self.folder.path().join(FILE)).unwrap()
    }

    pub(super) fn rename(&self, name: &str) -> Result<Value, Failure> {
        let journey = self.journey();
        let header = self.call("open", json!({"journey": journey}))["header"].clone();
        let intent = json!({"do": "header", "name": name, "description": "", "settings": header["settings"]});
        self.try_call("edit", json!({"journey": journey, "intent": intent}))
    }

    /// What a journey is and where its history stands, without the number of edits it took to get there.
    pub(super) fn state(&self) -> Value {
        let mut whole = self.call("open", json!({"journey": self.journey()}));
        whole.as_object_mut().unwrap().remove("revision");
        whole
    }
}

fn open(folder: &Path) -> Result<Arc<Studio>, Failure> {
    static IDS: AtomicU64 = AtomicU64::new(1);
    let now = "2026-12-01T08:00:00Z".parse().unwrap();
    Studio::open(
        folder,
        Surroundings {
            now: Box::new(move || now),
            fresh: Box::new(|| Id::new(format!("id-{}", IDS.fetch_add(1, Ordering::Relaxed))).unwrap()),
            dark: Box::new(|| true),
            // A test waits for what it asks for, however busy the machine is.
            patience: Duration::from_secs(60),
        },
    )
}
