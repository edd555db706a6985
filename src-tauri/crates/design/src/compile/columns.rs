//! The columns that a run reads, each with its dictionary, and the tests of their codes.

use indexmap::{IndexMap, IndexSet};
use simulator::population::Code;
use simulator::program::Test;

use super::ColumnOrigin;
use crate::compare::meets;
use crate::condition::{Operand, Operator};
use crate::tables::{Column, Table};

/// The columns of accounts, or those of people.
pub(super) struct Columns<'a> {
    table: &'a Table,
    uses: IndexMap<String, Use<'a>>,
}

struct Use<'a> {
    source: Option<&'a Column>,
    /// Codes of every row where the column is made and not read.
    made: Option<Vec<Code>>,
    added: IndexSet<String>,
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
        self.uses.insert(attribute.to_owned(), Use { source, made: None, added: IndexSet::new() });
        self.uses.len() as u16 - 1
    }

    /// A column of codes that no table has, such as the membership of a list: 0 no, 1 yes.
    pub(super) fn made(&mut self, name: &str, codes: impl FnOnce() -> Vec<Code>) -> u16 {
        if let Some(index) = self.uses.get_index_of(name) {
            return index as u16;
        }
        let added = IndexSet::from(["1".to_owned()]);
        self.uses.insert(name.to_owned(), Use { source: None, made: Some(codes()), added });
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
            && let Some(code) = (1..source.distinct() as Code).find(|&code| source.text(code) == Some(text))
        {
            return code;
        }
        let first = of.source.map_or(1, Column::distinct);
        (first + of.added.insert_full(text.to_owned()).0) as Code
    }

    fn texts(&self, column: u16) -> impl Iterator<Item = Option<&str>> {
        let of = &self.uses[usize::from(column)];
        let known = (0..of.source.map_or(1, Column::distinct))
            .map(|code| of.source.and_then(|source| source.text(code as Code)));
        known.chain(of.added.iter().map(|text| Some(text.as_str())))
    }

    /// By code, whether an attribute's text meets an operator.
    pub(super) fn test(&self, column: u16, op: Operator, operand: Option<&Operand>) -> Test {
        Test { column, met: self.texts(column).map(|text| meets(text, op, operand)).collect() }
    }

    /// By code, whether a text meets a rule of the product's own.
    pub(super) fn test_by(&self, column: u16, rule: impl Fn(Option<&str>) -> bool) -> Test {
        Test { column, met: self.texts(column).map(rule).collect() }
    }

    /// By code, the number that the text is, else 0.
    pub(super) fn numbers(&self, column: u16) -> Vec<f64> {
        self.texts(column).map(|text| text.and_then(crate::compare::number).unwrap_or(0.0)).collect()
    }

    /// Whether no two rows of the table hold the same text.
    pub(super) fn differs(&self, column: u16) -> bool {
        let source = self.uses[usize::from(column)].source;
        source.is_none_or(|source| {
            source.codes().iter().filter(|&&code| code != 0).count() + 1 == source.distinct()
        })
    }

    /// By code, which text it is apart from case; empty where case tells no two texts apart.
    pub(super) fn apart_from_case(&self, column: u16) -> Vec<u32> {
        let cased = |text: &str| {
            let ascii = text.is_ascii();
            if ascii {
                text.bytes().any(|b| b.is_ascii_uppercase())
            } else {
                text.chars().any(char::is_uppercase)
            }
        };
        let mut first: IndexMap<String, u32> = IndexMap::new();
        for (code, text) in self.texts(column).enumerate() {
            if let Some(text) = text.filter(|text| cased(text)) {
                first.entry(text.to_lowercase()).or_insert(code as u32);
            }
        }
        if first.is_empty() {
            return Vec::new();
        }
        let same = |(code, text): (usize, Option<&str>)| {
            let known = text
                .and_then(|text| if cased(text) { first.get(&text.to_lowercase()) } else { first.get(text) });
            known.copied().unwrap_or(code as u32)
        };
        self.texts(column).enumerate().map(same).collect()
    }

    /// The codes of all rows in the order given; without an order, in that of the table.
    pub(super) fn codes(&self, rows: usize, order: Option<&[u32]>) -> Vec<Vec<Code>> {
        let of = |column: &Use<'_>| {
            let codes = column.source.map(Column::codes).or(column.made.as_deref());
            match (codes, order) {
                (Some(codes), Some(order)) => order.iter().map(|&row| codes[row as usize]).collect(),
                (Some(codes), None) => codes.to_vec(),
                (None, _) => vec![0; rows],
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
