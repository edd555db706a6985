//! Windows of rows of the tables at hand, sorted and searched: the page draws a few dozen rows of a million at a time.

use std::sync::{Arc, Mutex, PoisonError};

use design::On;
use design::condition::Condition;
use design::matching;
use design::tables::{Column, Table, Tables};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Studio;
use super::matches::Known;
use crate::Failure;

/// Which table is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum TableName {
    Accounts,
    People,
    Activities,
}

impl TableName {
    /// As it is called in files and preferences.
    pub(super) fn word(self) -> &'static str {
        match self {
            TableName::Accounts => "accounts",
            TableName::People => "people",
            TableName::Activities => "activities",
        }
    }
}

/// What is looked at: rows of a table that hold a text, in the order of a column.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Looking {
    pub table: TableName,
    /// Rows with a cell that contains it, case ignored; empty: all.
    #[serde(default)]
    pub search: String,
    /// Accounts or people who meet it; activities of the people who do. None: all.
    #[serde(default)]
    #[ts(optional)]
    pub condition: Option<Condition>,
    /// None: the order of the table.
    #[serde(default)]
    pub sort: Option<Sort>,
}

/// An order of rows; empty cells come last in both directions.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Sort {
    pub column: String,
    pub descending: bool,
}

/// Some rows that stand one after the other.
#[derive(Debug, Clone, Default, Serialize, TS)]
pub struct Rows {
    pub columns: Vec<String>,
    /// How many rows there are, and how many of them hold what is searched for.
    pub all: u32,
    pub found: u32,
    /// A cell for each column; null where it is missing.
    pub rows: Vec<Vec<Option<String>>>,
}

/// The order that was asked for last, since scrolling asks for it again and again.
#[derive(Default)]
pub(super) struct Looked(Mutex<Option<Order>>);

/// Rows of a table in an order, and what it is the order of.
struct Order {
    known: Arc<Known>,
    looking: Looking,
    rows: Arc<Vec<u32>>,
}

const KEYS: [&str; 2] = ["accountKey.sourceKey", "b2b.personKey.sourceKey"];
/// The columns of a person's account, which the table of people keeps apart from its attributes: the name to read, the
/// key so that people who were given away can be taken in again.
const OF_ACCOUNT: [&str; 2] = ["accountName", KEYS[0]];

impl Studio {
    /// The rows from `from` on, `count` of them at most.
    pub fn rows(&self, looking: &Looking, from: u32, count: u32) -> Result<Rows, Failure> {
        let known = self.known()?;
        let view = View::of(&known.tables, looking.table);
        let order = self.looked.order(&known, &view, looking)?;
        let window = order.iter().skip(from as usize).take(count as usize);
        let rows = window.map(|&row| view.cells(row as usize)).collect();
        let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        Ok(Rows { columns: view.names(), all: number(view.rows()), found: number(order.len()), rows })
    }
}

impl Looked {
    fn order(
        &self,
        known: &Arc<Known>,
        view: &View<'_>,
        looking: &Looking,
    ) -> Result<Arc<Vec<u32>>, Failure> {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(order) = &*kept
            && Arc::ptr_eq(&order.known, known)
            && order.looking == *looking
        {
            return Ok(Arc::clone(&order.rows));
        }
        let meeting = looking
            .condition
            .as_ref()
            .map(|condition| known.meeting(looking.table, condition))
            .transpose()?;
        let rows = Arc::new(view.order(looking, meeting.as_deref()));
        *kept = Some(Order { known: Arc::clone(known), looking: looking.clone(), rows: Arc::clone(&rows) });
        Ok(rows)
    }
}

impl Known {
    /// By row of the table, whether it is looked at.
    fn meeting(&self, table: TableName, condition: &Condition) -> Result<Vec<bool>, Failure> {
        let on = if table == TableName::Accounts { On::Accounts } else { On::People };
        let met =
            matching::meeting(on, condition, &self.workspace, &self.tables, &self.scenario, &self.ground)?;
        Ok(match table {
            TableName::Accounts | TableName::People => met,
            TableName::Activities => {
                self.tables.activities.iter().map(|done| met[done.person as usize]).collect()
            }
        })
    }
}

/// A table as it is shown.
enum View<'a> {
    Records { table: &'a Table, account: Vec<OfAccount<'a>> },
    Activities { tables: &'a Tables },
}

/// A column of the accounts as people have it.
struct OfAccount<'a> {
    name: &'static str,
    column: &'a Column,
    account_of: &'a [u32],
}

impl OfAccount<'_> {
    /// As it is called among the columns of people.
    fn path(&self) -> String {
        format!("account.{}", self.name)
    }

    /// By person.
    fn codes(&self) -> impl Iterator<Item = u32> {
        self.account_of.iter().map(|&row| self.column.codes().at(row as usize))
    }
}

impl<'a> View<'a> {
    fn of(tables: &'a Tables, table: TableName) -> View<'a> {
        match table {
            TableName::Accounts => View::Records { table: &tables.accounts, account: Vec::new() },
            TableName::People => {
                let account_of = tables.account_of.as_slice();
                let account = OF_ACCOUNT.into_iter().filter_map(|name| {
                    Some(OfAccount { name, column: tables.accounts.column(name)?, account_of })
                });
                View::Records { table: &tables.people, account: account.collect() }
            }
            TableName::Activities => View::Activities { tables },
        }
    }

    fn rows(&self) -> usize {
        match self {
            View::Records { table, .. } => table.rows(),
            View::Activities { tables } => tables.activities.len(),
        }
    }

    /// The key first, then a person's account, then the rest.
    fn names(&self) -> Vec<String> {
        match self {
            View::Records { table, account } => {
                let mut names: Vec<String> = table.names().map(str::to_owned).collect();
                let first = 1.min(names.len());
                names.splice(first..first, account.iter().map(OfAccount::path));
                names
            }
            View::Activities { .. } => {
                ["timestamp", "eventType", "b2b.personKey.sourceKey", "fields"].map(str::to_owned).into()
            }
        }
    }

    fn cells(&self, row: usize) -> Vec<Option<String>> {
        match self {
            View::Records { table, account } => {
                let mut cells: Vec<_> =
                    table.names().map(|name| table.cell(name, row).map(str::to_owned)).collect();
                let first = 1.min(cells.len());
                let of_account = account.iter().map(|OfAccount { column, account_of, .. }| {
                    column.get(account_of[row] as usize).map(str::to_owned)
                });
                cells.splice(first..first, of_account);
                cells
            }
            View::Activities { tables } => {
                let activity = &tables.activities[row];
                let fields = activity.fields.iter().map(|(name, value)| format!("{name}: {value}"));
                let fields = fields.collect::<Vec<_>>().join("; ");
                let person = tables.people.cell(KEYS[1], activity.person as usize);
                vec![
                    Some(activity.timestamp.clone()),
                    Some(activity.event_type.clone()),
                    person.map(str::to_owned),
                    (!fields.is_empty()).then_some(fields),
                ]
            }
        }
    }

    fn order(&self, looking: &Looking, meeting: Option<&[bool]>) -> Vec<u32> {
        let words = looking.search.trim().to_lowercase();
        let mut order: Vec<u32> = match (&*words, self) {
            ("", _) => (0..self.rows() as u32).collect(),
            (words, View::Records { table, account }) => {
                let mut found = vec![false; table.rows()];
                for column in table.names().filter_map(|name| table.column(name)) {
                    let held = holding(column, words);
                    found
                        .iter_mut()
                        .zip(column.codes().iter())
                        .for_each(|(found, code)| *found |= held[code as usize]);
                }
                for of in account {
                    let held = holding(of.column, words);
                    found.iter_mut().zip(of.codes()).for_each(|(found, code)| *found |= held[code as usize]);
                }
                (0..).zip(found).filter_map(|(row, found)| found.then_some(row)).collect()
            }
            (words, View::Activities { .. }) => (0..self.rows() as u32)
                .filter(|&row| {
                    self.cells(row as usize).iter().flatten().any(|cell| cell.to_lowercase().contains(words))
                })
                .collect(),
        };
        if let Some(meeting) = meeting {
            order.retain(|&row| meeting[row as usize]);
        }
        if let Some(sort) = &looking.sort {
            self.sort(&mut order, sort);
        }
        order
    }

    fn sort(&self, order: &mut [u32], sort: &Sort) {
        let key: Vec<u32> = match self {
            View::Records { table, account } => {
                if let Some(column) = table.column(&sort.column) {
                    let ranks = ranks(column, sort.descending);
                    column.codes().iter().map(|code| ranks[code as usize]).collect()
                } else if let Some(of) = account.iter().find(|of| of.path() == sort.column) {
                    let ranks = ranks(of.column, sort.descending);
                    of.codes().map(|code| ranks[code as usize]).collect()
                } else {
                    return;
                }
            }
            View::Activities { .. } => {
                let Some(place) = self.names().iter().position(|name| *name == sort.column) else { return };
                let cell = |row: usize| self.cells(row).swap_remove(place);
                let texts: Vec<Option<String>> = (0..self.rows()).map(cell).collect();
                let column: Column = texts.iter().map(|text| text.as_deref().unwrap_or("")).collect();
                let ranks = ranks(&column, sort.descending);
                column.codes().iter().map(|code| ranks[code as usize]).collect()
            }
        };
        // Rows that are alike keep the order of the table.
        order.sort_by_key(|&row| key[row as usize]);
    }
}

/// By code of the column, whether its text contains the words.
fn holding(column: &Column, words: &str) -> Vec<bool> {
    (0..column.distinct() as u32)
        .map(|code| column.text(code).is_some_and(|text| text.to_lowercase().contains(words)))
        .collect()
}

/// By code of the column, its place in the order: numbers before texts, case ignored, missing cells last.
fn ranks(column: &Column, descending: bool) -> Vec<u32> {
    let mut codes: Vec<(Option<f64>, String, u32)> = (1..column.distinct() as u32)
        .map(|code| {
            let text = column.text(code).unwrap_or_default();
            (text.parse().ok(), text.to_lowercase(), code)
        })
        .collect();
    codes.sort_by(|(a, text, _), (b, other, _)| {
        let order = match (a, b) {
            (Some(a), Some(b)) => a.total_cmp(b),
            (Some(_), None) => std::cmp::Ordering::Less,
            (None, Some(_)) => std::cmp::Ordering::Greater,
            (None, None) => text.cmp(other),
        };
        if descending { order.reverse() } else { order }
    });
    let mut ranks = vec![u32::MAX; column.distinct()];
    (0..).zip(codes).for_each(|(rank, (_, _, code))| ranks[code as usize] = rank);
    ranks
}
