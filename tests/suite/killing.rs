//! A program that is killed in the middle of an import leaves the records of before or those of after, and nothing
//! between. The host of browser tests stands for the program.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use design::tables::Tables;
use serde_json::json;
use studio::sample::{sample, write_folder};
use studio::store::{FILE, Store, StoreError};

const ROUNDS: u64 = 50;

#[test]
fn a_kill_during_an_import_leaves_all_or_nothing() {
    let dir = tempfile::tempdir().unwrap();
    let (template, files) = (dir.path().join("template"), dir.path().join("files"));
    write_folder(&sample(300, 5, None), &files).unwrap();
    // The workspace of before, made once.
    let (host, _) = start(&template);
    end(host);
    let before = records(&template);
    // How long the whole takes, so that the kills fall all over it.
    let whole = folder(dir.path(), &template);
    let begun = Instant::now();
    let (host, address) = start(&whole);
    let answer = import(&address, &files).unwrap();
    let took = begun.elapsed();
    assert!(answer.contains("200 OK"), "{answer}");
    end(host);
    let after = records(&whole);
    assert_ne!(before, after);

    let (mut old, mut new) = (0, 0);
    for round in 0..ROUNDS {
        let place = folder(dir.path(), &template);
        let (host, address) = start(&place);
        let files = files.clone();
        let asking = std::thread::spawn(move || import(&address, &files));
        // Spread over the time that it takes and a little more, never twice alike.
        std::thread::sleep(took.mul_f64((round * 37 % ROUNDS) as f64 / ROUNDS as f64 * 1.1));
        end(host);
        let _gone = asking.join().unwrap();
        let found = records(&place);
        old += u64::from(found == before);
        new += u64::from(found == after);
        assert_eq!(old + new, round + 1, "round {round}: neither the old records nor the new ones");
        fs::remove_dir_all(&place).unwrap();
    }
    assert!(old > 0, "the first kill comes before the import");
    // What was answered is there, whatever comes right after the answer.
    let place = folder(dir.path(), &template);
    let (host, address) = start(&place);
    assert!(import(&address, &files).unwrap().contains("200 OK"));
    end(host);
    assert!(records(&place) == after);
}

/// A copy of the workspace of before.
fn folder(dir: &Path, template: &Path) -> std::path::PathBuf {
    let folder = tempfile::tempdir_in(dir).unwrap().keep();
    for entry in fs::read_dir(template).unwrap() {
        let entry = entry.unwrap();
        fs::copy(entry.path(), folder.join(entry.file_name())).unwrap();
    }
    folder
}

fn start(data: &Path) -> (Child, String) {
    let mut host = Command::new(env!("CARGO_BIN_EXE_caravan-localhost"))
        .args(["--port", "0", "--data"])
        .arg(data)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut line = String::new();
    BufReader::new(host.stdout.take().unwrap()).read_line(&mut line).unwrap();
    (host, line.trim().trim_start_matches("http://").to_owned())
}

/// SIGKILL, at once.
fn end(mut host: Child) {
    host.kill().unwrap();
    host.wait().unwrap();
}

fn import(address: &str, files: &Path) -> std::io::Result<String> {
    let given: Vec<_> = ["accounts.csv", "people.csv", "activities.csv"]
        .iter()
        .map(|name| json!({"path": files.join(name)}))
        .collect();
    let body = json!({"files": given}).to_string();
    let mut stream = TcpStream::connect(address)?;
    stream.set_read_timeout(Some(Duration::from_secs(60)))?;
    write!(
        stream,
        "POST /api/importFiles HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\nContent-Type: application/json\r\n\
         Content-Length: {}\r\n\r\n{body}",
        body.len()
    )?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer)?;
    Ok(answer)
}

/// All records of a workspace that nobody has open.
fn records(folder: &Path) -> String {
    assert!(folder.join(FILE).exists());
    let store: Store = Store::open(folder, |_| Err(StoreError::Empty { file: folder.to_owned() })).unwrap();
    let tables: Tables = store.tables().unwrap().0;
    crate::import::records(&tables)
}
