//! A list on its way in: from a file or a paste, by way of a worker, to a preview that is taken or left. Nothing reaches
//! the scenario before it is taken. Knows nothing of how it looks.
use super::{
    change, sheets,
    work::{Running, Said, start},
};
use crate::{ctx::Ctx, state::Action, text::Lang};
use exchange::{
    import::{Answers, OpenError, Reading, Sheet, Target, read},
    number::Notation,
};
use model::{edit::Edit, scenario::Scenario};
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
        running: Running,
    },
    /// It was read, and waits to be taken.
    Preview(Rc<Preview>),
    /// It could not be read.
    Failed {
        /// The file's name; empty for a paste.
        name: String,
        /// Why; none when the reader itself broke or could not be fetched.
        error: Option<OpenError>,
    },
}

/// What was read, before it is taken.
#[derive(Clone, Debug)]
pub struct Preview {
    /// The file's name; empty for a paste.
    pub name: String,
    /// The sheets, kept to be read again with an answer.
    pub sheets: Vec<Sheet>,
    /// What has been answered.
    pub answers: Answers,
    /// What was read.
    pub reading: Reading,
}

impl Preview {
    /// The same sheets with other answers.
    fn with(&self, target: &Target, answers: Answers) -> Self {
        Self {
            name: self.name.clone(),
            reading: read(&self.sheets, target, &answers),
            sheets: self.sheets.clone(),
            answers,
        }
    }

    /// Whether there is anything to take.
    pub fn has_something(&self) -> bool {
        let reading = &self.reading;
        !reading.listed.is_empty() || !reading.affected.is_empty() || reading.drug_cost.is_some()
    }

    /// What taking it does, as one step. Listed persons replace the whole table, so that nothing older is left among
    /// them; conditions replace those that were read.
    pub fn edits(&self, scenario: &Scenario) -> Vec<Edit> {
        let reading = &self.reading;
        let mut edits = Vec::new();
        if !reading.listed.is_empty() {
            let found = |cell| reading.listed.iter().find(|(of, _, _)| *of == cell).map(|(_, count, _)| *count);
            edits.push(Edit::SetListed(scenario.start.bands.cells().map(|cell| (cell, found(cell))).collect()));
        }
        if !reading.affected.is_empty() {
            let rows = reading.affected.iter().map(|(id, count, _)| (id.clone(), Some(*count)));
            edits.push(Edit::SetAffected(rows.collect()));
        }
        edits.extend(reading.drug_cost.as_ref().map(|(cost, _)| Edit::SetDrugCost(Some(*cost))));
        edits
    }
}

/// What a list is read for: the bands and conditions of the scenario's model.
fn target(ctx: &Ctx) -> Target {
    let notation = match ctx.state().lang {
        Lang::Sv => Notation::Swedish,
        Lang::En => Notation::English,
    };
    let start = &ctx.state().scenario().start;
    Target::new(&start.bands, start.case_mix(), notation)
}

/// Starts to read a file; a paste is a file without a name. What was being read before is dropped.
pub fn begin(ctx: &Ctx, file: &Blob, name: String) {
    let heard = {
        let (ctx, name) = (ctx.clone(), name.clone());
        move |said| hear(&ctx, &name, said)
    };
    let running = start(file, &name, heard);
    change(ctx, |desk| desk.import = Import::Working { name, percent: 0, running });
}

/// Takes in what the worker says, unless nobody waits for it any more.
fn hear(ctx: &Ctx, name: &str, said: Said) {
    let next = match (&ctx.state().desk.import, said) {
        (Import::Working { name, running, .. }, Said::Progress(percent)) => {
            Import::Working { name: name.clone(), percent, running: running.clone() }
        }
        (Import::Working { .. }, Said::Done(result)) => found(ctx, name, &result),
        (Import::Working { .. }, Said::Broke(_)) => Import::Failed { name: name.to_owned(), error: None },
        _ => return,
    };
    change(ctx, |desk| desk.import = next);
}

fn found(ctx: &Ctx, name: &str, result: &str) -> Import {
    let name = name.to_owned();
    match result.strip_prefix('s') {
        Some(text) => {
            let (sheets, answers) = (sheets::read(text), Answers::default());
            let reading = read(&sheets, &target(ctx), &answers);
            Import::Preview(Rc::new(Preview { name, sheets, answers, reading }))
        }
        None => Import::Failed { name, error: serde_json::from_str(result.get(1..).unwrap_or_default()).ok() },
    }
}

/// Reads the preview's sheets again with an answer.
pub fn answer(ctx: &Ctx, give: impl FnOnce(&mut Answers)) {
    let Import::Preview(preview) = &ctx.state().desk.import else { return };
    let mut answers = preview.answers;
    give(&mut answers);
    let next = preview.with(&target(ctx), answers);
    change(ctx, |desk| desk.import = Import::Preview(Rc::new(next)));
}

/// Takes the preview into the scenario, as one step that can be undone.
pub fn take(ctx: &Ctx) {
    let Import::Preview(preview) = &ctx.state().desk.import else { return };
    ctx.send(Action::EditAll(preview.edits(ctx.state().scenario())));
    change(ctx, |desk| desk.import = Import::Idle);
}

/// Leaves it; a worker is stopped.
pub fn leave(ctx: &Ctx) {
    change(ctx, |desk| desk.import = Import::Idle);
}
