//! How a command ends when it is not done.

use std::process::ExitCode;

use studio::Failure;

pub(crate) enum End {
    /// Findings that block; they were listed.
    Blocked,
    /// Bad input or usage: one sentence that names the file, the place and the mend.
    Bad(String),
}

impl End {
    pub(crate) fn say(self) -> ExitCode {
        match self {
            End::Blocked => ExitCode::from(1),
            End::Bad(sentence) => {
                eprintln!("{}", sentence.replace(['\n', '\r'], " "));
                ExitCode::from(2)
            }
        }
    }
}

impl From<Failure> for End {
    fn from(failure: Failure) -> End {
        End::Bad(failure.message)
    }
}

pub(crate) type Done = Result<(), End>;

/// Writes a text to standard output. A reader that went away, such as `head`, is no failure.
pub(crate) fn print(text: &str) -> Done {
    print_bytes(text.as_bytes())
}

/// The same with bytes, such as those of a picture.
pub(crate) fn print_bytes(bytes: &[u8]) -> Done {
    use std::io::Write;
    match std::io::stdout().lock().write_all(bytes) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
            Err(End::Bad(format!("standard output: it cannot be written to ({error}); use --out")))
        }
        _ => Ok(()),
    }
}
