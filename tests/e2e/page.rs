//! What a user's eyes and hands do on the page. Everything waits for what it needs, never for time.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::elements::Element;
use fantoccini::key::Key;
use fantoccini::wd::TimeoutConfiguration;
use fantoccini::{Client, Locator};

/// How long anything on the page may take on a busy machine.
const PATIENCE: Duration = Duration::from_secs(60);
const GLANCE: Duration = Duration::from_millis(50);

pub(crate) struct Page {
    client: Client,
}

impl Page {
    pub(crate) fn new(client: Client) -> Page {
        Page { client }
    }

    /// Waits until there is such an element.
    pub(crate) async fn wait(&self, selector: &str) -> Element {
        let found =
            self.client.wait().at_most(PATIENCE).every(GLANCE).for_element(Locator::Css(selector)).await;
        match found {
            Ok(element) => element,
            Err(error) => {
                self.picture("failed").await;
                panic!("{selector} did not come: {error}\n{}", self.words().await)
            }
        }
    }

    /// Waits until there is no such element.
    pub(crate) async fn gone(&self, selector: &str) {
        let patience = Instant::now() + PATIENCE;
        while self.has(selector).await {
            assert!(Instant::now() < patience, "{selector} did not go");
            tokio::time::sleep(GLANCE).await;
        }
    }

    pub(crate) async fn has(&self, selector: &str) -> bool {
        self.client.find(Locator::Css(selector)).await.is_ok()
    }

    pub(crate) async fn count(&self, selector: &str) -> usize {
        self.client.find_all(Locator::Css(selector)).await.expect("the page answers").len()
    }

    /// Clicks when the element stands still, as a person would.
    pub(crate) async fn click(&self, selector: &str) {
        let patience = Instant::now() + PATIENCE;
        let mut before = None;
        loop {
            let element = self.wait(selector).await;
            let place = element.rectangle().await.ok();
            if place.is_some() && place == before {
                // React may draw an element anew between finding and clicking it.
                match element.click().await {
                    Ok(()) => return,
                    Err(error) if Instant::now() > patience => {
                        self.picture("failed").await;
                        panic!("{selector} cannot be clicked: {error}")
                    }
                    Err(_) => {}
                }
            }
            before = place;
            tokio::time::sleep(GLANCE).await;
        }
    }

    pub(crate) async fn write(&self, selector: &str, text: &str) {
        self.wait(selector).await.send_keys(text).await.unwrap_or_else(|error| panic!("{selector}: {error}"));
    }

    /// Writes in place of what stands in a field.
    pub(crate) async fn replace(&self, selector: &str, text: &str) {
        // Two calls, since the driver lets go of Control at the end of one only.
        self.write(selector, &format!("{}a", char::from(Key::Control))).await;
        self.write(selector, text).await;
    }

    pub(crate) async fn text(&self, selector: &str) -> String {
        self.wait(selector).await.text().await.expect("it has a text")
    }

    /// Waits until the text of an element is what it should be.
    pub(crate) async fn reads(&self, selector: &str, fits: impl Fn(&str) -> bool) -> String {
        let patience = Instant::now() + PATIENCE;
        loop {
            let text = self.text(selector).await;
            if fits(&text) {
                return text;
            }
            if Instant::now() > patience {
                self.picture("failed").await;
                panic!("{selector} still reads {text:?}");
            }
            tokio::time::sleep(GLANCE).await;
        }
    }

    pub(crate) async fn attribute(&self, selector: &str, name: &str) -> Option<String> {
        self.wait(selector).await.attr(name).await.expect("the page answers")
    }

    /// Every element's value of an attribute, in the order of the page.
    pub(crate) async fn attributes(&self, selector: &str, name: &str) -> Vec<String> {
        let mut values = Vec::new();
        for element in self.client.find_all(Locator::Css(selector)).await.expect("the page answers") {
            values.extend(element.attr(name).await.ok().flatten());
        }
        values
    }

    /// Presses keys one after the other, as on a keyboard: "a", "F2", "Control+Shift+z".
    pub(crate) async fn press(&self, chords: &[&str]) {
        for chord in chords {
            let keys: Vec<char> = match *chord {
                "+" => vec!['+'],
                chord => chord.split('+').map(key).collect(),
            };
            let down = keys.iter().map(|&value| KeyAction::Down { value });
            let up = keys.iter().rev().map(|&value| KeyAction::Up { value });
            self.keyboard(down.chain(up)).await;
        }
    }

    /// Types words where the keyboard is.
    pub(crate) async fn type_words(&self, words: &str) {
        let keys = words.chars().flat_map(|value| [KeyAction::Down { value }, KeyAction::Up { value }]);
        self.keyboard(keys).await;
    }

    async fn keyboard(&self, keys: impl Iterator<Item = KeyAction>) {
        let actions = keys.fold(KeyActions::new("keyboard".to_owned()), KeyActions::then);
        self.client.perform_actions(actions).await.expect("keys can be pressed");
    }

    /// The card that has the keyboard; nothing where something else has it.
    pub(crate) async fn focused(&self) -> String {
        let script = "arguments[0]((document.activeElement.dataset || {}).id || '')";
        self.run(script, Vec::new()).await.as_str().unwrap_or_default().to_owned()
    }

    /// Waits until something is so.
    pub(crate) async fn until<F: Future<Output = bool>>(&self, what: &str, so: impl Fn() -> F) {
        let patience = Instant::now() + PATIENCE;
        while !so().await {
            if Instant::now() > patience {
                self.picture("failed").await;
                panic!("{what} did not come about\n{}", self.words().await);
            }
            tokio::time::sleep(GLANCE).await;
        }
    }

    /// Runs the body of a function in the page and waits for what it hands to its last argument.
    pub(crate) async fn run(&self, script: &str, arguments: Vec<serde_json::Value>) -> serde_json::Value {
        let patience = TimeoutConfiguration::new(Some(PATIENCE * 5), None, None);
        self.client.update_timeouts(patience).await.expect("the driver takes more time");
        self.client.execute_async(script, arguments).await.expect("the page runs the script")
    }

    /// Loads the page anew.
    pub(crate) async fn refresh(&self) {
        self.client.refresh().await.expect("the page loads again");
    }

    /// A picture for people, where the environment names a folder for them.
    pub(crate) async fn picture(&self, name: &str) {
        let Some(folder) = std::env::var_os("CARAVAN_PICTURES").map(PathBuf::from) else { return };
        let picture = self.client.screenshot().await.expect("a picture can be taken");
        std::fs::create_dir_all(&folder).expect("the folder can be made");
        std::fs::write(folder.join(format!("{name}.png")), picture).expect("the picture can be written");
    }

    async fn words(&self) -> String {
        match self.client.find(Locator::Css("body")).await {
            Ok(body) => body.text().await.unwrap_or_default(),
            Err(error) => error.to_string(),
        }
    }
}

/// A key by its name.
fn key(name: &str) -> char {
    match name {
        "Control" => Key::Control.into(),
        "Shift" => Key::Shift.into(),
        "Alt" => Key::Alt.into(),
        "Enter" => Key::Enter.into(),
        "Escape" => Key::Escape.into(),
        "Tab" => Key::Tab.into(),
        "Delete" => Key::Delete.into(),
        "Left" => Key::Left.into(),
        "Right" => Key::Right.into(),
        "Up" => Key::Up.into(),
        "Down" => Key::Down.into(),
        "PageDown" => Key::PageDown.into(),
        "F2" => Key::F2.into(),
        "F5" => Key::F5.into(),
        "Space" => ' ',
        letter => letter.chars().next().expect("a key has a name"),
    }
}
