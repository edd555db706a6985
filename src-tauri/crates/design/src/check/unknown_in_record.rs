//! What the records of the workspace refer to exists too: in the conditions of audiences, dynamic lists and role cards,
//! and the roles of cards and destinations. Attributes are not asked for: which there are is up to the data, and one
//! that is not there is missing.

use super::unknown_reference::{create_missing, known, noun};
use super::{Look, condition_mentions};
use crate::catalogue::ReferenceTo;
use crate::condition::Condition;
use crate::problem::Problem;
use crate::workspace::ListType;

/// A record as sentences name it.
struct Record<'a> {
    en: &'static str,
    es: &'static str,
    name: &'a str,
}

pub(super) fn check(look: &Look<'_>, found: &mut Vec<Problem>) {
    let it = look.workspace;
    for audience in it.audiences.items() {
        let record = Record { en: "audience", es: "la audiencia", name: &audience.name };
        of_condition(look, &record, audience.condition.get(), found);
    }
    for list in it.account_lists.items().iter().filter(|list| list.r#type == ListType::Dynamic) {
        let record = Record { en: "account list", es: "la lista de cuentas", name: &list.name };
        of_condition(look, &record, list.condition.get(), found);
    }
    for template in it.roles_templates.items() {
        let record = Record { en: "roles template", es: "la plantilla de roles", name: &template.name };
        for card in &template.cards {
            of_mention(look, &record, ReferenceTo::Role, &card.role, found);
            of_condition(look, &record, card.auto_assign.get(), found);
        }
    }
    for destination in it.destinations.items() {
        let record = Record { en: "destination", es: "el destino", name: &destination.name };
        destination
            .roles
            .items()
            .iter()
            .for_each(|role| of_mention(look, &record, ReferenceTo::Role, role, found));
    }
}

fn of_condition(look: &Look<'_>, record: &Record<'_>, condition: Option<&Condition>, found: &mut Vec<Problem>) {
    let Some(condition) = condition else { return };
    condition_mentions(condition, &mut |to, id| {
        if let Some(to) = to {
            of_mention(look, record, to, id, found);
        }
    });
}

fn of_mention(look: &Look<'_>, record: &Record<'_>, to: ReferenceTo, id: &str, found: &mut Vec<Problem>) {
    let stages = || look.workspace.stages_model.get().map_or(&[][..], |model| &model.stages);
    let (code, there) = match to {
        ReferenceTo::Stage => ("stage-not-in-model", stages().iter().any(|stage| stage.id == *id)),
        to => ("unknown-reference", known(look, to, id)),
    };
    if there {
        return;
    }
    let (noun_en, noun_es) = noun(Some(to));
    let Record { en, es, name } = record;
    let problem = Problem::error(
        code,
        format!("The {noun_en} \"{id}\" that the {en} \"{name}\" asks for is not known; choose one that is there."),
        format!("No se conoce {noun_es} «{id}» que pide {es} «{name}»; elige uno de los que hay."),
    );
    let problem = create_missing(look, problem.with("in", *name).with("id", id), to, id);
    if !found.contains(&problem) {
        found.push(problem);
    }
}
