//! `cargo xtask`: everything that people and continuous integration do with this repository. It starts other programs
//! (cargo, npm, the app) and owns no product code, so that it is compiled in seconds.

mod apt;
mod bench;
mod licences;
mod node;
mod place;
mod run;
mod step;
mod summary;
mod terminal;
mod test;

use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask run      sets up, builds and opens the app on a sample workspace;
                     without a display it simulates the sample journey in the terminal
cargo xtask test     sets up and runs every test, those of the window included
cargo xtask bench    measures the simulator   [--json] [--runs N] [--accounts N,N,…]
                     an import instead             --import [--accounts N]
                     the buying groups instead     --groups [--accounts N]
                     on the canvas instead         --canvas [N,N,…]
                     edits shown live instead      --live [N,N,…]
cargo xtask setup    only installs what is missing
cargo xtask licences
                     checks the licences of all dependencies";

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let command = arguments.next().unwrap_or_default();
    let rest: Vec<String> = arguments.collect();
    let outcome = match command.as_str() {
        "run" => run::run(&rest),
        "test" => test::test(),
        "bench" => bench::bench(&rest),
        "setup" => test::setup(),
        "licences" => licences::check(),
        "" | "help" | "--help" | "-h" => {
            println!("{USAGE}");
            return ExitCode::SUCCESS;
        }
        other => {
            eprintln!("There is no `cargo xtask {other}`. There is:\n\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("\n{sentence}");
            ExitCode::FAILURE
        }
    }
}
