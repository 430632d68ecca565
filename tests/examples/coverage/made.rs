//! One made-up region, reduced to what the intervals are about. Knows no truth.
use catalog::{SKANE_2026, SKANE_PROPOSAL};
use model::{id::Id, payment_model::PaymentModel};
use register::{
    crossfit::{Split, parts},
    fit::{FactorFit, FitOptions, Signs, fit_practices},
    frame::Frame,
    rates::{ORE_PER_YEAR, Rates},
    register::Register,
    statistics::{Subgroup, subgroups},
    summary::Summary,
};
use std::rc::Rc;
use viktat_tests::region;

/// Nuläge and the proposal, after which the persons are made.
pub const LANES: usize = 2;

/// The ways of fitting, by name.
pub const FITS: [(&str, FitOptions); 4] = {
    let plain = FitOptions { signs: Signs::Any, ridge: 0.0, least_persons: 50 };
    [
        ("any sign", plain),
        ("non-negative", FitOptions { signs: Signs::NonNegative, ..plain }),
        ("drop negative", FitOptions { signs: Signs::DropNegative, ..plain }),
        ("penalty of 100 persons", FitOptions { ridge: 100.0, ..plain }),
    ]
};

/// What is kept of a region.
pub struct Made {
    /// By lane and practice: kronor per listed and month.
    pub nets: [Vec<f64>; LANES],
    /// By lane; öre a year.
    pub groups: [Vec<Subgroup>; LANES],
    /// By way of fitting and factor.
    pub fits: Vec<Vec<FactorFit>>,
}

pub fn model(id: &str) -> Rc<PaymentModel> {
    catalog::shipped().model(&Id::new(id)).cloned().unwrap()
}

pub fn models() -> [Rc<PaymentModel>; LANES] {
    [model(SKANE_2026), model(SKANE_PROPOSAL)]
}

pub fn rates() -> Vec<Rates> {
    models().iter().map(|model| Rates::of(&model.tariff().unwrap())).collect()
}

pub fn summary(register: &Register) -> Summary {
    let models = models();
    let frame = Frame::new(&[&*models[0], &*models[1]], register.conditions()).unwrap();
    Summary::of_persons(register, frame)
}

impl Made {
    pub fn new(practices: u16, listed: u32, seed: u64) -> Self {
        let (register, _) = region::made(practices, listed, seed).unwrap();
        let summary = summary(&register);
        let rates = rates();
        let found = summary.evaluate(&rates);
        let listed = summary.listed();
        let nets = |lane: usize| {
            let nets = found.lanes[lane].net.iter().zip(&listed);
            nets.map(|(net, n)| net / n / ORE_PER_YEAR).collect()
        };
        let parts = parts(&register, &summary.frame, LANES - 1, Split::EachPractice).unwrap();
        let fit = |options| fit_practices(&parts, rates[LANES - 1].cost_share, options).unwrap().factors;
        Self {
            nets: [0, 1].map(nets),
            groups: [0, 1].map(|lane: usize| subgroups(&summary, &found.lanes[lane])),
            fits: FITS.iter().map(|(_, options)| fit(options)).collect(),
        }
    }
}
