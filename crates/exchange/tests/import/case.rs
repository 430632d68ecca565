//! One case: what is put in, how, and what is expected. Reads the case files; judges nothing.

use crate::show;
use exchange::import::{Answers, Chosen, DecimalMark, OpenError, Period, Reading, Target, pasted, read};
use exchange::number::Notation;
use model::{
    age::{AgeBand, AgeBands},
    id::Id,
};

/// A case of a file.
pub struct Case {
    /// What it is about.
    pub title: String,
    /// What must be read.
    pub expected: String,
    settings: Vec<(String, String)>,
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
        let mut lines = head.lines();
        let title = lines.next().unwrap().to_owned();
        let settings = lines.filter_map(|line| line.split_once(": "));
        let settings = settings.map(|(key, value)| (key.to_owned(), value.trim().to_owned())).collect();
        Self { title, settings, input: input.to_owned(), expected: expected.to_owned() }
    }

    /// A setting of the case.
    fn setting(&self, key: &str) -> Option<&str> {
        self.settings.iter().find(|(known, _)| known == key).map(|(_, value)| value.as_str())
    }

    /// What is read, one line for each figure, note, problem and question.
    pub fn shown(&self) -> String {
        self.reading().map_or_else(|error| format!("refused {error:?}"), |reading| show::reading(&reading))
    }

    /// What is read.
    pub fn reading(&self) -> Result<Reading, OpenError> {
        Ok(read(&pasted(&self.text())?, &self.target(), &self.answers()))
    }

    /// The input with its delimiter in the place of ` | `, and characters that cannot be told apart by eye.
    fn text(&self) -> String {
        let delimiter = match self.setting("delimiter") {
            None | Some("tab") => "\t",
            Some(other) => other,
        };
        let cells = |line: &str| line.split('|').map(str::trim).collect::<Vec<_>>().join(delimiter);
        let lines: Vec<String> = self.input.lines().map(cells).collect();
        let names = [("{nbsp}", "\u{a0}"), ("{thin}", "\u{2009}"), ("{minus}", "\u{2212}"), ("{lf}", "\n")];
        names.iter().fold(lines.join("\r\n"), |text, (name, character)| text.replace(name, character))
    }

    fn target(&self) -> Target {
        let catalogue = catalog::shipped();
        let id = self.setting("model").unwrap_or(catalog::SKANE_PROPOSAL_FIVE);
        let model = catalogue.model(&Id::new(id)).unwrap();
        let bands = match self.setting("bands") {
            Some(bands) => AgeBands::new(bands.split(' ').map(band).collect()).unwrap(),
            None => model.capitation().unwrap().rates.bands().clone(),
        };
        let notation = if self.setting("page") == Some("en") { Notation::English } else { Notation::Swedish };
        Target::new(&bands, model.case_mix(), notation)
    }

    fn answers(&self) -> Answers {
        let answer = |key| self.setting(key);
        Answers {
            table: answer("table").map(|place| place.parse().unwrap()),
            practice: answer("practice").map(|place| place.parse().map_or(Chosen::All, Chosen::One)),
            decimal_mark: answer("decimal").map(|mark| match mark {
                "comma" => DecimalMark::Comma,
                _ => DecimalMark::Point,
            }),
            period: answer("period").map(|period| if period == "year" { Period::Year } else { Period::Month }),
            ..Answers::default()
        }
    }
}

fn band(text: &str) -> AgeBand {
    match text.split_once('-') {
        Some((low, high)) => AgeBand { low: low.parse().unwrap(), high: Some(high.parse().unwrap()) },
        None => AgeBand { low: text.trim_end_matches('+').parse().unwrap(), high: None },
    }
}
