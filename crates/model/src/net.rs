//! Payment against drug cost.
use crate::{
    measure::{MonthlyMoney, Share},
    term::Term,
    trace::Traced,
};

/// Where the cost share is drawn. The documents do not say, so it is the reader's choice.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ShareReading {
    /// The published amounts already hold the share: net = payment − share × cost.
    #[default]
    InTable,
    /// The share is drawn at the net: net = share × payment − share × cost.
    AtNet,
}

/// Payment, carried cost and what is left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Net {
    /// The share of the cost that the practice carries, in kronor a month.
    pub carried: Traced<MonthlyMoney>,
    /// Payment less carried cost, in kronor a month.
    pub net: Traced<MonthlyMoney>,
}

/// The net of a payment and a cost, both in kronor a month.
pub fn net(payment: &Traced<MonthlyMoney>, cost: MonthlyMoney, share: &Traced<Share>, reading: ShareReading) -> Net {
    let cost = Traced::input(Term::DrugCost, cost);
    let carried: Traced<MonthlyMoney> = cost.times(Term::CarriedCost, share);
    let payment = match reading {
        ShareReading::InTable => payment.clone(),
        ShareReading::AtNet => payment.times(Term::CarriedPayment, share),
    };
    Net { net: payment.minus(Term::Net, &carried), carried }
}
