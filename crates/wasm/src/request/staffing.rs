//! `staffing`: doctors against the guideline.
use super::{
    object::Object,
    place::{DOCTORS, PER_DOCTOR, Place},
    practice::count,
    reader::{Reader, Request},
};
use crate::problem::{Problems, Read};
use model::{
    measure::{Fte, PersonsPerFte},
    staffing::{Guideline, Staffing},
};

/// A practice's doctors and the guideline to set them against.
#[derive(Debug)]
pub struct StaffingRequest {
    /// Listed persons and doctors.
    pub situation: Staffing,
    /// The shipped guideline, or the request's in its place.
    pub guideline: Guideline,
}

impl Request for StaffingRequest {
    fn read(object: &mut Object<'_>, reader: &mut Reader<'_>) -> Read<Self> {
        let problems = &mut reader.problems;
        let listed = object.required("listed", problems).and_then(|place| count(&place, problems));
        let mut doctors = |name| object.required(name, problems).and_then(|place| place.decimal(DOCTORS, problems));
        let (specialists, st) = (doctors("specialists"), doctors("st"));
        let shipped = &reader.catalogue.guideline;
        let guideline = object.optional("guideline").map(|place| guideline(&place, shipped, problems)).transpose();
        let situation = Staffing { listed: listed?, specialists: Fte::new(specialists?), st: Fte::new(st?) };
        Ok(Self { situation, guideline: guideline?.unwrap_or_else(|| shipped.clone()) })
    }
}

fn guideline(place: &Place<'_>, shipped: &Guideline, problems: &mut Problems) -> Read<Guideline> {
    let mut object = Object::at(place, "an object, the guideline", problems)?;
    let mut per_doctor = |name| object.required(name, problems).and_then(|place| place.decimal(PER_DOCTOR, problems));
    let (specialist, st) = (per_doctor("specialist"), per_doctor("st"));
    object.close(problems);
    let edited = (PersonsPerFte::new(specialist?), PersonsPerFte::new(st?));
    Ok(Guideline { specialist: shipped.specialist.edited(edited.0), st: shipped.st.edited(edited.1) })
}
