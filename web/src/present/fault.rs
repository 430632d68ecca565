//! What is wrong, in sentences that say the remedy.
use super::{
    amount::{Show, amount, cell_name, plain},
    term::{factor, term},
};
use crate::{
    state::{PageCatalogue, PasteNote},
    text::Texts,
};
use exchange::{number::NumberError, paste::PasteError};
use model::{
    measure::Measure,
    person_cards::PersonItem,
    staffing::item::{DoctorKind, Item},
    tariff::{NegativeBase, TariffError},
    term::{Staffed, Term},
    value::Key,
};
use rust_decimal::Decimal;

/// The field's name, as its label says it.
pub fn field_name(texts: Texts, catalogue: &PageCatalogue, key: &Key) -> String {
    match key {
        Key::Listed(cell) => texts.practice_listed_of(&cell_name(texts, *cell)),
        Key::Affected(id) => texts.practice_affected_of(&factor(texts, catalogue, id)),
        Key::DrugCost => texts.practice_cost().to_owned(),
        Key::Rate(cell) => texts.model_rate_of(&cell_name(texts, *cell)),
        Key::Weight(id) => texts.model_weight_of(&factor(texts, catalogue, id)),
        Key::CostShare => texts.model_cost_share().to_owned(),
        Key::Staff(Item::Cover(DoctorKind::Specialist)) => texts.staffing_guideline_specialist().to_owned(),
        Key::Staff(Item::Cover(DoctorKind::StAny)) => texts.staffing_guideline_st().to_owned(),
        Key::Staff(Item::Persons) => texts.staffing_listed().to_owned(),
        Key::Staff(Item::Fte(DoctorKind::Specialist)) => texts.staffing_specialists().to_owned(),
        Key::Staff(Item::Fte(DoctorKind::StAny)) => texts.staffing_st().to_owned(),
        Key::Normalisation => texts.model_rule().to_owned(),
        Key::Reading => texts.practice_reading().to_owned(),
        Key::MadeUp => texts.figure_synthetic().to_owned(),
        Key::Person(slot, PersonItem::Age) => texts.person_age_of(&slot.to_string()),
        Key::Person(slot, PersonItem::Sex) => texts.person_sex_of(&slot.to_string()),
        Key::Person(slot, PersonItem::Name) => texts.person_name_of(&slot.to_string()),
        Key::Person(slot, PersonItem::Removed) => texts.person_removed_of(&slot.to_string()),
        Key::Person(slot, PersonItem::Condition(id)) => {
            texts.person_condition_of(&factor(texts, catalogue, id), &slot.to_string())
        }
        Key::RoughListed => texts.rough_listed().to_owned(),
        Key::RoughAges => texts.rough_ages().to_owned(),
        Key::RoughHealth => texts.rough_health().to_owned(),
        Key::Staff(item) => term(texts, catalogue, &Term::Staffing(Staffed::Given(item.clone()))),
    }
}

/// What is wrong with a typed number, and what to do.
pub fn number_fault(texts: Texts, error: &NumberError) -> String {
    let say = |value: &Decimal| plain(texts.lang, *value);
    match error {
        NumberError::Empty => texts.error_empty().to_owned(),
        NumberError::TooLong { .. } => texts.error_too_long().to_owned(),
        NumberError::NotANumber { text, .. } => texts.error_not_a_number(text),
        NumberError::Grouping { text } => texts.error_grouping(text),
        NumberError::Exponent { text } => texts.error_exponent(text),
        NumberError::DateLike { text } => texts.error_date(text),
        NumberError::Ambiguous { text, as_decimal, as_thousands } => {
            texts.error_ambiguous(text, &say(as_decimal), &say(as_thousands))
        }
        NumberError::Negative { text } => texts.error_negative(text),
        NumberError::TooSmall { text, min } => texts.error_too_small(text, &say(min)),
        NumberError::TooLarge { text, max } => texts.error_too_large(text, &say(max)),
        NumberError::TooManyDecimals { text, max } => texts.error_decimals(text, &max.to_string()),
        NumberError::NotWhole { text } => texts.error_not_whole(text),
    }
}

/// What a paste came to; true when it should be said as an error.
pub fn paste_note(texts: Texts, note: &PasteNote) -> (String, bool) {
    match &note.result {
        Err(error) => (paste_fault(texts, error), true),
        Ok((read, faults, outside)) => {
            let read_text = if *faults == 0 {
                texts.paste_done(&read.to_string())
            } else {
                texts.paste_done_faults(&read.to_string(), &faults.to_string())
            };
            let outside_text = (*outside > 0).then(|| texts.paste_outside(&outside.to_string()));
            let said = [Some(read_text), outside_text].into_iter().flatten().collect::<Vec<_>>().join(" ");
            (said, *faults + *outside > 0)
        }
    }
}

fn paste_fault(texts: Texts, error: &PasteError) -> String {
    let thousand = |bytes: usize| (bytes / 1000).to_string();
    match error {
        PasteError::Empty => texts.paste_empty().to_owned(),
        PasteError::TooLarge { bytes, max } => texts.paste_too_large(&thousand(*bytes), &thousand(*max)),
        PasteError::TooManyRows { rows, max } => texts.paste_too_many_rows(&rows.to_string(), &max.to_string()),
        PasteError::TooManyColumns { columns, max } => {
            texts.paste_too_many_columns(&columns.to_string(), &max.to_string())
        }
        PasteError::UnclosedQuote { row } => texts.paste_quote(&row.to_string()),
    }
}

/// Why a scenario cannot be worked out, and what to do.
pub fn tariff_fault(texts: Texts, catalogue: &PageCatalogue, error: &TariffError) -> String {
    match error {
        TariffError::NegativeBase(negative) => negative_base(texts, catalogue, negative),
        TariffError::NegativeWeight(id) => texts.fault_negative_weight(&factor(texts, catalogue, id)),
        TariffError::NoTable => texts.fault_no_table().to_owned(),
        TariffError::ReferenceLacks(cell) => texts.fault_reference(&cell_name(texts, *cell)),
        TariffError::NothingToScale => texts.fault_nothing().to_owned(),
        TariffError::ExtremeBudgetFactor => texts.fault_budget_factor().to_owned(),
        TariffError::ZeroReferenceWeight => texts.fault_reference_weight().to_owned(),
        TariffError::WeightTooLarge(id) => texts.fault_weight_too_large(&factor(texts, catalogue, id)),
        TariffError::NeedsAllPractices(id) | TariffError::PoolOfNobody(id) => texts.fault_pool(id.as_str()),
    }
}

fn negative_base(texts: Texts, catalogue: &PageCatalogue, fault: &NegativeBase) -> String {
    let kr = |rate: model::measure::Rate| amount(texts, rate.quantity(), Show::Ore, false);
    // rounded down, so that the advice fits
    let down =
        |value: Decimal, decimals| value.round_dp_with_strategy(decimals, rust_decimal::RoundingStrategy::ToZero);
    let cell = cell_name(texts, fault.cell);
    let first = texts.fault_negative_base(&cell, &kr(fault.expected), &kr(fault.table));
    let all = fault.largest_factor.map(|factor| {
        let fits = plain(texts.lang, down(factor.decimal(), 3));
        texts.fault_negative_base_all(&fits)
    });
    let heaviest = fault.heaviest.as_ref().zip(fault.largest_rate).map(|(id, rate)| {
        let fits = model::measure::Rate::of(down(rate.decimal(), 2));
        texts.fault_negative_base_heaviest(&factor(texts, catalogue, id), &kr(fits))
    });
    [Some(first), all, heaviest].into_iter().flatten().collect::<Vec<_>>().join(" ")
}
