//! The built page's files.

use std::fs::File;
use std::io;
use std::path::{Component, Path};

use tiny_http::{Request, Response};

use crate::answer::{header, refuse};

/// Serves a file of the page's folder and nothing outside it.
pub(crate) fn serve(request: Request, folder: &Path, path: &str) -> io::Result<()> {
    let name = match path.trim_start_matches('/') {
        "" => "index.html",
        name => name,
    };
    let inside = Path::new(name).components().all(|part| matches!(part, Component::Normal(_)));
    match File::open(folder.join(name)) {
        Ok(file) if inside => {
            request.respond(Response::from_file(file).with_header(header(content_type(name))))
        }
        _ => refuse(request, 404),
    }
}

fn content_type(name: &str) -> &'static str {
    match name.rsplit_once('.').map(|(_, ending)| ending) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("json") => "application/json",
        Some("woff2") => "font/woff2",
        Some("png") => "image/png",
        _ => "application/octet-stream",
    }
}
