//! Records of a JSON text: a list, one object after the other, or a record list of Salesforce. Nested objects become
//! paths with dots, so that each record is a row under headers.

use std::path::Path;

use indexmap::IndexSet;
use serde::Deserialize;
use serde_json::Value;
use serde_json::value::RawValue;

use super::source::{Row, unreadable};
use super::values::scalar;
use crate::Failure;

pub(super) struct Records {
    file: String,
    text: String,
    /// Where the records start, and where the next one does.
    start: usize,
    pub(super) at: usize,
    /// Whether they stand in a list.
    list: bool,
    /// The line of `at`, and up to where lines were counted.
    line: u64,
    counted: usize,
    headers: IndexSet<String>,
}

impl Records {
    /// Opens a file and goes through it once for the headers.
    pub(super) fn open(path: &Path, file: &str) -> Result<Records, Failure> {
        let bytes = std::fs::read(path).map_err(|error| unreadable(file, &error))?;
        let text = match encoding_rs::Encoding::for_bom(&bytes) {
            Some((encoding, _)) if encoding != encoding_rs::UTF_8 => encoding.decode(&bytes).0.into_owned(),
            _ => String::from_utf8(bytes).map_err(|error| not_utf8(file, &error))?,
        };
        let mut records = Records {
            file: file.to_owned(),
            text,
            start: 0,
            at: 0,
            list: false,
            line: 1,
            counted: 0,
            headers: IndexSet::new(),
        };
        records.find_start();
        while let Some((_, value)) = records.step()? {
            for (path, _) in flat(&value) {
                records.headers.insert(path);
            }
        }
        (records.at, records.line, records.counted) = (records.start, 1, 0);
        Ok(records)
    }

    pub(super) fn headers(&self) -> Vec<String> {
        self.headers.iter().cloned().collect()
    }

    /// Reads the next record; false at the end.
    pub(super) fn next(&mut self, row: &mut Row) -> Result<bool, Failure> {
        let Some((line, value)) = self.step()? else { return Ok(false) };
        row.clear(line);
        row.no_object = !value.is_object();
        let mut cells = vec![String::new(); self.headers.len()];
        for (path, cell) in flat(&value) {
            if let Some(index) = self.headers.get_index_of(&path) {
                cells[index] = cell;
            }
        }
        row.set(cells.into_iter());
        Ok(true)
    }

    fn find_start(&mut self) {
        #[derive(Deserialize)]
        struct List<'a> {
            #[serde(borrow)]
            records: &'a RawValue,
        }
        let body = self.text.trim_start_matches(['\u{feff}', ' ', '\t', '\r', '\n']);
        self.start = self.text.len() - body.len();
        // A list would pass as an object too, with its first record for a value.
        let object = body.starts_with('{').then(|| serde_json::from_str::<List>(body));
        if let Some(Ok(List { records })) = object {
            // The raw value borrows from the text, so its address says where it stands.
            self.start = records.get().as_ptr() as usize - self.text.as_ptr() as usize;
        }
        if self.text[self.start..].starts_with('[') {
            self.start += 1;
            self.list = true;
        }
        self.at = self.start;
    }

    fn step(&mut self) -> Result<Option<(u64, Value)>, Failure> {
        let rest = &self.text[self.at..];
        let rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || (self.list && c == ','));
        self.at = self.text.len() - rest.len();
        let passed = &self.text.as_bytes()[self.counted..self.at];
        self.line += passed.iter().filter(|&&byte| byte == b'\n').count() as u64;
        self.counted = self.at;
        if (rest.is_empty() && !self.list) || (self.list && rest.starts_with(']')) {
            return Ok(None);
        }
        let mut values = serde_json::Deserializer::from_str(rest).into_iter::<Value>();
        match values.next() {
            Some(Ok(value)) => {
                self.at += values.byte_offset();
                Ok(Some((self.line, value)))
            }
            Some(Err(error)) => Err(self.broken(error.line(), &error.to_string())),
            None => Err(self.broken(1, "the list is not closed")),
        }
    }

    fn broken(&self, line: usize, what: &str) -> Failure {
        let what = what.split(" at line ").next().unwrap_or_default();
        let line = self.line + line as u64 - 1;
        let message = format!(
            "{}, line {line}: the JSON is broken or was cut short ({what}); write the file again",
            self.file
        );
        Failure::new("broken-json", message).with("file", &*self.file).with("line", line.to_string())
    }
}

/// The record's values by path. Lists of plain values are one text with `|` between them; a person's accounts become
/// one cell, the first one first; other lists and the type that Salesforce gives each record are left out.
fn flat(value: &Value) -> Vec<(String, String)> {
    let mut cells = Vec::new();
    add(String::new(), value, &mut cells);
    cells
}

fn add(path: String, value: &Value, cells: &mut Vec<(String, String)>) {
    let below = |key: &str| if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") };
    match value {
        Value::Object(map) => {
            for (key, value) in map {
                match (&*below(key), value) {
                    ("attributes.type" | "attributes.url", _) => {}
                    ("personComponents", Value::Array(parts)) => components(parts, cells),
                    (path, value) => add(path.to_owned(), value, cells),
                }
            }
        }
        Value::Array(values) => {
            if let Some(values) = values.iter().map(scalar).collect::<Option<Vec<_>>>() {
                cells.push((path, values.join("|")));
            }
        }
        _ if path.is_empty() => {}
        value => cells.extend(scalar(value).map(|text| (path, text))),
    }
}

fn components(parts: &[Value], cells: &mut Vec<(String, String)>) {
    const ACCOUNT: &str = "personComponents[0].sourceAccountKey.sourceKey";
    let key = |part: &Value| part.pointer("/sourceAccountKey/sourceKey").and_then(scalar);
    let keys: Vec<_> = parts.iter().filter_map(key).collect();
    if let Some(first) = parts.first() {
        add("personComponents[0]".to_owned(), first, cells);
    }
    cells.retain(|(path, _)| path != ACCOUNT);
    cells.push((ACCOUNT.to_owned(), keys.join("|")));
}

fn not_utf8(file: &str, error: &std::string::FromUtf8Error) -> Failure {
    let before = &error.as_bytes()[..error.utf8_error().valid_up_to()];
    let line = before.iter().filter(|&&byte| byte == b'\n').count() + 1;
    let message = format!("{file}, line {line}: the text is not UTF-8; save the file as UTF-8");
    Failure::new("not-utf8", message).with("file", file).with("line", line.to_string())
}
