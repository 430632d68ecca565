//! Numbers of options: which may be written, by the core's table of bounds, and what is said of others. Knows no option.
use model::bounds::{Bounds, THRESHOLD};
use rust_decimal::{Decimal, prelude::ToPrimitive};

/// Reads a whole number within the bounds.
pub fn whole<T: TryFrom<u32>>(bounds: Bounds) -> impl Fn(&str) -> Result<T, String> + Clone {
    let kind = "a whole number";
    move |text| {
        let number = number(text, kind, &bounds)?;
        let whole = number.is_integer().then(|| number.to_u32()).flatten();
        whole.and_then(|whole| T::try_from(whole).ok()).ok_or_else(|| refused(NO_NUMBER, kind, &bounds))
    }
}

/// Reads a number within the bounds.
pub fn decimal(bounds: Bounds) -> impl Fn(&str) -> Result<Decimal, String> + Clone {
    move |text| number(text, "a number with a decimal point", &bounds)
}

/// Reads the number that lots are drawn by.
pub fn seed(text: &str) -> Result<u64, String> {
    text.parse().map_err(|_| format!("{}. Give a whole number from 0 to {}", no_number(text), u64::MAX))
}

/// Reads the least number of persons that is told; what follows the option may have been meant as the file.
pub fn threshold(text: &str) -> Result<u32, String> {
    let file = if text.contains('.') { ", and write the file before --protect" } else { "" };
    whole(THRESHOLD)(text).map_err(|what| what + file)
}

/// Reads an amount within the bounds, however it is given.
pub fn number(text: &str, kind: &str, bounds: &Bounds) -> Result<Decimal, String> {
    let number = Decimal::from_str_exact(text).map_err(|_| refused(no_number(text), kind, bounds))?;
    match () {
        () if number < bounds.least => Err(refused("it is too small", kind, bounds)),
        () if number > bounds.most => Err(refused("it is too large", kind, bounds)),
        () => Ok(number),
    }
}

const NO_NUMBER: &str = "it is no such number";

fn no_number(text: &str) -> &'static str {
    if text.trim().is_empty() { "nothing is written" } else { NO_NUMBER }
}

/// Why, and what is taken.
fn refused(why: &str, kind: &str, bounds: &Bounds) -> String {
    format!("{why}. Give {kind} from {} to {}", bounds.least.normalize(), bounds.most.normalize())
}
