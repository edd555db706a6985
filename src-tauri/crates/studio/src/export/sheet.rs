//! A table of texts as CSV or as a workbook. What a spreadsheet would take for a formula is written so that it is none.

use std::borrow::Cow;
use std::fmt::Display;
use std::io;

use design::groups::Sheet;
use rust_xlsxwriter::{Format, Workbook};

use crate::Failure;
use crate::sample::write::line;

/// UTF-8 with a mark, which spreadsheets need to read accents; or a workbook of one sheet.
pub fn sheet(sheet: &Sheet, workbook: bool) -> Result<Vec<u8>, Failure> {
    if workbook {
        book(sheet).map_err(|error| unwritable(&error))
    } else {
        text(sheet).map_err(|error| unwritable(&error))
    }
}

fn text(sheet: &Sheet) -> io::Result<Vec<u8>> {
    let mut text = Vec::from("\u{feff}");
    for row in std::iter::once(&sheet.headers).chain(&sheet.rows) {
        let cells: Vec<_> = row.iter().map(|cell| harmless(cell)).collect();
        line(&mut text, cells.iter().map(|cell| &**cell))?;
    }
    Ok(text)
}

/// Numbers are written as numbers where that loses nothing; all else is text, which Excel never calculates.
fn book(sheet: &Sheet) -> Result<Vec<u8>, rust_xlsxwriter::XlsxError> {
    let mut book = Workbook::new();
    let bold = Format::new().set_bold();
    let page = book.add_worksheet();
    for (place, header) in (0u16..).zip(&sheet.headers) {
        page.write_string_with_format(0, place, header, &bold)?;
    }
    for (line, row) in (1u32..).zip(&sheet.rows) {
        for (place, cell) in (0u16..).zip(row) {
            match number(cell) {
                Some(number) => page.write_number(line, place, number)?,
                None if cell.is_empty() => continue,
                None => page.write_string(line, place, harmless(cell))?,
            };
        }
    }
    page.set_freeze_panes(1, 0)?;
    book.save_to_buffer()
}

/// A cell that begins as a formula does gets an apostrophe before it, unless it is a plain number.
fn harmless(cell: &str) -> Cow<'_, str> {
    let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    if formula && cell.parse::<f64>().is_err() { Cow::Owned(format!("'{cell}")) } else { Cow::Borrowed(cell) }
}

/// A number that is written as this text: no leading zeros or plus, and not too long to be kept exactly.
fn number(cell: &str) -> Option<f64> {
    let number: f64 = cell.parse().ok().filter(|number: &f64| number.is_finite())?;
    (cell.len() <= 15 && number.to_string() == cell).then_some(number)
}

fn unwritable(error: &dyn Display) -> Failure {
    let message = format!("The file could not be written ({error}); choose CSV, or show fewer rows.");
    Failure::new("not-written", message)
}
