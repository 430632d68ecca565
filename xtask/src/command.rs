//! Other programs: run to success, or an error that names the command line.
use anyhow::{Context, Result, ensure};
use std::process::{Command, ExitStatus, Stdio};

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
    let (text, status) = captured(command)?;
    ensure!(status.success(), "`{}` failed ({status})", line(command));
    Ok(text)
}

/// As `output`, but the text is also printed when the command ends, well or not.
pub fn shown(command: &mut Command) -> Result<String> {
    let (text, status) = captured(command)?;
    println!("{}", text.trim_end());
    ensure!(status.success(), "`{}` failed ({status})", line(command));
    Ok(text)
}

fn captured(command: &mut Command) -> Result<(String, ExitStatus)> {
    let output = command.stderr(Stdio::inherit()).output();
    let output = output.with_context(|| format!("`{}` could not start", line(command)))?;
    Ok((String::from_utf8_lossy(&output.stdout).into_owned(), output.status))
}

/// Whether the command starts and succeeds; its output is dropped.
pub fn succeeds(command: &mut Command) -> bool {
    command.stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|status| status.success())
}

/// The cargo that runs this tool.
pub fn cargo() -> Command {
    Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}
