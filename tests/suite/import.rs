//! Tables as users have them. Each file of `tests/tables` holds the files of one folder and what becomes of them;
//! `\r`, `\t`, `\0`, `\xNN` and `\u{…}` stand for what an editor would hide; a Parquet file is named, and lies in
//! `tests/parquet`. With UPDATE set, what becomes of them is written anew.

#![allow(clippy::unwrap_used)]

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use design::tables::{Table, Tables};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use studio::import::{Imported, folder};

#[test]
fn tables_become_what_is_expected() {
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("tables");
    let mut cases: Vec<_> = fs::read_dir(cases).unwrap().map(|entry| entry.unwrap().path()).collect();
    cases.sort();
    assert!(cases.len() > 30);
    let wrong: Vec<_> = cases.iter().filter_map(|case| check(case)).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// None if the case is as expected.
fn check(case: &Path) -> Option<String> {
    let text = fs::read_to_string(case).unwrap();
    let (given, expected) = text.split_once("--- expected\n").unwrap();
    let dir = tempfile::tempdir().unwrap();
    for file in given.split("--- ").skip(1) {
        let (name, content) = file.split_once('\n').unwrap();
        let path = dir.path().join(name);
        match path.extension().and_then(|ending| ending.to_str()) {
            Some("xlsx") => workbook(content, &path),
            Some("parquet") => {
                let parquet = Path::new(env!("CARGO_MANIFEST_DIR")).join("parquet").join(content.trim());
                fs::copy(parquet, path).unwrap();
            }
            _ => fs::write(path, bytes(content)).unwrap(),
        }
    }
    let found = match folder(dir.path()) {
        Ok(imported) => shown(&imported),
        Err(failure) => {
            let sentence = failure.message.replace(&dir.path().display().to_string(), "DIR");
            assert!(!sentence.contains('\n'));
            format!("refused, {}: {sentence}\n", failure.code)
        }
    };
    if std::env::var_os("UPDATE").is_some() {
        fs::write(case, format!("{given}--- expected\n{found}")).unwrap();
        return None;
    }
    (found != expected).then(|| format!("{}:\n{found}instead of\n{expected}", case.display()))
}

fn shown(imported: &Imported) -> String {
    let Imported { tables, notes, matched } = imported;
    let mut text = String::new();
    for note in notes {
        writeln!(text, "note: {note}").unwrap();
    }
    for found in matched {
        let attribute = found.attribute.as_deref().unwrap_or("(left out)");
        writeln!(text, "{}: {} → {attribute}", found.file, found.header).unwrap();
    }
    text + &records(tables)
}

/// The records, a line each.
pub(crate) fn records(tables: &Tables) -> String {
    let mut text = String::new();
    for row in 0..tables.accounts.rows() {
        writeln!(text, "account{}", cells(&tables.accounts, row)).unwrap();
    }
    let key = |account: u32| tables.accounts.cell("accountKey.sourceKey", account as usize).unwrap();
    for (row, &account) in tables.account_of.iter().enumerate() {
        writeln!(text, "person of {}{}", key(account), cells(&tables.people, row)).unwrap();
    }
    for activity in &tables.activities {
        writeln!(
            text,
            "activity of person {}: {} {} {:?}",
            activity.person, activity.timestamp, activity.event_type, activity.fields
        )
        .unwrap();
    }
    for member in &tables.members {
        writeln!(text, "{member:?}").unwrap();
    }
    text
}

fn cells(table: &Table, row: usize) -> String {
    let cells = table.names().filter_map(|name| Some(format!(" [{name}: {}]", table.cell(name, row)?)));
    cells.collect()
}

/// Writes a workbook: a line for each row with `|` between cells; numbers, truths and dates as Excel keeps them, and a
/// line `@name` for each further sheet.
fn workbook(content: &str, path: &Path) {
    let mut book = Workbook::new();
    let date = Format::new().set_num_format("yyyy-mm-dd hh:mm");
    let mut sheet = book.add_worksheet();
    let mut row = 0;
    for line in content.lines() {
        if let Some(name) = line.strip_prefix('@') {
            sheet = book.add_worksheet().set_name(name).unwrap();
            row = 0;
            continue;
        }
        for (column, cell) in (0u16..).zip(line.split('|')) {
            let done = if let Ok(number) = cell.parse::<f64>() {
                sheet.write_number(row, column, number)
            } else if let Ok(truth) = cell.parse::<bool>() {
                sheet.write_boolean(row, column, truth)
            } else if let Ok(at) = ExcelDateTime::parse_from_str(cell) {
                sheet.write_datetime_with_format(row, column, &at, &date)
            } else {
                sheet.write_string(row, column, cell)
            };
            done.unwrap();
        }
        row += 1;
    }
    book.save(path).unwrap();
}

/// The text with its escapes as bytes.
pub(crate) fn bytes(text: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('\\') {
        bytes.extend_from_slice(before.as_bytes());
        let (byte, taken) = match after.as_bytes()[0] {
            b'r' => (vec![b'\r'], 1),
            b't' => (vec![b'\t'], 1),
            b'0' => (vec![0], 1),
            b'x' => (vec![u8::from_str_radix(&after[1..3], 16).unwrap()], 3),
            b'u' => {
                let end = after.find('}').unwrap();
                let code = u32::from_str_radix(&after[2..end], 16).unwrap();
                (char::from_u32(code).unwrap().to_string().into_bytes(), end + 1)
            }
            other => panic!("no escape: {}", char::from(other)),
        };
        bytes.extend(byte);
        rest = &after[taken..];
    }
    bytes.extend_from_slice(rest.as_bytes());
    bytes
}

const PEOPLE: &str = "Id,AccountId,Email\n";

fn import(accounts: &str, people: &str) -> Result<Imported, studio::Failure> {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("accounts.csv"), accounts).unwrap();
    fs::write(dir.path().join("people.csv"), people).unwrap();
    folder(dir.path())
}

#[test]
fn a_row_without_end_is_refused_and_a_long_one_is_not() {
    let open = format!("Id,Name\nA1,\"{}", "x,\n".repeat(7_000_000));
    let failure = import(&open, PEOPLE).unwrap_err();
    assert_eq!(failure.code, "row-too-long");
    assert!(failure.message.contains("accounts.csv, line 2:"), "{failure}");
    let long = format!("Id,Name,Text\nA1,Velmarin,\"{}\"\n", "x".repeat(3_000_000));
    let imported = import(&long, PEOPLE).unwrap();
    assert_eq!(imported.tables.accounts.cell("custom.Text", 0).unwrap().len(), 3_000_000);
}

/// Sentences, and no minutes of waiting or gigabytes of memory.
#[test]
fn lines_of_a_hundred_megabytes_and_ten_thousand_columns_are_told() {
    let line = format!("Id,Name\nA1,{}\n", "x".repeat(100 << 20));
    let failure = import(&line, PEOPLE).unwrap_err();
    assert_eq!(failure.code, "row-too-long");
    assert!(failure.message.contains("line 2"), "{failure}");
    let header = format!("{}\n", "Id,Name,".repeat(13 << 20));
    assert_eq!(import(&header, PEOPLE).unwrap_err().code, "row-too-long");

    let headers: String = (1..=10_000).map(|number| format!(",own {number}")).collect();
    let cells: String = (1..=10_000).map(|number| format!(",{number}")).collect();
    let imported = import(&format!("Id,Name{headers}\nA1,Velmarin{cells}\n"), PEOPLE).unwrap();
    assert_eq!(imported.tables.accounts.cell("custom.own 100", 0), Some("100"));
    assert_eq!(imported.tables.accounts.cell("custom.own 101", 0), None);
    assert!(imported.notes.len() < 10, "{}", imported.notes.len());
    let last = imported.notes.last().unwrap().to_string();
    assert!(last.contains("9897 further columns"), "{last}");
}

#[test]
fn names_are_long_and_custom_attributes_many_up_to_a_bound() {
    let accounts = format!("Id,Name\nA1,{}\nA2,{}\n", "ñ".repeat(255), "n".repeat(256));
    let imported = import(&accounts, PEOPLE).unwrap();
    assert_eq!(imported.tables.accounts.rows(), 1);
    assert!(imported.notes[0].to_string().starts_with("accounts.csv, line 3: the name has 256 characters"));

    let headers: String = (1..=103).map(|number| format!(",own {number}")).collect();
    let imported = import(&format!("Id,Name{headers}\n"), PEOPLE).unwrap();
    assert_eq!(imported.tables.accounts.names().filter(|name| name.starts_with("custom.")).count(), 100);
    assert_eq!(imported.notes.len(), 3);
}

#[test]
fn rows_are_read_alike_wherever_the_buffer_ends() {
    let mut accounts = String::from("Id,Name,Note\r\n");
    for number in 0..40_000 {
        accounts.push_str(&format!("A{number},\"Ñandú \"\"{number}\"\"\",\"a\r\nb\"\r\n"));
    }
    let imported = import(&accounts, PEOPLE).unwrap();
    assert!(imported.notes.is_empty());
    assert_eq!(imported.tables.accounts.rows(), 40_000);
    for row in [0, 9_999, 39_999] {
        assert_eq!(imported.tables.accounts.cell("accountName", row), Some(&*format!("Ñandú \"{row}\"")));
        assert_eq!(imported.tables.accounts.cell("custom.Note", row), Some("a\r\nb"));
    }
}

#[test]
fn a_folder_that_is_not_there_is_refused() {
    let failure = folder(Path::new("/nowhere/at/all")).unwrap_err();
    let sentence = "/nowhere/at/all: there is no such folder; name the folder of accounts.csv and people.csv";
    assert_eq!(failure.message, sentence);
}
