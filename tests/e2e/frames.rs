//! How smooth the board is at hundreds of cards, and a presentation of the sample, in the window that people get. Not a
//! test but a measurement:
//! `cargo xtask bench --canvas` builds the window in release mode and starts this.

use serde_json::{Value, json};

use crate::window::Machine;

/// How many frames each gesture lasts.
const FRAMES: u32 = 120;

#[tokio::test]
#[ignore = "a measurement: cargo xtask bench --canvas"]
async fn frames_of_large_journeys() {
    // With the other tests of the window there is nothing to measure.
    let Ok(sizes) = std::env::var("CARAVAN_FRAMES") else { return };
    println!("{:>6}  {:<5} {:>10} {:>10} {:>10} {:>10}", "cards", "", "script", "95 %", "frame", "95 %");
    for cards in sizes.split(',').map(|size| size.trim().parse::<u32>().expect("a number of cards")) {
        let machine = Machine::measured();
        let window = machine.start().await;
        answer(window.page.run(include_str!("grow.js"), vec![json!(cards)]).await);
        // Opened anew, the window shows the journey that was opened last.
        window.page.refresh().await;
        window.page.wait("body[data-ready='1'] .card").await;
        let figures = answer(window.page.run(include_str!("frames.js"), vec![json!(FRAMES)]).await);
        for gesture in ["pan", "zoom", "drag"] {
            let [script, slow] = quantiles(&figures[gesture]["script"]);
            let [frame, late] = quantiles(&figures[gesture]["frame"]);
            println!(
                "{cards:>6}  {gesture:<5} {script:>7.1} ms {slow:>7.1} ms {frame:>7.1} ms {late:>7.1} ms"
            );
        }
    }
}

/// How long each speed is played, in milliseconds.
const PLAYED: u32 = 2_500;

#[tokio::test]
#[ignore = "a measurement: cargo xtask bench --canvas"]
async fn frames_of_playing() {
    if std::env::var("CARAVAN_FRAMES").is_err() {
        return;
    }
    let machine = Machine::measured();
    let window = machine.start().await;
    window.page.wait("body[data-ready='1'] .card").await;
    let figures = answer(window.page.run(include_str!("play.js"), vec![json!(PLAYED)]).await);
    println!("{:>12} {:>10} {:>10} {:>10} {:>10}", "days a second", "script", "95 %", "frame", "95 %");
    for speed in ["0.5", "1", "10", "50"] {
        let [script, slow] = quantiles(&figures[speed]["script"]);
        let [frame, late] = quantiles(&figures[speed]["frame"]);
        println!("{speed:>13} {script:>7.1} ms {slow:>7.1} ms {frame:>7.1} ms {late:>7.1} ms");
    }
}

pub(crate) fn answer(answer: Value) -> Value {
    assert!(answer.get("error").is_none(), "the page says: {answer}");
    answer
}

/// The median and the value below which 95 of 100 are.
pub(crate) fn quantiles(values: &Value) -> [f64; 2] {
    let mut values: Vec<f64> = values.as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
    values.sort_by(f64::total_cmp);
    [0.5, 0.95].map(|share| values[((values.len() - 1) as f64 * share).round() as usize])
}
