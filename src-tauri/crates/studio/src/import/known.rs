//! The attributes that columns are matched with, and what they are called elsewhere.

/// The class of records a file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    Account,
    Person,
    Activity,
    Member,
}

/// An attribute: its path, the name shown, and the names under which Marketo Engage, Salesforce, HubSpot and LinkedIn
/// export it, the surest first, with the name shown in Spanish among them. Case, blanks and punctuation don't matter.
/// Plain words that none of them exports, such as `Region` or `Type`, are left to users as names of their own.
pub(super) type Known = (&'static str, &'static str, &'static [&'static str]);

pub(super) const ACCOUNT_KEY: &str = "accountKey.sourceKey";
pub(super) const ACCOUNT_NAME: &str = "accountName";
pub(super) const PERSON_KEY: &str = "b2b.personKey.sourceKey";
pub(super) const PERSON_ACCOUNT: &str = "personComponents[0].sourceAccountKey.sourceKey";
pub(super) const EMAIL: &str = "workEmail.address";
pub(super) const CONSENT: &str = "consents.marketing.email.val";
pub(super) const BIRTH: &str = "person.birthDate";
pub(super) const TIMESTAMP: &str = "timestamp";
pub(super) const EVENT_TYPE: &str = "eventType";

pub(super) fn known(class: Class) -> &'static [Known] {
    match class {
        Class::Account => ACCOUNT,
        Class::Person => PERSON,
        Class::Activity => ACTIVITY,
        Class::Member => MEMBER,
    }
}

/// The columns without which a file of the class cannot be read.
pub(super) fn required(class: Class) -> &'static [&'static str] {
    match class {
        Class::Account => &[ACCOUNT_KEY, ACCOUNT_NAME],
        Class::Person => &[PERSON_KEY, PERSON_ACCOUNT, EMAIL],
        Class::Activity => &[PERSON_KEY, TIMESTAMP, EVENT_TYPE],
        Class::Member => &["solutionInterest", "personKey", "role", "source"],
    }
}

#[rustfmt::skip]
const ACCOUNT: &[Known] = &[
    (ACCOUNT_KEY, "Account key", &["accountKey", "Account ID", "AccountId", "Account ID (18)", "Id", "External Company ID", "Company ID", "SFDC Account ID", "Record ID", "hs_object_id", "Company record ID", "External ID", "Source key", "Key", "Clave de la cuenta", "Symbol", "Stock symbol", "attributes.referenceId"]),
    (ACCOUNT_NAME, "Name", &["Account name", "Company name", "Company", "Organization name", "Organization", "Nombre", "Security"]),
    ("accountOrganization.industry", "Industry", &["Company industry", "GICS Sector", "Sector"]),
    ("accountOrganization.annualRevenue.amount", "Annual revenue", &["Annual revenue amount", "Annual revenue (converted)", "Company revenue", "Ingresos anuales"]),
    ("accountOrganization.numberOfEmployees", "Employee size", &["Number of employees", "Num employees", "Employees", "No. of employees", "Company size", "Número de empleados"]),
    ("accountOrganization.SICCode", "SIC code", &["SIC", "Código SIC"]),
    ("accountOrganization.website", "Domain name", &["Website", "Website URL", "Company domain name", "Company website", "Company email domain", "Domain", "Dominio"]),
    ("accountBillingAddress.city", "City", &["Billing city", "Company city", "Ciudad"]),
    ("accountBillingAddress.state", "State", &["Billing state", "Billing state/province", "State/Region", "State/Province", "Company state", "Provincia"]),
    ("accountBillingAddress.region", "Billing region", &[]),
    ("accountBillingAddress.country", "Country", &["Billing country", "Country/Region", "Company country", "País"]),
    ("accountBillingAddress.postalCode", "Postal code", &["Billing postal code", "Billing zip/postal code", "Zip code", "Zip", "Zip/Postal code", "Company postal code", "Código postal"]),
    ("accountBillingAddress.street1", "Street", &["Billing street", "Billing address", "Billing address line 1", "Street address", "Address", "Company address", "Calle"]),
    ("accountPhone.number", "Phone number", &["Phone", "Account phone", "Main phone", "Company phone", "Teléfono"]),
    ("accountSourceType", "Account source type", &["Account source"]),
];

#[rustfmt::skip]
const PERSON: &[Known] = &[
    (PERSON_KEY, "Person key", &["personKey", "personKey.sourceKey", "Person ID", "Contact ID", "ContactId", "Contact ID (18)", "Lead ID", "Id", "Marketo ID", "SFDC Contact ID", "SFDC Lead ID", "Record ID", "hs_object_id", "External ID", "Source key", "Key", "Clave de la persona", "attributes.referenceId"]),
    (PERSON_ACCOUNT, "Account key", &["personComponents.sourceAccountKey.sourceKey", "sourceAccountKey.sourceKey", "accountKey.sourceKey", "accountKey", "Account ID", "AccountId", "Account ID (18)", "External Company ID", "Company ID", "SFDC Account ID", "Associated Company ID", "Associated Company IDs", "Primary Associated Company ID", "Clave de la cuenta"]),
    (EMAIL, "Email address", &["Email", "Work email", "E-mail", "E-mail address", "Business email", "Work email address", "Correo electrónico"]),
    ("workEmail.status", "Email suspended", &["Email status", "Correo suspendido"]),
    ("person.name.firstName", "First name", &["Given name", "Nombre"]),
    ("person.name.lastName", "Last name", &["Surname", "Family name", "Apellidos"]),
    ("person.name.middleName", "Middle name", &["Segundo nombre"]),
    ("person.name.courtesyTitle", "Salutation", &["Courtesy title", "Tratamiento"]),
    (BIRTH, "Date of birth", &["Birthdate", "Birth date", "Fecha de nacimiento"]),
    ("extendedWorkDetails.jobTitle", "Job title", &["Title", "Position", "Cargo"]),
    ("workAddress.city", "City", &["Mailing city", "Work city", "Ciudad"]),
    ("workAddress.state", "State", &["Mailing state", "Mailing state/province", "State/Region", "State/Province", "Provincia"]),
    ("workAddress.country", "Country", &["Mailing country", "Country/Region", "Work country", "País"]),
    ("workAddress.postalCode", "Postal code", &["Mailing postal code", "Mailing zip/postal code", "Zip code", "Zip", "Zip/Postal code", "Código postal"]),
    ("workAddress.street1", "Street", &["Mailing street", "Street address", "Address", "Mailing address line 1", "Calle"]),
    ("workPhone.number", "Phone number", &["Phone", "Work phone", "Business phone", "Main phone", "Teléfono"]),
    ("mobilePhone.number", "Mobile phone number", &["Mobile phone", "Mobile", "Mobile number", "Cell phone", "Teléfono móvil"]),
    ("b2b.personStatus", "Lead status", &["Person status", "hs_lead_status", "Estado del contacto"]),
    ("b2b.isMarketingSuspended", "Marketing suspended", &["Marketing suspendido"]),
    ("b2b.marketingSuspendedCause", "Marketing suspended cause", &["Marketing suspended reason", "Causa de la suspensión"]),
    (CONSENT, "Unsubscribed", &["Has opted out of email", "Email opt out", "Opted out of email", "Unsubscribed from all email", "hs_email_optout", "Baja del correo"]),
    ("consents.marketing.email.reason", "Unsubscribed reason", &["Unsubscribe reason", "Motivo de la baja"]),
    ("personRoles", "Role in account", &["personComponents[0].personRoles", "personComponents.personRoles", "Person roles", "Rol en la cuenta"]),
];

#[rustfmt::skip]
const ACTIVITY: &[Known] = &[
    (PERSON_KEY, "Person key", &["personKey", "personKey.sourceKey", "Person ID", "Contact ID", "ContactId", "Lead ID", "Marketo ID", "WhoId", "Name ID"]),
    (TIMESTAMP, "Timestamp", &["Activity date", "Activity date/time", "Activity date time", "Event date", "Occurred at", "Created at", "Date"]),
    (EVENT_TYPE, "Event type", &["Activity type", "Event", "Type"]),
];

#[rustfmt::skip]
const MEMBER: &[Known] = &[
    ("solutionInterest", "Solution interest", &["Solution interest ID"]),
    ("personKey", "Person key", &[PERSON_KEY, "personKey.sourceKey", "Person ID", "Contact ID", "ContactId", "Lead ID"]),
    ("role", "Role", &["Buying group role"]),
    ("source", "Source", &[]),
    ("removed", "Removed", &["Is removed"]),
];
