//! The presenter's notes in a window of their own, which follows the first one and goes with it.

use serde_json::json;

use crate::window::Machine;

/// What stands in the window beside, and how it is laid out; nothing where there is none.
const LOOK: &str = "const done = arguments[arguments.length - 1];
    const beside = window.open('about:blank', 'caravan-beside');
    const view = beside?.document.querySelector('.presenter');
    done(view ? [beside.getComputedStyle(view).display, view.innerText].join(': ') : '');";

#[tokio::test]
#[ignore = "needs the built window: cargo xtask test"]
async fn the_presenter_has_notes_in_a_window_beside() {
    let machine = Machine::new();
    let window = machine.start().await;
    let page = &window.page;
    page.wait("body[data-ready='1'] .card").await;
    page.press(&["F5"]).await;
    page.wait("[data-testid='play']").await;
    page.press(&["p"]).await;
    page.wait("[data-testid='toggle-presenter'][aria-pressed='true']").await;
    let words = async || page.run(LOOK, vec![json!(null)]).await.as_str().unwrap_or_default().to_owned();
    page.until("the day in the window beside", async || words().await.contains("Day 0 of 90")).await;
    page.until("the look of this window", async || words().await.starts_with("grid: ")).await;
    page.press(&["PageDown"]).await;
    page.wait("[data-testid='caption']").await;
    page.until("the chapter in the window beside", async || words().await.contains("Chapter 2 of 12")).await;
    page.picture("beside").await;
    page.press(&["p"]).await;
    page.wait("[data-testid='toggle-presenter'][aria-pressed='false']").await;
}
