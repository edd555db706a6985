//! One line per command, into the studio's table.

use std::sync::Arc;

use studio::RunEvent;
use tauri::ipc::{Channel, Invoke, Request};
use tauri::{State, command, generate_handler};

use crate::door::{Answer, Door};

/// Makes the commands that the page asks for by their names in the studio's table; `reports` marks those that tell
/// how far they are while they work.
macro_rules! commands {
    ($($command:ident $name:literal $($reports:ident)?;)+) => {
        $(one!($command $name $($reports)?);)+

        /// All commands of the window.
        pub(crate) fn all() -> impl Fn(Invoke) -> bool + Send + Sync + 'static {
            generate_handler![$($command),+]
        }
    };
}

macro_rules! one {
    ($command:ident $name:literal) => {
        #[command(rename = $name)]
        async fn $command(door: State<'_, Door>, request: Request<'_>) -> Answer {
            door.call($name, request).await
        }
    };
    ($command:ident $name:literal reports) => {
        #[command(rename = $name)]
        async fn $command(door: State<'_, Door>, request: Request<'_>, on: Channel<RunEvent>) -> Answer {
            // A page that is gone hears nothing more; the run's result is stored all the same.
            door.pass($name, request, Arc::new(move |event| drop(on.send(event)))).await
        }
    };
}

commands! {
    start "start";
    catalogue "catalogue";
    open "open";
    edit "edit";
    undo "undo";
    redo "redo";
    copy "copy";
    cut "cut";
    list_versions "listVersions";
    name_version "nameVersion";
    read_version "readVersion";
    compare_versions "compareVersions";
    restore_version "restoreVersion";
    create_journey "createJourney";
    import_journey "importJourney";
    duplicate_journey "duplicateJourney";
    delete_journey "deleteJourney";
    count_matches "countMatches";
    simulate "simulate" reports;
    cancel "cancel";
    last_run "lastRun";
    live "live";
    end_live "endLive";
    scenarios "scenarios";
    edit_scenarios "editScenarios";
    undo_scenarios "undoScenarios";
    redo_scenarios "redoScenarios";
    measured "measured";
    goals "goals";
    save_goals "saveGoals";
    judge "judge";
    sensitivity "sensitivity" reports;
    compare "compare" reports;
    search_choices "searchChoices";
    count_candidates "countCandidates";
    search "search" reports;
    accounts_behind "accountsBehind";
    proposals "proposals";
    story "story";
    list_runs "listRuns";
    open_run "openRun";
    journeys "journeys";
    thumbnail "thumbnail";
    templates "templates";
    save_preferences "savePreferences";
    preview_import "previewImport";
    import_targets "importTargets";
    import_files "importFiles";
    import_progress "importProgress";
    cancel_import "cancelImport";
    rows "rows";
    suggest_values "suggestValues";
    holdings "holdings";
    make_sample "makeSample";
    table_views "tableViews";
    save_table_view "saveTableView";
    tables "tables";
    edit_tables "editTables";
    undo_tables "undoTables";
    redo_tables "redoTables";
    list_groups "listGroups";
    group "group";
    coverage "coverage";
    overlap "overlap";
    preview_template "previewTemplate";
    calibration "calibration";
    uses "uses";
    export_sheet "exportSheet";
    save_sheet "saveSheet";
    workspace "workspace";
    edit_workspace "editWorkspace";
    undo_workspace "undoWorkspace";
    redo_workspace "redoWorkspace";
    mend_workspace "mendWorkspace";
    set_journey_status "setJourneyStatus";
    export_journey "exportJourney";
    export_document "exportDocument";
    export_place "exportPlace";
    save_export "saveExport";
    play "play";
    chapters "chapters";
    edit_chapters "editChapters";
    undo_chapters "undoChapters";
    redo_chapters "redoChapters";
    open_show "openShow";
    export_show "exportShow";
    show_place "showPlace";
    save_show "saveShow";
    made_place "madePlace";
    save_made "saveMade";
    workspace_file "workspaceFile";
    open_workspace "openWorkspace";
    new_workspace "newWorkspace";
    copy_workspace "copyWorkspace";
    use_backup "useBackup";
}
