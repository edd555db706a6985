//! Draws of keys that differ in anything are uniform and independent of one another.

use simulator::random::{Purpose, Stream, hash};

const N: usize = 60_000;

/// Draws of many keys, which differ from one to the next in one thing.
fn sequences() -> Vec<(&'static str, Vec<f64>)> {
    let one = Stream::of_replication(42, 0);
    let account = one.account(hash(b"ACC-1"));
    let many = |of: &dyn Fn(usize) -> f64| (0..N).map(of).collect::<Vec<f64>>();
    let part = |stream: Stream, about: u64, ordinal: usize| {
        stream.draw(about, ordinal as u32, Purpose::Email).part(0)
    };
    vec![
        ("seeds", many(&|i| part(Stream::of_replication(i as u64, 0), 7, 0))),
        ("replications", many(&|i| part(Stream::of_replication(42, i as u32), 7, 0))),
        ("accounts", many(&|i| part(one.account(hash(format!("ACC-{i}").as_bytes())), 7, 0))),
        ("persons", many(&|i| part(account.person(hash(format!("P{i}").as_bytes())), 7, 0))),
        ("nodes", many(&|i| part(account, hash(format!("n{i}").as_bytes()), 0))),
        ("visits", many(&|i| part(account, 7, i))),
        ("parts", many(&|i| account.draw(7, (i / 4) as u32, Purpose::Visit).part(i % 4))),
        ("halves", many(&|i| account.draw(7, (i / 2) as u32, Purpose::Visit).uniform(i % 2))),
    ]
}

#[test]
fn draws_are_uniform() {
    for (what, numbers) in sequences() {
        let mut bins = [0.0; 64];
        numbers.iter().for_each(|number| bins[(number * 64.0) as usize] += 1.0);
        let expected = N as f64 / 64.0;
        let chi: f64 = bins.iter().map(|count: &f64| (count - expected).powi(2) / expected).sum();
        // Chi-squared with 63 degrees of freedom has the standard deviation √126.
        assert!((chi - 63.0).abs() < 4.0 * 126f64.sqrt(), "{what}: {chi}");
    }
}

#[test]
fn neighbouring_draws_are_independent() {
    let all = sequences();
    let check = |what: &str, a: &[f64], b: &[f64]| {
        let products = a.iter().zip(b).map(|(a, b)| (a - 0.5) * (b - 0.5) * 12.0);
        let correlation = products.sum::<f64>() / a.len() as f64;
        assert!(correlation.abs() < 4.0 / (a.len() as f64).sqrt(), "{what}: {correlation}");
    };
    for (what, numbers) in &all {
        for lag in 1..=4 {
            check(what, &numbers[lag..], &numbers[..N - lag]);
        }
    }
    for pair in all.windows(2) {
        check(&format!("{} and {}", pair[0].0, pair[1].0), &pair[0].1, &pair[1].1);
    }
}
