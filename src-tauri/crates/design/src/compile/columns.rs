//! The columns that a run reads, each with its dictionary, and the tests of their codes.

use std::cell::OnceCell;
use std::sync::Arc;

use indexmap::{IndexMap, IndexSet};
use rayon::prelude::*;
use simulator::codes::Codes;
use simulator::population::Code;
use simulator::program::Test;

use super::ColumnOrigin;
use crate::compare::{Meets, number};
use crate::condition::{Operand, Operator};
use crate::tables::{Column, Table};

/// The columns of accounts, or those of people.
pub(super) struct Columns<'a> {
    table: &'a Table,
    uses: IndexMap<String, Use<'a>>,
}

#[derive(Default)]
struct Use<'a> {
    source: Option<&'a Column>,
    /// Codes of every row where the column is made and not read.
    made: Option<Arc<Codes>>,
    added: IndexSet<String>,
    /// By code, the number that the text is: read once, however many tests compare it.
    numbers: OnceCell<Vec<Option<f64>>>,
}

/// Texts that are looked at by one thread at least: fewer are not worth waking another.
const LEAST: usize = 2_048;

impl<'a> Use<'a> {
    /// How many codes there are, that of a missing cell included.
    fn distinct(&self) -> usize {
        self.source.map_or(1, Column::distinct) + self.added.len()
    }

    fn text(&self, code: Code) -> Option<&str> {
        let known = self.source.map_or(1, Column::distinct);
        match (code as usize).checked_sub(known) {
            Some(added) => self.added.get_index(added).map(String::as_str),
            None => self.source.and_then(|source| source.text(code)),
        }
    }

    /// By code, what `of` says of its text, on the threads of the present pool.
    fn by_code<T: Send>(&self, of: impl Fn(Option<&str>) -> T + Sync) -> Vec<T> {
        let (source, added) = (self.source, &self.added);
        let known = source.map_or(1, Column::distinct);
        let codes = (0..known).into_par_iter().with_min_len(LEAST);
        let mut all: Vec<T> =
            codes.map(|code| of(source.and_then(|source| source.text(code as Code)))).collect();
        all.extend(added.iter().map(|text| of(Some(text))));
        all
    }

    fn numbers(&self) -> &[Option<f64>] {
        self.numbers.get_or_init(|| self.by_code(|text| text.and_then(number)))
    }
}

impl<'a> Columns<'a> {
    pub(super) fn new(table: &'a Table) -> Columns<'a> {
        Columns { table, uses: IndexMap::new() }
    }

    /// The number of an attribute's column; the attribute is named without `account.` or `person.`.
    pub(super) fn number(&mut self, attribute: &str) -> u16 {
        if let Some(index) = self.uses.get_index_of(attribute) {
            return index as u16;
        }
        let source = self.table.column(attribute);
        self.uses.insert(attribute.to_owned(), Use { source, ..Use::default() });
        self.uses.len() as u16 - 1
    }

    /// A column of codes that no table has, such as the membership of a list: 0 no, 1 yes.
    pub(super) fn made(&mut self, name: &str, codes: impl FnOnce() -> Codes) -> u16 {
        if let Some(index) = self.uses.get_index_of(name) {
            return index as u16;
        }
        let added = IndexSet::from(["1".to_owned()]);
        let made = Some(Arc::new(codes()));
        self.uses.insert(name.to_owned(), Use { made, added, ..Use::default() });
        self.uses.len() as u16 - 1
    }

    /// The code of a text in a column; a text that no row has gets one.
    pub(super) fn code(&mut self, column: u16, text: &str) -> Code {
        let text = text.trim();
        if text.is_empty() {
            return 0;
        }
        let of = &mut self.uses[usize::from(column)];
        if let Some(source) = of.source
            && let Some(code) = source.find(text)
        {
            return code;
        }
        let first = of.source.map_or(1, Column::distinct);
        of.numbers.take();
        (first + of.added.insert_full(text.to_owned()).0) as Code
    }

    fn of(&self, column: u16) -> &Use<'a> {
        &self.uses[usize::from(column)]
    }

    /// By code, whether an attribute's text meets an operator.
    pub(super) fn test(&self, column: u16, op: Operator, operand: Option<&Operand>) -> Test {
        let (of, meets) = (self.of(column), Meets::new(op, operand));
        let met = match meets.of_numbers() {
            Some(holds) => of.numbers().iter().map(|&number| holds(number)).collect(),
            None => of.by_code(|text| meets.holds(text)),
        };
        Test { column, met }
    }

    /// By code, whether a text meets a rule of the product's own.
    pub(super) fn test_by(&self, column: u16, rule: impl Fn(Option<&str>) -> bool + Sync) -> Test {
        Test { column, met: self.of(column).by_code(rule) }
    }

    /// By code, the number that the text is, else 0.
    pub(super) fn numbers(&self, column: u16) -> Vec<f64> {
        self.of(column).numbers().iter().map(|number| number.unwrap_or(0.0)).collect()
    }

    /// Whether no two rows of the table hold the same text.
    pub(super) fn differs(&self, column: u16) -> bool {
        self.of(column).source.is_none_or(|source| {
            let codes = source.codes();
            let given = (0..codes.len()).into_par_iter().with_min_len(1 << 16);
            given.filter(|&row| codes.at(row) != 0).count() + 1 == source.distinct()
        })
    }

    /// By code, which text it is apart from case; empty where case tells no two texts apart.
    pub(super) fn apart_from_case(&self, column: u16) -> Vec<u32> {
        let cased = |text: &str| {
            if text.is_ascii() {
                // All bytes are looked at, many at once, which is faster than to look for the first.
                text.bytes().fold(false, |any, b| any | b.is_ascii_uppercase())
            } else {
                text.chars().any(char::is_uppercase)
            }
        };
        let of = self.of(column);
        let cased_ones = of.by_code(|text| text.is_some_and(cased));
        let mut first: IndexMap<String, u32> = IndexMap::new();
        for (code, _) in cased_ones.iter().enumerate().filter(|(_, cased)| **cased) {
            if let Some(text) = of.text(code as Code) {
                first.entry(text.to_lowercase()).or_insert(code as u32);
            }
        }
        if first.is_empty() {
            return Vec::new();
        }
        let same = |code: usize| {
            let known = of.text(code as Code).and_then(|text| {
                if cased_ones[code] { first.get(&text.to_lowercase()) } else { first.get(text) }
            });
            known.copied().unwrap_or(code as u32)
        };
        (0..of.distinct()).map(same).collect()
    }

    /// The codes of all rows in the order given; without an order in that of the table, whose own they then are.
    pub(super) fn codes(&self, rows: usize, order: Option<&[u32]>) -> Vec<Arc<Codes>> {
        let of = |column: &Use<'_>| {
            let codes = column.source.map(Column::codes).or(column.made.as_ref());
            match (codes, order) {
                (Some(codes), Some(order)) => {
                    Arc::new(order.iter().map(|&row| codes.at(row as usize)).collect())
                }
                (Some(codes), None) => Arc::clone(codes),
                (None, _) => Arc::new(Codes::missing(rows)),
            }
        };
        self.uses.values().map(of).collect()
    }

    pub(super) fn origins(&self) -> Vec<ColumnOrigin> {
        let origin = |(attribute, of): (&String, &Use<'_>)| ColumnOrigin {
            attribute: attribute.clone(),
            first_added: of.source.map_or(1, Column::distinct) as u32,
            added: of.added.iter().cloned().collect(),
        };
        self.uses.iter().map(origin).collect()
    }
}
