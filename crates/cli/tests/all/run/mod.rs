//! Runs the command in a folder of its own. Knows nothing of what it does.
pub mod wide;

use std::{
    fs,
    io::Write,
    path::PathBuf,
    process::{Command, Stdio},
};
use tempfile::TempDir;

/// A folder with a small made-up region, which goes when the test ends.
pub struct Folder(TempDir);

impl Folder {
    /// `region.csv`: six practices, three thousand persons with the conditions of every shipped model.
    pub fn with_region() -> Self {
        let folder = Self(tempfile::tempdir().unwrap());
        folder.done("synth region.csv --practices 6 --listed 3000 --seed 7");
        folder
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    #[allow(dead_code, reason = "not every test file reads")]
    pub fn read(&self, name: &str) -> Vec<u8> {
        fs::read(self.path(name)).unwrap()
    }

    pub fn write(&self, name: &str, text: &str) {
        fs::write(self.path(name), text).unwrap();
    }

    /// What is printed, and what is said on standard error; the command ends with the code.
    pub fn ended(&self, arguments: &str, code: i32) -> (String, String) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_viktat"));
        let output = command.args(arguments.split_whitespace()).current_dir(self.0.path()).output().unwrap();
        let [out, error] = [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).unwrap());
        assert_eq!(output.status.code(), Some(code), "viktat {arguments}\n{out}\n{error}");
        (out, error)
    }

    /// What is printed and said when these bytes come on standard input.
    pub fn piped(&self, arguments: &str, input: &[u8]) -> (Vec<u8>, String) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_viktat"));
        let command = command.args(arguments.split_whitespace()).current_dir(self.0.path());
        let command = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let mut to = child.stdin.take().unwrap();
        let input = input.to_owned();
        let feed = std::thread::spawn(move || to.write_all(&input));
        let output = child.wait_with_output().unwrap();
        feed.join().unwrap().unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(output.status.success(), "viktat {arguments}\n{said}");
        (output.stdout, said)
    }

    pub fn done(&self, arguments: &str) -> String {
        self.ended(arguments, 0).0
    }

    /// A failure says something and prints nothing.
    pub fn failed(&self, arguments: &str, code: i32) -> (String, String) {
        let (out, error) = self.ended(arguments, code);
        assert!(out.is_empty() && !error.is_empty(), "viktat {arguments}\n{out}\n{error}");
        (out, error)
    }

    pub fn json(&self, arguments: &str) -> serde_json::Value {
        serde_json::from_str(&self.done(arguments)).unwrap()
    }
}
