//! Every person has an email address. An import takes no row without one, so this is about records that were edited.

use super::Look;
use crate::problem::Problem;

pub(super) fn check(look: &Look<'_>, found: &mut Vec<Problem>) {
    let Some(table) = look.context.tables.map(|tables| &tables.people) else { return };
    // A cell that is there holds more than blanks.
    let code = |row: usize| table.column("workEmail.address").map_or(0, |column| column.codes().at(row));
    for row in 0..table.rows() {
        if code(row) == 0 {
            let key = table.cell("b2b.personKey.sourceKey", row).unwrap_or_default();
            let problem = Problem::error(
                "email-missing",
                format!("The person \"{key}\" has no email address; type one."),
                format!("La persona «{key}» no tiene correo electrónico; escríbelo."),
            );
            found.push(problem.with("key", key));
        }
    }
}
