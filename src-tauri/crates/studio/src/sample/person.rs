//! One invented person of an account.

use super::account::Account;
use super::draws::Draws;
use super::recipe::Mix;
use super::words;

pub(super) const COLUMNS: [&str; 9] = [
    "b2b.personKey.sourceKey",
    "workEmail.address",
    "person.name.firstName",
    "person.name.lastName",
    "extendedWorkDetails.jobTitle",
    "workAddress.city",
    "workAddress.country",
    "workEmail.status",
    "consents.marketing.email.val",
];

pub(super) struct Person {
    key: String,
    email: String,
    first: String,
    last: String,
    title: &'static str,
    city: &'static str,
    country: &'static str,
    status: &'static str,
    consent: &'static str,
}

impl Person {
    pub(super) fn cells(&self) -> [&str; COLUMNS.len()] {
        let Person { key, email, first, last, title, city, country, status, consent } = self;
        [key, email, first, last, title, city, country, status, consent]
    }
}

/// Draws the person of the account with that ordinal, from 1.
pub(super) fn draw(account: &Account, ordinal: u32, mix: &Mix, draws: &mut Draws) -> Person {
    let first = words::first_name(draws);
    let last = words::last_name(draws);
    let titles = if account.farming { &mix.farm_titles } else { &mix.titles };
    let title = draws.weighted(titles);
    // Some have no address that a mail could go to; the ordinal keeps the others apart.
    let email = match draws.percent(3) {
        true => "unknown".to_owned(),
        false => format!("{}.{}{ordinal}@{}", first.to_lowercase(), last.to_lowercase(), account.domain),
    };
    let home = draws.percent(85);
    let &(city, country) = if home { &(account.city, account.country) } else { draws.pick(&words::CITIES) };
    Person {
        key: format!("{}-{ordinal}", account.key),
        email,
        first,
        last,
        title,
        city,
        country,
        status: if draws.percent(1) { "suspended" } else { "" },
        consent: if draws.percent(6) { "n" } else { "y" },
    }
}
