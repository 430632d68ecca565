//! `staffing`: doctors against the guideline.
use super::{
    object::Object,
    place::Place,
    practice::count,
    reader::{Reader, Request},
};
use crate::problem::{Code, Problems, Read};
use model::{
    bounds,
    measure::PersonsPerFte,
    staffing::{
        Guideline,
        item::{Group, Item},
        staff::{Inputs, Shipped, Staff},
    },
};
use rust_decimal::Decimal;

/// A practice's doctors and the guideline to set them against.
#[derive(Debug)]
pub struct StaffingRequest {
    /// The shipped guideline, or the request's in its place.
    pub guideline: Guideline,
    /// The list and the doctors.
    pub staff: Staff,
    /// What stands where the request says nothing.
    pub shipped: Shipped,
}

/// The doctors of a request: their members, and whose they are.
pub const DOCTORS: [(&str, Group); 2] = [("specialists", Group::Specialist), ("st", Group::St)];

impl StaffingRequest {
    /// What the doctors are worked out from.
    pub fn inputs(&self) -> Inputs<'_> {
        let Self { guideline, staff, shipped } = self;
        Inputs { guideline, staff, shipped }
    }
}

impl Request for StaffingRequest {
    fn read(object: &mut Object<'_>, reader: &mut Reader<'_>) -> Read<Self> {
        let problems = &mut reader.problems;
        let listed = object.required("listed", problems).and_then(|place| count(&place, problems));
        let mut staff = Staff::default();
        let heads = object.optional("heads").map(|place| heads(&place, &mut staff, problems)).transpose();
        // who is told by heads need not be told by full-time equivalents
        let [specialists, st] = DOCTORS.map(|(name, group)| {
            let by_heads = staff.numbers.contains_key(&Item::Heads(group.kind()));
            let place = if by_heads { Ok(object.optional(name)) } else { object.required(name, problems).map(Some) };
            let fte = place?.map(|place| place.decimal(&bounds::FTE, problems)).transpose()?;
            Ok((Item::Fte(group.kind()), fte.filter(|fte| *fte > Decimal::ZERO)))
        });
        let shipped = &reader.catalogue.guideline;
        let guideline = object.optional("guideline").map(|place| guideline(&place, shipped, problems)).transpose();
        heads?;
        staff.listed = listed?;
        staff.numbers.extend([specialists?, st?].into_iter().filter_map(|(item, fte)| Some((item, fte?))));
        let guideline = guideline?.unwrap_or_else(|| shipped.clone());
        Ok(Self { guideline, staff, shipped: catalog::staffing() })
    }
}

/// `{ specialists, st, fteEach }`, each left out where it is not known.
fn heads(place: &Place<'_>, staff: &mut Staff, problems: &mut Problems) -> Read<()> {
    let mut object = Object::at(place, "an object, doctors by heads", problems)?;
    let mut read = Ok(());
    for (name, group) in DOCTORS {
        let item = Item::Heads(group.kind());
        match object.optional(name).map(|place| place.whole(item.bounds().whole_range(), problems)) {
            None => {}
            Some(Ok(heads)) => staff.enter(&[(item, Some(heads.into()))]),
            Some(Err(told)) => read = Err(told),
        }
    }
    let each = object.optional("fteEach").map(|place| fte_each(&place, problems)).transpose();
    object.close(problems);
    let each = each?;
    staff.enter(&DOCTORS.map(|(_, group)| (Item::FteEach(group), each)));
    read
}

fn fte_each(place: &Place<'_>, problems: &mut Problems) -> Read<Decimal> {
    let item = Item::FteEach(Group::Specialist);
    let each = place.decimal(&item.bounds(), problems)?;
    if item.takes(each) {
        return Ok(each);
    }
    let message = format!("has too many decimals; give at most {}", item.bounds().decimals);
    Err(problems.tell(place.problem(Code::NotDecimal, message)))
}

fn guideline(place: &Place<'_>, shipped: &Guideline, problems: &mut Problems) -> Read<Guideline> {
    let mut object = Object::at(place, "an object, the guideline", problems)?;
    let mut per_doctor =
        |name| object.required(name, problems).and_then(|place| place.decimal(&bounds::GUIDELINE, problems));
    let (specialist, st) = (per_doctor("specialist"), per_doctor("st"));
    object.close(problems);
    let edited = (PersonsPerFte::new(specialist?), PersonsPerFte::new(st?));
    Ok(Guideline { specialist: shipped.specialist.edited(edited.0), st: shipped.st.edited(edited.1) })
}
