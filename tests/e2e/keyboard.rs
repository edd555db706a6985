//! A whole design by keyboard alone: thirty edits of a new journey, all taken back and done again.

use crate::page::Page;
use crate::window::Machine;

const CARDS: &str = ".card[data-node]";
const UNDO: &str = "[data-testid='undo']";

#[tokio::test]
#[ignore = "needs the built window: cargo xtask test"]
async fn a_journey_is_designed_by_keyboard_alone() {
    let machine = Machine::new();
    let window = machine.start().await;
    let mut hand = Hand { page: &window.page, edits: 0 };
    hand.begins().await;
    hand.draws_a_line().await;
    hand.moves_and_tidies().await;
    hand.switches_off_and_removes().await;
    assert!(hand.edits >= 30, "{} edits", hand.edits);
    hand.page.picture("by-keyboard").await;
    hand.takes_all_back().await;
}

/// Somebody who never touches the mouse.
struct Hand<'a> {
    page: &'a Page,
    edits: usize,
}

impl Hand<'_> {
    async fn begins(&mut self) {
        let page = self.page;
        page.press(&["Control+Alt+n"]).await;
        page.wait("[role='dialog'] input:focus").await;
        page.press(&["Control+a"]).await;
        page.type_words("By keyboard").await;
        page.press(&["Enter"]).await;
        page.wait(".top h1[title='By keyboard']").await;
        page.wait("#root:not([inert])").await;
        page.gone("[role='dialog']").await;
        page.until("a journey of one card", async || page.count(CARDS).await == 1).await;
        page.press(&["c"]).await;
        page.until("the keyboard on the start", async || !page.focused().await.is_empty()).await;
        self.name("Growers").await;
        // Its audience, in the panel and back.
        let start = page.focused().await;
        page.press(&["Enter"]).await;
        page.wait(".side input:focus").await;
        page.press(&["Tab", "Down"]).await;
        page.wait("[role='option']").await;
        page.press(&["Enter"]).await;
        self.did("Undo: Growers: ").await;
        page.press(&["Escape"]).await;
        page.until("the keyboard back on its card", async || page.focused().await == start).await;
    }

    async fn draws_a_line(&mut self) {
        for (search, said, name) in [
            ("send email", "add Send email", "First letter"),
            ("wait", "add Wait", "Some days"),
            ("listen", "add Listen", "A click?"),
            ("interesting moment", "nteresting moment", "Remember it"),
            ("split by accounts", "add Split by accounts", "Large?"),
            ("sales alert", "add Send sales alert", "Tell sales"),
        ] {
            self.add(search, said).await;
            self.name(name).await;
        }
        let page = self.page;
        page.press(&["n"]).await;
        page.wait(".note-bubble textarea:focus").await;
        page.type_words("Only for large ones").await;
        page.press(&["Control+Enter"]).await;
        self.did("Note").await;
        self.on("Tell sales").await;
        page.press(&["Left"]).await;
        let split = self.on("Large?").await;
        page.press(&["Shift+F2"]).await;
        page.wait(".exit-pill input:focus").await;
        page.type_words("Over a million").await;
        page.press(&["Enter"]).await;
        self.did("Over a million").await;
        page.until("the keyboard back on the split", async || page.focused().await == split).await;
    }

    async fn moves_and_tidies(&mut self) {
        let page = self.page;
        page.press(&["Left"]).await;
        self.on("Remember it").await;
        for place in ["first letter", "a click"] {
            page.press(&["m"]).await;
            page.wait("[role='dialog'] input:focus").await;
            page.type_words(place).await;
            page.press(&["Enter"]).await;
            self.did("move Remember it to another path").await;
            self.on("Remember it").await;
        }
        for _ in 0..2 {
            page.press(&["Alt+Down"]).await;
            self.did("move Remember it").await;
        }
        page.press(&["t"]).await;
        self.did("tidy 1 card").await;
    }

    async fn switches_off_and_removes(&mut self) {
        let page = self.page;
        page.press(&["d"]).await;
        self.did("disable Remember it").await;
        page.press(&["d"]).await;
        self.did("enable Remember it").await;
        self.add("split by people", "add Split by people").await;
        page.press(&["Delete"]).await;
        self.did("delete Split by people").await;
        page.press(&["c", "Control+a"]).await;
        page.press(&["Alt+Up"]).await;
        self.did("move").await;
        page.press(&["Shift+t"]).await;
        self.did("Undo: tidy").await;
        page.press(&["Escape", "c"]).await;
        page.until("the keyboard on a card", async || !page.focused().await.is_empty()).await;
        for (search, said) in
            [("sms", "add Send SMS"), ("wait", "add Wait"), ("whatsapp", "add Send WhatsApp")]
        {
            self.add(search, said).await;
        }
        self.name("A short word").await;
        page.press(&["Control+d"]).await;
        self.did("duplicate").await;
        page.press(&["Delete"]).await;
        self.did("delete").await;
    }

    async fn takes_all_back(&self) {
        let page = self.page;
        let done = page.attributes(CARDS, "data-node").await;
        for _ in 0..self.edits {
            page.press(&["Control+z"]).await;
            saved(page).await;
        }
        page.until("one card", async || page.count(CARDS).await == 1).await;
        page.wait(&format!("{UNDO}[disabled]")).await;
        for _ in 0..self.edits {
            page.press(&["Control+Shift+z"]).await;
            saved(page).await;
        }
        page.until("all cards", async || page.attributes(CARDS, "data-node").await == done).await;
    }

    /// Adds a step behind the card that has the keyboard, which the new one then has.
    async fn add(&mut self, search: &str, said: &str) {
        let page = self.page;
        let (before, from) = (page.count(CARDS).await, page.focused().await);
        page.press(&["a"]).await;
        page.wait(".insert input:focus").await;
        page.type_words(search).await;
        page.press(&["Enter"]).await;
        page.until(said, async || page.count(CARDS).await == before + 1).await;
        page.until("the keyboard on the new card", async || {
            let now = page.focused().await;
            !now.is_empty() && now != from
        })
        .await;
        self.did(said).await;
    }

    async fn name(&mut self, name: &str) {
        let (page, card) = (self.page, self.page.focused().await);
        page.press(&["F2"]).await;
        page.wait(".card input:focus").await;
        page.type_words(name).await;
        page.press(&["Enter"]).await;
        self.did(name).await;
        page.until("the keyboard back on its card", async || page.focused().await == card).await;
    }

    /// Waits until the card of a name has the keyboard.
    async fn on(&self, name: &str) -> String {
        let page = self.page;
        let called = format!(".react-flow__node[aria-label^='{name}']:focus");
        page.wait(&called).await;
        page.focused().await
    }

    /// An edit is done when undo names it, and it is saved.
    async fn did(&mut self, what: &str) {
        self.edits += 1;
        let page = self.page;
        page.until(what, async || {
            let said = page.attribute(UNDO, "aria-label").await.unwrap_or_default();
            said.to_lowercase().contains(&what.to_lowercase())
        })
        .await;
        saved(page).await;
    }
}

async fn saved(page: &Page) {
    page.wait("[data-testid='saved'][data-state='saved']").await;
}
