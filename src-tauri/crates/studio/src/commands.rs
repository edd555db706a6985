//! The door: every command by its name, its arguments and its answer in JSON. The window's shell and the host for
//! browsers both call this one table, so that they cannot differ.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use design::behind::{AccountsPage, Behind};
use design::condition::Condition;
use design::goals::Goals;
use design::groups::GroupsLooking;
use design::intent::Intent;
use design::journey::JourneyKind;
use design::lifecycle::JourneyStatus;
use design::problem::Finding;
use design::scenario::ScenarioIntent;
use design::search::{Search, Vary};
use design::sentences::Language;
use design::show::ChapterIntent;
use design::suggest::ValuesOf;
use design::tables::TableIntent;
use design::workspace::intent::WorkspaceIntent;
use design::workspace::{Collection, RoleCard};
use design::{Id, On, catalogue};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::Failure;
use crate::export::SheetForm;
use crate::import::{FileClass, Given};
use crate::sample::Recipe;
use crate::studio::{
    DocumentOf, Listener, Looking, Preferences, RunSide, SheetOf, ShowForm, Studio, TableName, TableView,
    VersionOf,
};
use crate::workplace::Workplace;

/// A line for each command: its name, its arguments, what it does.
macro_rules! commands {
    (
        |$studio:ident, $on:ident|
        $($name:literal { $($field:ident: $type:ty),* } => $body:expr;)+
    ) => {
        /// The commands of the open workspace, in the order of the table.
        const STUDIO: &[&str] = &[$($name),+];

        fn dispatch($studio: &Arc<Studio>, name: &str, arguments: Value, $on: Listener) -> Result<String, Failure> {
            match name {
                $($name => {
                    #[derive(Deserialize)]
                    struct Arguments { $($field: $type),* }
                    let Arguments { $($field),* } = read(name, arguments)?;
                    json(&$body)
                })+
                _ => Err(Failure::new("unknown-command", format!("There is no command {name}.")).with("command", name)),
            }
        }
    };
}

commands! { |studio, on|
    "start" {} => studio.start()?;
    "catalogue" {} => catalogue::catalogue();
    "open" { journey: Id } => studio.open_journey(&journey)?;
    "edit" { journey: Id, intent: Intent } => studio.edit(&journey, intent)?;
    "undo" { journey: Id } => studio.undo(&journey)?;
    "redo" { journey: Id } => studio.redo(&journey)?;
    "copy" { journey: Id, nodes: Vec<Id> } => studio.copy(&journey, &nodes)?;
    "cut" { journey: Id, nodes: Vec<Id>, keep: Option<Id> } => studio.cut(&journey, nodes, keep)?;
    "listVersions" { journey: Id } => studio.list_versions(&journey)?;
    "nameVersion" { journey: Id, version: Option<Id>, name: String } => studio.name_version(&journey, version.as_ref(), &name)?;
    "readVersion" { journey: Id, version: Id } => studio.read_version(&journey, &version)?;
    "compareVersions" { a: VersionOf, b: VersionOf } => studio.compare_versions(&a, &b)?;
    "restoreVersion" { journey: Id, version: Id } => studio.restore_version(&journey, &version)?;
    "createJourney" { name: String, kind: Option<JourneyKind>, template: Option<String>, language: Option<Language> } =>
        studio.create_journey(&name, kind.unwrap_or(JourneyKind::Account), template.as_deref(), language.unwrap_or_default())?;
    "importJourney" { path: String } => studio.import_journey(&path)?;
    "duplicateJourney" { journey: Id, name: String, structure: Option<bool> } =>
        studio.duplicate_journey(&journey, &name, structure == Some(true))?;
    "deleteJourney" { journey: Id } => studio.delete_journey(&journey)?;
    "countMatches" { on: On, condition: Condition } => studio.count_matches(on, &condition)?;
    "simulate" { journey: Id } => studio.simulate(&journey, on)?;
    "cancel" { run: String } => { studio.cancel(&run); Done {} };
    "lastRun" { journey: Id } => studio.last_run(&journey)?;
    "live" { journey: Id, anew: Option<bool> } => studio.live(&journey, anew.unwrap_or(false))?;
    "endLive" {} => { studio.end_live(); Done {} };
    "scenarios" {} => studio.scenarios()?;
    "editScenarios" { intent: ScenarioIntent } => studio.edit_scenarios(intent)?;
    "undoScenarios" {} => studio.undo_scenarios()?;
    "redoScenarios" {} => studio.redo_scenarios()?;
    "measured" {} => studio.measured()?;
    "goals" { journey: Id } => studio.goals(&journey)?;
    "saveGoals" { journey: Id, goals: Goals } => studio.save_goals(&journey, goals)?;
    "judge" { run: String } => studio.judge(&run)?;
    "sensitivity" { journey: Id, figures: Vec<String>, ranges: bool } => studio.sensitivity(&journey, figures, ranges, on)?;
    "compare" { a: RunSide, b: RunSide } => studio.compare(&a, &b, on)?;
    "searchChoices" { journey: Id } => studio.search_choices(&journey)?;
    "countCandidates" { journey: Id, vary: Vec<Vary> } => studio.count_candidates(&journey, vary)?;
    "search" { journey: Id, search: Search } => studio.search(&journey, search, on)?;
    "accountsBehind" { journey: Id, run: Option<String>, behind: Behind, page: Option<AccountsPage> } =>
        studio.accounts_behind(&journey, run.as_deref(), &behind, &page.unwrap_or_default())?;
    "proposals" { journey: Id, run: String } => studio.proposals(&journey, &run)?;
    "story" { journey: Id, run: Option<String>, account: String, replication: Option<u32> } =>
        studio.story(&journey, run.as_deref(), &account, replication.unwrap_or(0))?;
    "listRuns" { journey: Id } => studio.list_runs(&journey)?;
    "openRun" { run: String } => studio.open_run(&run)?;
    "journeys" {} => studio.journeys()?;
    "thumbnail" { journey: Id } => studio.thumbnail(&journey)?;
    "templates" {} => studio.templates()?;
    "savePreferences" { preferences: Preferences } => studio.save_preferences(preferences)?;

    "previewImport" { files: Vec<Given> } => studio.preview_import(&files)?;
    "importTargets" { class: FileClass } => studio.import_targets(class);
    "importFiles" { files: Vec<Given> } => studio.import_files(&files)?;
    "importProgress" {} => studio.import_progress();
    "cancelImport" {} => { studio.cancel_import(); Done {} };
    "rows" { looking: Looking, from: u32, count: u32 } => studio.rows(&looking, from, count)?;
    "suggestValues" { of: ValuesOf, typed: String } => studio.suggest_values(&of, &typed)?;
    "holdings" {} => studio.holdings()?;
    "makeSample" { recipe: Recipe } => studio.make_sample(&recipe)?;
    "tableViews" {} => studio.table_views()?;
    "saveTableView" { table: TableName, view: TableView } => studio.save_table_view(table, view)?;
    // Edits of the tables by hand.
    "tables" {} => studio.tables_view()?;
    "editTables" { intent: TableIntent } => studio.edit_tables(&intent)?;
    "undoTables" {} => studio.undo_tables()?;
    "redoTables" {} => studio.redo_tables()?;
    // The buying groups of the data at hand.
    "listGroups" { looking: GroupsLooking, from: u32, count: u32 } => studio.list_groups(&looking, from, count)?;
    "group" { interest: Id, account: String } => studio.group(&interest, &account)?;
    "coverage" {} => studio.coverage()?;
    "overlap" {} => studio.overlap()?;
    "previewTemplate" { cards: Vec<RoleCard> } => studio.preview_template(&cards)?;
    "calibration" {} => studio.calibration()?;
    "uses" { of: Option<Collection>, key: String } => studio.uses(of, &key)?;
    "exportSheet" { sheet: SheetOf, form: SheetForm, language: Language } => studio.export_sheet(&sheet, form, language)?;
    "saveSheet" { sheet: SheetOf, form: SheetForm, language: Language, path: String } =>
        studio.save_sheet(&sheet, form, language, &path)?;
    // The workspace's own records.
    "workspace" {} => studio.workspace()?;
    "editWorkspace" { intent: WorkspaceIntent } => studio.edit_workspace(intent)?;
    "undoWorkspace" {} => studio.undo_workspace()?;
    "redoWorkspace" {} => studio.redo_workspace()?;
    "mendWorkspace" { journey: Id, finding: Finding } => studio.mend_workspace(&journey, &finding)?;
    "setJourneyStatus" { journey: Id, status: JourneyStatus } => studio.set_journey_status(&journey, status)?;
    // Giving a journey away.
    "exportJourney" { journey: Id, format: String, language: Language } => studio.export_journey(&journey, &format, language)?;
    "exportDocument" { of: DocumentOf } => studio.export_document(&of)?;
    "exportPlace" { journey: Id, format: String } => studio.export_place(&journey, &format)?;
    "saveExport" { journey: Id, format: String, language: Language, path: String, replace: bool } =>
        studio.save_export(&journey, &format, language, &path, replace)?;
    // Presenting.
    "play" { journey: Id } => studio.play(&journey)?;
    "chapters" { journey: Id } => studio.chapters(&journey)?;
    "editChapters" { journey: Id, intent: ChapterIntent } => studio.edit_chapters(&journey, intent)?;
    "undoChapters" { journey: Id } => studio.undo_chapters(&journey)?;
    "redoChapters" { journey: Id } => studio.redo_chapters(&journey)?;
    "openShow" { path: String } => studio.open_show(&path)?;
    "exportShow" { journey: Id, form: ShowForm, language: Language, private: bool } =>
        studio.export_show(&journey, form, language, private)?;
    "showPlace" { journey: Id, form: ShowForm } => studio.show_place(&journey, form)?;
    "saveShow" { journey: Id, form: ShowForm, language: Language, private: bool, path: String } =>
        studio.save_show(&journey, form, language, private, &path)?;
    "madePlace" { name: String } => studio.made_place(&name);
    "saveMade" { path: String, text: Option<String>, base64: Option<String> } =>
        studio.save_made(&path, text, base64)?;
}

/// The same for the commands of the workplace, which stand in a table of their own: they answer where no workspace is
/// open, too.
macro_rules! workplace_commands {
    (
        |$workplace:ident|
        $($name:literal { $($field:ident: $type:ty),* } => $body:expr;)+
    ) => {
        const WORKPLACE: &[&str] = &[$($name),+];

        fn dispatch_at($workplace: &Workplace, name: &str, arguments: Value) -> Result<String, Failure> {
            match name {
                $($name => {
                    #[derive(Deserialize)]
                    struct Arguments { $($field: $type),* }
                    let Arguments { $($field),* } = read(name, arguments)?;
                    json(&$body)
                })+
                _ => Err(Failure::new("unknown-command", format!("There is no command {name}.")).with("command", name)),
            }
        }
    };
}

workplace_commands! { |workplace|
    "workspaceFile" {} => workplace.file();
    "openWorkspace" { path: String } => workplace.open_file(&path)?;
    "newWorkspace" { name: String, sample: bool } => workplace.new_file(&name, sample)?;
    "copyWorkspace" { path: String } => workplace.copy_file(&path)?;
    "useBackup" { path: String } => workplace.use_backup(&path)?;
}

/// Every command, in the order of the tables.
pub fn names() -> Vec<&'static str> {
    STUDIO.iter().chain(WORKPLACE).copied().collect()
}

/// Runs a command of the workplace; none: it is one of the open workspace.
pub(crate) fn at_workplace(
    workplace: &Workplace,
    name: &str,
    arguments: &Value,
) -> Option<Result<String, Failure>> {
    if !WORKPLACE.contains(&name) {
        return None;
    }
    let done = catch_unwind(AssertUnwindSafe(|| dispatch_at(workplace, name, arguments.clone())));
    Some(done.unwrap_or_else(|_| Err(broken(name))))
}

/// Runs a command and answers with JSON text. `on` hears what a run tells; other commands leave it alone. A panic
/// ends the command and not the program.
pub fn call(studio: &Arc<Studio>, name: &str, arguments: Value, on: Listener) -> Result<String, Failure> {
    catch_unwind(AssertUnwindSafe(|| dispatch(studio, name, arguments, on)))
        .unwrap_or_else(|_| Err(broken(name)))
}

fn broken(name: &str) -> Failure {
    let message = format!("The command {name} failed inside the program; your work is as it was before it.");
    Failure::new("unexpected", message).with("command", name)
}

/// The text of something that can always be written.
pub(crate) fn json(value: &impl Serialize) -> Result<String, Failure> {
    serde_json::to_string(value)
        .map_err(|error| Failure::new("unexpected", format!("The answer could not be written ({error}).")))
}

fn read<T: DeserializeOwned>(name: &str, arguments: Value) -> Result<T, Failure> {
    serde_path_to_error::deserialize(arguments).map_err(|error| {
        let (path, message) = design::formats::native::explained(error);
        let place = if path.is_empty() { "the arguments" } else { &path };
        Failure::new("bad-arguments", format!("{name}, {place}: {message}."))
            .with("command", name)
            .with("path", path)
    })
}

/// The answer of a command that has nothing to say.
#[derive(Serialize)]
struct Done {}
