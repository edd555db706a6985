//! The words that accounts and people are made of. Names are put together from syllables, so that they are nobody's.

use super::draws::Draws;

/// The stem of a company's name, such as `Velmarin`.
pub(super) fn company(draws: &mut Draws) -> String {
    let mut stem = format!("{}{}", draws.pick(&COMPANY_STARTS), draws.pick(&COMPANY_MIDDLES));
    stem.push_str(draws.pick::<&str>(&COMPANY_ENDS));
    stem
}

pub(super) fn first_name(draws: &mut Draws) -> String {
    format!("{}{}", draws.pick(&FIRST_STARTS), draws.pick(&FIRST_ENDS))
}

pub(super) fn last_name(draws: &mut Draws) -> String {
    format!("{}{}{}", draws.pick(&LAST_STARTS), draws.pick(&LAST_MIDDLES), draws.pick(&LAST_ENDS))
}

pub(super) const INDUSTRIES: [(&str, u32); 10] = [
    ("Agriculture", 30),
    ("Food Production", 20),
    ("Forestry", 4),
    ("Manufacturing", 10),
    ("Logistics", 7),
    ("Retail", 8),
    ("Technology", 8),
    ("Health Care", 5),
    ("Energy", 4),
    ("Financial Services", 4),
];

pub(super) const FARMING: [&str; 3] = ["Agriculture", "Food Production", "Forestry"];

pub(super) const FARM_KINDS: &[&str] =
    &["Farms", "Growers", "Seeds", "Orchards", "Foods", "Harvest", "Mills", "Dairy", "Grain", "Estates"];

pub(super) const KINDS: &[&str] = &[
    "Works",
    "Systems",
    "Logistics",
    "Stores",
    "Partners",
    "Industries",
    "Labs",
    "Supply",
    "Energy",
    "Group",
];

/// Titles where things are grown or made to be eaten, with weights. Those that decide, champion or work with what is
/// sold are few, so that most buying groups have something left to fill.
pub(super) const FARM_TITLES: &[(&str, u32)] = &[
    ("VP Operations", 2),
    ("VP Supply Chain", 1),
    ("Director of Production", 1),
    ("Director of Agronomy", 1),
    ("Chief Operating Officer", 1),
    ("Chief Executive Officer", 3),
    ("Chief Financial Officer", 2),
    ("Finance Director", 1),
    ("Finance Manager", 3),
    ("Chief Agronomist", 1),
    ("Senior Agronomist", 2),
    ("Agronomist", 2),
    ("Digital Farming Lead", 1),
    ("Digital Farming Manager", 1),
    ("Field Technician", 4),
    ("Field Manager", 2),
    ("Senior Grower", 2),
    ("Grower", 2),
    ("Irrigation Technician", 2),
    ("Procurement Manager", 5),
    ("Senior Buyer", 3),
    ("Buyer", 3),
    ("Data Analyst", 3),
    ("Marketing Manager", 4),
    ("Quality Manager", 7),
    ("Office Manager", 8),
    ("Logistics Coordinator", 9),
    ("Accountant", 9),
    ("Sales Representative", 9),
    ("Warehouse Supervisor", 6),
];

/// Titles elsewhere, with weights.
pub(super) const TITLES: &[(&str, u32)] = &[
    ("VP Technology", 1),
    ("VP Operations", 1),
    ("VP Marketing", 1),
    ("Chief Executive Officer", 2),
    ("Chief Operating Officer", 1),
    ("Chief Financial Officer", 1),
    ("Chief Data Officer", 1),
    ("Director of IT", 1),
    ("Director of Procurement", 1),
    ("Finance Manager", 2),
    ("Data Manager", 3),
    ("Platform Manager", 2),
    ("Marketing Manager", 3),
    ("Procurement Manager", 2),
    ("Office Manager", 3),
    ("Enterprise Architect", 4),
    ("Data Engineer", 4),
    ("Software Engineer", 4),
    ("Business Analyst", 4),
    ("Field Technician", 4),
    ("Buyer", 4),
    ("Accountant", 10),
    ("Sales Representative", 13),
    ("Customer Advocate", 9),
    ("Logistics Coordinator", 8),
    ("Designer", 6),
    ("Legal Counsel", 5),
];

pub(super) const CITIES: [(&str, &str); 20] = [
    ("Madrid", "Spain"),
    ("Valencia", "Spain"),
    ("Sevilla", "Spain"),
    ("Zaragoza", "Spain"),
    ("Lyon", "France"),
    ("Toulouse", "France"),
    ("Bologna", "Italy"),
    ("Verona", "Italy"),
    ("Hannover", "Germany"),
    ("Leipzig", "Germany"),
    ("Utrecht", "Netherlands"),
    ("Aarhus", "Denmark"),
    ("Porto", "Portugal"),
    ("Norwich", "United Kingdom"),
    ("Guadalajara", "Mexico"),
    ("Rosario", "Argentina"),
    ("Medellín", "Colombia"),
    ("Fresno", "United States"),
    ("Des Moines", "United States"),
    ("Winnipeg", "Canada"),
];

#[rustfmt::skip]
const COMPANY_STARTS: [&str; 24] = [
    "Vel", "Mar", "Tor", "Cal", "Bren", "Sol", "Nor", "Quin", "Ard", "Lum", "Ost", "Pel",
    "Ren", "Syl", "Tav", "Umb", "Var", "Wel", "Zan", "Dor", "Fen", "Gal", "Hel", "Iver",
];
const COMPANY_MIDDLES: [&str; 16] =
    ["a", "e", "i", "o", "an", "en", "ar", "or", "ava", "ola", "eri", "umi", "isa", "eto", "ono", "ura"];
#[rustfmt::skip]
const COMPANY_ENDS: [&str; 20] = [
    "dor", "lis", "mont", "ris", "tek", "val", "ven", "field", "brook", "lund",
    "mar", "nix", "pora", "quil", "ras", "sted", "tera", "vik", "wyn", "zor",
];
#[rustfmt::skip]
const FIRST_STARTS: [&str; 20] = [
    "Al", "Bel", "Cor", "Dan", "El", "Fio", "Gar", "Hel", "Il", "Jor",
    "Kal", "Lor", "Mir", "Nel", "Ol", "Per", "Ro", "Sel", "Tam", "Vi",
];
const FIRST_ENDS: [&str; 14] =
    ["ano", "bia", "das", "ena", "ia", "ina", "is", "mo", "nor", "os", "ra", "ta", "ven", "zia"];
#[rustfmt::skip]
const LAST_STARTS: [&str; 20] = [
    "Abr", "Bast", "Carv", "Del", "Esk", "Farn", "Grel", "Hald", "Ib", "Jast",
    "Kern", "Lomb", "Mast", "Nav", "Orl", "Pred", "Quel", "Rast", "Sand", "Tolv",
];
const LAST_MIDDLES: [&str; 10] = ["a", "e", "i", "o", "u", "ar", "er", "in", "on", "el"];
const LAST_ENDS: [&str; 12] =
    ["da", "gren", "kov", "lez", "mann", "no", "rado", "ssen", "tani", "ver", "wick", "zar"];
