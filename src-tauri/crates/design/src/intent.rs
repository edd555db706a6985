//! What the user wants done to a journey, as the window sends it.

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::journey::{JourneySettings, Node, Place};
use crate::primitives::Id;
use crate::problem::Finding;

/// One gesture, which becomes one step of the history.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(tag = "do", rename_all = "camelCase", deny_unknown_fields)]
pub enum Intent {
    /// Puts a new node on the edge, or the open exit, (`from`, `path`).
    Insert {
        from: Id,
        path: Option<Id>,
        kind: String,
        /// The action's type when the kind is `action`.
        action: Option<String>,
    },
    /// Takes nodes out and heals the edges.
    Remove {
        nodes: Vec<Id>,
        /// The path of a split that stays in line; none: the branches go where nothing else leads to them.
        keep: Option<Id>,
    },
    /// Replaces the settings of the node with this id and kind.
    Set { node: Node },
    /// Switches nodes off, so that everybody goes past them, or on again.
    Disable { nodes: Vec<Id>, disabled: bool },
    /// Places cards by hand.
    Move {
        #[ts(as = "std::collections::HashMap<String, Place>")]
        places: IndexMap<Id, Place>,
    },
    /// Takes a node out of its place, which heals, and puts it on the edge, or the open exit, (`from`, `path`). A node
    /// with several ways on takes what follows along.
    Carry { node: Id, from: Id, path: Option<Id> },
    /// Forgets the places by hand of these nodes, or of all.
    Tidy {
        #[ts(optional)]
        nodes: Option<Vec<Id>>,
    },
    /// Draws, redirects or (with `to` null) cuts an edge.
    Connect { from: Id, path: Option<Id>, to: Option<Id> },
    /// Takes nodes out like `remove`; they are on the clipboard.
    Cut { nodes: Vec<Id>, keep: Option<Id> },
    /// Puts the text of a fragment into the journey under new ids.
    Paste {
        fragment: String,
        /// The exit, or the edge, behind which it goes in line; none: it stays unconnected.
        from: Option<Id>,
        path: Option<Id>,
        /// Where the top left corner of an unconnected one goes; none: where the layout has it.
        at: Option<Place>,
    },
    /// Puts a copy of nodes in line behind them.
    Duplicate { nodes: Vec<Id> },
    /// Does by itself what mends a finding.
    Mend { finding: Finding },
    /// Does several things as one step, such as what a search found to be better.
    Together { intents: Vec<Intent> },
    /// Replaces the journey's name, description and settings.
    Header { name: String, description: String, settings: JourneySettings },
}
