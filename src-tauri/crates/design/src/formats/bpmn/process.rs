//! A journey as a process: flow elements, sequence flows and lanes, each with its place.

use super::elements::{Element, Flow, Inside, Place, Shape};
use super::xml::{Tag, tag};
use crate::actions::Action;
use crate::formats::{Subject, flow};
use crate::journey::{JourneyKind, Node};
use crate::kinds::{Kind, Timeout};
use crate::layout::{Layout, SIZES, height, layout};
use crate::names::On;
use crate::sentences::{SaidPath, Speaker};
use crate::time::{Duration, LocalDateTime};

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

/// Where a node's exit leaves from.
struct Way {
    path: Option<String>,
    from: String,
    condition: Option<String>,
    /// Taken when no condition holds.
    default: bool,
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

    fn fresh(&mut self, what: &str) -> String {
        self.made += 1;
        format!("{what}_{}", self.made)
    }

    fn flow(
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

    /// The elements of a node, where it is entered, and where each exit leaves.
    fn node(&mut self, subject: &Subject<'_>, node: &Node, card: Place) -> (String, Vec<Way>) {
        let speaker = subject.speaker();
        let on_people = self.lanes.len() == 1 || acts_on_people(node);
        let lane = if on_people { PEOPLE } else { ACCOUNTS };
        let id = self.id_of(node);
        let off = if node.is_disabled() { speaker.say(" (disabled)", " (desactivado)") } else { "" };
        let (name, middle) = (speaker.title(node) + off, (card.x + card.width / 2.0, card.y + SIZES.port));
        let said: Vec<String> = std::iter::once(speaker.doing(node).to_owned())
            .chain(speaker.disabled(subject.journey, node))
            .chain(speaker.settings(node).into_iter().map(|said| format!("{}: {}", said.name, said.words)))
            .chain((!node.note.text().trim().is_empty()).then(|| node.note.text().trim().to_owned()))
            .collect();
        let element = |tag, shape, place| Element {
            documentation: said.join("\n"),
            ..Element::new(&id, tag, &name, lane, shape, place)
        };
        let only =
            |from: &str| vec![Way { path: None, from: from.to_owned(), condition: None, default: false }];
        match &node.kind {
            Kind::AccountAudience(_) | Kind::PersonAudience(_) => {
                let asked = speaker
                    .settings(node)
                    .first()
                    .map_or_else(|| name.clone(), |said| format!("{}: {}", said.name, said.words));
                let mut start =
                    element("bpmn:startEvent", Shape::Event, Place::around(middle.0, middle.1, 36.0));
                start.inside.push(Inside::Is(conditional(&asked)));
                self.elements.push(start);
                (id.clone(), only(&id))
            }
            Kind::Action(it) => {
                self.elements.push(element(task(&it.action), Shape::Task, card));
                (id.clone(), only(&id))
            }
            Kind::Wait(it) => {
                let mut wait = element(
                    "bpmn:intermediateCatchEvent",
                    Shape::Event,
                    Place::around(middle.0, middle.1, 36.0),
                );
                wait.inside.push(Inside::Is(timer(subject, it.duration.get(), it.until.get())));
                self.elements.push(wait);
                (id.clone(), only(&id))
            }
            Kind::Merge(_) => {
                self.elements.push(element(
                    "bpmn:exclusiveGateway",
                    Shape::Gateway,
                    Place::around(middle.0, middle.1, 50.0),
                ));
                (id.clone(), only(&id))
            }
            Kind::Listen(it) => {
                let mut gateway = element(
                    "bpmn:eventBasedGateway",
                    Shape::Gateway,
                    Place::around(card.x + 40.0, middle.1, 50.0),
                );
                let event_id = self.fresh("event");
                let triggers = it.triggers.items();
                let names: Vec<String> = triggers.iter().map(|one| speaker.trigger(one)).collect();
                let apart = if it.timeout.is_given() { 26.0 } else { 0.0 };
                let place = Place::around(card.x + 170.0, middle.1 - apart, 36.0);
                let mut event = Element::new(
                    &event_id,
                    "bpmn:intermediateCatchEvent",
                    &speaker.or(&names),
                    lane,
                    Shape::Event,
                    place,
                );
                for trigger in triggers {
                    event.inside.push(Inside::Is(match (trigger.on, trigger.event.get()) {
                        (On::People, Some(_)) => {
                            self.message(&speaker.trigger(trigger), &speaker.whole_trigger(trigger))
                        }
                        _ => conditional(&speaker.whole_trigger(trigger)),
                    }));
                }
                let mut ways = vec![Way {
                    path: Some("event".into()),
                    from: event_id.clone(),
                    condition: None,
                    default: false,
                }];
                let Some(timeout) = it.timeout.get() else {
                    // Somebody who waits for one thing needs no gateway.
                    event.documentation = gateway.documentation;
                    self.elements.push(event);
                    return (event_id, ways);
                };
                gateway.attributes.push(("eventGatewayType", "Exclusive".into()));
                self.elements.push(gateway);
                self.elements.push(event);
                let timer_id = self.fresh("timeout");
                let place = Place::around(card.x + 170.0, middle.1 + apart, 36.0);
                let name = speaker.timeout(timeout);
                let mut event =
                    Element::new(&timer_id, "bpmn:intermediateCatchEvent", &name, lane, Shape::Event, place);
                event.inside.push(Inside::Is(timeout_timer(subject, timeout)));
                self.elements.push(event);
                self.flow(&id, &event_id, "", None, false, None);
                self.flow(&id, &timer_id, "", None, false, None);
                ways.push(Way {
                    path: Some("timeout".into()),
                    from: timer_id,
                    condition: None,
                    default: false,
                });
                (id.clone(), ways)
            }
            Kind::SplitPeople(_) | Kind::VariantSplitPeople(_)
                if subject.journey.kind == JourneyKind::Account =>
            {
                let mut split = element("bpmn:subProcess", Shape::Folded, card);
                split.inside.push(Inside::Is(
                    tag("bpmn:multiInstanceLoopCharacteristics").with("isSequential", "false"),
                ));
                let (elements, flows) = self.inner(&speaker, node);
                split.inside.push(Inside::Process { elements, flows });
                self.elements.push(split);
                (id.clone(), only(&id))
            }
            Kind::ExternalAction(it) => {
                self.elements.push(element("bpmn:serviceTask", Shape::Task, card));
                let boundary = self.boundary(subject, &id, it.timeout.or(0), lane, card);
                (
                    id.clone(),
                    vec![
                        Way { path: Some("done".into()), from: id.clone(), condition: None, default: false },
                        Way {
                            path: Some("timeoutOrError".into()),
                            from: boundary,
                            condition: None,
                            default: false,
                        },
                    ],
                )
            }
            Kind::ExternalSplit(it) => {
                let task = Place { width: 130.0, ..card };
                self.elements.push(element("bpmn:serviceTask", Shape::Task, task));
                let boundary = self.boundary(subject, &id, it.timeout.or(0), lane, task);
                let gateway = self.fresh("gateway");
                let place = Place::around(card.x + card.width - 25.0, middle.1, 50.0);
                self.elements.push(Element::new(
                    &gateway,
                    "bpmn:exclusiveGateway",
                    "",
                    lane,
                    Shape::Gateway,
                    place,
                ));
                self.flow(&id, &gateway, "", None, false, None);
                let mut ways = choices(subject, node, &gateway);
                ways.retain(|way| way.path.as_deref() != Some("timeoutOrError"));
                ways.push(Way {
                    path: Some("timeoutOrError".into()),
                    from: boundary,
                    condition: None,
                    default: false,
                });
                (id.clone(), ways)
            }
            _ => {
                self.elements.push(element(
                    "bpmn:exclusiveGateway",
                    Shape::Gateway,
                    Place::around(middle.0, middle.1, 50.0),
                ));
                (id.clone(), choices(subject, node, &id))
            }
        }
    }

    /// XML's ids begin with a letter, and no two are the same, even where a journey has one twice.
    fn id_of(&mut self, node: &Node) -> String {
        let id = format!("node_{}", node.id);
        let taken = self.elements.iter().any(|element| element.id == id);
        if taken { self.fresh(&format!("again_{}", node.id)) } else { id }
    }

    fn message(&mut self, name: &str, whole: &str) -> Tag {
        let id = self.fresh("message");
        self.messages.push((id.clone(), name.to_owned()));
        tag("bpmn:messageEventDefinition").with("messageRef", id).documented(whole)
    }

    /// What happens when a service does not answer, or fails.
    fn boundary(
        &mut self,
        subject: &Subject<'_>,
        task: &str,
        minutes: u32,
        lane: &'static str,
        of: Place,
    ) -> String {
        let id = self.fresh("boundary");
        let name = subject.language.say("Timeout or error", "Plazo o error");
        let place = Place::around(of.x + of.width - 30.0, of.y + of.height, 36.0);
        let mut event = Element::new(&id, "bpmn:boundaryEvent", name, lane, Shape::Event, place);
        event.attributes.push(("attachedToRef", task.to_owned()));
        let length = duration(&Duration { minutes: Some(minutes), ..Duration::default() });
        let time = tag("bpmn:timeDuration").with("xsi:type", "bpmn:tFormalExpression").says(&length);
        event.inside.push(Inside::Is(tag("bpmn:timerEventDefinition").and(time)));
        event.inside.push(Inside::Is(tag("bpmn:errorEventDefinition")));
        self.elements.push(event);
        id
    }

    /// What a split by people does for each person: a gateway, the actions of a path in a row, and the end.
    fn inner(&mut self, speaker: &Speaker<'_>, node: &Node) -> (Vec<Element>, Vec<Flow>) {
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

/// The exits of a split, with what leads into each.
fn choices(subject: &Subject<'_>, node: &Node, from: &str) -> Vec<Way> {
    let said = subject.speaker().paths(node);
    let exits = subject.journey.exits(node);
    let ways = exits.iter().enumerate().map(|(at, exit)| {
        let path = exit.path.as_ref().map(ToString::to_string);
        let default = path.as_deref() == Some("other");
        Way { path, from: from.to_owned(), condition: said.get(at).map(|said| said.when.clone()), default }
    });
    ways.collect()
}

fn actions_of(node: &Node, row: usize) -> &[Action] {
    use crate::kinds::OtherPeople;
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

fn acts_on_people(node: &Node) -> bool {
    match &node.kind {
        Kind::Action(it) => it.action.on() == On::People,
        Kind::SplitPeople(_)
        | Kind::VariantSplitPeople(_)
        | Kind::NextBestPath(_)
        | Kind::PersonAudience(_) => true,
        Kind::Listen(it) => {
            let triggers = it.triggers.items();
            !triggers.is_empty() && triggers.iter().all(|trigger| trigger.on == On::People)
        }
        Kind::ExternalAction(it) => it.on.get() == Some(&On::People),
        Kind::ExternalSplit(it) => it.on.get() == Some(&On::People),
        _ => false,
    }
}

/// What is sent to somebody is a send task; the rest the platform does by itself.
fn task(action: &Action) -> &'static str {
    if action.tag().starts_with("send") { "bpmn:sendTask" } else { "bpmn:serviceTask" }
}

fn expression(name: &'static str, text: &str) -> Tag {
    tag(name).with("xsi:type", "bpmn:tFormalExpression").says(text)
}

fn conditional(text: &str) -> Tag {
    tag("bpmn:conditionalEventDefinition").and(expression("bpmn:condition", text))
}

fn timeout_timer(subject: &Subject<'_>, timeout: &Timeout) -> Tag {
    timer(subject, timeout.after.get(), timeout.at.get())
}

/// A length, or an instant. "Must end on" has no form of its own in BPMN; the documentation says it.
fn timer(subject: &Subject<'_>, length: Option<&Duration>, at: Option<&LocalDateTime>) -> Tag {
    let inside = match (length, at) {
        (Some(length), _) => expression("bpmn:timeDuration", &duration(length)),
        (None, Some(at)) => {
            let zone = subject.journey.settings.time_zone.get();
            let instant = zone.to_ambiguous_zoned_datetime(at.get()).compatible();
            let text = instant.map_or_else(
                |_| at.as_str().to_owned(),
                |at| at.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string(),
            );
            expression("bpmn:timeDate", &text)
        }
        (None, None) => expression("bpmn:timeDuration", "PT0M"),
    };
    tag("bpmn:timerEventDefinition").and(inside)
}

/// As ISO 8601 writes it; weeks, which stand alone there, in days.
fn duration(it: &Duration) -> String {
    let part = |count: Option<u32>| count.unwrap_or(0);
    let days = part(it.days) + 7 * part(it.weeks);
    let said = |count: u32, unit: char| if count == 0 { String::new() } else { format!("{count}{unit}") };
    let date = said(part(it.months), 'M') + &said(days, 'D');
    let time = said(part(it.hours), 'H') + &said(part(it.minutes), 'M');
    match (date.is_empty(), time.is_empty()) {
        (true, true) => "PT0M".to_owned(),
        (_, true) => format!("P{date}"),
        _ => format!("P{date}T{time}"),
    }
}
