//! One file of records, whatever its form: headers, then rows of cells.

use std::collections::VecDeque;
use std::io;
use std::path::Path;
use std::sync::Arc;

use super::dates::{DayOrder, Seen};
use super::json::Records;
use super::note::{Note, Reason};
use super::watch::Watch;
use super::{csv, parquet, values, xlsx};
use crate::Failure;

/// So many rows tell which comes first in dates, the day or the month.
const AHEAD: usize = 20_000;

pub(super) struct Source {
    /// The file's name without its folder, for notes.
    pub(super) file: String,
    /// The whole path as the user gave it, for failures.
    pub(super) path: String,
    pub(super) headers: Vec<String>,
    /// The line of the header.
    pub(super) line: u64,
    /// The length of the file.
    pub(super) bytes: u64,
    /// What the user takes each column for; None: by its name.
    pub(super) chosen: Option<Vec<Option<String>>>,
    /// Which comes first in the dates of each column, as the user says it.
    pub(super) days: Vec<Option<DayOrder>>,
    pub(super) watch: Option<Arc<Watch>>,
    rows: Rows,
    /// Rows that were looked at before their turn.
    ahead: VecDeque<Row>,
}

enum Rows {
    Separated(csv::Reader),
    Json(Records),
    Sheet(xlsx::Reader),
    Parquet(Box<parquet::Reader>),
}

impl Source {
    /// Opens a file and reads its headers.
    pub(super) fn open(path: &Path) -> Result<Source, Failure> {
        let shown = path.display().to_string();
        let file = path.file_name().map_or(shown.clone(), |name| name.to_string_lossy().into_owned());
        if parquet::is_parquet(path, &shown)? {
            let reader = parquet::Reader::open(path, &shown)?;
            let headers = reader.headers.clone();
            return Ok(Source::new(file, shown, headers, 1, Rows::Parquet(Box::new(reader)), path));
        }
        if is_json(path) || matches!(csv::first_byte(path, &shown)?, Some(b'{' | b'[')) {
            let records = Records::open(path, &shown)?;
            let headers = records.headers();
            return Ok(Source::new(file, shown, headers, 1, Rows::Json(records), path));
        }
        let mut rows = if xlsx::is_workbook(path, &shown)? {
            Rows::Sheet(xlsx::Reader::open(path, &shown)?)
        } else {
            Rows::Separated(csv::Reader::open(path, shown.clone())?)
        };
        let mut row = Row::default();
        if !rows.next(&mut row)? {
            let message = format!("{shown}: the file is empty; its first line has to name the columns");
            return Err(Failure::new("empty-file", message).with("file", shown));
        }
        let headers = row.cells().map(|cell| cell.trim().to_owned()).collect();
        Ok(Source::new(file, shown, headers, row.line, rows, path))
    }

    fn new(file: String, shown: String, headers: Vec<String>, line: u64, rows: Rows, path: &Path) -> Source {
        let bytes = std::fs::metadata(path).map_or(0, |about| about.len());
        Source {
            file,
            path: shown,
            headers,
            line,
            bytes,
            chosen: None,
            days: Vec::new(),
            watch: None,
            rows,
            ahead: VecDeque::new(),
        }
    }

    /// What the user takes a column for, `Some(None)` where it is left out; None where nothing was said.
    pub(super) fn chosen(&self, index: usize) -> Option<Option<&str>> {
        self.chosen.as_ref().map(|chosen| chosen.get(index).and_then(Option::as_deref))
    }

    /// Reads the next row that has no more cells than there are headers; the others are noted.
    pub(super) fn next(&mut self, row: &mut Row, notes: &mut Vec<Note>) -> Result<bool, Failure> {
        loop {
            match self.ahead.pop_front() {
                Some(next) => *row = next,
                None if !self.rows.next(row)? => return Ok(false),
                None => {}
            }
            if let Some(watch) = &self.watch {
                watch.at(self.rows.passed(self.bytes))?;
            }
            if let Rows::Separated(reader) = &self.rows
                && reader.western_from() == Some(row.line)
            {
                notes.push(self.note(row.line, Reason::Western));
            }
            match self.fault(row) {
                Some(reason) => notes.push(self.note(row.line, reason)),
                None => return Ok(true),
            }
        }
    }

    /// What the dates of a column say about their order, by the first rows from here on. The rows stay to be read.
    pub(super) fn dates(&mut self, index: usize) -> Result<Seen, Failure> {
        while self.ahead.len() < AHEAD {
            let mut row = Row::default();
            if !self.rows.next(&mut row)? {
                break;
            }
            self.ahead.push_back(row);
        }
        let mut seen = Seen::default();
        self.ahead.iter().for_each(|row| seen.look(row.get(index).trim()));
        Ok(seen)
    }

    /// Which comes first in the dates of a column: what the user says, else what the dates say.
    pub(super) fn day_order(&mut self, index: usize) -> Result<Option<DayOrder>, Failure> {
        match self.days.get(index).copied().flatten() {
            Some(order) => Ok(Some(order)),
            None => Ok(self.dates(index)?.order()),
        }
    }

    pub(super) fn note(&self, line: u64, reason: Reason) -> Note {
        Note { file: self.file.clone(), line, reason }
    }

    fn fault(&self, row: &Row) -> Option<Reason> {
        let wanted = self.headers.len();
        if row.no_object {
            return Some(Reason::NoObject);
        }
        if row.cells().skip(wanted).any(|cell| !cell.trim().is_empty()) {
            return Some(Reason::TooManyCells { found: row.len(), wanted });
        }
        row.text().contains('\0').then_some(Reason::Nul)
    }
}

impl Rows {
    fn next(&mut self, row: &mut Row) -> Result<bool, Failure> {
        match self {
            Rows::Separated(reader) => reader.next(row),
            Rows::Json(records) => records.next(row),
            Rows::Sheet(sheet) => sheet.next(row),
            Rows::Parquet(reader) => reader.next(row),
        }
    }

    /// How many of the file's bytes are read; 0 where nobody can tell.
    fn passed(&self, of: u64) -> u64 {
        match self {
            Rows::Separated(reader) => reader.passed,
            Rows::Json(records) => records.at as u64,
            Rows::Sheet(_) => 0,
            Rows::Parquet(reader) => (reader.share() * of as f64) as u64,
        }
    }
}

/// The cells of one row, in one text that is used again for the next row.
#[derive(Default)]
pub(super) struct Row {
    pub(super) bytes: Vec<u8>,
    ends: Vec<usize>,
    text: String,
    /// The line on which the row starts.
    pub(super) line: u64,
    /// A JSON record that is a number, a text or a list.
    pub(super) no_object: bool,
}

impl Row {
    pub(super) fn clear(&mut self, line: u64) {
        if self.bytes.is_empty() {
            self.bytes = std::mem::take(&mut self.text).into_bytes();
        }
        self.bytes.clear();
        self.ends.clear();
        self.line = line;
        self.no_object = false;
    }

    pub(super) fn end_cell(&mut self) {
        self.ends.push(self.bytes.len());
    }

    /// Turns the bytes into the text; an error, and the bytes as they were, where they are not UTF-8.
    pub(super) fn check_text(&mut self) -> Result<(), ()> {
        match String::from_utf8(std::mem::take(&mut self.bytes)) {
            // Half a character at the end of a cell and its other half in the next one make a text only together.
            Ok(text) if self.ends.iter().all(|&end| text.is_char_boundary(end)) => {
                self.text = text;
                Ok(())
            }
            Ok(text) => {
                self.bytes = text.into_bytes();
                Err(())
            }
            Err(error) => {
                self.bytes = error.into_bytes();
                Err(())
            }
        }
    }

    /// Turns the bytes into the text by the code page of Windows for western Europe, in which every byte is a character.
    pub(super) fn check_western(&mut self) {
        let bytes = std::mem::take(&mut self.bytes);
        let mut start = 0;
        self.text.clear();
        for end in &mut self.ends {
            let (cell, _) = encoding_rs::WINDOWS_1252.decode_without_bom_handling(&bytes[start..*end]);
            self.text.push_str(&cell);
            start = std::mem::replace(end, self.text.len());
        }
    }

    pub(super) fn set(&mut self, cells: impl Iterator<Item = impl AsRef<str>>) {
        self.text.clear();
        for cell in cells {
            self.text.push_str(cell.as_ref());
            self.ends.push(self.text.len());
        }
    }

    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The cell with blanks around it; empty where the row is too short.
    pub(super) fn get(&self, index: usize) -> &str {
        let Some(&end) = self.ends.get(index) else { return "" };
        let start = index.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.text[start..end]
    }

    pub(super) fn cells(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).map(|index| self.get(index))
    }

    fn text(&self) -> &str {
        &self.text
    }

    /// Writes each cell that is a number with a decimal comma with a point.
    pub(super) fn numbers_with_comma(&mut self) {
        for index in 0..self.len() {
            if let Some(place) = values::decimal_comma(self.get(index)) {
                let start = index.checked_sub(1).map_or(0, |before| self.ends[before]);
                self.text.replace_range(start + place..start + place + 1, ".");
            }
        }
    }
}

pub(super) fn unreadable(file: &str, error: &io::Error) -> Failure {
    let what = match error.kind() {
        io::ErrorKind::NotFound => "there is no such file; check the path".to_owned(),
        io::ErrorKind::PermissionDenied => "the file may not be read; change its permissions".to_owned(),
        _ => format!("the file cannot be read ({error}); choose another one"),
    };
    Failure::new("unreadable", format!("{file}: {what}")).with("file", file)
}

fn is_json(path: &Path) -> bool {
    let extension = path.extension().map(|extension| extension.to_string_lossy().to_lowercase());
    matches!(extension.as_deref(), Some("json" | "jsonl" | "ndjson"))
}
