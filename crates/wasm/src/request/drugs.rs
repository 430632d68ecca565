//! Collected drugs: `{atc, monthsAgo, packages, ddd}`.
use super::{object::Object, place::Place};
use crate::problem::{Code, Problems, Read};
use model::{atc::AtcCode, bounds, proxy::Dispensing};

/// Every collection.
pub fn dispensed(place: &Place<'_>, problems: &mut Problems) -> Read<Vec<Dispensing>> {
    let items = place.items("an array of collected drugs", problems)?;
    let drugs: Vec<Read<Dispensing>> = items.iter().map(|item| drug(item, problems)).collect();
    drugs.into_iter().collect()
}

fn drug(item: &Place<'_>, problems: &mut Problems) -> Read<Dispensing> {
    let mut object = Object::at(item, "an object, a collected drug", problems)?;
    let atc = object.required("atc", problems).and_then(|place| atc(&place, problems));
    let months = object
        .required("monthsAgo", problems)
        .and_then(|place| place.whole(bounds::MONTHS_AGO.whole_range(), problems));
    let packages =
        object.required("packages", problems).and_then(|place| place.whole(bounds::PACKAGES.whole_range(), problems));
    let ddd = object.required("ddd", problems).and_then(|place| place.decimal(&bounds::DOSES, problems));
    object.close(problems);
    let months_ago = u8::try_from(months?).unwrap_or(u8::MAX);
    Ok(Dispensing { atc: atc?, months_ago, packages: packages?, ddd: ddd? })
}

fn atc(place: &Place<'_>, problems: &mut Problems) -> Read<AtcCode> {
    let text = place.text("an ATC code", problems)?;
    AtcCode::parse(text).ok_or_else(|| {
        let message = "is no ATC code; give a class of one of the five levels, as \"A10BA02\" or \"A10\"";
        problems.tell(place.problem(Code::InvalidAtc, message))
    })
}
