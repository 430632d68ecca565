//! The model of a request with the edits that the request makes of it, worked out.
use super::{cells, factors::by_factor, object::Object, place::Place, reader::Reader};
use crate::problem::{Code, Path, Problem, Problems, Read, Told};
use model::{
    age::AgeBand,
    bounds::{self, Bounds},
    edit::Edit,
    id::Id,
    measure::Measure,
    payment_model::PaymentModel,
    scenario::Scenario,
    tariff::{NegativeBase, Tariff, TariffError},
    value::{Key, Value},
};
use rust_decimal::Decimal;
use std::rc::Rc;

/// Kronor per person and month that an amount may come to after scaling; a count times it stays exact.
const LARGEST_RATE: i64 = 1_000_000_000_000;

/// The shipped model that the request names.
pub fn model(object: &mut Object<'_>, reader: &mut Reader<'_>) -> Read<Rc<PaymentModel>> {
    let place = object.required("model", &mut reader.problems)?;
    let name = place.text("the id of a model", &mut reader.problems)?;
    reader.catalogue.model(&Id::new(name)).cloned().ok_or_else(|| {
        let known = reader.catalogue.models.iter().map(|model| model.id.as_str()).collect::<Vec<_>>().join(", ");
        let problem = place.problem(Code::UnknownModel, format!("is no shipped model; the models are {known}"));
        reader.problems.tell(problem.with("known", known))
    })
}

/// The values of `weights`, `rates`, `costShare` and `normalisation`, checked against the model where it is known.
pub fn values(object: &mut Object<'_>, model: Option<&PaymentModel>, problems: &mut Problems) -> Read<Edit> {
    let number =
        |bounds: &'static Bounds| move |place: &Place<'_>, problems: &mut Problems| place.decimal(bounds, problems);
    let weights = object.optional("weights").map(|place| by_factor(&place, model, number(&bounds::WEIGHT), problems));
    let read = ("rate", number(&bounds::RATE));
    let rates = object.optional("rates").map(|place| cells::rows(&place, model.map(table_bands), read, problems));
    let share = object.optional("costShare").map(|place| place.decimal(&bounds::COST_SHARE, problems));
    let rule = object.optional("normalisation").map(|place| normalisation(&place, model, problems));
    let number = |value| Some(Value::Number(value));
    let rates = rates.transpose()?.into_iter().flatten().map(|(cell, rate)| (Key::Rate(cell), number(rate)));
    let weights = weights.transpose()?.into_iter().flatten().map(|(id, weight)| (Key::Weight(id), number(weight)));
    let share = share.transpose()?.map(|share| (Key::CostShare, number(share)));
    let rule = rule.transpose()?.map(|rule| (Key::Normalisation, Some(rule)));
    Ok(Edit::Set(rates.chain(weights).chain(share).chain(rule).collect()))
}

/// The bands that have an amount; none in a model without a table, so that no rate given for it is lost.
fn table_bands(model: &PaymentModel) -> &[AgeBand] {
    model.capitation().map_or(&[], |table| table.rates.bands().bands())
}

fn normalisation(place: &Place<'_>, model: Option<&PaymentModel>, problems: &mut Problems) -> Read<Value> {
    let rule = place.one_of(Key::Normalisation.words(), problems)?;
    if model.is_none_or(|model| model.case_mix().is_some()) {
        return Ok(rule);
    }
    let message = "is a rule for conditions, and the model pays for none; leave it out";
    Err(problems.tell(place.problem(Code::CannotNormalise, message)))
}

/// Every amount of the edited model.
pub fn tariff(model: &Rc<PaymentModel>, values: &Edit, reader: &mut Reader<'_>) -> Read<Tariff> {
    let scenario = Scenario::new(Rc::clone(model), reader.catalogue.guideline.clone());
    let tariff = scenario.apply(values).model().tariff().map_err(|errors| {
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
            let path = Path::default().member("weights").member(id.as_str());
            Problem::new(Code::NegativeWeight, &path, "is below zero, which the model does not allow; give 0 or more")
        }
        TariffError::NoTable => cannot("needs a table by age and sex, and the model has none"),
        TariffError::ReferenceLacks(cell) => {
            cannot(&format!("needs a reference population with persons aged {} and every condition", cell.band))
        }
        TariffError::NothingToScale => cannot("scales amounts whose sum is zero or less"),
        TariffError::ExtremeBudgetFactor => cannot("needs a factor that is far from one"),
        TariffError::WeightTooLarge(id) => {
            let path = Path::default().member("weights").member(id.as_str());
            Problem::new(Code::CannotNormalise, &path, "is worth too much in kronor; give a smaller weight")
        }
        TariffError::ZeroReferenceWeight => cannot("divides by a reference weight of zero"),
        TariffError::NeedsAllPractices(id) | TariffError::PoolOfNobody(id) => {
            let message = format!("shares {id} between all practices of a region; choose a model of one practice");
            Problem::new(Code::CannotNormalise, &Path::default().member("model"), message)
        }
    }
}

fn cannot(why: &str) -> Problem {
    let path = Path::default().member("normalisation");
    let message = format!("the rule {why}; choose \"none\", or other weights and rates");
    Problem::new(Code::CannotNormalise, &path, message)
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
    let problem = Problem::new(Code::NegativeBase, &Path::default().member("weights"), message)
        .with("sex", crate::answer::sex_name(cell.sex))
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
