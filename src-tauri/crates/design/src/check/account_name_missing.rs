//! Every account has a name. An import takes no row without one, so this is about records that were edited.

use super::Look;
use crate::problem::Problem;

pub(super) fn check(look: &Look<'_>, found: &mut Vec<Problem>) {
    let Some(table) = look.context.tables.map(|tables| &tables.accounts) else { return };
    let bad = |cell: Option<&str>| cell.is_none_or(|name| name.len() > 255 && name.chars().count() > 255);
    let missing: Vec<bool> = match table.column("accountName") {
        Some(column) => (0..column.distinct()).map(|code| bad(column.text(code as u32))).collect(),
        None => vec![true],
    };
    let code = |row: usize| table.column("accountName").map_or(0, |column| column.codes().at(row));
    for row in 0..table.rows() {
        if missing[code(row) as usize] {
            let key = table.cell("accountKey.sourceKey", row).unwrap_or_default();
            let problem = Problem::error(
                "account-name-missing",
                format!("The account \"{key}\" has no name; type one of 1 to 255 characters."),
                format!("La cuenta «{key}» no tiene nombre; escribe uno de 1 a 255 caracteres."),
            );
            found.push(problem.with("key", key));
        }
    }
}
