//! What is asked of a run beyond its report: the accounts behind a number, and the story of one of them.

use std::sync::Arc;

use design::Id;
use design::behind::{AccountsBehind, AccountsPage, Behind};
use design::course::Story;
use design::formats::native;
use design::groups::Sheet;
use design::journey::Journey;
use design::scenario::Scenario;
use design::sentences::Language;
use design::tables::Tables;
use design::workspace::Workspace;
use serde::Deserialize;

use super::{Studio, VersionOf};
use crate::runs::{self, Job};
use crate::{Failure, store};

/// What a run was made of.
struct Made {
    journey: Journey,
    workspace: Arc<Workspace>,
    scenario: Arc<Scenario>,
    tables: Arc<Tables>,
    replications: u32,
}

/// What a report says of the data that it was made of.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Head {
    accounts: u64,
    people_at_start: u64,
    replications: u32,
}

impl Studio {
    /// The accounts behind a number of a run; without a run, of what Live shows of the journey as it stands.
    pub fn accounts_behind(
        &self,
        journey: &Id,
        run: Option<&str>,
        behind: &Behind,
        page: &AccountsPage,
    ) -> Result<AccountsBehind, Failure> {
        let made = self.made(journey, run)?;
        made.has(page.replication)?;
        runs::accounts_behind(&made.job(), behind, page)
    }

    /// All of these accounts as a table.
    pub(super) fn sheet_behind(
        &self,
        journey: &Id,
        run: Option<&str>,
        behind: &Behind,
        page: &AccountsPage,
        language: Language,
    ) -> Result<Sheet, Failure> {
        let made = self.made(journey, run)?;
        made.has(page.replication)?;
        runs::sheet_behind(&made.job(), behind, page, language)
    }

    /// What happens to an account in a replication of a run, in sentences; without a run, in the journey as it stands.
    pub fn story(
        &self,
        journey: &Id,
        run: Option<&str>,
        account: &str,
        replication: u32,
    ) -> Result<Story, Failure> {
        let made = self.made(journey, run)?;
        made.has(replication)?;
        runs::story_of(&made.job(), replication, account)
    }

    fn made(&self, journey: &Id, run: Option<&str>) -> Result<Made, Failure> {
        let (workspace, scenario, tables) = self.surroundings()?;
        let Some(run) = run else {
            let (_, journey) = self.checked(journey)?;
            let tables = self.sample_of(&tables);
            return Ok(Made { journey, workspace, scenario, tables, replications: 1 });
        };
        let (kept, journey) = {
            let mut open = self.lock();
            let kept = store::runs::load(open.store.read(), run)?.ok_or_else(|| unknown_run(run))?;
            let id = Id::new(kept.journey.as_str()).ok_or_else(|| unknown_run(run))?;
            let version = kept.version.as_deref().and_then(Id::new);
            // A run of a program that kept no versions is of the journey as it is, if that was not changed since.
            if version.is_none() && open.document(&id)?.revision() != kept.revision {
                return Err(Failure::new(
                    "run-without-version",
                    "The journey has changed since this run, and the program that made it kept no copy; simulate again.",
                ));
            }
            let journey = open.state(&VersionOf { journey: id, version })?;
            (kept, journey)
        };
        // What the run counted can't be found again in other data.
        let Head { accounts, people_at_start, replications } =
            serde_json::from_str(&kept.report).map_err(|error| {
                Failure::new(
                    "document-damaged",
                    format!("The stored report cannot be read ({error}); simulate again."),
                )
            })?;
        if accounts != tables.accounts.rows() as u64 || people_at_start != tables.people.rows() as u64 {
            return Err(Failure::new(
                "run-of-other-data",
                "The data has changed since this run; simulate again.",
            ));
        }
        let scenario = match kept.assumed.as_deref().map(native::read::<Scenario>) {
            Some(Ok(assumed)) => Arc::new(assumed),
            Some(Err(_)) | None => scenario,
        };
        Ok(Made { journey, workspace, scenario, tables, replications })
    }
}

impl Made {
    /// A replication that the run did not have is no part of what it shows.
    fn has(&self, replication: u32) -> Result<(), Failure> {
        if replication < self.replications {
            return Ok(());
        }
        let message =
            format!("The run has no replication {}; it has {}.", replication + 1, self.replications);
        Err(Failure::new("unknown-replication", message))
    }

    fn job(&self) -> Job<'_> {
        let Made { journey, workspace, scenario, tables, .. } = self;
        Job { journey, workspace, tables, scenario, threads: None }
    }
}

pub(super) fn unknown_run(run: &str) -> Failure {
    Failure::new("unknown-run", "This run is not kept any more; simulate again.").with("run", run)
}
