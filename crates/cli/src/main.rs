//! `viktat` on the command line: arguments in, tables or JSON out. Works out nothing itself; see `commands`.
//!
//! Exit codes: 0 done; 1 something in a file is wrong, and all of it is told; 2 wrong arguments; 3 a file cannot be read
//! or written.
mod arguments;
mod columns;
mod commands;
mod failure;
mod faults;
mod models;
mod numbers;
mod progress;
mod protect;
mod region;
mod source;
mod table;
mod words;

use arguments::Arguments;
use clap::Parser;
use failure::Failure;
use std::{
    io::{self, Write},
    process::ExitCode,
};

fn main() -> ExitCode {
    // clap itself ends with 2 for wrong arguments and 0 for help
    match commands::run(&Arguments::parse()).and_then(|text| show(&text)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            let written = writeln!(io::stderr(), "{failure}");
            written.map_or(ExitCode::from(failure::FILE), |()| ExitCode::from(failure.code()))
        }
    }
}

/// A reader that has seen enough, such as `head`, is no failure.
fn show(text: &str) -> Result<(), Failure> {
    match io::stdout().write_all(text.as_bytes()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(Failure::File { name: "standard output".to_owned(), error })
        }
        _ => Ok(()),
    }
}
