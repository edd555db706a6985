//! Rows of a Parquet file. Its columns are read side by side, a batch of rows at a time, so that the length of the file
//! and of its row groups costs no memory. Nested records become paths with dots, as those of a JSON text do.

mod columns;
mod text;

use std::fs::File;
use std::io::Read;
use std::path::Path;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

use parquet::basic::Compression;
use parquet::column::reader::ColumnReader;
use parquet::errors::ParquetError;
use parquet::file::reader::{FileReader, RowGroupReader, SerializedFileReader};

use self::columns::Column;
use self::text::Cells;
use super::csv::{LONGEST, TOO_LONG};
use super::source::{Row, unreadable};
use crate::Failure;

/// Rows that are read at once, and batches that are read ahead.
const BATCH: usize = 1024;
const AHEAD: usize = 4;
/// So many rows in a row that hold nothing are no table: a few bytes may claim billions of them.
const BLANK: u64 = 1 << 20;
/// Deeply nested records are read by recursion.
const STACK: usize = 64 << 20;

/// The rows come from a thread of their own: they are unpacked while others are taken, and a file that is so wrong that
/// the library gives up ends that thread alone.
pub(super) struct Reader {
    file: String,
    pub(super) headers: Vec<String>,
    /// How many rows there are, by the file's own word.
    rows: u64,
    parts: Receiver<Result<Part, Failure>>,
    batch: Batch,
    /// The next row of the batch.
    next: usize,
    /// How many rows were read.
    line: u64,
    /// How many of the last ones held nothing.
    blank: u64,
    ended: bool,
}

enum Part {
    Opened { headers: Vec<String>, rows: u64 },
    Rows(Batch),
    End,
}

/// Rows one after the other, their cells by column.
#[derive(Default)]
struct Batch {
    rows: usize,
    columns: Vec<Cells>,
}

impl Reader {
    pub(super) fn open(path: &Path, file: &str) -> Result<Reader, Failure> {
        let opened = File::open(path).map_err(|error| unreadable(file, &error))?;
        let (send, parts) = sync_channel(AHEAD);
        let name = file.to_owned();
        let reading = thread::Builder::new().name("parquet".into()).stack_size(STACK).spawn(move || {
            let end = read(opened, &name, &send).map(|()| Part::End);
            // Nobody may be listening any more.
            let _ = send.send(end);
        });
        reading.map_err(|error| unreadable(file, &error))?;
        let mut reader = Reader {
            file: file.to_owned(),
            headers: Vec::new(),
            rows: 0,
            parts,
            batch: Batch::default(),
            next: 0,
            line: 0,
            blank: 0,
            ended: false,
        };
        if let Part::Opened { headers, rows } = reader.part()? {
            (reader.headers, reader.rows) = (headers, rows);
        }
        Ok(reader)
    }

    /// Reads the next row that holds anything; false at the end.
    pub(super) fn next(&mut self, row: &mut Row) -> Result<bool, Failure> {
        loop {
            while self.next == self.batch.rows {
                if self.ended {
                    return Ok(false);
                }
                match self.part()? {
                    Part::Rows(batch) => (self.batch, self.next) = (batch, 0),
                    Part::Opened { .. } | Part::End => self.ended = true,
                }
            }
            let at = self.next;
            self.next += 1;
            self.line += 1;
            if self.batch.columns.iter().all(|cells| cells.get(at).is_empty()) {
                self.blank += 1;
                if self.blank > BLANK {
                    return Err(broken(&self.file, "it claims rows without end that hold nothing"));
                }
                continue;
            }
            self.blank = 0;
            row.clear(self.line);
            row.set(self.batch.columns.iter().map(|cells| cells.get(at)));
            return Ok(true);
        }
    }

    /// Which part of the rows is read, 0 to 1.
    pub(super) fn share(&self) -> f64 {
        if self.rows == 0 { 1.0 } else { (self.line as f64 / self.rows as f64).min(1.0) }
    }

    fn part(&self) -> Result<Part, Failure> {
        // The thread says when it is at the end; where it went without a word, the library met what cannot be.
        self.parts.recv().unwrap_or_else(|_| Err(broken(&self.file, "its parts contradict each other")))
    }
}

/// Sends the file's parts until nobody takes them.
fn read(opened: File, file: &str, send: &SyncSender<Result<Part, Failure>>) -> Result<(), Failure> {
    let wrong = |error: ParquetError| broken(file, &error.to_string());
    let reader = SerializedFileReader::new(opened).map_err(wrong)?;
    let about = reader.metadata().file_metadata();
    let columns = columns::of(about.schema());
    let headers = columns.iter().map(|column| column.path.clone()).collect();
    let rows = u64::try_from(about.num_rows()).unwrap_or(0);
    if send.send(Ok(Part::Opened { headers, rows })).is_err() {
        return Ok(());
    }
    for number in 0..reader.num_row_groups() {
        let group = reader.get_row_group(number).map_err(wrong)?;
        packed(group.as_ref(), file)?;
        let readers = columns.iter().map(|column| group.get_column_reader(column.leaf));
        let mut readers = readers.collect::<Result<Vec<_>, _>>().map_err(wrong)?;
        loop {
            let batch = batch(&columns, &mut readers, file)?;
            if batch.rows == 0 {
                break;
            }
            if send.send(Ok(Part::Rows(batch))).is_err() {
                return Ok(());
            }
        }
    }
    Ok(())
}

fn batch(columns: &[Column], readers: &mut [ColumnReader], file: &str) -> Result<Batch, Failure> {
    let mut batch = Batch::default();
    for (number, (column, reader)) in columns.iter().zip(readers).enumerate() {
        let cells = text::read(column, reader, BATCH).map_err(|error| broken(file, &error.to_string()))?;
        if cells.longest() > LONGEST {
            return Err(Failure::new("row-too-long", format!("{file}: {TOO_LONG}")).with("file", file));
        }
        if number > 0 && cells.len() != batch.rows {
            return Err(broken(file, "its columns are not of one length"));
        }
        batch.rows = cells.len();
        batch.columns.push(cells);
    }
    Ok(batch)
}

/// A failure where the rows are packed in a way that is not read.
fn packed(group: &dyn RowGroupReader, file: &str) -> Result<(), Failure> {
    let mut ways = group.metadata().columns().iter().map(|column| column.compression());
    let read = |way: &Compression| {
        use Compression::{GZIP, SNAPPY, UNCOMPRESSED, ZSTD};
        matches!(way, UNCOMPRESSED | SNAPPY | GZIP(_) | ZSTD(_))
    };
    let Some(other) = ways.find(|way| !read(way)) else { return Ok(()) };
    let other = format!("{other:?}");
    let way = other.split('(').next().unwrap_or_default();
    let message = format!(
        "{file}: the file is packed with {way}, which is not read; write it with snappy, gzip or zstd"
    );
    Err(Failure::new("packed-parquet", message).with("file", file).with("way", way))
}

/// Whether a file is a Parquet file by its first bytes, or calls itself one.
pub(super) fn is_parquet(path: &Path, file: &str) -> Result<bool, Failure> {
    let mut head = Vec::new();
    let read = File::open(path).and_then(|opened| opened.take(4).read_to_end(&mut head));
    read.map_err(|error| unreadable(file, &error))?;
    let called = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("parquet"));
    Ok(called || matches!(&*head, b"PAR1" | b"PARE"))
}

fn broken(file: &str, what: &str) -> Failure {
    // The library says first what kind of error it is.
    let kinds = ["Parquet error: ", "External: ", "EOF: ", "NYI: "];
    let what = kinds.iter().find_map(|kind| what.strip_prefix(kind)).unwrap_or(what);
    let message =
        format!("{file}: the file is damaged, was cut short or is no Parquet file ({what}); write it again");
    Failure::new("broken-parquet", message).with("file", file)
}
