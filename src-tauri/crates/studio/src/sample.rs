//! Accounts and people that nobody is: invented names, addresses under `.example`, and some history before the run.

mod account;
mod draws;
mod history;
mod person;
mod recipe;
mod words;
pub(crate) mod write;

use std::collections::BTreeMap;

use design::tables::{ColumnBuilder, Table, Tables};

use self::draws::Draws;
pub use self::recipe::Recipe;
use self::recipe::{MOST, Mix};
pub(crate) use self::write::lines;
pub use self::write::write_folder;
use crate::Failure;

/// Makes accounts with their people and what they did in the two months before December 2026. The same numbers give
/// the same tables, and the first accounts don't depend on how many there are. With `people` every account has
/// exactly so many and nobody has a history, which is what a benchmark wants; else there are 3 to 14, 8 on average.
pub fn sample(accounts: u32, seed: u64, people: Option<u32>) -> Tables {
    let recipe =
        Recipe { accounts, seed: 0, industries: BTreeMap::new(), sizes: None, leaders: None, active: None };
    make(&Mix::of(&recipe), accounts, seed, people, &mut |_| Ok(())).unwrap_or_default()
}

/// Makes a sample by a recipe. `at` hears how many accounts there are, and may end it by a failure.
pub fn by_recipe(recipe: &Recipe, at: &mut dyn FnMut(u32) -> Result<(), Failure>) -> Result<Tables, Failure> {
    if !(1..=MOST).contains(&recipe.accounts) {
        let message =
            format!("A sample has 1 to {MOST} accounts, not {}; choose another number.", recipe.accounts);
        return Err(Failure::new("sample-size", message));
    }
    make(&Mix::of(recipe), recipe.accounts, recipe.seed.into(), None, at)
}

fn make(
    mix: &Mix,
    accounts: u32,
    seed: u64,
    people: Option<u32>,
    at: &mut dyn FnMut(u32) -> Result<(), Failure>,
) -> Result<Tables, Failure> {
    let mut tables = Tables::default();
    let mut account_columns = builders::<{ account::COLUMNS.len() }>();
    let mut person_columns = builders::<{ person::COLUMNS.len() }>();
    for number in 0..accounts {
        at(number)?;
        let mut draws = Draws::new(seed, u64::from(number));
        let account = account::draw(number, mix, &mut draws);
        push(&mut account_columns, &account.cells());
        let size = people.unwrap_or_else(|| *draws.weighted(&account::PEOPLE));
        for ordinal in 1..=size {
            let person = person::draw(&account, ordinal, mix, &mut draws);
            push(&mut person_columns, &person.cells());
            if people.is_none() {
                let row = tables.account_of.len() as u32;
                history::draw(row, mix.active, &mut draws, &mut tables.activities);
            }
            tables.account_of.push(number);
        }
    }
    tables.accounts = table(&account::COLUMNS, account_columns);
    tables.people = table(&person::COLUMNS, person_columns);
    Ok(tables)
}

fn builders<const N: usize>() -> [ColumnBuilder; N] {
    std::array::from_fn(|_| ColumnBuilder::default())
}

fn push<const N: usize>(columns: &mut [ColumnBuilder; N], cells: &[&str; N]) {
    columns.iter_mut().zip(cells).for_each(|(column, cell)| column.push(cell));
}

fn table<const N: usize>(names: &[&str; N], columns: [ColumnBuilder; N]) -> Table {
    let mut table = Table::default();
    names.iter().zip(columns).for_each(|(name, column)| table.add(*name, column.finish()));
    table
}
