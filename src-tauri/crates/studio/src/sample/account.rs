//! One invented account.

use super::draws::Draws;
use super::recipe::Mix;
use super::words;

pub(super) const COLUMNS: [&str; 8] = [
    "accountKey.sourceKey",
    "accountName",
    "accountOrganization.industry",
    "accountOrganization.annualRevenue.amount",
    "accountOrganization.numberOfEmployees",
    "accountOrganization.website",
    "accountBillingAddress.city",
    "accountBillingAddress.country",
];

pub(super) struct Account {
    pub(super) key: String,
    name: String,
    industry: &'static str,
    revenue: String,
    employees: String,
    pub(super) domain: String,
    pub(super) city: &'static str,
    pub(super) country: &'static str,
    /// Whether it grows or makes food: its people have other titles.
    pub(super) farming: bool,
}

impl Account {
    pub(super) fn cells(&self) -> [&str; COLUMNS.len()] {
        let Account { key, name, industry, revenue, employees, domain, city, country, .. } = self;
        [key, name, industry, revenue, employees, domain, city, country]
    }
}

/// Draws the account with that number, from 0.
pub(super) fn draw(number: u32, mix: &Mix, draws: &mut Draws) -> Account {
    let industry = *draws.weighted(&mix.industries);
    let farming = words::FARMING.contains(&industry);
    let stem = words::company(draws);
    let kinds = if farming { words::FARM_KINDS } else { words::KINDS };
    let name = format!("{stem} {}", draws.pick(kinds));
    let &(low, high) = draws.weighted(&mix.employees);
    let employees = draws.between(low, high);
    // Revenue per head goes from 60,000 to 400,000; some accounts keep theirs to themselves.
    let revenue = u64::from(employees) * u64::from(draws.between(60, 400)) * 1000;
    let known = draws.percent(97);
    let &(city, country) = draws.pick(&words::CITIES);
    Account {
        key: format!("ACC-{:04}", number + 1),
        name,
        industry,
        revenue: if known { revenue.to_string() } else { String::new() },
        employees: employees.to_string(),
        domain: format!("{}-{}.example", stem.to_lowercase(), number + 1),
        city,
        country,
        farming,
    }
}

/// How many people are known of an account, with weights; 8 on average.
#[rustfmt::skip]
pub(super) const PEOPLE: [(u32, u32); 12] = [
    (3, 3), (4, 6), (5, 9), (6, 13), (7, 15), (8, 16), (9, 13), (10, 9), (11, 7), (12, 5), (13, 3), (14, 1),
];

pub(super) const EMPLOYEES: [((u32, u32), u32); 6] =
    [((3, 9), 5), ((10, 49), 18), ((50, 249), 32), ((250, 999), 25), ((1000, 4999), 14), ((5000, 40_000), 6)];
