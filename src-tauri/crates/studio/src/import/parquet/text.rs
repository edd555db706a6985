//! Values of a Parquet column as the text of cells: numbers in their shortest form, dates and times by ISO 8601.

use std::fmt::Write as _;

use jiff::civil::{Date, DateTime, Time};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use parquet::column::reader::{ColumnReader, ColumnReaderImpl};
use parquet::data_type::DataType;
use parquet::errors::ParquetError;

use super::columns::{Column, Kind};

/// The cells of one column, one after the other in one text.
#[derive(Default)]
pub(super) struct Cells {
    text: String,
    ends: Vec<usize>,
}

impl Cells {
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    pub(super) fn get(&self, row: usize) -> &str {
        &self.text[self.start(row)..self.ends[row]]
    }

    pub(super) fn longest(&self) -> usize {
        (0..self.len()).map(|row| self.get(row).len()).max().unwrap_or(0)
    }

    fn start(&self, row: usize) -> usize {
        row.checked_sub(1).map_or(0, |before| self.ends[before])
    }

    fn end(&mut self) {
        self.ends.push(self.text.len());
    }

    /// A further value of the cell that is being written.
    fn value(&mut self, write: impl FnOnce(&mut String)) {
        let start = self.start(self.len());
        if self.text.len() > start {
            self.text.push('|');
        }
        write(&mut self.text);
    }
}

/// Reads so many rows at most; fewer at the end of the row group.
pub(super) fn read(column: &Column, reader: &mut ColumnReader, most: usize) -> Result<Cells, ParquetError> {
    let kind = column.kind;
    match reader {
        ColumnReader::BoolColumnReader(reader) => {
            cells(column, reader, most, |value, text| show(text, value))
        }
        ColumnReader::Int32ColumnReader(reader) => cells(column, reader, most, |&value, text| {
            if kind == Kind::Unsigned { show(text, value as u32) } else { whole(text, kind, value.into()) }
        }),
        ColumnReader::Int64ColumnReader(reader) => cells(column, reader, most, |&value, text| {
            if kind == Kind::Unsigned { show(text, value as u64) } else { whole(text, kind, value) }
        }),
        ColumnReader::Int96ColumnReader(reader) => {
            cells(column, reader, most, |value, text| whole(text, kind, value.to_nanos()))
        }
        ColumnReader::FloatColumnReader(reader) => cells(column, reader, most, |value, text| {
            if value.is_finite() {
                show(text, value);
            }
        }),
        ColumnReader::DoubleColumnReader(reader) => cells(column, reader, most, |value, text| {
            if value.is_finite() {
                show(text, value);
            }
        }),
        ColumnReader::ByteArrayColumnReader(reader) => {
            cells(column, reader, most, |value, text| bytes(text, kind, value.data()))
        }
        ColumnReader::FixedLenByteArrayColumnReader(reader) => {
            cells(column, reader, most, |value, text| bytes(text, kind, value.data()))
        }
    }
}

/// Puts values back into their rows: a value is there where its level is the column's.
fn cells<T: DataType>(
    column: &Column,
    reader: &mut ColumnReaderImpl<T>,
    most: usize,
    write: impl Fn(&T::T, &mut String),
) -> Result<Cells, ParquetError> {
    let (mut defined, mut repeated, mut values) = (Vec::new(), Vec::new(), Vec::new());
    let mut rows = 0;
    while rows < most {
        let (read, _, levels) =
            reader.read_records(most - rows, Some(&mut defined), Some(&mut repeated), &mut values)?;
        if read == 0 && levels == 0 {
            break;
        }
        rows += read;
    }
    let mut cells = Cells::default();
    let mut values = values.iter();
    let mut first = true;
    let levels = if column.present == 0 { rows } else { defined.len() };
    for level in 0..levels {
        // Level 0 of repetition begins a row, 1 the next item of the outermost list.
        let repeats = if column.listed { repeated.get(level).copied().unwrap_or(0) } else { 0 };
        if repeats == 0 && level > 0 {
            cells.end();
        }
        first = repeats == 0 || (first && repeats > 1);
        let there = defined.get(level).is_none_or(|&level| level == column.present);
        let Some(value) = there.then(|| values.next()).flatten() else { continue };
        if first || !column.first {
            cells.value(|text| write(value, text));
        }
    }
    if levels > 0 {
        cells.end();
    }
    Ok(cells)
}

fn show(text: &mut String, value: impl std::fmt::Display) {
    // Writing to a text cannot fail.
    let _ = write!(text, "{value}");
}

/// A whole number by what it means; nothing where no calendar has the date.
fn whole(text: &mut String, kind: Kind, value: i64) {
    match kind {
        Kind::Date => {
            let days = value.checked_mul(24).and_then(SignedDuration::try_from_hours);
            if let Some(day) = days.and_then(|days| Date::constant(1970, 1, 1).checked_add(days).ok()) {
                show(text, day);
            }
        }
        Kind::Timestamp { parts, zoned } => {
            let Ok(at) = Timestamp::from_nanosecond(i128::from(value) * i128::from(1_000_000_000 / parts))
            else {
                return;
            };
            if zoned {
                show(text, at);
            } else {
                let local: DateTime = TimeZone::UTC.to_datetime(at);
                show(text, local);
            }
        }
        Kind::Time { parts } => {
            let nanos = value.checked_mul(1_000_000_000 / parts).map(SignedDuration::from_nanos);
            if let Some(at) = nanos.and_then(|nanos| Time::midnight().checked_add(nanos).ok()) {
                show(text, at);
            }
        }
        Kind::Decimal { scale } => decimal(text, value.into(), scale),
        Kind::Plain | Kind::Unsigned | Kind::Uuid => show(text, value),
    }
}

/// Bytes by what they mean; nothing where they are no text.
fn bytes(text: &mut String, kind: Kind, bytes: &[u8]) {
    match (kind, bytes) {
        (Kind::Decimal { scale }, [first, ..]) => {
            // Big-endian, and the bytes before the digits repeat the sign.
            let sign = if *first >= 0x80 { 0xff } else { 0 };
            let digits = bytes.iter().position(|byte| *byte != sign).unwrap_or(bytes.len());
            if bytes.len() - digits < 16 {
                let start = if sign == 0 { 0 } else { -1 };
                let number =
                    bytes[digits..].iter().fold(start, |number, &byte| (number << 8) | i128::from(byte));
                decimal(text, number, scale);
            }
        }
        (Kind::Decimal { .. }, []) => {}
        (Kind::Uuid, _) => {
            for (place, byte) in bytes.iter().enumerate() {
                let hyphen = if matches!(place, 4 | 6 | 8 | 10) { "-" } else { "" };
                let _ = write!(text, "{hyphen}{byte:02x}");
            }
        }
        _ => text.push_str(std::str::from_utf8(bytes).unwrap_or_default()),
    }
}

/// A number with so many digits after the point, without zeros at its end.
fn decimal(text: &mut String, number: i128, scale: u32) {
    let digits = format!("{:0>1$}", number.unsigned_abs(), scale as usize + 1);
    let (whole, fraction) = digits.split_at(digits.len() - scale as usize);
    let sign = if number < 0 { "-" } else { "" };
    let fraction = fraction.trim_end_matches('0');
    let point = if fraction.is_empty() { "" } else { "." };
    let _ = write!(text, "{sign}{whole}{point}{fraction}");
}
