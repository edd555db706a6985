//! How smooth a table of a million rows scrolls, in the window that people get. Not a test but a measurement:
//! `cargo xtask bench --rows` builds the window in release mode and starts this.

use serde_json::json;

use crate::frames::{answer, quantiles};
use crate::window::Machine;

/// How many frames each way of scrolling lasts.
const FRAMES: u32 = 240;

#[tokio::test]
#[ignore = "a measurement: cargo xtask bench --rows"]
async fn frames_of_large_tables() {
    // With the other tests of the window there is nothing to measure.
    let Ok(sizes) = std::env::var("CARAVAN_ROWS") else { return };
    println!("{:>9}  {:<6} {:>10} {:>10} {:>10} {:>10}", "rows", "", "script", "95 %", "frame", "95 %");
    for accounts in sizes.split(',').map(|size| size.trim().parse::<u32>().expect("a number of accounts")) {
        let machine = Machine::measured();
        let window = machine.start().await;
        let script = include_str!("rows.js");
        answer(window.page.run(script, vec![json!("fill"), json!(accounts)]).await);
        window.page.refresh().await;
        window.page.wait("body[data-ready='1'] .card").await;
        let figures = answer(window.page.run(script, vec![json!("measure"), json!(FRAMES)]).await);
        let rows = &figures["rows"];
        assert_eq!(*rows, figures["last"], "the last row can be reached");
        for way in ["wheel", "fast"] {
            let [script, slow] = quantiles(&figures[way]["script"]);
            let [frame, late] = quantiles(&figures[way]["frame"]);
            println!("{rows:>9}  {way:<6} {script:>7.1} ms {slow:>7.1} ms {frame:>7.1} ms {late:>7.1} ms");
        }
        let [leap, late] = quantiles(&figures["leaps"]);
        println!("{rows:>9}  {:<6} {leap:>7.1} ms {late:>7.1} ms until the rows are there", "leap");
    }
}
