//! The tables through the door: looked at through a condition, edited by hand and taken back, given away.

use serde_json::{Value, json};

use super::desk::Desk;

fn rows(desk: &Desk, table: &str) -> Value {
    desk.call("rows", json!({"looking": {"table": table}, "from": 0, "count": 100_000}))
}

/// The cell of the first row in a column.
fn first(rows: &Value, column: &str) -> Value {
    let at = rows["columns"].as_array().unwrap().iter().position(|name| name == column).unwrap();
    rows["rows"][0][at].clone()
}

#[test]
fn rows_are_those_that_meet_a_condition() {
    let desk = Desk::new();
    let spain = json!({"attribute": "account.accountBillingAddress.country", "op": "is", "value": "Spain"});
    let count = desk.call("countMatches", json!({"on": "accounts", "condition": spain}));
    let looking = json!({"table": "accounts", "condition": spain, "sort": {"column": "accountName", "descending": true}});
    let found = desk.call("rows", json!({"looking": looking, "from": 0, "count": 1000}));
    assert_eq!((&found["found"], &found["all"]), (&count["matches"], &json!(500)));
    let people = json!({"table": "people", "condition": spain});
    let people = desk.call("rows", json!({"looking": people, "from": 0, "count": 1}));
    assert_eq!(
        people["found"],
        desk.call("countMatches", json!({"on": "people", "condition": spain}))["matches"]
    );
    let activities = json!({"table": "activities", "condition": spain});
    let activities = desk.call("rows", json!({"looking": activities, "from": 0, "count": 1}));
    assert!(activities["found"].as_u64().unwrap() < activities["all"].as_u64().unwrap());
}

#[test]
fn a_cell_is_edited_and_taken_back_even_after_a_kill() {
    let desk = Desk::new();
    let before = rows(&desk, "accounts");
    let key = first(&before, "accountKey.sourceKey");
    let intent = json!({"do": "setCell", "of": "accounts", "key": key, "column": "accountName", "value": "  Ñandú Farms "});
    let view = desk.call("editTables", json!({"intent": intent}));
    assert_eq!(view["undo"]["code"], "setCell");
    let edited = rows(&desk, "accounts");
    assert_eq!(first(&edited, "accountName"), "Ñandú Farms");
    let killed = desk.killed();
    assert_eq!(rows(&killed, "accounts"), edited);
    let view = killed.call("undoTables", json!({}));
    assert_eq!(view["undo"], Value::Null);
    assert_eq!(rows(&killed, "accounts"), before);
    let killed = killed.killed();
    assert_eq!(rows(&killed, "accounts"), before);
    killed.call("redoTables", json!({}));
    assert_eq!(rows(&killed.killed(), "accounts"), edited);
}

#[test]
fn rows_are_added_and_deleted_with_all_that_hangs_on_them() {
    let desk = Desk::new();
    let tables = || ["accounts", "people", "activities"].map(|table| rows(&desk, table));
    let groups = || desk.call("listGroups", json!({"looking": {}, "from": 0, "count": 1000}));
    let (before, groups_before) = (tables(), groups());
    desk.call("editTables", json!({"intent": {"do": "addAccount", "key": "NEW", "name": "New Mills"}}));
    let person = json!({"do": "addPerson", "key": "NEW-1", "account": "NEW", "email": "ana@new.example"});
    desk.call("editTables", json!({"intent": person}));
    let added = tables();
    assert_eq!(added[0]["all"], 501);
    let keys: Vec<_> = ["ACC-0001", "ACC-0003", "NEW"].into();
    let delete = json!({"do": "deleteRows", "of": "accounts", "keys": keys});
    let view = desk.call("editTables", json!({"intent": delete}));
    assert_eq!(view["accounts"], 498);
    let left = tables();
    assert!(left[1]["all"].as_u64().unwrap() < before[1]["all"].as_u64().unwrap());
    let killed = desk.killed();
    assert_eq!(["accounts", "people", "activities"].map(|table| rows(&killed, table)), left);
    desk.call("undoTables", json!({}));
    assert_eq!(tables(), added);
    desk.call("redoTables", json!({}));
    assert_eq!(tables(), left);
    for _ in 0..3 {
        desk.call("undoTables", json!({}));
    }
    assert_eq!((tables(), groups()), (before, groups_before));
}

/// Many rows go and come back in one step, one by one and after restarts, and nothing behind them is written again.
#[test]
fn rows_that_stay_keep_their_places_in_the_file() {
    let mut desk = Desk::new();
    let tables = |desk: &Desk| ["accounts", "people", "activities"].map(|table| rows(desk, table));
    let places = |desk: &Desk| -> Vec<u32> {
        let disk = desk.disk();
        let mut statement = disk.prepare("SELECT place FROM people ORDER BY place").unwrap();
        statement.query_map([], |row| row.get(0)).unwrap().collect::<Result<_, _>>().unwrap()
    };
    let before = tables(&desk);
    let people = before[1]["rows"].as_array().unwrap();
    let all = places(&desk);
    let key = |row: usize| people[row][0].clone();
    let delete = |desk: &Desk, rows: &[usize]| {
        let keys: Vec<_> = rows.iter().map(|&row| key(row)).collect();
        desk.call("editTables", json!({"intent": {"do": "deleteRows", "of": "people", "keys": keys}}))
    };
    let many: Vec<usize> = (100..140).chain([7, 8, 2000]).collect();
    delete(&desk, &many);
    let without = |gone: &[usize]| -> Vec<u32> {
        all.iter().enumerate().filter(|(row, _)| !gone.contains(row)).map(|(_, place)| *place).collect()
    };
    assert_eq!(places(&desk), without(&many));
    desk = desk.killed();
    for row in [50, 51, 52] {
        delete(&desk, &[row]);
    }
    assert_eq!(places(&desk), without(&[&many[..], &[50, 51, 52]].concat()));
    // An edit behind the gaps is one of the right row.
    let email = json!({"do": "setCell", "of": "people", "key": key(3000), "column": "workEmail.address", "value": "x@y.example"});
    desk.call("editTables", json!({"intent": email}));
    let edited = tables(&desk);
    desk = desk.killed();
    assert_eq!(tables(&desk), edited);
    for _ in 0..5 {
        desk.call("undoTables", json!({}));
        let now = tables(&desk);
        desk = desk.killed();
        assert_eq!(tables(&desk), now);
    }
    assert_eq!((tables(&desk), places(&desk)), (before, all));
}

#[test]
fn edits_that_would_break_the_tables_are_refused() {
    let desk = Desk::new();
    let refused = |intent: Value, code| desk.check("editTables", json!({"intent": intent}), code);
    refused(json!({"do": "addAccount", "key": "ACC-0001", "name": "Twice"}), "key-taken");
    refused(json!({"do": "addAccount", "key": " ", "name": "Without"}), "key-missing");
    refused(json!({"do": "addAccount", "key": "A~1", "name": "Tilde"}), "key-tilde");
    refused(json!({"do": "addAccount", "key": "A1", "name": "x".repeat(256)}), "name-too-long");
    refused(
        json!({"do": "addPerson", "key": "P1", "account": "nobody", "email": "a@b.example"}),
        "unknown-row",
    );
    refused(json!({"do": "deleteRows", "of": "people", "keys": ["nobody"]}), "unknown-row");
    let set = |column, value| json!({"do": "setCell", "of": "accounts", "key": "ACC-0001", "column": column, "value": value});
    refused(set("accountName", " "), "cell-needed");
    refused(set("accountKey.sourceKey", "other"), "column-fixed");
    refused(set("custom.Nothing", "x"), "column-fixed");
}

#[test]
fn what_is_shown_is_given_away_and_formulas_are_harmless() {
    let desk = Desk::new();
    for (key, name) in [("ACC-0001", "=1+1"), ("ACC-0002", "@cmd, \"x\""), ("ACC-0003", "-12.5")] {
        let intent =
            json!({"do": "setCell", "of": "accounts", "key": key, "column": "accountName", "value": name});
        desk.call("editTables", json!({"intent": intent}));
    }
    let sheet = json!({"of": "rows", "looking": {"table": "accounts"}, "columns": [
        {"column": "accountName", "header": "Nombre"}, {"column": "accountKey.sourceKey", "header": "Clave"}]});
    let csv = desk.call("exportSheet", json!({"sheet": sheet, "form": "csv", "language": "es"}));
    let lines: Vec<_> = csv["text"].as_str().unwrap().lines().take(4).collect();
    assert_eq!(
        lines,
        ["\u{feff}Nombre,Clave", "'=1+1,ACC-0001", "\"'@cmd, \"\"x\"\"\",ACC-0002", "-12.5,ACC-0003"]
    );
    let path = desk.folder.path().join("accounts.xlsx");
    let place = json!({"sheet": sheet, "form": "xlsx", "language": "en", "path": path});
    desk.call("saveSheet", place);
    let again = desk.call("previewImport", json!({"files": [{"path": path}]}));
    assert_eq!(again[0]["rows"][0], json!(["'=1+1", "ACC-0001"]));
}

#[test]
fn people_who_were_given_away_can_be_taken_in_again() {
    let desk = Desk::new();
    let people =
        json!({"table": "people", "sort": {"column": "account.accountKey.sourceKey", "descending": false}});
    let rows = desk.call("rows", json!({"looking": people, "from": 0, "count": 1}));
    let columns: Vec<_> = rows["columns"].as_array().unwrap().iter().take(3).collect();
    assert_eq!(
        json!(columns),
        json!(["b2b.personKey.sourceKey", "account.accountName", "account.accountKey.sourceKey"])
    );
    let names = [
        ("b2b.personKey.sourceKey", "Person key"),
        ("workEmail.address", "Email"),
        ("account.accountKey.sourceKey", "Account key"),
    ];
    let shown = names.map(|(column, header)| json!({"column": column, "header": header}));
    let sheet = json!({"of": "rows", "looking": people, "columns": shown});
    let path = desk.folder.path().join("people.csv");
    desk.call("saveSheet", json!({"sheet": sheet, "form": "csv", "language": "en", "path": path}));
    let again = desk.call("previewImport", json!({"files": [{"path": path}]}));
    assert_eq!(again[0]["class"], "people");
    assert_eq!(again[0]["rows"][0][2], "ACC-0001");
    assert_eq!(
        again[0]["columns"][2]["attribute"], "personComponents[0].sourceAccountKey.sourceKey",
        "{}",
        again[0]
    );
}

#[test]
fn the_columns_that_are_shown_are_remembered() {
    let desk = Desk::new();
    assert_eq!(desk.call("tableViews", json!({})), json!({}));
    desk.call("saveTableView", json!({"table": "people", "view": {"hidden": ["workAddress.city"]}}));
    assert_eq!(
        desk.killed().call("tableViews", json!({})),
        json!({"people": {"hidden": ["workAddress.city"]}})
    );
}

#[test]
fn a_sample_by_recipe_takes_the_place_of_the_records() {
    let desk = Desk::new();
    let recipe = json!({"accounts": 60, "seed": 9, "industries": {"Energy": 100}, "sizes": [0, 0, 1], "leaders": 0, "active": 0});
    let view = desk.call("makeSample", json!({"recipe": recipe}));
    assert_eq!((&view["accounts"], &view["activities"]), (&json!(60), &json!(0)));
    let large =
        json!({"attribute": "account.accountOrganization.numberOfEmployees", "op": "atLeast", "value": 1000});
    assert_eq!(desk.call("countMatches", json!({"on": "accounts", "condition": large}))["matches"], 60);
    let chiefs = json!({"attribute": "person.extendedWorkDetails.jobTitle", "op": "startsWith", "value": ["Chief Ex", "VP"]});
    assert_eq!(desk.call("countMatches", json!({"on": "people", "condition": chiefs}))["matches"], 0);
    let same = json!({"accounts": 500, "seed": 1});
    desk.call("makeSample", json!({"recipe": same}));
    assert_eq!(rows(&desk, "people"), rows(&Desk::new(), "people"));
    desk.check("makeSample", json!({"recipe": {"accounts": 0, "seed": 1}}), "sample-size");
}
