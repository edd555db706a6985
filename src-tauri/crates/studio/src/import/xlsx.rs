//! Rows of the first sheet of an Excel workbook that holds anything. Cells are read one after the other: a sheet with a
//! single cell far away costs no more than its cells.

use std::fs::File;
use std::io::{BufReader, Read};
use std::path::Path;
use std::sync::mpsc::{Receiver, sync_channel};
use std::thread;

use calamine::{DataRef, Reader as _, Xlsx, XlsxError};

use super::source::{Row, unreadable};
use crate::Failure;

/// The most columns that a row may have: what Excel itself can show.
const COLUMNS: u32 = 16_384;
/// Rows that are read ahead.
const AHEAD: usize = 4096;

/// The rows come from a thread of their own, since the library lends a sheet's cells only while it holds the workbook.
pub(super) struct Reader {
    file: String,
    rows: Receiver<Result<SheetRow, XlsxError>>,
}

struct SheetRow {
    /// Its number in the sheet, from 1.
    line: u64,
    cells: Vec<String>,
}

impl Reader {
    pub(super) fn open(path: &Path, file: &str) -> Result<Reader, Failure> {
        let opened = File::open(path).map_err(|error| unreadable(file, &error))?;
        let mut book = Xlsx::new(BufReader::new(opened)).map_err(|error| broken(file, &error))?;
        let (send, rows) = sync_channel(AHEAD);
        let reading = thread::Builder::new().name("sheet".into()).spawn(move || {
            for sheet in book.sheet_names() {
                match read(&mut book, &sheet, |row| send.send(Ok(row)).is_ok()) {
                    Ok(false) => {}
                    Ok(true) => return,
                    Err(error) => {
                        // Nobody may be listening any more.
                        let _ = send.send(Err(error));
                        return;
                    }
                }
            }
        });
        reading.map_err(|error| unreadable(file, &error))?;
        Ok(Reader { file: file.to_owned(), rows })
    }

    /// Reads the next row that is not blank; false at the end of the sheet.
    pub(super) fn next(&mut self, row: &mut Row) -> Result<bool, Failure> {
        match self.rows.recv() {
            Err(_) => Ok(false),
            Ok(Err(error)) => Err(broken(&self.file, &error)),
            Ok(Ok(SheetRow { line, cells })) => {
                row.clear(line);
                row.set(cells.into_iter());
                Ok(true)
            }
        }
    }
}

/// Hands a sheet's rows on until nobody takes them; whether there was any.
fn read(
    book: &mut Xlsx<BufReader<File>>,
    sheet: &str,
    mut take: impl FnMut(SheetRow) -> bool,
) -> Result<bool, XlsxError> {
    let mut cells = book.worksheet_cells_reader(sheet)?;
    let mut row = SheetRow { line: 0, cells: Vec::new() };
    let mut any = false;
    while let Some(cell) = cells.next_cell()? {
        let (line, column) = cell.get_position();
        let text = text(cell.get_value());
        if text.is_empty() || column >= COLUMNS {
            continue;
        }
        any = true;
        let line = u64::from(line) + 1;
        if line != row.line {
            let full = std::mem::replace(&mut row, SheetRow { line, cells: Vec::new() });
            if full.line > 0 && !take(full) {
                return Ok(true);
            }
        }
        row.cells.resize((column as usize + 1).max(row.cells.len()), String::new());
        row.cells[column as usize] = text;
    }
    if row.line > 0 {
        take(row);
    }
    Ok(any)
}

/// A cell as a table of text would hold it: numbers in their shortest form, dates by ISO 8601.
fn text(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Empty | DataRef::Error(_) => String::new(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::String(text) => text.trim().to_owned(),
        DataRef::SharedString(text) => text.trim().to_owned(),
        DataRef::Bool(value) => value.to_string(),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::DateTime(at) => {
            let (year, month, day, hour, minute, second, _) = at.to_ymd_hms_milli();
            match (hour, minute, second) {
                (0, 0, 0) => format!("{year:04}-{month:02}-{day:02}"),
                _ => format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}"),
            }
        }
    }
}

/// Whether a file is an archive, as workbooks are, whatever it is called.
pub(super) fn is_workbook(path: &Path, file: &str) -> Result<bool, Failure> {
    let mut head = Vec::new();
    let read = File::open(path).and_then(|opened| opened.take(4).read_to_end(&mut head));
    read.map_err(|error| unreadable(file, &error))?;
    Ok(head == *b"PK\x03\x04")
}

fn broken(file: &str, error: &XlsxError) -> Failure {
    let message =
        format!("{file}: the workbook is damaged or no Excel file ({error}); save it again as .xlsx");
    Failure::new("broken-workbook", message).with("file", file)
}
