//! What the user wants done to the workspace, as the window sends it.

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Collection, ScoreReferences, StagesModel, WorkspaceRecord};
use crate::primitives::Number;

/// One gesture, which becomes one step of the workspace's history. A `key` is a record's id, a role's name or an
/// event's type.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(tag = "do", rename_all = "camelCase", deny_unknown_fields)]
pub enum WorkspaceIntent {
    /// A new record with a name, everything else as most want it; the answer says its key.
    Create {
        of: Collection,
        name: String,
    },
    /// A new record after the others of its collection.
    Add {
        record: WorkspaceRecord,
    },
    /// Replaces the record with this key.
    Set {
        key: String,
        record: WorkspaceRecord,
    },
    Remove {
        of: Collection,
        key: String,
    },
    /// Makes a draft account list or roles template live.
    Publish {
        of: Collection,
        key: String,
    },
    Rename {
        name: String,
    },
    /// Replaces the stages model; none: the workspace has no stages.
    SetStagesModel {
        model: Option<StagesModel>,
    },
    /// Makes the stages model live; from then on it stays as it is.
    PublishStagesModel,
    /// Differences from the default weights of the activities that count.
    SetWeights {
        #[ts(as = "std::collections::HashMap<String, Number>")]
        weights: IndexMap<String, Number>,
    },
    SetScoreReferences {
        references: ScoreReferences,
    },
    /// Differences from the default job titles of people whom advertising finds.
    SetTitles {
        #[ts(as = "std::collections::HashMap<String, Vec<String>>")]
        titles: IndexMap<String, Vec<String>>,
    },
}
