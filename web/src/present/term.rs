//! What a figure is, in words. The texts stand in the tables of figures ([`model::term`]); here is what the texts are told of
//! the figure, and the figures whose text hangs on more than what they are.
use super::{
    amount::cell_name,
    critique_words,
    staff_words::{activity, group, kind, staffed},
};
use crate::{state::PageCatalogue, text::Texts};
use model::{
    citation::Status,
    id::Id,
    proxy::DrugMeasure,
    staffing::plan::training_year,
    statistic::Statistic,
    term::{Counted, PhaseIn, Planned, Pooled, Staffed, Term},
};

/// A figure that a table says the text of.
pub trait InWords {
    /// The words; none where the table says no text.
    fn in_words(&self, texts: Texts, catalogue: &PageCatalogue) -> Option<String>;
}

/// What a text is told of one part of a figure.
macro_rules! part {
    ($texts:ident $catalogue:ident cell $of:ident) => {
        cell_name($texts, *$of)
    };
    ($texts:ident $catalogue:ident factor $of:ident) => {
        factor($texts, $catalogue, $of)
    };
    ($texts:ident $catalogue:ident kind $of:ident) => {
        kind($texts, *$of)
    };
    ($texts:ident $catalogue:ident group $of:ident) => {
        group($texts, *$of)
    };
    ($texts:ident $catalogue:ident activity $of:ident) => {
        activity($texts, *$of)
    };
    ($texts:ident $catalogue:ident halves $of:ident) => {
        training_year(*$of).to_string()
    };
    ($texts:ident $catalogue:ident objection $of:ident) => {
        critique_words::name($texts, *$of)
    };
    ($texts:ident $catalogue:ident $other:ident $of:ident) => {
        $of.to_string()
    };
}

macro_rules! in_words {
    (@row $texts:ident $catalogue:ident) => { None };
    (@row $texts:ident $catalogue:ident $text:ident $($part:ident)*) => {
        Some(String::from($texts.$text($(&part!($texts $catalogue $part $part)),*)))
    };
    ($name:ident $( $figure:ident $(( $($part:ident),* ))? $(=> $text:ident($($said:ident),*))?; )*) => {
        impl InWords for $name {
            #[allow(unused_variables, reason = "not every text is told all that a figure is of")]
            fn in_words(&self, texts: Texts, catalogue: &PageCatalogue) -> Option<String> {
                match self {
                    $( Self::$figure $(( $($part),* ))? => in_words!(@row texts catalogue $($text $($said)*)?), )*
                }
            }
        }
    };
}

model::figures_of_payment!(in_words);
model::counted_figures!(in_words);
model::phase_in_figures!(in_words);
model::planned_figures!(in_words);
model::pooled_figures!(in_words);
model::staffed_figures!(in_words);

/// The words for a figure's meaning.
pub fn term(texts: Texts, catalogue: &PageCatalogue, term: &Term) -> String {
    let words = match term {
        Term::Staffing(of) => Some(staffed(texts, catalogue, of)),
        Term::PhaseIn(of) => of.in_words(texts, catalogue),
        Term::Counted(of) => of.in_words(texts, catalogue),
        Term::Pooled(of) => of.in_words(texts, catalogue),
        Term::NetsDescribed(statistic) => Some(nets(texts, *statistic)),
        Term::FlagUnits(id, measure) => Some(flag_units(texts, &factor(texts, catalogue, id), *measure)),
        Term::FlagPrice(id, measure) => Some(flag_price(texts, &factor(texts, catalogue, id), *measure)),
        own => own.in_words(texts, catalogue),
    };
    words.unwrap_or_else(|| texts.not_available().to_owned())
}

/// The name of a condition, an interaction or a count.
pub fn factor(texts: Texts, catalogue: &PageCatalogue, id: &Id) -> String {
    catalogue.factor_name(id).map_or_else(|| texts.factor_unknown(id.as_str()), |name| texts.name(name).to_string())
}

fn nets(texts: Texts, statistic: Statistic) -> String {
    match statistic {
        Statistic::Percentile(percent) => return texts.term_nets_percentile(&percent.to_string()),
        Statistic::Mean => texts.term_nets_mean(),
        Statistic::StandardDeviation => texts.term_nets_deviation(),
        Statistic::ShareAboveZero => texts.term_nets_above_zero(),
        Statistic::MeanAboveZero => texts.term_nets_mean_above(),
        Statistic::MeanBelowZero => texts.term_nets_mean_below(),
        Statistic::HalfDistance => texts.term_moved(),
    }
    .to_owned()
}

fn flag_units(texts: Texts, factor: &str, measure: DrugMeasure) -> String {
    match measure {
        DrugMeasure::Dispensings => texts.term_flag_dispensings(factor),
        DrugMeasure::Packages => texts.term_flag_packages(factor),
        DrugMeasure::Ddd => texts.term_flag_ddd(factor),
    }
}

fn flag_price(texts: Texts, factor: &str, measure: DrugMeasure) -> String {
    match measure {
        DrugMeasure::Dispensings => texts.term_price_dispensing(factor),
        DrugMeasure::Packages => texts.term_price_package(factor),
        DrugMeasure::Ddd => texts.term_price_ddd(factor),
    }
}

/// How firm what a source says is, in a word.
pub fn status(texts: Texts, status: Status) -> &'static str {
    match status {
        Status::Decided => texts.status_decided(),
        Status::Guideline => texts.status_guideline(),
        Status::Reported => texts.status_reported(),
        Status::Reading => texts.status_reading(),
        Status::Proposed => texts.status_proposed(),
        Status::Illustrative => texts.status_illustrative(),
    }
}
