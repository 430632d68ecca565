//! The result that is asked for, worked out by the core for a scenario with one value put in.
use super::{Point, Unknown};
use crate::{
    measure::MonthlyMoney,
    net::net,
    outcome::Outcome,
    payment_model::PaymentModel,
    practice::Practice,
    scenario::Scenario,
    tariff::{Tariff, TariffError},
};
use rust_decimal::Decimal;
use std::rc::Rc;

/// What is asked.
#[derive(Clone, Copy, Debug)]
pub struct Question<'a> {
    /// The scenario, with what has been entered about the practice.
    pub scenario: &'a Scenario,
    /// The model that pays.
    pub under: Under<'a>,
    /// The result.
    pub asked: Asked<'a>,
}

/// The model that pays.
#[derive(Clone, Copy, Debug)]
pub enum Under<'a> {
    /// The scenario's, with its edits.
    Scenario,
    /// Another one, which the scenario's edits of a model leave alone.
    Model(&'a Rc<PaymentModel>),
}

/// Which result.
#[derive(Clone, Copy, Debug)]
pub enum Asked<'a> {
    /// The payment.
    Payment,
    /// The payment less that of another model for the same practice.
    PaymentLess(&'a Rc<PaymentModel>),
    /// The payment less the carried drug cost, as the scenario reads the cost share.
    Net,
}

/// Why there is no result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Nobody has been listed, or somebody in a cell that the scenario's model lacks.
    NobodyListed,
    /// The model pays for conditions, and no number of persons with any has been entered.
    AffectedNotEntered,
    /// The net is asked for, and no drug cost has been entered.
    NoDrugCost,
    /// The model's age bands are not those of the practice.
    OtherBands,
    /// The scenario has no such number.
    NoSuchNumber,
    /// The number cannot be this.
    OutOfBounds,
    /// The model's amounts cannot be worked out.
    Tariff(Vec<TariffError>),
}

/// Works results out for values of the unknown.
pub(super) struct Evaluator<'a> {
    pub(super) what: &'a Unknown,
    pub(super) question: &'a Question<'a>,
    /// How finely the unknown is entered.
    pub(super) decimals: u32,
}

impl Evaluator<'_> {
    /// The result with the value put in, or everything that stands against it.
    pub(super) fn at(&self, value: Decimal) -> Result<Point, Vec<Reason>> {
        let edit = self.what.edit(value, self.question.scenario).ok_or_else(|| vec![Reason::OutOfBounds])?;
        let scenario = self.question.scenario.apply(&edit);
        Ok(Point { value, outcome: self.question.outcome(&scenario)? })
    }
}

impl Question<'_> {
    fn outcome(&self, scenario: &Scenario) -> Result<MonthlyMoney, Vec<Reason>> {
        let practice = scenario.entered_practice().ok_or_else(|| vec![Reason::NobodyListed])?;
        let model = match self.under {
            Under::Scenario => scenario.model(),
            Under::Model(model) => Rc::clone(model),
        };
        let (tariff, outcome) = paid(&model, &practice)?;
        Ok(match self.asked {
            Asked::Payment => outcome.payment.value(),
            Asked::PaymentLess(other) => outcome.payment.value() - paid(other, &practice)?.1.payment.value(),
            Asked::Net => {
                let cost = practice.drug_cost.ok_or_else(|| vec![Reason::NoDrugCost])?;
                net(&outcome.payment, cost, &tariff.cost_share, scenario.practice().reading).net.value()
            }
        })
    }
}

fn paid(model: &Rc<PaymentModel>, practice: &Practice) -> Result<(Tariff, Outcome), Vec<Reason>> {
    let known = practice.tells_enough_for(model);
    let tariff = model.tariff().map_err(Reason::Tariff);
    let paid = tariff.and_then(|tariff| {
        let outcome = tariff.practice(practice).map_err(|_| Reason::OtherBands)?;
        Ok((tariff, outcome))
    });
    let unknown = (!known).then_some(Reason::AffectedNotEntered);
    match (paid, unknown) {
        (Ok(paid), None) => Ok(paid),
        (Ok(_), Some(reason)) => Err(vec![reason]),
        (Err(reason), unknown) => Err(unknown.into_iter().chain([reason]).collect()),
    }
}
