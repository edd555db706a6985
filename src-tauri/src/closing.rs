//! Closing the window loses nothing: what is being typed is sent first.

use std::thread;
use std::time::{Duration, Instant};

use tauri::{Manager, Window, WindowEvent};

use crate::door::Door;

/// How long the page may be silent before it has said all, and how long a window stays at most.
const SILENCE: Duration = Duration::from_millis(80);
const PATIENCE: Duration = Duration::from_secs(2);

/// Holds a closing window back until the page has sent what is still in its fields, and the answers are there.
pub(crate) fn flush(window: &Window, event: &WindowEvent) {
    let WindowEvent::CloseRequested { api, .. } = event else { return };
    let Some(page) = window.get_webview_window(window.label()) else { return };
    api.prevent_close();
    let door = window.state::<Door>().inner().clone();
    // The page sends what is typed on this event, as it does when a browser's tab is closed.
    let told = page.eval("window.dispatchEvent(new Event('pagehide'))").is_ok();
    thread::spawn(move || {
        let begun = Instant::now();
        let mut quiet_since = begun;
        while told && quiet_since.elapsed() < SILENCE && begun.elapsed() < PATIENCE {
            thread::sleep(Duration::from_millis(5));
            if !door.is_quiet() {
                quiet_since = Instant::now();
            }
        }
        let _ = page.destroy();
    });
}
