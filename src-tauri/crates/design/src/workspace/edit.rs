//! Intents on a workspace become changes; what is in use stays.

use indexmap::IndexMap;
use thiserror::Error;

use super::change::{WorkspaceChange, WorkspaceHead};
use super::intent::WorkspaceIntent;
use super::record::Written;
use super::uses::{Use, Users, stage_uses, uses};
use super::{Collection, DEFAULT_ROLES, StagesModel, Status, Workspace, WorkspaceRecord};
use crate::check::{stages_model_problems, template_problems};
use crate::history::Reversible;
use crate::maybe::Maybe;
use crate::primitives::Text;
use crate::update::Sentence;

/// Why a gesture is not possible. The workspace is then as it was.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum WorkspaceError {
    #[error("There is nothing called {0} any more; open the workspace again.")]
    Unknown(String),
    #[error("This needs a name; type one.")]
    Nameless,
    #[error("{0} is there already; choose another name.")]
    Taken(String),
    #[error("The role {0} always exists as it is; add one of your own instead.")]
    DefaultRole(String),
    #[error("A solution interest needs a live roles template; publish one first.")]
    NoTemplate,
    #[error("The roles template of a solution interest stays; make another solution interest.")]
    TemplateStays,
    #[error("A record stays in its collection; delete it and add another.")]
    OtherCollection,
    #[error("A live stages model stays as it is; delete it where nothing uses it, and make another.")]
    ModelStays,
    #[error("What is live does not become a draft again; make a copy and change that.")]
    LiveStays,
    #[error("\"{}\" cannot go live: {}", .0, .1.en)]
    NotReady(String, Text),
    #[error("\"{what}\" is in use; take it out of these first.")]
    InUse { what: String, by: Vec<Use> },
}

/// A workspace while a gesture changes it.
pub(super) struct Draft<'a> {
    workspace: &'a mut Workspace,
    users: &'a Users<'a>,
    changes: Vec<WorkspaceChange>,
    /// The key of what was created.
    pub(super) created: Option<String>,
}

impl<'a> Draft<'a> {
    pub(super) fn new(workspace: &'a mut Workspace, users: &'a Users<'a>) -> Draft<'a> {
        Draft { workspace, users, changes: Vec::new(), created: None }
    }

    /// The changes so far, less those that changed nothing.
    pub(super) fn finish(self) -> Vec<WorkspaceChange> {
        let mut changes = self.changes;
        changes.retain(|change| *change != change.inverse());
        changes
    }

    pub(super) fn revert(self) {
        for change in self.changes.iter().rev() {
            change.inverse().apply(self.workspace);
        }
    }

    /// Does what is wanted and names it.
    pub(super) fn apply(&mut self, intent: WorkspaceIntent) -> Result<Sentence, WorkspaceError> {
        match intent {
            WorkspaceIntent::Create { of, name } => {
                named(&name)?;
                let record = of.fresh(self.workspace, &name).ok_or(WorkspaceError::NoTemplate)?;
                self.created = Some(record.key().to_owned());
                self.add(record)
            }
            WorkspaceIntent::Add { record } => self.add(record),
            WorkspaceIntent::Set { key, record } => self.set(&key, record),
            WorkspaceIntent::Remove { of, key } => self.remove(of, &key),
            WorkspaceIntent::Publish { of, key } => self.publish(of, &key),
            WorkspaceIntent::Rename { name } => {
                named(&name)?;
                let sentence = Sentence::new("renameWorkspace").with("name", &name);
                Ok(self.head(sentence, |head| head.name = name))
            }
            WorkspaceIntent::SetStagesModel { model } => self.set_stages_model(model),
            WorkspaceIntent::PublishStagesModel => self.publish_stages_model(),
            WorkspaceIntent::SetWeights { weights } => {
                Ok(self.head(Sentence::new("setWeights"), |head| head.weights = kept(&head.weights, weights)))
            }
            WorkspaceIntent::SetScoreReferences { references } => {
                let sentence = Sentence::new("setScoreReferences");
                Ok(self.head(sentence, |head| head.score_references = references.into()))
            }
            WorkspaceIntent::SetTitles { titles } => {
                Ok(self.head(Sentence::new("setTitles"), |head| head.titles = kept(&head.titles, titles)))
            }
        }
    }

    fn make(&mut self, change: WorkspaceChange) {
        change.apply(self.workspace);
        self.changes.push(change);
    }

    fn head(&mut self, sentence: Sentence, change: impl FnOnce(&mut WorkspaceHead)) -> Sentence {
        let before = Box::new(WorkspaceHead::of(self.workspace));
        let mut after = before.clone();
        change(&mut after);
        self.make(WorkspaceChange::Head { before, after });
        sentence
    }

    fn add(&mut self, record: WorkspaceRecord) -> Result<Sentence, WorkspaceError> {
        let of = record.of();
        named(record.name())?;
        self.free(of, record.key())?;
        let written = of.written(self.workspace);
        if written != Written::Given {
            self.make(WorkspaceChange::List { of, before: written, after: Written::Given });
        }
        let at = of.len(self.workspace);
        let sentence = about("addRecord", &record);
        self.make(WorkspaceChange::Record { of, at, before: None, after: Some(Box::new(record)) });
        Ok(sentence)
    }

    fn set(&mut self, key: &str, after: WorkspaceRecord) -> Result<Sentence, WorkspaceError> {
        let of = after.of();
        let (at, before) = self.find(of, key)?;
        named(after.name())?;
        if after.key() != key {
            self.free(of, after.key())?;
            self.unused(of, key, before.name())?;
        }
        match (&before, &after) {
            (WorkspaceRecord::SolutionInterest(before), WorkspaceRecord::SolutionInterest(after))
                if before.roles_template != after.roles_template =>
            {
                return Err(WorkspaceError::TemplateStays);
            }
            (WorkspaceRecord::RolesTemplate(before), WorkspaceRecord::RolesTemplate(after))
                if before.status == Status::Live && after.status == Status::Draft =>
            {
                return Err(WorkspaceError::LiveStays);
            }
            (WorkspaceRecord::AccountList(before), WorkspaceRecord::AccountList(after))
                if before.status == Status::Live && after.status == Status::Draft =>
            {
                return Err(WorkspaceError::LiveStays);
            }
            _ => {}
        }
        let sentence = about("setRecord", &after);
        let (before, after) = (Some(Box::new(before)), Some(Box::new(after)));
        self.make(WorkspaceChange::Record { of, at, before, after });
        Ok(sentence)
    }

    fn remove(&mut self, of: Collection, key: &str) -> Result<Sentence, WorkspaceError> {
        let (at, record) = self.find(of, key)?;
        self.unused(of, key, record.name())?;
        let sentence = about("removeRecord", &record);
        self.make(WorkspaceChange::Record { of, at, before: Some(Box::new(record)), after: None });
        Ok(sentence)
    }

    fn publish(&mut self, of: Collection, key: &str) -> Result<Sentence, WorkspaceError> {
        let (at, before) = self.find(of, key)?;
        let mut after = before.clone();
        match &mut after {
            WorkspaceRecord::AccountList(list) => list.status = Status::Live,
            WorkspaceRecord::RolesTemplate(template) => {
                if let Some(problem) = template_problems(template).into_iter().next() {
                    return Err(WorkspaceError::NotReady(template.name.clone(), problem.sentence));
                }
                template.status = Status::Live;
            }
            _ => return Err(WorkspaceError::OtherCollection),
        }
        let sentence = about("publishRecord", &after);
        let (before, after) = (Some(Box::new(before)), Some(Box::new(after)));
        self.make(WorkspaceChange::Record { of, at, before, after });
        Ok(sentence)
    }

    fn set_stages_model(&mut self, model: Option<StagesModel>) -> Result<Sentence, WorkspaceError> {
        let before = self.workspace.stages_model.get().cloned();
        if let Some(before) = &before {
            if before.status == Status::Live && model.is_some() && model.as_ref() != Some(before) {
                return Err(WorkspaceError::ModelStays);
            }
            let stays = |id: &str| model.iter().any(|model| model.stages.iter().any(|stage| stage.id == *id));
            for stage in before.stages.iter().filter(|stage| !stays(stage.id.as_str())) {
                let by = stage_uses(stage.id.as_str(), self.workspace, self.users);
                if !by.is_empty() {
                    return Err(WorkspaceError::InUse { what: stage.name.clone(), by });
                }
            }
        }
        if let Some(model) = &model {
            named(&model.name)?;
        }
        let code = if model.is_some() { "setStagesModel" } else { "removeStagesModel" };
        Ok(self.head(Sentence::new(code), |head| match model {
            Some(model) => head.stages_model = model.into(),
            // What was never there stays written as it was.
            None if head.stages_model.is_given() => head.stages_model = Maybe::Null,
            None => {}
        }))
    }

    fn publish_stages_model(&mut self) -> Result<Sentence, WorkspaceError> {
        let Some(model) = self.workspace.stages_model.get() else {
            return Err(WorkspaceError::Unknown("the stages model".into()));
        };
        let mut live = model.clone();
        live.status = Status::Live;
        if let Some(problem) = stages_model_problems(&live).into_iter().next() {
            return Err(WorkspaceError::NotReady(live.name, problem.sentence));
        }
        let sentence = Sentence::new("publishRecord").with("name", &live.name);
        Ok(self.head(sentence, |head| head.stages_model = live.into()))
    }

    fn find(&self, of: Collection, key: &str) -> Result<(usize, WorkspaceRecord), WorkspaceError> {
        of.find(self.workspace, key).ok_or_else(|| {
            let default = of == Collection::Role && DEFAULT_ROLES.iter().any(|(role, _)| *role == key);
            if default {
                WorkspaceError::DefaultRole(key.to_owned())
            } else {
                WorkspaceError::Unknown(key.to_owned())
            }
        })
    }

    fn free(&self, of: Collection, key: &str) -> Result<(), WorkspaceError> {
        let default = of == Collection::Role && DEFAULT_ROLES.iter().any(|(role, _)| *role == key);
        if default || of.find(self.workspace, key).is_some() {
            return Err(WorkspaceError::Taken(key.to_owned()));
        }
        Ok(())
    }

    fn unused(&self, of: Collection, key: &str, what: &str) -> Result<(), WorkspaceError> {
        let by = uses(of, key, self.workspace, self.users);
        if by.is_empty() { Ok(()) } else { Err(WorkspaceError::InUse { what: what.to_owned(), by }) }
    }
}

/// An empty map where none was written changes nothing.
fn kept<V>(before: &Maybe<IndexMap<String, V>>, after: IndexMap<String, V>) -> Maybe<IndexMap<String, V>>
where
    V: Clone,
{
    if after.is_empty() && !before.is_given() { before.clone() } else { after.into() }
}

fn named(name: &str) -> Result<(), WorkspaceError> {
    if name.trim().is_empty() { Err(WorkspaceError::Nameless) } else { Ok(()) }
}

fn about(code: &str, record: &WorkspaceRecord) -> Sentence {
    let of = serde_json::to_value(record.of()).ok();
    let of = of.as_ref().and_then(serde_json::Value::as_str).unwrap_or_default();
    Sentence::new(code).with("of", of).with("name", record.name())
}
