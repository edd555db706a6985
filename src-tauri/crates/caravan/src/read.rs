//! What commands read: documents and tables. Each failure names the file, the place and the mend.

use std::path::Path;

use design::formats;
use design::formats::native::{self, Document};
use design::journey::Journey;
use design::scenario::Scenario;
use design::workspace::Workspace;
use studio::import::{self, Imported};

use crate::end::End;

/// Reads a document.
pub(crate) fn document<D: Document>(path: &Path) -> Result<D, End> {
    native::read(&text(path)?).map_err(|error| End::Bad(format!("{}: {error}", path.display())))
}

/// Reads a scenario that is run with a workspace.
pub(crate) fn scenario(path: &Path, workspace: &Workspace) -> Result<Scenario, End> {
    let scenario: Scenario = document(path)?;
    let checked = scenario.check_for(workspace);
    checked.map_err(|(place, sentence)| End::Bad(format!("{}: {place}: {sentence}", path.display())))?;
    Ok(scenario)
}

/// Reads a journey: its document, or a BPMN file that was written here.
pub(crate) fn journey(path: &Path) -> Result<Journey, End> {
    formats::journey(&text(path)?).map_err(|error| End::Bad(format!("{}: {error}", path.display())))
}

/// Reads a text.
pub(crate) fn text(path: &Path) -> Result<String, End> {
    let shown = path.display();
    let bytes = std::fs::read(path).map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => End::Bad(format!("{shown}: there is no such file; check the path")),
        _ => End::Bad(format!("{shown}: the file cannot be read ({error}); choose another one")),
    })?;
    String::from_utf8(bytes).map_err(|error| {
        let before = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        let line = before.iter().filter(|&&byte| byte == b'\n').count() + 1;
        End::Bad(format!("{shown}: line {line}: the text is not UTF-8; save the file as UTF-8"))
    })
}

/// Reads tables and says on standard error which rows were not taken.
pub(crate) fn tables(dir: &Path) -> Result<Imported, End> {
    let imported = import::folder(dir)?;
    for note in imported.notes.iter().take(SHOWN) {
        eprintln!("{note}");
    }
    if let Some(more) = imported.notes.len().checked_sub(SHOWN).filter(|&more| more > 0) {
        eprintln!("{}: {more} more rows were not taken for like reasons", dir.display());
    }
    Ok(imported)
}

/// More notes than these say nothing new and push the first ones off the screen.
const SHOWN: usize = 20;
