//! The shown models, and what a region is paid under each of them, for the tests of a region.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
use catalog::{SKANE_2025, SKANE_2026, SKANE_PROPOSAL_FIVE};
use model::{case_mix::Normalisation, id::Id, net::ShareReading, payment_model::PaymentModel};
use register::{rates::Rates, summary::Summary};
use report::{
    columns::{Column, Tariffs},
    region::{RegionColumn, columns},
};
use std::rc::Rc;

/// The tariffs, with the proposal under another budget rule as the scenario.
pub fn tariffs(rule: Normalisation) -> Tariffs {
    let model = |id: &str| Rc::clone(catalog::shipped().model(&Id::new(id)).unwrap());
    let tariff = |model: Rc<PaymentModel>| Rc::new(model.tariff().unwrap());
    let proposal = model(SKANE_PROPOSAL_FIVE);
    Tariffs {
        earlier: tariff(model(SKANE_2025)),
        current: tariff(model(SKANE_2026)),
        scenario: Ok(tariff(Rc::new(proposal.with_normalisation(rule)))),
        proposal: tariff(proposal),
    }
}

/// A region that is counted for the models of the columns, under each of them.
pub fn region(tariffs: &Tariffs, count: impl FnOnce(&[&PaymentModel]) -> Summary) -> (Summary, Vec<RegionColumn>) {
    let models = Column::ALL.map(|column| &*tariffs.get(column).unwrap().model);
    let summary = count(&models);
    let amounts = Column::ALL.map(|column| (column, Rates::of(tariffs.get(column).unwrap())));
    let columns = columns(&summary, tariffs, &amounts, ShareReading::InTable);
    (summary, columns)
}
