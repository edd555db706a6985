//! Programs that a test starts, each with all its children in a process group that ends with the test.

use std::io::{BufRead, BufReader};
use std::net::{TcpListener, TcpStream};
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process_group};

/// A running program. Dropping it ends it and whatever it has started, also when a test panics.
pub(crate) struct Program {
    child: Child,
}

impl Program {
    fn start(mut command: Command) -> Program {
        let name = command.get_program().to_string_lossy().into_owned();
        let child =
            command.process_group(0).spawn().unwrap_or_else(|error| panic!("{name} is needed: {error}"));
        Program { child }
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = kill_process_group(Pid::from_child(&self.child), Signal::KILL);
        let _ = self.child.wait();
    }
}

/// A screen that nobody sees. It picks a free number by itself and says it when it is ready.
pub(crate) struct Screen {
    pub(crate) display: String,
    _server: Program,
}

impl Screen {
    pub(crate) fn start() -> Screen {
        let mut command = Command::new("Xvfb");
        // Without -noreset connections fail now and then, since the server starts anew after each last client.
        command.args(["-displayfd", "1", "-screen", "0", "1440x900x24", "-nolisten", "tcp", "-noreset"]);
        let mut server = Program::start({
            command.stdout(Stdio::piped()).stderr(Stdio::null());
            command
        });
        let mut line = String::new();
        let answer = server.child.stdout.take().expect("its output is piped");
        BufReader::new(answer).read_line(&mut line).expect("Xvfb says its number");
        assert!(!line.trim().is_empty(), "Xvfb did not start");
        Screen { display: format!(":{}", line.trim()), _server: server }
    }
}

/// What draws the window.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Renderer {
    /// What the program chooses, as it does for people. Pictures taken by WebDriver hang with what it may choose.
    Chosen,
    /// One of which pictures can be taken; without a graphics card it is several times slower.
    Pictured,
}

/// The WebDriver of WebKitGTK, which starts the window when it is asked for a session.
pub(crate) struct Driver {
    pub(crate) address: String,
    _server: Program,
}

impl Driver {
    /// What is in `environment` reaches the window as well.
    pub(crate) fn start(screen: &Screen, renderer: Renderer, environment: &[(&str, &str)]) -> Driver {
        let port = free_port();
        let mut command = Command::new("WebKitWebDriver");
        command
            .arg(format!("--port={port}"))
            .env("DISPLAY", &screen.display)
            .env_remove("WAYLAND_DISPLAY")
            .env("GDK_BACKEND", "x11")
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .env("WEBKIT_SKIA_ENABLE_CPU_RENDERING", "1")
            .envs(environment.iter().copied())
            .stdout(Stdio::null());
        if renderer == Renderer::Pictured {
            // The program chooses where this is unset.
            command.env("WEBKIT_DISABLE_DMABUF_RENDERER", "0");
        }
        let server = Program::start(command);
        let patience = Instant::now() + Duration::from_secs(20);
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            assert!(Instant::now() < patience, "WebKitWebDriver does not listen");
            std::thread::sleep(Duration::from_millis(20));
        }
        Driver { address: format!("http://127.0.0.1:{port}"), _server: server }
    }
}

fn free_port() -> u16 {
    let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a port is free");
    listener.local_addr().expect("it is bound").port()
}
