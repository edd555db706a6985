//! Files are replaced whole: a temporary file in the same folder, flushed to the disk, then renamed.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::Path;

use crate::Failure;

/// Makes a folder where it is missing.
pub fn folder(dir: &Path) -> Result<(), Failure> {
    std::fs::create_dir_all(dir).map_err(|error| {
        let dir = dir.display().to_string();
        let message = format!("{dir}: the folder could not be made ({error}); choose another place");
        Failure::new("not-written", message).with("file", dir)
    })
}

/// Writes a file through `write`. Whatever goes wrong, the file is either as before or whole.
pub fn save(path: &Path, write: impl FnOnce(&mut BufWriter<&File>) -> io::Result<()>) -> Result<(), Failure> {
    replace(path, write).map_err(|error| {
        let path = path.display().to_string();
        let message = format!(
            "{path}: the file could not be written ({error}); choose a folder that can be written to"
        );
        Failure::new("not-written", message).with("file", path)
    })
}

fn replace(path: &Path, write: impl FnOnce(&mut BufWriter<&File>) -> io::Result<()>) -> io::Result<()> {
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let file = temporary(folder)?;
    let mut out = BufWriter::with_capacity(1 << 18, file.as_file());
    write(&mut out)?;
    out.flush()?;
    drop(out);
    file.as_file().sync_all()?;
    file.persist(path)?;
    sync_folder(folder)
}

/// A rename lasts only once its folder is on the disk; only Unix lets one ask for that.
#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

#[cfg(not(unix))]
fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}

/// Temporary files are private by default; what a user saves is readable as any new file is.
fn temporary(folder: &Path) -> io::Result<tempfile::NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(std::fs::Permissions::from_mode(0o666));
    }
    builder.prefix(".caravan-").tempfile_in(folder)
}
