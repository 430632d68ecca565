//! What an outcome hangs on: each weight, each prevalence and each count of persons moved a share up and down, one at a
//! time. Knows no words.
//!
//! Triggers (how many collected drugs show a condition) cannot be moved: a register holds their answers, not the drugs.
//! [`Lever::Flagged`] stands in for them: a share of the condition's persons are dropped or added in every practice, as if
//! a stricter or a looser trigger struck all practices alike.
use crate::{
    evaluate::float,
    rates::Rates,
    statistics::{moved, per_listed, spread},
    summary::Summary,
};
use model::{
    case_mix::Reference,
    count::Count,
    id::Id,
    measure::{Measure, Weight},
    payment_model::PaymentModel,
    tariff::{Tariff, TariffError},
};
use rust_decimal::{Decimal, RoundingStrategy, prelude::ToPrimitive};
use std::rc::Rc;

/// What is looked at.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Outcome {
    /// The standard deviation of the practices' net per listed, in öre a year; unweighted, as
    /// [`crate::statistics::Spread::sd`].
    Spread,
    /// The same where the cost share is drawn at the net: of the payment too.
    SpreadAtNet,
    /// What changes hands against these payments by practice, in öre a year; see [`crate::statistics::moved`].
    Moved(Vec<f64>),
    /// What one practice is paid, in öre a year.
    Payment(usize),
}

/// What is moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Lever {
    /// The factor's weight; the model's budget rule is worked out anew.
    Weight,
    /// How many of the reference population have the factor, in whole persons and at most all of a cell; the budget rule
    /// is worked out anew. The register's own persons stay.
    Prevalence,
    /// How many of every practice are paid for the factor; amounts, and what is paid for interactions and counts with it,
    /// stay.
    Flagged,
}

impl Lever {
    /// In the order of the bars.
    pub const ALL: [Self; 3] = [Self::Weight, Self::Prevalence, Self::Flagged];
}

/// One lever of one factor.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Bar {
    /// The factor.
    pub factor: Id,
    /// What is moved.
    pub lever: Lever,
    /// The outcome a share lower, or why the model has no amounts there.
    pub low: Result<f64, Vec<TariffError>>,
    /// The outcome a share higher.
    pub high: Result<f64, Vec<TariffError>>,
}

impl Bar {
    /// The outcome a share lower and higher; none where the model has no amounts.
    pub fn ends(&self) -> [Option<f64>; 2] {
        [&self.low, &self.high].map(|end| end.as_ref().ok().copied())
    }

    /// How far the outcome goes, from its lowest end to its highest, the one with nothing moved among them.
    pub fn span(&self, base: f64) -> f64 {
        let (low, high) =
            self.ends().into_iter().flatten().fold((base, base), |(low, high), end| (low.min(end), high.max(end)));
        high - low
    }
}

/// The outcome, and what it is when each lever is moved.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Tornado {
    /// With nothing moved.
    pub base: f64,
    /// In the order of the model's factors, and of [`Lever`] for each.
    pub bars: Vec<Bar>,
}

/// Why there is nothing to move.
#[derive(Clone, Debug, PartialEq)]
pub enum NoTornado {
    /// The model has no amounts.
    Tariff(Vec<TariffError>),
    /// There is no such lane or practice, or nobody is listed.
    NothingToMeasure,
}

/// A lane of a summary, and what is asked of it.
struct Asked<'a> {
    summary: &'a Summary,
    lane: usize,
    outcome: &'a Outcome,
}

/// The outcome of a model, by the rules of its lane, with every weight, known prevalence and count moved by the share (0.2:
/// 20 per cent) down and up, one at a time.
pub fn tornado(
    summary: &Summary,
    lane: usize,
    model: &Rc<PaymentModel>,
    outcome: &Outcome,
    share: Decimal,
) -> Result<Tornado, NoTornado> {
    let asked = Asked { summary, lane, outcome };
    let tariff = model.tariff().map_err(NoTornado::Tariff)?;
    let payments = summary.payments(lane, &Rates::of(&tariff));
    let base = asked.value(&payments, &tariff).ok_or(NoTornado::NothingToMeasure)?;
    let (down, up) = (Decimal::ONE - share, Decimal::ONE + share);
    let ids: Vec<Id> = tariff.factors.iter().map(|factor| factor.id.clone()).collect();
    let bars = ids.iter().enumerate().flat_map(|(place, id)| Lever::ALL.map(|lever| (place, id, lever)));
    let bars = bars.filter_map(|(place, id, lever)| {
        let at = |times: Decimal| match lever {
            Lever::Weight => Some(asked.of_model(with_weight(model, id, times)?, base)),
            Lever::Prevalence => Some(asked.of_model(with_prevalence(model, id, times)?, base)),
            Lever::Flagged => Some(Ok(asked.of_flagged(&tariff, &payments, place, times).unwrap_or(base))),
        };
        Some(Bar { factor: id.clone(), lever, low: at(down)?, high: at(up)? })
    });
    Ok(Tornado { base, bars: bars.collect() })
}

impl Asked<'_> {
    /// `None` when there is no such practice or nobody is listed.
    fn value(&self, payments: &[f64], tariff: &Tariff) -> Option<f64> {
        match self.outcome {
            Outcome::Spread | Outcome::SpreadAtNet => {
                let share = tariff.cost_share.value().decimal().to_f64()?;
                let drawn = if *self.outcome == Outcome::SpreadAtNet { share } else { 1.0 };
                let costs = self.summary.practices.iter().map(|sums| share * float(sums.cost));
                let net: Vec<f64> = payments.iter().zip(costs).map(|(paid, carried)| drawn * paid - carried).collect();
                let net: Vec<f64> = per_listed(&net, &self.summary.listed()).into_iter().flatten().collect();
                spread(&net)?.sd
            }
            Outcome::Moved(before) => {
                (before.len() == payments.len() && before.len() > 1).then(|| moved(before, payments).moved)
            }
            Outcome::Payment(practice) => payments.get(*practice).copied(),
        }
    }

    fn of_model(&self, model: PaymentModel, base: f64) -> Result<f64, Vec<TariffError>> {
        let tariff = Rc::new(model).tariff()?;
        let payments = self.summary.payments(self.lane, &Rates::of(&tariff));
        Ok(self.value(&payments, &tariff).unwrap_or(base))
    }

    fn of_flagged(&self, tariff: &Tariff, payments: &[f64], factor: usize, times: Decimal) -> Option<f64> {
        let counts = self.summary.lanes.get(self.lane)?;
        let rate = Rates::of(tariff).factors.get(factor).copied()?;
        let change = (times - Decimal::ONE).to_f64()? * rate;
        let rows = counts.persons.chunks_exact(counts.factors.max(1));
        let persons = rows.map(|row| row.get(factor).map_or(0.0, |n| f64::from(*n)));
        let payments: Vec<f64> = payments.iter().zip(persons).map(|(paid, n)| paid + n * change).collect();
        self.value(&payments, tariff)
    }
}

fn with_weight(model: &PaymentModel, id: &Id, times: Decimal) -> Option<PaymentModel> {
    let weight = model.case_mix()?.factors().find(|factor| factor.id == id)?.weight.value;
    Some(model.with_weight(id, Weight::of(weight.decimal() * times)))
}

/// `None` for a factor whose persons the reference population does not know.
fn with_prevalence(model: &PaymentModel, id: &Id, times: Decimal) -> Option<PaymentModel> {
    let reference = &model.case_mix()?.reference;
    let persons = reference.affected.get(id)?;
    let counts = persons.map(|cell, count| scaled(*count, reference.listed.get(cell).copied(), times));
    let mut changed = Reference::clone(reference);
    changed.affected.insert(id.clone(), counts);
    Some(model.with_reference(Rc::new(changed)))
}

/// Whole persons, half away from zero, at most all of the cell.
fn scaled(count: Count, listed: Option<Count>, times: Decimal) -> Count {
    let persons = Decimal::from(count.get()) * times;
    let whole = persons.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero);
    let scaled = whole.to_u64().and_then(Count::new).unwrap_or(count);
    listed.map_or(scaled, |listed| scaled.min(listed))
}
