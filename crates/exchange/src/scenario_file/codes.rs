//! How the file writes what is not a number: sexes, ages, rules, places. Each way has its way back.
use super::note::Entered;
use model::{
    age::{Age, AgeBand},
    case_mix::Normalisation,
    cell::Cell,
    id::Id,
    net::ShareReading,
    sex::Sex,
    staffing::staff::Population,
};
use rust_decimal::Decimal;

/// Words with what they mean.
pub(super) type Words<T> = [(&'static str, T)];

pub(super) const SEXES: &Words<Sex> = &[("woman", Sex::Woman), ("man", Sex::Man)];
pub(super) const RULES: &Words<Normalisation> = &[
    ("none", Normalisation::None),
    ("scalarToBudget", Normalisation::ScalarToBudget),
    ("perCellNeutral", Normalisation::PerCellNeutral),
];
pub(super) const POPULATIONS: &Words<Population> =
    &[("listed", Population::Listed), ("inhabitants", Population::Inhabitants)];
pub(super) const READINGS: &Words<ShareReading> = &[("inTable", ShareReading::InTable), ("atNet", ShareReading::AtNet)];

/// The word for a meaning; every meaning stands in its list.
pub(super) fn word<T: PartialEq>(words: &Words<T>, meaning: &T) -> &'static str {
    words.iter().find(|(_, m)| m == meaning).map_or("", |(word, _)| word)
}

/// What a word means.
pub(super) fn meaning<T: Copy>(words: &Words<T>, text: &str) -> Option<T> {
    words.iter().find(|(word, _)| *word == text).map(|(_, meaning)| *meaning)
}

/// `0-4` or `85+`.
pub(crate) fn band(band: AgeBand) -> String {
    match band.high {
        Some(high) => [band.low.to_string(), high.to_string()].join("-"),
        None => band.low.to_string() + "+",
    }
}

/// The band of `0-4` or `85+`.
pub(super) fn read_band(text: &str) -> Option<AgeBand> {
    if let Some(low) = text.strip_suffix('+') {
        return Some(AgeBand { low: age(low)?, high: None });
    }
    let (low, high) = text.split_once('-')?;
    let (low, high) = (age(low)?, age(high)?);
    (low <= high).then_some(AgeBand { low, high: Some(high) })
}

/// One way to write each age, so that no cell can stand there twice.
fn age(text: &str) -> Option<Age> {
    let digits = text.bytes().all(|byte| byte.is_ascii_digit()) && (text == "0" || !text.starts_with('0'));
    text.parse().ok().filter(|_| digits)
}

/// The shortest writing of a number.
pub(super) fn decimal(value: Decimal) -> String {
    value.normalize().to_string()
}

/// A number with a point, without sign but a minus, without needless zeros before it.
pub(super) fn read_decimal(text: &str) -> Option<Decimal> {
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, "0"));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let form = digits(whole) && digits(fraction) && (whole == "0" || !whole.starts_with('0'));
    // exact: more digits than a decimal holds are an error, not rounded
    if form { Decimal::from_str_exact(text).ok() } else { None }
}

/// One step of a JSON pointer.
pub(super) fn step(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}

/// The pointer to something entered.
pub(super) fn place(entered: &Entered) -> String {
    match entered {
        Entered::Listed(cell) => ["/practice/listed", word(SEXES, &cell.sex), &band(cell.band)].join("/"),
        Entered::Affected(id) => ["/practice/affected", &step(id.as_str())].join("/"),
        Entered::DrugCost => DRUG_COST.to_owned(),
        Entered::StaffingListed => STAFFING_LISTED.to_owned(),
        Entered::Named => NAMED.to_owned(),
    }
}

/// What stands at the pointer, if it is something entered.
pub(super) fn read_place(text: &str) -> Option<Entered> {
    match text {
        DRUG_COST => return Some(Entered::DrugCost),
        STAFFING_LISTED => return Some(Entered::StaffingListed),
        NAMED => return Some(Entered::Named),
        _ => {}
    }
    if let Some(id) = text.strip_prefix("/practice/affected/").filter(|id| !id.contains('/')) {
        return Some(Entered::Affected(Id::new(&id.replace("~1", "/").replace("~0", "~"))));
    }
    let (sex, ages) = text.strip_prefix("/practice/listed/")?.split_once('/')?;
    Some(Entered::Listed(Cell { sex: meaning(SEXES, sex)?, band: read_band(ages)? }))
}

const DRUG_COST: &str = "/practice/drugCost";
const STAFFING_LISTED: &str = "/staffing/listed";
const NAMED: &str = "/staffing/numbers/named";

#[cfg(test)]
mod tests {
    use super::{read_band, read_decimal, read_place};

    #[test]
    fn ages_and_numbers_have_one_writing() {
        for text in ["0-4", "85+", "0+", "7-7", "0-255"] {
            assert_eq!(super::band(read_band(text).unwrap()), text);
        }
        for text in ["", "4", "-4", "4-", "04-5", "5-4", "+4-5", "0-256", "a+", "+", "4\u{2013}5", " 0-4"] {
            assert_eq!(read_band(text), None, "{text}");
        }
        for text in ["0", "-0.5", "121", "0.1234567890123456789012345678", "7.10"] {
            assert_eq!(read_decimal(text).unwrap().to_string(), text);
        }
        for text in
            ["", ".5", "5.", "05", "+5", "1e3", "1_000", "1 000", "1,5", "--1", "0.12345678901234567890123456789"]
        {
            assert_eq!(read_decimal(text), None, "{text}");
        }
    }

    #[test]
    fn places_lead_back() {
        let numbers = ["/practice/drugCost", "/staffing/listed", "/staffing/numbers/named"];
        for text in ["/practice/listed/man/85+", "/practice/affected/a~1b~0c"].into_iter().chain(numbers) {
            assert_eq!(super::place(&read_place(text).unwrap()), text);
        }
        for text in ["", "/practice/listed/man", "/practice/listed/men/0-4", "/staffing/st", "/practice/affected/a/b"] {
            assert_eq!(read_place(text), None, "{text}");
        }
    }
}
