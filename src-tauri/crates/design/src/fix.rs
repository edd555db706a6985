//! What the product can do by itself about a finding: one step of the journey's or the workspace's history.

use serde::Serialize;
use ts_rs::TS;

use crate::check::Look;
use crate::edit::{Draft, EditError};
use crate::primitives::Text;
use crate::problem::Problem;
use crate::workspace::intent::WorkspaceIntent;

/// A fix by its stable code, and what it does in words.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Fix {
    pub code: String,
    /// As on a button, such as "Add the other path".
    pub name: Text,
    pub of: FixOf,
    #[serde(skip)]
    #[ts(skip)]
    mend: Mend,
}

/// What a fix changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum FixOf {
    Journey,
    Workspace,
}

/// The work itself, done only when it is asked for.
#[derive(Debug, Clone, Copy)]
enum Mend {
    Journey(MendJourney),
    Workspace(MendWorkspace),
}

/// Changes the draft; the look is at the journey before.
pub(crate) type MendJourney = fn(&Look<'_>, &Problem, &mut Draft<'_>) -> Result<(), EditError>;
/// The edits of the workspace that mend it.
pub(crate) type MendWorkspace = fn(&Look<'_>, &Problem) -> Vec<WorkspaceIntent>;

impl Fix {
    pub(crate) fn journey(code: &str, en: &str, es: &str, mend: MendJourney) -> Fix {
        Fix { code: code.to_owned(), name: Text::new(en, es), of: FixOf::Journey, mend: Mend::Journey(mend) }
    }

    pub(crate) fn workspace(code: &str, en: &str, es: &str, mend: MendWorkspace) -> Fix {
        let (code, name) = (code.to_owned(), Text::new(en, es));
        Fix { code, name, of: FixOf::Workspace, mend: Mend::Workspace(mend) }
    }

    /// What it does to a journey; None where it changes the workspace.
    pub(crate) fn of_journey(&self) -> Option<MendJourney> {
        match self.mend {
            Mend::Journey(mend) => Some(mend),
            Mend::Workspace(_) => None,
        }
    }

    /// What it does to the workspace; None where it changes a journey.
    pub(crate) fn of_workspace(&self) -> Option<MendWorkspace> {
        match self.mend {
            Mend::Workspace(mend) => Some(mend),
            Mend::Journey(_) => None,
        }
    }
}

/// The code says what is done.
impl PartialEq for Fix {
    fn eq(&self, other: &Fix) -> bool {
        self.code == other.code && self.name == other.name && self.of == other.of
    }
}

impl Eq for Fix {}
