//! Other programs: run to success, or an error that names the command line.
use anyhow::{Context, Result, ensure};
use std::{
    io::{BufRead as _, BufReader},
    process::{Command, Stdio},
};

/// A command as it would be typed.
pub fn line(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

/// Runs to the end with this tool's own output streams. Fails when the program is missing or does not succeed.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| format!("`{}` could not start", line(command)))?;
    ensure!(status.success(), "`{}` failed ({status})", line(command));
    Ok(())
}

/// Standard output of a command that succeeds; standard error goes to this tool's own.
pub fn output(command: &mut Command) -> Result<String> {
    let output = command.stderr(Stdio::inherit()).output();
    let output = output.with_context(|| format!("`{}` could not start", line(command)))?;
    ensure!(output.status.success(), "`{}` failed ({})", line(command), output.status);
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// As `output`, but each line is also printed when it comes.
pub fn shown(command: &mut Command) -> Result<String> {
    let mut process =
        command.stdout(Stdio::piped()).spawn().with_context(|| format!("`{}` could not start", line(command)))?;
    let mut text = String::new();
    for said in process.stdout.take().map(BufReader::new).into_iter().flat_map(BufReader::lines) {
        let said = said?;
        println!("{said}");
        text.extend([&said, "\n"]);
    }
    let status = process.wait()?;
    ensure!(status.success(), "`{}` failed ({status})", line(command));
    Ok(text)
}

/// Whether the command starts and succeeds; its output is dropped.
pub fn succeeds(command: &mut Command) -> bool {
    command.stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|status| status.success())
}

/// The cargo that runs this tool.
pub fn cargo() -> Command {
    Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}
