//! Prices as they are written among the arguments: each for a condition that some compared model pays for, in a unit that
//! it is found by. Knows nothing of what they are for.
use crate::{
    failure::Failure,
    numbers,
    words::{quoted, unit},
};
use model::{
    bounds::DRUG_PRICE, citation::Status, condition::Condition, id::Id, payment_model::PaymentModel, proxy::DrugMeasure,
};
use register::aims::Price;

/// The units of drugs.
const UNITS: [DrugMeasure; 3] = [DrugMeasure::Dispensings, DrugMeasure::Packages, DrugMeasure::Ddd];

/// The prices that are written for these models. Errors: the first that cannot be read or that no model has a use for.
pub fn prices<'a>(texts: &[String], models: impl IntoIterator<Item = &'a PaymentModel>) -> Result<Vec<Price>, Failure> {
    let mixes = models.into_iter().filter_map(PaymentModel::case_mix);
    let conditions: Vec<&Condition> = mixes.flat_map(|mix| &mix.conditions).collect();
    let mut prices: Vec<Price> = Vec::new();
    for text in texts {
        let price = price(text)?;
        is_of_use(text, &price, &conditions)?;
        if prices.iter().any(|before| before.condition == price.condition && before.measure == price.measure) {
            let (condition, unit) = (price.condition, unit(price.measure));
            return Err(Failure::Arguments(format!("--price is there twice for {condition}:{unit}. Leave one out.")));
        }
        prices.push(price);
    }
    Ok(prices)
}

/// `diabetes:dispensing=40` and the like. What someone writes is nobody's source.
fn price(text: &str) -> Result<Price, Failure> {
    let wrong = || {
        let form = "Write it as CONDITION:UNIT=KRONOR, where the unit is dispensing, package or ddd.";
        Failure::Arguments(format!("--price {} cannot be read. {form}", quoted(text)))
    };
    let (what, kronor) = text.split_once('=').ok_or_else(wrong)?;
    let (condition, of) = what.split_once(':').ok_or_else(wrong)?;
    let measure = UNITS.into_iter().find(|measure| unit(*measure) == of).ok_or_else(wrong)?;
    if condition.is_empty() {
        return Err(wrong());
    }
    let amount = numbers::number(kronor, "kronor, with a decimal point,", &DRUG_PRICE);
    let kronor = amount.map_err(|why| Failure::Arguments(format!("--price {}: {why}.", quoted(text))))?;
    Ok(Price { condition: Id::new(condition), measure, kronor, status: Status::Illustrative })
}

/// A price that nothing would be worked out from is a mistake.
fn is_of_use(text: &str, price: &Price, conditions: &[&Condition]) -> Result<(), Failure> {
    let of: Vec<&&Condition> = conditions.iter().filter(|condition| condition.id == price.condition).collect();
    let measures = of.iter().flat_map(|condition| condition.proxies.iter().map(|proxy| proxy.trigger.measure));
    let measures: Vec<DrugMeasure> = measures.collect();
    if measures.contains(&price.measure) {
        return Ok(());
    }
    let what = if of.is_empty() {
        let ids = each_once(conditions.iter().map(|condition| condition.id.as_str()));
        match ids.is_empty() {
            true => "No compared model pays for conditions, so leave --price out.".to_owned(),
            false => format!("No compared model pays for {}. Give one of {ids}.", price.condition),
        }
    } else {
        let units = each_once(measures.into_iter().map(unit));
        format!("{} is not found by {}. Give the price of a {units}.", price.condition, unit(price.measure))
    };
    Err(Failure::Arguments(format!("--price {}: {what}", quoted(text))))
}

fn each_once<'a>(words: impl Iterator<Item = &'a str>) -> String {
    let each = words.fold(Vec::new(), |mut all, word| {
        if !all.contains(&word) {
            all.push(word);
        }
        all
    });
    each.join(", ")
}
