//! Prices as they are written among the arguments. Knows nothing of what they are for.
use crate::failure::Failure;
use model::{citation::Status, id::Id, proxy::DrugMeasure};
use register::aims::Price;

/// `diabetes:dispensing=40` and the like. What someone writes is nobody's source.
pub fn price(text: &str) -> Result<Price, Failure> {
    let wrong = || {
        let form = "Write it as CONDITION:UNIT=KRONOR, where the unit is dispensing, package or ddd.";
        Failure::Arguments(format!("--price {text:?} cannot be read. {form}"))
    };
    let (what, kronor) = text.split_once('=').ok_or_else(wrong)?;
    let (condition, unit) = what.split_once(':').ok_or_else(wrong)?;
    let measure = match unit {
        "dispensing" => DrugMeasure::Dispensings,
        "package" => DrugMeasure::Packages,
        "ddd" => DrugMeasure::Ddd,
        _ => return Err(wrong()),
    };
    let kronor = rust_decimal::Decimal::from_str_exact(kronor).ok().filter(|kronor| !kronor.is_sign_negative());
    let kronor = kronor.ok_or_else(wrong)?;
    Ok(Price { condition: Id::new(condition), measure, kronor, status: Status::Illustrative })
}
