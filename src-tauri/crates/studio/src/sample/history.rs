//! What a person did in the sixty days before the first of December 2026.

use design::tables::Activity;
use jiff::ToSpan;
use jiff::civil::date;

use super::draws::Draws;

/// So many people in a hundred did one to six things that were recorded; the others did none.
pub(super) fn draw(person: u32, active: u32, draws: &mut Draws, activities: &mut Vec<Activity>) {
    if !draws.percent(active) {
        return;
    }
    let first = date(2026, 10, 2);
    let mut moments: Vec<_> =
        (0..draws.between(1, 6)).map(|_| (draws.below(60), draws.between(420, 1139))).collect();
    moments.sort_unstable();
    for (day, minute) in moments {
        let day = first.saturating_add(i64::from(day).days());
        activities.push(Activity {
            person,
            timestamp: format!("{day}T{:02}:{:02}:00Z", minute / 60, minute % 60),
            event_type: (*draws.weighted(&TYPES)).to_owned(),
            fields: Vec::new(),
        });
    }
}

const TYPES: [(&str, u32); 9] = [
    ("web.webpagedetails.pageViews", 40),
    ("directMarketing.emailOpened", 25),
    ("directMarketing.emailClicked", 8),
    ("web.webinteraction.linkClicks", 8),
    ("web.formFilledOut", 5),
    ("event.registered", 4),
    ("event.attended", 3),
    ("chat.engaged", 3),
    ("advertising.clicks", 4),
];
