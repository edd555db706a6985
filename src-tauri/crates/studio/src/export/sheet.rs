//! A table of texts as CSV, as a workbook, or for the clipboard. What a spreadsheet would take for a formula is written so that it is none.

use std::borrow::Cow;
use std::fmt::Display;
use std::io;

use design::groups::Sheet;
use rust_xlsxwriter::{Format, Workbook};
use serde::Deserialize;
use ts_rs::TS;

use crate::Failure;
use crate::sample::write::line;

/// The form of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum SheetForm {
    /// UTF-8 with a mark, which spreadsheets need to read accents.
    Csv,
    /// Cells parted by tabs: what spreadsheets take from the clipboard.
    Tsv,
    /// A workbook of one sheet.
    Xlsx,
}

impl SheetForm {
    pub fn ending(self) -> &'static str {
        match self {
            SheetForm::Csv => "csv",
            SheetForm::Tsv => "tsv",
            SheetForm::Xlsx => "xlsx",
        }
    }

    pub fn media_type(self) -> &'static str {
        match self {
            SheetForm::Csv => "text/csv",
            SheetForm::Tsv => "text/tab-separated-values",
            SheetForm::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        }
    }
}

pub fn sheet(sheet: &Sheet, form: SheetForm) -> Result<Vec<u8>, Failure> {
    match form {
        SheetForm::Csv => text(sheet).map_err(|error| unwritable(&error)),
        SheetForm::Tsv => Ok(tabbed(sheet).into_bytes()),
        SheetForm::Xlsx => book(sheet).map_err(|error| unwritable(&error)),
    }
}

fn text(sheet: &Sheet) -> io::Result<Vec<u8>> {
    let mut text = Vec::from("\u{feff}");
    for row in lines(sheet) {
        let cells: Vec<_> = row.iter().map(|cell| harmless(cell)).collect();
        line(&mut text, cells.iter().map(|cell| &**cell))?;
    }
    Ok(text)
}

/// A cell holds no tab and no line of its own.
fn tabbed(sheet: &Sheet) -> String {
    let cell = |cell: &String| harmless(cell).replace(['\t', '\r', '\n'], " ");
    lines(sheet).map(|row| row.iter().map(cell).collect::<Vec<_>>().join("\t") + "\n").collect()
}

/// The headers, then the rows.
fn lines(sheet: &Sheet) -> impl Iterator<Item = &Vec<String>> {
    std::iter::once(&sheet.headers).chain(&sheet.rows)
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
