//! Flow elements and sequence flows as tags.

use super::xml::{Tag, tag};

/// A box in the drawing.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Place {
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) width: f64,
    pub(super) height: f64,
}

impl Place {
    /// A square around a point.
    pub(super) fn around(x: f64, y: f64, side: f64) -> Place {
        Place { x: x - side / 2.0, y: y - side / 2.0, width: side, height: side }
    }

    pub(super) fn middle(&self) -> (f64, f64) {
        (self.x + self.width / 2.0, self.y + self.height / 2.0)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    Task,
    /// A sub-process whose inside is on a plane of its own.
    Folded,
    Event,
    Gateway,
}

pub(super) enum Inside {
    Is(Tag),
    Process { elements: Vec<Element>, flows: Vec<Flow> },
}

pub(super) struct Element {
    pub(super) id: String,
    pub(super) tag: &'static str,
    pub(super) name: String,
    pub(super) documentation: String,
    pub(super) attributes: Vec<(&'static str, String)>,
    pub(super) inside: Vec<Inside>,
    pub(super) lane: &'static str,
    pub(super) shape: Shape,
    pub(super) place: Place,
}

pub(super) struct Flow {
    pub(super) id: String,
    pub(super) from: String,
    pub(super) to: String,
    pub(super) name: String,
    pub(super) condition: Option<String>,
    /// The height at which the layout leads it past other rows.
    pub(super) lane: Option<f64>,
}

impl Element {
    pub(super) fn new(
        id: &str,
        tag: &'static str,
        name: &str,
        lane: &'static str,
        shape: Shape,
        place: Place,
    ) -> Element {
        Element {
            id: id.to_owned(),
            tag,
            name: name.to_owned(),
            documentation: String::new(),
            attributes: Vec::new(),
            inside: Vec::new(),
            lane,
            shape,
            place,
        }
    }

    /// The element with what comes in and goes out, in the order that the schema asks for.
    pub(super) fn tag(&self, flows: &[Flow]) -> Tag {
        let mut out = tag(self.tag).with("id", &self.id);
        if !self.name.is_empty() {
            out = out.with("name", &self.name);
        }
        for (name, value) in &self.attributes {
            out = out.with(name, value);
        }
        out = out.documented(&self.documentation);
        for flow in flows.iter().filter(|flow| flow.to == self.id) {
            out = out.and(tag("bpmn:incoming").says(&flow.id));
        }
        for flow in flows.iter().filter(|flow| flow.from == self.id) {
            out = out.and(tag("bpmn:outgoing").says(&flow.id));
        }
        for inside in &self.inside {
            match inside {
                Inside::Is(inside) => out = out.and(inside.clone()),
                Inside::Process { elements, flows } => {
                    for element in elements {
                        out = out.and(element.tag(flows));
                    }
                    for flow in flows {
                        out = out.and(flow.tag());
                    }
                }
            }
        }
        out
    }
}

impl Flow {
    pub(super) fn tag(&self) -> Tag {
        let mut out = tag("bpmn:sequenceFlow").with("id", &self.id);
        if !self.name.is_empty() {
            out = out.with("name", &self.name);
        }
        out = out.with("sourceRef", &self.from).with("targetRef", &self.to);
        match &self.condition {
            Some(condition) if !condition.is_empty() => out.and(
                tag("bpmn:conditionExpression").with("xsi:type", "bpmn:tFormalExpression").says(condition),
            ),
            _ => out,
        }
    }
}
