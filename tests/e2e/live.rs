//! How long it takes from an edit to the numbers of Live that show it, in the window that people get. Not a test but a
//! measurement: `cargo xtask bench --live` builds the window in release mode and starts this.

use serde_json::json;

use crate::frames::{answer, quantiles};
use crate::window::Machine;

/// How many edits are made.
const EDITS: u32 = 60;

#[tokio::test]
#[ignore = "a measurement: cargo xtask bench --live"]
async fn edits_shown_live() {
    // With the other tests of the window there is nothing to measure.
    let Ok(sizes) = std::env::var("CARAVAN_LIVE") else { return };
    println!("{:>6}  {:>10} {:>10}   median of its parts", "steps", "median", "95 %");
    for steps in sizes.split(',').map(|size| size.trim().parse::<u32>().expect("a number of steps")) {
        let machine = Machine::measured();
        let window = machine.start().await;
        answer(window.page.run(include_str!("live.js"), vec![json!("grow"), json!(steps)]).await);
        // Opened anew, the window shows the journey that was opened last.
        window.page.refresh().await;
        window.page.wait("body[data-ready='1'] .card").await;
        let script = include_str!("live.js");
        let figures = answer(window.page.run(script, vec![json!("measure"), json!(EDITS)]).await);
        let [median, slow] = quantiles(&figures["took"]);
        let parts = ["edit", "shown", "frame", "paint"].map(|part| {
            let [median, _] = quantiles(&figures[part]);
            format!("{part} {median:.1}")
        });
        let (late, [curves, last]) = (&figures["late"], quantiles(&figures["curves"]));
        println!("{steps:>6}  {median:>7.1} ms {slow:>7.1} ms   {}  late {late}", parts.join("  "));
        println!("{:>6}  {curves:>7.1} ms {last:>7.1} ms   until the curves have followed", "");
    }
}
