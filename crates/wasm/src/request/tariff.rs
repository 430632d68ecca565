//! What a request's scenario pays, or why it cannot be worked out.
use super::{reader::Reader, values::path};
use crate::problem::{Code, Path, Problem, Read, Told};
use model::{
    measure::Measure,
    scenario::Scenario,
    tariff::{NegativeBase, Tariff, TariffError},
    value::Key,
};
use rust_decimal::Decimal;

/// Kronor per person and month that an amount may come to after scaling; a count times it stays exact.
const LARGEST_RATE: i64 = 1_000_000_000_000;

/// Every amount of the edited model.
pub fn tariff(scenario: &Scenario, reader: &mut Reader<'_>) -> Read<Tariff> {
    let tariff = scenario.model().tariff().map_err(|errors| {
        let told: Vec<Told> = errors.iter().map(|error| reader.problems.tell(problem_of(error))).collect();
        told.into_iter().next()
    });
    match tariff {
        Ok(tariff) if amounts(&tariff).all(|amount| amount.abs() <= LARGEST_RATE.into()) => Ok(tariff),
        Err(Some(told)) => Err(told),
        Ok(_) | Err(None) => Err(reader.problems.tell(cannot("makes amounts that are too large to pay with"))),
    }
}

fn amounts(tariff: &Tariff) -> impl Iterator<Item = Decimal> {
    let base = tariff.base.iter().flat_map(|base| base.iter().map(|(_, rate)| rate.value().decimal()));
    base.chain(tariff.factors.iter().map(|factor| factor.rate.value().decimal()))
}

fn problem_of(error: &TariffError) -> Problem {
    match error {
        TariffError::NegativeBase(negative) => negative_base(negative),
        TariffError::NegativeWeight(id) => {
            let message = "is below zero, which the model does not allow; give 0 or more";
            Problem::new(Code::NegativeWeight, &path(&Key::Weight(id.clone())), message)
        }
        TariffError::NeedsAllPractices(id) | TariffError::PoolOfNobody(id) => {
            let message = format!("shares {id} between all practices of a region; choose a model of one practice");
            Problem::new(Code::CannotNormalise, &Path::default().member("model"), message)
        }
        TariffError::NoTable => cannot("needs a table by age and sex, and the model has none"),
        TariffError::ReferenceLacks(cell) => {
            cannot(&format!("needs a reference population with persons aged {} and every condition", cell.band))
        }
        TariffError::NothingToScale => cannot("scales amounts whose sum is zero or less"),
        TariffError::ExtremeBudgetFactor => cannot("needs a factor that is far from one"),
        TariffError::WeightTooLarge(id) => {
            let message = "is worth too much in kronor; give a smaller weight";
            Problem::new(Code::CannotNormalise, &path(&Key::Weight(id.clone())), message)
        }
        TariffError::ZeroReferenceWeight => cannot("divides by a reference weight of zero"),
    }
}

fn cannot(why: &str) -> Problem {
    let message = format!("the rule {why}; choose \"none\", or other weights and rates");
    Problem::new(Code::CannotNormalise, &path(&Key::Normalisation), message)
}

fn negative_base(negative: &NegativeBase) -> Problem {
    let (cell, table, expected) = (negative.cell, negative.table.decimal(), negative.expected.decimal());
    let factor = negative.largest_factor.map(|factor| factor.decimal().to_string());
    let heaviest = negative.heaviest.as_ref().map(ToString::to_string);
    let all = factor.as_ref().map(|factor| format!(" (all of them times {factor} would fit)")).unwrap_or_default();
    let above_all = heaviest.as_ref().map(|id| format!(", above all {id}")).unwrap_or_default();
    let message = format!(
        "conditions bring {expected} kr on average at the ages {}, but the table has {table} kr; lower the \
         weights{all}{above_all}, or choose another normalisation",
        cell.band
    );
    let problem = Problem::new(Code::NegativeBase, &Path::default().member("values"), message)
        .with("sex", cell.sex.key())
        .with("low", cell.band.low)
        .with("high", cell.band.high.map_or_else(|| "null".to_owned(), |high| high.to_string()))
        .with("table", table)
        .with("expected", expected);
    let rate = negative.largest_rate.map(|rate| rate.decimal().to_string());
    let known = [("largestFactor", factor), ("heaviest", heaviest), ("largestRate", rate)];
    known.into_iter().fold(problem, |problem, (name, value)| match value {
        Some(value) => problem.with(name, value),
        None => problem,
    })
}
