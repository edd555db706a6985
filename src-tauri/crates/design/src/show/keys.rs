//! Made-up keys that draw like the real ones.

use std::collections::HashMap;

use rayon::prelude::*;
use simulator::random::{key_of_number, number_of_key};

use crate::compile::bucket;
use crate::journey::Journey;
use crate::kinds::Kind;
use crate::tables::{Column, Tables};

const ACCOUNT: &str = "accountKey.sourceKey";
const PERSON: &str = "b2b.personKey.sourceKey";

/// Keys in place of the real ones, by row. What stays of a key is the number by which draws know it: without it the
/// same run could not be played.
pub(super) struct Keys {
    accounts: Vec<String>,
    people: Vec<String>,
}

impl Keys {
    pub(super) fn of(tables: &Tables, journey: &Journey) -> Keys {
        // Variants of people are chosen by another hash of the key, so the new key has to fall into the same part.
        let parted = journey.nodes.iter().any(|node| matches!(node.kind, Kind::VariantSplitPeople(_)));
        let account = |row, real: &str| key_of_number(&format!("account-{}", row + 1), drawn(real));
        let person = |row, real: &str| match parted {
            false => key_of_number(&format!("person-{}", row + 1), drawn(real)),
            true => in_same_part(row, real, journey),
        };
        Keys {
            accounts: by_row(tables.accounts.column(ACCOUNT), account),
            people: by_row(tables.people.column(PERSON), person),
        }
    }

    /// The key of a row, where the column is one of keys.
    pub(super) fn account(&self, column: &str, row: usize) -> Option<&str> {
        (column == ACCOUNT).then(|| self.accounts[row].as_str())
    }

    pub(super) fn person(&self, column: &str, row: usize) -> Option<&str> {
        (column == PERSON).then(|| self.people[row].as_str())
    }

    /// The new key of each real one.
    pub(super) fn by_real<'a>(&'a self, tables: &'a Tables) -> HashMap<&'a str, &'a str> {
        let sides =
            [(tables.people.column(PERSON), &self.people), (tables.accounts.column(ACCOUNT), &self.accounts)];
        let of_side = |(column, made): (Option<&'a Column>, &'a Vec<String>)| {
            made.iter().enumerate().filter_map(move |(row, made)| Some((column?.get(row)?, made.as_str())))
        };
        sides.into_iter().flat_map(of_side).collect()
    }
}

fn drawn(real: &str) -> u64 {
    number_of_key(real.as_bytes())
}

/// One in ten thousand is in the same part; of so many at least one is, but for less than one in a billion people.
const TRIES: u32 = 250_000;

fn in_same_part(row: usize, real: &str, journey: &Journey) -> String {
    let wanted = bucket(real, &journey.id);
    let key = |n| key_of_number(&format!("person-{}.{n}", row + 1), drawn(real));
    (0..TRIES).map(key).find(|key| bucket(key, &journey.id) == wanted).unwrap_or_else(|| key(0))
}

fn by_row(column: Option<&Column>, key: impl Fn(usize, &str) -> String + Sync) -> Vec<String> {
    let Some(column) = column else { return Vec::new() };
    (0..column.len()).into_par_iter().map(|row| key(row, column.get(row).unwrap_or_default())).collect()
}
