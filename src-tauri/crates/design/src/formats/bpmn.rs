//! BPMN 2.0, for modelers of business processes: waits are timers, listens wait at an event-based gateway, splits are
//! exclusive gateways, actions are tasks, accounts and people have a lane each. The journey itself stands inside as its
//! JSON document, so that a file written here is read back as it was.

mod diagram;
mod elements;
mod nodes;
mod people;
mod process;
mod read;
mod timers;
mod xml;

pub use read::{BpmnError, read};

use super::{Format, Subject, Writes, native};
use process::Process;
use xml::{Tag, tag};

pub(super) const FORMAT: Format = Format {
    name: "bpmn",
    extension: "bpmn",
    media_type: "application/bpmn+xml",
    title: ("Process (BPMN 2.0)", "Proceso (BPMN 2.0)"),
    hint: (
        "For modelers of processes. What you change there is not read back.",
        "Para modeladores de procesos. Lo que cambies allí no se vuelve a leer.",
    ),
    writes: Writes::Text(write),
};

/// The namespace of the element that holds the journey.
const OURS: &str = "urn:caravan:journey:1";

const NAMESPACES: [(&str, &str); 6] = [
    ("xmlns:bpmn", "http://www.omg.org/spec/BPMN/20100524/MODEL"),
    ("xmlns:bpmndi", "http://www.omg.org/spec/BPMN/20100524/DI"),
    ("xmlns:dc", "http://www.omg.org/spec/DD/20100524/DC"),
    ("xmlns:di", "http://www.omg.org/spec/DD/20100524/DI"),
    ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
    ("xmlns:caravan", OURS),
];

pub(super) fn write(subject: &Subject<'_>) -> String {
    let process = Process::of(subject);
    let mut definitions = tag("bpmn:definitions").with("id", "definitions").with("targetNamespace", OURS);
    for (name, value) in NAMESPACES {
        definitions = definitions.with(name, value);
    }
    definitions = definitions.with("exporter", "Caravan").with("exporterVersion", env!("CARGO_PKG_VERSION"));
    let participant = tag("bpmn:participant")
        .with("id", "participant")
        .with("name", &subject.journey.name)
        .with("processRef", "process");
    definitions = definitions.and(tag("bpmn:collaboration").with("id", "collaboration").and(participant));
    for (id, name) in &process.messages {
        definitions = definitions.and(tag("bpmn:message").with("id", id).with("name", name));
    }
    let mut whole = tag("bpmn:process")
        .with("id", "process")
        .with("name", &subject.journey.name)
        .with("isExecutable", "false")
        .documented(subject.journey.description.text())
        .and(tag("bpmn:extensionElements").and(document(subject)));
    let mut lanes = tag("bpmn:laneSet").with("id", "lanes");
    for lane in &process.lanes {
        let mut one = tag("bpmn:lane").with("id", lane.id).with("name", lane.name);
        for element in process.elements.iter().filter(|element| element.lane == lane.id) {
            one = one.and(tag("bpmn:flowNodeRef").says(&element.id));
        }
        lanes = lanes.and(one);
    }
    whole = whole.and(lanes);
    for element in &process.elements {
        whole = whole.and(element.tag(&process.flows));
    }
    for flow in &process.flows {
        whole = whole.and(flow.tag());
    }
    definitions = definitions.and(whole);
    for plane in diagram::planes(&process) {
        definitions = definitions.and(plane);
    }
    xml::write(definitions)
}

/// The journey as its document, in an element of our own. XML knows no U+FFFE and U+FFFF; JSON writes them by number.
fn document(subject: &Subject<'_>) -> Tag {
    let text = native::write(subject.journey).replace('\u{fffe}', "\\ufffe").replace('\u{ffff}', "\\uffff");
    tag("caravan:journey").says(&text)
}
