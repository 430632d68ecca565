//! Conditions of other models that the same persons have: one population serves every compared model. Who has a condition
//! all of whose drugs count for another has the other as well; the rest of the other's share is drawn apart, so that the
//! persons and their costs are the same whichever models there are. Knows no amounts.
use super::{
    Impossible, Numbers,
    cells::wanted,
    sampler::{Chance, Sampler},
    strata::{self, ByStratum, STRATA, fitting, none_of},
};
use crate::person_key::PersonKey;
use model::{
    case_mix::{CaseMix, ConditionSet},
    cell::Cell,
    condition::{Condition, Limits},
    payment_model::PaymentModel,
};

/// A model whose conditions persons have beside those that they are drawn by.
#[derive(Clone, Debug)]
pub(super) struct Other {
    mix: CaseMix,
    /// By condition: its place in the register; none for one that is there already.
    places: Vec<Option<usize>>,
    /// By condition: those that persons are drawn by and all of whose drugs count for it.
    within: Vec<ConditionSet>,
    /// By condition: those that persons are drawn by and that count all its drugs.
    around: Vec<ConditionSet>,
}

/// One condition as a person of a cell comes to have it.
#[derive(Clone, Debug)]
pub(super) struct Extra {
    place: usize,
    within: ConditionSet,
    around: ConditionSet,
    apart: ConditionSet,
    limits: Limits,
    chance: [Chance; STRATA],
}

/// A person as drawn so far.
#[derive(Clone, Copy, Debug)]
pub(super) struct Drawn {
    pub(super) key: PersonKey,
    pub(super) stratum: usize,
    pub(super) set: ConditionSet,
    pub(super) cost: u32,
}

/// What is needed of a cell to draw further conditions.
#[derive(Clone, Copy)]
pub(super) struct InCell<'a> {
    pub(super) cell: Cell,
    pub(super) solved: &'a [strata::Condition],
    pub(super) strata: ByStratum,
    pub(super) numbers: &'a Numbers,
}

impl Other {
    /// The model beside the register's conditions so far, to which those that are new are added. Errors: it has other
    /// bands, or finds a condition of the same id by other drugs.
    pub(super) fn new<'a>(
        model: &'a PaymentModel,
        drawn: &PaymentModel,
        conditions: &mut Vec<&'a Condition>,
    ) -> Result<Option<Self>, Impossible> {
        let Some(mix) = model.case_mix() else { return Ok(None) };
        if model.bands != drawn.bands {
            return Err(Impossible::Bands);
        }
        let base = drawn.case_mix().map_or(&[][..], |mix| &mix.conditions);
        let of = |is: &dyn Fn(&Condition) -> bool| {
            let those = base.iter().enumerate().filter(|(_, condition)| is(condition));
            ConditionSet::of(those.map(|(position, _)| position))
        };
        let mut places = Vec::with_capacity(mix.conditions.len());
        for condition in &mix.conditions {
            match conditions.iter().find(|known| known.id == condition.id) {
                Some(known) if !known.is_found_as(condition) => {
                    return Err(Impossible::FoundOtherwise(condition.id.clone()));
                }
                Some(_) => places.push(None),
                None => {
                    places.push(Some(conditions.len()));
                    conditions.push(condition);
                }
            }
        }
        let within = mix.conditions.iter().map(|own| of(&|known| known.drugs_are_among(own))).collect();
        let around = mix.conditions.iter().map(|own| of(&|known| own.drugs_are_among(known))).collect();
        Ok(Some(Self { mix: mix.clone(), places, within, around }))
    }

    /// Its conditions in a cell.
    pub(super) fn in_cell(&self, of: InCell<'_>) -> Result<Vec<Extra>, Impossible> {
        let place = |position: usize| self.places.get(position).copied().flatten();
        let mut extras = Vec::new();
        for wanted in wanted(&self.mix, of.cell)? {
            let position = wanted.position;
            let (Some(at), Some(own)) = (place(position), self.mix.conditions.get(position)) else { continue };
            let [within, around] =
                [&self.within, &self.around].map(|sets| sets.get(position).copied().unwrap_or_default());
            let apart = ConditionSet::of(wanted.apart.positions().filter_map(place));
            let chance = chances(wanted.share, (within, around), of);
            extras.push(Extra { place: at, within, around, apart, limits: own.limits, chance });
        }
        Ok(extras)
    }
}

/// The chance in each stratum of who may be drawn, so that the share of the cell is the wanted one.
fn chances(share: f64, (within, around): (ConditionSet, ConditionSet), of: InCell<'_>) -> [Chance; STRATA] {
    let none = |these: ConditionSet| [0, 1, 2].map(|stratum| none_of(of.solved, these, stratum));
    let all = ConditionSet::of(of.solved.iter().map(|condition| condition.position));
    let without = none(within);
    let implied: f64 = without.iter().zip(of.strata).map(|(none, part)| (1.0 - none) * part).sum();
    // with a drug there is a cost, so that nobody without one is drawn
    let barred = if around.is_empty() {
        none(all).map(|nothing| nothing * of.numbers.without_cost)
    } else {
        none(within.or(around))
    };
    let free = [0, 1, 2].map(|i| {
        let at = |of: &ByStratum| of.get(i).copied().unwrap_or(0.0);
        (at(&without) - at(&barred)).max(0.0)
    });
    let rest = share - implied;
    if rest <= 0.0 {
        return [0.0; STRATA].map(Chance::new);
    }
    fitting(rest, of.strata, free, of.numbers.co_occurrence).map(Chance::new)
}

/// The person's conditions with those of the other model.
pub(super) fn with_extras(extras: &[Extra], drawn: Drawn, sampler: &mut Sampler) -> ConditionSet {
    let mut set = drawn.set;
    for extra in extras {
        let may = if extra.around.is_empty() { drawn.cost > 0 } else { drawn.set.has_any(extra.around) };
        let chance = extra.chance.get(drawn.stratum).copied().filter(|chance| may && !chance.is_none());
        let comes = chance.is_some_and(|chance| sampler.comes(chance));
        let limits = extra.limits.admit(drawn.key.sex(), drawn.key.age());
        if drawn.set.has_any(extra.within) || comes && limits && !set.has_any(extra.apart) {
            set = set.with(extra.place);
        }
    }
    set
}
