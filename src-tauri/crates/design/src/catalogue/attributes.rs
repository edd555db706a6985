//! The standard attributes of accounts and people, by their XDM path.

use serde::Serialize;
use ts_rs::TS;

use crate::primitives::Text;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AttributeInfo {
    /// As in conditions: `account.` or `person.` and the XDM path.
    pub path: String,
    pub name: Text,
    #[ts(type = "\"account\" | \"person\"")]
    pub of: &'static str,
    pub r#type: AttributeType,
    /// It follows from the activities, so that no action can set it.
    pub computed: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum AttributeType {
    Text,
    Number,
    Integer,
    Boolean,
    Date,
}

/// Whether a path is one of the standard attributes.
pub(crate) fn is_standard_attribute(path: &str) -> bool {
    LIST.iter().any(|(known, ..)| *known == path)
}

/// All of them, accounts first.
pub fn attributes() -> Vec<AttributeInfo> {
    let info = |&(path, en, es, r#type): &(&str, &str, &str, AttributeType)| AttributeInfo {
        path: path.to_owned(),
        name: Text::new(en, es),
        of: if path.starts_with("account.") { "account" } else { "person" },
        r#type,
        computed: path == ENGAGEMENT,
    };
    LIST.iter().map(info).collect()
}

const ENGAGEMENT: &str = "person.engagementScore";

use AttributeType::{Boolean, Date, Integer, Number, Text as Words};

const LIST: &[(&str, &str, &str, AttributeType)] = &[
    ("account.accountName", "Name", "Nombre", Words),
    ("account.accountOrganization.industry", "Industry", "Sector", Words),
    ("account.accountOrganization.annualRevenue.amount", "Annual revenue", "Ingresos anuales", Number),
    ("account.accountOrganization.numberOfEmployees", "Employee size", "Número de empleados", Integer),
    ("account.accountOrganization.SICCode", "SIC code", "Código SIC", Words),
    ("account.accountOrganization.website", "Domain name", "Dominio", Words),
    ("account.accountBillingAddress.city", "City", "Ciudad", Words),
    ("account.accountBillingAddress.state", "State", "Provincia", Words),
    ("account.accountBillingAddress.region", "Region", "Región", Words),
    ("account.accountBillingAddress.country", "Country", "País", Words),
    ("account.accountBillingAddress.postalCode", "Postal code", "Código postal", Words),
    ("account.accountBillingAddress.street1", "Street", "Calle", Words),
    ("account.accountPhone.number", "Phone number", "Teléfono", Words),
    ("account.accountSourceType", "Source type", "Tipo de origen", Words),
    ("person.workEmail.address", "Email address", "Correo electrónico", Words),
    ("person.workEmail.status", "Email suspended", "Correo suspendido", Words),
    ("person.person.name.firstName", "First name", "Nombre", Words),
    ("person.person.name.lastName", "Last name", "Apellidos", Words),
    ("person.person.name.middleName", "Middle name", "Segundo nombre", Words),
    ("person.person.name.courtesyTitle", "Salutation", "Tratamiento", Words),
    ("person.person.birthDate", "Date of birth", "Fecha de nacimiento", Date),
    ("person.extendedWorkDetails.jobTitle", "Job title", "Cargo", Words),
    ("person.workAddress.city", "City", "Ciudad", Words),
    ("person.workAddress.state", "State", "Provincia", Words),
    ("person.workAddress.country", "Country", "País", Words),
    ("person.workAddress.postalCode", "Postal code", "Código postal", Words),
    ("person.workAddress.street1", "Street", "Calle", Words),
    ("person.workPhone.number", "Phone number", "Teléfono", Words),
    ("person.mobilePhone.number", "Mobile phone number", "Teléfono móvil", Words),
    ("person.b2b.personStatus", "Lead status", "Estado del contacto", Words),
    ("person.b2b.isMarketingSuspended", "Marketing suspended", "Marketing suspendido", Boolean),
    ("person.b2b.marketingSuspendedCause", "Marketing suspended cause", "Causa de la suspensión", Words),
    ("person.consents.marketing.email.val", "Unsubscribed", "Baja del correo", Words),
    ("person.consents.marketing.email.reason", "Unsubscribed reason", "Motivo de la baja", Words),
    ("person.personRoles", "Role in account", "Rol en la cuenta", Words),
    (ENGAGEMENT, "Person engagement score", "Puntuación de interacción", Number),
];
