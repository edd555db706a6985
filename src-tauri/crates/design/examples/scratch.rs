use design::Id;
use design::document::*;
use design::formats::native;
use design::intent::Intent;
use design::journey::*;
fn main() {
    for (n, t) in design::schema::schemas() {
        std::fs::write(format!("/tmp/schema-{n}"), t).unwrap();
    }
    let path = std::env::args().nth(1).unwrap();
    let journey: Journey = native::read(&std::fs::read_to_string(&path).unwrap()).unwrap();
    let workspace =
        native::read(&std::fs::read_to_string(path.replace("journey.json", "workspace.json")).unwrap())
            .unwrap();
    let ctx =
        Context { workspace: &workspace, journeys: &[], today: jiff::civil::date(2026, 11, 1), tables: None };
    let mut doc = Document::new(journey);
    let w = doc.whole(&ctx);
    for (id, p) in &w.places {
        println!("{id} {} {}", p.clone().unwrap().x.get(), p.clone().unwrap().y.get());
    }
    println!("{:?}", w.ends);
    println!("{:?}", w.header.unwrap().longest_days);
    for p in &w.problems {
        println!("{:?} {} {:?} {:?} {}", p.severity, p.code, p.node, p.exit, p.sentence.en);
    }
    let mut n = 0;
    let mut fresh = || {
        n += 1;
        Id::new(format!("new{n}")).unwrap()
    };
    let e = doc.journey().edges[3].clone();
    let before = native::write(doc.journey());
    let o = doc
        .edit(
            Intent::Insert {
                from: e.from,
                path: e.path.get().cloned(),
                kind: "splitAccounts".into(),
                action: None,
            },
            &mut fresh,
            &ctx,
        )
        .unwrap();
    println!("{}", serde_json::to_string_pretty(&o.update).unwrap());
    doc.undo(&ctx).unwrap();
    assert_eq!(before, native::write(doc.journey()));
    println!("{}", serde_json::to_string(&design::catalogue::catalogue().kinds[3]).unwrap());
    println!("{}", serde_json::to_string(&design::catalogue::catalogue().actions[0]).unwrap());
}
#[allow(dead_code)]
fn schemas() {}
