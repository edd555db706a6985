//! Columns of texts, of which edited copies share what they have in common.

use std::sync::Arc;

use simulator::codes::Codes;

use super::Texts;
use super::packed::Packed;

/// A column of texts, each distinct text kept once. Code 0 stands for a missing cell. A copy costs nothing, and a copy
/// in which a cell is edited costs no more than its codes.
#[derive(Debug, Clone)]
pub struct Column {
    /// Shared with the populations of runs.
    pub(super) codes: Arc<Codes>,
    texts: Arc<Packed>,
    /// What edits by hand have added: its numbers go on after those of `texts`.
    added: Arc<Packed>,
}

/// So many texts may be added before they are packed with the others.
const ADDED: usize = 1 << 12;

impl Column {
    /// A column without a text in any of so many rows.
    pub(super) fn missing(rows: usize) -> Column {
        Column::new(Codes::missing(rows), Packed::default())
    }

    fn new(codes: Codes, texts: Packed) -> Column {
        Column { codes: Arc::new(codes), texts: Arc::new(texts), added: Arc::default() }
    }

    /// Other rows of the same texts.
    pub(super) fn with_codes(&self, codes: Codes) -> Column {
        Column { codes: Arc::new(codes), ..self.clone() }
    }

    /// A column of texts that were numbered while it was read.
    pub(super) fn of(codes: Codes, texts: Texts) -> Column {
        let (bytes, ends) = texts.into_parts();
        Column::new(codes, Packed::new(bytes, ends))
    }

    pub fn len(&self) -> usize {
        self.codes.len()
    }

    pub fn is_empty(&self) -> bool {
        self.codes.is_empty()
    }

    pub fn get(&self, row: usize) -> Option<&str> {
        self.codes.get(row).and_then(|code| self.text(code))
    }

    /// The code of each row.
    pub fn codes(&self) -> &Arc<Codes> {
        &self.codes
    }

    /// How many codes there are, the one of missing cells included.
    pub fn distinct(&self) -> usize {
        self.texts.len() + self.added.len() - 1
    }

    /// The text of a code; None for 0.
    pub fn text(&self, code: u32) -> Option<&str> {
        let code = code as usize;
        match code.checked_sub(self.texts.len()) {
            None => self.texts.get(code),
            Some(further) => self.added.get(further + 1),
        }
    }

    /// The code of a text; None where the column never held it.
    pub fn find(&self, text: &str) -> Option<u32> {
        let further = || Some(self.added.find(text)? + self.texts.len() - 1);
        self.texts.find(text).or_else(further).map(|code| code as u32)
    }

    /// The first row with a text.
    pub fn row_of(&self, text: &str) -> Option<usize> {
        let code = self.find(text)?;
        match &*self.codes {
            Codes::Own(rows) => (code as usize).checked_sub(1).filter(|row| row < rows),
            codes => codes.iter().position(|other| other == code),
        }
    }

    /// The code of a text, a new one where the column has none.
    pub(super) fn code(&mut self, text: &str) -> u32 {
        let text = text.trim();
        if text.is_empty() {
            return 0;
        }
        self.find(text).unwrap_or_else(|| {
            if self.added.len() > ADDED {
                self.pack();
            }
            let further = Arc::make_mut(&mut self.added).push(text);
            (self.texts.len() - 1 + further) as u32
        })
    }

    /// Puts what was added with the other texts; all codes stay.
    fn pack(&mut self) {
        let texts = Arc::make_mut(&mut self.texts);
        for text in (1..self.added.len()).filter_map(|number| self.added.get(number)) {
            texts.push(text);
        }
        self.added = Arc::default();
    }
}

/// Fills a column row by row. Blanks around a value are cut; an empty cell is missing.
#[derive(Debug, Default)]
pub struct ColumnBuilder {
    codes: Codes,
    texts: Texts,
}

impl ColumnBuilder {
    pub fn push(&mut self, cell: &str) {
        let cell = cell.trim();
        self.codes.push(if cell.is_empty() { 0 } else { self.texts.number(cell) });
    }

    pub fn finish(mut self) -> Column {
        self.codes.shrink_to_fit();
        Column::of(self.codes, self.texts)
    }
}

/// A column in which no text occurs twice and none is missing, such as one of keys.
impl From<Texts> for Column {
    fn from(texts: Texts) -> Column {
        Column::of(Codes::Own(texts.len() - 1), texts)
    }
}

impl<'a> FromIterator<&'a str> for Column {
    fn from_iter<I: IntoIterator<Item = &'a str>>(cells: I) -> Column {
        let mut builder = ColumnBuilder::default();
        cells.into_iter().for_each(|cell| builder.push(cell));
        builder.finish()
    }
}

#[cfg(test)]
mod tests {
    use super::Column;

    /// Texts that edits add keep their codes when they are packed, and copies don't see each other's.
    #[test]
    fn added_texts_are_found_by_their_codes() {
        let mut column: Column = ["a", "b", "a"].into_iter().collect();
        let before = column.clone();
        let codes: Vec<u32> = (0..4_200).map(|number| column.code(&format!("text {number}"))).collect();
        for (number, &code) in codes.iter().enumerate().step_by(7) {
            let text = format!("text {number}");
            assert_eq!(column.text(code), Some(&*text));
            assert_eq!(column.find(&text), Some(code));
        }
        assert_eq!((column.code("b"), column.code(" "), column.distinct()), (2, 0, 4_203));
        assert_eq!((before.distinct(), before.find("text 7"), before.row_of("b")), (3, None, Some(1)));
    }
}
