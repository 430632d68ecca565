//! A region as it was read: persons, or sums of persons. Knows no files.
use crate::{failure::Failure, models::place};
use exchange::region_json::LackingJson;
use model::{age::Age, case_mix::ConditionSet, cell::Cell, id::Id, payment_model::PaymentModel, sex::Sex};
use register::{
    aggregate::Aggregate,
    crossfit::{Split, parts, parts_of_sums},
    fit::NormalEquations,
    frame::{Frame, Lacking, lacking},
    merge::Merge,
    person_key::PersonKey,
    register::{Origin, Register},
    summary::{Summary, Unusable},
};
use std::{collections::HashMap, rc::Rc};

/// A region.
pub enum Source {
    /// Persons.
    Persons(Register),
    /// Sums: nobody's own cost is known.
    Sums(Aggregate),
}

/// Persons of a practice alike in sex, conditions and age, or of sums in the ages that begin there.
pub struct Alike {
    /// Sex.
    pub sex: Sex,
    /// The age, or the youngest of the sum.
    pub age: Age,
    /// Conditions before any rule, by position among the source's.
    pub conditions: ConditionSet,
    /// How many they are.
    pub persons: u64,
}

impl Source {
    /// The practice's persons, those alike together, in no order.
    pub fn groups(&self, practice: usize) -> Vec<Alike> {
        let is_there = |place: u16| usize::from(place) == practice;
        match self {
            Self::Persons(register) => {
                let mut alike: HashMap<(PersonKey, ConditionSet), u64> = HashMap::new();
                let rows = register.rows().filter(|row| is_there(row.practice));
                rows.for_each(|row| *alike.entry((row.key, row.conditions)).or_default() += 1);
                let group = |((key, conditions), persons): ((PersonKey, ConditionSet), u64)| Alike {
                    sex: key.sex(),
                    age: key.age(),
                    conditions,
                    persons,
                };
                alike.into_iter().map(group).collect()
            }
            Self::Sums(sums) => {
                let rows = sums.rows.iter().filter(|row| is_there(row.practice));
                rows.map(|row| Alike {
                    sex: row.sex,
                    age: row.band.low,
                    conditions: row.conditions,
                    persons: u64::from(row.persons),
                })
                .collect()
            }
        }
    }

    /// With the practices in the order of their names.
    pub fn sorted(mut self) -> Self {
        match &mut self {
            Self::Persons(register) => register.sort_practices(),
            Self::Sums(sums) => sums.sort_practices(),
        }
        self
    }

    /// The conditions that somebody has.
    pub fn met(&self) -> Vec<Id> {
        match self {
            Self::Persons(register) => register.met(),
            Self::Sums(sums) => sums.met(),
        }
    }

    /// Persons by sex and age.
    pub fn persons_by_key(&self) -> Vec<(PersonKey, u64)> {
        match self {
            Self::Persons(register) => register.persons_by_key(),
            Self::Sums(sums) => sums.persons_by_key(),
        }
    }

    /// With no other conditions than these.
    pub fn only(mut self, asked: &[Id]) -> Self {
        match &mut self {
            Self::Persons(register) => register.keep_conditions(asked),
            Self::Sums(sums) => sums.keep_conditions(asked),
        }
        self
    }

    /// What the practices are called.
    pub fn practices(&self) -> &[String] {
        match self {
            Self::Persons(register) => register.practices(),
            Self::Sums(aggregate) => &aggregate.practices,
        }
    }

    /// The conditions that it tells of.
    pub fn conditions(&self) -> &[Id] {
        match self {
            Self::Persons(register) => register.conditions(),
            Self::Sums(aggregate) => &aggregate.conditions,
        }
    }

    /// Where it comes from.
    pub fn origin(&self) -> Origin {
        match self {
            Self::Persons(register) => register.origin,
            Self::Sums(aggregate) => aggregate.origin,
        }
    }

    /// Listed persons by practice.
    pub fn listed(&self) -> Vec<u64> {
        let mut listed = vec![0; self.practices().len()];
        let mut count = |practice: u16, persons: u64| {
            if let Some(listed) = listed.get_mut(usize::from(practice)) {
                *listed += persons;
            }
        };
        match self {
            Self::Persons(register) => register.columns().0.iter().for_each(|practice| count(*practice, 1)),
            Self::Sums(sums) => sums.rows.iter().for_each(|row| count(row.practice, row.persons.into())),
        }
        listed
    }

    /// The same with practices put together.
    pub fn merged(&self, merge: &Merge, together: String) -> Self {
        match self {
            Self::Persons(register) => Self::Persons(register.merged(merge, together)),
            Self::Sums(sums) => Self::Sums(sums.merged(merge, together)),
        }
    }

    /// Stands over tables of made-up persons; nothing over others.
    pub fn mark(&self) -> String {
        match self.origin() {
            Origin::Own => String::new(),
            Origin::Synthetic { seed } => {
                let seed = seed.map_or_else(String::new, |seed| format!(", seed {seed}"));
                format!("SYNTETISKA DATA: the persons, their conditions and costs are made up{seed}.\n")
            }
        }
    }

    /// The models that can be worked out, in their order, and why the others cannot. Errors: none can.
    pub fn parted(&self, models: &[Rc<PaymentModel>]) -> Result<(Vec<Rc<PaymentModel>>, Vec<Lacked>), Failure> {
        let all: Vec<&PaymentModel> = models.iter().map(|model| &**model).collect();
        let told = lacking(&all, self.conditions());
        if told.len() == models.len() {
            return Err(Failure::Content(told.iter().map(|one| lacks(one, &all)).collect()));
        }
        let is_told = |place: usize| told.iter().any(|one| one.model == place);
        let usable = models.iter().enumerate().filter(|(place, _)| !is_told(*place)).map(|(_, model)| Rc::clone(model));
        let lacked = told.iter().filter_map(|one| {
            let id = all.get(one.model)?.id.to_string();
            let conditions = one.conditions.iter().map(Id::to_string).collect();
            Some(Lacked { model: LackingJson { id, conditions }, why: lacks(one, &all) })
        });
        Ok((usable.collect(), lacked.collect()))
    }

    /// The region under the models, in their order; with single costs, where they are known.
    pub fn summary(&self, models: &[Rc<PaymentModel>]) -> Result<Summary, Failure> {
        let models: Vec<&PaymentModel> = models.iter().map(|model| &**model).collect();
        let frame = Frame::new(&models, self.conditions());
        let frame = frame.map_err(|all| Failure::Content(all.iter().map(|one| lacks(one, &models)).collect()))?;
        match self {
            Self::Persons(register) => {
                let mut summary = Summary::of_persons(register, frame);
                let sorted = summary.sort(register);
                sorted.map_err(|_| Failure::content("The single costs are not those of the groups."))?;
                Ok(summary)
            }
            Self::Sums(aggregate) => {
                let faults = |faults: Vec<Unusable>| Failure::Content(faults.iter().map(unusable).collect());
                Summary::of_aggregate(aggregate, frame).map_err(faults)
            }
        }
    }

    /// The parts for trying weights on others.
    pub fn parts(&self, frame: &Frame, split: Split) -> Result<Vec<NormalEquations>, Failure> {
        let parts = match self {
            Self::Persons(register) => parts(register, frame, 0, split),
            Self::Sums(aggregate) => parts_of_sums(aggregate, frame, 0, split),
        };
        let why = "Sums cannot be parted by persons. Give each-practice or practices:10, or a list of persons.";
        parts.ok_or_else(|| Failure::Arguments(why.to_owned()))
    }
}

/// A model that is not worked out.
pub struct Lacked {
    pub model: LackingJson,
    /// Why, as a sentence with what to do.
    pub why: String,
}

fn lacks(lacking: &Lacking, models: &[&PaymentModel]) -> String {
    let ids: Vec<&str> = lacking.conditions.iter().map(Id::as_str).collect();
    let model = models.get(lacking.model).map_or("", |model| model.id.as_str());
    let ids = ids.join(", ");
    format!(
        "{model}: the region does not tell of {ids}. Add them to the list, or leave the model out. If nobody has a \
         condition, say so: name it in the heading of the column, as conditions:diabetes+kol."
    )
}

fn unusable(fault: &Unusable) -> String {
    match fault {
        Unusable::Straddles { sex, band, parts_at } => {
            let cell = place(Cell { sex: *sex, band: *band });
            format!("{cell}: a model pays otherwise from {parts_at}. Part the sums there, or leave the model out.")
        }
        Unusable::UnknownPractice { row } => format!("Sum {row} is of no known practice. Name it."),
        Unusable::CostOfNobody { row } => format!("Sum {row} has a cost but no persons. Correct it."),
        Unusable::TooMany => "Persons or costs are more than there is room for. Part the file.".to_owned(),
    }
}
