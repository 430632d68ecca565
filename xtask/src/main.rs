//! Build, serve, test: one command each. It knows no payment model and nothing of what the page does.
#![allow(clippy::print_stdout, reason = "a command-line tool speaks on standard output")]

mod bench;
mod budget;
mod command;
mod compile;
mod csp;
mod dist;
mod headers;
mod independent_tests;
mod licenses;
mod minify;
mod office_tests;
mod page_tests;
mod pieces;
mod progress;
mod repository;
mod saved_models;
mod server;
mod shell_cards;
mod single;
mod steps;
mod template;
mod tools;
mod wasm_tests;

use anyhow::{Context, Result, bail, ensure};
use compile::Profile;
use repository::Repository;
use std::process::ExitCode;

const USAGE: &str = "\
usage: cargo xtask COMMAND
  serve [--port N]             build the page and serve it on this machine (port 8080, or the next free one); a model
                               file that is saved then is shown at once
         [--release] [--debug] as users get it, which takes minutes; or with names in stack traces
  gallery [--port N]           build and serve every component in every state, in the place of the page
  serve-only [--port N]        serve what dist/ holds; port 0 takes any free port
  build [--debug]              the page, into dist/
         [--frame-ancestors WHO]  who may show it in a frame: 'none' (nobody, unless said), 'self' or addresses
  single                       the whole page as one file, dist/viktat.html
  test [STEP...]               every check, or only the named ones
       --quick                 those that need no browser: format, lints of the native side, native tests
  bench [--write] [--small]    the engine of a region beside others (minutes); --write keeps the table in docs/,
                               --small only checks that all agree";

const DEFAULT_PORT: u16 = 8080;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let Some((command, rest)) = arguments.split_first() else { bail!("{USAGE}") };
    let repository = Repository::find()?;
    match command.as_str() {
        "serve" => {
            let options = Options::parse(rest, &["--port", "--release", "--debug", "--frame-ancestors"])?;
            let profile = options.profile.unwrap_or(Profile::Serve);
            dist::build(&repository, profile, &options.frame_ancestors)?;
            if profile == Profile::Serve {
                saved_models::follow(&repository)?;
            }
            server::serve(&repository.dist(), options.port)
        }
        "gallery" => {
            let options = Options::parse(rest, &["--port"])?;
            dist::build(&repository, Profile::Gallery, headers::NO_FRAMES)?;
            server::serve(&repository.dist(), options.port)
        }
        "serve-only" => server::serve(&repository.dist(), Options::parse(rest, &["--port"])?.port),
        "build" => {
            let options = Options::parse(rest, &["--debug", "--frame-ancestors"])?;
            dist::build(&repository, options.profile.unwrap_or(Profile::Release), &options.frame_ancestors)
        }
        "single" => {
            Options::parse(rest, &[])?;
            single::build(&repository)
        }
        "test" => steps::run(&repository, rest),
        "bench" => bench::run(&repository, rest),
        other => bail!("unknown command {other:?}\n{USAGE}"),
    }
}

/// What may follow a command's name.
struct Options {
    port: u16,
    profile: Option<Profile>,
    frame_ancestors: String,
}

impl Options {
    /// Fails on an option that is not among `known`, and on a port that is not a number from 0 to 65535.
    fn parse(arguments: &[String], known: &[&str]) -> Result<Self> {
        let mut options = Self { port: DEFAULT_PORT, profile: None, frame_ancestors: headers::NO_FRAMES.to_owned() };
        let mut rest = arguments.iter();
        while let Some(argument) = rest.next() {
            ensure!(known.contains(&argument.as_str()), "unknown option {argument:?}\n{USAGE}");
            match argument.as_str() {
                "--port" => {
                    let port = rest.next().context("--port needs a number")?;
                    options.port =
                        port.parse().with_context(|| format!("--port {port}: not a number from 0 to 65535"))?;
                }
                "--frame-ancestors" => {
                    options.frame_ancestors = rest.next().context("--frame-ancestors needs a value")?.clone();
                }
                "--release" => options.profile = Some(Profile::Release),
                _ => options.profile = Some(Profile::Debug),
            }
        }
        Ok(options)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(arguments: &[&str], known: &[&str]) -> Result<Options> {
        Options::parse(&arguments.iter().map(ToString::to_string).collect::<Vec<_>>(), known)
    }

    #[test]
    fn on_8080_and_in_the_profile_of_the_command_unless_told_otherwise() {
        let options = parse(&[], &["--port", "--debug"]).unwrap();
        assert_eq!((options.port, options.profile), (8080, None));
        let options = parse(&["--debug", "--port", "9000"], &["--port", "--debug"]).unwrap();
        assert_eq!((options.port, options.profile), (9000, Some(Profile::Debug)));
    }

    #[test]
    fn what_a_command_does_not_know_is_refused() {
        assert!(parse(&["--debug"], &["--port"]).is_err());
        assert!(parse(&["--port"], &["--port"]).is_err());
        assert!(parse(&["--port", "65536"], &["--port"]).is_err());
    }
}
