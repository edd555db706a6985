//! Commands in and out of HTTP: 200 with JSON, 422 with a failure, and one line per event for a run.

use std::io::{self, Write};
use std::sync::{Arc, mpsc};

use serde_json::Value;
use studio::{Failure, RunEvent, Workplace};
use tiny_http::{Header, Request, Response};

pub(crate) fn command(mut request: Request, workplace: &Workplace, name: &str) -> io::Result<()> {
    let done =
        arguments(&mut request).and_then(|arguments| workplace.call(name, arguments, Arc::new(|_| ())));
    respond(request, done)
}

/// A run's events, a line of JSON each, sent as they happen.
pub(crate) fn run(mut request: Request, workplace: &Workplace, name: &str) -> io::Result<()> {
    let (sender, events) = mpsc::channel();
    let listener = Arc::new(move |event: RunEvent| drop(sender.send(event)));
    let begun = arguments(&mut request).and_then(|arguments| workplace.call(name, arguments, listener));
    if let Err(failure) = begun {
        return respond(request, Err(failure));
    }
    // The library's own chunks gather 8 kB before they are sent, so they are written here.
    let mut out = request.into_writer();
    write!(
        out,
        "HTTP/1.1 200 OK\r\nContent-Type: application/x-ndjson\r\nCache-Control: no-store\r\n\
         Transfer-Encoding: chunked\r\n\r\n"
    )?;
    // The run's thread drops its sender at its end.
    for event in events {
        let line = serde_json::to_string(&event)?;
        write!(out, "{:x}\r\n{line}\n\r\n", line.len() + 1)?;
        out.flush()?;
    }
    write!(out, "0\r\n\r\n")?;
    out.flush()
}

/// Keeps the bytes of a file that a browser hands over, and answers with its path: the last part of the address is the
/// file's name, its percent signs undone.
pub(crate) fn upload(mut request: Request, name: &str) -> io::Result<()> {
    let mut bytes = name.bytes();
    let mut plain = Vec::new();
    while let Some(byte) = bytes.next() {
        let code = (byte == b'%').then(|| [bytes.next(), bytes.next()]);
        let code = code.and_then(|code| String::from_utf8(code.into_iter().flatten().collect()).ok());
        plain.push(code.and_then(|code| u8::from_str_radix(&code, 16).ok()).unwrap_or(byte));
    }
    let name = String::from_utf8_lossy(&plain).replace(['/', '\\'], "_");
    let path = tempfile::tempdir()?.keep().join(name);
    io::copy(request.as_reader(), &mut std::fs::File::create(&path)?)?;
    respond(request, Ok(serde_json::to_string(&path.display().to_string())?))
}

/// Pages of other sites can't reach the commands through a name that they let point here.
pub(crate) fn is_from_here(request: &Request) -> bool {
    let value = |name: &'static str| {
        request.headers().iter().find(|header| header.field.equiv(name)).map(|header| header.value.as_str())
    };
    let local = |host: &str| {
        let name = host.rsplit_once(':').map_or(host, |(name, _)| name);
        name == "127.0.0.1" || name == "localhost"
    };
    value("Host").is_some_and(local)
        && value("Origin").is_none_or(|origin| origin.strip_prefix("http://").is_some_and(local))
}

pub(crate) fn refuse(request: Request, status: u16) -> io::Result<()> {
    request.respond(Response::empty(status))
}

fn arguments(request: &mut Request) -> Result<Value, Failure> {
    serde_json::from_reader(request.as_reader())
        .map_err(|error| Failure::new("bad-arguments", format!("The body is no JSON: {error}.")))
}

fn respond(request: Request, done: Result<String, Failure>) -> io::Result<()> {
    let (status, text) = match done {
        Ok(text) => (200, text),
        Err(failure) => (422, serde_json::to_string(&failure)?),
    };
    request
        .respond(Response::from_string(text).with_status_code(status).with_header(header("application/json")))
}

pub(crate) fn header(content_type: &str) -> Header {
    Header::from_bytes("Content-Type", content_type).expect("content types are plain ASCII")
}
