//! Whether a model's amounts can be worked out, told at the place in the file that can be changed.
use crate::{
    problem::Kind,
    read::{ascii, node::Node},
};
use model::{
    cell::Cell,
    id::Id,
    measure::Measure,
    payment_model::PaymentModel,
    sex::Sex,
    tariff::{NegativeBase, TariffError},
};
use rust_decimal::{Decimal, RoundingStrategy};
use std::rc::Rc;

/// The model, when every amount can be worked out.
pub(crate) fn check(file: Node<'_>, model: Rc<PaymentModel>) -> Option<Rc<PaymentModel>> {
    match model.tariff() {
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
        TariffError::NegativeBase(negative) => negative_base(weight_of(mix, &negative.heaviest), negative),
        TariffError::NegativeWeight(id) => {
            let what = format!("The weight of `{id}` is below zero.");
            weight_of(mix, id).report(Kind::NegativeWeight, what, "Make it zero or more.");
        }
        TariffError::NoTable => {
            let remedy = "Add `[capitation]`, or set `normalisation = \"none\"`.";
            mix.report(Kind::Tariff, "The normalisation needs a table by age and sex.", remedy);
        }
        TariffError::ReferenceLacks(cell) => {
            let what = format!("The population lacks {} or a condition there.", name(*cell));
            mix.report(Kind::Tariff, what, "Give the population every cell and every condition a prevalence.");
        }
        TariffError::NothingToScale => {
            mix.report(Kind::Tariff, "The unscaled sum is zero.", "Give some cell or condition an amount above zero.");
        }
        TariffError::ZeroReferenceWeight => {
            mix.report(Kind::Tariff, "The reference weight is zero.", "Write another: every weight is divided by it.");
        }
    }
}

fn negative_base(at: Node<'_>, error: &NegativeBase) {
    let (table, expected) = (down(error.table.decimal()), down(error.expected.decimal()));
    let what = format!(
        "The base of {} would be below zero: the conditions bring {expected} kr on average, the table {table} kr.",
        name(error.cell)
    );
    let single = error.largest_rate.map_or_else(
        || format!("`{}` alone is not enough", error.heaviest),
        |rate| format!("or only `{}` to at most {} kr", error.heaviest, down(rate.decimal())),
    );
    let factor = down(error.largest_factor.decimal());
    at.report(Kind::NegativeBase, what, &format!("Lower all weights to at most {factor} of what they are, {single}."));
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
