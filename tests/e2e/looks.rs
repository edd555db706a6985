//! Languages and themes: switched at once, and still so after the next start.

use crate::window::Machine;

#[tokio::test]
#[ignore = "needs the built window: cargo xtask test"]
async fn spanish_and_dark_are_switched_at_once_and_kept() {
    let machine = Machine::new();
    let window = machine.start().await;
    let page = &window.page;
    page.click("[data-testid='simulate']").await;
    page.wait("[data-testid='kpi-ready']").await;
    page.wait(".chart svg path").await;
    page.picture("english-light").await;

    page.click("[data-testid='language']").await;
    page.click("[role^='menuitem'][data-key='es']").await;
    page.wait("html[lang='es']").await;
    page.gone("[role='menu']").await;
    page.reads("[data-testid='simulate']", |text| text == "Simular").await;
    page.picture("spanish-light").await;

    page.click("[data-testid='theme']").await;
    page.click("[role^='menuitem'][data-key='dark']").await;
    page.gone("[role='menu']").await;
    page.wait("html[data-theme='dark']").await;
    page.picture("spanish-dark").await;

    window.kill();

    let window = machine.start().await;
    window.page.wait("html[lang='es']").await;
    window.page.wait("html[data-theme='dark']").await;
    window.page.reads("[data-testid='simulate']", |text| text == "Simular").await;

    let page = &window.page;
    page.click("[data-testid='language']").await;
    page.click("[role^='menuitem'][data-key='en']").await;
    page.wait("html[lang='en']").await;
    page.gone("[role='menu']").await;
    page.picture("english-dark").await;
}
