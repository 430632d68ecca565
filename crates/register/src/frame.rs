//! The common division of persons into classes and sets, fine enough for every compared model. Knows no amounts.
use crate::person_key::PersonKey;
use model::{
    age::AgeBands,
    case_mix::{CaseMix, ConditionSet},
    id::Id,
    payment_model::PaymentModel,
};

/// Sex and ages that no compared model tells apart: neither its bands nor its conditions' limits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Class {
    /// The youngest of the class, and its sex; every rule answers for it as for the others.
    pub youngest: PersonKey,
}

/// Why a model cannot be worked out for a register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lacking {
    /// The model's place among those asked for.
    pub model: usize,
    /// Conditions that the model pays for and the register does not tell of.
    pub conditions: Vec<Id>,
}

/// One model's rules, without amounts.
#[derive(Clone, Debug)]
pub struct Lane {
    /// The bands of the model's table.
    pub bands: AgeBands,
    /// The model's conditions and rules, if it pays for conditions.
    pub mix: Option<CaseMix>,
    /// By class: the place of the class's cell in the order of the bands' cells.
    pub cell_of_class: Vec<u16>,
    /// By position of a condition in the register: its position in the model.
    position: Vec<Option<usize>>,
}

/// Classes, and the rules of each model.
#[derive(Clone, Debug)]
pub struct Frame {
    /// The classes: women from the youngest, then men.
    pub classes: Vec<Class>,
    /// By [`PersonKey::index`]: the class.
    pub class_of_key: Vec<u16>,
    /// One a model, in the order in which they were given.
    pub lanes: Vec<Lane>,
}

impl Frame {
    /// The frame of the models for a register with these conditions, or every condition that some model lacks.
    pub fn new(models: &[&PaymentModel], conditions: &[Id]) -> Result<Self, Vec<Lacking>> {
        let lacking = lacking(models, conditions);
        if !lacking.is_empty() {
            return Err(lacking);
        }
        let starts = starts(models);
        let mut classes: Vec<Class> = Vec::new();
        let mut class_of_key = Vec::with_capacity(PersonKey::COUNT);
        for key in PersonKey::all() {
            if starts.contains(&key.age()) {
                classes.push(Class { youngest: key });
            }
            class_of_key.push(place(classes.len().saturating_sub(1)));
        }
        let lanes = models.iter().map(|model| Lane::new(model, &classes, conditions)).collect();
        Ok(Self { classes, class_of_key, lanes })
    }

    /// Whether there is a model that pays for conditions and every one that does has this one.
    pub fn has_everywhere(&self, condition: &Id) -> bool {
        let mut mixes = self.lanes.iter().filter_map(|lane| lane.mix.as_ref()).peekable();
        mixes.peek().is_some() && mixes.all(|mix| mix.position(condition).is_some())
    }
}

impl Lane {
    fn new(model: &PaymentModel, classes: &[Class], conditions: &[Id]) -> Self {
        let bands = model.bands.clone();
        let cell_of_class = classes.iter().map(|class| cell_of(&bands, class.youngest)).collect();
        let mix = model.case_mix().cloned();
        let in_model = |id: &Id| mix.as_ref().and_then(|mix| mix.position(id));
        let position = conditions.iter().map(in_model).collect();
        Self { bands, mix, cell_of_class, position }
    }

    /// The register's set with the model's positions; conditions that the model does not know are left out.
    pub fn in_model(&self, conditions: ConditionSet) -> ConditionSet {
        let known = conditions.positions().filter_map(|i| self.position.get(i).copied().flatten());
        ConditionSet::of(known)
    }

    /// The positions among [`CaseMix::factors`] of what a person of the class with these conditions is paid for.
    pub fn paid(&self, class: Class, conditions: ConditionSet) -> Vec<u16> {
        self.paid_of_admitted(self.in_model(conditions).both(self.admitted(class)))
    }
}

impl Lane {
    /// The model's conditions that are counted at all for the class.
    pub(crate) fn admitted(&self, class: Class) -> ConditionSet {
        let admitted = |mix: &CaseMix| mix.admitted(class.youngest.sex(), class.youngest.age());
        self.mix.as_ref().map_or(ConditionSet::EMPTY, admitted)
    }

    /// The factors that are paid for of conditions that are all [admitted](Lane::admitted), by their positions in the model.
    pub(crate) fn paid_of_admitted(&self, admitted: ConditionSet) -> Vec<u16> {
        let Some(mix) = &self.mix else { return Vec::new() };
        mix.paid_positions(mix.paid_of_admitted(admitted)).map(place).collect()
    }

    /// Whether every person is paid for by the same factors, by position, in both.
    pub(crate) fn pays_alike(&self, other: &Self) -> bool {
        match (&self.mix, &other.mix) {
            (None, None) => true,
            (Some(one), Some(another)) => self.position == other.position && same_rules(one, another),
            _ => false,
        }
    }
}

fn same_rules(one: &CaseMix, other: &CaseMix) -> bool {
    let limits = |mix: &CaseMix| mix.conditions.iter().map(|condition| condition.limits).collect::<Vec<_>>();
    let groups = |mix: &CaseMix| mix.interactions.iter().map(|term| term.groups.clone()).collect::<Vec<_>>();
    let counts = |mix: &CaseMix| mix.counts.iter().map(|term| term.rule).collect::<Vec<_>>();
    one.combine == other.combine
        && one.preconditions == other.preconditions
        && one.hierarchy == other.hierarchy
        && limits(one) == limits(other)
        && groups(one) == groups(other)
        && counts(one) == counts(other)
}

fn cell_of(bands: &AgeBands, key: PersonKey) -> u16 {
    let band = bands.index_of(key.age());
    place(if key.sex() == model::sex::Sex::Woman { band } else { bands.count() + band })
}

/// The models that cannot be worked out for a register with these conditions, and why.
pub fn lacking(models: &[&PaymentModel], conditions: &[Id]) -> Vec<Lacking> {
    let of = |(place, model): (usize, &&PaymentModel)| {
        let wanted = model.case_mix()?.conditions.iter().map(|condition| &condition.id);
        let missing: Vec<Id> = wanted.filter(|id| !conditions.contains(id)).cloned().collect();
        (!missing.is_empty()).then_some(Lacking { model: place, conditions: missing })
    };
    models.iter().enumerate().filter_map(of).collect()
}

/// The ages at which some model pays otherwise than for the age before: 0 first, in rising order.
pub fn starts(models: &[&PaymentModel]) -> Vec<u8> {
    let bands = models.iter().flat_map(|model| model.bands.bands().iter().map(|band| band.low));
    let mixes = models.iter().filter_map(|model| model.case_mix());
    let limits = mixes.flat_map(|mix| mix.conditions.iter().map(|condition| condition.limits));
    let limits = limits.flat_map(|limits| [limits.from_age, limits.to_age.and_then(|age| age.checked_add(1))]);
    let mut starts: Vec<u8> = bands.chain(limits.flatten()).chain([0]).collect();
    starts.sort_unstable();
    starts.dedup();
    starts
}

/// Classes, cells and factors are fewer than [`u16::MAX`]: there are 256 keys and at most a few hundred factors.
fn place(index: usize) -> u16 {
    u16::try_from(index).unwrap_or(u16::MAX)
}
