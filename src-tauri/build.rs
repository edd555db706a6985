//! Lets the window's page ask for the commands named in the capability file and for nothing else.

use std::fs;
use std::path::Path;

/// The commands of the door, in the order of `studio::commands::NAMES`; a test compares the lists.
const COMMANDS: &[&str] = &[
    "start",
    "catalogue",
    "open",
    "edit",
    "undo",
    "redo",
    "copy",
    "cut",
    "listVersions",
    "nameVersion",
    "readVersion",
    "compareVersions",
    "restoreVersion",
    "createJourney",
    "importJourney",
    "duplicateJourney",
    "deleteJourney",
    "countMatches",
    "simulate",
    "cancel",
    "lastRun",
    "live",
    "endLive",
    "scenarios",
    "editScenarios",
    "undoScenarios",
    "redoScenarios",
    "measured",
    "goals",
    "saveGoals",
    "judge",
    "sensitivity",
    "compare",
    "searchChoices",
    "countCandidates",
    "search",
    "accountsBehind",
    "proposals",
    "story",
    "listRuns",
    "openRun",
    "journeys",
    "thumbnail",
    "templates",
    "savePreferences",
    "previewImport",
    "importTargets",
    "importFiles",
    "importProgress",
    "cancelImport",
    "rows",
    "suggestValues",
    "holdings",
    "makeSample",
    "tableViews",
    "saveTableView",
    "tables",
    "editTables",
    "undoTables",
    "redoTables",
    "listGroups",
    "group",
    "coverage",
    "overlap",
    "previewTemplate",
    "calibration",
    "uses",
    "exportSheet",
    "saveSheet",
    "workspace",
    "editWorkspace",
    "undoWorkspace",
    "redoWorkspace",
    "mendWorkspace",
    "setJourneyStatus",
    "exportJourney",
    "exportDocument",
    "exportPlace",
    "saveExport",
    "play",
    "chapters",
    "editChapters",
    "undoChapters",
    "redoChapters",
    "openShow",
    "exportShow",
    "showPlace",
    "saveShow",
    "madePlace",
    "saveMade",
    "workspaceFile",
    "openWorkspace",
    "newWorkspace",
    "copyWorkspace",
    "useBackup",
];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    stand_in_page(Path::new("../ui/dist"))?;
    println!("cargo:rerun-if-changed=../ui/dist");
    println!("cargo:rerun-if-changed=permissions");
    let manifest = tauri_build::AppManifest::new().commands(COMMANDS);
    Ok(tauri_build::try_build(tauri_build::Attributes::new().app_manifest(manifest))?)
}

/// A page that says what is missing, where the real one has not been built: the program embeds the folder, and
/// would not compile without it.
fn stand_in_page(dist: &Path) -> std::io::Result<()> {
    let index = dist.join("index.html");
    if index.exists() {
        return Ok(());
    }
    fs::create_dir_all(dist)?;
    fs::write(
        index,
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Caravan</title>\
         <body><p>The page is not built yet: run “npm run build” in the folder ui, then build the program again.</p>\
         </body></html>\n",
    )
}
