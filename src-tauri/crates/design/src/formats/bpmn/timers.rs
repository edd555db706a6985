//! Conditions, lengths and instants as BPMN writes them.

use super::xml::{Tag, tag};
use crate::formats::Subject;
use crate::kinds::Timeout;
use crate::time::{Duration, LocalDateTime};

fn expression(name: &'static str, text: &str) -> Tag {
    tag(name).with("xsi:type", "bpmn:tFormalExpression").says(text)
}

pub(super) fn conditional(text: &str) -> Tag {
    tag("bpmn:conditionalEventDefinition").and(expression("bpmn:condition", text))
}

pub(super) fn timeout_timer(subject: &Subject<'_>, timeout: &Timeout) -> Tag {
    timer(subject, timeout.after.get(), timeout.at.get())
}

/// A length, or an instant. "Must end on" has no form of its own in BPMN; the documentation says it.
pub(super) fn timer(subject: &Subject<'_>, length: Option<&Duration>, at: Option<&LocalDateTime>) -> Tag {
    let inside = match (length, at) {
        (Some(length), _) => expression("bpmn:timeDuration", &duration(length)),
        (None, Some(at)) => {
            let zone = subject.journey.settings.time_zone.get();
            let instant = zone.to_ambiguous_zoned_datetime(at.get()).compatible();
            let text = instant.map_or_else(
                |_| at.as_str().to_owned(),
                |at| at.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string(),
            );
            expression("bpmn:timeDate", &text)
        }
        (None, None) => expression("bpmn:timeDuration", "PT0M"),
    };
    tag("bpmn:timerEventDefinition").and(inside)
}

/// As ISO 8601 writes it; weeks, which stand alone there, in days.
pub(super) fn duration(it: &Duration) -> String {
    let part = |count: Option<u32>| count.unwrap_or(0);
    let days = part(it.days) + 7 * part(it.weeks);
    let said = |count: u32, unit: char| if count == 0 { String::new() } else { format!("{count}{unit}") };
    let date = said(part(it.months), 'M') + &said(days, 'D');
    let time = said(part(it.hours), 'H') + &said(part(it.minutes), 'M');
    match (date.is_empty(), time.is_empty()) {
        (true, true) => "PT0M".to_owned(),
        (_, true) => format!("P{date}"),
        _ => format!("P{date}T{time}"),
    }
}
