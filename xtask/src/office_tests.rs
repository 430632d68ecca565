//! The tests that have a spreadsheet program calculate exported workbooks. It does not know what is in them.
use crate::command::{cargo, shown};
use crate::repository::Repository;
use crate::tools::OFFICE;
use crate::wasm_tests::passed;
use anyhow::{Context, Result, ensure};

/// Runs the tests that a plain `cargo test` leaves out, for it may find no spreadsheet program.
pub fn run(repository: &Repository) -> Result<()> {
    let mut command = cargo();
    command.args(["test", "-p", "viktat-exchange", "--test", "workbook", "--", "--ignored"]);
    command.current_dir(repository.root()).env("VIKTAT_SOFFICE", OFFICE);
    let report = shown(&mut command).context("workbooks in LibreOffice")?;
    ensure!(passed(&report) > 0, "no workbook was calculated; the tests in crates/exchange/tests/workbook are gone");
    Ok(())
}
