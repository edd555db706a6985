//! The figures as a table, each beside its ratio to the baseline.

use std::fmt::Write;

use serde_json::Value;

use crate::figure::Figure;
use crate::workload;

pub(crate) fn draw(machine: &Value, figures: &[Figure], runs: usize) -> String {
    let mut text = String::new();
    let _ = writeln!(
        text,
        "\nThe sample journey, {} people an account, 90 days, one replication; medians of {runs}.\n\
         {} cores, load {} before the start{}",
        workload::PEOPLE,
        machine["cores"],
        machine["load"],
        machine["processor"].as_str().map(|name| format!(", {name}")).unwrap_or_default(),
    );
    let _ = writeln!(
        text,
        "\n{:>9} {:>7} {:>9} {:>9} {:>11} {:>12} {:>8} {:>9} {:>10} {:>12} {:>9} {:>8} {:>8}",
        "accounts",
        "threads",
        "seconds",
        "computed",
        "accounts/s",
        "events/s",
        "ns/event",
        "peak MiB",
        "compile s",
        "ns/account",
        "to small",
        "speed-up",
        "to limit"
    );
    for figure in figures {
        let _ = writeln!(
            text,
            "{:>9} {:>7} {:>9.3} {:>9.2} {:>11.0} {:>12.0} {:>8.1} {:>9.0} {:>10.3} {:>12.0} {:>9} {:>8} {:>8}",
            figure.accounts,
            figure.threads,
            figure.median(),
            figure.computed(),
            figure.accounts_per_second(),
            figure.events_per_second(),
            figure.nanoseconds_per_event(),
            figure.peak_bytes as f64 / 1_048_576.0,
            figure.compile,
            1e9 / figure.accounts_per_second(),
            ratio(per_account(figure), smallest(figure, figures).map(per_account)),
            ratio(single(figure, figures).map_or(f64::NAN, Figure::median), Some(figure.median())),
            ratio(figure.to_limit(), Some(1.0)),
        );
    }
    let _ = writeln!(
        text,
        "\nseconds: from the tables in memory to the report, compile included · computed: seconds of all threads together,\n\
         which other work on the machine changes less · events: arrivals at nodes and events of\n\
         people · peak: of a process of its own, tables included · to small: time per account against the smallest\n\
         size on as many threads · speed-up: against one thread · to limit: time against {:.0} accounts a second and\n\
         thread, the limit where events are only counted; `--profile` shows where the time goes",
        crate::figure::LIMIT
    );
    for figure in figures.iter().take(1) {
        let share = 100.0 * figure.entered as f64 / figure.accounts as f64;
        let each = figure.events as f64 / figure.accounts as f64;
        let _ = writeln!(text, "{share:.0} % of the accounts enter; {each:.1} events an account");
    }
    text
}

/// The smaller figures, each beside its goal.
pub(crate) fn draw_smaller(figures: &[Value]) -> String {
    let mut text =
        format!("\n{:<44} {:>10} {:>10} {:>10} {:>8}\n", "figure", "median", "worst", "goal", "to goal");
    for figure in figures {
        let part = |key: &str| figure[key].as_f64().unwrap_or(f64::NAN);
        let (name, unit) =
            (figure["name"].as_str().unwrap_or_default(), figure["unit"].as_str().unwrap_or_default());
        let _ = writeln!(
            text,
            "{name:<44} {:>10.3} {:>10.3} {:>10} {:>6.2} ×",
            part("median"),
            part("worst"),
            format!("{} {unit}", part("goal")),
            part("toGoal"),
        );
    }
    text
}

fn per_account(figure: &Figure) -> f64 {
    figure.median() / figure.accounts as f64
}

/// The baseline of a size: the smallest one on as many threads.
fn smallest<'a>(figure: &Figure, figures: &'a [Figure]) -> Option<&'a Figure> {
    figures.iter().filter(|other| other.threads == figure.threads).min_by_key(|other| other.accounts)
}

/// The baseline of threads: one thread at the same size.
fn single<'a>(figure: &Figure, figures: &'a [Figure]) -> Option<&'a Figure> {
    figures.iter().find(|other| other.accounts == figure.accounts && other.threads == 1)
}

fn ratio(value: f64, baseline: Option<f64>) -> String {
    let ratio = value / baseline.unwrap_or(f64::NAN);
    if ratio.is_finite() { format!("{ratio:.2} ×") } else { "–".into() }
}
