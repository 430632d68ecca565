//! What a worker does with a file: counts a list of persons as it streams by, or opens a file of tables and gives its
//! sheets. Knows no page; what it found goes back to it.
use super::work::{Said, Tell, bytes};
use exchange::{
    import::{
        Answers, OpenError, Sheet, Target, open_with,
        persons::{PersonError, PersonReader, PersonReading, is_list, persons},
    },
    number::Notation,
};
use model::id::Id;
use serde::{Deserialize, Serialize};
use std::{future::Future, pin::Pin};
use wasm_bindgen::JsValue;
use web_sys::Blob;

/// What a worker is to read a file for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FileOrder {
    /// The file's name; empty for a paste.
    pub name: String,
    /// The model whose bands and conditions are counted.
    pub model: Id,
    /// How numbers are written.
    pub notation: Notation,
    /// The year in which birth years become ages.
    pub year: u16,
    /// What the user has answered.
    pub answers: Answers,
    /// Whether a list of persons is counted; otherwise it is a table as any other.
    pub persons: bool,
}

impl FileOrder {
    /// What the file is read for; `None` for a model that is not shipped.
    fn target(&self) -> Option<Target> {
        let catalogue = catalog::shipped();
        let model = catalogue.model(&self.model)?;
        Some(Target::new(&model.bands, model.case_mix(), self.notation).in_year(self.year))
    }
}

/// What a worker found in a file.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum Found {
    /// Sheets with tables.
    Sheets(Vec<Sheet>),
    /// A list of persons, counted.
    Persons(Result<PersonReading, PersonError>),
    /// Nothing.
    Failed(OpenError),
}

/// Reads a file.
pub fn read_file(file: Blob, order: FileOrder, tell: Tell) -> Pin<Box<dyn Future<Output = ()>>> {
    Box::pin(async move {
        let said = match order.target() {
            Some(target) => Reader { file, order, target, tell: &tell }.read().await.ok(),
            None => None,
        };
        tell.say(&said.map_or(Said::Broke, |found| Said::File(Box::new(found))));
    })
}

/// How much is looked at to tell what a file is, and how much is read at a time.
const HEAD: f64 = 65_536.0;
const PIECE: f64 = 1_048_576.0;

struct Reader<'a> {
    file: Blob,
    order: FileOrder,
    target: Target,
    tell: &'a Tell,
}

impl Reader<'_> {
    async fn read(&self) -> Result<Found, JsValue> {
        self.tell.say(&Said::Progress(0));
        let head = bytes(&self.file, 0.0, HEAD.min(self.file.size())).await?;
        let may_stream = self.order.persons && !head.starts_with(b"PK");
        if self.file.size() > HEAD && may_stream && is_list(&head, &self.target) {
            return self.stream().await;
        }
        let whole = bytes(&self.file, 0.0, self.file.size()).await?;
        Ok(self.found(&whole))
    }

    /// Piece by piece, telling each per cent.
    async fn stream(&self) -> Result<Found, JsValue> {
        let mut reader = PersonReader::new(&self.target, &self.order.answers);
        let (mut from, size, mut told) = (0.0, self.file.size(), 0);
        while from < size {
            let to = (from + PIECE).min(size);
            reader.push(&bytes(&self.file, from, to).await?);
            from = to;
            let percent = percent(from, size);
            if percent > told {
                told = percent;
                self.tell.say(&Said::Progress(percent));
            }
        }
        Ok(Found::Persons(reader.finish()))
    }

    fn found(&self, whole: &[u8]) -> Found {
        if self.order.persons && is_list(whole, &self.target) {
            return Found::Persons(persons(whole, &self.target, &self.order.answers));
        }
        let sheets = open_with(&self.order.name, whole, self.order.answers.look_alikes);
        sheets.map_or_else(Found::Failed, Found::Sheets)
    }
}

/// Whole per cent of a file; both sizes are whole and far below where a float would round.
fn percent(done: f64, all: f64) -> u8 {
    (1..=100u8).rev().find(|percent| done * 100.0 >= f64::from(*percent) * all).unwrap_or(0)
}
