//! `staffing`: doctors against the guideline.
use super::{
    object::Object,
    reader::{Reader, Request},
    values::{self, path},
};
use crate::problem::{Code, Problem, Read};
use model::{
    scenario::Scenario,
    staffing::{
        item::{Group, Item},
        staff::{Inputs, Shipped},
    },
    value::Key,
};

/// A practice's doctors and the guideline to set them against.
#[derive(Debug)]
pub struct StaffingRequest {
    scenario: Scenario,
    shipped: Shipped,
}

/// Whom the guideline is about.
pub const DOCTORS: [Group; 2] = [Group::Specialist, Group::St];

impl StaffingRequest {
    /// What the doctors are worked out from.
    pub fn inputs(&self) -> Inputs<'_> {
        let Self { scenario, shipped } = self;
        Inputs { guideline: scenario.guideline(), staff: scenario.staff(), shipped }
    }
}

impl Request for StaffingRequest {
    fn read(object: &mut Object<'_>, reader: &mut Reader<'_>) -> Read<Self> {
        let start = values::start_from(catalog::SKANE_2026, reader)?;
        let of_group = |group: Group| {
            let kind = group.kind();
            [Item::Fte(kind), Item::Heads(kind), Item::FteEach(group), Item::Cover(kind)].map(Key::Staff)
        };
        let takes: Vec<Key> =
            [Key::STAFFING_LISTED].into_iter().chain(DOCTORS.into_iter().flat_map(of_group)).collect();
        let values = object.required("values", &mut reader.problems);
        let scenario = start.apply(&values.and_then(|at| values::values(&at, Some(&takes), &mut reader.problems))?);
        // who is told by heads need not be told by full-time equivalents
        let of_doctors = DOCTORS.map(|group| [Item::Fte(group.kind()), Item::Heads(group.kind())].map(Key::Staff));
        let wanted = [vec![Key::STAFFING_LISTED]].into_iter().chain(of_doctors.map(Vec::from));
        let missing = wanted.filter(|any| any.iter().all(|key| scenario.value(key).is_none()));
        let told = missing.fold(None, |_, keys| {
            let names = keys.iter().map(|key| format!("`{key}`")).collect::<Vec<_>>().join(" or ");
            let place = keys.first().map(path).unwrap_or_default();
            Some(reader.problems.tell(Problem::new(Code::MissingField, &place, format!("is missing; give {names}"))))
        });
        told.map_or(Ok(Self { scenario, shipped: catalog::staffing() }), Err)
    }
}
