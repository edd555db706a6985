//! Names, keys, addresses and domains made up in place of the real ones. The same data give the same look-alikes;
//! equal values stay equal, and what was missing stays missing. Titles, industries, places and numbers are kept.

use std::collections::HashMap;

use super::Chapter;
use super::addresses::{Addresses, Numbered};
use super::documents::Named;
use super::keys::Keys;
use super::made_up::{company, domain, first_name, last_name, phone, plain, postal_code, street};
use crate::journey::Journey;
use crate::tables::{Activity, Column, ColumnBuilder, Table, Tables};
use crate::workspace::Workspace;

/// Documents and tables in which nobody real is named.
pub struct LookAlikes {
    pub journey: Journey,
    pub workspace: Workspace,
    pub tables: Tables,
    pub chapters: Vec<Chapter>,
}

/// Replaces what is private. Of a key stays the number by which draws know it, so that the same is played; who has a
/// key at hand could tell by it whether that key was among the real ones.
/// None where the documents cannot be read back, which would be a fault of the program.
pub fn disguise(
    journey: &Journey,
    workspace: &Workspace,
    tables: &Tables,
    chapters: &[Chapter],
) -> Option<LookAlikes> {
    let keys = Keys::of(tables, journey);
    let mut addresses = Addresses::default();
    let disguised = Tables {
        accounts: accounts(tables, &keys, &mut addresses),
        people: people(tables, &keys, &mut addresses),
        account_of: tables.account_of.clone(),
        activities: tables.activities.iter().map(|one| activity(one, &mut addresses)).collect(),
        members: tables.members.clone(),
    };
    let documents = [
        serde_json::to_value(journey).ok()?,
        serde_json::to_value(workspace).ok()?,
        serde_json::to_value(chapters).ok()?,
    ];
    let named = Named::new(&documents, tables, &disguised, keys.by_real(tables));
    let [journey, workspace, chapters] = documents.map(|document| named.rename(document, &mut addresses));
    Some(LookAlikes {
        journey: serde_json::from_value(journey).ok()?,
        workspace: serde_json::from_value(workspace).ok()?,
        chapters: serde_json::from_value(chapters).ok()?,
        tables: disguised,
    })
}

/// A made-up name for each real one, in the order in which they first stand there.
struct Names<'a> {
    column: Option<&'a Column>,
    number: HashMap<u32, usize>,
}

impl<'a> Names<'a> {
    fn new(table: &'a Table, name: &str) -> Names<'a> {
        let column = table.column(name);
        let mut number = HashMap::new();
        for code in column.into_iter().flat_map(|column| column.codes().iter()).filter(|&code| code != 0) {
            let next = number.len();
            number.entry(code).or_insert(next);
        }
        Names { column, number }
    }

    fn of(&self, row: usize) -> Option<String> {
        self.number.get(&self.column?.codes().get(row)?).map(|&number| company(number))
    }
}

fn accounts(tables: &Tables, keys: &Keys, addresses: &mut Addresses) -> Table {
    let names = Names::new(&tables.accounts, "accountName");
    table(&tables.accounts, |column, cell, row, numbered| match column {
        "accountName" => names.of(row).unwrap_or_default(),
        "accountOrganization.website" => match names.of(row) {
            Some(company) => format!("www.{}", domain(&company)),
            None => format!("www.site-{}.example", numbered.of(cell)),
        },
        "accountBillingAddress.street1" => street(numbered.of(cell)),
        "accountBillingAddress.postalCode" => postal_code(numbered.of(cell)),
        "accountPhone.number" => phone(numbered.of(cell)),
        _ => keys.account(column, row).map_or_else(|| addresses.hide(cell), str::to_owned),
    })
}

fn people(tables: &Tables, keys: &Keys, addresses: &mut Addresses) -> Table {
    let names = Names::new(&tables.accounts, "accountName");
    // Who shares an address, apart from case, goes on sharing it.
    let mut shared: HashMap<String, String> = HashMap::new();
    table(&tables.people, |column, cell, row, numbered| match column {
        "person.name.firstName" => first_name(row).to_owned(),
        "person.name.lastName" => last_name(row).to_owned(),
        "person.name.middleName" => first_name(numbered.of(cell)).to_owned(),
        "workEmail.address" => {
            let domain = names
                .of(tables.account_of[row] as usize)
                .map_or_else(|| "mail.example".to_owned(), |company| domain(&company));
            let number = numbered.of(&cell.to_lowercase());
            let made = || format!("{}.{}.{number}@{domain}", plain(first_name(row)), plain(last_name(row)));
            shared.entry(cell.to_lowercase()).or_insert_with(made).clone()
        }
        "person.birthDate" => cell.get(..4).map_or_else(String::new, |year| format!("{year}-01-01")),
        "workAddress.street1" => street(numbered.of(cell)),
        "workAddress.postalCode" => postal_code(numbered.of(cell)),
        "workPhone.number" | "mobilePhone.number" => phone(numbered.of(cell)),
        _ => keys.person(column, row).map_or_else(|| addresses.hide(cell), str::to_owned),
    })
}

fn activity(activity: &Activity, addresses: &mut Addresses) -> Activity {
    let fields = activity.fields.iter().map(|(name, value)| (name.clone(), addresses.hide(value)));
    Activity { fields: fields.collect(), ..activity.clone() }
}

/// The table with each cell replaced, by its column, its text, its row, and the numbers of the texts of the column.
fn table(table: &Table, mut replace: impl FnMut(&str, &str, usize, &mut Numbered) -> String) -> Table {
    let mut made = Table::default();
    for name in table.names() {
        let Some(column) = table.column(name) else { continue };
        let mut builder = ColumnBuilder::default();
        let mut numbered = Numbered::default();
        for row in 0..table.rows() {
            match column.get(row) {
                None => builder.push(""),
                Some(cell) => builder.push(&replace(name, cell, row, &mut numbered)),
            }
        }
        made.add(name, builder.finish());
    }
    made
}
