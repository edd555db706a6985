//! Joins two or more paths.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use simulator::program::Step;
use ts_rs::TS;

use super::{Family, JourneyKinds, NodeKind};
use crate::compile::{CompileError, Lowering};
use crate::names::{Names, On};

/// Joins two or more paths.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct Merge {}

impl NodeKind for Merge {
    const KIND: &str = "merge";
    const FAMILY: Family = Family::Flow;
    const ON: Option<On> = None;
    const JOURNEYS: JourneyKinds = JourneyKinds::BOTH;
    const NAMES: Names = Names { en: "Merge paths", es: "Unir ramas", hint_es: "Une dos o más ramas." };

    fn lower(&self, at: &mut Lowering<'_>) -> Result<Step, CompileError> {
        Ok(at.pass())
    }
}
