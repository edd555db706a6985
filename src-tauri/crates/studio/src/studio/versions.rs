//! The history of a journey: versions that the user names, and versions that are kept without being asked. None is
//! ever deleted while its journey lives.

use design::Id;
use design::diff::{Difference, diff};
use design::document::{Document, EditError};
use design::journey::Journey;
use design::update::{Sentence, Update};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::edits::refused;
use super::{Open, Studio};
use crate::store::{self, versions};
use crate::{Failure, commands};

/// After so long without an edit the journey is kept as it was, in seconds.
const PAUSE: i64 = 600;
/// After so many edits it is kept anyway.
const EDITS: u64 = 50;
/// So many undone steps are kept before an edit forgets them.
const UNDONE: usize = 3;
/// What a summary tells; the rest is counted.
const TOLD: usize = 3;

/// Why a version was kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "VersionReason")]
pub enum Reason {
    /// Before the first edit.
    Start,
    /// The user named it.
    Named,
    /// As it was when the user paused.
    Pause,
    /// After many edits in a row.
    Edits,
    /// Steps that were undone, before an edit forgot them.
    Undone,
    /// As it was simulated.
    Simulated,
    /// As it was published.
    Published,
    /// As it was before another version was restored.
    Restored,
}

/// The first differences to the version before, and how many there are beyond.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
#[ts(rename = "VersionSummary")]
pub struct Summary {
    pub differences: Vec<Difference>,
    pub more: u32,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct Version {
    pub id: String,
    /// When it was kept, ISO 8601.
    pub at: String,
    pub reason: Reason,
    pub name: Option<String>,
    pub nodes: u32,
    pub summary: Summary,
}

/// The history of a journey.
#[derive(Debug, Clone, Serialize, TS)]
pub struct History {
    /// What was changed since the newest version.
    pub now: Summary,
    /// The newest first.
    pub versions: Vec<Version>,
}

/// A state of a journey.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct VersionOf {
    pub journey: Id,
    /// None: as it is now.
    pub version: Option<Id>,
}

/// Two states side by side, each whole, and what differs.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Compared {
    pub a: Update,
    pub b: Update,
    pub differences: Vec<Difference>,
}

impl Studio {
    pub fn list_versions(&self, journey: &Id) -> Result<History, Failure> {
        let mut open = self.lock();
        let present = open.document(journey)?.journey().clone();
        let lines = versions::list(open.store.read(), journey.as_str())?;
        let now = match lines.first() {
            Some(line) => summary(&open.version(journey, &line.id)?, &present),
            None => Summary::default(),
        };
        Ok(History { now, versions: lines.into_iter().map(Version::from).collect() })
    }

    /// Names a version, or keeps the journey as it is now under a name. An empty name takes the name away.
    pub fn name_version(&self, journey: &Id, version: Option<&Id>, name: &str) -> Result<History, Failure> {
        let name = Some(name.trim()).filter(|name| !name.is_empty());
        {
            let mut open = self.lock();
            match version {
                Some(version) => {
                    let named = open.store.write(|transaction| {
                        versions::name(transaction, journey.as_str(), version.as_str(), name)
                    })?;
                    if !named {
                        return Err(unknown_version(version.as_str()));
                    }
                }
                None => {
                    let name = name.ok_or_else(|| {
                        Failure::new("version-nameless", "A version needs a name; type one.")
                    })?;
                    open.keep(self, journey, Reason::Named, Some(name))?;
                }
            }
        }
        self.list_versions(journey)
    }

    /// A version as the canvas draws it.
    pub fn read_version(&self, journey: &Id, version: &Id) -> Result<Update, Failure> {
        self.shown(&VersionOf { journey: journey.clone(), version: Some(version.clone()) })
    }

    /// Two states, of one journey or of two.
    pub fn compare_versions(&self, a: &VersionOf, b: &VersionOf) -> Result<Compared, Failure> {
        let differences = {
            let mut open = self.lock();
            diff(&open.state(a)?, &open.state(b)?)
        };
        Ok(Compared { a: self.shown(a)?, b: self.shown(b)?, differences })
    }

    /// Brings a version back as one step that can be undone. What was there before is kept.
    pub fn restore_version(&self, journey: &Id, version: &Id) -> Result<Update, Failure> {
        let (state, name) = {
            let mut open = self.lock();
            if !open.document(journey)?.status().is_editable() {
                return Err(refused(EditError::Frozen));
            }
            let state = open.version(journey, version.as_str())?;
            let lines = versions::list(open.store.read(), journey.as_str())?;
            let line = lines.into_iter().find(|line| line.id == version.as_str());
            open.keep(self, journey, Reason::Restored, None)?;
            (state, line.and_then(|line| line.name))
        };
        let sentence = match name {
            Some(name) => Sentence::new("restore").with("name", name),
            None => Sentence::new("restoreVersion"),
        };
        self.change(journey, |document, context| document.bring_to(&state, sentence, context))
    }

    fn shown(&self, of: &VersionOf) -> Result<Update, Failure> {
        let mut open = self.lock();
        let state = open.state(of)?;
        open.with(&of.journey, (self.around.now)(), |_, context| Document::new(state).whole(context))
    }
}

impl Open {
    /// Keeps the journey as it is, unless the newest version is the same; that one takes the name then. Gives the id of
    /// the version that the journey is.
    pub(super) fn keep(
        &mut self,
        studio: &Studio,
        journey: &Id,
        reason: Reason,
        name: Option<&str>,
    ) -> Result<String, Failure> {
        let document = self.document(journey)?;
        let (state, revision) = (document.journey().clone(), document.revision());
        self.keep_state(studio, &state, revision, reason, name)
    }

    fn keep_state(
        &mut self,
        studio: &Studio,
        state: &Journey,
        revision: u64,
        reason: Reason,
        name: Option<&str>,
    ) -> Result<String, Failure> {
        let id = state.id.as_str();
        let last = versions::last(self.store.read(), id)?;
        let before = last.as_ref().map(|last| self.version(&state.id, &last.id)).transpose()?;
        if let Some(last) = last.filter(|_| before.as_ref() == Some(state)) {
            if name.is_some() && last.name.as_deref() != name {
                if last.name.is_none() {
                    self.store.write(|transaction| versions::name(transaction, id, &last.id, name))?;
                    return Ok(last.id);
                }
            } else {
                return Ok(last.id);
            }
        }
        let summary = before.map_or_else(Summary::default, |before| summary(&before, state));
        let line = versions::Line {
            id: (studio.around.fresh)().to_string(),
            revision,
            at: studio.around.instant(),
            reason: commands::json(&reason)?,
            name: name.map(str::to_owned),
            nodes: u32::try_from(state.nodes.len()).unwrap_or(u32::MAX),
            summary: commands::json(&summary)?,
        };
        self.store.write(|transaction| versions::add(transaction, &line, state))?;
        Ok(line.id)
    }

    /// What is kept without being asked, before an edit changes the journey.
    pub(super) fn keep_before_edit(
        &mut self,
        studio: &Studio,
        journey: &Id,
        now: Timestamp,
    ) -> Result<(), Failure> {
        let changed = store::journeys::changed(self.store.read(), journey.as_str())?;
        let last = versions::last(self.store.read(), journey.as_str())?;
        let document = self.document(journey)?;
        let revision = document.revision();
        let undone = document.undone().filter(|(steps, _)| *steps >= UNDONE).map(|(_, state)| state);
        let idle = changed.and_then(|changed| changed.parse::<Timestamp>().ok());
        let paused = idle.is_some_and(|changed| now.duration_since(changed).as_secs() >= PAUSE);
        if let Some(state) = undone {
            self.keep_state(studio, &state, revision, Reason::Undone, None)?;
        }
        match last {
            None => self.keep(studio, journey, Reason::Start, None).map(drop),
            Some(_) if paused => self.keep(studio, journey, Reason::Pause, None).map(drop),
            Some(last) if revision.saturating_sub(last.revision) >= EDITS => {
                self.keep(studio, journey, Reason::Edits, None).map(drop)
            }
            Some(_) => Ok(()),
        }
    }

    pub(super) fn version(&self, journey: &Id, version: &str) -> Result<Journey, Failure> {
        versions::read(self.store.read(), journey.as_str(), version)?.ok_or_else(|| unknown_version(version))
    }

    pub(super) fn state(&mut self, of: &VersionOf) -> Result<Journey, Failure> {
        match &of.version {
            Some(version) => self.version(&of.journey, version.as_str()),
            None => Ok(self.document(&of.journey)?.journey().clone()),
        }
    }
}

fn summary(before: &Journey, after: &Journey) -> Summary {
    let mut differences = diff(before, after);
    let more = differences.len().saturating_sub(TOLD);
    differences.truncate(TOLD);
    Summary { differences, more: u32::try_from(more).unwrap_or(u32::MAX) }
}

impl From<versions::Line> for Version {
    /// A summary of another program's making says nothing; the version itself is what counts.
    fn from(line: versions::Line) -> Self {
        let versions::Line { id, at, reason, name, nodes, summary, .. } = line;
        let reason = serde_json::from_str(&reason).unwrap_or(Reason::Edits);
        let summary = serde_json::from_str(&summary).unwrap_or_default();
        Version { id, at, reason, name, nodes, summary }
    }
}

fn unknown_version(version: &str) -> Failure {
    Failure::new(
        "unknown-version",
        format!("There is no version {version} of this journey; open its history again."),
    )
    .with("version", version)
}
