//! Rows of a text with separators: RFC 4180 with commas, semicolons or tabs and any line ends. The text is UTF-8, UTF-16
//! by its byte-order mark, or Windows-1252. The reader knows the line on which each row starts and reads as a stream.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;

use encoding_rs_io::{DecodeReaderBytes, DecodeReaderBytesBuilder};

use super::source::{Row, unreadable};
use crate::Failure;

/// A row longer than this is a quotation mark that is never closed, or no table at all.
pub(super) const LONGEST: usize = 16 << 20;

pub(super) struct Reader {
    file: String,
    input: BufReader<Filling<DecodeReaderBytes<File, Vec<u8>>>>,
    encoding: Encoding,
    /// How many bytes of the text are read.
    pub(super) passed: u64,
    pub(super) separator: u8,
    line: u64,
    /// A carriage return ended the last line; a line feed right after it belongs to it.
    after_return: bool,
}

/// How the bytes of a text are read. ASCII is the same in both, so the first other byte decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Encoding {
    Undecided,
    Utf8,
    /// From that line on.
    Windows1252(u64),
}

/// Where in a row the reader stands.
#[derive(Clone, Copy, PartialEq)]
enum At {
    Start,
    Plain,
    Quoted,
    /// Right after a quotation mark inside a quoted cell: it closes the cell, or a second one follows.
    Closing,
}

impl Reader {
    pub(super) fn open(path: &Path, file: String) -> Result<Reader, Failure> {
        let opened = File::open(path).map_err(|error| unreadable(&file, &error))?;
        let decoded = DecodeReaderBytesBuilder::new().utf8_passthru(true).strip_bom(true).build(opened);
        let input = BufReader::with_capacity(1 << 18, Filling(decoded));
        let mut reader = Reader {
            file,
            input,
            encoding: Encoding::Undecided,
            passed: 0,
            separator: b',',
            line: 1,
            after_return: false,
        };
        reader.separator = reader.find_separator()?;
        Ok(reader)
    }

    /// Reads the next row that is not blank; false at the end of the file.
    pub(super) fn next(&mut self, row: &mut Row) -> Result<bool, Failure> {
        loop {
            row.clear(self.line);
            if !self.raw(row)? {
                return Ok(false);
            }
            self.decode(row)?;
            if row.len() > 1 || !row.get(0).trim().is_empty() {
                if self.separator == b';' {
                    row.numbers_with_comma();
                }
                return Ok(true);
            }
        }
    }

    fn raw(&mut self, row: &mut Row) -> Result<bool, Failure> {
        let (mut at, mut opened, mut any) = (At::Start, 0, false);
        loop {
            let buffer = self.input.fill_buf().map_err(|error| unreadable(&self.file, &error))?;
            if buffer.is_empty() {
                if at == At::Quoted {
                    return Err(self.failure("quote-open", opened, QUOTE_OPEN));
                }
                if any {
                    row.end_cell();
                }
                return Ok(any);
            }
            let mut used = 0;
            let mut ended = false;
            while let Some(&byte) = buffer.get(used) {
                used += 1;
                if std::mem::take(&mut self.after_return) && byte == b'\n' {
                    continue;
                }
                any = true;
                if at == At::Quoted {
                    match byte {
                        b'"' => at = At::Closing,
                        _ => {
                            self.line += u64::from(byte == b'\n');
                            row.bytes.push(byte);
                            let rest = &buffer[used..];
                            let run =
                                rest.iter().position(|b| matches!(b, b'"' | b'\n')).unwrap_or(rest.len());
                            row.bytes.extend_from_slice(&rest[..run]);
                            used += run;
                        }
                    }
                    continue;
                }
                match byte {
                    b'"' if at == At::Start => {
                        at = At::Quoted;
                        opened = self.line;
                    }
                    b'"' if at == At::Closing => {
                        row.bytes.push(b'"');
                        at = At::Quoted;
                    }
                    b'\n' | b'\r' => {
                        self.line += 1;
                        self.after_return = byte == b'\r';
                        row.end_cell();
                        ended = true;
                        break;
                    }
                    _ if byte == self.separator => {
                        row.end_cell();
                        at = At::Start;
                    }
                    _ => {
                        row.bytes.push(byte);
                        at = At::Plain;
                        let rest = &buffer[used..];
                        let separator = self.separator;
                        let stop = |b: &u8| *b == separator || matches!(b, b'\n' | b'\r' | b'"');
                        let run = rest.iter().position(stop).unwrap_or(rest.len());
                        row.bytes.extend_from_slice(&rest[..run]);
                        used += run;
                    }
                }
            }
            self.input.consume(used);
            self.passed += used as u64;
            if ended {
                return Ok(true);
            }
            if row.bytes.len() > LONGEST {
                return Err(self.failure("row-too-long", row.line, TOO_LONG));
            }
        }
    }

    /// The line from which on the text was taken for Windows-1252, since it is no UTF-8 there.
    pub(super) fn western_from(&self) -> Option<u64> {
        match self.encoding {
            Encoding::Windows1252(line) => Some(line),
            Encoding::Undecided | Encoding::Utf8 => None,
        }
    }

    fn decode(&mut self, row: &mut Row) -> Result<(), Failure> {
        let ascii = row.bytes.is_ascii();
        match self.encoding {
            Encoding::Windows1252(_) => row.check_western(),
            _ if row.check_text().is_ok() => {
                if !ascii {
                    self.encoding = Encoding::Utf8;
                }
            }
            Encoding::Undecided => {
                self.encoding = Encoding::Windows1252(row.line);
                row.check_western();
            }
            Encoding::Utf8 => return Err(self.failure("not-utf8", row.line, NOT_UTF8)),
        }
        Ok(())
    }

    /// The separator that the header has most often, outside quotation marks; or the one of a first line `sep=;`.
    fn find_separator(&mut self) -> Result<u8, Failure> {
        let buffer = self.input.fill_buf().map_err(|error| unreadable(&self.file, &error))?;
        if let [b's', b'e', b'p', b'=', separator @ (b',' | b';' | b'\t'), b'\r' | b'\n', ..] = *buffer {
            let length = if buffer[5] == b'\r' && buffer.get(6) == Some(&b'\n') { 7 } else { 6 };
            self.input.consume(length);
            self.line += 1;
            return Ok(separator);
        }
        let mut counts = [(b',', 0), (b';', 0), (b'\t', 0)];
        let (mut quoted, mut blank) = (false, true);
        for &byte in buffer {
            match byte {
                b'"' => quoted = !quoted,
                b'\n' | b'\r' if !quoted && !blank => break,
                _ if !quoted => counts.iter_mut().filter(|(s, _)| *s == byte).for_each(|(_, n)| *n += 1),
                _ => {}
            }
            blank &= byte.is_ascii_whitespace();
        }
        let most = counts.iter().map(|&(_, count)| count).max().unwrap_or(0);
        Ok(counts.iter().find(|&&(_, count)| count == most).map_or(b',', |&(separator, _)| separator))
    }

    fn failure(&self, code: &'static str, line: u64, what: &str) -> Failure {
        let message = format!("{}, line {line}: {what}", self.file);
        Failure::new(code, message).with("file", &*self.file).with("line", line.to_string())
    }
}

/// Fills a buffer as far as the text goes. The decoder hands over the bytes in which it has looked for a mark alone, and
/// three bytes of a header don't tell its separator.
struct Filling<R>(R);

impl<R: Read> Read for Filling<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let mut filled = 0;
        while filled < buffer.len() {
            match self.0.read(&mut buffer[filled..]) {
                Ok(0) => break,
                Ok(count) => filled += count,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        Ok(filled)
    }
}

/// The first bytes of a file, for those who have to choose how to read it.
pub(super) fn first_byte(path: &Path, file: &str) -> Result<Option<u8>, Failure> {
    let mut head = Vec::new();
    let read = File::open(path).and_then(|opened| opened.take(4096).read_to_end(&mut head));
    read.map_err(|error| unreadable(file, &error))?;
    let text = head.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&head);
    Ok(text.iter().copied().find(|byte| !byte.is_ascii_whitespace()))
}

const NOT_UTF8: &str =
    "the text is UTF-8 before this row and something else in it; save the file as CSV UTF-8";
const QUOTE_OPEN: &str =
    "a quotation mark opens a cell here and is never closed; close it, or write it twice";
pub(super) const TOO_LONG: &str =
    "the row is longer than 16 MB; close its quotation marks, or choose a table";
