//! One table with accounts and their contacts side by side, as Salesforce reports write it: the headers start with
//! `Account:` and `Contact:`, and an account is there once for each contact, or alone.

use super::Imported;
use super::accounts::Taking as Accounts;
use super::known::{ACCOUNT_KEY, ACCOUNT_NAME, Class, EMAIL, PERSON_KEY};
use super::mapping::{Mapping, Match, part};
use super::note::{Note, Reason};
use super::people::{Cells, Taking as People};
use super::source::{Row, Source};
use crate::Failure;

/// Whether these are the headers of such a table.
pub(super) fn is_combined(headers: &[String]) -> bool {
    let has = |prefix| headers.iter().any(|header| below(prefix, header).is_some());
    has("account") && has("contact")
}

pub(super) fn read(mut source: Source, imported: &mut Imported) -> Result<(), Failure> {
    let (accounts, contacts, lacking) = sides(&source, &mut imported.notes, &mut imported.matched);
    let (Some(name), Some(email)) = (accounts.index(ACCOUNT_NAME), contacts.index(EMAIL)) else {
        return Err(missing(lacking.unwrap_or_default(), &source));
    };
    let (account_key, person_key) = (accounts.index(ACCOUNT_KEY), contacts.index(PERSON_KEY));
    if account_key.is_none() {
        let reason = Reason::KeysMade { what: "accounts", from: "names" };
        imported.notes.push(source.note(source.line, reason));
    }
    if person_key.is_none() {
        let reason = Reason::KeysMade { what: "contacts", from: "email addresses" };
        imported.notes.push(source.note(source.line, reason));
    }
    let contact_places: Vec<_> = contacts.columns.iter().map(|column| column.index).collect();
    let (mut accounts, mut people) = (Accounts::new(accounts), People::new(contacts));
    people.fill.learn(&mut source)?;
    let mut row = Row::default();
    while source.next(&mut row, &mut imported.notes)? {
        let name = row.get(name).trim();
        let account = account_key.map_or_else(|| made(name), |place| row.get(place).trim().to_owned());
        let email = row.get(email).trim();
        let mut reason = None;
        if accounts.keys.seen(&account).is_none() {
            reason = accounts.take(&account, name, &row).err();
        }
        if reason.is_none() && contact_places.iter().any(|&place| !row.get(place).trim().is_empty()) {
            let key =
                person_key.map_or_else(|| made(&email.to_lowercase()), |p| row.get(p).trim().to_owned());
            let cells = Cells { key: &key, accounts: &account, email };
            let taken = if email.is_empty() {
                Err(Reason::Missing { what: "email address" })
            } else {
                people.take(&cells, &accounts.keys, &row)
            };
            reason = taken.unwrap_or_else(Some);
        }
        imported.notes.extend(reason.map(|reason| source.note(row.line, reason)));
    }
    imported.tables.accounts = accounts.finish().1;
    people.finish(imported);
    Ok(())
}

/// The columns of the accounts, those of the contacts, and the first column that is needed and not there.
pub(super) fn sides(
    source: &Source,
    notes: &mut Vec<Note>,
    matched: &mut Vec<Match>,
) -> (Mapping, Mapping, Option<&'static str>) {
    let mut side = |prefix: &str, class| {
        let headers = source.headers.iter().enumerate();
        let headers: Vec<_> = headers.filter_map(|(i, header)| Some((i, below(prefix, header)?))).collect();
        part(class, &headers, source, notes, matched)
    };
    let (accounts, contacts) = (side("account", Class::Account), side("contact", Class::Person));
    let lacking = match (accounts.index(ACCOUNT_NAME), contacts.index(EMAIL)) {
        (None, _) => Some("Account: Account Name"),
        (_, None) => Some("Contact: Email"),
        _ => None,
    };
    (accounts, contacts, lacking)
}

/// The header without `Account:` or `Contact:`.
fn below<'a>(prefix: &str, header: &'a str) -> Option<&'a str> {
    let (class, rest) = header.split_once(':')?;
    class.trim().eq_ignore_ascii_case(prefix).then(|| rest.trim())
}

/// A key made from a text; `~` is kept for people whom a run finds.
fn made(text: &str) -> String {
    text.replace('~', "-")
}

fn missing(column: &str, source: &Source) -> Failure {
    let message = format!("{}, line {}: no column is called `{column}`; add it", source.path, source.line);
    Failure::new("missing-column", message).with("file", &*source.path).with("column", column)
}
