//! A list on its way in: from a file or a paste, by way of a worker, to a preview that is taken or left. Nothing reaches
//! the scenario before it is taken. Knows nothing of how it looks.
use super::{
    change,
    read_file::{FileOrder, Found},
    work::{Request, Said, Worker},
};
use crate::{ctx::Ctx, state::Action};
use exchange::import::{
    Alike, Answers, Chosen, DecimalMark, FactorName, LookAlikes, OpenError, Period, Reading, Sheet, Target,
    persons::{PersonError, PersonReading},
    read,
};
use model::value::{Key, Value};
use model::{
    case_mix::CaseMix, cell::Cell, count::Count, edit::Edit, id::Id, measure::MonthlyMoney, scenario::Scenario,
    sex::Sex,
};
use std::rc::Rc;
use web_sys::Blob;

/// Where a list is on its way.
#[derive(Clone, Debug, Default)]
pub enum Import {
    /// Nothing is being read.
    #[default]
    Idle,
    /// A worker reads.
    Working {
        /// The file's name; empty for a paste.
        name: String,
        /// How much of the file, per cent.
        percent: u8,
        /// The worker.
        worker: Worker,
    },
    /// It was read, and waits to be taken.
    Preview(Rc<Preview>),
    /// It has values that look like identity numbers, and nothing of it is kept until it is said what they are.
    Asked {
        /// The file's name; empty for a paste.
        name: String,
        /// The file, kept to be read again with the answer.
        file: Blob,
        /// What has been answered before.
        answers: Answers,
        /// The values.
        alike: Alike,
    },
    /// It could not be read.
    Failed {
        /// The file's name; empty for a paste.
        name: String,
        /// Why; none when the reader itself broke or could not be fetched.
        error: Option<Refused>,
    },
}

/// Why a file gave nothing.
#[derive(Clone, Debug)]
pub enum Refused {
    /// It was not opened.
    Open(OpenError),
    /// It is a list of persons that was not read.
    Persons(PersonError),
}

/// What was read, before it is taken.
#[derive(Clone, Debug)]
pub struct Preview {
    /// The file's name; empty for a paste.
    pub name: String,
    /// The file, kept to be read again with an answer.
    file: Blob,
    /// What has been answered.
    pub answers: Answers,
    /// What was found in it.
    pub content: Content,
}

/// What a file holds.
#[derive(Clone, Debug)]
pub enum Content {
    /// Tables of counts or costs.
    Tables {
        /// The sheets.
        sheets: Vec<Sheet>,
        /// What was read of them.
        reading: Reading,
    },
    /// A list of persons, counted.
    Persons(PersonReading),
}

impl Preview {
    /// Listed persons that were read, by cell.
    pub fn listed(&self) -> Vec<(Cell, Count)> {
        match &self.content {
            Content::Tables { reading, .. } => reading.listed.iter().map(|(cell, count, _)| (*cell, *count)).collect(),
            Content::Persons(reading) => reading.listed.clone(),
        }
    }

    /// Persons with each factor.
    pub fn affected(&self) -> Vec<(Id, Count)> {
        match &self.content {
            Content::Tables { reading, .. } => {
                reading.affected.iter().map(|(id, count, _)| (id.clone(), *count)).collect()
            }
            Content::Persons(reading) => reading.affected.clone(),
        }
    }

    /// The drug cost a month.
    pub fn drug_cost(&self) -> Option<MonthlyMoney> {
        match &self.content {
            Content::Tables { reading, .. } => reading.drug_cost.as_ref().map(|(cost, _)| *cost),
            Content::Persons(reading) => reading.drug_cost,
        }
    }

    /// Whether a question has to be answered first.
    pub fn is_asking(&self) -> bool {
        match &self.content {
            Content::Tables { reading, .. } => reading.question.is_some(),
            Content::Persons(reading) => reading.question.is_some(),
        }
    }

    /// Whether nothing of the list is missing or not told.
    pub fn is_whole(&self) -> bool {
        match &self.content {
            Content::Tables { reading, .. } => reading.missing.is_empty() && reading.masked.is_empty(),
            Content::Persons(_) => true,
        }
    }

    /// The sexes that the file has nobody of, whose counts stay.
    pub fn sexes_missing(&self) -> Vec<Sex> {
        match &self.content {
            Content::Tables { reading, .. } => reading.sexes_missing(),
            Content::Persons(_) => Vec::new(),
        }
    }

    fn is_made_up(&self) -> bool {
        matches!(&self.content, Content::Persons(reading) if reading.is_made_up())
    }

    /// Whether there is anything to take, and no question that decides more of it.
    pub fn can_be_taken(&self) -> bool {
        match &self.content {
            Content::Tables { reading, .. } => reading.can_be_taken(),
            Content::Persons(reading) => reading.can_be_taken(),
        }
    }

    /// What taking it does, as one step; nothing while it cannot be taken. Listed persons replace the whole table, so that
    /// nothing older is left among them, but for a sex that the file has nobody of: a file of women and then one of men add
    /// up; conditions replace those that were read.
    pub fn edit(&self, scenario: &Scenario) -> Option<Edit> {
        if !self.can_be_taken() {
            return None;
        }
        let (listed, affected) = (self.listed(), self.affected());
        let found = |cell| listed.iter().find(|(of, _)| *of == cell).map(|(_, count)| Value::from(*count));
        let kept = self.sexes_missing();
        let cells = scenario.start.bands.cells().filter(|cell| !listed.is_empty() && !kept.contains(&cell.sex));
        let cells = cells.map(|cell| (Key::Listed(cell), found(cell)));
        let affected = affected.into_iter().map(|(id, count)| (Key::Affected(id), Some(count.into())));
        let cost = self.drug_cost().map(|cost| (Key::DrugCost, Some(cost.into())));
        // a list that takes the place of the whole table takes the mark's place too
        let mark =
            (self.is_made_up() || !listed.is_empty()).then(|| (Key::MadeUp, Some(Value::Yes(self.is_made_up()))));
        Some(Edit::Set(cells.chain(affected).chain(cost).chain(mark).collect()))
    }
}

/// What a table is read for: the bands and conditions of the scenario's model. Conditions of others are known by name.
pub fn target(ctx: &Ctx) -> Target {
    let start = &ctx.state().scenario().start;
    let mixes = ctx.catalogue().models().iter().filter_map(|model| model.case_mix());
    let others: Vec<FactorName> = mixes.flat_map(CaseMix::factors).map(FactorName::of).collect();
    Target::new(&start.bands, start.case_mix(), ctx.state().notation()).beside(&others).in_year(this_year())
}

/// The year in which birth years become ages.
fn this_year() -> u16 {
    u16::try_from(js_sys::Date::new_0().get_full_year()).unwrap_or_default()
}

/// Starts to read a file; a paste is a file without a name. What was being read before is dropped.
pub fn begin(ctx: &Ctx, file: &Blob, name: String) {
    begin_with(ctx, file, name, Answers::default());
}

/// What a worker is to read a file for, as it is told. `persons` says whether a list of persons is to be counted.
pub fn order(ctx: &Ctx, name: &str, answers: Answers, persons: bool) -> Request {
    Request::File(FileOrder {
        name: name.to_owned(),
        model: ctx.state().scenario().start.id.clone(),
        notation: ctx.state().notation(),
        year: this_year(),
        answers,
        persons,
    })
}

fn begin_with(ctx: &Ctx, file: &Blob, name: String, answers: Answers) {
    let order = order(ctx, &name, answers, true);
    let heard = {
        let (ctx, name, file) = (ctx.clone(), name.clone(), file.clone());
        move |said| hear(&ctx, (&name, &file, answers), said)
    };
    stop(ctx);
    let worker = Worker::start(heard);
    worker.ask(&order, Some(file));
    change(ctx, |tools| tools.import = Import::Working { name, percent: 0, worker });
}

/// Takes in what the worker says, unless nobody waits for it any more.
fn hear(ctx: &Ctx, (name, file, answers): (&str, &Blob, Answers), said: Said) {
    let failed = |error| Import::Failed { name: name.to_owned(), error };
    let asked = |alike| Import::Asked { name: name.to_owned(), file: file.clone(), answers, alike };
    let next = match (&ctx.state().tools.import, said) {
        (Import::Working { name, worker, .. }, Said::Progress(percent)) => {
            Import::Working { name: name.clone(), percent, worker: worker.clone() }
        }
        (Import::Working { .. }, Said::File(found)) => match *found {
            Found::Failed(OpenError::LikeIdentityNumbers(alike))
            | Found::Persons(Err(PersonError::Open(OpenError::LikeIdentityNumbers(alike)))) => asked(alike),
            Found::Failed(error) => failed(Some(Refused::Open(error))),
            Found::Persons(Err(error)) => failed(Some(Refused::Persons(error))),
            Found::Persons(Ok(reading)) => preview(name, file, answers, Content::Persons(reading)),
            Found::Sheets(sheets) => {
                let reading = read(&sheets, &target(ctx), &answers);
                preview(name, file, answers, Content::Tables { sheets, reading })
            }
        },
        (Import::Working { .. }, Said::Broke | Said::Region(_)) => failed(None),
        _ => return,
    };
    if !matches!(next, Import::Working { .. }) {
        stop(ctx);
    }
    change(ctx, |tools| tools.import = next);
}

/// Stops the worker, if one is at work.
fn stop(ctx: &Ctx) {
    if let Import::Working { worker, .. } = &ctx.state().tools.import {
        worker.stop();
    }
}

fn preview(name: &str, file: &Blob, answers: Answers, content: Content) -> Import {
    Import::Preview(Rc::new(Preview { name: name.to_owned(), file: file.clone(), answers, content }))
}

/// An answer to the one question.
#[derive(Clone, Copy, Debug)]
pub enum Answer {
    /// Which of the tables.
    Table(usize),
    /// Which of the vårdcentraler.
    Practice(Chosen),
    /// Which of the times.
    Time(Chosen),
    /// The mark before decimals.
    Mark(DecimalMark),
    /// What the cost is for.
    Period(Period),
}

impl Answer {
    /// Enters it among the answers.
    pub fn give(self, answers: &mut Answers) {
        match self {
            Self::Table(table) => answers.table = Some(table),
            Self::Practice(practice) => answers.practice = Some(practice),
            Self::Time(time) => answers.time = Some(time),
            Self::Mark(mark) => answers.decimal_mark = Some(mark),
            Self::Period(period) => answers.period = Some(period),
        }
    }
}

/// Reads again with an answer: tables at once, a list of persons by a worker unless only the cost's time was open.
pub fn answer(ctx: &Ctx, answer: Answer) {
    let Import::Preview(shown) = &ctx.state().tools.import else { return };
    let mut answers = shown.answers;
    answer.give(&mut answers);
    let content = match (&shown.content, answer) {
        (Content::Tables { sheets, .. }, _) => {
            Content::Tables { reading: read(sheets, &target(ctx), &answers), sheets: sheets.clone() }
        }
        (Content::Persons(reading), Answer::Period(period)) => Content::Persons(reading.clone().with_period(period)),
        (Content::Persons(_), _) => {
            let (file, name) = (shown.file.clone(), shown.name.clone());
            return begin_with(ctx, &file, name, answers);
        }
    };
    let next = preview(&shown.name, &shown.file, answers, content);
    change(ctx, |tools| tools.import = next);
}

/// Reads again with the answer to what values are that look like identity numbers.
pub fn answer_alikes(ctx: &Ctx, look_alikes: LookAlikes) {
    let Import::Asked { name, file, answers, .. } = &ctx.state().tools.import else { return };
    let (name, file, answers) = (name.clone(), file.clone(), Answers { look_alikes, ..*answers });
    begin_with(ctx, &file, name, answers);
}

/// Takes the preview into the scenario, as one step that can be undone.
pub fn take(ctx: &Ctx) {
    let Import::Preview(preview) = &ctx.state().tools.import else { return };
    let Some(edit) = preview.edit(ctx.state().scenario()) else { return };
    ctx.send(Action::Edit(edit));
    leave(ctx);
}

/// Leaves it; a worker is stopped.
pub fn leave(ctx: &Ctx) {
    stop(ctx);
    change(ctx, |tools| tools.import = Import::Idle);
}
