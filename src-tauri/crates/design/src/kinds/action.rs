//! Does something with the account or its people; takes no time.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use simulator::program::Step;
use ts_rs::TS;

use super::{Family, JourneyKinds, NodeKind};
use crate::actions;
use crate::compile::{CompileError, Lowering};
use crate::names::{Names, On};

/// Does something with the account or its people; takes no time.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Action {
    /// What is done.
    #[schemars(title = "Action", extend("x-es" = "Acción", "x-hint-es" = "Qué se hace.", "x-required" = true))]
    pub action: actions::Action,
}

impl NodeKind for Action {
    const KIND: &str = "action";
    const FAMILY: Family = Family::Action;
    const ON: Option<On> = None;
    const JOURNEYS: JourneyKinds = JourneyKinds::BOTH;
    const NAMES: Names = Names {
        en: "Take an action",
        es: "Realizar una acción",
        hint_es: "Hace algo con la cuenta o con sus personas; no consume tiempo.",
    };

    fn lower(&self, at: &mut Lowering<'_>) -> Result<Step, CompileError> {
        let exit = at.exit(None);
        let actions = at.actions(std::slice::from_ref(&self.action))?;
        Ok(Step::Act { actions, exit })
    }
}
