//! The buying groups of the data at hand, a live look at a roles template, and where things are used.

use std::sync::Arc;

use design::Id;
use design::groups::{Coverage, GroupDetail, GroupsLooking, GroupsNow, GroupsPage, Overlap};
use design::matching::{TemplatePreview, preview_template};
use design::scenario::Scenario;
use design::tables::Tables;
use design::workspace::uses::{Use, Users, stage_uses, uses};
use design::workspace::{Collection, RoleCard, Workspace};

use super::{Open, Studio};
use crate::Failure;

/// The groups, with what they belong to.
pub(super) struct Grouped {
    pub(super) workspace: Arc<Workspace>,
    pub(super) tables: Arc<Tables>,
    scenario: Arc<Scenario>,
    pub(super) groups: GroupsNow,
}

impl Open {
    /// The groups that were made last, where they are still those of today.
    fn grouped(&self) -> Option<Arc<Grouped>> {
        let tables = self.tables_so_far()?;
        let same = |grouped: &&Arc<Grouped>| {
            Arc::ptr_eq(&grouped.workspace, &self.workspace)
                && Arc::ptr_eq(&grouped.tables, &tables)
                && Arc::ptr_eq(&grouped.scenario, &self.scenario)
        };
        self.grouped.as_ref().filter(same).cloned()
    }
}

impl Studio {
    /// The groups of today; made without holding up anything else.
    pub(super) fn grouped(&self) -> Result<Arc<Grouped>, Failure> {
        let (workspace, tables, scenario) = {
            let open = self.with_records()?;
            if let Some(grouped) = open.grouped() {
                return Ok(grouped);
            }
            (Arc::clone(&open.workspace), Arc::clone(open.tables()?), Arc::clone(&open.scenario))
        };
        let groups = GroupsNow::make(&workspace, &tables, &scenario)?;
        let grouped = Arc::new(Grouped { workspace, tables, scenario, groups });
        self.lock().grouped = Some(Arc::clone(&grouped));
        Ok(grouped)
    }

    pub fn list_groups(&self, looking: &GroupsLooking, from: u32, count: u32) -> Result<GroupsPage, Failure> {
        let grouped = self.grouped()?;
        Ok(grouped.groups.list(&grouped.tables, looking, from as usize, count as usize))
    }

    /// None where the account has no such group any more.
    pub fn group(&self, interest: &Id, account: &str) -> Result<Option<GroupDetail>, Failure> {
        let grouped = self.grouped()?;
        Ok(grouped.groups.detail(&grouped.tables, interest, account))
    }

    pub fn coverage(&self) -> Result<Coverage, Failure> {
        Ok(self.grouped()?.groups.coverage())
    }

    pub fn overlap(&self) -> Result<Overlap, Failure> {
        let grouped = self.grouped()?;
        Ok(grouped.groups.overlap(&grouped.tables))
    }

    /// What cards would do to the people at hand.
    pub fn preview_template(&self, cards: &[RoleCard]) -> Result<TemplatePreview, Failure> {
        let known = self.known()?;
        Ok(preview_template(cards, &known.workspace, &known.tables, &known.scenario, &known.ground)?)
    }

    /// Everybody who uses a record of the workspace, or with no collection a stage.
    pub fn uses(&self, of: Option<Collection>, key: &str) -> Result<Vec<Use>, Failure> {
        let mut open = self.with_records()?;
        let journeys = open.all_journeys()?;
        let (scenarios, tables) = (open.scenarios()?.scenarios().all(), Arc::clone(open.tables()?));
        let users = Users { journeys: &journeys, scenarios: &scenarios, tables: Some(&tables) };
        Ok(match of {
            Some(of) => uses(of, key, &open.workspace, &users),
            None => stage_uses(key, &open.workspace, &users),
        })
    }
}
