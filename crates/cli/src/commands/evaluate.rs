//! Statistics of each model side by side, and the four aims.
use super::{prices::prices, worked::Worked};
use crate::{
    arguments::Evaluate,
    failure::Failure,
    models,
    table::{NOTHING, Table, amount, number, optional},
};
use exchange::region_json::{AimsJson, Document, FlaggingJson, Missing, ModelJson, SpreadJson};
use model::measure::{Measure, YearlyMoney};
use register::aims::aims;

pub fn run(asked: &Evaluate) -> Result<String, Failure> {
    let models = models::all(&asked.region.models)?;
    let prices = prices(&asked.prices, models.iter().map(|model| &**model))?;
    let mut worked = Worked::with(&asked.region.costs, &models, asked.region.passing.protect)?;
    let saved = YearlyMoney::of(asked.saved);
    let measured = worked.tariffs.iter().enumerate();
    let measured = measured.map(|(lane, tariff)| aims(tariff, Some((&worked.summary, lane)), saved, &prices));
    let measured: Vec<AimsJson> = measured.map(|aims| AimsJson::of(&aims)).collect();
    for (model, aims) in worked.document.models.iter_mut().zip(measured) {
        model.aims = Some(aims);
    }
    if asked.region.json {
        return Ok(worked.json(&asked.region.costs));
    }
    Ok(worked.head()
        + &measures(&worked.document)
        + &worked.not_compared()
        + "\n"
        + &flagging(&worked.document)
        + "\n"
        + &stopping(&worked.document))
}

type Measured = (&'static str, fn(&ModelJson) -> String);

fn nets(model: &ModelJson, of: fn(&SpreadJson) -> Option<f64>) -> String {
    number(model.net_per_listed.as_ref().and_then(of), 2)
}

const MEASURES: &[Measured] = &[
    ("payment, kr a year", |m| amount(m.total.payment.0, 0)),
    ("carried cost, kr a year", |m| optional(m.total.carried, 0)),
    ("net, kr a year", |m| optional(m.total.net, 0)),
    ("R\u{b2}", |m| number(m.prediction.r_squared, 4)),
    ("CPM", |m| number(m.prediction.cpm, 4)),
    ("MAPE, kr a month", |m| number(m.prediction.mape, 2)),
    ("net per listed, mean, kr a month", |m| nets(m, |s| Some(s.mean))),
    ("net per listed, standard deviation, kr a month", |m| nets(m, |s| s.sd)),
    ("net per listed, 10th percentile, kr a month", |m| nets(m, |s| s.p10)),
    ("net per listed, median, kr a month", |m| nets(m, |s| Some(s.median))),
    ("net per listed, 90th percentile, kr a month", |m| nets(m, |s| s.p90)),
    ("net per listed, mean of those over zero, kr a month", |m| nets(m, |s| s.mean_above)),
    ("net per listed, mean of those below zero, kr a month", |m| nets(m, |s| s.mean_below)),
    ("net per listed, distance between those, kr a month", |m| nets(m, |s| s.distance)),
    ("share with net over zero", |m| number(m.net_per_listed.and_then(|s| s.above_zero), 3)),
    ("left of a person's carried cost, standard deviation, kr a month", |m| number(m.residual, 2)),
    ("Gini of payment per listed", |m| number(m.gini, 4)),
    ("correlation of payment and cost", |m| number(m.payment_on_cost.and_then(|line| line.correlation), 3)),
    ("incentive: kept of a saving, kr", |m| aim(m, |a| amount(a.incentive.kept.0, 2))),
    ("incentive: most lost a year when a drug that flags is stopped, kr", |m| aim(m, most_lost)),
    ("transparency: looked up for a person, mean", |m| aim(m, |a| number(a.transparency.looked_up_mean, 2))),
    ("transparency: parameters behind a base", |m| aim(m, |a| a.transparency.base.sum.to_string())),
    ("transparency: parameters in all", |m| aim(m, |a| a.transparency.whole.sum.to_string())),
    ("practicality: facts for a person", |m| aim(m, |a| a.practicality.facts.to_string())),
    ("manipulation: conditions where flagging is known to pay", |m| aim(m, known_to_pay)),
    ("manipulation: conditions where it is not known", |m| aim(m, not_known)),
];

fn aim(model: &ModelJson, of: impl Fn(&AimsJson) -> String) -> String {
    model.aims.as_ref().map_or_else(|| NOTHING.to_owned(), of)
}

fn pays(flagging: &&FlaggingJson) -> bool {
    flagging.margin.is_some_and(|margin| margin.0 > rust_decimal::Decimal::ZERO)
}

/// Without a price it is not known, which is not the same as none.
fn known_to_pay(aims: &AimsJson) -> String {
    if !aims.manipulation.is_empty() && aims.manipulation.iter().all(|flagging| flagging.margin.is_none()) {
        return "not known".to_owned();
    }
    aims.manipulation.iter().filter(pays).count().to_string()
}

fn most_lost(aims: &AimsJson) -> String {
    optional(aims.manipulation.iter().map(|flagging| flagging.brings).max_by_key(|brings| brings.0), 2)
}

fn not_known(aims: &AimsJson) -> String {
    aims.manipulation.iter().filter(|flagging| flagging.margin.is_none()).count().to_string()
}

fn measures(document: &Document) -> String {
    let ids = document.models.iter().map(|model| &model.id).chain(document.lacking.iter().map(|model| &model.id));
    let mut table = Table::new(["measure"].into_iter().chain(ids.map(String::as_str)));
    let blank = || document.lacking.iter().map(|_| NOTHING.to_owned());
    for (name, of) in MEASURES {
        table.push([(*name).to_owned()].into_iter().chain(document.models.iter().map(of)).chain(blank()).collect());
    }
    table.text() + missing(document)
}

/// Why a measure that others have is not there.
fn missing(document: &Document) -> &'static str {
    let why = |why| document.models.iter().any(|model| model.prediction.missing == Some(why));
    if why(Missing::SumsHoldNoSingleCosts) {
        return "CPM and MAPE take every person's own cost, and sums hold none. Give a list of persons (.csv or .parquet).\n";
    }
    if why(Missing::NoCostShare) {
        return "R\u{b2}, CPM and MAPE set payment against the cost that is carried; here none is.\n";
    }
    if why(Missing::CostsAlike) {
        return "R\u{b2} and CPM are missing where no cost differs from another.\n";
    }
    ""
}

/// Conditions for which flagging a person is known to pay.
fn flagging(document: &Document) -> String {
    let mut table =
        Table::new(["flagging that pays, kr a year", "model", "brings", "carried", "margin", "unpriced ways"]);
    let aims = document.models.iter().filter_map(|model| Some((model, model.aims.as_ref()?)));
    if !aims.clone().any(|(_, aims)| aims.manipulation.iter().any(|flagging| pays(&flagging))) {
        return "No condition is known for which flagging a person pays; what is not priced with --price is not known.\n"
            .to_owned();
    }
    for (model, flagging) in
        aims.flat_map(|(model, aims)| aims.manipulation.iter().filter(pays).map(move |f| (model, f)))
    {
        let amounts = [Some(flagging.brings), flagging.carried, flagging.margin];
        let amounts = amounts.map(|kronor| kronor.map_or_else(|| NOTHING.to_owned(), |kronor| amount(kronor.0, 2)));
        let head = [flagging.condition.clone(), model.id.clone()];
        table.push(head.into_iter().chain(amounts).chain([flagging.unpriced.to_string()]).collect());
    }
    table.text()
}

/// What a practice keeps when a drug that shows a condition is stopped: the weight goes with it.
fn stopping(document: &Document) -> String {
    let mut table = Table::new(["stopping a drug, kr a year", "model", "weight lost", "kept", "even if it costs"]);
    let aims = document.models.iter().filter_map(|model| Some((model, model.aims.as_ref()?)));
    for (model, flagging) in aims.flat_map(|(model, aims)| aims.manipulation.iter().map(move |f| (model, f))) {
        let amounts = [Some(flagging.brings), flagging.kept_when_stopped, flagging.even];
        let head = [flagging.condition.clone(), model.id.clone()];
        table.push(head.into_iter().chain(amounts.map(|kronor| optional(kronor, 2))).collect());
    }
    table.text()
}
