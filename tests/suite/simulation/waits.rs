//! When a wait ends, asked of traces.

use serde_json::{Value, json};

use super::{Case, tables};

/// The local time at which a wait that begins at `start` ends.
fn check(zone: &str, start: &str, settings: Value, expected: &str) {
    let mut wait = json!({"id": "wait", "kind": "wait"});
    wait.as_object_mut().unwrap().extend(settings.as_object().unwrap().clone());
    let scenario = json!({"timeZone": zone, "startAt": start, "horizonDays": 120});
    let mut case =
        Case::new(json!([wait]), json!([{"from": "in", "to": "wait"}]), json!({}), scenario, tables(1, 1));
    case.journey.settings.time_zone = design::time::Zone::new(zone).unwrap();
    let trace = case.trace("A0");
    let left = trace.lines().find(|line| line.contains("\"what\":\"left\",\"node\":\"wait\""));
    let at = left.and_then(|line| line.split("\"at\":\"").nth(1)).map_or("never", |at| &at[..16]);
    assert_eq!(at, expected, "{zone}, from {start}: {settings}");
}

#[test]
fn waits_must_end_on_the_days_and_times_given() {
    let on = |days: &[&str], time: Option<&str>| json!({"mustEndOn": {"days": days, "time": time}});
    let weekdays = ["mon", "tue", "wed", "thu", "fri"];
    // 2026-12-07 is a Monday.
    for (start, settings, expected) in [
        ("2026-12-07T11:00", on(&[], Some("09:00")), "2026-12-08T09:00"),
        ("2026-12-07T07:00", on(&[], Some("09:00")), "2026-12-07T09:00"),
        ("2026-12-04T15:00", on(&["tue"], None), "2026-12-08T00:00"),
        ("2026-12-05T14:00", on(&weekdays, Some("10:00")), "2026-12-07T10:00"),
        ("2026-12-09T08:00", on(&weekdays, Some("10:00")), "2026-12-09T10:00"),
    ] {
        check("Europe/Madrid", start, settings, expected);
    }
}

#[test]
fn durations_keep_the_wall_clock_and_hours_elapse() {
    let wait = |part: &str, n: u32| json!({"for": {part: n}});
    // Clocks go forward on 2027-03-28 at 02:00 in Madrid.
    check("Europe/Madrid", "2027-03-27T12:00", wait("days", 1), "2027-03-28T12:00");
    check("Europe/Madrid", "2027-03-27T12:00", wait("hours", 24), "2027-03-28T13:00");
    check("Europe/Madrid", "2027-03-27T02:30", wait("days", 1), "2027-03-28T03:30");
    check("Europe/Madrid", "2027-01-31T08:00", wait("months", 1), "2027-02-28T08:00");
    check("Europe/Madrid", "2026-12-31T08:00", wait("weeks", 2), "2027-01-14T08:00");
    check("Europe/Madrid", "2026-12-01T08:00", json!({"until": "2026-11-01T00:00"}), "2026-12-01T08:00");
    check("Europe/Madrid", "2026-12-01T08:00", json!({"until": "2027-01-06T10:15"}), "2027-01-06T10:15");
}
