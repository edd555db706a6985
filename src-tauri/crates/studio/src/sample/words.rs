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

/// Titles where things are grown or made to be eaten, with weights.
pub(super) const FARM_TITLES: &[(&str, u32)] = &[
    ("VP Operations", 3),
    ("VP Supply Chain", 2),
    ("Director of Production", 3),
    ("Director of Agronomy", 2),
    ("Chief Executive Officer", 3),
    ("Chief Operating Officer", 2),
    ("Chief Financial Officer", 3),
    ("Finance Director", 2),
    ("Finance Manager", 3),
    ("Chief Agronomist", 4),
    ("Senior Agronomist", 5),
    ("Agronomist", 6),
    ("Digital Farming Lead", 4),
    ("Digital Farming Manager", 3),
    ("Field Technician", 9),
    ("Field Manager", 6),
    ("Senior Grower", 7),
    ("Grower", 6),
    ("Irrigation Technician", 4),
    ("Procurement Manager", 5),
    ("Senior Buyer", 4),
    ("Buyer", 3),
    ("Data Analyst", 2),
    ("Office Manager", 5),
    ("Quality Manager", 4),
];

/// Titles elsewhere, with weights.
pub(super) const TITLES: &[(&str, u32)] = &[
    ("VP Technology", 3),
    ("VP Operations", 3),
    ("VP Marketing", 2),
    ("Chief Executive Officer", 3),
    ("Chief Operating Officer", 2),
    ("Chief Financial Officer", 3),
    ("Chief Data Officer", 2),
    ("Director of IT", 4),
    ("Director of Procurement", 3),
    ("Finance Manager", 4),
    ("Data Manager", 5),
    ("Platform Manager", 4),
    ("Marketing Manager", 5),
    ("Enterprise Architect", 4),
    ("Data Engineer", 8),
    ("Software Engineer", 8),
    ("Business Analyst", 7),
    ("Field Technician", 5),
    ("Procurement Manager", 5),
    ("Buyer", 4),
    ("Office Manager", 6),
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
