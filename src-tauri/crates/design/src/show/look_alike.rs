//! Names, addresses and domains made up in place of the real ones. The same data give the same look-alikes; equal
//! values stay equal, and what was missing stays missing. Titles, industries, places and numbers are kept.

use std::collections::{HashMap, HashSet};

use serde_json::Value;
use simulator::random::hash;

use crate::journey::Journey;
use crate::tables::{Activity, Column, ColumnBuilder, Table, Tables};
use crate::workspace::Workspace;

/// A journey, a workspace and tables in which nobody real is named.
pub struct LookAlikes {
    pub journey: Journey,
    pub workspace: Workspace,
    pub tables: Tables,
}

/// Replaces what is private. Keys are kept, since the draws of a run hang on them, unless they are addresses themselves.
/// None where the documents cannot be read back, which would be a fault of the program.
pub fn disguise(journey: &Journey, workspace: &Workspace, tables: &Tables) -> Option<LookAlikes> {
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
    let journey = serde_json::from_value(texts(serde_json::to_value(journey).ok()?)).ok()?;
    let workspace = serde_json::from_value(texts(serde_json::to_value(workspace).ok()?)).ok()?;
    Some(LookAlikes { journey, workspace, tables: disguised })
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

fn company(number: usize) -> String {
    let (first, second) = (FIELDS[number % FIELDS.len()], TRADES[number / FIELDS.len() % TRADES.len()]);
    match number / (FIELDS.len() * TRADES.len()) {
        0 => format!("{first} {second}"),
        more => format!("{first} {second} {}", more + 1),
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

/// Every text of a document, with the addresses in it replaced.
fn texts(value: Value) -> Value {
    match value {
        Value::String(text) => Value::String(without_addresses(&text)),
        Value::Array(items) => items.into_iter().map(texts).collect(),
        Value::Object(map) => map.into_iter().map(|(key, value)| (key, texts(value))).collect(),
        other => other,
    }
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

fn domain(company: &str) -> String {
    format!("{}.example", plain(company))
}

fn street(cell: &str) -> String {
    format!("Calle Ficticia {}", 1 + number(cell, 200))
}

fn phone(cell: &str) -> String {
    format!("+34 600 {:06}", number(cell, 1_000_000))
}

fn first_name(key: &str) -> &'static str {
    FIRST[number(key, FIRST.len() as u64) as usize]
}

fn last_name(key: &str) -> &'static str {
    LAST[number(&format!("{key}/"), LAST.len() as u64) as usize]
}

fn number(text: &str, below: u64) -> u64 {
    hash(text.as_bytes()) % below
}

/// In small letters without signs.
fn plain(name: &str) -> String {
    let letters = name
        .to_lowercase()
        .chars()
        .map(|letter| match letter {
            'á' => 'a',
            'é' => 'e',
            'í' => 'i',
            'ó' => 'o',
            'ú' | 'ü' => 'u',
            'ñ' => 'n',
            letter if letter.is_ascii_alphanumeric() => letter,
            _ => '-',
        })
        .collect::<String>();
    letters
}

const FIELDS: [&str; 24] = [
    "Alder", "Amber", "Aurora", "Basalt", "Birch", "Cedar", "Cobalt", "Coral", "Delta", "Ember", "Fjord",
    "Garnet", "Harbor", "Indigo", "Juniper", "Larch", "Meadow", "Nimbus", "Onyx", "Prairie", "Quartz",
    "Saffron", "Tundra", "Willow",
];
const TRADES: [&str; 20] = [
    "Farms",
    "Foods",
    "Fields",
    "Growers",
    "Harvest",
    "Industries",
    "Labs",
    "Logistics",
    "Mills",
    "Orchards",
    "Partners",
    "Produce",
    "Research",
    "Seeds",
    "Services",
    "Supply",
    "Systems",
    "Trading",
    "Works",
    "Group",
];
const FIRST: [&str; 32] = [
    "Alba", "Anton", "Bea", "Bruno", "Carla", "Dario", "Elena", "Emil", "Fatima", "Felix", "Gala", "Hugo",
    "Ines", "Ivan", "Julia", "Karim", "Lara", "Leo", "Maya", "Milo", "Nadia", "Noel", "Olga", "Oscar",
    "Paula", "Quim", "Rita", "Samir", "Teresa", "Tomas", "Vera", "Yago",
];
const LAST: [&str; 32] = [
    "Abad", "Becker", "Blanco", "Costa", "Duarte", "Engel", "Ferrer", "Fischer", "Garrido", "Hale", "Ibarra",
    "Jansen", "Keller", "Lang", "Marin", "Moreau", "Nadal", "Novak", "Ortega", "Otero", "Pardo", "Quiroga",
    "Rey", "Rossi", "Salas", "Sorel", "Tapia", "Ulloa", "Vidal", "Weber", "Xu", "Zamora",
];
