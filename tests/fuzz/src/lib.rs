//! What the fuzz targets share: a target of the shipped models, and what must hold of every reading.
//!
//! Run a target with `RUSTC_BOOTSTRAP=1 cargo fuzz run --fuzz-dir tests/fuzz clipboard -- -dict=tests/fuzz/words.dict`
//! and, for as long as is wanted, `-max_total_time=3600`. Add `--sanitizer none` where the sanitizer does not build.

use exchange::import::{Answers, Chosen, DecimalMark, MAX_PROBLEMS, Period, Reading, Sheet, Target, read};
use exchange::number::Notation;
use exchange::person_line::Lexicon;
use model::id::Id;
use register::conditions::Conditions;
use std::collections::BTreeSet;

thread_local! {
    /// The broad proposal: it has the most names.
    pub static TARGET: Target = target();
    /// The words for persons.
    pub static LEXICON: Lexicon = lexicon();
}

fn lexicon() -> Lexicon {
    let catalogue = catalog::shipped();
    let id = Id::new(catalog::SKANE_PROPOSAL);
    let model = catalogue.model(&id).expect("the broad proposal is shipped");
    Lexicon::new(model.case_mix(), &id, &catalogue.left_out, &catalogue.words)
}

/// The conditions that a region may tell of.
///
/// # Panics
/// When the shipped model has more conditions than sets tell apart.
pub fn conditions() -> Conditions {
    let catalogue = catalog::shipped();
    let model = catalogue.model(&Id::new(catalog::SKANE_PROPOSAL)).expect("the broad proposal is shipped");
    Conditions::of_models([&**model]).expect("its conditions have room")
}

fn target() -> Target {
    let catalogue = catalog::shipped();
    let model = catalogue.model(&Id::new(catalog::SKANE_PROPOSAL)).expect("the broad proposal is shipped");
    let bands = model.capitation().expect("it pays by age and sex").rates.bands().clone();
    Target::new(&bands, model.case_mix(), Notation::Swedish).in_year(2026)
}

/// Reads the sheets with and without answers.
///
/// # Panics
/// When a reading gives a cell twice, tells more problems than it may, or still asks after every answer.
pub fn read_with_every_answer(sheets: &[Sheet]) {
    TARGET.with(|target| {
        check(&read(sheets, target, &Answers::default()));
        for mark in [DecimalMark::Comma, DecimalMark::Point] {
            let one = Some(Chosen::One(0));
            let answers = Answers {
                table: Some(0),
                decimal_mark: Some(mark),
                period: Some(Period::Year),
                practice: one,
                time: one,
                ..Answers::default()
            };
            let reading = read(sheets, target, &answers);
            check(&reading);
            assert!(reading.question.is_none(), "asks after every answer");
        }
    });
}

fn check(reading: &Reading) {
    let cells: BTreeSet<_> = reading.listed.iter().map(|(cell, ..)| *cell).collect();
    assert_eq!(cells.len(), reading.listed.len(), "a cell is given twice");
    assert!(reading.problems.len() <= MAX_PROBLEMS);
}
