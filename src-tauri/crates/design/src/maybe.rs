//! A setting that a document may leave out, and that remembers how it was written.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Null and left out mean the same, but saving an unchanged document changes no byte, so the three ways of
/// writing are kept apart. Fields carry
/// `#[serde(default, skip_serializing_if = "Maybe::is_absent")]`, which `serde_with::apply` gives to all of a struct.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Maybe<T> {
    #[default]
    Absent,
    Null,
    Given(T),
}

impl<T> Maybe<T> {
    pub fn get(&self) -> Option<&T> {
        match self {
            Maybe::Given(value) => Some(value),
            Maybe::Absent | Maybe::Null => None,
        }
    }

    pub fn is_absent(&self) -> bool {
        matches!(self, Maybe::Absent)
    }

    pub fn is_given(&self) -> bool {
        matches!(self, Maybe::Given(_))
    }
}

impl<T: Clone> Maybe<T> {
    /// The value, or what stands for it when it is left out.
    pub fn or(&self, default: T) -> T {
        self.get().cloned().unwrap_or(default)
    }
}

impl<T> Maybe<Vec<T>> {
    pub fn items(&self) -> &[T] {
        self.get().map_or(&[], Vec::as_slice)
    }
}

impl Maybe<String> {
    pub fn text(&self) -> &str {
        self.get().map_or("", String::as_str)
    }
}

impl<T> From<T> for Maybe<T> {
    fn from(value: T) -> Self {
        Maybe::Given(value)
    }
}

impl<T: Serialize> Serialize for Maybe<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.get().serialize(serializer)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Maybe<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Option::deserialize(deserializer)?.map_or(Maybe::Null, Maybe::Given))
    }
}

impl<T: JsonSchema> JsonSchema for Maybe<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        Option::<T>::schema_name()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        Option::<T>::json_schema(generator)
    }
}

/// In TypeScript a field of this type is optional and may be null.
impl<T: ts_rs::TS> ts_rs::TS for Maybe<T> {
    type WithoutGenerics = Maybe<ts_rs::Dummy>;
    type OptionInnerType = T;
    const IS_OPTION: bool = true;

    fn name(config: &ts_rs::Config) -> String {
        Option::<T>::name(config)
    }

    fn inline(config: &ts_rs::Config) -> String {
        Option::<T>::inline(config)
    }

    fn visit_dependencies(visitor: &mut impl ts_rs::TypeVisitor)
    where
        Self: 'static,
    {
        T::visit_dependencies(visitor);
    }

    fn visit_generics(visitor: &mut impl ts_rs::TypeVisitor)
    where
        Self: 'static,
    {
        T::visit_generics(visitor);
        visitor.visit::<T>();
    }

    fn decl(_: &ts_rs::Config) -> String {
        unreachable!("a field's type has no declaration of its own")
    }

    fn decl_concrete(_: &ts_rs::Config) -> String {
        unreachable!("a field's type has no declaration of its own")
    }
}
