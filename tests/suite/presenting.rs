//! Presentations: what is played is what is simulated, the same file plays the same, and nobody real is left in a
//! disguised one.

use std::collections::HashSet;
use std::sync::atomic::AtomicBool;

use design::formats::native;
use design::play::Playing;
use design::report::Report;
use design::scenario::Scenario;
use design::sentences::Language;
use design::show::{Chapter, Chapters, Show, Stop};
use design::tables::{ColumnBuilder, Table, Tables};
use design::workspace::Workspace;
use design::{Maybe, journey::Journey};
use studio::runs::{self, Job};
use studio::{sample, show};

use crate::golden::{fixture, place};

struct Given {
    journey: Journey,
    workspace: Workspace,
    scenario: Scenario,
    tables: Tables,
    chapters: Vec<Chapter>,
}

/// A file of the sample that ships.
fn shipped(name: &str) -> String {
    std::fs::read_to_string(place("assets/samples/seeds-buying-group").join(name)).unwrap()
}

impl Given {
    fn sample(accounts: u32) -> Given {
        let chapters: Chapters = native::read(&shipped("chapters.json")).unwrap();
        Given {
            journey: native::read(&shipped("journey.json")).unwrap(),
            workspace: native::read(&shipped("workspace.json")).unwrap(),
            scenario: native::read(&shipped("scenario.json")).unwrap(),
            tables: sample::sample(accounts, 1, None),
            chapters: chapters.chapters,
        }
    }

    fn job(&self) -> Job<'_> {
        let Given { journey, workspace, scenario, tables, .. } = self;
        Job { journey, workspace, tables, scenario, threads: Some(1) }
    }

    fn play(&self) -> Playing {
        runs::play(&self.job()).unwrap()
    }

    fn pack(&self, private: bool) -> Show {
        let Given { journey, workspace, scenario, tables, chapters } = self;
        show::pack(journey, workspace, scenario, tables, chapters, private).unwrap()
    }
}

fn text(playing: &Playing) -> String {
    serde_json::to_string(playing).unwrap()
}

#[test]
fn what_is_played_is_the_first_replication() {
    let mut given = Given::sample(200);
    given.scenario.replications = Maybe::Given(1);
    let playing = given.play();
    let report: Report = runs::simulate(&given.job(), &|_| {}, &AtomicBool::new(false)).unwrap();
    // Every edge of the report is walked as often as it says.
    let edges = playing.board.edges.iter().enumerate().skip(1);
    let mut walked = 0.0;
    for (number, edge) in edges {
        let id = |card: Option<u32>| card.map(|card| playing.board.cards[card as usize].id.clone());
        let moves = playing.moves.edge.iter().filter(|&&other| other == number as u32).count() as f64;
        let same = |of: &&design::report::EdgeFigures| {
            Some(&of.from) == id(edge.from).as_ref() && of.path == edge.path && of.to == id(edge.to)
        };
        let told: Vec<f64> = report.edges.iter().filter(same).filter_map(|of| of.accounts.mean).collect();
        if edge.to.is_some() {
            assert_eq!(told, [moves], "{:?}/{:?}", id(edge.from), edge.path);
        }
        walked += moves;
    }
    assert!(walked > 1_000.0, "{walked}");
    // As many hold each role at the end as the report counts.
    for (row, role) in report.roles.iter().enumerate() {
        let fills = &playing.fills;
        let held: i32 = (0..fills.minute.len())
            .filter(|&at| fills.role[at] == row as u32)
            .map(|at| fills.change[at])
            .sum();
        let of = &role.members_by_source;
        let told: f64 = [&of.system, &of.journey, &of.manual].iter().filter_map(|it| it.mean).sum();
        assert_eq!(f64::from(held), told, "{}", role.role);
    }
    assert_eq!(playing.ready.minute.len() as f64, report.solution_interests[0].sales_ready.mean.unwrap());
    assert_eq!(playing.cost.last().copied(), report.daily.last().and_then(|day| day.cost.mean));
    assert!(playing.moves.minute.is_sorted() && playing.fills.minute.is_sorted());
}

#[test]
fn the_same_is_played_again_and_again() {
    let given = Given::sample(100);
    assert_eq!(text(&given.play()), text(&given.play()));
}

#[test]
fn larger_tables_are_played_as_a_sample() {
    let given = Given::sample(2_100);
    let playing = given.play();
    assert_eq!((playing.accounts.len(), playing.of), (design::play::LIMIT, 2_100));
}

#[test]
fn every_account_has_a_story_in_both_languages() {
    let playing = Given::sample(100).play();
    let stories = &playing.stories;
    assert_eq!(stories.from.len(), playing.accounts.len() + 1);
    for (account, lines) in stories.from.windows(2).enumerate() {
        let own = lines[0] as usize..lines[1] as usize;
        assert!(stories.minute[own.clone()].is_sorted());
        for line in own {
            let person = stories.person[line];
            assert!(person < playing.accounts[account].people.len() as i32);
            let sentence = &playing.sentences[stories.sentence[line] as usize];
            for said in [&sentence.en, &sentence.es] {
                assert!(said.ends_with('.') && !said.contains("{}"), "{said}");
                assert_eq!(said.contains("{person}"), person >= 0, "{said}");
            }
        }
    }
    assert!(playing.sentences.iter().any(|it| it.en.starts_with("{person} opens “")));
}

#[test]
fn a_show_comes_back_from_its_file_and_plays_the_same() {
    let given = Given::sample(120);
    let written = native::write(&given.pack(false));
    let unpacked = show::unpack(&written).unwrap();
    assert_eq!(native::write(&unpacked.show), written);
    assert_eq!(text(&runs::play(&unpacked.job()).unwrap()), text(&given.play()));
    assert_eq!(unpacked.play().unwrap().chapters, given.chapters);
}

#[test]
fn a_file_that_holds_no_show_is_refused_with_the_place() {
    for (broken, told) in [
        ("{}", "format"),
        ("{\"format\": \"caravan/show\", \"version\": 9}", "newer"),
        ("{\"format\": \"caravan/show\", \"version\": 1, \"colour\": 1}", "colour"),
    ] {
        let failure = show::unpack(broken).map(|_| ()).unwrap_err();
        assert_eq!(failure.code, "bad-show");
        assert!(failure.message.contains(told), "{}", failure.message);
    }
}

#[test]
fn look_alikes_name_nobody_real() {
    let given = Given::sample(120);
    let first = native::write(&given.pack(true));
    assert_eq!(first, native::write(&given.pack(true)));
    let unpacked = show::unpack(&first).unwrap();
    let cells = |table: &Table, name: &str| -> Vec<String> {
        (0..table.rows()).filter_map(|row| table.cell(name, row).map(str::to_owned)).collect()
    };
    let (before, after) = (&given.tables, &unpacked.tables);
    let names = [
        (&before.accounts, &after.accounts, "accountName"),
        (&before.accounts, &after.accounts, "accountOrganization.website"),
        (&before.people, &after.people, "workEmail.address"),
    ];
    for (before, after, name) in names {
        let real: HashSet<String> = cells(before, name).into_iter().collect();
        let made = cells(after, name);
        assert_eq!(made.len(), cells(before, name).len(), "{name}");
        assert_eq!(made.iter().collect::<HashSet<_>>().len(), real.len(), "{name}: equal stays equal");
        assert!(made.iter().all(|made| !real.contains(made)), "{name}");
        assert!(real.iter().all(|real| !first.contains(&format!("{real},"))), "{name}");
    }
    assert_eq!(
        cells(&before.people, "extendedWorkDetails.jobTitle"),
        cells(&after.people, "extendedWorkDetails.jobTitle")
    );
    assert!(!first.contains("sales-desk@"));
    // Nothing that the journey asks for has changed, so it plays the same.
    let (real, made) = (given.play(), runs::play(&unpacked.job()).unwrap());
    assert_eq!((real.moves, real.fills), (made.moves, made.fills));
}

/// Keys that are addresses or names themselves are private; without them the same is played all the same.
#[test]
fn look_alikes_have_keys_of_their_own_and_draw_alike() {
    for kind in ["account", "person"] {
        let mut given = Given::sample(60);
        if kind == "person" {
            given.journey = native::read(&fixture("every-node/person.json")).unwrap();
        }
        keyed_by_addresses(&mut given.tables);
        let followed = given.tables.accounts.cell("accountKey.sourceKey", 7).unwrap().to_owned();
        given.chapters[0].follow = Maybe::Given(followed.clone());
        let Maybe::Given(lists) = &mut given.workspace.account_lists else { panic!("no lists") };
        lists[0].members = vec![followed].into();
        let written = native::write(&given.pack(true));
        assert!(!written.contains("private.test"), "{kind}");
        let unpacked = show::unpack(&written).unwrap();
        assert_eq!(unpacked.tables.people.rows(), given.tables.people.rows());
        let (real, made) = (given.play(), runs::play(&unpacked.job()).unwrap());
        assert_eq!(
            (real.moves, real.fills, real.ready),
            (made.moves.clone(), made.fills, made.ready),
            "{kind}"
        );
        let account = unpacked.show.chapters[0].follow.get().unwrap();
        assert_eq!(unpacked.tables.accounts.cell("accountKey.sourceKey", 7), Some(account.as_str()));
        // What is disguised once more plays the same still.
        let Show { journey, workspace, scenario, chapters, .. } = &unpacked.show;
        let again = show::pack(journey, workspace, scenario, &unpacked.tables, chapters, true).unwrap();
        let again = show::unpack(&native::write(&again)).unwrap();
        assert!(runs::play(&again.job()).unwrap().moves == made.moves, "{kind}");
    }
}

/// Gives everybody a key that says who it is.
fn keyed_by_addresses(tables: &mut Tables) {
    for (table, name) in
        [(&mut tables.accounts, "accountKey.sourceKey"), (&mut tables.people, "b2b.personKey.sourceKey")]
    {
        let mut made = Table::default();
        for column in table.names().map(str::to_owned).collect::<Vec<_>>() {
            let mut builder = ColumnBuilder::default();
            for row in 0..table.rows() {
                match column == name {
                    true => builder.push(&format!("somebody.{row}@private.test")),
                    false => builder.push(table.cell(&column, row).unwrap_or_default()),
                }
            }
            made.add(column, builder.finish());
        }
        *table = made;
    }
}

#[test]
fn look_alikes_are_named_in_conditions_and_captions_too() {
    let mut given = Given::sample(30);
    let real = given.tables.accounts.cell("accountName", 3).unwrap().to_owned();
    let condition = format!(
        "{{\"attribute\": \"account.accountName\", \"op\": \"is\", \"value\": \"{}\"}}",
        real.to_uppercase()
    );
    let audience = given.workspace.audiences.items()[0].id.clone();
    let Maybe::Given(audiences) = &mut given.workspace.audiences else { panic!("no audiences") };
    audiences[0].condition = Maybe::Given(serde_json::from_str(&condition).unwrap());
    given.chapters[0].caption.en = Maybe::Given(format!("Look at {real}, {audience}."));
    let written = native::write(&given.pack(true));
    assert!(!written.contains(&real) && !written.contains(&real.to_uppercase()));
    // Who enters by the name enters by the made-up one.
    let unpacked = show::unpack(&written).unwrap();
    assert_eq!(runs::play(&unpacked.job()).unwrap().moves, given.play().moves);
}

#[test]
fn the_page_holds_the_show_and_nothing_that_ends_its_script() {
    let mut given = Given::sample(20);
    given.journey.name = "</script><b>".into();
    let unpacked = show::unpack(&native::write(&given.pack(false))).unwrap();
    let page = show::page(&unpacked.play().unwrap(), Language::Es).unwrap();
    assert!(page.contains("<html lang=\"es\">"));
    assert_eq!(page.matches("</script>").count(), 2);
    assert!(page.contains("\\u003c/script>\\u003cb>"));
}

#[test]
fn the_sample_show_happens_in_both_languages() {
    let given = Given::sample(500);
    let playing = given.play();
    assert!(given.chapters.len() >= 8);
    let mut days = HashSet::new();
    for chapter in &given.chapters {
        for told in [Some(&chapter.caption), chapter.note.get(), chapter.question.get(), chapter.answer.get()]
        {
            let Some(told) = told else { continue };
            assert!(!told.en.text().is_empty() && !told.es.text().is_empty(), "{chapter:?}");
        }
        for id in chapter.highlight.items() {
            assert!(playing.board.cards.iter().any(|card| card.id == *id), "{id}");
        }
        if let Some(key) = chapter.follow.get() {
            assert!(playing.accounts.iter().any(|account| account.key == *key), "{key}");
        }
        if let Stop::Day(day) = chapter.stop {
            assert!(day <= playing.days && days.insert(day));
        }
    }
    let size = show::page(&design_page(&given), Language::En).unwrap().len();
    assert!(size < 3_000_000, "{size} bytes");
}

fn design_page(given: &Given) -> show::Playable {
    show::unpack(&native::write(&given.pack(false))).unwrap().play().unwrap()
}

#[test]
fn persons_move_by_themselves_and_every_node_has_its_story() {
    for (name, persons) in [("person", true), ("account", false)] {
        let given = Given {
            journey: native::read(&fixture(&format!("every-node/{name}.json"))).unwrap(),
            workspace: native::read(&fixture("seeds-buying-group/workspace.json")).unwrap(),
            scenario: native::read(&fixture("seeds-buying-group/scenario.json")).unwrap(),
            ..Given::sample(120)
        };
        let playing = given.play();
        let moves = &playing.moves;
        assert!(playing.persons == persons && moves.edge.len() > 100, "{name}");
        assert_eq!(moves.person.len(), if persons { moves.edge.len() } else { 0 }, "{name}");
        for (row, person) in moves.person.iter().enumerate() {
            let account = &playing.accounts[moves.account[row] as usize];
            assert!((*person as usize) < account.people.len());
        }
        for sentence in &playing.sentences {
            assert!(sentence.en.ends_with('.') && sentence.es.ends_with('.'), "{sentence:?}");
        }
        let whom = if persons { "{person} enters the journey." } else { "The account enters the journey." };
        assert!(playing.sentences.iter().any(|it| it.en == whom), "{name}");
    }
}

#[test]
fn what_is_switched_off_is_passed_without_a_word() {
    let mut given = Given::sample(60);
    let node = given.journey.nodes.iter_mut().find(|node| node.id.as_str() == "linkedin-on").unwrap();
    node.disabled = Maybe::Given(true);
    let playing = given.play();
    let card = playing.board.cards.iter().position(|card| card.id.as_str() == "linkedin-on").unwrap();
    assert!(playing.board.cards[card].off);
    let into = |edge: &&u32| playing.board.edges[**edge as usize].to == Some(card as u32);
    assert!(playing.moves.edge.iter().filter(into).count() > 10);
    assert!(playing.sentences.iter().all(|it| !it.en.contains("Start the LinkedIn campaign")));
}
