//! The workbook of a small practice, to be written natively and in a browser. Words are the names of the code.
use catalog::SKANE_PROPOSAL_FIVE;
use exchange::workbook::{
    Book, BookError, Labels, PracticeColumn, Properties, SourceName, Word, practice_sheet, write,
};
use model::{
    cell::PerCell, citation::Status, count::Count, id::Id, localized::Localized, practice::Practice, quantity::Unit,
    tariff::Tariff, term::Term,
};

struct Names;

impl Labels for Names {
    fn term(&self, term: &Term) -> String {
        format!("{term:?}")
    }
    fn unit(&self, unit: Unit) -> String {
        format!("{unit:?}")
    }
    fn status(&self, status: Status) -> String {
        format!("{status:?}")
    }
    fn source(&self, _: &Id) -> Option<SourceName> {
        None
    }
    fn note(&self, note: &Localized) -> String {
        note.en.to_string()
    }
    fn word(&self, word: Word) -> String {
        format!("{word:?}")
    }
}

/// A hundred listed in every cell and ten with each condition, under the proposal with five conditions; `None` when
/// that is not shipped. Errors: the book's own.
pub fn small() -> Option<Result<Vec<u8>, Vec<BookError>>> {
    let catalogue = catalog::shipped();
    let tariff = catalogue.model(&Id::new(SKANE_PROPOSAL_FIVE))?.tariff().ok()?;
    let outcome = tariff.practice_in_full(&practice(&tariff)).ok()?;
    let column = PracticeColumn { heading: "proposal", outcome: &outcome, change: None, net: None };
    let properties = Properties { author: "Viktat".to_owned(), subject: "example".to_owned(), created: (2026, 5, 7) };
    let sheets = vec![practice_sheet(&[column], &Names)];
    Some(write(&Book { title: "Example".to_owned(), about: Vec::new(), properties, sheets, labels: &Names }))
}

fn practice(tariff: &Tariff) -> Practice {
    let factors = tariff.factors.iter().map(|factor| (factor.id.clone(), Count::from(10)));
    Practice {
        listed: PerCell::from_fn(&tariff.model.bands, |_| Count::from(100)),
        affected: factors.collect(),
        drug_cost: None,
    }
}
