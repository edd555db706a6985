//! Cells of rows into columns of a table.

use design::tables::{ColumnBuilder, Table};

use super::dates::{self, DayOrder};
use super::mapping::Mapping;
use super::source::{Row, Source};
use super::values::{plain, truth};
use crate::Failure;

/// The columns of a class of records while its rows are read.
pub(super) struct Fill {
    columns: Vec<(super::mapping::Column, ColumnBuilder)>,
    /// Which comes first in the dates, where a column holds some.
    order: Option<DayOrder>,
}

impl Fill {
    /// All columns of the mapping but `except`.
    pub(super) fn new(mapping: Mapping, except: &[&str]) -> Fill {
        let columns = mapping.columns.into_iter().filter(|column| !except.contains(&&*column.attribute));
        Fill { columns: columns.map(|column| (column, ColumnBuilder::default())).collect(), order: None }
    }

    /// Asks the first rows how they write their dates.
    pub(super) fn learn(&mut self, source: &mut Source) -> Result<(), Failure> {
        if let Some((column, _)) = self.columns.iter().find(|(column, _)| dates::holds(&column.attribute)) {
            self.order = source.day_order(column.index)?;
        }
        Ok(())
    }

    pub(super) fn push(&mut self, row: &Row) {
        for (column, builder) in &mut self.columns {
            let cell = row.get(column.index);
            match column.opted_out.then(|| truth(cell.trim())).flatten() {
                Some(true) => builder.push("n"),
                Some(false) => builder.push("y"),
                // What is no date, or nobody says which, stays as it is written.
                None if dates::holds(&column.attribute) => {
                    builder.push(dates::iso(cell, self.order).as_deref().unwrap_or(cell));
                }
                None => builder.push(&plain(cell)),
            }
        }
    }

    /// Adds the columns to a table.
    pub(super) fn finish(self, table: &mut Table) {
        for (column, builder) in self.columns {
            table.add(column.attribute, builder.finish());
        }
    }
}
