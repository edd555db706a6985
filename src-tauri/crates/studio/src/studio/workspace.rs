//! The workspace's own records: looking at them, editing them, and taking edits back.

use std::collections::BTreeMap;
use std::sync::Arc;

use design::Id;
use design::check::{mend_workspace, stages_model_problems};
use design::history::Steps;
use design::journey::Journey;
use design::problem::{Finding, Problem};
use design::update::Sentence;
use design::workspace::document::{WorkspaceDocument, WorkspaceHistory, WorkspaceOutcome};
use design::workspace::intent::WorkspaceIntent;
use design::workspace::uses::{Use, User, Users};
use design::workspace::{Workspace, WorkspaceError};
use serde::Serialize;
use ts_rs::TS;

use super::start::{references, sales_ready};
use super::{Open, References, Studio};
use crate::store::{self, StoreError};
use crate::{Failure, commands};

/// The workspace as the window edits it.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct WorkspaceView {
    #[ts(type = "number")]
    pub revision: u64,
    pub workspace: Workspace,
    /// What settings can refer to from now on.
    pub references: References,
    /// By solution interest: the completeness from which a group is ready for sales.
    #[ts(type = "Record<string, number>")]
    pub sales_ready: BTreeMap<String, f64>,
    /// What keeps the stages model from being live; nothing where there is none.
    pub stages_problems: Vec<Problem>,
    /// What undo would take back.
    pub undo: Option<Sentence>,
    /// What redo would do again.
    pub redo: Option<Sentence>,
    /// The key of the record that this edit created by its name.
    pub created: Option<String>,
}

impl Studio {
    pub fn workspace(&self) -> Result<WorkspaceView, Failure> {
        self.lock().workspace_view(None)
    }

    pub fn edit_workspace(&self, intent: WorkspaceIntent) -> Result<WorkspaceView, Failure> {
        self.with_records()?.edit_workspace(vec![intent])
    }

    /// Mends a finding of a journey by editing the workspace.
    pub fn mend_workspace(&self, journey: &Id, finding: &Finding) -> Result<WorkspaceView, Failure> {
        let now = (self.around.now)();
        let mut open = self.with_records()?;
        let intents = open
            .with(journey, now, |document, context| mend_workspace(finding, document.journey(), context))?;
        let gone = || Failure::new("mended", "That finding is there no more; look at the check again.");
        open.edit_workspace(intents.ok_or_else(gone)?)
    }

    /// Answers with the workspace as it is where there is nothing to undo.
    pub fn undo_workspace(&self) -> Result<WorkspaceView, Failure> {
        self.with_records()?.change_workspace(|document, _| Ok(document.undo()))
    }

    /// Answers with the workspace as it is where there is nothing to redo.
    pub fn redo_workspace(&self) -> Result<WorkspaceView, Failure> {
        self.with_records()?.change_workspace(|document, _| Ok(document.redo()))
    }
}

impl Open {
    /// Does the gestures as one step.
    pub(super) fn edit_workspace(&mut self, intents: Vec<WorkspaceIntent>) -> Result<WorkspaceView, Failure> {
        self.change_workspace(|document, users| document.edit(intents, users).map(Some))
    }

    fn change_workspace(
        &mut self,
        change: impl FnOnce(
            &mut WorkspaceDocument,
            &Users<'_>,
        ) -> Result<Option<WorkspaceOutcome>, WorkspaceError>,
    ) -> Result<WorkspaceView, Failure> {
        let journeys = self.all_journeys()?;
        let (scenarios, tables) = (self.scenarios()?.scenarios().all(), Arc::clone(self.tables()?));
        let users = Users { journeys: &journeys, scenarios: &scenarios, tables: Some(&tables) };
        let outcome = change(self.desk()?, &users).map_err(refused)?;
        let Some(outcome) = outcome else { return self.workspace_view(None) };
        self.save_workspace(&outcome.history).inspect_err(|_| {
            // What is not on the disk must not stay in memory either.
            self.desk = None;
        })?;
        if let Some(document) = &self.desk {
            self.workspace = Arc::new(document.workspace().clone());
        }
        self.workspace_view(outcome.created)
    }

    /// The workspace with its history, from memory or from the disk.
    fn desk(&mut self) -> Result<&mut WorkspaceDocument, Failure> {
        let document = match self.desk.take() {
            Some(document) => document,
            None => {
                let stored = store::workspace::load(self.store.read())?;
                let (steps, done) = store::histories::WORKSPACE.load(self.store.read())?;
                let steps = steps
                    .iter()
                    .map(|step| serde_json::from_str(step).map_err(|error| unreadable(&error)))
                    .collect::<Result<_, _>>()?;
                let steps = Steps::stored(steps, done);
                WorkspaceDocument::with_history(stored.workspace, stored.revision, steps)
            }
        };
        Ok(self.desk.insert(document))
    }

    fn save_workspace(&mut self, history: &WorkspaceHistory) -> Result<(), Failure> {
        let step = match history {
            WorkspaceHistory::Added(step) | WorkspaceHistory::Merged(step) => Some(commands::json(step)?),
            WorkspaceHistory::Undone | WorkspaceHistory::Redone => None,
            WorkspaceHistory::Unchanged => return Ok(()),
        };
        let Some(document) = &self.desk else { return Ok(()) };
        let done = document.steps().in_force();
        self.store.write(|transaction| {
            if let Some(step) = step {
                store::histories::WORKSPACE.put(transaction, done, &step)?;
            }
            store::histories::WORKSPACE.set_done(transaction, done)?;
            store::workspace::put(transaction, document.workspace(), document.revision())?;
            Ok::<_, StoreError>(())
        })?;
        Ok(())
    }

    pub(super) fn workspace_view(&mut self, created: Option<String>) -> Result<WorkspaceView, Failure> {
        let named = self.named()?;
        let document = self.desk()?;
        let workspace = document.workspace().clone();
        Ok(WorkspaceView {
            revision: document.revision(),
            references: references(&workspace, named),
            sales_ready: sales_ready(&workspace),
            stages_problems: workspace.stages_model.get().map(stages_model_problems).unwrap_or_default(),
            undo: document.steps().undo_name().cloned(),
            redo: document.steps().redo_name().cloned(),
            workspace,
            created,
        })
    }

    /// Every journey as it stands, from memory where it is there.
    pub(super) fn all_journeys(&mut self) -> Result<Vec<Journey>, Failure> {
        let lines = store::journeys::list(self.store.read())?;
        let ids = lines.into_iter().filter_map(|line| Id::new(line.id));
        ids.map(|id| self.document(&id).map(|document| document.journey().clone())).collect()
    }
}

/// The window has its own sentences by these codes.
fn refused(error: WorkspaceError) -> Failure {
    let message = error.to_string();
    match error {
        WorkspaceError::Unknown(key) => Failure::new("unknown-record", message).with("key", key),
        WorkspaceError::Nameless => Failure::new("record-nameless", message),
        WorkspaceError::Taken(key) => Failure::new("record-taken", message).with("key", key),
        WorkspaceError::DefaultRole(role) => Failure::new("default-role", message).with("role", role),
        WorkspaceError::NoTemplate => Failure::new("no-live-template", message),
        WorkspaceError::TemplateStays => Failure::new("template-stays", message),
        WorkspaceError::OtherCollection => Failure::new("other-collection", message),
        WorkspaceError::ModelStays => Failure::new("model-stays", message),
        WorkspaceError::LiveStays => Failure::new("live-stays", message),
        WorkspaceError::NotReady(name, why) => {
            Failure::new("not-ready", message).with("name", name).with("en", why.en).with("es", why.es)
        }
        WorkspaceError::InUse { what, by } => in_use(&what, &by),
    }
}

/// What is in use stays; the refusal says by whom.
pub(super) fn in_use(what: &str, by: &[Use]) -> Failure {
    let (en, es) = (list(by, user_en, "\""), list(by, user_es, "«"));
    let message = format!("\"{what}\" is in use by {en}; take it out there first.");
    Failure::new("in-use", message).with("what", what).with("en", en).with("es", es)
}

/// Who uses it, as in `the journey "Seeds", the scenario "Base case"`; the first six.
fn list(by: &[Use], word: fn(User) -> &'static str, quote: &str) -> String {
    let end = if quote == "«" { "»" } else { quote };
    let named = by.iter().take(6).map(|user| match user.name.as_str() {
        "" => word(user.by).to_owned(),
        name => format!("{} {quote}{name}{end}", word(user.by)),
    });
    let mut named: Vec<String> = named.collect();
    if by.len() > 6 {
        named.push("…".to_owned());
    }
    named.join(", ")
}

fn user_en(by: User) -> &'static str {
    match by {
        User::Journey => "the journey",
        User::Scenario => "the scenario",
        User::RolesTemplate => "the roles template",
        User::SolutionInterest => "the solution interest",
        User::Audience => "the audience",
        User::AccountList => "the account list",
        User::Destination => "the destination",
        User::Titles => "the job titles",
        User::Members => "the memberships of the data",
    }
}

fn user_es(by: User) -> &'static str {
    match by {
        User::Journey => "el recorrido",
        User::Scenario => "el escenario",
        User::RolesTemplate => "la plantilla de roles",
        User::SolutionInterest => "el interés de solución",
        User::Audience => "la audiencia",
        User::AccountList => "la lista de cuentas",
        User::Destination => "el destino",
        User::Titles => "los cargos",
        User::Members => "las pertenencias de los datos",
    }
}

fn unreadable(error: &serde_json::Error) -> Failure {
    Failure::new(
        "document-damaged",
        format!("The history of the workspace cannot be read ({error}); put a copy of the workspace back."),
    )
}
