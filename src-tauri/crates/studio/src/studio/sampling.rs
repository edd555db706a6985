//! Sample data in place of the records that are there.

use super::{Studio, TablesView};
use crate::Failure;
use crate::sample::{self, Recipe};

impl Studio {
    /// Replaces all records. It is told and cancelled as an import is.
    pub fn make_sample(&self, recipe: &Recipe) -> Result<TablesView, Failure> {
        self.watched(|watch| {
            let before = self.tables()?;
            watch.expect(recipe.accounts.into());
            let tables = sample::by_recipe(recipe, &mut |made| watch.at(made.into()))?;
            watch.at(recipe.accounts.into())?;
            self.replace_tables(&before, tables, watch, |_| Ok(()))
        })?;
        self.tables_view()
    }
}
