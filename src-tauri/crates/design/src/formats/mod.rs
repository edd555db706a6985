//! Text in, design out, and back: one file per format, never a path of a file system.

pub mod native;
pub mod svg;
