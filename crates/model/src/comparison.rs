//! Whether what a model pays may be set against drug costs, and against what another model pays. Decided here for page,
//! command, files and façade; knows no practices, no words and nothing of how figures are shown.
use crate::{
    case_mix::{CaseMix, Normalisation, Reference},
    measure::{Measure, Weight},
    payment_model::PaymentModel,
};
use rust_decimal::Decimal;

/// What may be compared of a model. The payment itself can always be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    /// Its amounts are for the costs of this year, and its sum over the reference population is today's.
    Fits,
    /// Its amounts are for the costs of this year, but it pays another sum: a net is a net, while the share of practices
    /// above zero follows the sum, and money is added or taken rather than moved.
    OtherTotal,
    /// Its amounts are for the costs of another year.
    OtherYear {
        /// The year of the costs that the amounts are for.
        meant_for: u16,
        /// The year of the costs that there are.
        costs_of: u16,
    },
    /// Costs are not known.
    NoCosts {
        /// Whether its sum over the reference population is today's.
        same_total: bool,
    },
}

impl Comparison {
    /// Of a model with costs of a year.
    pub fn with_costs(model: &PaymentModel, costs_of: u16) -> Self {
        let meant_for = model.cost_year;
        if meant_for == costs_of { Self::Fits } else { Self::OtherYear { meant_for, costs_of } }
    }

    /// Of a model with costs of a year and with the model that is in force. Sums that cannot be shown to be equal count as
    /// different.
    pub fn of(model: &PaymentModel, today: &PaymentModel, costs_of: u16) -> Self {
        match Self::with_costs(model, costs_of) {
            Self::Fits if today.cost_year != costs_of || !same_total(model, today) => Self::OtherTotal,
            comparison => comparison,
        }
    }

    /// The same where no costs are known.
    #[must_use]
    pub fn without_costs(self) -> Self {
        match self {
            Self::Fits => Self::NoCosts { same_total: true },
            Self::OtherTotal => Self::NoCosts { same_total: false },
            other => other,
        }
    }

    /// Whether the payment less the carried cost says anything: costs must be known, and both of the same year.
    pub fn has_net(self) -> bool {
        matches!(self, Self::Fits | Self::OtherTotal)
    }

    /// Whether the share of practices above zero, where there are nets, and the money that moves between them say anything:
    /// the sum must be the same.
    pub fn has_redistribution(self) -> bool {
        matches!(self, Self::Fits | Self::NoCosts { same_total: true })
    }
}

/// Whether both pay the same over the reference population.
fn same_total(model: &PaymentModel, today: &PaymentModel) -> bool {
    if model == today {
        return true;
    }
    if pays_on_top(model) || pays_on_top(today) {
        return false;
    }
    let (Some(own), Some(other)) = (model.capitation(), today.capitation()) else { return false };
    let mixes = [model, today].into_iter().filter_map(PaymentModel::case_mix);
    let total = |model: &PaymentModel, over: &Reference| {
        let pairs = over.listed.zip(&model.capitation()?.rates).ok()?;
        let cells = pairs.iter().map(|(_, (listed, rate))| listed.persons().decimal() * rate.value.decimal());
        Some(cells.sum::<Decimal>())
    };
    let same_over = |mix: &CaseMix| {
        let totals = total(model, &mix.reference).zip(total(today, &mix.reference));
        totals.is_some_and(|(own, other)| own == other)
    };
    let same_rates = own.rates.zip(&other.rates).is_ok_and(|pairs| pairs.iter().all(|(_, (a, b))| a.value == b.value));
    same_rates || mixes.map(same_over).next().unwrap_or(false)
}

/// Whether weights are added to the table instead of being taken from it.
fn pays_on_top(model: &PaymentModel) -> bool {
    let on_top = |mix: &CaseMix| {
        mix.normalisation == Normalisation::None && mix.factors().any(|factor| factor.weight.value != Weight::ZERO)
    };
    model.case_mix().is_some_and(on_top)
}
