//! What a split by people does for each person, as a process inside the process.

use super::elements::{Element, Flow, Place, Shape};
use super::nodes::task;
use super::process::{PEOPLE, Process};
use crate::actions::Action;
use crate::journey::Node;
use crate::kinds::{Kind, OtherPeople};
use crate::sentences::{SaidPath, Speaker};

impl Process {
    /// What a split by people does for each person: a gateway, the actions of a path in a row, and the end.
    pub(super) fn inner(&mut self, speaker: &Speaker<'_>, node: &Node) -> (Vec<Element>, Vec<Flow>) {
        let outer = (std::mem::take(&mut self.elements), std::mem::take(&mut self.flows));
        let paths = speaker.paths(node);
        let rows = paths.len().max(1) as f64;
        let middle = 110.0 * (rows - 1.0) / 2.0 + 60.0;
        let longest = paths.iter().map(|path| path.actions.len()).max().unwrap_or(0);
        let column = |at: usize| 260.0 + 190.0 * at as f64;
        let (start, gateway) = (self.fresh("start"), self.fresh("gateway"));
        let (join, end) = (self.fresh("join"), self.fresh("end"));
        let marks = [
            (
                &start,
                "bpmn:startEvent",
                speaker.say("Each person", "Cada persona"),
                Shape::Event,
                Place::around(60.0, middle, 36.0),
            ),
            (&gateway, "bpmn:exclusiveGateway", "", Shape::Gateway, Place::around(160.0, middle, 50.0)),
            (
                &join,
                "bpmn:exclusiveGateway",
                "",
                Shape::Gateway,
                Place::around(column(longest) + 40.0, middle, 50.0),
            ),
            (
                &end,
                "bpmn:endEvent",
                speaker.say("End", "Fin"),
                Shape::Event,
                Place::around(column(longest) + 140.0, middle, 36.0),
            ),
        ];
        for (id, tag, name, shape, place) in marks {
            self.elements.push(Element::new(id, tag, name, PEOPLE, shape, place));
        }
        self.flow(&start, &gateway, "", None, false, None);
        let closed = paths.iter().any(|path| path.rest);
        for (row, path) in paths.iter().enumerate() {
            let (y, actions) = (60.0 + 110.0 * row as f64, actions_of(node, row));
            let mut from = gateway.clone();
            let default = path.rest;
            for (number, action) in actions.iter().enumerate() {
                let id = self.fresh("task");
                let place = Place { x: column(number), y: y - 35.0, width: 160.0, height: 70.0 };
                self.elements.push(Element::new(
                    &id,
                    task(action),
                    &speaker.action(action),
                    PEOPLE,
                    Shape::Task,
                    place,
                ));
                self.enter(&from, &id, &gateway, path, default);
                from = id;
            }
            self.enter(&from, &join, &gateway, path, default);
        }
        if !closed {
            // Whoever fits no path gets nothing and goes on.
            let name = speaker.say("No path", "Ninguna rama");
            self.flow(&gateway, &join, name, None, true, None);
        }
        self.flow(&join, &end, "", None, false, None);
        (std::mem::replace(&mut self.elements, outer.0), std::mem::replace(&mut self.flows, outer.1))
    }

    /// A flow of a path: the first one carries its name and condition.
    fn enter(&mut self, from: &str, to: &str, gateway: &str, path: &SaidPath, default: bool) {
        if from == gateway {
            self.flow(from, to, &path.name, Some(path.when.clone()), default, None);
        } else {
            self.flow(from, to, "", None, false, None);
        }
    }
}

fn actions_of(node: &Node, row: usize) -> &[Action] {
    match &node.kind {
        Kind::SplitPeople(it) => match (it.paths.items().get(row), it.other.get()) {
            (Some(path), _) => path.actions.items(),
            (None, Some(OtherPeople::Actions(other))) => &other.actions,
            _ => &[],
        },
        Kind::VariantSplitPeople(it) => it.paths.items().get(row).map_or(&[], |path| path.actions.items()),
        _ => &[],
    }
}
