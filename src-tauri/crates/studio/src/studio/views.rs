//! Which columns of each table are shown.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Studio, TableName};
use crate::{Failure, store};

/// How a table is shown.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct TableView {
    /// Columns that are left out.
    pub hidden: Vec<String>,
}

/// The tables' views by their names; a table that is not there shows everything.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(transparent)]
pub struct TableViews(#[ts(as = "std::collections::HashMap<String, TableView>")] BTreeMap<String, TableView>);

/// The name under which they are stored.
const NAME: &str = "views";

impl Studio {
    /// Views that cannot be read any more are the default ones: they are no work of the user's.
    pub fn table_views(&self) -> Result<TableViews, Failure> {
        let text = store::preferences::get(self.lock().store.read(), NAME)?;
        Ok(text.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default())
    }

    pub fn save_table_view(&self, table: TableName, view: TableView) -> Result<TableViews, Failure> {
        let mut views = self.table_views()?;
        views.0.insert(table.word().to_owned(), view);
        let text = crate::commands::json(&views)?;
        self.lock().store.write(|transaction| store::preferences::set(transaction, NAME, &text))?;
        Ok(views)
    }
}
