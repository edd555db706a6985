//! Edits of steps: when advertising begins, what is taken back, how long one waits and listens.

use super::{About, Asking, Mends, Proposal, ProposedEdit};
use crate::actions::Action;
use crate::behind::MissingCause;
use crate::formats::native;
use crate::fragment::Fragment;
use crate::intent::Intent;
use crate::journey::Node;
use crate::kinds::{Family, Kind};
use crate::maybe::Maybe;
use crate::primitives::{Id, Text};
use crate::time::Duration;
use crate::workspace::intent::WorkspaceIntent;
use crate::workspace::{Destination, WorkspaceRecord};

pub(super) fn propose(about: &About<'_>, found: &mut Vec<Proposal>) {
    if about.cause == MissingCause::NoMatchingTitle {
        advertise(about, found);
    }
}

/// Advertising finds people of a role: earlier, at all, or for this role too.
fn advertise(about: &About<'_>, found: &mut Vec<Proposal>) {
    let Asking { journey, workspace, .. } = about.of;
    let role = about.role;
    let Some(start) = journey.nodes.iter().find(|node| node.kind.family() == Family::Audience) else {
        return;
    };
    let destinations = workspace.destinations.items();
    let addresses = |of: &&Destination| of.roles.items().iter().any(|of| of == role);
    let activation = |node: &&Node| destination(node).is_some();
    let because = Text::new(
        format!("Advertising finds people for {role}; the earlier it begins, the more of them."),
        format!("La publicidad encuentra personas para {role}; cuanto antes empiece, más encuentra."),
    );
    let serving =
        |node: &&Node| destinations.iter().any(|of| destination(node) == Some(&of.id) && addresses(&of));
    if let Some(node) = journey.nodes.iter().find(serving) {
        if journey.target(&start.id, None) != Some(&node.id) {
            let sentence = about.of.say(|speaker| {
                speaker
                    .say("Begin “{step}” right at the start.", "Empezar «{step}» justo al principio.")
                    .replace("{step}", &speaker.title(node))
            });
            let carry = Intent::Carry { node: node.id.clone(), from: start.id.clone(), path: None };
            found.push(about.proposal(sentence, because, ProposedEdit::Journey(carry)));
        }
    } else if let Some(of) = destinations.iter().find(addresses) {
        let sentence = Text::new(
            format!("Activate the accounts to “{}” right at the start.", of.name),
            format!("Activar las cuentas en «{}» justo al principio.", of.name),
        );
        let Some(kind) = activate(&of.id) else { return };
        let node = Node {
            id: Id::fixed("activate"),
            label: Maybe::Absent,
            note: Maybe::Absent,
            disabled: Maybe::Absent,
            kind,
        };
        let fragment =
            Fragment { kind: journey.kind, nodes: vec![node], edges: Vec::new(), layout: Maybe::Absent };
        let paste = Intent::Paste {
            fragment: native::write(&fragment),
            from: Some(start.id.clone()),
            path: None,
            at: None,
        };
        found.push(about.proposal(sentence, because, ProposedEdit::Journey(paste)));
    } else if let Some(of) = journey
        .nodes
        .iter()
        .filter(activation)
        .find_map(|node| destinations.iter().find(|of| destination(&node) == Some(&of.id)))
    {
        let mut changed = of.clone();
        changed.roles = of.roles.items().iter().cloned().chain([role.to_owned()]).collect::<Vec<_>>().into();
        let sentence = Text::new(
            format!("Let “{}” look for {role} too.", of.name),
            format!("Que «{}» busque también {role}.", of.name),
        );
        let record = WorkspaceRecord::Destination(changed);
        let set = WorkspaceIntent::Set { key: of.id.to_string(), record };
        found.push(about.proposal(sentence, because, ProposedEdit::Workspace(set)));
    }
}

/// A step that activates accounts to a destination.
fn activate(to: &Id) -> Option<Kind> {
    let mut kind = Kind::fresh("action")?;
    let mut action = Action::fresh("activateToDestination")?;
    if let Action::ActivateToDestination(of) = &mut action {
        of.destination = to.clone().into();
    }
    if let Kind::Action(settings) = &mut kind {
        settings.action = action;
    }
    Some(kind)
}

fn destination<'n>(node: &&'n Node) -> Option<&'n Id> {
    match &node.kind {
        Kind::Action(settings) => match &settings.action {
            Action::ActivateToDestination(of) => of.destination.get(),
            _ => None,
        },
        _ => None,
    }
}

/// From this share of those who came on, a wait or a timeout is worth a thought.
const MANY: f64 = 0.1;
const MOST: f64 = 0.5;

/// Waits at which many still are at the horizon, and listens that most leave by their timeout.
pub(super) fn propose_times(of: &Asking<'_>, found: &mut Vec<Proposal>) {
    for figures in &of.report.nodes {
        let Some(node) = of.journey.node(&figures.id) else { continue };
        let mean = |estimate: &crate::report::Estimate| estimate.mean.unwrap_or(0.0);
        let (entered, here) = (mean(&figures.entered), mean(&figures.here));
        if entered <= 0.0 {
            continue;
        }
        match &node.kind {
            Kind::Wait(wait) if here / entered >= MANY => {
                let Some(shorter) = wait.duration.get().and_then(|of| times(of, 0.5)) else { continue };
                let mut wait = wait.clone();
                let sentence =
                    said(of, node, &shorter, ("Shorten “{step}” to {time}.", "Acortar «{step}» a {time}."));
                wait.duration = shorter.into();
                let because = Text::new(
                    "Accounts are still waiting there when the run ends.",
                    "Al acabar la simulación hay cuentas que aún esperan ahí.",
                );
                let edit = set(node, Kind::Wait(wait));
                let mends = Mends::Waiting { node: node.id.clone() };
                found.push(Proposal { mends, count: here, sentence, because, edit });
            }
            Kind::Listen(listen) => {
                let timed_out = of.report.edges.iter().filter(|edge| {
                    edge.from == node.id && edge.path.as_ref().is_some_and(|path| path.as_str() == "timeout")
                });
                let timed_out: f64 = timed_out.map(|edge| mean(&edge.accounts)).sum();
                let Some(timeout) = listen.timeout.get() else { continue };
                let Some(longer) = timeout.after.get().and_then(|of| times(of, 2.0)) else { continue };
                if timed_out / entered < MOST || longer.about_days() > 60.0 {
                    continue;
                }
                let sentence = said(
                    of,
                    node,
                    &longer,
                    ("Let “{step}” listen for {time}.", "Que «{step}» escuche durante {time}."),
                );
                let mut listen = listen.clone();
                let mut timeout = timeout.clone();
                timeout.after = longer.into();
                listen.timeout = timeout.into();
                let because = Text::new(
                    "Most accounts leave it by its timeout, before anything is heard.",
                    "La mayoría de las cuentas se va por el plazo, antes de que se oiga nada.",
                );
                let edit = set(node, Kind::Listen(listen));
                let mends = Mends::TimedOut { node: node.id.clone() };
                found.push(Proposal { mends, count: timed_out, sentence, because, edit });
            }
            _ => {}
        }
    }
}

fn said(of: &Asking<'_>, node: &Node, time: &Duration, (en, es): (&'static str, &'static str)) -> Text {
    of.say(|speaker| {
        speaker.say(en, es).replace("{step}", &speaker.title(node)).replace("{time}", &speaker.duration(time))
    })
}

fn set(node: &Node, kind: Kind) -> ProposedEdit {
    ProposedEdit::Journey(Intent::Set { node: Node { kind, ..node.clone() } })
}

/// So many times as long, in whole days, or in whole hours below a day; None where nothing is left.
fn times(of: &Duration, factor: f64) -> Option<Duration> {
    let days = of.about_days() * factor;
    let made = if days >= 1.0 {
        Duration::days(days.round() as u32)
    } else {
        Duration { hours: Some((days * 24.0).round() as u32), ..Duration::default() }
    };
    (made.about_days() > 0.0 && made.about_days() != of.about_days()).then_some(made)
}
