//! A region's vårdcentraler with their doctors on their way in: from a file or a paste, by way of a worker, to a list that
//! is taken or left, or to every fault of it. Nothing reaches the scenario before it is taken. Also how the list is looked
//! at once it is there. Knows nothing of how it looks.
use super::{
    change,
    import::order,
    read_file::Found,
    work::{Said, Worker},
};
use crate::{ctx::Ctx, state::Action};
use exchange::{
    import::{Alike, Answers, DecimalMark, LookAlikes, OpenError, Problem, Sheet},
    number::NumberError,
    staff_list::{FteUnit, StaffAnswers, StaffList, StaffProblemKind, StaffProblems, read},
};
use model::{edit::Edit, id::Id};
use rust_decimal::Decimal;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use web_sys::Blob;

/// The state of the section.
#[derive(Clone, Debug, Default)]
pub struct StaffDesk {
    /// What stands in the box for pasting, kept so that its faults can be put right there.
    pub text: String,
    /// How far a list has come.
    pub stage: StaffListStage,
    /// The practice that is stressed everywhere, by its name.
    pub pinned: Option<Id>,
    /// The column that the table is sorted by; none: as the list has it.
    pub by: Option<StaffColumn>,
    /// Whether the largest stands first.
    pub falling: bool,
    /// What the names are searched for.
    pub search: String,
    /// Whether every practice is shown, not only the first.
    pub all: bool,
}

/// A column of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StaffColumn {
    /// The name.
    Name,
    /// Persons.
    Persons,
    /// The part of the list that the doctors cover.
    Coverage,
    /// Heltid of specialists.
    Specialists,
    /// Persons per specialist.
    PerSpecialist,
    /// Persons beyond what the doctors cover.
    Gap,
    /// What one heltid more would cover of them.
    Closed,
}

/// How far a list has come.
#[derive(Clone, Debug, Default)]
pub enum StaffListStage {
    /// Nothing is being read.
    #[default]
    Idle,
    /// A worker opens the file.
    Working {
        /// The file's name; empty for a paste.
        name: String,
        /// The worker.
        worker: Worker,
    },
    /// It was read, and waits to be taken or put right.
    Read(Rc<StaffListReading>),
    /// It has values that look like identity numbers, and nothing of it is kept until it is said what they are.
    Asked {
        /// The file's name; empty for a paste.
        name: String,
        /// The file, kept to be read again with the answer.
        file: Blob,
        /// The values.
        alike: Alike,
    },
    /// The file was not opened.
    Failed {
        /// The file's name; empty for a paste.
        name: String,
        /// Why; none when the reader itself broke or could not be fetched.
        error: Option<OpenError>,
    },
}

/// What was read.
#[derive(Clone, Debug)]
pub struct StaffListReading {
    /// The file's name; empty for a paste.
    pub name: String,
    /// The sheets, kept to be read again with an answer.
    pub sheets: Vec<Sheet>,
    /// The list, or everything that is wrong with it.
    pub found: Result<StaffList, StaffProblems>,
    /// A number that can be read in two ways; kept when it has been answered, so that the answer can be changed.
    pub question: Option<TwoWays>,
    /// Doctors that may be told in per cent; kept when it has been answered, so that the answer can be changed.
    pub unit_question: Option<Problem<StaffProblemKind>>,
    /// What has been answered.
    pub answers: StaffAnswers,
}

/// The first number of a list that can be read in two ways.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TwoWays {
    /// As it stands.
    pub text: String,
    /// What it is with each mark before decimals.
    pub readings: [(DecimalMark, Decimal); 2],
}

impl TwoWays {
    fn of(problems: &StaffProblems) -> Option<Self> {
        problems.problems.iter().find_map(|problem| match &problem.kind {
            StaffProblemKind::Number { fault: NumberError::Ambiguous { text, as_decimal, as_thousands }, .. } => {
                let (comma, point) =
                    if text.contains(',') { (as_decimal, as_thousands) } else { (as_thousands, as_decimal) };
                let readings = [(DecimalMark::Comma, *comma), (DecimalMark::Point, *point)];
                Some(Self { text: text.clone(), readings })
            }
            _ => None,
        })
    }
}

/// Changes the section's state.
pub fn with(ctx: &Ctx, to: impl FnOnce(&mut StaffDesk)) {
    change(ctx, |tools| to(&mut tools.staff_list));
}

/// Starts to read a text that was pasted or typed.
pub fn begin_text(ctx: &Ctx, text: String) {
    let parts = js_sys::Array::of1(&JsValue::from_str(&text));
    if let Ok(blob) = Blob::new_with_str_sequence(&parts) {
        with(ctx, |tools| tools.text = text);
        begin(ctx, &blob, String::new());
    }
}

/// Starts to read a file. What was being read before is dropped.
pub fn begin(ctx: &Ctx, file: &Blob, name: String) {
    begin_with(ctx, file, name, LookAlikes::Ask);
}

/// Reads again with the answer to what values are that look like identity numbers.
pub fn answer_alikes(ctx: &Ctx, look_alikes: LookAlikes) {
    let StaffListStage::Asked { name, file, .. } = &ctx.state().tools.staff_list.stage else { return };
    let (name, file) = (name.clone(), file.clone());
    begin_with(ctx, &file, name, look_alikes);
}

fn begin_with(ctx: &Ctx, file: &Blob, name: String, look_alikes: LookAlikes) {
    let heard = {
        let (ctx, file) = (ctx.clone(), file.clone());
        move |said| hear(&ctx, &file, said)
    };
    stop(ctx);
    let answers = Answers { look_alikes, ..Answers::default() };
    let worker = Worker::start(heard);
    worker.ask(&order(ctx, &name, answers, false), Some(file));
    with(ctx, |tools| tools.stage = StaffListStage::Working { name, worker });
}

/// Takes in what the worker says, unless nobody waits for it any more.
fn hear(ctx: &Ctx, file: &Blob, said: Said) {
    let StaffListStage::Working { name, .. } = &ctx.state().tools.staff_list.stage else { return };
    let name = name.clone();
    let next = match said {
        Said::Progress(_) => return,
        Said::File(found) => match *found {
            Found::Sheets(sheets) => reading(ctx, name, sheets, None, StaffAnswers::default()),
            Found::Failed(OpenError::LikeIdentityNumbers(alike)) => {
                StaffListStage::Asked { name, file: file.clone(), alike }
            }
            Found::Failed(error) => StaffListStage::Failed { name, error: Some(error) },
            Found::Persons(_) => StaffListStage::Failed { name, error: None },
        },
        Said::Broke | Said::Region(_) => StaffListStage::Failed { name, error: None },
    };
    stop(ctx);
    with(ctx, |tools| tools.stage = next);
}

/// Reads the sheets. What was asked before stays asked, so that its answer can be changed.
fn reading(
    ctx: &Ctx,
    name: String,
    sheets: Vec<Sheet>,
    before: Option<&StaffListReading>,
    answers: StaffAnswers,
) -> StaffListStage {
    let found = read(&sheets, ctx.state().notation(), answers);
    let problems = found.as_ref().err();
    let asks_unit =
        |problem: &&Problem<StaffProblemKind>| matches!(problem.kind, StaffProblemKind::FullTimeOrPercent { .. });
    let asked = before.and_then(|before| before.question.clone());
    let unit_asked = before.and_then(|before| before.unit_question.clone());
    let question = asked.or_else(|| TwoWays::of(problems?));
    let unit_question = unit_asked.or_else(|| problems?.problems.iter().find(asks_unit).cloned());
    StaffListStage::Read(Rc::new(StaffListReading { name, sheets, found, question, unit_question, answers }))
}

/// Reads again with an answer: what stands before decimals.
pub fn answer(ctx: &Ctx, mark: DecimalMark) {
    read_again(ctx, |answers| answers.mark = Some(mark));
}

/// Reads again with an answer: what doctors are told in.
pub fn answer_unit(ctx: &Ctx, unit: FteUnit) {
    read_again(ctx, |answers| answers.unit = Some(unit));
}

fn read_again(ctx: &Ctx, with_answer: impl FnOnce(&mut StaffAnswers)) {
    let StaffListStage::Read(shown) = &ctx.state().tools.staff_list.stage else { return };
    let mut answers = shown.answers;
    with_answer(&mut answers);
    let next = reading(ctx, shown.name.clone(), shown.sheets.clone(), Some(shown), answers);
    with(ctx, |tools| tools.stage = next);
}

/// Takes the list into the scenario, as one step that can be undone.
pub fn take(ctx: &Ctx) {
    let StaffListStage::Read(shown) = &ctx.state().tools.staff_list.stage else { return };
    if let Ok(list) = &shown.found {
        ctx.send(Action::Edit(Edit::SetPractices(list.rows.as_slice().into())));
        with(ctx, |tools| *tools = StaffDesk { pinned: tools.pinned.take(), ..StaffDesk::default() });
    }
}

/// Leaves what was read; a worker is stopped. The text in the box stays.
pub fn leave(ctx: &Ctx) {
    stop(ctx);
    with(ctx, |tools| tools.stage = StaffListStage::Idle);
}

/// Stops the worker, if one is at work.
fn stop(ctx: &Ctx) {
    if let StaffListStage::Working { worker, .. } = &ctx.state().tools.staff_list.stage {
        worker.stop();
    }
}
