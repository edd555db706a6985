//! Which records a file holds, by its name and then by its columns.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::combined::is_combined;
use super::known::{self, ACCOUNT_NAME, EMAIL, EVENT_TYPE, TIMESTAMP};
use super::mapping::takes;

/// The records of a file of an import.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum FileClass {
    Accounts,
    /// Accounts and contacts side by side.
    Combined,
    People,
    Activities,
    Members,
}

impl FileClass {
    /// As a mapping is stored.
    pub(crate) fn word(self) -> &'static str {
        match self {
            FileClass::Accounts => "accounts",
            FileClass::Combined => "combined",
            FileClass::People => "people",
            FileClass::Activities => "activities",
            FileClass::Members => "members",
        }
    }

    pub(crate) fn named(word: &str) -> Option<FileClass> {
        let all = [
            FileClass::Accounts,
            FileClass::Combined,
            FileClass::People,
            FileClass::Activities,
            FileClass::Members,
        ];
        all.into_iter().find(|class| class.word() == word)
    }
}

/// The names that a file of the class usually has, without its ending.
pub(super) fn names(class: FileClass) -> &'static [&'static str] {
    match class {
        FileClass::Accounts => &["accounts", "account", "companies"],
        FileClass::Combined => &[],
        FileClass::People => &["people", "persons", "contacts", "leads"],
        FileClass::Activities => &["activities", "events"],
        FileClass::Members => &["members", "memberships"],
    }
}

const NAMED: [FileClass; 4] =
    [FileClass::Accounts, FileClass::People, FileClass::Activities, FileClass::Members];

/// The likeliest class; people where an address says so, else accounts.
pub(super) fn guess(file: &str, headers: &[String]) -> FileClass {
    if is_combined(headers) {
        return FileClass::Combined;
    }
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem).to_lowercase();
    if let Some(class) = NAMED.into_iter().find(|&class| names(class).contains(&&*stem)) {
        return class;
    }
    let has = |class, attribute| takes(class, headers, attribute);
    if has(known::Class::Activity, TIMESTAMP) && has(known::Class::Activity, EVENT_TYPE) {
        FileClass::Activities
    } else if has(known::Class::Member, "solutionInterest") && has(known::Class::Member, "role") {
        FileClass::Members
    } else if has(known::Class::Person, EMAIL) || !has(known::Class::Account, ACCOUNT_NAME) {
        FileClass::People
    } else {
        FileClass::Accounts
    }
}
