//! What a link holds: the start model with two checks of it, then values by their position in the model. The first
//! check is of the positions: where it fails, nothing is placed. The second is of the published values: where it fails,
//! the reader is told that the model has changed.
use super::error::LinkError;
use crate::{
    fingerprint::{hash, shape_of, values_of},
    packed::{Packed, Unpacked},
    scenario_file::Note,
};
use model::{
    case_mix::Normalisation,
    edit::Edit,
    id::Id,
    measure::{Measure, PersonsPerFte, Rate, Share, Weight},
    payment_model::PaymentModel,
    scenario::{ParameterId, Scenario},
    staffing::Guideline,
};
use rust_decimal::Decimal;
use std::rc::Rc;

/// One bit for each single value that is there.
const COST_SHARE: u64 = 1;
const SPECIALIST: u64 = 2;
const ST: u64 = 4;
/// The budget rule is the number of these in the head; 0 is the model's own.
const RULE: u64 = 8;
const RULES: [Normalisation; 3] = [Normalisation::None, Normalisation::ScalarToBudget, Normalisation::PerCellNeutral];

/// The same bytes for the same start model and the same edits.
pub(super) fn packed(scenario: &Scenario) -> Vec<u8> {
    let (start, o) = (&scenario.start, &scenario.overrides);
    let guideline = [&scenario.guideline.specialist, &scenario.guideline.st];
    let [specialist, st] = guideline.map(|p| p.original.map(|_| p.value.decimal()));
    let singles = [(COST_SHARE, o.cost_share.map(Measure::decimal)), (SPECIALIST, specialist), (ST, st)];
    let mut to = Packed::default();
    to.text(start.id.as_str());
    to.0.extend(hash(&shape_of(start)).to_le_bytes());
    to.0.extend(hash(&values_of(start)).to_le_bytes());
    let rule = (1..).zip(RULES).find(|(_, rule)| o.normalisation == Some(*rule)).map_or(0, |(number, _)| number);
    let there = singles.iter().filter(|(_, value)| value.is_some());
    to.whole(there.fold(rule * RULE, |head, (bit, _)| head | bit));
    singles.into_iter().filter_map(|(_, value)| value).for_each(|value| to.decimal(value));
    let rates = start.bands.cells().map(|cell| o.rates.get(&cell).map(|rate| rate.decimal()));
    push_sparse(&mut to, &rates.collect::<Vec<_>>());
    let weights = factors(start).into_iter().map(|id| o.weights.get(&id).map(|weight| weight.decimal()));
    push_sparse(&mut to, &weights.collect::<Vec<_>>());
    to.0
}

/// Runs: how many are not there, how many are, these; and again until the end.
fn push_sparse(to: &mut Packed, values: &[Option<Decimal>]) {
    let mut rest = values;
    while !rest.is_empty() {
        let (gap, after) = rest.split_at(rest.iter().take_while(|value| value.is_none()).count());
        let (run, after) = after.split_at(after.iter().take_while(|value| value.is_some()).count());
        to.size(gap.len());
        to.size(run.len());
        run.iter().flatten().for_each(|value| to.decimal(*value));
        rest = after;
    }
}

/// So many values, as [`push_sparse`] wrote them.
fn take_sparse(from: &mut Unpacked<'_>, length: usize) -> Option<Vec<Option<Decimal>>> {
    let mut values = Vec::new();
    while values.len() < length {
        let (gap, run) = (from.size()?, from.size()?);
        let end = values.len().checked_add(gap)?.checked_add(run)?;
        if end > length || gap == 0 && run == 0 {
            return None;
        }
        values.resize(values.len() + gap, None);
        for _ in 0..run {
            values.push(Some(from.decimal()?));
        }
    }
    Some(values)
}

/// The scenario of the bytes.
pub(super) fn unpacked(
    bytes: &[u8],
    models: &[Rc<PaymentModel>],
    guideline: &Guideline,
) -> Result<(Scenario, Vec<Note>), LinkError> {
    let mut from = Unpacked(bytes);
    let id = from.text().ok_or(LinkError::Malformed)?;
    let Some(start) = models.iter().find(|model| model.id.as_str() == id) else {
        let known = models.iter().map(|model| model.id.clone()).collect();
        return Err(LinkError::UnknownModel { model: Id::new(id), known });
    };
    if from.bytes(4).ok_or(LinkError::Malformed)? != hash(&shape_of(start)).to_le_bytes() {
        return Err(LinkError::ModelChanged { model: start.id.clone() });
    }
    let same = from.bytes(4).ok_or(LinkError::Malformed)? == hash(&values_of(start)).to_le_bytes();
    let edits = edits(&mut from, start).filter(|_| from.0.is_empty()).ok_or(LinkError::Malformed)?;
    let empty = Scenario::new(Rc::clone(start), guideline.clone()).apply(&Edit::ResetAll);
    let scenario = edits.into_iter().try_fold(empty, |scenario, (parameter, edit)| match edit.is_within_bounds() {
        true => Ok(scenario.apply(&edit)),
        false => Err(LinkError::OutOfBounds { parameter }),
    })?;
    Ok((scenario, if same { Vec::new() } else { vec![Note::ModelChanged] }))
}

type Edits = Vec<(ParameterId, Edit)>;

fn edits(from: &mut Unpacked<'_>, start: &PaymentModel) -> Option<Edits> {
    let head = from.whole()?;
    let mut edits = Edits::new();
    let mut single = |bit: u64, parameter, edit: fn(Decimal) -> Edit| {
        if head & bit != 0 {
            edits.push((parameter, edit(from.decimal()?)));
        }
        Some(())
    };
    single(COST_SHARE, ParameterId::CostShare, |value| Edit::SetCostShare(Share::of(value)))?;
    single(SPECIALIST, ParameterId::GuidelineSpecialist, |value| {
        Edit::SetGuidelineSpecialist(PersonsPerFte::of(value))
    })?;
    single(ST, ParameterId::GuidelineSt, |value| Edit::SetGuidelineSt(PersonsPerFte::of(value)))?;
    if let Some(before) = usize::try_from(head / RULE).ok()?.checked_sub(1) {
        edits.push((ParameterId::Normalisation, Edit::SetNormalisation(*RULES.get(before)?)));
    }
    let rates = take_sparse(from, 2 * start.bands.count())?;
    edits.extend(
        start
            .bands
            .cells()
            .zip(rates)
            .filter_map(|(cell, rate)| Some((ParameterId::Rate(cell), Edit::SetRate(cell, Rate::of(rate?))))),
    );
    let factors = factors(start);
    let weights = take_sparse(from, factors.len())?;
    edits.extend(
        factors.into_iter().zip(weights).filter_map(|(id, weight)| {
            Some((ParameterId::Weight(id.clone()), Edit::SetWeight(id, Weight::of(weight?))))
        }),
    );
    Some(edits)
}

fn factors(model: &PaymentModel) -> Vec<Id> {
    model.case_mix().map_or_else(Vec::new, |mix| mix.factors().map(|factor| factor.id.clone()).collect())
}

#[cfg(test)]
mod tests {
    use super::{packed, unpacked};
    use crate::link::error::LinkError;
    use catalog::Catalogue;
    use model::{id::Id, scenario::Scenario};
    use proptest::prelude::*;
    use std::rc::Rc;

    /// The bytes of a start model without edits, up to the first edit.
    fn head(house: &Catalogue) -> Vec<u8> {
        let start = house.model(&Id::new(catalog::SKANE_PROPOSAL)).unwrap();
        let mut bytes = packed(&Scenario::new(Rc::clone(start), house.guideline.clone()));
        // no single value; 42 amounts and 27 weights that are not there
        assert!(bytes.ends_with(&[0, 42, 0, 27, 0]));
        bytes.truncate(bytes.len() - 5);
        bytes
    }

    #[test]
    fn positions_beyond_the_model_are_refused() {
        let house = Catalogue::shipped();
        let read = |edits: &[u8]| unpacked(&[&*head(&house), edits].concat(), &house.models, &house.guideline);
        assert!(read(&[0, 42, 0, 27, 0]).is_ok());
        let broken: [&[u8]; 9] = [
            &[],
            &[0, 42, 0, 27],
            &[0, 42, 0, 27, 0, 0],
            &[0, 43, 0, 27, 0],
            &[0, 42, 0, 28, 0],
            &[0, 0, 0, 42, 0, 27, 0],
            &[0, 41, 2, 2, 1, 2, 1, 27, 0],
            &[32, 42, 0, 27, 0],
            &[1, 26 * 2, 0x80, 42, 0, 27, 0],
        ];
        for edits in broken {
            assert_eq!(read(edits), Err(LinkError::Malformed), "{edits:?}");
        }
    }

    proptest! {
        #[test]
        fn any_edits_are_read_or_refused(edits in proptest::collection::vec(0u8..60, 0..80)) {
            let house = Catalogue::shipped();
            let read = unpacked(&[&*head(&house), &*edits].concat(), &house.models, &house.guideline);
            if let Ok((scenario, _)) = read {
                let again = unpacked(&packed(&scenario), &house.models, &house.guideline);
                prop_assert_eq!(again, Ok((scenario, Vec::new())));
            }
        }
    }
}
