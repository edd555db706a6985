//! The build sheet: what somebody clicks together on the platform, in that order, with a box to tick for each.

use std::collections::{HashMap, HashSet};
use std::fmt::Write;

use super::prose::{plain, quotation, settings};
use super::references::{references, sort};
use super::{Format, Subject, Writes, flow};
use crate::catalogue::ReferenceTo;
use crate::disabled::enabled;
use crate::journey::{JourneyKind, Node};
use crate::kinds::Kind;
use crate::names::On;

pub(super) const FORMAT: Format = Format {
    name: "buildsheet",
    extension: "md",
    media_type: "text/markdown",
    title: ("Build sheet (Markdown)", "Hoja de montaje (Markdown)"),
    hint: (
        "What to click together on the platform, step by step.",
        "Lo que hay que montar en la plataforma, paso a paso.",
    ),
    writes: Writes::Text(write),
};

fn write(whole: &Subject<'_>) -> String {
    // What is disabled is not built.
    let enabled = enabled(whole.journey);
    let subject = &Subject { journey: &enabled, ..*whole };
    let say = |en, es| subject.language.say(en, es);
    let mut out =
        format!("# {}: {}\n\n", say("Build sheet", "Hoja de montaje"), plain(&subject.journey.name));
    let _ = writeln!(
        out,
        "{}\n",
        say(
            "Work from top to bottom and tick what is done. Steps that a later one needs come first.",
            "Ve de arriba abajo y marca lo que esté hecho. Lo que otro paso necesita va antes."
        )
    );
    left_out(whole, &mut out);
    beforehand(subject, &mut out);
    create(subject, &mut out);
    let mut sheet = Sheet::of(subject);
    let _ = writeln!(out, "## {}\n", say("3. Put the steps on the map", "3. Pon los pasos en el mapa"));
    for node in flow::order(subject.journey) {
        sheet.step(node, &mut out);
    }
    publish(subject, &mut out);
    out
}

fn left_out(whole: &Subject<'_>, out: &mut String) {
    let speaker = whole.speaker();
    let off = whole.journey.nodes.iter().filter(|node| node.is_disabled());
    let off: Vec<String> = off.map(|node| format!("**{}**", plain(&speaker.title(node)))).collect();
    if !off.is_empty() {
        let say = speaker.say(
            "Disabled in the design, so not on this sheet",
            "Desactivado en el diseño, así que no está en esta hoja",
        );
        let _ = writeln!(out, "{say}: {}.\n", speaker.and(&off));
    }
}

fn tick(out: &mut String, depth: usize, text: &str) {
    let _ = writeln!(out, "{}- [ ] {text}", "  ".repeat(depth));
}

/// What the journey refers to has to be there before it can be chosen.
fn beforehand(subject: &Subject<'_>, out: &mut String) {
    let say = |en, es| subject.language.say(en, es);
    let _ = writeln!(out, "## {}\n", say("1. Have ready", "1. Ten listo"));
    let needed = references(subject);
    if needed.is_empty() {
        let _ = writeln!(out, "{}\n", say("Nothing.", "Nada."));
        return;
    }
    for one in needed {
        let state = match one.to {
            ReferenceTo::AccountList | ReferenceTo::Stage => say("published", "publicado"),
            ReferenceTo::Email => say("written and approved", "redactado y aprobado"),
            ReferenceTo::EventType => say("arriving in the event data", "llegando a los datos de eventos"),
            ReferenceTo::Role => {
                say("on a card of the roles template", "en una tarjeta de la plantilla de roles")
            }
            _ => say("set up", "configurado"),
        };
        let name = if one.name == one.id {
            plain(&one.name)
        } else {
            format!("{} (`{}`)", plain(&one.name), one.id)
        };
        tick(out, 0, &format!("{}: **{name}**, {state}", sort(subject, one.to)));
    }
    out.push('\n');
}

fn create(subject: &Subject<'_>, out: &mut String) {
    let (journey, say) = (subject.journey, |en, es| subject.language.say(en, es));
    let _ = writeln!(out, "## {}\n", say("2. Create the journey", "2. Crea el recorrido"));
    let list = match journey.kind {
        JourneyKind::Account => say("account journeys", "recorridos de cuentas"),
        JourneyKind::Person => say("person journeys", "recorridos de personas"),
    };
    tick(
        out,
        0,
        &format!("{} {list}", say("Create a new one in the list of", "Crea uno nuevo en la lista de")),
    );
    tick(out, 0, &format!("{}: **{}**", say("Name", "Nombre"), plain(&journey.name)));
    if !journey.description.text().trim().is_empty() {
        tick(
            out,
            0,
            &format!("{}: {}", say("Description", "Descripción"), plain(journey.description.text())),
        );
    }
    for (name, words) in settings(subject).into_iter().skip(1) {
        tick(out, 0, &format!("{name}: **{}**", plain(&words)));
    }
    out.push('\n');
}

fn publish(subject: &Subject<'_>, out: &mut String) {
    let say = |en, es| subject.language.say(en, es);
    let _ = writeln!(out, "## {}\n", say("4. Check and publish", "4. Revisa y publica"));
    tick(out, 0, say("Compare the map with the drawing", "Compara el mapa con el dibujo"));
    tick(
        out,
        0,
        say(
            "Open the platform’s list of problems and mend each one",
            "Abre la lista de problemas y arregla cada uno",
        ),
    );
    for problem in subject.problems {
        tick(out, 0, &plain(subject.language.text(&problem.sentence)));
    }
    tick(out, 0, say("Publish", "Publica"));
}

struct Sheet<'s, 'a> {
    subject: &'s Subject<'a>,
    number: HashMap<&'a str, usize>,
    /// The nodes that are on the map already.
    done: HashSet<&'a str>,
}

impl<'s, 'a> Sheet<'s, 'a> {
    fn of(subject: &'s Subject<'a>) -> Sheet<'s, 'a> {
        let order = flow::order(subject.journey);
        let number = order.iter().enumerate().map(|(at, node)| (node.id.as_str(), at + 1)).collect();
        Sheet { subject, number, done: HashSet::new() }
    }

    fn say(&self, en: &'static str, es: &'static str) -> &'static str {
        self.subject.language.say(en, es)
    }

    fn called(&self, node: &Node) -> String {
        let title = plain(&self.subject.speaker().title(node));
        format!("{}. {title}", self.number[node.id.as_str()])
    }

    fn step(&mut self, node: &'a Node, out: &mut String) {
        let speaker = self.subject.speaker();
        let _ = writeln!(out, "### 3.{}\n", self.called(node));
        if !node.note.text().trim().is_empty() {
            let _ = writeln!(out, "{}", quotation(node.note.text()));
        }
        self.put(node, out);
        tick(out, 0, &format!("{}: **{}**", self.say("Label", "Etiqueta"), plain(&speaker.title(node))));
        for said in speaker.settings(node) {
            tick(out, 0, &format!("{}: **{}**", said.name, plain(&said.words)));
        }
        for path in speaker.paths(node) {
            let name = plain(&path.name);
            tick(out, 0, &format!("{} **{name}**: {}", self.say("Path", "Rama"), plain(&path.when)));
            for action in &path.actions {
                tick(
                    out,
                    1,
                    &format!("{}: {}", self.say("Action on people", "Acción sobre personas"), plain(action)),
                );
            }
        }
        self.leave(node, out);
        out.push('\n');
        self.done.insert(node.id.as_str());
    }

    /// Where it goes, and what to choose there.
    fn put(&self, node: &Node, out: &mut String) {
        let journey = self.subject.journey;
        let before: Vec<String> = journey
            .edges
            .iter()
            .filter(|edge| edge.to == node.id)
            .filter_map(|edge| {
                let from = journey.node(&edge.from)?;
                let exits = journey.exits(from);
                let exit = exits.iter().find(|exit| exit.path.as_ref() == edge.path.get())?;
                let name = self.subject.speaker().exit(exit);
                let name = if name.is_empty() { String::new() } else { format!(" ({})", plain(&name)) };
                Some(format!("**{}**{name}", self.called(from)))
            })
            .collect();
        let speaker = self.subject.speaker();
        let choose = self.choose(node);
        if node.kind.is_start() {
            tick(
                out,
                0,
                &format!(
                    "{} {choose}",
                    self.say("On the first card, choose", "En la primera tarjeta, elige")
                ),
            );
        } else if node.kind.joins() {
            let paths = speaker.and(&before);
            let merge = self.say("Choose *Merge paths* at the end of", "Elige *Unir ramas* al final de");
            tick(out, 0, &format!("{merge} {paths}"));
        } else {
            let plus = self.say("Press ⊕ after", "Pulsa ⊕ tras");
            let then = self.say("and choose", "y elige");
            tick(out, 0, &format!("{plus} {} {then} {choose}", speaker.and(&before)));
        }
    }

    /// What the platform's menu has for it: the sort of step, whom it acts on, the action.
    fn choose(&self, node: &Node) -> String {
        let on = |on: On| match on {
            On::Accounts => self.say("accounts", "cuentas"),
            On::People => self.say("people", "personas"),
        };
        let doing = self.subject.speaker().doing(node);
        match &node.kind {
            Kind::Action(it) => {
                let take = self.say("Take an action", "Realizar una acción");
                format!("*{take}*, *{}*, *{doing}*", on(it.action.on()))
            }
            Kind::SplitAccounts(_) | Kind::VariantSplitAccounts(_) => {
                format!("*{}*, *{}*: *{doing}*", self.say("Split paths", "Dividir ramas"), on(On::Accounts))
            }
            Kind::SplitPeople(_) | Kind::VariantSplitPeople(_) | Kind::NextBestPath(_) => {
                format!("*{}*, *{}*: *{doing}*", self.say("Split paths", "Dividir ramas"), on(On::People))
            }
            _ => format!("*{doing}*"),
        }
    }

    /// What has to be true of its exits.
    fn leave(&self, node: &Node, out: &mut String) {
        if let Kind::Listen(listen) = &node.kind {
            let path = self.subject.journey.target(&node.id, crate::primitives::Id::new("timeout").as_ref());
            if listen.timeout.is_given() && path.is_some() {
                tick(out, 0, self.say("Switch the timeout path on", "Activa la rama del plazo"));
            }
        }
        for way in flow::ways(self.subject.journey, node).iter().filter(|way| way.to.is_none()) {
            let name = self.subject.speaker().exit(&way.exit);
            let text = match name.is_empty() {
                true => self
                    .say("Leave it open: the journey ends here", "Déjalo abierto: el recorrido termina aquí")
                    .to_owned(),
                false => {
                    let open = self
                        .say("Leave open, the journey ends there", "Deja abierto, el recorrido termina ahí");
                    format!("{open}: {}", plain(&name))
                }
            };
            tick(out, 0, &text);
        }
    }
}
