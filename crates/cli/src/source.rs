//! What the command makes of a region, and why it cannot. Knows no files.
use crate::{failure::Failure, models::place};
use exchange::region_json::LackingJson;
use model::{cell::Cell, id::Id, payment_model::PaymentModel};
pub use register::source::Source;
use register::{
    crossfit::Split,
    fit::NormalEquations,
    frame::{Frame, Lacking, lacking},
    register::Origin,
    summary::{Summary, Unusable},
};
use std::rc::Rc;

/// What the command makes of a region.
pub trait Worked {
    /// Stands over tables of made-up persons; nothing over others.
    fn mark(&self) -> String;
    /// The models that can be worked out, in their order, and why the others cannot. Errors: none can.
    fn parted(&self, models: &[Rc<PaymentModel>]) -> Result<(Vec<Rc<PaymentModel>>, Vec<Lacked>), Failure>;
    /// The region under the models, in their order; with single costs, where they are known.
    fn under(&self, models: &[Rc<PaymentModel>]) -> Result<Summary, Failure>;
    /// The parts for trying weights on others.
    fn tried(&self, frame: &Frame, split: Split) -> Result<Vec<NormalEquations>, Failure>;
}

impl Worked for Source {
    fn mark(&self) -> String {
        match self.origin() {
            Origin::Own => String::new(),
            Origin::Synthetic { seed } => {
                let seed = seed.map_or_else(String::new, |seed| format!(", seed {seed}"));
                format!("SYNTETISKA DATA: the persons, their conditions and costs are made up{seed}.\n")
            }
        }
    }

    fn parted(&self, models: &[Rc<PaymentModel>]) -> Result<(Vec<Rc<PaymentModel>>, Vec<Lacked>), Failure> {
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

    fn under(&self, models: &[Rc<PaymentModel>]) -> Result<Summary, Failure> {
        let models: Vec<&PaymentModel> = models.iter().map(|model| &**model).collect();
        let frame = Frame::new(&models, self.conditions());
        let frame = frame.map_err(|all| Failure::Content(all.iter().map(|one| lacks(one, &models)).collect()))?;
        let faults = |faults: Vec<Unusable>| Failure::Content(faults.iter().map(unusable).collect());
        let mut summary = self.summary(frame).map_err(faults)?;
        if let Self::Persons(register) = self {
            let sorted = summary.sort(register);
            sorted.map_err(|_| Failure::content("The single costs are not those of the groups."))?;
        }
        Ok(summary)
    }

    fn tried(&self, frame: &Frame, split: Split) -> Result<Vec<NormalEquations>, Failure> {
        let why = "Sums cannot be parted by persons. Give each-practice or practices:10, or a list of persons.";
        self.parts(frame, 0, split).ok_or_else(|| Failure::Arguments(why.to_owned()))
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
