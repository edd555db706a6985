//! Documents in which the accounts and people of the tables are called by their made-up names.

use std::collections::{HashMap, HashSet};

use serde_json::Value;

use super::addresses::Addresses;
use crate::matching::person_name;
use crate::tables::Tables;

/// What stands for what in documents.
pub(super) struct Named<'a> {
    /// Names, sites and addresses, the longest first, so that none is replaced inside another.
    names: Vec<(String, String)>,
    keys: HashMap<&'a str, &'a str>,
}

impl<'a> Named<'a> {
    /// Those of the tables that the documents may name.
    pub(super) fn new(
        documents: &[Value],
        before: &Tables,
        after: &Tables,
        keys: HashMap<&'a str, &'a str>,
    ) -> Named<'a> {
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
            let address =
                |tables: &Tables| tables.people.cell("workEmail.address", row).unwrap_or("").to_owned();
            let both =
                [(person_name(before, row), person_name(after, row)), (address(before), address(after))];
            named.extend(both.into_iter().filter(|(real, _)| asked(real)));
        }
        let mut names: Vec<_> = named.into_iter().collect();
        names.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then_with(|| a.0.cmp(&b.0)));
        Named { names, keys }
    }

    /// A document in which the names, keys and addresses are replaced. Roles are known by their names, which stay.
    pub(super) fn rename(&self, document: Value, addresses: &mut Addresses) -> Value {
        self.texts(document, "", addresses)
    }

    fn texts(&self, value: Value, key: &str, addresses: &mut Addresses) -> Value {
        match value {
            Value::String(text) => Value::String(self.text(&text, key, addresses)),
            Value::Array(items) => items.into_iter().map(|item| self.texts(item, key, addresses)).collect(),
            Value::Object(map) => {
                let item = |(key, item): (String, Value)| match key.as_str() {
                    "roles" => (key, item),
                    _ => (key.clone(), self.texts(item, &key, addresses)),
                };
                map.into_iter().map(item).collect()
            }
            other => other,
        }
    }

    fn text(&self, text: &str, key: &str, addresses: &mut Addresses) -> String {
        if (KEYED.contains(&key) || key == "value")
            && let Some(made) = self.keys.get(text)
        {
            return (*made).to_owned();
        }
        if WRITTEN.contains(&key) {
            return addresses.hide(&self.without_names(text, key));
        }
        addresses.hide(text)
    }

    /// A condition compares whole values without looking at case; elsewhere a name stands among other words.
    fn without_names(&self, text: &str, key: &str) -> String {
        if key == "value" {
            let same = self.names.iter().find(|(real, _)| real.to_lowercase() == text.to_lowercase());
            return same.map_or(text, |(_, made)| made).to_owned();
        }
        let present = self.names.iter().filter(|(real, _)| text.contains(real.as_str()));
        present.fold(text.to_owned(), |text, (real, made)| text.replace(real.as_str(), made))
    }
}

/// The keys of what people write, where names may stand; everything else is words of the product and ids.
const WRITTEN: [&str; 11] =
    ["name", "description", "label", "note", "value", "prompt", "caption", "question", "answer", "en", "es"];

/// Where documents name an account by its key: in lists of accounts and in chapters.
const KEYED: [&str; 3] = ["members", "follow", "account"];

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
