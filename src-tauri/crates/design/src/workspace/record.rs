//! The collections of a workspace and their records, each known by its key: an id, a role's name, an event's type.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    AccountList, Audience, CallToAction, Destination, Email, EventType, Form, ListType, Role, RolesTemplate,
    SolutionInterest, Status, Workspace,
};
use crate::condition::Condition;
use crate::maybe::Maybe;
use crate::primitives::Id;

/// How a collection stands in the document, so that taking back its first record gives back the same bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Written {
    Absent,
    Null,
    Given,
}

/// Makes the two enums and the ways from a collection to its records from one list.
macro_rules! collections {
    ($($Variant:ident $field:ident $key:ident),+ $(,)?) => {
        /// A collection of records of a workspace.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
        #[serde(rename_all = "camelCase")]
        pub enum Collection {
            $($Variant),+
        }

        /// A record of a workspace, as in `{"email": {"id": "em-intro", …}}`.
        #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
        #[serde(rename_all = "camelCase")]
        pub enum WorkspaceRecord {
            $($Variant($Variant)),+
        }

        impl WorkspaceRecord {
            pub fn of(&self) -> Collection {
                match self {
                    $(WorkspaceRecord::$Variant(_) => Collection::$Variant),+
                }
            }

            /// What names the record within its collection.
            pub fn key(&self) -> &str {
                match self {
                    $(WorkspaceRecord::$Variant(record) => record.$key.as_ref()),+
                }
            }

            pub fn name(&self) -> &str {
                match self {
                    $(WorkspaceRecord::$Variant(record) => &record.name),+
                }
            }
        }

        impl Collection {
            pub const ALL: &[Collection] = &[$(Collection::$Variant),+];

            /// The record with a key, and where it stands.
            pub fn find(self, workspace: &Workspace, key: &str) -> Option<(usize, WorkspaceRecord)> {
                match self {
                    $(Collection::$Variant => {
                        let records = workspace.$field.items();
                        let at = records.iter().position(|record| AsRef::<str>::as_ref(&record.$key) == key)?;
                        Some((at, WorkspaceRecord::$Variant(records[at].clone())))
                    })+
                }
            }

            pub(crate) fn len(self, workspace: &Workspace) -> usize {
                match self {
                    $(Collection::$Variant => workspace.$field.items().len()),+
                }
            }

            pub(super) fn written(self, workspace: &Workspace) -> Written {
                match self {
                    $(Collection::$Variant => match &workspace.$field {
                        Maybe::Absent => Written::Absent,
                        Maybe::Null => Written::Null,
                        Maybe::Given(_) => Written::Given,
                    }),+
                }
            }

            /// Makes the collection absent, null or empty.
            pub(super) fn write(self, workspace: &mut Workspace, how: Written) {
                match self {
                    $(Collection::$Variant => workspace.$field = match how {
                        Written::Absent => Maybe::Absent,
                        Written::Null => Maybe::Null,
                        Written::Given => Maybe::Given(Vec::new()),
                    }),+
                }
            }

            /// Puts a record in at a place, in the stead of the one there if `replace`; none: takes that one out.
            pub(super) fn splice(
                self,
                workspace: &mut Workspace,
                at: usize,
                replace: bool,
                record: Option<&WorkspaceRecord>,
            ) {
                match self {
                    $(Collection::$Variant => if let Maybe::Given(records) = &mut workspace.$field {
                        let end = (at + usize::from(replace)).min(records.len());
                        let new = record.and_then(|record| match record {
                            WorkspaceRecord::$Variant(record) => Some(record.clone()),
                            _ => None,
                        });
                        records.splice(at.min(end)..end, new);
                    }),+
                }
            }
        }
    };
}

collections! {
    Role roles name,
    RolesTemplate roles_templates id,
    SolutionInterest solution_interests id,
    Audience audiences id,
    AccountList account_lists id,
    Destination destinations id,
    Email emails id,
    EventType event_types r#type,
}

impl Collection {
    /// A key for a new record that nothing in the collection has: short, and made of the record's name.
    pub(crate) fn free_key(self, workspace: &Workspace, name: &str) -> String {
        let (prefix, glue) = match self {
            Collection::Role => return name.trim().to_owned(),
            Collection::EventType => ("", "."),
            Collection::RolesTemplate => ("rt-", "-"),
            Collection::SolutionInterest => ("si-", "-"),
            Collection::Audience => ("aud-", "-"),
            Collection::AccountList => ("list-", "-"),
            Collection::Destination => ("li-", "-"),
            Collection::Email => ("em-", "-"),
        };
        let lower = name.to_lowercase();
        let words =
            lower.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
        let mut stem: String = words.collect::<Vec<_>>().join(glue).chars().take(48).collect();
        if stem.is_empty() {
            stem = "new".to_owned();
        }
        let taken = |key: &str| self.find(workspace, key).is_some();
        let numbered = (2..).map(|number: u32| format!("{prefix}{stem}{glue}{number}"));
        let mut keys = std::iter::once(format!("{prefix}{stem}")).chain(numbered);
        keys.find(|key| !taken(key)).unwrap_or_default()
    }

    /// A new record that needs nothing but its name; None where something else has to be there first.
    pub(crate) fn fresh(self, workspace: &Workspace, name: &str) -> Option<WorkspaceRecord> {
        let (key, name) = (self.free_key(workspace, name), name.trim().to_owned());
        let id = || Id::new(key.clone());
        let everybody = || Maybe::Given(Condition::default());
        Some(match self {
            Collection::Role => WorkspaceRecord::Role(Role { name, description: Maybe::Absent }),
            Collection::RolesTemplate => WorkspaceRecord::RolesTemplate(RolesTemplate {
                id: id()?,
                name,
                status: Status::Draft,
                cards: Vec::new(),
            }),
            Collection::SolutionInterest => {
                let templates = workspace.roles_templates.items();
                let template = templates.iter().find(|template| template.status == Status::Live)?;
                WorkspaceRecord::SolutionInterest(SolutionInterest {
                    id: id()?,
                    name,
                    description: Maybe::Absent,
                    roles_template: template.id.clone(),
                    uses_stages: Maybe::Absent,
                    sales_ready: Maybe::Absent,
                })
            }
            Collection::Audience => {
                WorkspaceRecord::Audience(Audience { id: id()?, name, condition: everybody() })
            }
            Collection::AccountList => WorkspaceRecord::AccountList(AccountList {
                id: id()?,
                name,
                r#type: ListType::Static,
                status: Status::Draft,
                condition: Maybe::Absent,
                members: Maybe::Absent,
            }),
            Collection::Destination => WorkspaceRecord::Destination(Destination {
                id: id()?,
                name,
                roles: Maybe::Absent,
                form: Maybe::Given(Form::LeadGen),
                error_redirect: Maybe::Given(true),
            }),
            Collection::Email => {
                WorkspaceRecord::Email(Email { id: id()?, name, call_to_action: CallToAction::Link })
            }
            Collection::EventType => {
                WorkspaceRecord::EventType(EventType { r#type: key, name, fields: Maybe::Absent })
            }
        })
    }
}
