//! A journey as a process: flow elements, sequence flows and lanes, each with its place.

use super::elements::{Element, Flow, Place, Shape};
use super::nodes::Way;
use crate::formats::{Subject, flow};
use crate::journey::JourneyKind;
use crate::layout::{Layout, SIZES, height, layout};

pub(super) struct Lane {
    pub(super) id: &'static str,
    pub(super) name: &'static str,
}

/// The lanes' ids.
pub(super) const ACCOUNTS: &str = "lane_accounts";
pub(super) const PEOPLE: &str = "lane_people";

pub(super) struct Process {
    pub(super) lanes: Vec<Lane>,
    pub(super) elements: Vec<Element>,
    pub(super) flows: Vec<Flow>,
    /// What listens wait for from people: id and name.
    pub(super) messages: Vec<(String, String)>,
    /// Counts what has no id in the journey.
    made: usize,
}

impl Process {
    pub(super) fn of(subject: &Subject<'_>) -> Process {
        let say = |en, es| subject.language.say(en, es);
        let people = Lane { id: PEOPLE, name: say("People", "Personas") };
        let accounts = Lane { id: ACCOUNTS, name: say("Accounts", "Cuentas") };
        let lanes = match subject.journey.kind {
            JourneyKind::Account => vec![accounts, people],
            JourneyKind::Person => vec![people],
        };
        let mut process =
            Process { lanes, elements: Vec::new(), flows: Vec::new(), messages: Vec::new(), made: 0 };
        process.draw(subject, &layout(subject.journey));
        process
    }

    fn draw(&mut self, subject: &Subject<'_>, laid: &Layout) {
        let journey = subject.journey;
        // The element at which a node is entered, and those at which its exits leave.
        let mut entries: Vec<String> = Vec::new();
        let mut exits: Vec<Vec<Way>> = Vec::new();
        for node in &journey.nodes {
            let place = laid.places.get(&node.id);
            let (x, y) = place.map_or((0.0, 0.0), |place| (place.x.get(), place.y.get()));
            let (entry, ways) = self.node(
                subject,
                node,
                Place { x, y, width: SIZES.width, height: height(node, journey.kind) },
            );
            entries.push(entry);
            exits.push(ways);
        }
        let entry_of = |id: &str| journey.nodes.iter().position(|node| node.id.as_str() == id);
        for (at, node) in journey.nodes.iter().enumerate() {
            for way in flow::ways(journey, node) {
                let path = way.exit.path.as_ref().map(ToString::to_string);
                let Some(exit) = exits[at].iter().find(|exit| exit.path == path) else { continue };
                let (from, condition, default) = (exit.from.clone(), exit.condition.clone(), exit.default);
                let to = match way.to.and_then(|to| entry_of(to.id.as_str())) {
                    Some(to) => entries[to].clone(),
                    None => {
                        let end =
                            laid.ends.iter().find(|end| end.from == node.id && end.path == way.exit.path);
                        let place = laid.places.get(&node.id);
                        let beside = place.map_or((0.0, 0.0), |place| {
                            (place.x.get() + SIZES.width + 60.0, place.y.get() + SIZES.port)
                        });
                        let (x, y) = end.map_or(beside, |end| (end.x, end.y));
                        let lane = self.lane_of(&from);
                        let name = subject.language.say("End", "Fin");
                        let id = self.fresh("end");
                        self.elements.push(Element::new(
                            &id,
                            "bpmn:endEvent",
                            name,
                            lane,
                            Shape::Event,
                            Place::around(x, y, 36.0),
                        ));
                        id
                    }
                };
                let name = subject.speaker().exit(&way.exit);
                let lane = laid.lanes.iter().find(|lane| lane.from == node.id && lane.path == way.exit.path);
                self.flow(&from, &to, &name, condition, default, lane.map(|lane| lane.y));
            }
        }
    }

    fn lane_of(&self, id: &str) -> &'static str {
        self.elements.iter().find(|element| element.id == id).map_or(self.lanes[0].id, |element| element.lane)
    }

    pub(super) fn fresh(&mut self, what: &str) -> String {
        self.made += 1;
        format!("{what}_{}", self.made)
    }

    pub(super) fn flow(
        &mut self,
        from: &str,
        to: &str,
        name: &str,
        condition: Option<String>,
        default: bool,
        lane: Option<f64>,
    ) {
        let id = self.fresh("flow");
        if default && let Some(source) = self.elements.iter_mut().find(|element| element.id == from) {
            source.attributes.push(("default", id.clone()));
        }
        let condition = condition.filter(|_| !default);
        self.flows.push(Flow {
            id,
            from: from.to_owned(),
            to: to.to_owned(),
            name: name.to_owned(),
            condition,
            lane,
        });
    }
}
