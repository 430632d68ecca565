//! The document of someone's own register as it may be passed on: every practice's money in whole hundreds of kronor a year
//! with the statistics of that, and no group of few persons. Practices of few are put together before the document is
//! made ([`Merge`](register::merge::Merge)). Decides nothing of who may see what.
use super::{
    Amount, Document,
    document::Change,
    result::{ModelJson, PaidJson},
    statistics::{LineJson, PlaceJson, SpreadJson, SubgroupJson},
};
use register::{
    merge::{Section, few},
    rates::ORE_PER_YEAR,
    statistics::{gini, linear, spread},
};
use rust_decimal::{Decimal, RoundingStrategy, prelude::ToPrimitive};
use serde::{Deserialize, Serialize};

/// What is coarser in a document than it was worked out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Protected {
    /// No practice and no group has fewer persons than this.
    pub fewest: u64,
    /// Practices that are put together as one, the last; 0 when none was so small.
    pub practices_together: usize,
    /// Kronor a year that every practice's money is rounded to.
    pub rounded_to: u32,
}

/// Kronor a year.
const STEP: u32 = 100;

impl Document {
    /// The same as it may be passed on; `together` practices were put together in it.
    #[must_use]
    pub fn published(mut self, fewest: u64, together: usize) -> Self {
        self.protected = Some(Protected { fewest, practices_together: together, rounded_to: STEP });
        self.practices.iter_mut().for_each(|practice| practice.drug_cost = rounded(practice.drug_cost));
        let listed: Vec<f64> = self.practices.iter().map(|practice| practice.listed as f64).collect();
        self.models.iter_mut().for_each(|model| publish(model, &listed, fewest));
        let models: Vec<(String, Vec<f64>)> =
            self.models.iter().map(|model| (model.id.clone(), ore(model, |paid| paid.payment))).collect();
        if let Some((first, others)) = models.split_first() {
            let before = (first.0.clone(), &first.1);
            self.changes = others.iter().map(|(id, paid)| Change::of(&before, &(id.clone(), paid))).collect();
        }
        self
    }
}

fn rounded(amount: Amount) -> Amount {
    let step = Decimal::from(STEP);
    Amount((amount.0 / step).round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero) * step)
}

fn ore(model: &ModelJson, of: fn(&PaidJson) -> Amount) -> Vec<f64> {
    model.practices.iter().map(|paid| of(paid).0.to_f64().unwrap_or(0.0) * 100.0).collect()
}

fn publish(model: &mut ModelJson, listed: &[f64], fewest: u64) {
    let mut total = [Decimal::ZERO; 2];
    for paid in &mut model.practices {
        let (payment, carried) = (rounded(paid.payment), rounded(paid.carried));
        // rounded by itself a net would tell more of the two
        *paid = PaidJson { payment, carried, net: Amount(payment.0 - carried.0) };
        total = [total[0] + payment.0, total[1] + carried.0];
    }
    let [payment, carried] = total;
    model.total = PaidJson { payment: Amount(payment), carried: Amount(carried), net: Amount(payment - carried) };
    let per_listed = |of| super::statistics::per_listed(&ore(model, of), listed);
    let nets = per_listed(|paid| paid.net);
    let (paid, carried) = (per_listed(|paid| paid.payment), per_listed(|paid| paid.carried));
    model.net_per_listed = spread(&nets).map(|spread| SpreadJson::of(&spread));
    model.gini = gini(&ore(model, |paid| paid.payment), listed);
    model.payment_on_cost = linear(&carried, &paid).map(LineJson::of);
    let nets = ore(model, |paid| paid.net);
    for (place, (net, listed)) in model.funnel.iter_mut().zip(nets.iter().zip(listed)) {
        if let Some(place) = place {
            *place = told(place, net / listed / ORE_PER_YEAR);
        }
    }
    let sections: Vec<Section> = model.subgroups.iter().map(section).collect();
    let mut hidden = few(&sections, fewest).into_iter();
    model.subgroups.retain(|_| !hidden.next().unwrap_or(true));
}

/// The place with so few digits that it tells no more than the rounded net does.
fn told(place: &PlaceJson, net_per_listed: f64) -> PlaceJson {
    let hundredths = |value: f64| (value * 100.0).round() / 100.0;
    PlaceJson {
        net_per_listed,
        reach: hundredths(place.reach),
        reach_between: hundredths(place.reach_between),
        z: hundredths(place.z),
        z_between: hundredths(place.z_between),
    }
}

/// Groups by the same thing part the region, except by condition: a person can have several.
fn section(group: &SubgroupJson) -> Section {
    let parting = ["ages", "sex", "conditions", "practice_size"].iter().position(|by| *by == group.by);
    Section { of: parting, persons: group.persons }
}
