//! Names, addresses and domains made up in place of the real ones. The same data give the same look-alikes; equal
//! values stay equal, and what was missing stays missing. Titles, industries, places and numbers are kept.

use std::collections::{HashMap, HashSet};

use serde_json::Value;

use super::Chapter;
use super::made_up::{company, domain, first_name, last_name, number, phone, plain, street};
use crate::journey::Journey;
use crate::matching::person_name;
use crate::tables::{Activity, Column, ColumnBuilder, Table, Tables};
use crate::workspace::Workspace;

/// Documents and tables in which nobody real is named.
pub struct LookAlikes {
    pub journey: Journey,
    pub workspace: Workspace,
    pub tables: Tables,
    pub chapters: Vec<Chapter>,
}

/// Replaces what is private. Keys are kept, since the draws of a run hang on them, unless they are addresses themselves.
/// None where the documents cannot be read back, which would be a fault of the program.
pub fn disguise(
    journey: &Journey,
    workspace: &Workspace,
    tables: &Tables,
    chapters: &[Chapter],
) -> Option<LookAlikes> {
    let accounts = Names::new(&tables.accounts, "accountName");
    let company = |row: usize| accounts.of(row);
    let disguised = Tables {
        accounts: table(&tables.accounts, |name, cell, row| account(name, cell, company(row).as_deref())),
        people: table(&tables.people, |name, cell, row| {
            let key = tables.people.cell("b2b.personKey.sourceKey", row).unwrap_or_default();
            person(name, cell, key, company(tables.account_of[row] as usize).as_deref())
        }),
        account_of: tables.account_of.clone(),
        activities: tables.activities.iter().map(activity).collect(),
        members: tables.members.clone(),
    };
    let documents = [
        serde_json::to_value(journey).ok()?,
        serde_json::to_value(workspace).ok()?,
        serde_json::to_value(chapters).ok()?,
    ];
    let named = named(&documents, tables, &disguised);
    let [journey, workspace, chapters] = documents.map(|document| texts(document, "", &named));
    Some(LookAlikes {
        journey: serde_json::from_value(journey).ok()?,
        workspace: serde_json::from_value(workspace).ok()?,
        chapters: serde_json::from_value(chapters).ok()?,
        tables: disguised,
    })
}

/// The accounts, sites, addresses and people of the tables that documents may name, with their look-alikes; the longest
/// first, so that none is replaced inside another.
fn named(documents: &[Value], before: &Tables, after: &Tables) -> Vec<(String, String)> {
    let mut words = HashSet::new();
    documents.iter().for_each(|document| words_of(document, &mut words));
    let first =
        |name: &str| name.split(|letter: char| !letter.is_alphanumeric()).next().map(str::to_lowercase);
    let asked = |real: &str| real.len() > 2 && first(real).is_some_and(|word| words.contains(&word));
    let mut named = HashMap::new();
    for name in ["accountName", "accountOrganization.website"] {
        for row in 0..before.accounts.rows() {
            if let (Some(real), Some(made)) =
                (before.accounts.cell(name, row), after.accounts.cell(name, row))
                && asked(real)
            {
                named.insert(real.to_owned(), made.to_owned());
            }
        }
    }
    for row in 0..before.people.rows() {
        let address = |tables: &Tables| tables.people.cell("workEmail.address", row).unwrap_or("").to_owned();
        let both = [(person_name(before, row), person_name(after, row)), (address(before), address(after))];
        named.extend(both.into_iter().filter(|(real, _)| asked(real)));
    }
    let mut named: Vec<_> = named.into_iter().collect();
    named.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then_with(|| a.0.cmp(&b.0)));
    named
}

/// The words of all texts of a document, in small letters.
fn words_of(value: &Value, words: &mut HashSet<String>) {
    match value {
        Value::String(text) => {
            words.extend(text.split(|letter: char| !letter.is_alphanumeric()).map(str::to_lowercase));
        }
        Value::Array(items) => items.iter().for_each(|item| words_of(item, words)),
        Value::Object(map) => map.values().for_each(|item| words_of(item, words)),
        _ => {}
    }
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

fn account(name: &str, cell: &str, company: Option<&str>) -> String {
    match name {
        "accountName" => company.unwrap_or_default().to_owned(),
        "accountOrganization.website" => match company {
            Some(company) => format!("www.{}", domain(company)),
            None => format!("www.site-{}.example", number(cell, 100_000)),
        },
        "accountBillingAddress.street1" => street(cell),
        "accountBillingAddress.postalCode" => format!("{:05}", number(cell, 100_000)),
        "accountPhone.number" => phone(cell),
        _ => without_addresses(cell),
    }
}

fn person(name: &str, cell: &str, key: &str, company: Option<&str>) -> String {
    match name {
        "person.name.firstName" => first_name(key).to_owned(),
        "person.name.lastName" => last_name(key).to_owned(),
        "person.name.middleName" => first_name(cell).to_owned(),
        "workEmail.address" => {
            // By the address and not by the person: whoever shares one goes on sharing it.
            let cell = cell.to_lowercase();
            let domain = company.map_or_else(|| "mail.example".to_owned(), domain);
            format!(
                "{}.{}.{}@{domain}",
                plain(first_name(key)),
                plain(last_name(key)),
                number(&cell, 1_000_000_000)
            )
        }
        "person.birthDate" => cell.get(..4).map_or_else(String::new, |year| format!("{year}-01-01")),
        "workAddress.street1" => street(cell),
        "workAddress.postalCode" => format!("{:05}", number(cell, 100_000)),
        "workPhone.number" | "mobilePhone.number" => phone(cell),
        _ => without_addresses(cell),
    }
}

fn activity(activity: &Activity) -> Activity {
    let fields = activity.fields.iter().map(|(name, value)| (name.clone(), without_addresses(value)));
    Activity { fields: fields.collect(), ..activity.clone() }
}

fn table(table: &Table, replace: impl Fn(&str, &str, usize) -> String) -> Table {
    let mut made = Table::default();
    for name in table.names() {
        let Some(column) = table.column(name) else { continue };
        let mut builder = ColumnBuilder::default();
        // Addresses that were one, apart from case, stay one; others must differ.
        let mut known: HashMap<String, String> = HashMap::new();
        let mut used: HashSet<String> = HashSet::new();
        for row in 0..table.rows() {
            match column.get(row) {
                None => builder.push(""),
                Some(cell) if name == "workEmail.address" => {
                    let made = known.entry(cell.to_lowercase()).or_insert_with(|| {
                        let made = replace(name, cell, row);
                        let again = (2..).map(|n| made.replacen('@', &format!(".{n}@"), 1));
                        let free = std::iter::once(made.clone()).chain(again).find(|it| !used.contains(it));
                        let free = free.unwrap_or(made);
                        used.insert(free.clone());
                        free
                    });
                    builder.push(made);
                }
                Some(cell) => builder.push(&replace(name, cell, row)),
            }
        }
        made.add(name, builder.finish());
    }
    made
}

/// The keys of what people write, where names may stand; everything else is words of the product and ids.
const WRITTEN: [&str; 11] =
    ["name", "description", "label", "note", "value", "prompt", "caption", "question", "answer", "en", "es"];

/// A document in which the names and addresses are replaced. Roles are known by their names, which stay.
fn texts(value: Value, key: &str, named: &[(String, String)]) -> Value {
    match value {
        Value::String(text) if WRITTEN.contains(&key) => {
            Value::String(without_addresses(&without_names(text, key, named)))
        }
        Value::String(text) => Value::String(without_addresses(&text)),
        Value::Array(items) => items.into_iter().map(|item| texts(item, key, named)).collect(),
        Value::Object(map) => {
            let item = |(key, item): (String, Value)| match key.as_str() {
                "roles" => (key, item),
                _ => (key.clone(), texts(item, &key, named)),
            };
            map.into_iter().map(item).collect()
        }
        other => other,
    }
}

/// A condition compares whole values without looking at case; elsewhere a name stands among other words.
fn without_names(text: String, key: &str, named: &[(String, String)]) -> String {
    if key == "value" {
        let same = named.iter().find(|(real, _)| real.to_lowercase() == text.to_lowercase());
        return same.map_or(text, |(_, made)| made.clone());
    }
    let present = named.iter().filter(|(real, _)| text.contains(real.as_str())).collect::<Vec<_>>();
    present.into_iter().fold(text, |text, (real, made)| text.replace(real.as_str(), made))
}

/// A text in which each email address is a made-up one.
fn without_addresses(text: &str) -> String {
    if !text.contains('@') {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('@') {
        let begins =
            rest[..at].rfind(|letter| !of_address(letter)).map_or(0, |before| before + next(rest, before));
        let ends =
            rest[at + 1..].find(|letter| !of_address(letter)).map_or(rest.len(), |after| at + 1 + after);
        let address = &rest[begins..ends];
        out.push_str(&rest[..begins]);
        match address.len() > 2 && begins < at && ends > at + 1 {
            true => {
                out.push_str(&format!("somebody-{}@mail.example", number(&address.to_lowercase(), 1_000_000)))
            }
            false => out.push_str(address),
        }
        rest = &rest[ends..];
    }
    out.push_str(rest);
    out
}

fn of_address(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '.' | '-' | '_' | '+')
}

fn next(text: &str, at: usize) -> usize {
    text[at..].chars().next().map_or(0, char::len_utf8)
}
