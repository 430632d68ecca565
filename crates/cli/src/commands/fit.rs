//! Weights fitted to the region's costs, and how they do on persons they were not fitted to.
use super::worked::{Worked, examples};
use crate::{
    arguments::{Fit, Format, SignChoice},
    failure::Failure,
    models, numbers,
    protect::Protection,
    region,
    rows::{Column, Holds, MARK, Rows},
    source::{Source, Worked as _},
    table::{Table, amount, number},
    words::{many, quoted},
    written::{self, Outcome},
};
use exchange::region_json::{CrossJson, Document, FactorJson, FitJson, OutcomeJson};
use model::bounds::PARTS;
use register::{
    crossfit::{Split, cross_fit},
    fit::{FitOptions, Signs, fit_practices},
    rates::Rates,
    register::Origin,
};
use rust_decimal::prelude::ToPrimitive;
use std::rc::Rc;

/// One row a factor.
pub const COLUMNS: &[Column] = &[
    Column { name: "factor", holds: Holds::Text, about: "the condition or number of conditions" },
    Column { name: "persons", holds: Holds::Whole, about: "how many have it" },
    Column { name: "outcome", holds: Holds::Text, about: "fitted, too_few, negative, at_zero, determined or unsolved" },
    Column { name: "estimate_kr_month", holds: Holds::Number, about: "the estimate, kronor per person and month" },
    Column { name: "weight_kr_month", holds: Holds::Exact, about: "the same to the whole hundredth" },
    Column { name: "standard_error_kr_month", holds: Holds::Number, about: "its standard error" },
    Column { name: "low_kr_month", holds: Holds::Number, about: "the lower end of its 95 per cent interval" },
    Column { name: "high_kr_month", holds: Holds::Number, about: "the upper end" },
    MARK,
];

pub fn run(asked: &Fit) -> Result<Outcome, Failure> {
    written::check_outcome(&asked.written, &asked.costs.input.region)?;
    let (options, splits) = (options(asked)?, splits(asked)?);
    let costs = &asked.costs;
    let model = models::find(&asked.model)?;
    let no_mix = || {
        Failure::Arguments(format!("{}: the model pays for age and sex alone, so there is no weight to fit.", model.id))
    };
    let mix = model.case_mix().ok_or_else(no_mix)?;
    let (source, protection) =
        Protection::of(region::open_for(&costs.input, std::slice::from_ref(&model))?, asked.passing.protect)?;
    splits.iter().try_for_each(|split| can_be_parted(&source, *split))?;
    let summary = source.under(std::slice::from_ref(&model))?;
    let share = Rates::of(&models::tariff(&model)?).cost_share;
    let practices = source.tried(&summary.frame, Split::EachPractice)?;
    let nobody = || Failure::content("The region has no practice.");
    let found = fit_practices(&practices, share, &options).ok_or_else(nobody)?;
    let mut json = FitJson::of(&found, mix, &options);
    for split in splits {
        let parts = source.tried(&summary.frame, split)?;
        json.cross.extend(cross_fit(&parts, share, &options).map(|crossed| CrossJson::of(&crossed, split)));
    }
    let json = protection.fit(json);
    if asked.written.format == Format::Text {
        let told = source.mark() + &examples(std::iter::once(&*model)) + again(source.origin()) + &text(&json);
        return Ok(Outcome::text(told).to(asked.written.file(), asked.written.force));
    }
    let fitted = models::tariff(&Rc::new(found.applied_to(&model)))?;
    let mut worked = Worked::of_source(source, costs.cost_year, vec![fitted], protection)?;
    if let Some(model) = worked.document.models.first_mut() {
        model.fit = Some(json);
    }
    // text is told already: it needs no tariff of the fitted weights
    Outcome::of(&asked.written, String::new, || worked.json(costs), || Ok(rows(&worked.told(costs)?)))
}

fn rows(document: &Document) -> Rows {
    let mark = document.models.first().and_then(|model| model.mark);
    let factors = document.models.iter().filter_map(|model| model.fit.as_ref()).flat_map(|fit| &fit.factors);
    let row = |factor: &FactorJson| {
        let (name, estimate, rate, error, low, high) = match &factor.outcome {
            OutcomeJson::Fitted { estimate, rate, standard_error, low, high } => {
                ("fitted", Some(*estimate), Some(*rate), *standard_error, *low, *high)
            }
            OutcomeJson::TooFew { .. } => ("too_few", None, None, None, None, None),
            OutcomeJson::Negative { estimate } => ("negative", Some(*estimate), None, None, None, None),
            OutcomeJson::AtZero => ("at_zero", None, None, None, None, None),
            OutcomeJson::Determined => ("determined", None, None, None, None, None),
            OutcomeJson::Unsolved => ("unsolved", None, None, None, None, None),
        };
        vec![
            factor.id.as_str().into(),
            u64::from(factor.persons).into(),
            name.into(),
            estimate.into(),
            rate.into(),
            error.into(),
            low.into(),
            high.into(),
            mark.into(),
        ]
    };
    Rows::new(COLUMNS, factors.map(row))
}

fn options(asked: &Fit) -> Result<FitOptions, Failure> {
    let signs = match asked.signs {
        SignChoice::Any => Signs::Any,
        SignChoice::NonNegative => Signs::NonNegative,
        SignChoice::DropNegative => Signs::DropNegative,
    };
    // within the bounds every number is one of these
    let ridge = asked.ridge.to_f64().unwrap_or_default();
    Ok(FitOptions { signs, ridge, least_persons: asked.least })
}

fn splits(asked: &Fit) -> Result<Vec<Split>, Failure> {
    let twice =
        asked.cross.iter().enumerate().find(|(place, text)| asked.cross.iter().take(*place).any(|o| o == *text));
    if let Some((_, text)) = twice {
        return Err(Failure::Arguments(format!("--cross {} is there twice. Leave one out.", quoted(text))));
    }
    asked.cross.iter().map(|text| split(text, asked.seed)).collect()
}

/// Errors: some part would have nobody, or nobody would be outside it.
fn can_be_parted(source: &Source, split: Split) -> Result<(), Failure> {
    let listed = source.listed();
    let practices = listed.iter().filter(|listed| **listed > 0).count() as u64;
    let practices = (practices, many(practices, "practice", "practices"));
    let persons = listed.iter().sum();
    let persons = (persons, many(persons, "person", "persons"));
    let (parts, option, (most, there)) = match split {
        Split::EachPractice => (2, "each-practice".to_owned(), practices),
        Split::Practices { parts, .. } => (parts.into(), format!("practices:{parts}"), practices),
        Split::Persons { parts, .. } => (parts.into(), format!("persons:{parts}"), persons),
    };
    if parts <= most {
        return Ok(());
    }
    let remedy = match most {
        0 | 1 => "Leave --cross out: weights are tried on others, and there are none.".to_owned(),
        most => format!("Give at most {most} parts."),
    };
    Err(Failure::Arguments(format!("--cross {option}: the region has {there}. {remedy}")))
}

/// Persons who are made up have the costs that weights gave them.
fn again(origin: Origin) -> &'static str {
    match origin {
        Origin::Own => "",
        Origin::Synthetic { .. } => {
            "The persons' costs are made up from weights, so the fit finds its own weights again: it says nothing of real \
             costs.\n"
        }
    }
}

fn split(text: &str, seed: u64) -> Result<Split, Failure> {
    let wrong = || {
        Failure::Arguments(format!(
            "--cross {} cannot be read. Write each-practice, practices:10 or persons:10, with a number from {} to {}.",
            quoted(text),
            PARTS.least,
            PARTS.most
        ))
    };
    if text == "each-practice" {
        return Ok(Split::EachPractice);
    }
    let (kind, parts) = text.split_once(':').ok_or_else(wrong)?;
    let parts: u16 = numbers::whole(PARTS)(parts).map_err(|_| wrong())?;
    match kind {
        "practices" => Ok(Split::Practices { parts, seed }),
        "persons" => Ok(Split::Persons { parts, seed }),
        _ => Err(wrong()),
    }
}

fn text(fit: &FitJson) -> String {
    let mut table = Table::new(["factor", "persons", "kr a month", "standard error", "95 per cent", "remark"]);
    for factor in &fit.factors {
        table.push([factor.id.clone(), factor.persons.to_string()].into_iter().chain(outcome(factor)).collect());
    }
    let explained = [("R\u{b2}", fit.r_squared), ("R\u{b2} within cells", fit.r_squared_within)];
    let mut measures = Table::new(["measure", "value"]);
    explained.into_iter().for_each(|(name, value)| measures.push(vec![name.to_owned(), number(value, 4)]));
    for cross in &fit.cross {
        let name = format!("R\u{b2} by {}, {} parts", cross.split, cross.parts.len());
        measures.push(vec![name, number(cross.r_squared, 4)]);
    }
    let penalised = if fit.ridge > 0.0 { PENALISED } else { "" };
    table.text() + penalised + "\n" + &measures.text()
}

const PENALISED: &str =
    "With a penalty the weights are drawn towards zero, so no interval about them holds the true one.\n";

/// The weight, its error and its interval, and why there is none.
fn outcome(factor: &FactorJson) -> [String; 4] {
    let dash = || "-".to_owned();
    let remark = match &factor.outcome {
        OutcomeJson::Fitted { rate, standard_error, low, high, .. } => {
            let ends = low.zip(*high).map_or_else(dash, |(low, high)| format!("{low:.2} to {high:.2}"));
            return [amount(rate.0, 2), number(*standard_error, 2), ends, String::new()];
        }
        OutcomeJson::TooFew { least } => format!("fewer than {}", many((*least).into(), "person", "persons")),
        OutcomeJson::Negative { estimate } => format!("left out as negative ({estimate:.2})"),
        OutcomeJson::AtZero => "best at zero".to_owned(),
        OutcomeJson::Determined => "determined by cells and other factors".to_owned(),
        OutcomeJson::Unsolved => "could not be solved".to_owned(),
    };
    [dash(), dash(), dash(), remark]
}
