//! The main job through the screen.

use crate::window::Machine;

#[tokio::test]
#[ignore = "needs the built window: cargo xtask test"]
async fn it_opens() {
    let machine = Machine::new();
    let window = machine.start().await;
    window.page.picture("start").await;
}
