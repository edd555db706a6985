//! The operators of conditions, with the types that they compare.

use serde::Serialize;
use ts_rs::TS;

use crate::condition::Operator;
use crate::primitives::Text;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct OperatorInfo {
    pub op: Operator,
    pub name: Text,
    #[ts(type = "(\"text\" | \"number\" | \"date\" | \"boolean\")[]")]
    pub types: Vec<&'static str>,
    pub values: OperatorValues,
}

/// How many values an operator takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum OperatorValues {
    None,
    One,
    Many,
    Two,
}

/// In the order in which they are offered.
pub fn operators() -> Vec<OperatorInfo> {
    use Operator as O;
    use OperatorValues as V;
    const TEXT: &[&str] = &["text"];
    const NUMBER: &[&str] = &["number", "date"];
    [
        (O::Is, "is", "es", &["text", "boolean"][..], V::Many),
        (O::IsNot, "is not", "no es", TEXT, V::Many),
        (O::Contains, "contains", "contiene", TEXT, V::Many),
        (O::NotContains, "does not contain", "no contiene", TEXT, V::Many),
        (O::StartsWith, "starts with", "empieza por", TEXT, V::Many),
        (O::EndsWith, "ends with", "termina en", TEXT, V::Many),
        (O::Equals, "equals", "es igual a", NUMBER, V::One),
        (O::NotEquals, "does not equal", "no es igual a", NUMBER, V::One),
        (O::GreaterThan, "is greater than", "es mayor que", NUMBER, V::One),
        (O::AtLeast, "is at least", "es como mínimo", NUMBER, V::One),
        (O::LessThan, "is less than", "es menor que", NUMBER, V::One),
        (O::AtMost, "is at most", "es como máximo", NUMBER, V::One),
        (O::Between, "is between", "está entre", NUMBER, V::Two),
        (O::IsEmpty, "is empty", "está vacío", &["text", "number", "date"], V::None),
        (O::IsNotEmpty, "is not empty", "no está vacío", TEXT, V::None),
    ]
    .into_iter()
    .map(|(op, en, es, types, values)| OperatorInfo {
        op,
        name: Text::new(en, es),
        types: types.to_vec(),
        values,
    })
    .collect()
}
