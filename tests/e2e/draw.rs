//! The main job through the screen: draw, simulate, lose power, go on.

use fantoccini::key::Key;

use crate::page::Page;
use crate::window::Machine;

const SPLIT: &str = ".card[data-kind='splitAccounts'][data-selected]";
const CARDS: &str = ".card[data-node]";

#[tokio::test]
#[ignore = "needs the built window: cargo xtask test"]
async fn a_split_is_drawn_and_simulated_and_survives_a_kill() {
    let machine = Machine::new();
    let window = machine.start().await;
    let page = &window.page;
    let before = page.count(CARDS).await;
    assert!(before > 10, "the sample journey has {before} cards");
    page.picture("1-start").await;

    insert(page, "audience/", "split", "splitAccounts").await;
    let split = page.attribute(SPLIT, "data-node").await.expect("a card has an id");
    set_condition(page, "Industry", "Agriculture").await;
    saved(page).await;
    page.picture("2-split").await;

    page.click("[data-testid='simulate']").await;
    let entered = format!("[data-testid='entered-{split}']");
    let inside = number(&page.reads(&entered, |text| number(text) > 0).await);
    let audience = number(&page.text("[data-testid='entered-audience']").await);
    assert_eq!(inside, audience, "everybody who enters the journey comes to the split");
    let figure = page.text("[data-testid='kpi-ready']").await;
    assert!(figure.chars().any(|letter| letter.is_ascii_digit()), "sales-ready groups read {figure:?}");
    page.wait(".chart svg path").await;
    page.picture("3-simulated").await;
    let undo = page.attribute("[data-testid='undo']", "aria-label").await;
    let cards = page.attributes(CARDS, "data-node").await;

    window.kill();

    let window = machine.start().await;
    let page = &window.page;
    assert_eq!(page.attributes(CARDS, "data-node").await, cards);
    assert_eq!(number(&page.text(&entered).await), inside, "the last run is shown again");
    assert_eq!(page.attribute("[data-testid='undo']", "aria-label").await, undo);
    page.click(&format!("[data-node='{split}']")).await;
    let condition = page.text("[data-testid='side'] .condition-words").await;
    assert!(condition.contains("Agriculture"), "the condition reads {condition:?}");
    page.picture("4-after-kill").await;

    step_until(page, "undo", &split, false).await;
    assert_eq!(page.count(CARDS).await, before);
    step_until(page, "redo", &split, true).await;
    assert_eq!(page.count(CARDS).await, before + 1);
    saved(page).await;
}

/// Puts something on an edge by its ⊕ and the menu's search.
async fn insert(page: &Page, exit: &str, search: &str, choice: &str) {
    let before = page.count(CARDS).await;
    page.click(&format!("[data-exit='{exit}']")).await;
    page.wait(".insert input:focus").await;
    page.write(".insert input", search).await;
    page.click(&format!("[data-choice='{choice}']")).await;
    page.wait(SPLIT).await;
    assert_eq!(page.count(CARDS).await, before + 1);
}

/// Asks an attribute of the first path of the selected split for a text, in the dialog behind the panel.
async fn set_condition(page: &Page, attribute: &str, text: &str) {
    page.click("[data-testid='side'] [data-testid='edit-condition']").await;
    page.click("[data-testid='condition-dialog'] [data-testid='add-condition']").await;
    page.click("[role='menuitem'][data-key='attribute']").await;
    let leaf = "[data-testid='condition-dialog'] [data-leaf='attribute']";
    let field = format!("{leaf} input[role='combobox']:not(.texts *)");
    page.replace(&field, attribute).await;
    page.wait("[role='option']").await;
    page.write(&field, &format!("{}{}", char::from(Key::Down), char::from(Key::Enter))).await;
    page.gone("[role='option']").await;
    page.write(&format!("{leaf} .texts input"), &format!("{text}{}", char::from(Key::Enter))).await;
    page.reads("[data-testid='condition-dialog'] .condition-words", |words| words.contains(text)).await;
    page.reads("[data-testid='condition-dialog'] [data-testid='matches']", |words| number(words) > 0).await;
    page.click("[data-testid='condition-done']").await;
    page.gone("[data-testid='condition-dialog']").await;
}

/// Undoes or redoes until a card is gone or there.
async fn step_until(page: &Page, step: &str, card: &str, there: bool) {
    let card = format!("[data-node='{card}']");
    for _ in 0..20 {
        if page.has(&card).await == there {
            return;
        }
        page.click(&format!("[data-testid='{step}']:not([disabled])")).await;
        saved(page).await;
    }
    panic!("{step} did not bring what it should");
}

async fn saved(page: &Page) {
    page.wait("[data-testid='saved'][data-state='saved']").await;
}

/// The first number in a text, without what sets thousands apart.
fn number(text: &str) -> u64 {
    let first = text.split_whitespace().find(|word| word.starts_with(|letter: char| letter.is_ascii_digit()));
    let digits: String = first.unwrap_or_default().chars().filter(char::is_ascii_digit).collect();
    digits.parse().unwrap_or_default()
}
