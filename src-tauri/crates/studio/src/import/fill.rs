//! Cells of rows into columns of a table.

use design::tables::{ColumnBuilder, Table};

use super::mapping::Mapping;
use super::source::Row;
use super::values::{plain, truth};

/// The columns of a class of records while its rows are read.
pub(super) struct Fill {
    columns: Vec<(super::mapping::Column, ColumnBuilder)>,
}

impl Fill {
    /// All columns of the mapping but `except`.
    pub(super) fn new(mapping: Mapping, except: &[&str]) -> Fill {
        let columns = mapping.columns.into_iter().filter(|column| !except.contains(&&*column.attribute));
        Fill { columns: columns.map(|column| (column, ColumnBuilder::default())).collect() }
    }

    pub(super) fn push(&mut self, row: &Row) {
        for (column, builder) in &mut self.columns {
            let cell = row.get(column.index);
            match column.opted_out.then(|| truth(cell.trim())).flatten() {
                Some(true) => builder.push("n"),
                Some(false) => builder.push("y"),
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
