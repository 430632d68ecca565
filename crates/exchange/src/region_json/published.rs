//! The document of someone's own register as it may be passed on: worked out from the counts by practice that may be told
//! ([`register::told`]), every practice's money in whole hundreds of kronor a year with the statistics of that, and no
//! group of few persons. Practices of few are put together before the document is made
//! ([`Merge`](register::merge::Merge)). Decides nothing of who may see what.
use super::{
    Amount, Document, FitJson, digits,
    document::{Change, Of, document},
    result::{ModelJson, PaidJson},
    statistics::{PlaceJson, SpreadJson, SubgroupJson},
    write,
};
use model::{comparison::Comparison, id::Id, tariff::Tariff};
use register::{
    frame::Frame,
    groups::{Beside, Section, few},
    merge::{STEP, tells_fifths},
    rates::ORE_PER_YEAR,
    statistics::{gini, linear, moved},
    summary::Summary,
};
use rust_decimal::{Decimal, RoundingStrategy, prelude::ToPrimitive};
use serde::{Deserialize, Serialize};

/// What is coarser in a document than it was worked out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Protected {
    /// No practice and no group has fewer persons than this, and no payment by practice is of fewer with a condition or of
    /// a sex and age: others stand in for such counts.
    pub fewest: u64,
    /// Practices that are put together as one, the last; 0 when none was so small.
    pub practices_together: usize,
    /// Kronor a year that every practice's money is rounded to.
    pub rounded_to: u32,
    /// The same in words, with what is not protected.
    #[serde(default)]
    pub note: String,
}

/// The document as it may be passed on; `together` practices were put together in the summary. `None` as for
/// [`document`].
pub fn published(
    of: &Of<'_>,
    summary: &Summary,
    tariffs: &[Tariff],
    (fewest, together): (u32, usize),
) -> Option<Document> {
    let mut made = document(of, &summary.told(fewest), tariffs)?.coarse(&summary.frame, fewest.into(), together);
    if !summary.tells_groups() {
        made.models.iter_mut().for_each(|model| model.subgroups.clear());
    }
    // tables are made of the document as files are
    serde_json::from_str(&write(&made)).ok()
}

fn note(fewest: u64) -> String {
    format!(
        "Payments by practice are worked out with other numbers in the place of fewer than {fewest} persons with a \
         condition or of a sex and age, so several files with changed amounts tell no more of them. Groups by condition \
         are there for conditions that every compared model with conditions has and that not all but fewer than {fewest} \
         persons have; groups by number of conditions where every condition and number is there. Not protected: several \
         files with changed amounts, files of models that count the same persons in different ways, and conditions of one \
         model of which one includes another can tell how many of a group of the whole region have a condition; nor are \
         one very costly person in a group, or files of two registers that differ by one person."
    )
}

impl FitJson {
    /// The same as it may be passed on, of so many persons: without factors that few have or few have not, and no part's
    /// costs finer than whole steps a year.
    #[must_use]
    pub fn published(mut self, all: u64, fewest: u64) -> Self {
        let is_few = |persons: u64| (1..fewest).contains(&persons);
        let tells_few = |persons: u64| is_few(persons) || is_few(all.saturating_sub(persons));
        self.factors.retain(|factor| !tells_few(factor.persons.into()));
        for cross in &mut self.cross {
            cross.parts.retain(|part| !(1..fewest).contains(&part.persons));
            for part in &mut cross.parts {
                let step = |mean: f64| {
                    let a_year = 12.0 * part.persons as f64 / f64::from(STEP);
                    (mean * a_year).round() / a_year
                };
                part.mean = part.mean.map(step);
            }
        }
        let written = digits::to_string(&self).ok();
        written.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or(self)
    }
}

impl Document {
    fn coarse(mut self, frame: &Frame, fewest: u64, together: usize) -> Self {
        let (practices_together, rounded_to) = (together, STEP);
        self.protected = Some(Protected { fewest, practices_together, rounded_to, note: note(fewest) });
        self.practices.iter_mut().for_each(|practice| practice.drug_cost = rounded(practice.drug_cost));
        let counts: Vec<u64> = self.practices.iter().map(|practice| practice.listed).collect();
        if !tells_fifths(&counts, together) {
            self.models.iter_mut().for_each(|model| model.subgroups.retain(|group| group.by != "practice_size"));
        }
        let all = counts.iter().sum();
        let listed: Vec<f64> = counts.iter().map(|listed| *listed as f64).collect();
        self.models.iter_mut().for_each(|model| publish(model, frame, &listed, (all, fewest)));
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

fn publish(model: &mut ModelJson, frame: &Frame, listed: &[f64], (all, fewest): (u64, u64)) {
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
    model.payment_on_cost = model.payment_on_cost.and(line);
    let nets = nets.iter().flatten().map(|net| Some(*net)).chain(std::iter::repeat(None));
    for (place, (net, listed)) in model.funnel.iter_mut().zip(nets.zip(listed)) {
        *place = place.zip(net).map(|(place, net)| PlaceJson { net_per_listed: net / listed / ORE_PER_YEAR, ..place });
    }
    let sections: Vec<Section> = model.subgroups.iter().map(|group| section(group, frame)).collect();
    let mut hidden = few(&sections, all, fewest).into_iter();
    model.subgroups.retain(|_| !hidden.next().unwrap_or(true));
    // of a document that was read, no group is known well enough to be told
    model.subgroups = model.subgroups.drain(..).filter_map(SubgroupJson::coarse).collect();
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
fn section(group: &SubgroupJson, frame: &Frame) -> Section {
    let beside = match group.by.as_str() {
        "condition" => Beside::Condition { in_every_model: frame.has_everywhere(&Id::new(&group.which)) },
        "conditions" => Beside::Number,
        by => Beside::Parting(["ages", "sex", "practice_size"].iter().position(|one| *one == by).unwrap_or_default()),
    };
    Section { beside, persons: group.persons }
}
