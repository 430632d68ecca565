//! The section of doctors: the short calculation, every number that has been entered beside it, and the practices of a
//! region. Writes and reads it; knows no other section.
use super::{
    codes::{POPULATIONS, Words, decimal, word},
    json::Json,
    members::{At, Members, Problems},
    problem::Fault,
    write::{self, member, persons},
};
use crate::staff_list::{MAX_NAME_BYTES, MAX_PRACTICES};
use model::{
    bounds,
    edit::Edit,
    entries::Entries,
    id::Id,
    measure::{Doctors, Fte, Measure},
    scenario::Scenario,
    staffing::{
        item::{Group, Item},
        staff::{DoctorCount, Population, PracticeStaff},
    },
};
use rust_decimal::Decimal;
use std::collections::BTreeSet;

const SECTION: &[&str] = &["listed", "specialists", "st", "population", "numbers", "practices"];
const PRACTICE: &[&str] = &["name", "listed", "specialists", "st", "other", "locum", "heads"];
const HEADS: &[&str] = &["specialists", "st", "other", "locum"];
/// The heltid of each group of a practice.
const FTE: &Words<Group> =
    &[("specialists", Group::Specialist), ("st", Group::St), ("other", Group::Other), ("locum", Group::Locum)];

/// The section; without the list or the persons with a named doctor where these are withheld.
pub(super) fn written(scenario: &Scenario, listed: bool, named: bool) -> Json {
    let (staffing, staff) = (scenario.staffing, &scenario.staff);
    let mut section: write::Members = Vec::new();
    if listed {
        section.push(member("listed", persons(staffing.listed)));
    }
    section.extend([member("specialists", heltid(staffing.specialists)), member("st", heltid(staffing.st))]);
    if staff.population != Population::default() {
        section.push(member("population", Json::text(word(POPULATIONS, &staff.population))));
    }
    let numbers = staff.numbers.iter().filter(|(item, _)| named || **item != Item::Named);
    let numbers: write::Members = numbers.map(|(item, value)| (item.key(), Json::Text(decimal(*value)))).collect();
    if !numbers.is_empty() {
        section.push(member("numbers", Json::Object(numbers)));
    }
    if !staff.practices.is_empty() {
        section.push(member("practices", Json::List(staff.practices.iter().map(practice).collect())));
    }
    Json::Object(section)
}

fn heltid(fte: Fte) -> Json {
    Json::Text(decimal(fte.decimal()))
}

fn practice(practice: &PracticeStaff) -> Json {
    let mut row = vec![member("name", Json::text(practice.name.as_str())), member("listed", persons(practice.listed))];
    let mut heads: write::Members = Vec::new();
    for (group, count) in practice.doctors.iter() {
        match count {
            DoctorCount::Fte(fte) => row.push(member(word(FTE, group), heltid(*fte))),
            DoctorCount::Heads(count) => heads.push(member(word(FTE, group), Json::Text(decimal(count.decimal())))),
        }
    }
    if !heads.is_empty() {
        row.push(member("heads", Json::Object(heads)));
    }
    Json::Object(row)
}

/// What the section enters, as edits; what is wrong is added to the problems.
pub(super) fn read(at: &At<'_>, problems: &mut Problems) -> Vec<Edit> {
    let section = at.members(SECTION, problems);
    let listed = section.get("listed").and_then(|at| at.count(problems));
    let [specialists, st] = ["specialists", "st"].map(|key| section.get(key).and_then(|at| fte(at, problems)));
    let population = section.get("population").and_then(|at| at.word(POPULATIONS, problems));
    let numbers = section.get("numbers").map(|at| numbers(at, problems));
    let practices = section.get("practices").map(|at| practices(at, problems));
    let entered = [
        listed.map(Edit::SetStaffingListed),
        specialists.map(Edit::SetSpecialists),
        st.map(Edit::SetStDoctors),
        population.map(Edit::SetPopulation),
        numbers.map(Edit::SetStaff),
        practices.map(|practices| Edit::SetPractices(practices.into())),
    ];
    entered.into_iter().flatten().collect()
}

fn fte(at: &At<'_>, problems: &mut Problems) -> Option<Fte> {
    at.within(&bounds::FTE, problems).map(Fte::of)
}

fn numbers(at: &At<'_>, problems: &mut Problems) -> Vec<(Item, Option<Decimal>)> {
    let mut numbers = Vec::new();
    for (key, at) in at.entries(problems) {
        match Item::read(key) {
            Some(item) => numbers.extend(number(&item, &at, problems).map(|value| (item, Some(value)))),
            None => at.tell(Fault::UnknownNumber, problems),
        }
    }
    numbers
}

fn number(item: &Item, at: &At<'_>, problems: &mut Problems) -> Option<Decimal> {
    let value = at.within(&item.bounds(), problems)?;
    if item.takes(value) {
        return Some(value);
    }
    let most = item.bounds().decimals;
    at.tell(
        match value.normalize().scale() > most {
            true => Fault::TooManyDecimals { value, most },
            false => Fault::NotHalfYears { value },
        },
        problems,
    );
    None
}

fn practices(at: &At<'_>, problems: &mut Problems) -> Vec<PracticeStaff> {
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
        let listed = row.need("listed", problems).and_then(|at| at.count(problems));
        let doctors = doctors(&row, problems);
        practices.extend(name.zip(listed).map(|(name, listed)| PracticeStaff { name, listed, doctors }));
    }
    practices
}

/// The groups that are told, each by heltid or by heads.
fn doctors(row: &Members<'_>, problems: &mut Problems) -> Entries<Group, DoctorCount> {
    let mut doctors = Entries::new();
    let heads = row.get("heads").map(|at| at.members(HEADS, problems));
    for (key, group) in FTE {
        if let Some(fte) = row.get(key).and_then(|at| fte(at, problems)) {
            doctors.insert(*group, DoctorCount::Fte(fte));
        }
        let Some(at) = heads.as_ref().and_then(|heads| heads.get(key)) else { continue };
        if row.get(key).is_some() {
            at.tell(Fault::Repeated, problems);
        } else if let Some(heads) = number(&Item::Heads(group.kind()), at, problems) {
            doctors.insert(*group, DoctorCount::Heads(Doctors::of(heads)));
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
