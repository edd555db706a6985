//! An event that nothing in a run makes while somebody waits for it.

use super::Look;
use super::look::{actions_of, triggers_of};
use super::mending::change;
use crate::actions::Action;
use crate::edit::{Draft, EditError};
use crate::events::event_types;
use crate::fix::Fix;
use crate::kinds::Kind;
use crate::maybe::Maybe;
use crate::primitives::Text;
use crate::problem::Problem;
use crate::trigger::{GroupChange, Trigger};
use crate::workspace::CallToAction;

/// What was done before on some way to a node, as bits.
const EMAIL: u8 = 1;
const WEBINAR: u8 = 2;
const SMS: u8 = 4;
const WHATSAPP: u8 = 8;
const ADVERTISING: u8 = 16;

pub(super) fn check(look: &Look<'_>, found: &mut Vec<Problem>) {
    let Some(order) = look.topology.order() else { return };
    let mut before = vec![0_u8; look.journey.nodes.len()];
    if look.journey.settings.reentry.is_given() {
        // What an earlier visit did may answer in a later one.
        let all = look
            .journey
            .nodes
            .iter()
            .flat_map(actions_of)
            .fold(0, |bits, (_, action)| bits | bits_of(look, action));
        before.fill(all);
    }
    for at in order {
        let node = look.topology.node(at);
        let done = before[at.index()];
        if matches!(node.kind, Kind::Listen(_)) {
            let triggers = triggers_of(node);
            for (at, trigger) in triggers.iter().enumerate().filter(|(_, trigger)| !fires(trigger, done)) {
                let problem = problem(trigger, done).at(&node.id).with("trigger", at.to_string()).in_setting(Some("triggers"));
                found.push(problem.fixed_if(triggers.len() > 1, || {
                    Fix::journey("remove-event", "Listen for the others only", "Escuchar solo los demás", remove)
                }));
            }
        }
        let done = actions_of(node).into_iter().fold(done, |bits, (_, action)| bits | bits_of(look, action));
        for next in look.topology.behind(at) {
            before[next.index()] |= done;
        }
    }
}

fn bits_of(look: &Look<'_>, action: &Action) -> u8 {
    match action {
        Action::SendEmail(send) => {
            let email =
                look.workspace.emails.items().iter().find(|email| send.email.get() == Some(&email.id));
            // An email that is not known may be about anything.
            let webinar = email.is_none_or(|email| email.call_to_action == CallToAction::Webinar);
            EMAIL | if webinar { WEBINAR } else { 0 }
        }
        Action::SendSms(_) => SMS,
        Action::SendWhatsApp(_) => WHATSAPP,
        Action::ActivateToDestination(_) => ADVERTISING,
        _ => 0,
    }
}

/// Nobody acts while they wait: only what is still to come from earlier actions, from the web and from the jobs of the
/// day can happen then.
fn fires(trigger: &Trigger, done: u8) -> bool {
    if let Some(change) = trigger.change.get() {
        return matches!(change, GroupChange::Completeness | GroupChange::Engagement);
    }
    if let Some(attribute) = trigger.attribute.get() {
        return attribute.starts_with("person.consents.marketing.email") && done & EMAIL != 0;
    }
    let Some(event) = trigger.event.get() else { return !trigger.moment.is_given() };
    let needed = match event.as_str() {
        "directMarketing.emailDelivered"
        | "directMarketing.emailOpened"
        | "directMarketing.emailClicked"
        | "directMarketing.emailBounced"
        | "directMarketing.emailUnsubscribed"
        | "web.webinteraction.linkClicks" => EMAIL,
        "event.registered" | "event.attended" => WEBINAR,
        "sms.clicked" => SMS,
        "whatsapp.clicked" => WHATSAPP,
        "advertising.impressions" | "advertising.clicks" | "leadOperation.newLead" => ADVERTISING,
        // Over in the minute of the action, or made by nothing in a run.
        "directMarketing.emailSent"
        | "directMarketing.emailBouncedSoft"
        | "sms.sent"
        | "whatsapp.sent"
        | "advertising.conversions"
        | "leadOperation.interestingMoment"
        | "leadOperation.scoreChanged"
        | "listOperation.addToList"
        | "listOperation.removeFromList" => return false,
        _ => return true,
    };
    done & needed != 0
}

fn problem(trigger: &Trigger, done: u8) -> Problem {
    let Text { en: name, es: nombre } = name(trigger);
    // Whether it would fire if the message, or the activation, came before.
    let earlier = done != u8::MAX && fires(trigger, u8::MAX);
    let (en, es) = if earlier {
        (
            format!(
                "Nothing before this node leads to \"{name}\"; send the message or activate the account before it."
            ),
            format!(
                "Nada antes de este nodo lleva a «{nombre}»; envía antes el mensaje o activa antes la cuenta."
            ),
        )
    } else {
        (
            format!(
                "In a run nothing makes \"{name}\" happen while somebody waits here; listen for another event."
            ),
            format!(
                "En una simulación nada provoca «{nombre}» mientras alguien espera aquí; escucha otro evento."
            ),
        )
    };
    Problem::warning("listen-never-fires", en, es).with("event", name)
}

/// What the user calls the event, or what it is.
fn name(trigger: &Trigger) -> Text {
    if let Some(label) = trigger.label.get().filter(|label| !label.trim().is_empty()) {
        return Text::new(label, label);
    }
    if let Some(event) = trigger.event.get() {
        let known = event_types().into_iter().find(|known| known.r#type == *event);
        return known.map_or_else(|| Text::new(event, event), |known| known.name);
    }
    match (trigger.change.get(), trigger.attribute.get()) {
        (Some(GroupChange::Stage), _) => Text::new("change of stage", "cambio de etapa"),
        (Some(_), _) => Text::new("change of status", "cambio de estado"),
        (None, Some(attribute)) => Text::new(attribute, attribute),
        (None, None) => Text::new("interesting moment", "momento de interés"),
    }
}

fn remove(_: &Look<'_>, problem: &Problem, draft: &mut Draft<'_>) -> Result<(), EditError> {
    let at = problem.params.get("trigger").and_then(|at| at.parse::<usize>().ok());
    let Some((id, at)) = problem.node.as_ref().zip(at) else { return Ok(()) };
    change(draft, id, |kind| {
        if let Kind::Listen(listen) = kind
            && let Maybe::Given(triggers) = &mut listen.triggers
            && at < triggers.len()
        {
            triggers.remove(at);
        }
    })
}
