//! Giving away the documents beside a journey, as the command line reads them: the workspace, what runs assume, and the
//! goals of a journey.

use design::Id;
use design::formats::native;
use serde::Deserialize;
use ts_rs::TS;

use super::exporting::slug;
use super::{Exported, Studio};
use crate::Failure;

/// A document beside a journey.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum DocumentOf {
    Workspace,
    /// What runs assume.
    Scenario,
    /// The goals of a journey.
    Goals(Id),
}

impl Studio {
    /// The document in its format.
    pub fn export_document(&self, of: &DocumentOf) -> Result<Exported, Failure> {
        let (name, text) = match of {
            DocumentOf::Workspace => {
                let workspace = self.workspace()?.workspace;
                (format!("{}-workspace", slug(&workspace.name)), native::write(&workspace))
            }
            DocumentOf::Scenario => {
                let scenario = self.scenarios()?.scenario;
                (format!("{}-scenario", slug(scenario.name())), native::write(&scenario))
            }
            DocumentOf::Goals(journey) => {
                let goals = self.goals(journey)?;
                (format!("{journey}-goals"), native::write(&goals))
            }
        };
        let (name, media_type) = (format!("{name}.json"), "application/json".to_owned());
        Ok(Exported { name, media_type, text: Some(text), base64: None })
    }
}
