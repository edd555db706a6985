//! System packages: on Debian and Ubuntu what is missing is installed, elsewhere the user is told what to install.

use std::io::{BufRead, IsTerminal, Write};
use std::path::Path;
use std::process::{Command, Stdio};

use crate::place;
use crate::step::Outcome;

/// What the command line needs.
pub(crate) const COMPILER: &[&str] = &["build-essential"];
/// What the window needs.
pub(crate) const WINDOW: &[&str] = &[
    "build-essential",
    "libwebkit2gtk-4.1-dev",
    "libxdo-dev",
    "libssl-dev",
    "libayatana-appindicator3-dev",
    "librsvg2-dev",
];
/// What the tests of the window, of the browser and of exports need.
pub(crate) const TESTS: &[&str] =
    &["xvfb", "webkit2gtk-driver", "chromium", "fonts-dejavu", "poppler-utils", "libxml2-utils"];

/// Sees to it that these packages are there. As root this asks nothing; otherwise it asks before it calls sudo.
pub(crate) fn ensure(packages: &[&str]) -> Outcome {
    if cfg!(not(target_os = "linux")) {
        return Ok(());
    }
    if place::program(&["apt-get"]).is_none() || place::program(&["dpkg-query"]).is_none() {
        return elsewhere();
    }
    let missing: Vec<&str> = packages.iter().copied().filter(|package| !present(package)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let names = missing.join(" ");
    println!("  installing {names}");
    let root = is_root();
    if !root && !agreed(&names)? {
        return Err(format!("Caravan needs these packages; install them by `sudo apt-get install {names}`."));
    }
    // An update that fails (no network) leaves the lists of last time, which may be enough.
    let _ = apt(root, &["update", "-qq"]);
    let mut arguments = vec!["install", "-y", "-qq", "--no-install-recommends"];
    arguments.extend(&missing);
    apt(root, &arguments).map_err(|why| format!("apt-get could not install {names}: {why}"))
}

/// A browser may come from elsewhere than its package, as it does on Ubuntu.
fn present(package: &str) -> bool {
    if package == "chromium" && place::program(&["chromium", "chromium-browser", "google-chrome"]).is_some() {
        return true;
    }
    let answer = Command::new("dpkg-query").args(["-W", "-f", "${Status}", package]).output();
    answer.is_ok_and(|answer| String::from_utf8_lossy(&answer.stdout).ends_with("ok installed"))
}

fn is_root() -> bool {
    let answer = Command::new("id").arg("-u").output();
    answer.is_ok_and(|answer| String::from_utf8_lossy(&answer.stdout).trim() == "0")
}

fn agreed(names: &str) -> Outcome<bool> {
    if std::env::var_os("CI").is_some() {
        return Ok(true);
    }
    if !std::io::stdin().is_terminal() {
        return Ok(false);
    }
    print!("  Run `sudo apt-get install {names}`? [Y/n] ");
    let _ = std::io::stdout().flush();
    let mut line = String::new();
    std::io::stdin()
        .lock()
        .read_line(&mut line)
        .map_err(|error| format!("No answer could be read: {error}."))?;
    Ok(matches!(line.trim().to_lowercase().as_str(), "" | "y" | "yes"))
}

/// Says nothing unless it fails, then the end of what apt said.
fn apt(root: bool, arguments: &[&str]) -> Outcome {
    let mut command = if root { Command::new("apt-get") } else { Command::new("sudo") };
    if !root {
        command.args(["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]);
    }
    let output = command
        .args(arguments)
        .env("DEBIAN_FRONTEND", "noninteractive")
        .stdin(Stdio::inherit())
        .output()
        .map_err(|error| format!("{error}."))?;
    if output.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&output.stderr);
    let lines: Vec<&str> = said.trim().lines().collect();
    Err(lines[lines.len().saturating_sub(5)..].join("\n"))
}

/// On a Linux without apt we only look whether the webview's library is there.
fn elsewhere() -> Outcome {
    let found = Command::new("pkg-config").args(["--exists", "webkit2gtk-4.1"]).status();
    if found.is_ok_and(|status| status.success()) || Path::new("/nix").exists() {
        return Ok(());
    }
    Err("This Linux has no apt, so install by hand: a C compiler, pkg-config, and the development packages of \
         WebKitGTK 4.1, libxdo, OpenSSL, Ayatana AppIndicator 3 and librsvg (on Fedora: `sudo dnf install gcc \
         webkit2gtk4.1-devel libxdo-devel openssl-devel libappindicator-gtk3-devel librsvg2-devel`); for the tests \
         also Xvfb, WebKitWebDriver and Chromium. Then run this again."
        .into())
}
