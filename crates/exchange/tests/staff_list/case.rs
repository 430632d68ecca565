//! One case: what is put in, how, and what is expected. Reads the case files; judges nothing.

use crate::show;
use exchange::import::{DecimalMark, pasted};
use exchange::number::Notation;
use exchange::staff_list::{FteUnit, StaffAnswers, read};

/// A case of a file.
pub struct Case {
    /// What it is about.
    pub title: String,
    /// What must be read.
    pub expected: String,
    head: String,
    input: String,
}

impl Case {
    /// Every case of a file: `=== title`, settings as `key: value`, the input between two lines of `---`, expectations.
    pub fn all(text: &str) -> Vec<Self> {
        text.split("\n=== ").skip(1).map(Self::new).collect()
    }

    fn new(text: &str) -> Self {
        let parts: Vec<&str> = text.split("---\n").collect();
        let [head, input, expected] = parts[..] else { panic!("three parts: {text}") };
        let (title, head) = head.split_once('\n').unwrap();
        Self { title: title.to_owned(), expected: expected.to_owned(), head: head.to_owned(), input: input.to_owned() }
    }

    fn setting(&self, key: &str) -> Option<&str> {
        let mut settings = self.head.lines().filter_map(|line| line.split_once(": "));
        settings.find(|(known, _)| *known == key).map(|(_, value)| value)
    }

    /// What is read, one line for each vårdcentral, note and problem.
    pub fn shown(&self) -> String {
        let notation = if self.setting("page") == Some("en") { Notation::English } else { Notation::Swedish };
        let answer = self.setting("decimal");
        let answer = answer.map(|mark| if mark == "comma" { DecimalMark::Comma } else { DecimalMark::Point });
        let unit =
            self.setting("unit").map(|unit| if unit == "percent" { FteUnit::Percent } else { FteUnit::FullTime });
        let answers = StaffAnswers { mark: answer, unit };
        match pasted(&self.text()) {
            Ok(sheets) => show::result(&read(&sheets, notation, answers)),
            Err(error) => format!("refused {error:?}"),
        }
    }

    /// The input with its delimiter in the place of ` | `, and characters that cannot be told apart by eye.
    fn text(&self) -> String {
        let delimiter = self.setting("delimiter").unwrap_or("\t");
        let cells = |line: &str| line.split('|').map(str::trim).collect::<Vec<_>>().join(delimiter);
        let lines: Vec<String> = self.input.lines().map(cells).collect();
        let names = [("{nbsp}", "\u{a0}"), ("{thin}", "\u{2009}"), ("{minus}", "\u{2212}")];
        names.iter().fold(lines.join("\r\n"), |text, (name, character)| text.replace(name, character))
    }
}
