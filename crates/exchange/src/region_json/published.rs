//! The document of someone's own register as it may be passed on: every practice's money in whole hundreds of kronor a year
//! with the statistics of that, and no group of few persons. Practices of few are put together before the document is
//! made ([`Merge`](register::merge::Merge)). Decides nothing of who may see what.
use super::{
    Amount, Document,
    document::Change,
    result::{ModelJson, PaidJson},
    statistics::{LineJson, PlaceJson, SpreadJson, SubgroupJson},
};
use model::comparison::Comparison;
use register::{
    merge::{STEP, Section, few, tells_fifths},
    rates::ORE_PER_YEAR,
    statistics::{gini, linear, moved},
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

impl Document {
    /// The same as it may be passed on; `together` practices were put together in it.
    #[must_use]
    pub fn published(mut self, fewest: u64, together: usize) -> Self {
        self.protected = Some(Protected { fewest, practices_together: together, rounded_to: STEP });
        self.practices.iter_mut().for_each(|practice| practice.drug_cost = rounded(practice.drug_cost));
        let counts: Vec<u64> = self.practices.iter().map(|practice| practice.listed).collect();
        if !tells_fifths(&counts, together) {
            self.models.iter_mut().for_each(|model| model.subgroups.retain(|group| group.by != "practice_size"));
        }
        let listed: Vec<f64> = counts.iter().map(|listed| *listed as f64).collect();
        self.models.iter_mut().for_each(|model| publish(model, &listed, fewest));
        let paid = |id: &str| {
            let model = self.models.iter().find(|model| model.id == id)?;
            ore(model, |paid| Some(paid.payment))
        };
        let again = |change: &Change| recounted(change, paid(&change.from).zip(paid(&change.to)));
        self.changes = self.changes.iter().map(again).collect();
        self
    }
}

fn rounded(amount: Amount) -> Amount {
    let step = Decimal::from(STEP);
    Amount((amount.0 / step).round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero) * step)
}

/// By practice; `None` where a practice's is not known, which is not the same as nothing.
fn ore(model: &ModelJson, of: fn(&PaidJson) -> Option<Amount>) -> Option<Vec<f64>> {
    model.practices.iter().map(|paid| Some(of(paid)?.0.to_f64()? * 100.0)).collect()
}

/// A net as what is left of the other two: rounded by itself it would tell more of them.
fn told(paid: PaidJson) -> PaidJson {
    let (payment, carried) = (rounded(paid.payment), paid.carried.map(rounded));
    let net = paid.net.zip(carried).map(|(_, carried)| Amount(payment.0 - carried.0));
    PaidJson { payment, carried, net, ..paid }
}

fn summed(practices: &[PaidJson], of: fn(&PaidJson) -> Option<Amount>) -> Amount {
    Amount(practices.iter().filter_map(of).map(|amount| amount.0).sum())
}

fn publish(model: &mut ModelJson, listed: &[f64], fewest: u64) {
    model.practices.iter_mut().for_each(|paid| *paid = told(*paid));
    model.total = PaidJson {
        payment: summed(&model.practices, |paid| Some(paid.payment)),
        carried: model.total.carried.map(|_| summed(&model.practices, |paid| paid.carried)),
        net: model.total.net.map(|_| summed(&model.practices, |paid| paid.net)),
        ..model.total
    };
    let payments = ore(model, |paid| Some(paid.payment));
    let (carried, nets) = (ore(model, |paid| paid.carried), ore(model, |paid| paid.net));
    let per_listed = |ore: &Vec<f64>| super::statistics::per_listed(ore, listed);
    model.net_per_listed = model.net_per_listed.as_ref().zip(nets.as_ref()).and_then(|(exact, nets)| {
        let comparison = if exact.above_zero.is_some() { Comparison::Fits } else { Comparison::OtherTotal };
        SpreadJson::of(&per_listed(nets), comparison)
    });
    model.gini = payments.as_ref().and_then(|payments| gini(payments, listed));
    let line = carried.zip(payments).and_then(|(carried, paid)| linear(&per_listed(&carried), &per_listed(&paid)));
    model.payment_on_cost = model.payment_on_cost.and(line).map(LineJson::of);
    let nets = nets.iter().flatten().map(|net| Some(*net)).chain(std::iter::repeat(None));
    for (place, (net, listed)) in model.funnel.iter_mut().zip(nets.zip(listed)) {
        *place = place.zip(net).map(|(place, net)| coarse(place, net / listed / ORE_PER_YEAR));
    }
    model.residual = model.residual.map(hundredths);
    let sections: Vec<Section> = model.subgroups.iter().map(section).collect();
    let mut hidden = few(&sections, fewest).into_iter();
    model.subgroups.retain(|_| !hidden.next().unwrap_or(true));
    // of a document that was read, no group is known well enough to be told
    model.subgroups = model.subgroups.drain(..).filter_map(SubgroupJson::coarse).collect();
}

fn hundredths(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}

/// The place with so few digits that it tells no more than the rounded net does.
fn coarse(place: PlaceJson, net_per_listed: f64) -> PlaceJson {
    PlaceJson {
        net_per_listed,
        reach: hundredths(place.reach),
        reach_between: hundredths(place.reach_between),
        z: hundredths(place.z),
        z_between: hundredths(place.z_between),
        ..place
    }
}

/// What moves, of the rounded payments before and after; nothing is said where they are not known.
fn recounted(change: &Change, payments: Option<(Vec<f64>, Vec<f64>)>) -> Change {
    const ORE: f64 = 100.0;
    let found = payments.map(|(before, after)| moved(&before, &after));
    Change {
        gained: change.gained.and(found).map(|found| found.gained / ORE),
        lost: change.lost.and(found).map(|found| found.lost / ORE),
        moved: change.moved.and(found).map(|found| found.moved / ORE),
        gainers: change.gainers.and(found).map(|found| found.gainers),
        losers: change.losers.and(found).map(|found| found.losers),
        ..change.clone()
    }
}

/// Groups by the same thing part the region, except by condition: a person can have several.
fn section(group: &SubgroupJson) -> Section {
    let parting = ["ages", "sex", "conditions", "practice_size"].iter().position(|by| *by == group.by);
    Section { of: parting, persons: group.persons }
}
