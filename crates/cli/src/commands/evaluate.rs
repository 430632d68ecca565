//! Statistics of each model side by side, and the four aims.
use super::{prices::prices, worked::Worked};
use crate::{
    arguments::Evaluate,
    failure::Failure,
    models,
    rows::{Cell, Column, Holds, ILLUSTRATIVE, MARK, MODEL, Rows},
    table::{NOTHING, Table, amount, number, optional},
    written::Outcome,
};
use exchange::region_json::{AimsJson, Amount, Document, FlaggingJson, Missing, ModelJson, SpreadJson};
use model::{
    measure::{Measure, YearlyMoney},
    quantity::Unit,
};
use register::aims::aims;
use rust_decimal::prelude::ToPrimitive;

/// One row a model and measure, and a group or condition where the measure is of one.
pub const COLUMNS: &[Column] = &[
    MODEL,
    ILLUSTRATIVE,
    Column { name: "measure", holds: Holds::Text, about: "what is measured, see below" },
    Column {
        name: "by",
        holds: Holds::Text,
        about: "ages, sex, conditions, condition or practice_size; empty for all",
    },
    Column { name: "which", holds: Holds::Text, about: "which of them, as 0-4, woman, 4+ or diabetes" },
    Column { name: "persons", holds: Holds::Whole, about: "how many they are" },
    Column { name: "value", holds: Holds::Number, about: "the measure; empty where it is not known" },
    Column { name: "unit", holds: Holds::Text, about: "krPerYear, krPerPersonMonth, share or factor (a pure number)" },
    MARK,
];

pub fn run(asked: &Evaluate) -> Result<Outcome, Failure> {
    let region = &asked.region;
    let models = models::asked(region)?;
    let prices = prices(&asked.prices, models.iter().map(|model| &**model))?;
    let mut worked = Worked::of(region, &models)?;
    let saved = YearlyMoney::of(asked.saved);
    let measured = worked.tariffs.iter().enumerate();
    let measured = measured.map(|(lane, tariff)| aims(tariff, Some((&worked.summary, lane)), saved, &prices));
    let measured: Vec<AimsJson> = measured.map(|aims| AimsJson::of(&aims)).collect();
    for (model, aims) in worked.document.models.iter_mut().zip(measured) {
        model.aims = Some(aims);
    }
    let text = || {
        let document = &worked.document;
        let tables =
            [worked.head() + &measures(document) + &worked.not_compared(), flagging(document), stopping(document)];
        tables.join("\n")
    };
    Outcome::of(&region.written, text, || worked.json(&region.costs), || Ok(rows(&worked.told(&region.costs)?)))
}

/// What a measure comes to.
#[derive(Clone, Copy)]
enum Figure {
    Exact(Amount),
    Number(f64),
    Whole(usize),
}

/// A measure of a model.
struct Measured {
    /// Its name for programs.
    id: &'static str,
    /// Its name for people, with the unit.
    name: &'static str,
    unit: Unit,
    /// Decimals that people are shown.
    decimals: u32,
    of: fn(&ModelJson) -> Option<Figure>,
}

const KRONOR: (Unit, u32) = (Unit::KrPerYear, 2);
const WHOLE_KRONOR: (Unit, u32) = (Unit::KrPerYear, 0);
const MONTHLY: (Unit, u32) = (Unit::KrPerPersonMonth, 2);
const RATIO: (Unit, u32) = (Unit::Factor, 4);
const COUNT: (Unit, u32) = (Unit::Factor, 0);

const fn measured(
    id: &'static str,
    name: &'static str,
    (unit, decimals): (Unit, u32),
    of: fn(&ModelJson) -> Option<Figure>,
) -> Measured {
    Measured { id, name, unit, decimals, of }
}

fn net(model: &ModelJson, of: fn(&SpreadJson) -> Option<f64>) -> Option<Figure> {
    model.net_per_listed.as_ref().and_then(of).map(Figure::Number)
}

fn aim(model: &ModelJson, of: impl Fn(&AimsJson) -> Option<Figure>) -> Option<Figure> {
    model.aims.as_ref().and_then(of)
}

fn whole(count: u32) -> Option<Figure> {
    usize::try_from(count).ok().map(Figure::Whole)
}

const MEASURES: &[Measured] = &[
    measured("payment", "payment, kr a year", WHOLE_KRONOR, |m| Some(Figure::Exact(m.total.payment))),
    measured("carried_cost", "carried cost, kr a year", WHOLE_KRONOR, |m| m.total.carried.map(Figure::Exact)),
    measured("net", "net, kr a year", WHOLE_KRONOR, |m| m.total.net.map(Figure::Exact)),
    measured("r_squared", "R\u{b2}", RATIO, |m| m.prediction.r_squared.map(Figure::Number)),
    measured("cpm", "CPM", RATIO, |m| m.prediction.cpm.map(Figure::Number)),
    measured("mape", "MAPE, kr a month", MONTHLY, |m| m.prediction.mape.map(Figure::Number)),
    measured("net_mean", "net per listed, mean, kr a month", MONTHLY, |m| net(m, |s| Some(s.mean))),
    measured("net_sd", "net per listed, standard deviation, kr a month", MONTHLY, |m| net(m, |s| s.sd)),
    measured("net_p10", "net per listed, 10th percentile, kr a month", MONTHLY, |m| net(m, |s| s.p10)),
    measured("net_median", "net per listed, median, kr a month", MONTHLY, |m| net(m, |s| Some(s.median))),
    measured("net_p90", "net per listed, 90th percentile, kr a month", MONTHLY, |m| net(m, |s| s.p90)),
    measured("net_mean_above", "net per listed, mean of those over zero, kr a month", MONTHLY, |m| {
        net(m, |s| s.mean_above)
    }),
    measured("net_mean_below", "net per listed, mean of those below zero, kr a month", MONTHLY, |m| {
        net(m, |s| s.mean_below)
    }),
    measured("net_distance", "net per listed, distance between those, kr a month", MONTHLY, |m| net(m, |s| s.distance)),
    measured("above_zero", "share with net over zero", (Unit::Share, 3), |m| net(m, |s| s.above_zero)),
    measured("residual", "left of a person's carried cost, standard deviation, kr a month", MONTHLY, |m| {
        m.residual.map(Figure::Number)
    }),
    measured("gini", "Gini of payment per listed", RATIO, |m| m.gini.map(Figure::Number)),
    measured("correlation", "correlation of payment and cost", (Unit::Factor, 3), |m| {
        m.payment_on_cost.and_then(|line| line.correlation).map(Figure::Number)
    }),
    measured("kept_of_saving", "incentive: kept of a saving, kr", KRONOR, |m| {
        aim(m, |a| Some(Figure::Exact(a.incentive.kept)))
    }),
    measured("most_lost", "incentive: most lost a year when a drug that flags is stopped, kr", KRONOR, |m| {
        aim(m, most_lost)
    }),
    measured("looked_up", "transparency: looked up for a person, mean", (Unit::Factor, 2), |m| {
        aim(m, |a| a.transparency.looked_up_mean.map(Figure::Number))
    }),
    measured("parameters_base", "transparency: parameters behind a base", COUNT, |m| {
        aim(m, |a| whole(a.transparency.base.sum))
    }),
    measured("parameters", "transparency: parameters in all", COUNT, |m| aim(m, |a| whole(a.transparency.whole.sum))),
    measured("facts", "practicality: facts for a person", COUNT, |m| aim(m, |a| whole(a.practicality.facts))),
    measured(FLAGGING_PAYS, "manipulation: conditions where flagging is known to pay", COUNT, |m| aim(m, known_to_pay)),
    measured("flagging_unknown", "manipulation: conditions where it is not known", COUNT, |m| {
        aim(m, |a| Some(Figure::Whole(a.manipulation.iter().filter(|flagging| flagging.margin.is_none()).count())))
    }),
];

/// Without prices it is not known, which is not the same as no such measure.
const FLAGGING_PAYS: &str = "flagging_pays";

fn pays(flagging: &&FlaggingJson) -> bool {
    flagging.margin.is_some_and(|margin| margin.0 > rust_decimal::Decimal::ZERO)
}

/// Without a price it is not known, which is not the same as none.
fn known_to_pay(aims: &AimsJson) -> Option<Figure> {
    let none_known =
        !aims.manipulation.is_empty() && aims.manipulation.iter().all(|flagging| flagging.margin.is_none());
    (!none_known).then(|| Figure::Whole(aims.manipulation.iter().filter(pays).count()))
}

fn most_lost(aims: &AimsJson) -> Option<Figure> {
    aims.manipulation.iter().map(|flagging| flagging.brings).max_by_key(|brings| brings.0).map(Figure::Exact)
}

fn shown(measure: &Measured, model: &ModelJson) -> String {
    match (measure.of)(model) {
        Some(Figure::Exact(exact)) => amount(exact.0, measure.decimals),
        Some(Figure::Number(value)) => number(Some(value), usize::try_from(measure.decimals).unwrap_or(0)),
        Some(Figure::Whole(count)) => count.to_string(),
        None if measure.id == FLAGGING_PAYS && model.aims.is_some() => "not known".to_owned(),
        None => NOTHING.to_owned(),
    }
}

fn measures(document: &Document) -> String {
    let ids = document.models.iter().map(|model| &model.id).chain(document.lacking.iter().map(|model| &model.id));
    let mut table = Table::new(["measure"].into_iter().chain(ids.map(String::as_str)));
    let blank = || document.lacking.iter().map(|_| NOTHING.to_owned());
    for measure in MEASURES {
        let values = document.models.iter().map(|model| shown(measure, model));
        table.push([measure.name.to_owned()].into_iter().chain(values).chain(blank()).collect());
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

/// What the measures are called for programs, and for people.
pub fn measures_in_words() -> String {
    let groups = [
        ("group_difference", "payment less carried cost of a group, kr a month per person"),
        ("group_low, group_high", "its 95 per cent interval"),
        ("group_ratio", "payment by carried cost of a group"),
        ("flag_brings", "what flagging a person with the condition pays more, kr a year"),
        ("flag_carried, flag_margin", "what the cheapest priced drug costs the practice, and what is left"),
        ("stop_kept", "kept when the drug is stopped and the flag goes with it, kr a year"),
        ("stop_even", "what the drug must cost for the practice not to lose by stopping it, kr a year"),
    ];
    let all = MEASURES.iter().map(|measure| (measure.id, measure.name)).chain(groups);
    let line = |(id, name): (&str, &str)| format!("  {id:<26}{name}\n");
    ["Measures:\n", &all.map(line).collect::<String>()].concat()
}

/// A row of a group: its measure, its name, how many they are, and the value with its unit.
struct Group<'a> {
    measure: &'static str,
    by: &'a str,
    which: &'a str,
    persons: Option<u64>,
    value: Option<f64>,
    unit: Unit,
}

fn rows(document: &Document) -> Rows {
    Rows::new(COLUMNS, document.models.iter().flat_map(rows_of))
}

/// The model's measures, then those of groups of persons, then those of conditions.
fn rows_of(model: &ModelJson) -> Vec<Vec<Cell>> {
    let value = |figure| match figure {
        Figure::Exact(exact) => exact.0.to_f64(),
        Figure::Number(number) => Some(number),
        Figure::Whole(count) => u32::try_from(count).ok().map(f64::from),
    };
    let whole = MEASURES.iter().map(|measure| {
        let value = (measure.of)(model).and_then(value);
        Group { measure: measure.id, by: "", which: "", persons: None, value, unit: measure.unit }
    });
    let groups = model.subgroups.iter().flat_map(|group| {
        let of = |measure, value, unit| Group {
            measure,
            by: &group.by,
            which: &group.which,
            persons: Some(group.persons),
            value,
            unit,
        };
        [
            of("group_difference", Some(group.difference), Unit::KrPerPersonMonth),
            of("group_low", group.low, Unit::KrPerPersonMonth),
            of("group_high", group.high, Unit::KrPerPersonMonth),
            of("group_ratio", group.ratio, Unit::Factor),
        ]
    });
    let flags = model.aims.iter().flat_map(|aims| &aims.manipulation).flat_map(|flagging| {
        let of = |measure, amount: Option<Amount>| Group {
            measure,
            by: "condition",
            which: &flagging.condition,
            persons: None,
            value: amount.and_then(|amount| amount.0.to_f64()),
            unit: Unit::KrPerYear,
        };
        [
            of("flag_brings", Some(flagging.brings)),
            of("flag_carried", flagging.carried),
            of("flag_margin", flagging.margin),
            of("stop_kept", flagging.kept_when_stopped),
            of("stop_even", flagging.even),
        ]
    });
    let cells = |group: Group<'_>| {
        vec![
            model.id.as_str().into(),
            model.illustrative.into(),
            group.measure.into(),
            Some(group.by).filter(|by| !by.is_empty()).into(),
            Some(group.which).filter(|which| !which.is_empty()).into(),
            group.persons.into(),
            group.value.into(),
            group.unit.key().into(),
            model.mark.into(),
        ]
    };
    whole.chain(groups).chain(flags).map(cells).collect()
}
