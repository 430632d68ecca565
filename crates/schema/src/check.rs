//! Whether a model's amounts can be worked out, told at the place in the file that can be changed.
use crate::{
    problem::ProblemKind,
    read::{ascii, node::Node},
};
use model::{
    cell::Cell,
    count::Count,
    id::Id,
    measure::Measure,
    payment_model::PaymentModel,
    pool_share::AllPractices,
    sex::Sex,
    tariff::{NegativeBase, TariffError},
};
use rust_decimal::{Decimal, RoundingStrategy};
use std::rc::Rc;

/// The model, when every amount can be worked out; what practices share, of a region with one person.
pub(crate) fn check(file: Node<'_>, model: Rc<PaymentModel>) -> Option<Rc<PaymentModel>> {
    let somebody = AllPractices(Count::new(1).map(|one| (model.id.clone(), one)).into_iter().collect());
    match model.tariff_among(&somebody) {
        Ok(_) => Some(model),
        Err(errors) => {
            errors.iter().for_each(|error| report(file, error));
            None
        }
    }
}

fn report(file: Node<'_>, error: &TariffError) {
    let mix = file.peek("case_mix").unwrap_or(file);
    match error {
        TariffError::NegativeBase(negative) => {
            let at = negative.heaviest.as_ref().map_or(mix, |id| weight_of(mix, id));
            negative_base(at, negative);
        }
        TariffError::NegativeWeight(id) => {
            let what = format!("The weight of `{id}` is below zero.");
            weight_of(mix, id).report(ProblemKind::NegativeWeight, what, "Make it zero or more.");
        }
        TariffError::NoTable => {
            let remedy = "Add `[capitation]`, or set `normalisation = \"none\"`.";
            mix.report(ProblemKind::Tariff, "The normalisation needs a table by age and sex.", remedy);
        }
        TariffError::ReferenceLacks(cell) => {
            let what = format!("The population lacks {} or a condition there.", name(*cell));
            mix.report(ProblemKind::Tariff, what, "Give the population every cell and every condition a prevalence.");
        }
        TariffError::NothingToScale => {
            mix.report(ProblemKind::Tariff, "The unscaled sum is zero or less.", "Write larger amounts or weights.");
        }
        TariffError::ExtremeBudgetFactor => {
            let what = "The budget factor would be less than a millionth or more than a million.";
            mix.report(ProblemKind::Tariff, what, "Write amounts and weights whose sum is nearer the budget.");
        }
        TariffError::WeightTooLarge(id) => {
            let what = format!("The weight of `{id}` is worth more than 10 million kr, or as much less than nothing.");
            weight_of(mix, id).report(
                ProblemKind::Tariff,
                what,
                "Write a weight nearer zero, or another reference weight.",
            );
        }
        TariffError::ZeroReferenceWeight => {
            mix.report(
                ProblemKind::Tariff,
                "The reference weight is zero.",
                "Write another: every weight is divided by it.",
            );
        }
        TariffError::NeedsAllPractices(id) | TariffError::PoolOfNobody(id) => {
            let what = format!("What a listed person brings of `{id}` needs all practices of a region.");
            file.report(ProblemKind::Tariff, what, "Work the model out for a region.");
        }
    }
}

fn negative_base(at: Node<'_>, error: &NegativeBase) {
    let (table, expected) = (down(error.table.decimal()), down(error.expected.decimal()));
    let what = format!(
        "The base of {} would be below zero: the conditions bring {expected} kr on average, the table {table} kr.",
        name(error.cell)
    );
    at.report(ProblemKind::NegativeBase, what, &remedy(error));
}

fn remedy(error: &NegativeBase) -> String {
    let (Some(factor), Some(heaviest)) = (error.largest_factor, &error.heaviest) else {
        return "Make the table's amount zero or more.".to_owned();
    };
    let single = error.largest_rate.map_or_else(
        || format!("`{heaviest}` alone is not enough"),
        |rate| format!("or only `{heaviest}` to at most {} kr", down(rate.decimal())),
    );
    format!("Lower all weights to at most {} of what they are, {single}.", down(factor.decimal()))
}

/// The weight of a factor in the file, or the case mix when it cannot be found.
fn weight_of<'a>(mix: Node<'a>, id: &Id) -> Node<'a> {
    let rows = ["condition", "interaction", "count"].into_iter().flat_map(|key| mix.peek_rows(key));
    let row = rows.into_iter().find(|row| row.peek_id("id").as_ref() == Some(id));
    row.and_then(|row| row.peek("weight")).unwrap_or(mix)
}

fn name(cell: Cell) -> String {
    let sex = if cell.sex == Sex::Woman { "women" } else { "men" };
    format!("{sex} {}", ascii(cell.band))
}

/// Rounded down to four decimals, so that a limit that is followed is kept.
fn down(value: Decimal) -> Decimal {
    value.round_dp_with_strategy(4, RoundingStrategy::ToNegativeInfinity).normalize()
}
