//! What a worker does with a file: counts a list of persons as it streams by, or opens a file of tables and gives its
//! sheets. Knows no page; what it found goes back as text.
use super::{
    sheets,
    work::{Said, bytes},
};
use catalog::Catalogue;
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

/// How a worker is told what to say.
pub type Tell = Box<dyn Fn(&Said)>;

/// What a worker is to read a file for.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Order {
    /// The file's name; empty for a paste.
    pub name: String,
    /// The model whose bands and conditions are counted.
    pub model: String,
    /// Whether numbers are written as Swedes do.
    pub swedish: bool,
    /// The year in which birth years become ages.
    pub year: u16,
    /// What the user has answered.
    pub answers: Answers,
    /// Whether a list of persons is counted; otherwise it is a table as any other.
    pub persons: bool,
}

impl Order {
    /// What the file is read for; `None` for a model that is not shipped.
    fn target(&self) -> Option<Target> {
        let catalogue = Catalogue::shipped();
        let model = catalogue.model(&Id::new(&self.model))?;
        let notation = if self.swedish { Notation::Swedish } else { Notation::English };
        Some(Target::new(&model.bands, model.case_mix(), notation).in_year(self.year))
    }
}

/// What a worker found in a file.
#[derive(Clone, Debug)]
pub enum Found {
    /// Sheets with tables.
    Sheets(Vec<Sheet>),
    /// A list of persons, counted.
    Persons(Result<PersonReading, PersonError>),
    /// Nothing.
    Failed(OpenError),
}

impl Found {
    /// As a text to be sent; its first letter tells which.
    pub fn write(&self) -> String {
        match self {
            Self::Sheets(found) => ["s", &sheets::write(found)].concat(),
            Self::Persons(reading) => ["p", &json(reading)].concat(),
            Self::Failed(error) => ["e", &json(error)].concat(),
        }
    }

    /// What was sent; `None` for anything else.
    pub fn read(text: &str) -> Option<Self> {
        let rest = text.get(1..)?;
        Some(match text.get(..1)? {
            "s" => Self::Sheets(sheets::read(rest)),
            "p" => Self::Persons(serde_json::from_str(rest).ok()?),
            _ => Self::Failed(serde_json::from_str(rest).ok()?),
        })
    }
}

fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

/// Reads a file; the order is JSON.
pub fn read_file(file: Blob, order: String, tell: Tell) -> Pin<Box<dyn Future<Output = ()>>> {
    Box::pin(async move {
        let order: Option<Order> = serde_json::from_str(&order).ok();
        let target = order.as_ref().and_then(Order::target);
        let said = match order.zip(target) {
            Some((order, target)) => Reader { file, order, target, tell: &tell }.read().await,
            None => return tell(&Said::Broke(String::new())),
        };
        tell(&said.map_or_else(|_| Said::Broke(String::new()), |found| Said::Done(found.write())));
    })
}

/// How much is looked at to tell what a file is, and how much is read at a time.
const HEAD: f64 = 65_536.0;
const PIECE: f64 = 1_048_576.0;

struct Reader<'a> {
    file: Blob,
    order: Order,
    target: Target,
    tell: &'a Tell,
}

impl Reader<'_> {
    async fn read(&self) -> Result<Found, JsValue> {
        (self.tell)(&Said::Progress(0));
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
                (self.tell)(&Said::Progress(percent));
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
