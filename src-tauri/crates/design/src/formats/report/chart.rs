//! Charts as SVG: a curve with its band over the days, and bars.

use std::fmt::Write;

use super::Run;
use crate::formats::svg::escape;
use crate::report::{DayGroups, RoleFigures};

pub(super) struct Chart {
    pub(super) title: String,
    pub(super) height: f64,
    /// What stands inside the SVG element.
    pub(super) body: String,
}

/// Every chart is so wide; the text in it is 11 high.
pub(super) const WIDTH: f64 = 515.0;
const HEIGHT: f64 = 190.0;
/// Room for the axes' figures.
const LEFT: f64 = 44.0;
const BOTTOM: f64 = 32.0;
const TOP: f64 = 26.0;
const LINE: &str = "#2b5bd7";
const BAND: &str = "#cfdbf7";
const GRID: &str = "#dcdcdc";
const INK: &str = "#222222";
const PALE: &str = "#595959";

impl Chart {
    /// The chart as an SVG element with its place.
    pub(super) fn element(&self, x: f64, y: f64) -> String {
        format!("<g transform=\"translate({x} {y})\">{}</g>\n", self.body)
    }
}

struct Day {
    day: u32,
    middle: f64,
    low: f64,
    high: f64,
}

/// Completeness over the days, mean with the 10th and 90th percentile, and the line of readiness.
pub(super) fn fill(run: &Run<'_>, interest: &str) -> Option<Chart> {
    let days =
        days(run, interest, |it| Some((it.completeness.mean?, it.completeness.p10?, it.completeness.p90?)));
    let ready = run.workspace.and_then(|it| {
        let all = it.solution_interests.items();
        let own = all.iter().find(|own| own.id.as_str() == interest)?;
        Some(serde_json::to_value(own).ok()?.get("salesReady")?.get("completeness")?.as_f64()).flatten()
    });
    let title = run.language.say(
        "Completeness by day: mean, 10th to 90th percentile, ready for sales",
        "Integridad por día: media, percentiles 10 a 90, listo para ventas",
    );
    curve(run, title, &days, 100.0, ready)
}

/// Groups ready by day, with the confidence interval.
pub(super) fn ready(run: &Run<'_>, interest: &str) -> Option<Chart> {
    let days =
        days(run, interest, |it| Some((it.sales_ready.mean?, it.sales_ready.low?, it.sales_ready.high?)));
    let top = days.iter().map(|day| day.high).fold(0.0, f64::max);
    let title = run.language.say(
        "Groups ready for sales by day, with the 95% interval",
        "Grupos listos para ventas por día, con el intervalo del 95 %",
    );
    curve(run, title, &days, nice(top), None)
}

fn days(run: &Run<'_>, interest: &str, of: impl Fn(&DayGroups) -> Option<(f64, f64, f64)>) -> Vec<Day> {
    let days = run.report.daily.iter().filter_map(|day| {
        let groups = day.groups.iter().find(|groups| groups.solution_interest.as_str() == interest)?;
        let (middle, low, high) = of(groups)?;
        Some(Day { day: day.day, middle, low, high })
    });
    days.collect()
}

/// The next of 1, 2, 2.5, 5 and their tens.
fn nice(value: f64) -> f64 {
    if value <= 0.0 {
        return 1.0;
    }
    let ten = 10_f64.powf(value.log10().floor());
    [1.0, 2.0, 2.5, 5.0, 10.0].into_iter().map(|step| step * ten).find(|top| *top >= value).unwrap_or(value)
}

fn curve(run: &Run<'_>, title: &str, days: &[Day], top: f64, mark: Option<f64>) -> Option<Chart> {
    let last = f64::from(days.last().filter(|_| days.len() > 1)?.day).max(1.0);
    let (width, height) = (WIDTH - LEFT - 10.0, HEIGHT - TOP - BOTTOM);
    let x = |day: u32| round(LEFT + width * f64::from(day) / last);
    let y = |value: f64| round(TOP + height * (1.0 - value.clamp(0.0, top) / top));
    let mut body = head(title);
    for step in 0..=4 {
        let value = top * f64::from(step) / 4.0;
        let at = y(value);
        let _ = write!(body, "<path d=\"M{LEFT} {at}H{}\" stroke=\"{GRID}\"/>", LEFT + width);
        text(&mut body, LEFT - 6.0, at + 4.0, "end", PALE, &run.language.number(value, 2));
    }
    let every = (last / 6.0).ceil().max(1.0) as usize;
    for day in days.iter().step_by(every) {
        text(&mut body, x(day.day), HEIGHT - BOTTOM + 16.0, "middle", PALE, &day.day.to_string());
    }
    text(&mut body, LEFT + width, HEIGHT - 2.0, "end", PALE, run.language.say("day", "día"));
    let upper: String = days.iter().map(|day| format!("{} {}L", x(day.day), y(day.high))).collect();
    let lower: Vec<String> = days.iter().rev().map(|day| format!("{} {}", x(day.day), y(day.low))).collect();
    let _ = write!(body, "<path d=\"M{upper}{}Z\" fill=\"{BAND}\"/>", lower.join("L"));
    let middle: Vec<String> = days.iter().map(|day| format!("{} {}", x(day.day), y(day.middle))).collect();
    let _ = write!(
        body,
        "<path d=\"M{}\" fill=\"none\" stroke=\"{LINE}\" stroke-width=\"2\"/>",
        middle.join("L")
    );
    if let Some(mark) = mark {
        let at = y(mark);
        let _ = write!(
            body,
            "<path d=\"M{LEFT} {at}H{}\" stroke=\"#12805c\" stroke-dasharray=\"5 3\"/>",
            LEFT + width
        );
    }
    Some(Chart { title: title.to_owned(), height: HEIGHT, body })
}

/// The fill of each role at the start and at the end.
pub(super) fn roles(run: &Run<'_>) -> Option<Chart> {
    let roles: Vec<&RoleFigures> = run.report.roles.iter().collect();
    if roles.is_empty() {
        return None;
    }
    let (start, end) = (run.language.say("start", "inicio"), run.language.say("end", "final"));
    let title =
        format!("{} ({start}, {end})", run.language.say("Fill of the roles", "Cobertura de los roles"));
    let mut body = head(&title);
    let (left, row) = (170.0, 26.0);
    let width = WIDTH - left - 60.0;
    for (number, role) in roles.iter().enumerate() {
        let top = TOP + row * number as f64;
        text(&mut body, left - 8.0, top + 14.0, "end", INK, &role.role);
        for (offset, share, colour) in [(2.0, role.fill_start.mean, BAND), (11.0, role.fill_end.mean, LINE)] {
            let share = share.unwrap_or(0.0).clamp(0.0, 1.0);
            let _ = write!(
                body,
                "<rect x=\"{left}\" y=\"{}\" width=\"{}\" height=\"8\" fill=\"{colour}\"/>",
                top + offset,
                round(width * share)
            );
        }
        let percent =
            role.fill_end.mean.map_or_else(|| "–".to_owned(), |share| run.language.percent(share, 0));
        text(&mut body, WIDTH - 4.0, top + 16.0, "end", INK, &percent);
    }
    Some(Chart { title, height: TOP + row * roles.len() as f64 + 8.0, body })
}

fn head(title: &str) -> String {
    let mut body = String::new();
    let _ = write!(
        body,
        "<text x=\"0\" y=\"12\" font-size=\"11\" font-weight=\"600\" fill=\"{INK}\">{}</text>",
        escape(title)
    );
    body
}

fn text(body: &mut String, x: f64, y: f64, anchor: &str, colour: &str, text: &str) {
    let _ = write!(
        body,
        "<text x=\"{}\" y=\"{}\" font-size=\"11\" text-anchor=\"{anchor}\" fill=\"{colour}\">{}</text>",
        round(x),
        round(y),
        escape(text)
    );
}

/// Two digits are finer than any screen, and the same on every machine.
fn round(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}
