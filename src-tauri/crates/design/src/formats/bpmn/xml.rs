//! Elements with attributes, written with two spaces for each level.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

#[derive(Clone)]
pub(super) struct Tag {
    name: &'static str,
    attributes: Vec<(&'static str, String)>,
    inside: Vec<Tag>,
    text: Option<String>,
}

pub(super) fn tag(name: &'static str) -> Tag {
    Tag { name, attributes: Vec::new(), inside: Vec::new(), text: None }
}

impl Tag {
    /// An attribute: one line of text.
    pub(super) fn with(mut self, name: &'static str, value: impl AsRef<str>) -> Tag {
        let value = value.as_ref().split_whitespace().collect::<Vec<_>>().join(" ");
        self.attributes.push((name, allowed(&value)));
        self
    }

    pub(super) fn and(mut self, inside: Tag) -> Tag {
        self.inside.push(inside);
        self
    }

    pub(super) fn says(mut self, text: &str) -> Tag {
        self.text = Some(allowed(text));
        self
    }

    /// A documentation, which comes first in every element of BPMN; none for an empty text.
    pub(super) fn documented(self, text: &str) -> Tag {
        match text.trim() {
            "" => self,
            text => self.and(tag("bpmn:documentation").says(text)),
        }
    }
}

/// Without the letters that XML 1.0 cannot hold.
fn allowed(text: &str) -> String {
    let known = |letter: &char| {
        matches!(letter, '\t' | '\n' | '\r') || (*letter >= ' ' && !matches!(letter, '\u{fffe}' | '\u{ffff}'))
    };
    text.chars().filter(known).collect()
}

pub(super) fn write(root: Tag) -> String {
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 2);
    // Writing to memory does not fail.
    let _ = writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)));
    element(&mut writer, &root);
    let mut text = String::from_utf8(writer.into_inner()).unwrap_or_default();
    text.push('\n');
    text
}

fn element(writer: &mut Writer<Vec<u8>>, it: &Tag) {
    let mut start = BytesStart::new(it.name);
    for (name, value) in &it.attributes {
        start.push_attribute((*name, value.as_str()));
    }
    if it.inside.is_empty() && it.text.is_none() {
        let _ = writer.write_event(Event::Empty(start));
        return;
    }
    let _ = writer.write_event(Event::Start(start));
    if let Some(text) = &it.text {
        let _ = writer.write_event(Event::Text(BytesText::new(text)));
    }
    it.inside.iter().for_each(|inside| element(writer, inside));
    let _ = writer.write_event(Event::End(BytesEnd::new(it.name)));
}
