//! A journey on the desk of the tests: a document in a workspace, on a fixed day, with ids that count up.

use std::sync::Arc;

use design::Id;
use design::document::{Context, Document, EditError, Named, Outcome};
use design::formats::native;
use design::intent::Intent;
use design::journey::Journey;
use design::tables::Tables;
use design::update::Sentence;
use design::workspace::Workspace;

use crate::golden::fixture;

pub(crate) struct Desk {
    pub(crate) document: Document,
    pub(crate) workspace: Workspace,
    journeys: Vec<Named>,
    pub(crate) tables: Option<Arc<Tables>>,
    made: u32,
}

impl Desk {
    /// A journey of the fixtures, in the workspace of the seeds team.
    pub(crate) fn open(name: &str) -> Desk {
        let journey: Journey = native::read(&fixture(name)).unwrap();
        let folder = name.split('/').next().unwrap();
        let own = crate::golden::place(&format!("tests/journeys/{folder}/workspace.json")).exists();
        let workspace = if own { folder } else { "seeds-buying-group" };
        Desk::of(journey, native::read(&fixture(&format!("{workspace}/workspace.json"))).unwrap())
    }

    pub(crate) fn of(journey: Journey, workspace: Workspace) -> Desk {
        let named = |id: &str| Named { id: id.into(), name: format!("The journey {id}") };
        let journeys = vec![named("another"), named("people")];
        Desk { document: Document::new(journey), workspace, journeys, tables: None, made: 0 }
    }

    pub(crate) fn context(&self) -> Context<'_> {
        Context {
            workspace: &self.workspace,
            journeys: &self.journeys,
            today: jiff::civil::date(2026, 11, 23),
            tables: self.tables.as_ref(),
        }
    }

    pub(crate) fn edit(&mut self, intent: Intent) -> Result<Outcome, EditError> {
        let made = &mut self.made;
        let mut fresh = || {
            *made += 1;
            Id::new(format!("new{made}")).unwrap()
        };
        let context = Context {
            workspace: &self.workspace,
            journeys: &self.journeys,
            today: jiff::civil::date(2026, 11, 23),
            tables: self.tables.as_ref(),
        };
        self.document.edit(intent, &mut fresh, &context)
    }

    pub(crate) fn undo(&mut self) -> Option<Outcome> {
        let Desk { document, workspace, journeys, tables, .. } = self;
        let today = jiff::civil::date(2026, 11, 23);
        document.undo(&Context { workspace, journeys, today, tables: tables.as_ref() })
    }

    pub(crate) fn redo(&mut self) -> Option<Outcome> {
        let Desk { document, workspace, journeys, tables, .. } = self;
        let today = jiff::civil::date(2026, 11, 23);
        document.redo(&Context { workspace, journeys, today, tables: tables.as_ref() })
    }

    pub(crate) fn bring_to(&mut self, state: &Journey, name: Sentence) -> Result<Option<Outcome>, EditError> {
        let Desk { document, workspace, journeys, tables, .. } = self;
        let today = jiff::civil::date(2026, 11, 23);
        document.bring_to(state, name, &Context { workspace, journeys, today, tables: tables.as_ref() })
    }

    pub(crate) fn bytes(&self) -> String {
        native::write(self.document.journey())
    }
}

/// An intent as the window writes it.
pub(crate) fn intent(json: serde_json::Value) -> Intent {
    serde_json::from_value(json.clone()).unwrap_or_else(|error| panic!("{json}: {error}"))
}
