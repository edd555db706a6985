//! What a report says, in sections: data that every form writes in its own way.

use super::chart::{self, Chart};
use super::{Run, assumptions};
use crate::report::{Estimate, InterestFigures};
use crate::sentences::Language;

pub(super) struct Section {
    pub(super) title: String,
    pub(super) blocks: Vec<Block>,
}

pub(super) enum Block {
    Sentence(String),
    /// The first column names its row; the others are figures where the head says so.
    Table(Table),
    Chart(Chart),
    /// A line to be typed as it stands.
    Command(String),
}

pub(super) struct Table {
    pub(super) head: Vec<String>,
    /// Whether the columns behind the first are numbers.
    pub(super) figures: bool,
    pub(super) rows: Vec<Vec<String>>,
}

impl Table {
    pub(super) fn figures(head: &[&str], rows: Vec<Vec<String>>) -> Block {
        Block::Table(Table { head: head.iter().map(ToString::to_string).collect(), figures: true, rows })
    }

    pub(super) fn words(head: &[&str], rows: Vec<Vec<String>>) -> Block {
        Block::Table(Table { head: head.iter().map(ToString::to_string).collect(), figures: false, rows })
    }
}

pub(super) fn outline(run: &Run<'_>) -> Vec<Section> {
    let mut sections = vec![ran(run), key(run)];
    sections.extend(run.report.solution_interests.iter().map(|it| interest(run, it)));
    sections.extend([roles(run), why(run), kpis(run), risks(run), steps(run)]);
    sections.extend(assumptions::section(run));
    sections.retain(|section| !section.blocks.is_empty());
    sections
}

/// Figures in words.
pub(super) struct Teller(pub(super) Language);

impl Teller {
    /// "12.3 (11.8 to 12.8)"; a dash where the figure is undefined.
    pub(super) fn estimate(&self, it: &Estimate, one: impl Fn(f64) -> String) -> String {
        let (Some(mean), Some(low), Some(high)) = (it.mean, it.low, it.high) else { return "–".to_owned() };
        let (mean, low, high) = (one(mean), one(low), one(high));
        if low == high { mean } else { format!("{mean} ({low} {} {high})", self.0.say("to", "a")) }
    }

    pub(super) fn count(&self, it: &Estimate) -> String {
        self.estimate(it, |value| self.0.number(value, 1))
    }

    pub(super) fn share(&self, it: &Estimate) -> String {
        self.estimate(it, |value| self.0.percent(value, 1))
    }

    pub(super) fn money(&self, it: &Estimate, currency: &str) -> String {
        let said = self.estimate(it, |value| self.0.number(value, 2));
        if currency.is_empty() || it.mean.is_none() { said } else { format!("{said} {currency}") }
    }
}

fn section(title: impl Into<String>, blocks: Vec<Block>) -> Section {
    Section { title: title.into(), blocks }
}

fn row(name: impl Into<String>, values: impl IntoIterator<Item = String>) -> Vec<String> {
    std::iter::once(name.into()).chain(values).collect()
}

fn ran(run: &Run<'_>) -> Section {
    let (it, say, number) =
        (run.report, |en, es| run.language.say(en, es), |value: f64| run.language.number(value, 0));
    let journey = run.journey.map_or_else(|| it.journey.to_string(), |journey| journey.name.clone());
    let rows = vec![
        row(say("Journey", "Recorrido"), [journey]),
        row(say("Scenario", "Escenario"), [it.scenario.clone()]),
        row(say("Days", "Días"), [number(f64::from(it.horizon_days))]),
        row(say("Accounts", "Cuentas"), [number(it.accounts as f64)]),
        row(say("People at the start", "Personas al inicio"), [number(it.people_at_start as f64)]),
        row(say("Replications", "Repeticiones"), [number(f64::from(it.replications))]),
        row(say("Seed", "Semilla"), [it.seed.to_string()]),
        row(say("Version of the program", "Versión del programa"), [it.program.clone()]),
    ];
    let mut blocks = vec![Table::words(&["", ""], rows)];
    blocks.push(Block::Sentence(
        say(
            "Figures are means over the replications; what stands in brackets is the 95% confidence interval. The same seed gives the same figures.",
            "Las cifras son medias de las repeticiones; entre paréntesis va el intervalo de confianza del 95 %. La misma semilla da las mismas cifras.",
        )
        .to_owned(),
    ));
    if let Some(command) = run.command {
        blocks.push(Block::Sentence(
            say("This line makes them again:", "Esta línea las vuelve a hacer:").to_owned(),
        ));
        blocks.push(Block::Command(command.to_owned()));
    }
    section(say("What was run", "Qué se simuló"), blocks)
}

fn currency(run: &Run<'_>) -> String {
    run.scenario
        .map(|scenario| scenario.costs.or(Default::default()).currency.or(String::new()))
        .unwrap_or_default()
}

fn key(run: &Run<'_>) -> Section {
    let (say, told, it) = (|en, es| run.language.say(en, es), Teller(run.language), &run.report.summary);
    let money = |estimate: &Estimate| told.money(estimate, &currency(run));
    let rows = vec![
        row(say("Entered", "Entraron"), [told.count(&it.entered)]),
        row(say("Finished", "Terminaron"), [told.count(&it.finished)]),
        row(say("Still inside", "Siguen dentro"), [told.count(&it.still_inside)]),
        row(say("New people", "Personas nuevas"), [told.count(&it.new_people)]),
        row(say("Cost", "Coste"), [money(&it.cost)]),
        row(say("Cost per lead", "Coste por contacto"), [money(&it.cost_per_lead)]),
        row(say("Cost per ready group", "Coste por grupo listo"), [money(&it.cost_per_ready_group)]),
    ];
    let blocks = vec![Table::figures(&[say("Figure", "Cifra"), say("Mean", "Media")], rows)];
    section(say("Key figures", "Cifras clave"), blocks)
}

fn interest(run: &Run<'_>, it: &InterestFigures) -> Section {
    let (say, told) = (|en, es| run.language.say(en, es), Teller(run.language));
    let id = it.solution_interest.as_str();
    let name = run.speaker().reference(crate::catalogue::ReferenceTo::SolutionInterest, id);
    let rows = vec![
        row(say("Groups", "Grupos"), [run.language.number(it.groups as f64, 0)]),
        row(say("Ready for sales", "Listos para ventas"), [told.count(&it.sales_ready)]),
        row(say("Share ready", "Parte lista"), [told.share(&it.sales_ready_share)]),
        row(say("Completeness at the start", "Integridad al inicio"), [told.count(&it.completeness_start)]),
        row(say("Completeness at the end", "Integridad al final"), [told.count(&it.completeness_end)]),
        row(say("Engagement at the end", "Interacción al final"), [told.count(&it.engagement_end)]),
        row(
            say("Median days to ready", "Mediana de días hasta listo"),
            [told.count(&it.median_days_to_ready)],
        ),
    ];
    let mut blocks = vec![Table::figures(&[say("Figure", "Cifra"), say("Mean", "Media")], rows)];
    blocks.extend(chart::fill(run, id).map(Block::Chart));
    blocks.extend(chart::ready(run, id).map(Block::Chart));
    let bands =
        |name, values: &[f64; 4]| row(name, values.iter().map(|value| run.language.number(*value, 1)));
    blocks.push(Table::figures(
        &[
            say("Groups at the end by score", "Grupos al final por puntuación"),
            "0–25",
            "25–50",
            "50–75",
            "75–100",
        ],
        vec![
            bands(say("Completeness", "Integridad"), &it.bands.completeness),
            bands(say("Engagement", "Interacción"), &it.bands.engagement),
        ],
    ));
    section(format!("{}: {name}", say("Buying groups", "Grupos de compra")), blocks)
}

fn roles(run: &Run<'_>) -> Section {
    let (say, told) = (|en, es| run.language.say(en, es), Teller(run.language));
    let mean = |it: &Estimate| it.mean.map_or_else(|| "–".to_owned(), |mean| run.language.number(mean, 1));
    let rows: Vec<Vec<String>> = run
        .report
        .roles
        .iter()
        .map(|it| {
            let name = if it.required { format!("{} *", it.role) } else { it.role.clone() };
            let by = &it.members_by_source;
            let sources = [&by.system, &by.journey, &by.manual, &it.members_from_advertising];
            let figures =
                [told.share(&it.fill_start), told.share(&it.fill_end), told.count(&it.groups_missing)];
            row(name, figures.into_iter().chain(sources.into_iter().map(mean)))
        })
        .collect();
    if rows.is_empty() {
        return section(say("Roles", "Roles"), Vec::new());
    }
    let head = [
        say("Role", "Rol"),
        say("Fill at the start", "Cobertura al inicio"),
        say("Fill at the end", "Cobertura al final"),
        say("Groups without", "Grupos sin él"),
        say("By system", "Por el sistema"),
        say("By journey", "Por el recorrido"),
        say("By hand", "A mano"),
        say("From advertising", "De publicidad"),
    ];
    let mut blocks: Vec<Block> = chart::roles(run).into_iter().map(Block::Chart).collect();
    blocks.push(Table::figures(&head, rows));
    blocks.push(Block::Sentence(
        say("* required for completeness", "* necesario para la integridad").to_owned(),
    ));
    section(say("Roles", "Roles"), blocks)
}

fn why(run: &Run<'_>) -> Section {
    let (say, told) = (|en, es| run.language.say(en, es), Teller(run.language));
    let rows: Vec<Vec<String>> = run
        .report
        .why
        .iter()
        .map(|it| {
            let causes = &it.causes;
            let all = [
                &causes.no_matching_title,
                &causes.claimed_by_earlier_role,
                &causes.never_assigned,
                &causes.removed,
                &causes.refused,
            ];
            row(&it.role, all.map(|cause| told.count(cause)))
        })
        .collect();
    let head = [
        say("Role", "Rol"),
        say("Nobody has a fitting title", "Nadie tiene un cargo adecuado"),
        say("Claimed by an earlier role", "En un rol anterior"),
        say("Never assigned", "Nunca asignada"),
        say("Removed", "Retirada"),
        say("Refused", "Rechazada"),
    ];
    let title = say("Why groups are not complete", "Por qué faltan grupos por completar");
    section(title, if rows.is_empty() { Vec::new() } else { vec![Table::figures(&head, rows)] })
}

fn kpis(run: &Run<'_>) -> Section {
    let (say, told, it) = (|en, es| run.language.say(en, es), Teller(run.language), &run.report.kpis);
    let rows = vec![
        row(
            say("Accounts reached by an ad", "Cuentas alcanzadas por un anuncio"),
            [told.share(&it.awareness.accounts_reached)],
        ),
        row(say("Click-through", "Clic en anuncios"), [told.share(&it.awareness.click_through)]),
        row(
            say("Click-through before", "Clic en anuncios antes"),
            [told.share(&it.awareness.click_through_before)],
        ),
        row(say("Accounts that engaged", "Cuentas que interactuaron"), [told.share(&it.engagement.accounts)]),
        row(say("People who engaged", "Personas que interactuaron"), [told.share(&it.engagement.people)]),
        row(
            say("Contacts per ready group", "Contactos por grupo listo"),
            [told.count(&it.time.contacts_per_ready_group)],
        ),
    ];
    let by = &it.cost.by_channel;
    let channels = [
        (say("Email", "Correo"), &by.email),
        ("SMS", &by.sms),
        ("WhatsApp", &by.whatsapp),
        (say("Advertising", "Publicidad"), &by.ads),
        (say("Events", "Eventos"), &by.events),
        (say("Sales alerts", "Avisos a ventas"), &by.sales_alert),
    ];
    let costs = channels.iter().map(|(name, cost)| row(*name, [told.money(cost, &currency(run))])).collect();
    let mut blocks = vec![Table::figures(&[say("Figure", "Cifra"), say("Mean", "Media")], rows)];
    blocks.push(Table::figures(&[say("Cost by channel", "Coste por canal"), say("Mean", "Media")], costs));
    section(say("KPIs", "Indicadores"), blocks)
}

fn risks(run: &Run<'_>) -> Section {
    let (say, told, it) = (|en, es| run.language.say(en, es), Teller(run.language), &run.report.risks);
    let refused = &run.report.refused;
    let rows = vec![
        row(
            say("Groups that hang on one member", "Grupos que dependen de un miembro"),
            [told.count(&it.single_member_groups)],
        ),
        row(
            say(
                "Expected revenue in the best tenth of accounts",
                "Ingresos esperados en la mejor décima parte",
            ),
            [told.share(&it.top_tenth_revenue_share)],
        ),
        row(
            say("Refused stage changes", "Cambios de fase rechazados"),
            [told.count(&refused.stage_transition)],
        ),
        row(say("Refused assignments", "Asignaciones rechazadas"), [told.count(&refused.precedence)]),
    ];
    let mut blocks = vec![Table::figures(&[say("Risk", "Riesgo"), say("Mean", "Media")], rows)];
    if !it.by_industry.is_empty() {
        let rows = it.by_industry.iter().map(|it| row(&it.industry, [told.share(&it.share)])).collect();
        blocks.push(Table::figures(&[say("Industry", "Sector"), say("Share", "Parte")], rows));
    }
    section(say("Risks", "Riesgos"), blocks)
}

fn steps(run: &Run<'_>) -> Section {
    let (say, told) = (|en, es| run.language.say(en, es), Teller(run.language));
    let rows: Vec<Vec<String>> = run
        .report
        .nodes
        .iter()
        .map(|it| {
            let node = run.journey.and_then(|journey| journey.node(&it.id));
            let name = node.map_or_else(|| it.id.to_string(), |node| run.speaker().title(node));
            row(name, [&it.entered, &it.here, &it.left, &it.people.reached].map(|figure| told.count(figure)))
        })
        .collect();
    let head = [
        say("Step", "Paso"),
        say("Entered", "Entraron"),
        say("Still there", "Siguen ahí"),
        say("Left", "Salieron"),
        say("People reached", "Personas alcanzadas"),
    ];
    section(
        say("Steps", "Pasos"),
        if rows.is_empty() { Vec::new() } else { vec![Table::figures(&head, rows)] },
    )
}
