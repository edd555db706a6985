//! JSON that refuses what serde_json lets pass: a key that stands twice in an object.

use std::cell::RefCell;
use std::fmt;

use serde::de::{DeserializeSeed, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};

use super::ReadError;

/// Parses a text; errors carry the line and column, or the path of the key that stands twice.
pub(super) fn parse(text: &str) -> Result<Value, ReadError> {
    let path = RefCell::new(Vec::new());
    let mut parser = serde_json::Deserializer::from_str(text);
    let value = Strict(&path).deserialize(&mut parser).and_then(|value| parser.end().map(|()| value));
    value.map_err(|error| {
        let message = error.to_string();
        match message.strip_prefix(TWICE) {
            Some(rest) => {
                let key = rest.split(END).next().unwrap_or_default().to_owned();
                let path = path.take();
                let path = if path.is_empty() { "the document".to_owned() } else { path.concat() };
                ReadError::Duplicate { path, key }
            }
            None => ReadError::Syntax {
                line: error.line(),
                column: error.column(),
                message: syntax(message.split(" at line ").next().unwrap_or_default()),
            },
        }
    })
}

/// serde's words in ours: which key is unknown or missing, and what stands there instead.
pub(super) fn plain(message: &str) -> String {
    if let Some(rest) = message.strip_prefix("unknown field ") {
        let (key, known) = rest.split_once(", ").unwrap_or((rest, ""));
        let known =
            known.strip_prefix("expected ").map(|known| known.strip_prefix("one of ").unwrap_or(known));
        return match known {
            Some(known) => format!("the key {key} is unknown; remove it or use one of {known}"),
            None => format!("the key {key} is unknown; remove it"),
        };
    }
    if let Some(key) = message.strip_prefix("missing field ") {
        return format!("the key {key} is missing; add it");
    }
    if let Some(rest) = message.strip_prefix("unknown variant ") {
        let (value, known) = rest.split_once(", expected ").unwrap_or((rest, ""));
        return format!("{value} is not known here; use {known}");
    }
    let wrong = message.strip_prefix("invalid type: ").or(message.strip_prefix("invalid value: "));
    if let Some(rest) = wrong {
        let (found, wanted) = rest.split_once(", expected ").unwrap_or((rest, "something else"));
        return format!("{} stands where {} is needed", in_words(found), in_words(wanted));
    }
    message.to_owned()
}

/// A type as JSON and its readers call it.
fn in_words(of: &str) -> &str {
    match of {
        "u8" | "u16" | "u32" | "u64" | "usize" => "a whole number of 0 or more",
        "i32" | "i64" => "a whole number",
        "f64" | "a JSON number" => "a number",
        "a string" => "a text",
        "a boolean" => "true or false",
        "a sequence" | "sequence" => "a list",
        "a map" | "map" => "an object",
        _ if of.starts_with("struct ") => "an object",
        _ => of,
    }
}

/// What is wrong with the text itself.
fn syntax(message: &str) -> String {
    match message.strip_prefix("EOF while parsing ") {
        Some(inside) => format!("the text ends in the middle of {inside}"),
        None => message.to_owned(),
    }
}

const TWICE: &str = "twice:";
const END: char = '\u{1}';

/// Remembers where it is, so that the error can say so.
#[derive(Clone, Copy)]
struct Strict<'p>(&'p RefCell<Vec<String>>);

impl<'de> DeserializeSeed<'de> for Strict<'_> {
    type Value = Value;

    fn deserialize<D: serde::Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Strict<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Value, E> {
        Ok(Number::from_f64(value).map_or(Value::Null, Value::Number))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_unit<E: Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Value, A::Error> {
        let mut items = Vec::new();
        self.0.borrow_mut().push(String::new());
        loop {
            let place = format!("[{}]", items.len());
            if let Some(last) = self.0.borrow_mut().last_mut() {
                *last = place;
            }
            match seq.next_element_seed(self)? {
                Some(item) => items.push(item),
                None => break,
            }
        }
        self.0.borrow_mut().pop();
        Ok(items.into())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Value, A::Error> {
        let mut map = Map::new();
        while let Some(key) = access.next_key::<String>()? {
            if map.contains_key(&key) {
                return Err(A::Error::custom(format!("{TWICE}{key}{END}")));
            }
            let dot = if self.0.borrow().is_empty() { "" } else { "." };
            self.0.borrow_mut().push(format!("{dot}{key}"));
            let value = access.next_value_seed(self)?;
            self.0.borrow_mut().pop();
            map.insert(key, value);
        }
        Ok(Value::Object(map))
    }
}
