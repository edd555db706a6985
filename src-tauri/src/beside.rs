//! The one window beside the first. The page asks for it empty, with `window.open`, and writes the presenter's notes
//! into it; it runs nothing of its own and may ask the program for nothing.

use tauri::webview::{NewWindowFeatures, NewWindowResponse};
use tauri::{AppHandle, LogicalPosition, Manager, Url, WebviewUrl, WebviewWindowBuilder, Wry};

const LABEL: &str = "beside";

/// Makes the window when the page asks for it, on another screen where there is one. Anything else that a page may
/// want to open is refused.
pub(crate) fn opener(app: &AppHandle) -> impl Fn(Url, NewWindowFeatures) -> NewWindowResponse<Wry> + use<> {
    let app = app.clone();
    move |url, features| {
        if url.as_str() != "about:blank" || app.get_webview_window(LABEL).is_some() {
            return NewWindowResponse::Deny;
        }
        let mut builder = WebviewWindowBuilder::new(&app, LABEL, WebviewUrl::External(url))
            .window_features(features)
            .title("Caravan")
            .inner_size(960.0, 640.0)
            .on_document_title_changed(|window, title| drop(window.set_title(&title)));
        if let Some(LogicalPosition { x, y }) = elsewhere(&app) {
            builder = builder.position(x + 40.0, y + 40.0);
        }
        match builder.build() {
            Ok(window) => NewWindowResponse::Create { window },
            Err(error) => {
                eprintln!("{error}");
                NewWindowResponse::Deny
            }
        }
    }
}

/// The corner of a screen on which the first window is not.
fn elsewhere(app: &AppHandle) -> Option<LogicalPosition<f64>> {
    let here = app.webview_windows().values().next()?.current_monitor().ok()??;
    let screens = app.available_monitors().ok()?;
    let other = screens.into_iter().find(|screen| screen.position() != here.position())?;
    Some(other.position().to_logical(other.scale_factor()))
}
