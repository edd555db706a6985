//! The window's commands over HTTP on this machine, for a page in a browser: for tests and for work on the page,
//! never shipped. It serves `ui/dist` at `/` and the studio's one table of commands at `POST /api/<command>`.
//!
//! `caravan-localhost [--port N] [--data FOLDER] [--page FOLDER]`; it prints its address when it is ready.

mod answer;
mod page;

use std::error::Error;
use std::net::Ipv4Addr;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::thread;

use studio::{Id, PATIENCE, Surroundings, Workplace};
use tiny_http::{Method, Request, Server};

/// Where the page's development server looks for the commands.
const PORT: u16 = 8787;

fn main() -> ExitCode {
    match host() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(2)
        }
    }
}

fn host() -> Result<(), Box<dyn Error>> {
    let choices = Choices::read()?;
    let workplace = Arc::new(Workplace::open(&choices.data, surroundings));
    let server = Server::http((Ipv4Addr::LOCALHOST, choices.port)).map_err(|error| error.to_string())?;
    println!("http://{}", server.server_addr());
    let page = Arc::new(choices.page);
    for request in server.incoming_requests() {
        let (workplace, page) = (Arc::clone(&workplace), Arc::clone(&page));
        // A run keeps its request open; the others must not wait for it.
        thread::spawn(move || {
            // A browser that went away needs no answer.
            let _ = serve(request, &workplace, &page);
        });
    }
    Ok(())
}

fn serve(request: Request, workplace: &Workplace, page: &std::path::Path) -> std::io::Result<()> {
    if !answer::is_from_here(&request) {
        return answer::refuse(request, 403);
    }
    let path = request.url().split('?').next().unwrap_or("/").to_owned();
    match (request.method(), path.strip_prefix("/api/")) {
        (Method::Post, Some(command @ ("simulate" | "sensitivity" | "compare" | "search"))) => {
            answer::run(request, workplace, command)
        }
        (Method::Post, Some(command)) => answer::command(request, workplace, command),
        (Method::Post, None) if path.starts_with("/upload/") => answer::upload(request, &path[8..]),
        (Method::Get, None) => page::serve(request, page, &path),
        _ => answer::refuse(request, 405),
    }
}

fn surroundings() -> Surroundings {
    Surroundings {
        now: Box::new(jiff::Timestamp::now),
        fresh: Box::new(fresh),
        dark: Box::new(|| std::env::var_os("CARAVAN_DARK").is_some()),
        patience: PATIENCE,
    }
}

fn fresh() -> Id {
    Id::new(uuid::Uuid::now_v7().to_string()).expect("a uuid has the form of an id")
}

struct Choices {
    port: u16,
    data: PathBuf,
    page: PathBuf,
}

impl Choices {
    fn read() -> Result<Choices, Box<dyn Error>> {
        let root = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/.."));
        let data = std::env::var_os("CARAVAN_DATA").map(PathBuf::from);
        let mut choices = Choices {
            port: PORT,
            data: data.unwrap_or_else(|| root.join("target/localhost")),
            page: root.join("ui/dist"),
        };
        let mut words = std::env::args().skip(1);
        while let Some(word) = words.next() {
            let value = words.next().ok_or_else(|| format!("{word} needs a value"))?;
            match word.as_str() {
                "--port" => choices.port = value.parse()?,
                "--data" => choices.data = value.into(),
                "--page" => choices.page = value.into(),
                _ => return Err(format!("{word} is unknown; it is one of --port, --data and --page").into()),
            }
        }
        Ok(choices)
    }
}
