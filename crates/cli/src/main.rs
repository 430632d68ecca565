//! `viktat` on the command line: arguments in, tables for people or programs out. Works out nothing itself; see `commands`.
//!
//! Exit codes: 0 done; 1 something in a file is wrong, and all of it is told; 2 wrong arguments; 3 a file cannot be read
//! or written.
mod arguments;
mod columns;
mod commands;
mod failure;
mod faults;
mod help;
mod models;
mod numbers;
mod progress;
mod protect;
mod region;
mod rows;
mod source;
mod table;
mod words;
mod written;

use arguments::Arguments;
use clap::Parser;
use std::{
    io::{self, Write},
    process::ExitCode,
};
use written::Outcome;

fn main() -> ExitCode {
    // clap itself ends with 2 for wrong arguments and 0 for help
    match commands::run(&Arguments::parse()).and_then(Outcome::write) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            let written = writeln!(io::stderr(), "{failure}");
            written.map_or(ExitCode::from(failure::FILE), |()| ExitCode::from(failure.code()))
        }
    }
}
