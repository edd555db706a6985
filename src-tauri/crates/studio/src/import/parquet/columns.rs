//! The columns of a table that a Parquet schema describes: its leaves, named by their paths.

use parquet::basic::{ConvertedType, LogicalType, Repetition, Type as Stored};
use parquet::schema::types::{Type, TypePtr};

/// A leaf of the schema that becomes a column.
pub(super) struct Column {
    /// Its number among all leaves.
    pub(super) leaf: usize,
    pub(super) path: String,
    pub(super) kind: Kind,
    /// Only what the first item of the outermost list holds is taken; otherwise all values, with `|` between.
    pub(super) first: bool,
    /// The level of a value that is there, and whether it stands in a list.
    pub(super) present: i16,
    pub(super) listed: bool,
}

/// What the stored numbers and bytes mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Plain,
    Unsigned,
    Date,
    /// Since 1970, in so many parts of a second; `zoned` where it is in UTC, otherwise it is a local time.
    Timestamp {
        parts: i64,
        zoned: bool,
    },
    /// Since midnight.
    Time {
        parts: i64,
    },
    Decimal {
        scale: u32,
    },
    Uuid,
}

/// The accounts of a person, the one list of records that is read: `COMPONENTS` in JSON.
const COMPONENTS: &str = "personComponents";
const ACCOUNT: &str = "personComponents[0].sourceAccountKey.sourceKey";

/// The columns in the order of the schema. Lists of records and maps are left out, as those of a JSON text are, but for
/// a person's accounts.
pub(super) fn of(schema: &Type) -> Vec<Column> {
    let mut walk = Walk { columns: Vec::new(), leaf: 0 };
    for field in schema.get_fields() {
        walk.field(field, "", Within::default());
    }
    walk.columns
}

struct Walk {
    columns: Vec<Column>,
    leaf: usize,
}

/// Where in the schema a field stands.
#[derive(Clone, Copy, Default)]
struct Within {
    present: i16,
    listed: bool,
    /// In the list of a person's accounts, of which the items may hold lists.
    components: bool,
    /// Below a map, or a list of records.
    left_out: bool,
}

impl Within {
    /// Inside a list here. A list in a list would mix the values of both, so it is left out.
    fn list(self) -> Within {
        let left_out = self.left_out || (self.listed && !self.components);
        Within { listed: true, components: false, left_out, ..self }
    }
}

impl Walk {
    /// A field by its own name below a path.
    fn field(&mut self, field: &Type, above: &str, within: Within) {
        let path =
            if above.is_empty() { field.name().to_owned() } else { format!("{above}.{}", field.name()) };
        self.named(field, &path, within);
    }

    fn named(&mut self, field: &Type, path: &str, within: Within) {
        let about = field.get_basic_info();
        let repetition = if about.has_repetition() { about.repetition() } else { Repetition::REQUIRED };
        let optional = i16::from(repetition != Repetition::REQUIRED);
        let mut within = Within { present: within.present.saturating_add(optional), ..within };
        let repeated = repetition == Repetition::REPEATED;
        if repeated {
            within = within.list();
        }
        if field.is_primitive() {
            return self.leaf(field, path, within);
        }
        let logical = about.logical_type_ref();
        match (about.converted_type(), field.get_fields()) {
            (ConvertedType::LIST, [items]) => self.items(items, path, within),
            _ if matches!(logical, Some(LogicalType::List)) && field.get_fields().len() == 1 => {
                self.items(&field.get_fields()[0], path, within);
            }
            (ConvertedType::MAP | ConvertedType::MAP_KEY_VALUE, fields) => {
                self.all(fields, path, Within { left_out: true, ..within });
            }
            (_, fields) if repeated => self.records(fields, path, within),
            (_, fields) => self.all(fields, path, within),
        }
    }

    /// What a list holds. Writers differ in whether the repeated field is the item, or holds it.
    fn items(&mut self, items: &Type, path: &str, within: Within) {
        let holds = !items.is_primitive() && items.get_fields().len() == 1 && items.name() != "array";
        if !holds {
            return self.named(items, path, within);
        }
        let within = Within { present: within.present.saturating_add(1), ..within.list() };
        let item = &items.get_fields()[0];
        if item.is_primitive() {
            return self.named(item, path, within);
        }
        let present = within.present.saturating_add(i16::from(item.is_optional()));
        self.records(item.get_fields(), path, Within { present, ..within });
    }

    fn records(&mut self, fields: &[TypePtr], path: &str, within: Within) {
        if path == COMPONENTS {
            self.all(fields, "personComponents[0]", Within { components: true, ..within });
        } else {
            self.all(fields, path, Within { left_out: true, ..within });
        }
    }

    fn all(&mut self, fields: &[TypePtr], path: &str, within: Within) {
        fields.iter().for_each(|field| self.field(field, path, within));
    }

    fn leaf(&mut self, field: &Type, path: &str, within: Within) {
        let leaf = self.leaf;
        self.leaf += 1;
        if within.left_out {
            return;
        }
        let first = path.starts_with("personComponents[0].") && path != ACCOUNT;
        let Within { present, listed, .. } = within;
        self.columns.extend(kind(field).map(|kind| Column {
            leaf,
            path: path.to_owned(),
            kind,
            first: first && listed,
            present,
            listed,
        }));
    }
}

/// What a leaf holds; None where it is nothing that a table shows.
fn kind(field: &Type) -> Option<Kind> {
    use parquet::basic::TimeUnit;
    let parts = |unit: &TimeUnit| match unit {
        TimeUnit::MILLIS => 1_000,
        TimeUnit::MICROS => 1_000_000,
        TimeUnit::NANOS => 1_000_000_000,
    };
    let scale = || u32::try_from(field.get_scale()).unwrap_or(0);
    let about = field.get_basic_info();
    if let Some(logical) = about.logical_type_ref() {
        return Some(match logical {
            LogicalType::Date => Kind::Date,
            LogicalType::Timestamp(at) => {
                Kind::Timestamp { parts: parts(&at.unit), zoned: at.is_adjusted_to_u_t_c }
            }
            LogicalType::Time(at) => Kind::Time { parts: parts(&at.unit) },
            LogicalType::Decimal(_) => Kind::Decimal { scale: scale() },
            LogicalType::Integer(number) if !number.is_signed => Kind::Unsigned,
            LogicalType::Uuid => Kind::Uuid,
            LogicalType::String | LogicalType::Enum | LogicalType::Json | LogicalType::Integer(_) => {
                Kind::Plain
            }
            _ => return None,
        });
    }
    Some(match about.converted_type() {
        ConvertedType::DATE => Kind::Date,
        ConvertedType::TIMESTAMP_MILLIS => Kind::Timestamp { parts: 1_000, zoned: true },
        ConvertedType::TIMESTAMP_MICROS => Kind::Timestamp { parts: 1_000_000, zoned: true },
        ConvertedType::TIME_MILLIS => Kind::Time { parts: 1_000 },
        ConvertedType::TIME_MICROS => Kind::Time { parts: 1_000_000 },
        ConvertedType::DECIMAL => Kind::Decimal { scale: scale() },
        ConvertedType::UINT_8 | ConvertedType::UINT_16 | ConvertedType::UINT_32 | ConvertedType::UINT_64 => {
            Kind::Unsigned
        }
        ConvertedType::INTERVAL | ConvertedType::BSON => return None,
        _ if field.get_physical_type() == Stored::INT96 => {
            Kind::Timestamp { parts: 1_000_000_000, zoned: true }
        }
        _ => Kind::Plain,
    })
}
