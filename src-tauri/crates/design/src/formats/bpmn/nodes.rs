//! What each kind of node is in a process.

use super::elements::{Element, Inside, Place, Shape};
use super::process::{ACCOUNTS, PEOPLE, Process};
use super::timers::{conditional, duration, timeout_timer, timer};
use super::xml::{Tag, tag};
use crate::actions::Action;
use crate::formats::Subject;
use crate::journey::{JourneyKind, Node};
use crate::kinds::{Kind, Timeout};
use crate::layout::SIZES;
use crate::names::On;
use crate::time::Duration;
use crate::trigger::Trigger;

/// Where a node's exit leaves from.
pub(super) struct Way {
    pub(super) path: Option<String>,
    pub(super) from: String,
    pub(super) condition: Option<String>,
    /// Taken when no condition holds.
    pub(super) default: bool,
}

impl Way {
    fn plain(path: Option<&str>, from: &str) -> Way {
        Way { path: path.map(str::to_owned), from: from.to_owned(), condition: None, default: false }
    }
}

impl Process {
    /// The elements of a node, where it is entered, and where each exit leaves.
    pub(super) fn node(&mut self, subject: &Subject<'_>, node: &Node, card: Place) -> (String, Vec<Way>) {
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
        let only = |from: &str| vec![Way::plain(None, from)];
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
                let place = Place::around(card.x + 40.0, middle.1, 50.0);
                let gateway = element("bpmn:eventBasedGateway", Shape::Gateway, place);
                self.listen(subject, it.triggers.items(), it.timeout.get(), gateway)
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
                    vec![Way::plain(Some("done"), &id), Way::plain(Some("timeoutOrError"), &boundary)],
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
                ways.push(Way::plain(Some("timeoutOrError"), &boundary));
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

    /// Waiting for one of several things is a gateway, with an event behind it for what is waited for and another one
    /// for giving up.
    fn listen(
        &mut self,
        subject: &Subject<'_>,
        triggers: &[Trigger],
        timeout: Option<&Timeout>,
        mut gateway: Element,
    ) -> (String, Vec<Way>) {
        let speaker = subject.speaker();
        let (id, lane) = (gateway.id.clone(), gateway.lane);
        let apart = if timeout.is_some() { 26.0 } else { 0.0 };
        let (x, y) = gateway.place.middle();
        let event_id = self.fresh("event");
        let names: Vec<String> = triggers.iter().map(|one| speaker.trigger(one)).collect();
        let catch = |id: &str, name: &str, down: f64| {
            let place = Place::around(x + 130.0, y + down, 36.0);
            Element::new(id, "bpmn:intermediateCatchEvent", name, lane, Shape::Event, place)
        };
        let mut event = catch(&event_id, &speaker.or(&names), -apart);
        for trigger in triggers {
            event.inside.push(Inside::Is(match (trigger.on, trigger.event.get()) {
                (On::People, Some(_)) => {
                    self.message(&speaker.trigger(trigger), &speaker.whole_trigger(trigger))
                }
                _ => conditional(&speaker.whole_trigger(trigger)),
            }));
        }
        let mut ways = vec![Way::plain(Some("event"), &event_id)];
        let Some(timeout) = timeout else {
            // Somebody who waits for one thing needs no gateway.
            event.documentation = gateway.documentation;
            self.elements.push(event);
            return (event_id, ways);
        };
        gateway.attributes.push(("eventGatewayType", "Exclusive".into()));
        self.elements.push(gateway);
        self.elements.push(event);
        let timer_id = self.fresh("timeout");
        let mut event = catch(&timer_id, &speaker.timeout(timeout), apart);
        event.inside.push(Inside::Is(timeout_timer(subject, timeout)));
        self.elements.push(event);
        self.flow(&id, &event_id, "", None, false, None);
        self.flow(&id, &timer_id, "", None, false, None);
        ways.push(Way::plain(Some("timeout"), &timer_id));
        (id, ways)
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
pub(super) fn task(action: &Action) -> &'static str {
    if action.tag().starts_with("send") { "bpmn:sendTask" } else { "bpmn:serviceTask" }
}
