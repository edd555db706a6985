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
