//! How often people did what a scenario assumes, from the activities at hand.

use std::collections::HashMap;

use design::tables::Tables;

use super::utc;

/// A rate that the data shows, with its 95 % interval.
#[derive(Debug, Clone, PartialEq)]
pub struct Rate {
    /// The path of the assumption in a scenario, such as `behaviour.email.open`.
    pub assumption: &'static str,
    pub mean: f64,
    pub low: f64,
    pub high: f64,
    /// How often it happened, of so many occasions: messages, page views, or days of a person.
    pub times: u64,
    pub of: u64,
}

/// What happens, and to what it happens; the first kind of occasion that the data has counts.
const SHARES: &[(&str, &str, &[&str])] = &[
    ("behaviour.email.bounce", "directMarketing.emailBounced", &["directMarketing.emailSent"]),
    (
        "behaviour.email.open",
        "directMarketing.emailOpened",
        &["directMarketing.emailDelivered", "directMarketing.emailSent"],
    ),
    ("behaviour.email.click", "directMarketing.emailClicked", &["directMarketing.emailOpened"]),
    ("behaviour.email.unsubscribe", "directMarketing.emailUnsubscribed", &["directMarketing.emailOpened"]),
    ("behaviour.sms.click", "sms.clicked", &["sms.sent"]),
    ("behaviour.whatsapp.click", "whatsapp.clicked", &["whatsapp.sent"]),
    ("behaviour.afterClick.attend", "event.attended", &["event.registered"]),
    ("behaviour.afterClick.chatGoal", "chat.goalReached", &["chat.engaged"]),
    ("behaviour.afterClick.meeting", "chat.meetingScheduled", &["chat.goalReached"]),
    ("behaviour.web.formFillPerVisit", "web.formFilledOut", &["web.webpagedetails.pageViews"]),
    ("behaviour.web.chatPerVisit", "chat.engaged", &["web.webpagedetails.pageViews"]),
    ("behaviour.ads.clickPerImpression", "advertising.clicks", &["advertising.impressions"]),
];

/// The rates for which the data has occasions, in the order of the scenario. Of one person no more happenings count
/// than there were occasions, so that an email opened twice is opened once. Shares have the interval of Wilson (1927),
/// visits the score interval of a Poisson mean, over the days from the first activity to the last.
pub fn rates(tables: &Tables) -> Vec<Rate> {
    let mut counts: HashMap<&str, HashMap<u32, u64>> = HashMap::new();
    for activity in &tables.activities {
        *counts.entry(&activity.event_type).or_default().entry(activity.person).or_default() += 1;
    }
    let none = HashMap::new();
    let of_type = |name: &str| counts.get(name).unwrap_or(&none);
    let mut rates = Vec::new();
    for (assumption, happens, occasions) in SHARES {
        let Some(occasions) = occasions.iter().map(|name| of_type(name)).find(|of| !of.is_empty()) else {
            continue;
        };
        let happened = of_type(happens);
        let of: u64 = occasions.values().sum();
        let times =
            occasions.iter().map(|(person, of)| happened.get(person).map_or(0, |times| *times.min(of)));
        rates.push(wilson(assumption, times.sum(), of));
    }
    let visits: u64 = of_type("web.webpagedetails.pageViews").values().sum();
    let person_days = tables.people.rows() as u64 * days(tables);
    if visits > 0 && person_days > 0 {
        rates.push(poisson("behaviour.web.visitsPerPersonDay", visits, person_days));
    }
    rates
}

/// The 97.5 % quantile of the normal distribution.
const Z: f64 = 1.959_963_984_540_054;

fn wilson(assumption: &'static str, times: u64, of: u64) -> Rate {
    let (x, n) = (times as f64, of as f64);
    let share = x / n;
    let middle = (share + Z * Z / (2.0 * n)) / (1.0 + Z * Z / n);
    let half = Z / (1.0 + Z * Z / n) * (share * (1.0 - share) / n + Z * Z / (4.0 * n * n)).sqrt();
    let (low, high) = ((middle - half).max(0.0), (middle + half).min(1.0));
    Rate { assumption, mean: share, low, high, times, of }
}

fn poisson(assumption: &'static str, times: u64, of: u64) -> Rate {
    let (x, n) = (times as f64, of as f64);
    let (middle, half) = (x + Z * Z / 2.0, Z * (x + Z * Z / 4.0).sqrt());
    Rate { assumption, mean: x / n, low: (middle - half) / n, high: (middle + half) / n, times, of }
}

/// The days from the first activity to the last, both included.
fn days(tables: &Tables) -> u64 {
    let dates =
        || tables.activities.iter().filter_map(|activity| utc(&activity.timestamp)).map(|at| at.date());
    match (dates().min(), dates().max()) {
        (Some(first), Some(last)) => {
            u64::from(last.since(first).map_or(0, |span| span.get_days()).unsigned_abs()) + 1
        }
        _ => 0,
    }
}
