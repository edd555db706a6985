//! Steps that put people into groups or take them out: what a journey does goes before what the cards say.

use super::{About, Proposal, ProposedEdit};
use crate::actions::Action;
use crate::behind::MissingCause;
use crate::intent::Intent;
use crate::journey::Node;
use crate::kinds::Kind;
use crate::primitives::Text;

pub(super) fn propose(about: &About<'_>, found: &mut Vec<Proposal>) {
    match about.cause {
        MissingCause::Removed => keep(about, found),
        MissingCause::Refused => {
            others(about, found);
            keep(about, found);
        }
        _ => {}
    }
}

const REMOVAL: [&str; 2] = [
    "Take the removal from the group out of the paths of “{step}”.",
    "Quitar de los caminos de «{step}» la retirada del grupo.",
];
const OTHER_ROLES: [&str; 2] = [
    "Take the actions that give other roles out of the paths of “{step}”.",
    "Quitar de los caminos de «{step}» las acciones que dan otros roles.",
];

/// Steps that take members out of the group.
fn keep(about: &About<'_>, found: &mut Vec<Proposal>) {
    let removes = |action: &Action| match action {
        Action::RemoveFromBuyingGroup(of) => of.solution_interest.get() == Some(about.interest),
        _ => false,
    };
    let because = match about.cause {
        MissingCause::Refused => Text::new(
            "Whom a journey took out of a group, the cards don't put back.",
            "A quien un recorrido saca de un grupo, las tarjetas no lo vuelven a meter.",
        ),
        _ => Text::new("It takes members out of the groups.", "Saca a miembros de los grupos."),
    };
    for node in &about.of.journey.nodes {
        found.extend(without(about, node, &removes, REMOVAL, because.clone()));
    }
}

/// Steps that give people another role, which the cards then can't change.
fn others(about: &About<'_>, found: &mut Vec<Proposal>) {
    let gives_other = |action: &Action| match action {
        Action::AssignToBuyingGroup(of) => {
            of.solution_interest.get() == Some(about.interest)
                && of.role.get().is_some_and(|role| role != about.role)
        }
        _ => false,
    };
    let role = about.role;
    let because = Text::new(
        format!(
            "It gives people another role, and the cards don't change what a journey gave: {role} stays empty."
        ),
        format!(
            "Da otro rol a las personas, y las tarjetas no cambian lo que da un recorrido: {role} queda sin cubrir."
        ),
    );
    for node in &about.of.journey.nodes {
        if let Kind::Action(settings) = &node.kind
            && let Action::AssignToBuyingGroup(of) = &settings.action
            && gives_other(&settings.action)
        {
            let sentence = about.of.say(|speaker| {
                speaker
                    .say("Let “{step}” give the role {role}.", "Que «{step}» dé el rol {role}.")
                    .replace("{step}", &speaker.title(node))
                    .replace("{role}", role)
            });
            let mut settings = settings.clone();
            let mut assign = of.clone();
            assign.role = role.to_owned().into();
            settings.action = Action::AssignToBuyingGroup(assign);
            let changed = Node { kind: Kind::Action(settings), ..node.clone() };
            let edit = ProposedEdit::Journey(Intent::Set { node: changed });
            found.push(about.proposal(sentence, because.clone(), edit));
        }
        found.extend(without(about, node, &gives_other, OTHER_ROLES, because.clone()));
    }
}

/// The journey without such an action: a step is taken out, the paths of a split by people lose it.
fn without(
    about: &About<'_>,
    node: &Node,
    is_one: &dyn Fn(&Action) -> bool,
    [en, es]: [&'static str; 2],
    because: Text,
) -> Option<Proposal> {
    match &node.kind {
        Kind::Action(settings) if is_one(&settings.action) => {
            let sentence = about.of.say(|speaker| {
                speaker
                    .say("Take the step “{step}” out.", "Quitar el paso «{step}».")
                    .replace("{step}", &speaker.title(node))
            });
            let remove = Intent::Remove { nodes: vec![node.id.clone()], keep: None };
            Some(about.proposal(sentence, because, ProposedEdit::Journey(remove)))
        }
        Kind::SplitPeople(split) => {
            let mut split = split.clone();
            let mut paths = split.paths.items().to_vec();
            for path in &mut paths {
                let kept: Vec<Action> =
                    path.actions.items().iter().filter(|action| !is_one(action)).cloned().collect();
                if kept.len() < path.actions.items().len() {
                    path.actions = kept.into();
                }
            }
            if paths == split.paths.items() {
                return None;
            }
            split.paths = paths.into();
            let sentence =
                about.of.say(|speaker| speaker.say(en, es).replace("{step}", &speaker.title(node)));
            let changed = Node { kind: Kind::SplitPeople(split), ..node.clone() };
            Some(about.proposal(sentence, because, ProposedEdit::Journey(Intent::Set { node: changed })))
        }
        _ => None,
    }
}
