//! Closed lists of kinds: an enum whose variants are structs of their own files, told apart by one key.

use serde::de::{DeserializeOwned, Error};
use serde_json::{Map, Value};

/// Makes the enum from the list, with reading and the defaults. Everything else is derived from the structs.
macro_rules! tagged {
    (
        $(#[$meta:meta])*
        pub enum $Name:ident, tag $tag:literal, trait $Trait:ident, const $CONST:ident {
            $($module:ident :: $Variant:ident),+ $(,)?
        }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, serde::Serialize, schemars::JsonSchema, ts_rs::TS)]
        #[serde(tag = $tag, rename_all = "camelCase")]
        pub enum $Name {
            $($Variant($module::$Variant)),+
        }

        impl $Name {
            /// Every tag, in the order of the list.
            pub const TAGS: &[&str] = &[$(<$module::$Variant as $Trait>::$CONST),+];

            pub fn tag(&self) -> &'static str {
                match self {
                    $($Name::$Variant(_) => <$module::$Variant as $Trait>::$CONST),+
                }
            }

            /// The icon of a tag: an inline SVG of 20 × 20, whose file is named like the variant's.
            pub fn icon(tag: &str) -> &'static str {
                $(if tag == <$module::$Variant as $Trait>::$CONST {
                    return include_str!(concat!(
                        env!("CARGO_MANIFEST_DIR"),
                        "/../../../assets/icons/",
                        stringify!($module),
                        ".svg"
                    ));
                })+
                ""
            }

            /// The variant of a tag with nothing set.
            pub fn fresh(tag: &str) -> Option<$Name> {
                $(if tag == <$module::$Variant as $Trait>::$CONST {
                    return Some($Name::$Variant(Default::default()));
                })+
                None
            }

            /// The variant of a tag with its settings.
            pub fn read<E: serde::de::Error>(
                tag: &str,
                settings: serde_json::Map<String, serde_json::Value>,
            ) -> Result<$Name, E> {
                $(if tag == <$module::$Variant as $Trait>::$CONST {
                    return crate::tagged::nested(settings).map($Name::$Variant);
                })+
                Err(E::custom(format!("the {} \"{tag}\" is unknown; it is one of {}", $tag, $Name::TAGS.join(", "))))
            }

            /// Calls the visitor with the settings.
            pub fn visit<V: Visit>(&self, visitor: V) -> V::Out {
                match self {
                    $($Name::$Variant(settings) => visitor.visit(settings)),+
                }
            }

            /// Calls the visitor with every variant's type, in the order of the list.
            pub fn each_type<V: EachType>(visitor: &mut V) {
                $(visitor.visit::<$module::$Variant>();)+
            }
        }

        /// Something done with the settings, whatever the variant.
        pub trait Visit {
            type Out;
            fn visit<T: $Trait>(self, settings: &T) -> Self::Out;
        }

        /// Something done for the type of every variant.
        pub trait EachType {
            fn visit<T: $Trait>(&mut self);
        }

        impl<'de> serde::Deserialize<'de> for $Name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let mut map = serde_json::Map::deserialize(deserializer)?;
                let tag = crate::tagged::take_tag(&mut map, $tag)?;
                $Name::read(&tag, map)
            }
        }

    };
}

pub(crate) use tagged;

/// Removes and returns the key that tells the variants apart.
pub(crate) fn take_tag<E: Error>(map: &mut Map<String, Value>, tag: &'static str) -> Result<String, E> {
    match map.shift_remove(tag) {
        Some(Value::String(text)) => Ok(text),
        Some(_) => Err(E::custom(format!("`{tag}` is a text"))),
        None => Err(E::missing_field(tag)),
    }
}

/// Reads buffered settings; an error keeps the path inside them, for `path_of` to find.
pub(crate) fn nested<T: DeserializeOwned, E: Error>(settings: Map<String, Value>) -> Result<T, E> {
    serde_path_to_error::deserialize(Value::Object(settings)).map_err(|error| {
        let path = error.path().to_string();
        E::custom(format!("{MARK}{path}{MARK}{}", error.into_inner()))
    })
}

/// The settings as JSON.
pub(crate) fn settings(settings: &impl serde::Serialize) -> Map<String, Value> {
    match serde_json::to_value(settings) {
        Ok(Value::Object(map)) => map,
        _ => Map::new(),
    }
}

const MARK: char = '\u{1}';

/// The path inside buffered settings and the message of an error that `nested` made, however deep.
pub(crate) fn path_of(message: &str) -> (Vec<String>, String) {
    let mut path = Vec::new();
    let mut rest = message;
    while let Some((inner, message)) = rest.strip_prefix(MARK).and_then(|rest| rest.split_once(MARK)) {
        if inner != "." {
            path.push(inner.to_owned());
        }
        rest = message;
    }
    (path, rest.to_owned())
}
