//! The types that Rust and the window share are generated; a stale file is a red test. UPDATE=1 refreshes them.

use std::any::{TypeId, type_name};
use std::collections::{BTreeMap, HashMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};

use design::assumptions::Preset;
use design::behind::{AccountsBehind, Behind};
use design::catalogue::Catalogue;
use design::condition::Condition;
use design::course::Story;
use design::goals::{Goals, Judged};
use design::groups::{Coverage, GroupDetail, GroupsLooking, GroupsPage, Overlap};
use design::intent::Intent;
use design::live::LiveView;
use design::matching::{Matches, TemplatePreview};
use design::proposals::Proposal;
use design::search::{Choice, Search};
use design::suggest::{Holdings, Suggestion, ValuesOf};
use design::tables::TableIntent;
use design::trigger::Trigger;
use design::update::Update;
use design::workspace::intent::WorkspaceIntent;
use design::workspace::uses::Use;
use studio::import::{FilePreview, Given, ImportSummary, Target};
use studio::sample::Recipe;
use studio::templates::TemplateInfo;
use studio::{
    Compared, Cut, Failure, History, ImportProgress, JourneySummary, Looking, Measured, Rows, RunEvent,
    RunLine, RunSide, RunStarted, SheetForm, SheetOf, Start, TableView, TableViews, TablesView, VersionOf,
    WorkspaceView,
};
use ts_rs::{Config, TS, TypeVisitor};

use crate::golden::{folder, place};

#[test]
fn generated_types_are_fresh() {
    let out = tempfile::tempdir().unwrap();
    let mut roots = Roots {
        config: Config::new().with_large_int("number").with_out_dir(out.path()),
        seen: HashSet::new(),
        names: HashMap::new(),
    };
    // What crosses the door; everything inside it follows.
    roots.visit::<Update>();
    roots.visit::<Intent>();
    roots.visit::<Catalogue>();
    roots.visit::<Condition>();
    roots.visit::<Trigger>();
    roots.visit::<Cut>();
    roots.visit::<History>();
    roots.visit::<VersionOf>();
    roots.visit::<Compared>();
    roots.visit::<Failure>();
    roots.visit::<Start>();
    roots.visit::<JourneySummary>();
    roots.visit::<RunEvent>();
    roots.visit::<RunStarted>();
    roots.visit::<studio::Exported>();
    roots.visit::<studio::DocumentOf>();
    roots.visit::<studio::ExportPlace>();
    roots.visit::<studio::show::Playable>();
    roots.visit::<studio::ShowForm>();
    roots.visit::<design::show::ChapterIntent>();
    roots.visit::<studio::ChaptersView>();
    roots.visit::<Given>();
    roots.visit::<FilePreview>();
    roots.visit::<Target>();
    roots.visit::<ImportSummary>();
    roots.visit::<ImportProgress>();
    roots.visit::<Matches>();
    roots.visit::<ValuesOf>();
    roots.visit::<Suggestion>();
    roots.visit::<Holdings>();
    roots.visit::<WorkspaceIntent>();
    roots.visit::<WorkspaceView>();
    roots.visit::<RunLine>();
    roots.visit::<LiveView>();
    roots.visit::<Preset>();
    roots.visit::<Measured>();
    roots.visit::<RunSide>();
    roots.visit::<studio::ScenariosView>();
    roots.visit::<design::scenario::ScenarioIntent>();
    roots.visit::<Search>();
    roots.visit::<Choice>();
    roots.visit::<studio::CandidateCount>();
    roots.visit::<Behind>();
    roots.visit::<design::behind::AccountsPage>();
    roots.visit::<AccountsBehind>();
    roots.visit::<Story>();
    roots.visit::<Proposal>();
    roots.visit::<Goals>();
    roots.visit::<Judged>();
    roots.visit::<Looking>();
    roots.visit::<Rows>();
    roots.visit::<Recipe>();
    roots.visit::<TableView>();
    roots.visit::<TableViews>();
    roots.visit::<TableIntent>();
    roots.visit::<TablesView>();
    roots.visit::<GroupsLooking>();
    roots.visit::<GroupsPage>();
    roots.visit::<GroupDetail>();
    roots.visit::<Coverage>();
    roots.visit::<Overlap>();
    roots.visit::<TemplatePreview>();
    roots.visit::<Use>();
    roots.visit::<SheetOf>();
    roots.visit::<SheetForm>();
    roots.visit::<TemplateInfo>();
    roots.visit::<studio::WorkspaceFile>();
    roots.visit::<studio::Calibration>();
    let mut files = read(out.path());
    let lines: String = files
        .keys()
        .map(|name| format!("export type * from \"./{}\";\n", name.trim_end_matches(".ts")))
        .collect();
    files.insert(
        "index.ts".into(),
        format!("// Generated, like every file of this folder, from the Rust types.\n{lines}"),
    );
    folder(&place("ui/src/core/types"), &files);
}

/// Writes each type once, and refuses two Rust types of one name: they would share a file.
struct Roots {
    config: Config,
    seen: HashSet<TypeId>,
    names: HashMap<PathBuf, &'static str>,
}

impl TypeVisitor for Roots {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if !self.seen.insert(TypeId::of::<T>()) {
            return;
        }
        if let Some(path) = T::output_path() {
            let other = self.names.insert(path.clone(), type_name::<T>());
            assert!(
                other.is_none(),
                "{} and {} are both {}",
                other.unwrap_or_default(),
                type_name::<T>(),
                path.display()
            );
            T::export(&self.config).unwrap();
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}

fn read(folder: &Path) -> BTreeMap<String, String> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let file = |path: PathBuf| {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        (name, fs::read_to_string(path).unwrap())
    };
    entries.map(file).collect()
}
