//! The desktop window: it opens the workspace, shows the page and passes each command on, one line per command.
//! It never decides anything about a journey and never keeps anything.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod beside;
mod closing;
mod commands;
mod desktop;
mod door;

use std::path::PathBuf;

use tauri::{App, Manager, RunEvent, WebviewWindowBuilder};

use door::Door;

fn main() -> Result<(), tauri::Error> {
    desktop::choose_renderer();
    let door = Door::default();
    let app = tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .manage(door.clone())
        .invoke_handler(commands::all())
        .setup(|app| Ok(open_window(app)?))
        .on_window_event(closing::flush)
        .build(tauri::generate_context!())?;
    door.open(data_folder(&app)?);
    app.run(move |_, event| {
        if let RunEvent::Exit = event {
            door.close();
        }
    });
    Ok(())
}

/// The first window, as it is described in the configuration.
fn open_window(app: &App) -> tauri::Result<()> {
    for window in &app.config().app.windows {
        let window = WebviewWindowBuilder::from_config(app, window)?
            .initialization_script(include_str!("freeze.js"))
            .on_new_window(beside::opener(app.handle()))
            .build()?;
        desktop::watch_darkness(&window);
    }
    Ok(())
}

/// `CARAVAN_DATA`, or the platform's folder for the data of this application.
fn data_folder(app: &App) -> Result<PathBuf, tauri::Error> {
    match std::env::var_os("CARAVAN_DATA").filter(|folder| !folder.is_empty()) {
        Some(folder) => Ok(folder.into()),
        None => app.path().app_data_dir(),
    }
}
