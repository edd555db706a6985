//! Journeys through the real window: the built program on a screen of its own, driven by WebDriver.
//!
//! `cargo xtask test` builds the program and runs these; alone they run by `cargo test --workspace --features
//! caravan-tests/window --test e2e -- --ignored`. CARAVAN_DESKTOP names the program (otherwise the one of the debug
//! build), and CARAVAN_PICTURES a folder for pictures of what was on the screen.

mod beside;
mod draw;
mod frames;
mod keyboard;
mod live;
mod looks;
mod page;
mod program;
mod rows;
mod window;
