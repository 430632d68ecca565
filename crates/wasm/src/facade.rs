//! The functions that scripts call, in Rust: an untyped request in, an answer or every problem out.
use crate::{
    VERSION,
    answer::{
        Explanation, ExplanationAnswer, ModelsAnswer, PersonAnswer, PracticeAnswer, StaffingAnswer, VersionAnswer,
    },
    problem::{Code, Errors, Path, Problem},
    request::{ExplainRequest, Paid, PersonRequest, PracticeRequest, Reader, StaffingRequest, Subject},
    value::Value,
};
use catalog::Catalogue;
use model::{staffing::staffing, trace::Node};
use std::rc::Rc;

/// The engine with the shipped models.
#[derive(Debug)]
pub struct Facade {
    catalogue: Catalogue,
}

impl Default for Facade {
    fn default() -> Self {
        Self { catalogue: catalog::shipped() }
    }
}

impl Facade {
    /// What the facade is.
    pub fn version(&self) -> VersionAnswer {
        VersionAnswer { version: VERSION, engine: env!("CARGO_PKG_VERSION").to_owned() }
    }

    /// The shipped models and their sources.
    pub fn list_models(&self) -> ModelsAnswer {
        (&self.catalogue).into()
    }

    /// What the practice is paid a month for one person. Errors: everything that is wrong with the request.
    pub fn simulate_person(&self, request: &Value) -> Result<PersonAnswer, Errors> {
        Ok((&Reader::read::<PersonRequest>(&self.catalogue, request)?).into())
    }

    /// What a practice is paid for its list. Errors: everything that is wrong with the request.
    pub fn simulate_practice(&self, request: &Value) -> Result<PracticeAnswer, Errors> {
        let request = Reader::read::<PracticeRequest>(&self.catalogue, request)?;
        Ok(PracticeAnswer::new(&request, &paid(&request)?))
    }

    /// What a practice's doctors cover. Errors: everything that is wrong with the request.
    pub fn staffing(&self, request: &Value) -> Result<StaffingAnswer, Errors> {
        let request = Reader::read::<StaffingRequest>(&self.catalogue, request)?;
        Ok(StaffingAnswer::new(&request.inputs()))
    }

    /// How a figure was made. Errors: everything that is wrong with the request, and figures that it does not have.
    pub fn explain(&self, request: &Value) -> Result<ExplanationAnswer, Errors> {
        let request = Reader::read::<ExplainRequest>(&self.catalogue, request)?;
        let node = found(&request.subject)?.ok_or_else(no_such_figure)?;
        let tree = Explanation::of(&node, request.levels.unwrap_or(u32::MAX)).ok_or_else(too_large)?;
        Ok(tree.into())
    }
}

fn found(subject: &Subject) -> Result<Option<Rc<Node>>, Errors> {
    Ok(match subject {
        Subject::Person(request, figure) => figure.of(&request.tariff.person(&request.person).0),
        Subject::Practice(request, figure) => figure.of(&paid(request)?),
        Subject::Staffing(request, figure) => figure.of(&staffing(&request.inputs())),
    })
}

fn paid(request: &PracticeRequest) -> Result<Paid, Errors> {
    let message = "has other age bands than the model's table; choose another model";
    request.paid().map_err(|_| one(Code::UnknownBand, "model", message))
}

fn no_such_figure() -> Errors {
    let message =
        "does not exist for this request: a net needs the value `drugCost`, and a mean or ratio somebody to divide by";
    one(Code::NoSuchFigure, "figure", message)
}

fn too_large() -> Errors {
    let most = Explanation::MOST;
    let message =
        format!("the tree has more than {most} figures; give fewer `levels`, or ask for a part of the figure");
    one(Code::TooLarge, "figure", &message)
}

fn one(code: Code, member: &str, message: &str) -> Errors {
    let problem = Problem::new(code, &Path::default().member(member), message);
    Errors { version: VERSION, errors: vec![problem] }
}
