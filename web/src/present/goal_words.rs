//! What is sought, its values, and why there is no answer, in words.
use super::{
    amount::{Show, amount, cell_name, exact, plain},
    fault::{field_name, tariff_fault},
    term::factor,
};
use crate::{
    state::PageCatalogue,
    text::Texts,
    tools::goal::{GoalKind, Wanted},
};
use model::{
    goal_seek::{Reason, Unknown},
    measure::{Measure, Persons, Rate},
    quantity::Quantity,
    value::Key,
};
use rust_decimal::Decimal;

/// A kind of number in the list.
pub fn kind(texts: Texts, kind: GoalKind) -> &'static str {
    match kind {
        GoalKind::Weight => texts.goal_kind_weight(),
        GoalKind::AllWeights => texts.goal_kind_all_weights(),
        GoalKind::CostShare => texts.goal_kind_cost_share(),
        GoalKind::Rate => texts.goal_kind_rate(),
        GoalKind::Listed => texts.goal_kind_listed(),
        GoalKind::Affected => texts.goal_kind_affected(),
        GoalKind::DrugCost => texts.goal_kind_drug_cost(),
    }
}

/// A result, at the head of a line.
pub fn wanted(texts: Texts, wanted: Wanted) -> &'static str {
    match wanted {
        Wanted::Change => texts.goal_wanted_change(),
        Wanted::Net => texts.goal_wanted_net(),
        Wanted::Payment => texts.goal_wanted_payment(),
    }
}

/// The number sought, at the head of a sentence.
pub fn unknown(texts: Texts, catalogue: &PageCatalogue, unknown: &Unknown) -> String {
    let Unknown::Value(key) = unknown else { return texts.goal_all_weights().to_owned() };
    match key {
        Key::Weight(id) => texts.goal_weight(&factor(texts, catalogue, id)),
        Key::CostShare => texts.goal_cost_share().to_owned(),
        Key::Rate(cell) => texts.goal_rate(&cell_name(texts, *cell)),
        Key::Listed(cell) => texts.goal_listed(&cell_name(texts, *cell)),
        Key::Affected(id) => texts.goal_affected(&factor(texts, catalogue, id)),
        Key::DrugCost => texts.goal_drug_cost().to_owned(),
        other => field_name(texts, catalogue, other),
    }
}

/// A value of the number with its unit; weights in points when the model counts in them.
pub fn value(texts: Texts, unknown: &Unknown, points: bool, value: Decimal) -> String {
    let Unknown::Value(key) = unknown else { return texts.goal_times(&plain(texts.lang, value)) };
    match key {
        Key::Weight(_) if points => texts.unit_points(&plain(texts.lang, value)),
        Key::Weight(_) => exact(texts, Rate::of(value).quantity()),
        Key::Listed(_) | Key::Affected(_) => amount(texts, Persons::of(value).quantity(), Show::Persons, false),
        key => key.bounds().map_or_else(String::new, |bounds| exact(texts, Quantity { value, unit: bounds.unit })),
    }
}

/// Why there is no result, and what to do.
pub fn reason(texts: Texts, catalogue: &PageCatalogue, reason: &Reason) -> Vec<String> {
    let one = |words: &'static str| vec![words.to_owned()];
    match reason {
        Reason::NobodyListed => one(texts.goal_nobody()),
        Reason::AffectedNotEntered => one(texts.goal_no_affected()),
        Reason::NoDrugCost => one(texts.goal_no_cost()),
        Reason::OtherBands => one(texts.goal_other_bands()),
        Reason::NoSuchNumber => one(texts.goal_no_such()),
        Reason::OutOfBounds => one(texts.goal_out_of_bounds()),
        Reason::Tariff(errors) => errors.iter().take(1).map(|error| tariff_fault(texts, catalogue, error)).collect(),
    }
}
