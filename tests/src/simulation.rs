//! The standard simulation of a model: a hundred listed in every cell, ten with every factor, a million in drug cost.
//! Every amount of the model and the guideline bears on its text.
use crate::text::{cell_text, id_text};
use model::{
    cell::PerCell,
    count::Count,
    measure::{Fte, Measure, MonthlyMoney},
    net::{ShareReading, net},
    outcome::{Line, Outcome, PaidFor},
    payment_model::PaymentModel,
    practice::Practice,
    staffing::{
        Guideline,
        staff::{Inputs, Shipped, Staff},
        staffing,
    },
    tariff::Tariff,
};
use rust_decimal::Decimal;
use std::rc::Rc;

/// Every line, the sums and the nets of the model; its errors when it has no tariff.
pub fn of_model(model: &Rc<PaymentModel>) -> String {
    match model.tariff() {
        Ok(tariff) => of_tariff(&tariff),
        Err(errors) => format!("{errors:#?}\n"),
    }
}

/// The doctors of a practice of 8,000 against the guideline.
pub fn of_guideline(guideline: &Guideline) -> String {
    let staff = Staff::of(Count::from(8_000), Fte::of(5.into()), Fte::of(2.into()));
    let outcome = staffing(&Inputs { guideline, staff: &staff, shipped: &Shipped::default() });
    format!("capacity {}\ngap {}\n", outcome.capacity.value().decimal(), outcome.gap.value().decimal())
}

fn of_tariff(tariff: &Tariff) -> String {
    let model = &tariff.model;
    let factors = model.case_mix().into_iter().flat_map(|mix| mix.factors().collect::<Vec<_>>());
    let practice = Practice {
        listed: PerCell::from_fn(&model.bands, |_| Count::from(100)),
        affected: factors.map(|factor| (factor.id.clone(), Count::from(10))).collect(),
        drug_cost: None,
    };
    match tariff.practice(&practice) {
        Ok(outcome) => told(tariff, &outcome),
        Err(error) => format!("{error:?}\n"),
    }
}

fn told(tariff: &Tariff, outcome: &Outcome) -> String {
    let lines: String = outcome.lines.iter().map(line).collect();
    let cost = MonthlyMoney::of(Decimal::from(1_000_000));
    let result = net(&outcome.payment, cost, &tariff.cost_share, ShareReading::InTable);
    let reference = tariff.reference_total().map(|total| total.map(|total| total.value().decimal()));
    let payment = outcome.payment.value().decimal();
    format!("{lines}payment {payment}\nnet {}\nreference {reference:?}\n", result.net.value().decimal())
}

fn line(line: &Line) -> String {
    let what = match &line.paid_for {
        PaidFor::Cell(cell) => cell_text(*cell),
        PaidFor::Factor(id) | PaidFor::Pool(id) => id_text(id),
    };
    let [basis, rate, amount] = [line.basis.node(), line.rate.node(), line.amount.node()].map(|node| node.value.value);
    format!("{what}: {basis} x {rate} = {amount}\n")
}
