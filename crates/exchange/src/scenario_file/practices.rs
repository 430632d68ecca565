//! The practices of a region with their doctors, as a section of a scenario file.
use super::{
    content::fault_of,
    json::Json,
    members::{At, Members, Problems},
    problem::Fault,
};
use crate::staff_list::{MAX_NAME_BYTES, MAX_PRACTICES};
use model::{
    entries::Entries,
    id::Id,
    measure::{Doctors, Fte, Measure},
    staffing::{
        item::{DoctorKind, Group, Item},
        staff::{DoctorCount, PracticeStaff},
    },
    value::{Key, Value},
};
use rust_decimal::{Decimal, prelude::ToPrimitive};
use std::collections::BTreeSet;

const PRACTICE: &[&str] = &["name", "listed", "heltid", "heads"];
const GROUPS: &[&str] = &["specialist", "st", "other", "locum"];

/// The section.
pub(super) fn written(practices: &[PracticeStaff]) -> Json {
    Json::List(practices.iter().map(practice).collect())
}

fn practice(practice: &PracticeStaff) -> Json {
    let number = |value: Decimal| Json::Text(Value::Number(value).to_string());
    let heltid = practice.doctors.iter().filter_map(|(group, count)| match count {
        DoctorCount::Fte(fte) => Some((group.key(), number(fte.decimal()))),
        DoctorCount::Heads(_) => None,
    });
    let heads = practice.doctors.iter().filter_map(|(group, count)| match count {
        DoctorCount::Heads(heads) => Some((group.key(), number(heads.decimal()))),
        DoctorCount::Fte(_) => None,
    });
    let sections = [("heltid", Json::object(heltid)), ("heads", Json::object(heads))];
    let told = sections.into_iter().filter(|(_, doctors)| *doctors != Json::Object(Vec::new()));
    let listed = number(practice.listed.get().into());
    Json::object([("name", Json::text(practice.name.as_str())), ("listed", listed)].into_iter().chain(told))
}

/// The practices of the section; what is wrong is added to the problems.
pub(super) fn read(at: &At<'_>, problems: &mut Problems) -> Vec<PracticeStaff> {
    let items = at.items(problems);
    if items.len() > MAX_PRACTICES {
        at.tell(Fault::TooMany { found: items.len(), most: MAX_PRACTICES }, problems);
        return Vec::new();
    }
    let mut practices: Vec<PracticeStaff> = Vec::new();
    let mut names = BTreeSet::new();
    for at in items {
        let row = at.members(PRACTICE, problems);
        let name = name(&row, &mut names, problems);
        let listed = row.need("listed", problems).and_then(|at| number(&Item::Persons, at, problems));
        let listed = listed.and_then(|listed| listed.to_u64()).and_then(model::count::Count::new);
        let doctors = doctors(&row, problems);
        practices.extend(name.zip(listed).map(|(name, listed)| PracticeStaff { name, listed, doctors }));
    }
    practices
}

fn number(item: &Item, at: &At<'_>, problems: &mut Problems) -> Option<Decimal> {
    let value = at.decimal(problems)?;
    let fault = fault_of(&Key::Staff(item.clone()), &item.bounds(), value);
    fault.map_or(Some(value), |fault| {
        at.tell(fault, problems);
        None
    })
}

/// The groups that are told, each by heltid or by heads.
fn doctors<'a>(row: &Members<'a>, problems: &mut Problems) -> Entries<Group, DoctorCount> {
    let mut doctors = Entries::new();
    let [heltid, heads] = ["heltid", "heads"].map(|key| row.get(key).map(|at| at.members(GROUPS, problems)));
    let told = |section: &Option<Members<'a>>, group: Group| section.as_ref()?.get(group.key()).cloned();
    for group in Group::ALL {
        match (told(&heltid, group), told(&heads, group)) {
            (Some(_), Some(at)) => at.tell(Fault::Repeated, problems),
            (Some(at), None) => {
                let fte = number(&Item::Fte(DoctorKind::Specialist), &at, problems);
                doctors.extend(fte.map(|fte| (group, DoctorCount::Fte(Fte::of(fte)))));
            }
            (None, Some(at)) => {
                let heads = number(&Item::Heads(group.kind()), &at, problems);
                doctors.extend(heads.map(|heads| (group, DoctorCount::Heads(Doctors::of(heads)))));
            }
            (None, None) => {}
        }
    }
    doctors
}

fn name<'a>(row: &Members<'a>, before: &mut BTreeSet<&'a str>, problems: &mut Problems) -> Option<Id> {
    let at = row.need("name", problems)?;
    let text = at.text(problems)?;
    if text.trim().is_empty() || text.len() > MAX_NAME_BYTES {
        at.tell(Fault::NotAName { most: MAX_NAME_BYTES }, problems);
        return None;
    }
    let name = Id::new(text);
    if !before.insert(text) {
        at.tell(Fault::SameName { name: name.clone() }, problems);
    }
    Some(name)
}
