//! Tables given away as files or for the clipboard: what is shown of the records, a handoff to sales, a list of companies,
//! the accounts behind a number.

use std::io::Write;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use design::Id;
use design::behind::{AccountsPage, Behind};
use design::groups::{GroupsLooking, Sheet};
use design::sentences::Language;
use serde::Deserialize;
use ts_rs::TS;

use super::exporting::{self, ExportPlace, Exported};
use super::{Looking, Studio};
use crate::export::SheetForm;
use crate::{Failure, export};

/// What is given away.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(tag = "of", rename_all = "camelCase", deny_unknown_fields)]
pub enum SheetOf {
    /// Rows as they are looked at, of these columns, each under a name.
    Rows { looking: Looking, columns: Vec<SheetColumn> },
    /// Every member of the groups that are looked at.
    Handoff { looking: GroupsLooking },
    /// The accounts of the groups that are looked at, as LinkedIn takes them.
    Companies { looking: GroupsLooking },
    /// The accounts behind a number of a run, or of what Live shows, that are looked for in a replication: all of them,
    /// wherever their page begins.
    Accounts { journey: Id, run: Option<String>, behind: Behind, page: AccountsPage },
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct SheetColumn {
    pub column: String,
    pub header: String,
}

impl Studio {
    pub fn export_sheet(
        &self,
        sheet: &SheetOf,
        form: SheetForm,
        language: Language,
    ) -> Result<Exported, Failure> {
        let bytes = export::sheet(&self.sheet(sheet, language)?, form)?;
        let name = format!("{}.{}", file_name(sheet), form.ending());
        let media_type = form.media_type().to_owned();
        let (text, base64) = match form {
            SheetForm::Xlsx => (None, Some(STANDARD.encode(&bytes))),
            SheetForm::Csv | SheetForm::Tsv => (Some(String::from_utf8_lossy(&bytes).into_owned()), None),
        };
        Ok(Exported { name, media_type, text, base64 })
    }

    /// Writes a file whole or not at all, in place of one that is there: the desktop's dialog has asked.
    pub fn save_sheet(
        &self,
        sheet: &SheetOf,
        form: SheetForm,
        language: Language,
        path: &str,
    ) -> Result<ExportPlace, Failure> {
        let path = exporting::whole(path)?;
        let bytes = export::sheet(&self.sheet(sheet, language)?, form)?;
        crate::save(&path, |out| out.write_all(&bytes))?;
        Ok(ExportPlace { path: path.display().to_string() })
    }

    fn sheet(&self, sheet: &SheetOf, language: Language) -> Result<Sheet, Failure> {
        Ok(match sheet {
            SheetOf::Rows { looking, columns } => {
                let rows = self.rows(looking, 0, u32::MAX)?;
                let places: Vec<Option<usize>> = columns
                    .iter()
                    .map(|wanted| rows.columns.iter().position(|column| *column == wanted.column))
                    .collect();
                let cells = |cells: &Vec<Option<String>>| {
                    places
                        .iter()
                        .map(|place| place.and_then(|at| cells[at].clone()).unwrap_or_default())
                        .collect()
                };
                Sheet {
                    headers: columns.iter().map(|column| column.header.clone()).collect(),
                    rows: rows.rows.iter().map(cells).collect(),
                }
            }
            SheetOf::Handoff { looking } => {
                let grouped = self.grouped()?;
                grouped.groups.handoff(&grouped.tables, &grouped.workspace, looking, language)
            }
            SheetOf::Accounts { journey, run, behind, page } => {
                self.sheet_behind(journey, run.as_deref(), behind, page, language)?
            }
            SheetOf::Companies { looking } => {
                let grouped = self.grouped()?;
                grouped.groups.companies(&grouped.tables, looking)
            }
        })
    }
}

fn file_name(sheet: &SheetOf) -> &'static str {
    match sheet {
        SheetOf::Rows { looking, .. } => looking.table.word(),
        SheetOf::Handoff { .. } => "sales-handoff",
        SheetOf::Companies { .. } => "companies",
        SheetOf::Accounts { .. } => "accounts",
    }
}
