//! Expected texts: a test compares what it gets with a file, and UPDATE=1 writes the file anew.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// A path from the root of the repository.
pub(crate) fn place(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path)
}

/// A fixture under `tests/journeys`.
pub(crate) fn fixture(name: &str) -> String {
    let path = place("tests/journeys").join(name);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Compares a text with `tests/expected/<name>`.
pub(crate) fn expect(name: &str, text: &str) {
    let path = place("tests/expected").join(name);
    if updating() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, text).unwrap();
    }
    let expected = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        expected == text,
        "{} differs; UPDATE=1 writes it anew.\n{}",
        path.display(),
        first_difference(&expected, text)
    );
}

/// Compares a folder with what it should hold, no file more and no file less.
pub(crate) fn folder(path: &Path, files: &BTreeMap<String, String>) {
    if updating() {
        fs::create_dir_all(path).unwrap();
        for stale in names(path).iter().filter(|name| !files.contains_key(*name)) {
            fs::remove_file(path.join(stale)).unwrap();
        }
        for (name, text) in files {
            if fs::read_to_string(path.join(name)).ok().as_ref() != Some(text) {
                fs::write(path.join(name), text).unwrap();
            }
        }
    }
    let stale: Vec<_> = names(path).into_iter().filter(|name| !files.contains_key(name)).collect();
    assert!(stale.is_empty(), "{}: {stale:?} are generated no more; UPDATE=1 removes them.", path.display());
    for (name, text) in files {
        let found = fs::read_to_string(path.join(name)).unwrap_or_default();
        assert!(
            found == *text,
            "{} is stale; UPDATE=1 writes it anew.\n{}",
            path.join(name).display(),
            first_difference(&found, text)
        );
    }
}

fn updating() -> bool {
    std::env::var_os("UPDATE").is_some()
}

fn names(path: &Path) -> BTreeSet<String> {
    let entries = fs::read_dir(path).into_iter().flatten().filter_map(Result::ok);
    entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect()
}

fn first_difference(expected: &str, found: &str) -> String {
    let (mut a, mut b) = (expected.lines(), found.lines());
    for line in 1.. {
        match (a.next(), b.next()) {
            (None, None) => break,
            (expected, found) if expected == found => {}
            (expected, found) => {
                let say = |line: Option<&str>| line.unwrap_or("the end").to_owned();
                return format!(
                    "line {line}: expected {}\n{}found {}",
                    say(expected),
                    " ".repeat(8),
                    say(found)
                );
            }
        }
    }
    "the ends of lines differ".into()
}
