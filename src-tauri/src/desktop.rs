//! What the desktop is like: how to draw on it, and whether it prefers dark windows.

use std::sync::atomic::{AtomicBool, Ordering};

use tauri::{Theme, WebviewWindow, WindowEvent};

static DARK: AtomicBool = AtomicBool::new(false);

/// Whether the desktop prefers dark windows, as far as it has told.
pub(crate) fn is_dark() -> bool {
    DARK.load(Ordering::Relaxed)
}

/// Asks once and listens from then on.
pub(crate) fn watch_darkness(window: &WebviewWindow) {
    let dark = setting_prefers_dark() || matches!(window.theme(), Ok(Theme::Dark));
    DARK.store(dark, Ordering::Relaxed);
    window.on_window_event(|event| {
        if let WindowEvent::ThemeChanged(theme) = event {
            DARK.store(*theme == Theme::Dark, Ordering::Relaxed);
        }
    });
}

/// The desktop's setting, which GTK's theme does not follow everywhere.
#[cfg(target_os = "linux")]
fn setting_prefers_dark() -> bool {
    use gtk::gio::prelude::SettingsExt;
    use gtk::gio::{Settings, SettingsSchemaSource};

    const SCHEMA: &str = "org.gnome.desktop.interface";
    const KEY: &str = "color-scheme";
    // Settings of a schema or a key that is not installed would end the program.
    SettingsSchemaSource::default()
        .and_then(|source| source.lookup(SCHEMA, true))
        .is_some_and(|schema| schema.has_key(KEY) && Settings::new(SCHEMA).string(KEY) == "prefer-dark")
}

#[cfg(not(target_os = "linux"))]
fn setting_prefers_dark() -> bool {
    false
}

/// Without a graphics card the webview's own renderer is 4 to 8 times slower than the plain one, which is taken
/// there unless the user has chosen. It has to be set before the toolkit starts.
#[cfg(target_os = "linux")]
pub(crate) fn choose_renderer() {
    const CHOICE: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";
    let card = std::fs::read_dir("/dev/dri").is_ok_and(|mut entries| {
        entries
            .any(|entry| entry.is_ok_and(|entry| entry.file_name().to_string_lossy().starts_with("renderD")))
    });
    let nvidia = std::path::Path::new("/proc/driver/nvidia/version").exists();
    if !card && !nvidia && std::env::var_os(CHOICE).is_none() {
        // SAFETY: no other thread has been started yet.
        unsafe { std::env::set_var(CHOICE, "1") };
    }
}

#[cfg(not(target_os = "linux"))]
pub(crate) fn choose_renderer() {}
