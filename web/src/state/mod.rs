//! Everything that can change on the page, and the one function that changes it. Knows nothing of how it looks.
mod field;
mod grid;
mod house;
mod view;

pub use field::Field;
pub use grid::Grid;
pub use house::House;
pub use view::View;

use crate::text::Lang;
use exchange::{
    number::{Notation, NumberError},
    paste::PasteError,
};
use model::{edit::Edit, history::History, id::Id, scenario::Scenario, trace::Node};
use report::columns::{Column, Tariffs};
use std::{collections::BTreeMap, rc::Rc};
use yew::Reducible;

/// A text that could not be read, kept as it was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// What was typed.
    pub text: String,
    /// What is wrong with it.
    pub error: NumberError,
}

/// What the last paste came to, told beside its table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PasteNote {
    /// The table.
    pub grid: Grid,
    /// Cells read, cells with a fault, cells without a place; or why nothing was read.
    pub result: Result<(usize, usize, usize), PasteError>,
}

/// The state of the page.
#[derive(Clone, PartialEq)]
pub struct AppState {
    /// The shipped models.
    pub house: House,
    /// The scenario with its undo and redo.
    pub history: History<Scenario>,
    /// The compared tariffs, worked out from the scenario.
    pub tariffs: Tariffs,
    /// Texts that could not be read.
    pub drafts: BTreeMap<Field, Draft>,
    /// What the last paste came to.
    pub paste_note: Option<PasteNote>,
    /// The view shown.
    pub view: View,
    /// The language.
    pub lang: Lang,
    /// The model that leads.
    pub lead: Column,
    /// Whether present mode is on.
    pub present: bool,
    /// Whether Johan has the course of antibiotics.
    pub antibiotics: bool,
    /// The figure that is being explained.
    pub why: Option<Rc<Node>>,
    /// Counts every typed text, so that a field is drawn anew even when its value is the same.
    pub typed: u32,
}

/// Everything that can happen.
#[derive(Clone, Debug)]
pub enum Action {
    /// An edit made without typing.
    Edit(Edit),
    /// A text typed into a field.
    Type(Field, String),
    /// A block pasted into a table, with its first cell at a row and a column.
    Paste(Grid, (usize, usize), String),
    /// One step back.
    Undo,
    /// One step forward.
    Redo,
    /// To another view.
    Go(View),
    /// To another language.
    Speak(Lang),
    /// Another model leads.
    Lead(Column),
    /// Present mode on or off.
    Present(bool),
    /// Johan's antibiotics on or off.
    Antibiotics(bool),
    /// Explain a figure, or close the explanation.
    Why(Option<Rc<Node>>),
}

impl AppState {
    /// The state at the start.
    pub fn new(house: House, view: View, lang: Lang) -> Self {
        let scenario = house.first_scenario();
        Self {
            tariffs: house.tariffs(&scenario),
            history: History::new(scenario),
            house,
            drafts: BTreeMap::new(),
            paste_note: None,
            view,
            lang,
            lead: Column::Proposal,
            present: false,
            antibiotics: false,
            why: None,
            typed: 0,
        }
    }

    /// The scenario in force.
    pub fn scenario(&self) -> &Scenario {
        self.history.present()
    }

    /// How numbers are written and read in the language.
    pub fn notation(&self) -> Notation {
        match self.lang {
            Lang::Sv => Notation::Swedish,
            Lang::En => Notation::English,
        }
    }

    /// The factors of the scenario's model, in its order.
    pub fn factors(&self) -> Vec<Id> {
        self.scenario().start.case_mix().map_or_else(Vec::new, |mix| mix.factors().map(|f| f.id.clone()).collect())
    }

    fn with_history(mut self, history: History<Scenario>) -> Self {
        let (before, after) = (self.history.present(), history.present());
        if before.start != after.start || before.overrides != after.overrides {
            self.tariffs = self.house.tariffs(after);
        }
        self.history = history;
        self
    }

    fn edited(self, edits: &[Edit]) -> Self {
        let next = edits.iter().fold(self.scenario().clone(), |scenario, edit| scenario.apply(edit));
        let history = self.history.step(next);
        self.with_history(history)
    }

    fn typed(mut self, field: Field, text: String) -> Self {
        self.typed = self.typed.wrapping_add(1);
        match field.read(&text, self.notation()) {
            Ok(edit) => {
                self.drafts.remove(&field);
                self.edited(&[edit])
            }
            Err(error) => {
                self.drafts.insert(field, Draft { text, error });
                self
            }
        }
    }

    fn pasted(mut self, grid: Grid, at: (usize, usize), text: &str) -> Self {
        self.typed = self.typed.wrapping_add(1);
        let factors = self.factors();
        let bands = self.scenario().start.bands.clone();
        let result = grid.paste(text, at, (&bands, &factors), self.notation());
        let counts = |p: &grid::Pasted| (p.edits.len(), p.faults.len(), p.outside);
        let result_note = result.as_ref().map(counts).map_err(Clone::clone);
        self.paste_note = Some(PasteNote { grid, result: result_note });
        let Ok(pasted) = result else { return self };
        self.drafts.retain(|field, _| !pasted.edits.iter().any(|edit| touches(edit, field)));
        let drafts = pasted.faults.into_iter().map(|(field, text, error)| (field, Draft { text, error }));
        self.drafts.extend(drafts);
        self.edited(&pasted.edits)
    }

    fn moved(mut self, history: History<Scenario>) -> Self {
        self.drafts.clear();
        self.paste_note = None;
        self.typed = self.typed.wrapping_add(1);
        self.with_history(history)
    }
}

/// Whether the edit sets the field that the draft stands in.
fn touches(edit: &Edit, field: &Field) -> bool {
    match (edit, field) {
        (Edit::SetListed(cells), Field::Listed(cell)) => cells.iter().any(|(c, _)| c == cell),
        (Edit::SetAffected(rows), Field::Affected(id)) => rows.iter().any(|(i, _)| i == id),
        (Edit::SetRate(cell, _), Field::Rate(of)) => cell == of,
        (Edit::SetWeight(id, _), Field::Weight(of)) => id == of,
        _ => false,
    }
}

impl Reducible for AppState {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let state = (*self).clone();
        Rc::new(match action {
            Action::Edit(edit) => state.edited_without_drafts(&edit),
            Action::Type(field, text) => state.typed(field, text),
            Action::Paste(grid, at, text) => state.pasted(grid, at, &text),
            Action::Undo => {
                let history = state.history.undo();
                state.moved(history)
            }
            Action::Redo => {
                let history = state.history.redo();
                state.moved(history)
            }
            Action::Go(view) => Self { view, why: None, ..state },
            Action::Speak(lang) => Self { lang, ..state },
            Action::Lead(lead) => Self { lead, ..state },
            Action::Present(present) => Self { present, ..state },
            Action::Antibiotics(antibiotics) => Self { antibiotics, ..state },
            Action::Why(why) => Self { why, ..state },
        })
    }
}

impl AppState {
    /// An edit by a button: what was typed but not read in the same place goes, as the button says.
    fn edited_without_drafts(mut self, edit: &Edit) -> Self {
        match edit {
            Edit::ResetAll => self.drafts.retain(|field, _| !is_parameter(field)),
            Edit::ClearPractice => self.drafts.retain(|field, _| is_parameter(field)),
            Edit::SetAffected(_) => self.drafts.retain(|field, _| !touches(edit, field)),
            _ => {}
        }
        self.paste_note = None;
        self.typed = self.typed.wrapping_add(1);
        self.edited(std::slice::from_ref(edit))
    }
}

fn is_parameter(field: &Field) -> bool {
    matches!(
        field,
        Field::Rate(_) | Field::Weight(_) | Field::CostShare | Field::GuidelineSpecialist | Field::GuidelineSt
    )
}
