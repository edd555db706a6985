//! Workspaces as files: new ones, others, copies, and what is offered where one is damaged.

use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use rusqlite::Connection;
use serde_json::{Value, json};
use studio::store::FILE;
use studio::{Failure, Id, PATIENCE, Surroundings, Workplace};

fn surroundings() -> Surroundings {
    static IDS: AtomicU64 = AtomicU64::new(1);
    Surroundings {
        now: Box::new(|| "2026-12-01T08:00:00Z".parse().unwrap()),
        fresh: Box::new(|| Id::new(format!("place-{}", IDS.fetch_add(1, Ordering::Relaxed))).unwrap()),
        dark: Box::new(|| false),
        patience: PATIENCE,
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

/// The journeys of a large workspace are there before its records are; what needs those waits for them.
#[test]
fn records_of_a_large_workspace_come_after_it() {
    let folder = tempfile::tempdir().unwrap();
    let workplace = Workplace::open(folder.path(), surroundings);
    let all = |workplace: &Workplace| {
        let people = json!({"looking": {"table": "people"}, "from": 0, "count": 10_000});
        (call(workplace, "rows", people), call(workplace, "journeys", json!({})))
    };
    let before = all(&workplace);
    let journey = before.1[0]["id"].clone();
    let open = |workplace: &Workplace| call(workplace, "open", json!({"journey": journey}));
    let whole = open(&workplace);
    workplace.close().unwrap();
    drop(workplace);
    let path = folder.path().join(FILE);
    let pad = "x".repeat(17 << 20);
    Connection::open(&path).unwrap().execute("INSERT INTO preferences VALUES ('pad', ?1)", [pad]).unwrap();

    let workplace = Workplace::open(folder.path(), surroundings);
    call(&workplace, "start", json!({}));
    open(&workplace);
    assert_eq!(all(&workplace), before);
    assert_eq!(call(&workplace, "start", json!({}))["accounts"], 500);
    // What the first opening could not say yet is said now.
    assert_eq!(open(&workplace)["problems"], whole["problems"]);
    let name = json!({"do": "addAccount", "key": "NEW", "name": "New Mills"});
    assert_eq!(call(&workplace, "editTables", json!({"intent": name}))["accounts"], 501);
    workplace.close().unwrap();
    drop(workplace);

    // A damaged page among the people is found, and leads to the same ways out.
    let mut bytes = fs::read(&path).unwrap();
    let key = before.0["rows"][2000][0].as_str().unwrap().as_bytes();
    let at = bytes.windows(key.len()).position(|window| window == key).unwrap();
    bytes[at / 4096 * 4096] = 0xff;
    fs::write(&path, bytes).unwrap();
    let workplace = Workplace::open(folder.path(), surroundings);
    assert_eq!(call(&workplace, "journeys", json!({})), before.1);
    assert_eq!(try_call(&workplace, "tables", json!({})).unwrap_err().code, "workspace-damaged");
    assert_eq!(call(&workplace, "workspaceFile", json!({}))["failure"]["code"], "workspace-damaged");
}

/// Writes zeros over the middle of the file.
fn damage(file: &Path) {
    let mut bytes = fs::read(file).unwrap();
    let middle = bytes.len() / 3..bytes.len() / 3 + 8192;
    bytes[middle].fill(0);
    fs::write(file, bytes).unwrap();
}
