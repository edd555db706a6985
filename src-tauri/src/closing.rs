//! Closing the window loses nothing: what is being typed is sent first.

use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use tauri::{Manager, Window, WindowEvent};

use crate::door::Door;

/// The window with the page; the others show what it writes into them.
const FIRST: &str = "main";

/// How long the page is silent when it has said all, and how long a window stays at most.
const SILENCE: Duration = Duration::from_millis(120);
const PATIENCE: Duration = Duration::from_secs(3);

/// The page sends what is typed on this event, as it does when a browser's tab is closed.
const LEAVE: &str = "window.dispatchEvent(new Event('pagehide'))";

/// Holds a closing window back until the page has sent what is still in its fields, and the answers are there.
pub(crate) fn flush(window: &Window, event: &WindowEvent) {
    let WindowEvent::CloseRequested { api, .. } = event else { return };
    let Some(page) = window.get_webview_window(window.label()) else { return };
    api.prevent_close();
    let door = window.state::<Door>().inner().clone();
    let (tell, told) = mpsc::channel();
    let asked = page.eval_with_callback(LEAVE, move |_| {
        let _ = tell.send(());
    });
    thread::spawn(move || {
        if asked.is_ok() && told.recv_timeout(PATIENCE).is_ok() {
            wait_for_silence(&door);
        }
        // A window that is gone already needs no closing; what stands beside it goes with it.
        for (label, other) in page.app_handle().webview_windows() {
            if label != page.label() && page.label() == FIRST {
                let _ = other.destroy();
            }
        }
        let _ = page.destroy();
    });
}

fn wait_for_silence(door: &Door) {
    let begun = Instant::now();
    let mut quiet_since = begun;
    while quiet_since.elapsed() < SILENCE && begun.elapsed() < PATIENCE {
        thread::sleep(Duration::from_millis(5));
        if !door.is_quiet() {
            quiet_since = Instant::now();
        }
    }
}
