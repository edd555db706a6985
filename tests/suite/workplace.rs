//! Workspaces as files: new ones, others, copies, and what is offered where one is damaged.

use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use rusqlite::Connection;
use serde_json::{Value, json};
use studio::store::FILE;
use studio::{Failure, Id, Surroundings, Workplace};

fn surroundings() -> Surroundings {
    static IDS: AtomicU64 = AtomicU64::new(1);
    Surroundings {
        now: Box::new(|| "2026-12-01T08:00:00Z".parse().unwrap()),
        fresh: Box::new(|| Id::new(format!("place-{}", IDS.fetch_add(1, Ordering::Relaxed))).unwrap()),
        dark: Box::new(|| false),
    }
}

fn try_call(workplace: &Workplace, name: &str, arguments: Value) -> Result<Value, Failure> {
    let text = workplace.call(name, arguments, Arc::new(|_| ()))?;
    Ok(serde_json::from_str(&text).unwrap())
}

#[track_caller]
fn call(workplace: &Workplace, name: &str, arguments: Value) -> Value {
    try_call(workplace, name, arguments).unwrap_or_else(|failure| panic!("{name}: {failure}"))
}

fn name(workplace: &Workplace) -> Value {
    call(workplace, "start", json!({}))["workspace"].clone()
}

#[test]
fn workspaces_are_made_copied_opened_and_found_again() {
    let folder = tempfile::tempdir().unwrap();
    let workplace = Workplace::open(folder.path(), surroundings);
    let first = call(&workplace, "workspaceFile", json!({}))["path"].clone();
    let sample = name(&workplace);
    let made = call(&workplace, "newWorkspace", json!({"name": "Otoño 2027", "sample": false}));
    assert!(made["path"].as_str().unwrap().ends_with("otoño-2027.caravan"), "{made}");
    assert_eq!(name(&workplace), "Otoño 2027");
    let start = call(&workplace, "start", json!({}));
    assert_eq!((&start["accounts"], &start["journeys"]), (&json!(0), &json!([])));
    call(&workplace, "createJourney", json!({"name": "First"}));
    call(&workplace, "listGroups", json!({"looking": {}, "from": 0, "count": 10}));
    let copy = folder.path().join("copies.caravan");
    call(&workplace, "copyWorkspace", json!({"path": copy}));
    // The next start opens the one that was open.
    drop(workplace);
    let workplace = Workplace::open(folder.path(), surroundings);
    assert_eq!(name(&workplace), "Otoño 2027");
    let opened = call(&workplace, "openWorkspace", json!({"path": copy}));
    assert_eq!(opened["recent"], json!([made["path"], first]));
    assert_eq!(call(&workplace, "start", json!({}))["journeys"][0]["name"], "First");
    call(&workplace, "openWorkspace", json!({"path": first}));
    assert_eq!(name(&workplace), sample);
    let again = call(&workplace, "newWorkspace", json!({"name": "Otoño 2027", "sample": true}));
    assert!(again["path"].as_str().unwrap().ends_with("otoño-2027-2.caravan"), "{again}");
    assert_eq!(call(&workplace, "start", json!({}))["accounts"], 500);
}

#[test]
fn a_file_that_cannot_be_opened_leaves_the_present_one_open() {
    let folder = tempfile::tempdir().unwrap();
    let workplace = Workplace::open(folder.path(), surroundings);
    let newer = folder.path().join("newer.caravan");
    call(&workplace, "copyWorkspace", json!({"path": newer}));
    Connection::open(&newer).unwrap().execute_batch("PRAGMA user_version = 99").unwrap();
    let text = folder.path().join("text.caravan");
    fs::write(&text, "Id,Name\n").unwrap();
    let nowhere = folder.path().join("nowhere.caravan");
    for (path, code) in
        [(&newer, "workspace-newer"), (&text, "workspace-foreign"), (&nowhere, "no-such-file")]
    {
        let failure = try_call(&workplace, "openWorkspace", json!({"path": path})).unwrap_err();
        assert_eq!(failure.code, code, "{failure}");
        assert!(failure.message.ends_with('.'), "{failure}");
    }
    assert_eq!(call(&workplace, "start", json!({}))["accounts"], 500);
    assert!(!nowhere.exists());
    let own = call(&workplace, "workspaceFile", json!({}))["path"].clone();
    assert_eq!(try_call(&workplace, "copyWorkspace", json!({"path": own})).unwrap_err().code, "file-exists");
}

#[test]
fn a_damaged_workspace_offers_its_last_good_backup() {
    let folder = tempfile::tempdir().unwrap();
    let workplace = Workplace::open(folder.path(), surroundings);
    assert_eq!(call(&workplace, "workspaceFile", json!({}))["backups"].as_array().unwrap().len(), 1);
    workplace.close().unwrap();
    drop(workplace);
    damage(&folder.path().join(FILE));

    let workplace = Workplace::open(folder.path(), surroundings);
    assert_eq!(try_call(&workplace, "start", json!({})).unwrap_err().code, "workspace-damaged");
    let file = call(&workplace, "workspaceFile", json!({}));
    assert_eq!(file["failure"]["code"], "workspace-damaged");
    let backup = file["backups"][0]["path"].clone();
    let other = try_call(&workplace, "useBackup", json!({"path": "/etc/passwd"})).unwrap_err();
    assert_eq!(other.code, "no-such-file");
    let restored = call(&workplace, "useBackup", json!({"path": backup}));
    assert_eq!(restored["failure"], Value::Null);
    assert_eq!(call(&workplace, "start", json!({}))["accounts"], 500);
    // What was there is kept aside.
    assert!(folder.path().join("workspace.damaged-1.caravan").exists());
    drop(workplace);
    assert!(Workplace::open(folder.path(), surroundings).studio().is_ok());
}

/// Another one can be opened or made where the usual one is damaged.
#[test]
fn a_damaged_workspace_does_not_keep_one_out_of_the_others() {
    let folder = tempfile::tempdir().unwrap();
    drop(Workplace::open(folder.path(), surroundings));
    damage(&folder.path().join(FILE));
    let workplace = Workplace::open(folder.path(), surroundings);
    call(&workplace, "newWorkspace", json!({"name": "Anew", "sample": true}));
    assert_eq!(call(&workplace, "start", json!({}))["accounts"], 500);
}

/// Writes zeros over the middle of the file.
fn damage(file: &Path) {
    let mut bytes = fs::read(file).unwrap();
    let middle = bytes.len() / 3..bytes.len() / 3 + 8192;
    bytes[middle].fill(0);
    fs::write(file, bytes).unwrap();
}
