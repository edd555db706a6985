//! Edits of role cards: whom they take, and in which order they are asked.

use super::{About, Proposal, ProposedEdit, Unplaced};
use crate::behind::MissingCause;
use crate::condition::{AttributeTest, Condition, Operand, Operator, Scalar};
use crate::maybe::Maybe;
use crate::primitives::Text;
use crate::workspace::intent::WorkspaceIntent;
use crate::workspace::{RolesTemplate, WorkspaceRecord};

const TITLE: &str = "person.extendedWorkDetails.jobTitle";
/// So many single titles are proposed for a role.
const TITLES: usize = 2;

pub(super) fn propose(about: &About<'_>, found: &mut Vec<Proposal>) {
    let Some((template, at)) = card(about) else { return };
    match about.cause {
        MissingCause::NoMatchingTitle => known_titles(about, template, at, found),
        MissingCause::ClaimedByEarlierRole => order(about, template, at, found),
        MissingCause::NeverAssigned if !template.cards[at].auto_assign.is_given() => {
            conditions(about, template, at, found);
        }
        MissingCause::NeverAssigned | MissingCause::Removed | MissingCause::Refused => {}
    }
}

/// The card of the role, in its template.
fn card<'a>(about: &About<'a>) -> Option<(&'a RolesTemplate, usize)> {
    let workspace = about.of.workspace;
    let interest = workspace.solution_interests.items().iter().find(|it| it.id == *about.interest)?;
    let template = workspace.roles_templates.items().iter().find(|it| it.id == interest.roles_template)?;
    let at = template.cards.iter().position(|card| card.role == about.role)?;
    Some((template, at))
}

/// Titles of people who match no card, by which the role is known at once.
fn known_titles(about: &About<'_>, template: &RolesTemplate, at: usize, found: &mut Vec<Proposal>) {
    let own: Vec<Unplaced> =
        unplaced(about, template).into_iter().filter(|of| resembles(about, &of.title) == Some(0)).collect();
    if !own.is_empty() {
        titles(about, template, at, vec![own], found);
    }
}

/// Other titles of people who match no card: those that share words with the role's first, else the most common ones.
pub(super) fn propose_others(about: &About<'_>, found: &mut Vec<Proposal>) {
    let Some((template, at)) = card(about) else { return };
    if about.cause != MissingCause::NoMatchingTitle {
        return;
    }
    let mut others: Vec<Unplaced> = unplaced(about, template);
    others.retain(|of| resembles(about, &of.title) != Some(0));
    // The sort keeps the common ones before the rare ones.
    others.sort_by_key(|of| resembles(about, &of.title).unwrap_or(usize::MAX));
    let choices = others.into_iter().map(|of| vec![of]).take(TITLES).collect();
    titles(about, template, at, choices, found);
}

fn unplaced(about: &About<'_>, template: &RolesTemplate) -> Vec<Unplaced> {
    (about.of.unplaced)(template)
}

/// 0: a title by which the role is known; 1: one that shares a word with such a title; None: neither.
fn resembles(about: &About<'_>, title: &str) -> Option<usize> {
    let known = about.of.workspace.titles_by_role();
    let titles = known.get(about.role)?;
    if titles.iter().any(|of| of.eq_ignore_ascii_case(title)) {
        return Some(0);
    }
    let words = |text: &str| -> Vec<String> {
        // Short words join others and say nothing themselves.
        let long = text.split_whitespace().filter(|word| word.len() > 2 || word.eq_ignore_ascii_case("VP"));
        long.map(str::to_lowercase).collect()
    };
    let own: Vec<String> = titles.iter().flat_map(|of| words(of)).collect();
    words(title).iter().any(|word| own.contains(word)).then_some(1)
}

fn titles(
    about: &About<'_>,
    template: &RolesTemplate,
    at: usize,
    choices: Vec<Vec<Unplaced>>,
    found: &mut Vec<Proposal>,
) {
    let role = about.role;
    for choice in choices {
        let people: u64 = choice.iter().map(|of| of.people).sum();
        let names: Vec<String> = choice.into_iter().map(|of| of.title).collect();
        let sentence = about.of.say(|speaker| {
            let quoted: Vec<String> =
                names.iter().map(|name| speaker.say("“{}”", "«{}»").replace("{}", name)).collect();
            let list = speaker.or(&quoted);
            speaker
                .say(
                    "Let the card {role} also take people whose title is {list}.",
                    "Que la tarjeta {role} acepte también a quienes tengan el cargo {list}.",
                )
                .replace("{role}", role)
                .replace("{list}", &list)
        });
        let because = about.of.say(|speaker| {
            let number = speaker.number(people as f64, 0);
            let sentence = match people {
                1 => speaker.say(
                    "One person in the data has such a title and matches no card.",
                    "Una persona de los datos tiene ese cargo y no encaja en ninguna tarjeta.",
                ),
                _ => speaker.say(
                    "{number} people in the data have such a title and match no card.",
                    "{number} personas de los datos tienen ese cargo y no encajan en ninguna tarjeta.",
                ),
            };
            sentence.replace("{number}", &number)
        });
        let mut changed = template.clone();
        changed.cards[at].auto_assign = widened(&changed.cards[at].auto_assign, names).into();
        found.push(about.proposal(sentence, because, set(changed)));
    }
}

fn order(about: &About<'_>, template: &RolesTemplate, at: usize, found: &mut Vec<Proposal>) {
    if at == 0 {
        return;
    }
    let mut places = vec![at - 1];
    if at > 1 {
        places.push(0);
    }
    for place in places {
        let mut changed = template.clone();
        let card = changed.cards.remove(at);
        changed.cards.insert(place, card);
        let (role, before) = (about.role, &template.cards[place].role);
        let sentence = Text::new(
            format!("Ask the card {role} before the card {before}."),
            format!("Que se pregunte por la tarjeta {role} antes que por {before}."),
        );
        let because = Text::new(
            format!(
                "Somebody matches {role} but an earlier card takes them. The roles that move down may then lack people."
            ),
            format!(
                "Alguien encaja en {role}, pero se lo lleva una tarjeta anterior. A los roles que bajen puede faltarles gente entonces."
            ),
        );
        found.push(about.proposal(sentence, because, set(changed)));
    }
}

/// A card without conditions takes nobody by itself.
fn conditions(about: &About<'_>, template: &RolesTemplate, at: usize, found: &mut Vec<Proposal>) {
    let titles = about.of.workspace.titles_by_role();
    let Some(titles) = titles.get(about.role).filter(|titles| !titles.is_empty()) else { return };
    let role = about.role;
    let sentence = about.of.say(|speaker| {
        speaker
            .say(
                "Let the card {role} take people by itself whose title is {list}.",
                "Que la tarjeta {role} acepte por sí sola a quienes tengan el cargo {list}.",
            )
            .replace("{role}", role)
            .replace("{list}", &speaker.or(titles))
    });
    let because = Text::new(
        "The card has no condition, so only the journey can put people into this role.",
        "La tarjeta no tiene condición, así que solo el recorrido puede dar este rol.",
    );
    let mut changed = template.clone();
    changed.cards[at].auto_assign = Condition::All(vec![is_titled(titles.clone())]).into();
    found.push(about.proposal(sentence, because, set(changed)));
}

/// The condition, or one of these titles.
fn widened(condition: &Maybe<Condition>, titles: Vec<String>) -> Condition {
    let titled = is_titled(titles);
    match condition.get() {
        None => Condition::All(vec![titled]),
        Some(Condition::Any(parts)) => Condition::Any(parts.iter().cloned().chain([titled]).collect()),
        // A group of one part says no more than the part.
        Some(Condition::All(parts)) if parts.len() == 1 => Condition::Any(vec![parts[0].clone(), titled]),
        Some(condition) => Condition::Any(vec![condition.clone(), titled]),
    }
}

fn is_titled(titles: Vec<String>) -> Condition {
    let value = Operand::Many(titles.into_iter().map(Scalar::Text).collect());
    Condition::Attribute(AttributeTest { attribute: TITLE.to_owned(), op: Operator::Is, value: value.into() })
}

fn set(template: RolesTemplate) -> ProposedEdit {
    let key = template.id.to_string();
    ProposedEdit::Workspace(WorkspaceIntent::Set { key, record: WorkspaceRecord::RolesTemplate(template) })
}
