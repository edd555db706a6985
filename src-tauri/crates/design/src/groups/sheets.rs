//! Lists of groups as tables for others: sales, and LinkedIn.

use super::detail::word;
use super::{GroupsLooking, GroupsNow};
use crate::matching::person_name;
use crate::sentences::Language;
use crate::tables::Tables;
use crate::workspace::Workspace;

/// A table of texts, ready to be written as a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sheet {
    pub headers: Vec<String>,
    pub rows: Vec<Vec<String>>,
}

/// The columns of a sales handoff in both languages.
#[rustfmt::skip]
const HANDOFF: [(&str, &str); 18] = [
    ("Account", "Cuenta"), ("Account key", "Clave de la cuenta"), ("Website", "Sitio web"), ("Industry", "Sector"),
    ("Country", "País"), ("Solution interest", "Interés de solución"), ("Completeness", "Integridad"),
    ("Engagement", "Interacción"), ("Stage", "Etapa"), ("Missing roles", "Roles que faltan"), ("Role", "Rol"),
    ("Name", "Nombre"), ("Job title", "Cargo"), ("Email", "Correo electrónico"), ("Phone", "Teléfono"),
    ("Person key", "Clave de la persona"), ("Person engagement", "Interacción de la persona"), ("Source", "Origen"),
];

/// The columns of LinkedIn's list of companies, in its own names, and where each is found.
const COMPANIES: [(&str, &str); 9] = [
    ("companyname", "accountName"),
    ("companywebsite", "accountOrganization.website"),
    ("companyemaildomain", "custom.companyemaildomain"),
    ("linkedincompanypageurl", "custom.linkedincompanypageurl"),
    ("industry", "accountOrganization.industry"),
    ("city", "accountBillingAddress.city"),
    ("state", "accountBillingAddress.state"),
    ("companycountry", "accountBillingAddress.country"),
    ("zipcode", "accountBillingAddress.postalCode"),
];

impl GroupsNow {
    /// A row for each member of each group that is looked at; a group without members has one row.
    pub fn handoff(
        &self,
        tables: &Tables,
        workspace: &Workspace,
        looking: &GroupsLooking,
        language: Language,
    ) -> Sheet {
        let headers =
            HANDOFF.iter().map(|(en, es)| if language == Language::Es { *es } else { *en }.to_owned());
        let mut sheet = Sheet { headers: headers.collect(), rows: Vec::new() };
        for (index, account) in self.found(tables, looking) {
            let Some(line) = self.line(tables, index, account) else { continue };
            let of = &self.interests[index];
            let cell = |name| tables.accounts.cell(name, account).unwrap_or_default().to_owned();
            let stages = workspace.stages_model.get().map_or(&[][..], |model| &model.stages);
            let stage = line.stage.as_ref().and_then(|id| stages.iter().find(|stage| stage.id == *id));
            let missing = line.missing.iter().map(|role| format!("{} ({})", role.role, role.missing));
            let group = [
                line.name.clone(),
                line.account.clone(),
                cell("accountOrganization.website"),
                cell("accountOrganization.industry"),
                cell("accountBillingAddress.country"),
                of.interest.name.clone(),
                format!("{:.0}", line.completeness),
                format!("{:.0}", line.engagement),
                stage.map(|stage| stage.name.clone()).unwrap_or_default(),
                missing.collect::<Vec<_>>().join("; "),
            ];
            let before = sheet.rows.len();
            for (place, card) in of.cards.iter().enumerate() {
                for &person in self.people_of(account) {
                    let Some(record) = of.records[person as usize]
                        .filter(|record| !record.removed && usize::from(record.card) == place)
                    else {
                        continue;
                    };
                    let of_person =
                        |name| tables.people.cell(name, person as usize).unwrap_or_default().to_owned();
                    let member = [
                        card.role.clone(),
                        person_name(tables, person as usize),
                        of_person("extendedWorkDetails.jobTitle"),
                        of_person("workEmail.address"),
                        of_person("workPhone.number"),
                        of_person("b2b.personKey.sourceKey"),
                        format!("{:.0}", self.scores[person as usize]),
                        word(record.source).to_owned(),
                    ];
                    sheet.rows.push(group.iter().cloned().chain(member).collect());
                }
            }
            if sheet.rows.len() == before {
                let nobody = std::iter::repeat_n(String::new(), HANDOFF.len() - group.len());
                sheet.rows.push(group.into_iter().chain(nobody).collect());
            }
        }
        sheet
    }

    /// The accounts of the groups that are looked at, each once, as LinkedIn takes a list of companies.
    pub fn companies(&self, tables: &Tables, looking: &GroupsLooking) -> Sheet {
        let mut accounts: Vec<usize> = self.found(tables, looking).into_iter().map(|(_, row)| row).collect();
        accounts.sort_unstable();
        accounts.dedup();
        let row = |account: usize| {
            let cell =
                |(_, name): &(&str, &str)| tables.accounts.cell(name, account).unwrap_or_default().to_owned();
            COMPANIES.iter().map(cell).collect()
        };
        Sheet {
            headers: COMPANIES.iter().map(|(name, _)| (*name).to_owned()).collect(),
            rows: accounts.into_iter().map(row).collect(),
        }
    }
}
