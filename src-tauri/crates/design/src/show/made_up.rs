//! Names, streets and numbers that belong to nobody. The same number gives the same one.

use simulator::random::join;

pub(super) fn company(number: usize) -> String {
    let (first, second) = (FIELDS[number % FIELDS.len()], TRADES[number / FIELDS.len() % TRADES.len()]);
    match number / (FIELDS.len() * TRADES.len()) {
        0 => format!("{first} {second}"),
        more => format!("{first} {second} {}", more + 1),
    }
}

pub(super) fn domain(company: &str) -> String {
    format!("{}.example", plain(company))
}

pub(super) fn street(number: usize) -> String {
    format!("Calle Ficticia {number}")
}

pub(super) fn postal_code(number: usize) -> String {
    format!("{:05}", number % 100_000)
}

pub(super) fn phone(number: usize) -> String {
    format!("+34 600 {:06}", number % 1_000_000)
}

pub(super) fn first_name(number: usize) -> &'static str {
    FIRST[mixed(number, 0) % FIRST.len()]
}

pub(super) fn last_name(number: usize) -> &'static str {
    LAST[mixed(number, 1) % LAST.len()]
}

/// Numbers that follow each other give names that don't.
fn mixed(number: usize, part: u64) -> usize {
    join(number as u64, part) as usize
}

/// In small letters without signs.
pub(super) fn plain(name: &str) -> String {
    let small = name.to_lowercase();
    let plain = small.chars().map(|letter| match letter {
        'á' => 'a',
        'é' => 'e',
        'í' => 'i',
        'ó' => 'o',
        'ú' | 'ü' => 'u',
        'ñ' => 'n',
        letter if letter.is_ascii_alphanumeric() => letter,
        _ => '-',
    });
    plain.collect()
}

const FIELDS: [&str; 24] = [
    "Alder", "Amber", "Aurora", "Basalt", "Birch", "Cedar", "Cobalt", "Coral", "Delta", "Ember", "Fjord",
    "Garnet", "Harbor", "Indigo", "Juniper", "Larch", "Meadow", "Nimbus", "Onyx", "Prairie", "Quartz",
    "Saffron", "Tundra", "Willow",
];
const TRADES: [&str; 20] = [
    "Farms",
    "Foods",
    "Fields",
    "Growers",
    "Harvest",
    "Industries",
    "Labs",
    "Logistics",
    "Mills",
    "Orchards",
    "Partners",
    "Produce",
    "Research",
    "Seeds",
    "Services",
    "Supply",
    "Systems",
    "Trading",
    "Works",
    "Group",
];
const FIRST: [&str; 32] = [
    "Alba", "Anton", "Bea", "Bruno", "Carla", "Dario", "Elena", "Emil", "Fatima", "Felix", "Gala", "Hugo",
    "Ines", "Ivan", "Julia", "Karim", "Lara", "Leo", "Maya", "Milo", "Nadia", "Noel", "Olga", "Oscar",
    "Paula", "Quim", "Rita", "Samir", "Teresa", "Tomas", "Vera", "Yago",
];
const LAST: [&str; 32] = [
    "Abad", "Becker", "Blanco", "Costa", "Duarte", "Engel", "Ferrer", "Fischer", "Garrido", "Hale", "Ibarra",
    "Jansen", "Keller", "Lang", "Marin", "Moreau", "Nadal", "Novak", "Ortega", "Otero", "Pardo", "Quiroga",
    "Rey", "Rossi", "Salas", "Sorel", "Tapia", "Ulloa", "Vidal", "Weber", "Xu", "Zamora",
];
