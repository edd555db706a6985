//! One line per command, into the studio's table.

use std::sync::Arc;

use studio::RunEvent;
use tauri::ipc::{Channel, Invoke, Request};
use tauri::{State, command, generate_handler};

use crate::door::{Answer, Door};

/// All commands of the window.
pub(crate) fn all() -> impl Fn(Invoke) -> bool + Send + Sync + 'static {
    generate_handler![
        start,
        catalogue,
        open,
        edit,
        undo,
        redo,
        copy,
        cut,
        list_versions,
        name_version,
        read_version,
        compare_versions,
        restore_version,
        create_journey,
        duplicate_journey,
        delete_journey,
        count_matches,
        simulate,
        cancel,
        last_run,
        live,
        assumptions,
        goals,
        save_goals,
        judge,
        sensitivity,
        compare,
        list_runs,
        open_run,
        save_preferences,
        preview_import,
        import_targets,
        import_files,
        import_progress,
        cancel_import,
        rows,
        suggest_values,
        holdings,
        make_sample,
        table_views,
        save_table_view,
        tables,
        edit_tables,
        undo_tables,
        redo_tables,
        list_groups,
        group,
        coverage,
        overlap,
        preview_template,
        uses,
        export_sheet,
        save_sheet,
        workspace,
        edit_workspace,
        undo_workspace,
        redo_workspace,
        mend_workspace,
        set_journey_status,
        export_journey,
        export_place,
        save_export
    ]
}

type At<'a> = State<'a, Door>;

#[command]
async fn start(door: At<'_>, request: Request<'_>) -> Answer {
    door.call("start", request).await
}

#[command]
async fn catalogue(door: At<'_>, request: Request<'_>) -> Answer {
    door.call("catalogue", request).await
}

#[command]
async fn open(door: At<'_>, request: Request<'_>) -> Answer {
    door.call("open", request).await
}

#[command]
async fn edit(door: At<'_>, request: Request<'_>) -> Answer {
    door.call("edit", request).await
}

#[command]
async fn undo(door: At<'_>, request: Request<'_>) -> Answer {
    door.call("undo", request).await
}

#[command]
async fn redo(door: At<'_>, request: Request<'_>) -> Answer {
    door.call("redo", request).await
}

#[command]
async fn copy(door: At<'_>, request: Request<'_>) -> Answer {
    door.call("copy", request).await
}

#[command]
async fn cut(door: At<'_>, request: Request<'_>) -> Answer {
    door.call("cut", request).await
}

#[command(rename = "listVersions")]
async fn list_versions(door: At<'_>, request: Request<'_>) -> Answer {
    door.call("listVersions", request).await
}

#[command(rename = "nameVersion")]
async fn name_version(door: At<'_>, request: Request<'_>) -> Answer {
    door.call("nameVersion", request).await
}

#[command(rename = "readVersion")]
async fn read_version(door: At<'_>, request: Request<'_>) -> Answer {
    door.call("readVersion", request).await
}

#[command(rename = "compareVersions")]
async fn compare_versions(door: At<'_>, request: Request<'_>) -> Answer {
    door.call("compareVersions", request).await
}

#[command(rename = "restoreVersion")]
async fn restore_version(door: At<'_>, request: Request<'_>) -> Answer {
    door.call("restoreVersion", request).await
}

#[command(rename = "createJourney")]
async fn create_journey(door: At<'_>, request: Request<'_>) -> Answer {
    door.call("createJourney", request).await
}

#[command(rename = "duplicateJourney")]
async fn duplicate_journey(door: At<'_>, request: Request<'_>) -> Answer {
    door.call("duplicateJourney", request).await
}

#[command(rename = "deleteJourney")]
async fn delete_journey(door: At<'_>, request: Request<'_>) -> Answer {
    door.call("deleteJourney", request).await
}

#[command(rename = "countMatches")]
async fn count_matches(door: At<'_>, request: Request<'_>) -> Answer {
    door.call("countMatches", request).await
}

#[command]
async fn simulate(door: At<'_>, request: Request<'_>, on: Channel<RunEvent>) -> Answer {
    // A page that is gone hears nothing more; the run's result is stored all the same.
    door.pass("simulate", request, Arc::new(move |event| drop(on.send(event)))).await
}

#[command]
async fn cancel(door: At<'_>, request: Request<'_>) -> Answer {
    door.call("cancel", request).await
}

#[command(rename = "lastRun")]
async fn last_run(door: At<'_>, request: Request<'_>) -> Answer {
    door.call("lastRun", request).await
}

#[command]
async fn live(door: At<'_>, request: Request<'_>) -> Answer {
    door.call("live", request).await
}

#[command]
async fn assumptions(door: At<'_>, request: Request<'_>) -> Answer {
    door.call("assumptions", request).await
}

#[command]
async fn goals(door: At<'_>, request: Request<'_>) -> Answer {
    door.call("goals", request).await
}

#[command(rename = "saveGoals")]
async fn save_goals(door: At<'_>, request: Request<'_>) -> Answer {
    door.call("saveGoals", request).await
}

#[command]
async fn judge(door: At<'_>, request: Request<'_>) -> Answer {
    door.call("judge", request).await
}

#[command]
async fn sensitivity(door: At<'_>, request: Request<'_>, on: Channel<RunEvent>) -> Answer {
    door.pass("sensitivity", request, Arc::new(move |event| drop(on.send(event)))).await
}

#[command]
async fn compare(door: At<'_>, request: Request<'_>, on: Channel<RunEvent>) -> Answer {
    door.pass("compare", request, Arc::new(move |event| drop(on.send(event)))).await
}

#[command(rename = "listRuns")]
async fn list_runs(door: At<'_>, request: Request<'_>) -> Answer {
    door.call("listRuns", request).await
}

#[command(rename = "openRun")]
async fn open_run(door: At<'_>, request: Request<'_>) -> Answer {
    door.call("openRun", request).await
}

#[command(rename = "savePreferences")]
async fn save_preferences(door: At<'_>, request: Request<'_>) -> Answer {
    door.call("savePreferences", request).await
}

#[command(rename = "previewImport")]
async fn preview_import(door: At<'_>, request: Request<'_>) -> Answer {
    door.call("previewImport", request).await
}

#[command(rename = "importTargets")]
async fn import_targets(door: At<'_>, request: Request<'_>) -> Answer {
    door.call("importTargets", request).await
}

#[command(rename = "importFiles")]
async fn import_files(door: At<'_>, request: Request<'_>) -> Answer {
    door.call("importFiles", request).await
}

#[command(rename = "importProgress")]
async fn import_progress(door: At<'_>, request: Request<'_>) -> Answer {
    door.call("importProgress", request).await
}

#[command(rename = "cancelImport")]
async fn cancel_import(door: At<'_>, request: Request<'_>) -> Answer {
    door.call("cancelImport", request).await
}

#[command]
async fn rows(door: At<'_>, request: Request<'_>) -> Answer {
    door.call("rows", request).await
}

#[command(rename = "suggestValues")]
async fn suggest_values(door: At<'_>, request: Request<'_>) -> Answer {
    door.call("suggestValues", request).await
}

#[command]
async fn holdings(door: At<'_>, request: Request<'_>) -> Answer {
    door.call("holdings", request).await
}

#[command(rename = "makeSample")]
async fn make_sample(door: At<'_>, request: Request<'_>) -> Answer {
    door.call("makeSample", request).await
}

#[command(rename = "tableViews")]
async fn table_views(door: At<'_>, request: Request<'_>) -> Answer {
    door.call("tableViews", request).await
}

#[command(rename = "saveTableView")]
async fn save_table_view(door: At<'_>, request: Request<'_>) -> Answer {
    door.call("saveTableView", request).await
}

#[command]
async fn tables(door: At<'_>, request: Request<'_>) -> Answer {
    door.call("tables", request).await
}

#[command(rename = "editTables")]
async fn edit_tables(door: At<'_>, request: Request<'_>) -> Answer {
    door.call("editTables", request).await
}

#[command(rename = "undoTables")]
async fn undo_tables(door: At<'_>, request: Request<'_>) -> Answer {
    door.call("undoTables", request).await
}

#[command(rename = "redoTables")]
async fn redo_tables(door: At<'_>, request: Request<'_>) -> Answer {
    door.call("redoTables", request).await
}

#[command(rename = "listGroups")]
async fn list_groups(door: At<'_>, request: Request<'_>) -> Answer {
    door.call("listGroups", request).await
}

#[command]
async fn group(door: At<'_>, request: Request<'_>) -> Answer {
    door.call("group", request).await
}

#[command]
async fn coverage(door: At<'_>, request: Request<'_>) -> Answer {
    door.call("coverage", request).await
}

#[command]
async fn overlap(door: At<'_>, request: Request<'_>) -> Answer {
    door.call("overlap", request).await
}

#[command(rename = "previewTemplate")]
async fn preview_template(door: At<'_>, request: Request<'_>) -> Answer {
    door.call("previewTemplate", request).await
}

#[command]
async fn uses(door: At<'_>, request: Request<'_>) -> Answer {
    door.call("uses", request).await
}

#[command(rename = "exportSheet")]
async fn export_sheet(door: At<'_>, request: Request<'_>) -> Answer {
    door.call("exportSheet", request).await
}

#[command(rename = "saveSheet")]
async fn save_sheet(door: At<'_>, request: Request<'_>) -> Answer {
    door.call("saveSheet", request).await
}

#[command]
async fn workspace(door: At<'_>, request: Request<'_>) -> Answer {
    door.call("workspace", request).await
}

#[command(rename = "editWorkspace")]
async fn edit_workspace(door: At<'_>, request: Request<'_>) -> Answer {
    door.call("editWorkspace", request).await
}

#[command(rename = "undoWorkspace")]
async fn undo_workspace(door: At<'_>, request: Request<'_>) -> Answer {
    door.call("undoWorkspace", request).await
}

#[command(rename = "redoWorkspace")]
async fn redo_workspace(door: At<'_>, request: Request<'_>) -> Answer {
    door.call("redoWorkspace", request).await
}

#[command(rename = "mendWorkspace")]
async fn mend_workspace(door: At<'_>, request: Request<'_>) -> Answer {
    door.call("mendWorkspace", request).await
}

#[command(rename = "setJourneyStatus")]
async fn set_journey_status(door: At<'_>, request: Request<'_>) -> Answer {
    door.call("setJourneyStatus", request).await
}

#[command(rename = "exportJourney")]
async fn export_journey(door: At<'_>, request: Request<'_>) -> Answer {
    door.call("exportJourney", request).await
}

#[command(rename = "exportPlace")]
async fn export_place(door: At<'_>, request: Request<'_>) -> Answer {
    door.call("exportPlace", request).await
}

#[command(rename = "saveExport")]
async fn save_export(door: At<'_>, request: Request<'_>) -> Answer {
    door.call("saveExport", request).await
}
