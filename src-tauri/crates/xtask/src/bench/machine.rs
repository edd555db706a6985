//! The machine that the figures belong to.

use std::fs;

use serde_json::{Value, json};

/// Its cores, and the load of its last minute before the measuring began.
pub(crate) fn describe() -> Value {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let load = fs::read_to_string("/proc/loadavg").ok();
    let load =
        load.as_deref().and_then(|text| text.split(' ').next()).and_then(|first| first.parse::<f64>().ok());
    let info = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let name = info.lines().find_map(|line| line.strip_prefix("model name")?.split_once(": "));
    json!({"cores": cores, "load": load, "processor": name.map(|(_, name)| name)})
}

/// The most memory that this process has held so far, in bytes; 0 where the system does not say.
pub(crate) fn peak() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|rest| rest.trim().split(' ').next()?.parse::<u64>().ok()).unwrap_or_default() * 1024
}

/// The time that this process has computed so far, in seconds; on a shared machine it says more than a clock.
pub(crate) fn computed() -> f64 {
    let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields: Vec<&str> = stat.rsplit(')').next().unwrap_or_default().split_whitespace().collect();
    // User and system time, in hundredths of a second on every Linux of today.
    let ticks =
        |place: usize| fields.get(place).and_then(|field| field.parse::<f64>().ok()).unwrap_or(f64::NAN);
    (ticks(11) + ticks(12)) / 100.0
}
