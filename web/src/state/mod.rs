//! Everything that can change on the page, and the one function that changes it. Knows nothing of how it looks.
mod action;
mod derived;
mod field;
mod grid;
mod look;
mod page_catalogue;
mod view;

pub use action::Action;
pub use field::{read_persons, read_value, read_within, view_of};
pub use grid::{EVENTS, Grid, WORKLOAD_AGES};
pub use look::Look;
pub use page_catalogue::PageCatalogue;
pub use view::View;

use crate::{text::Lang, tools::Tools};
use derived::Derived;
use exchange::{
    number::{Notation, NumberError},
    paste::PasteError,
};
use model::entries::Entries;
use model::{
    edit::Edit, history::History, id::Id, measure::Weight, person_cards::PersonSlot, scenario::Scenario, trace::Node,
    value::Key,
};
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

/// A weight that is tried by a slider.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Trial {
    /// The factor's place in the model.
    pub factor: usize,
    /// The weight while the slider moves; none when it rests, and the scenario has it.
    pub weight: Option<Weight>,
    /// The state's revision before it began to move.
    pub since: u32,
}

/// The drawer "Ändra modellen".
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Drawer {
    /// Whether it is open.
    pub open: bool,
    /// What the conditions are searched for.
    pub sought: String,
}

/// What the page did that nobody asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// Nuläget is now compared with Mitt scenario, because a first change made it another model.
    ScenarioIsCompared,
}

/// The state of the page.
#[derive(Clone)]
pub struct AppState {
    /// The shipped models.
    pub catalogue: PageCatalogue,
    /// The scenario with its undo and redo.
    pub history: History<Scenario>,
    /// The compared tariffs, worked out from the scenario.
    pub tariffs: Tariffs,
    /// What else is worked out of the scenario, once it is asked for.
    pub derived: Rc<Derived>,
    /// Texts that could not be read.
    pub drafts: Entries<Key, Draft>,
    /// What the last paste came to.
    pub paste_note: Option<PasteNote>,
    /// The view shown.
    pub view: View,
    /// The tab that was last looked at in each view that has tabs.
    tabs: Rc<BTreeMap<View, String>>,
    /// The language.
    pub lang: Lang,
    /// The model that nuläget is compared with; never nuläget itself.
    pub compared: Column,
    /// Whether present mode is on.
    pub present: bool,
    /// The person whom headline and chart follow; the last one until one is chosen.
    pub selected_person: Option<PersonSlot>,
    /// The tools of Min vårdcentral.
    pub tools: Rc<Tools>,
    /// Whether the scenario is being shared or opened.
    pub sharing: bool,
    /// Whether what the practice is worked out of is looked through.
    pub reviewing: bool,
    /// What the page did that nobody asked for, until it has been read.
    pub told: Option<Told>,
    /// Whether the other views could not be fetched.
    pub views_failed: bool,
    /// A weight that is tried by a slider.
    pub trial: Trial,
    /// The model at hand: whether its drawer is open, and what is sought in it.
    pub drawer: Drawer,
    /// The figure that is being explained.
    pub why: Option<Rc<Node>>,
    /// Counts the actions: every state has a number of its own, and a field is drawn anew even when its value is the
    /// same.
    pub revision: u32,
    /// The revision that the view was last drawn from: an explanation over it changes nothing in it.
    pub view_revision: u32,
}

impl AppState {
    /// The state at the start.
    pub fn new(catalogue: PageCatalogue, view: View, lang: Lang) -> Self {
        let scenario = catalogue.first_scenario();
        Self {
            tariffs: catalogue.tariffs(&scenario),
            history: History::new(scenario),
            derived: Rc::default(),
            catalogue,
            drafts: Entries::new(),
            paste_note: None,
            view,
            tabs: Rc::default(),
            lang,
            compared: Column::Proposal,
            told: None,
            sharing: false,
            reviewing: false,
            present: false,
            selected_person: None,
            tools: Rc::default(),
            views_failed: false,
            trial: Trial::default(),
            drawer: Drawer::default(),
            why: None,
            revision: 0,
            view_revision: 0,
        }
    }

    /// The scenario in force.
    pub fn scenario(&self) -> &Scenario {
        self.history.present()
    }

    /// The revision that is shown by what waits until a slider rests.
    pub fn rested(&self) -> u32 {
        if self.trial.weight.is_some() { self.trial.since } else { self.revision }
    }

    /// Whether the view's figures rest on made-up persons.
    pub fn shows_made_up(&self) -> bool {
        match self.view {
            View::Region => self.tools.region.is_synthetic(),
            View::Practice => self.scenario().practice().made_up,
            View::Brief | View::Model | View::Staffing | View::Method => false,
        }
    }

    /// How numbers are written and read in the language.
    pub fn notation(&self) -> Notation {
        self.lang.notation()
    }

    /// The factors of the scenario's model, in its order.
    pub fn factors(&self) -> Vec<Id> {
        self.scenario().start.case_mix().map_or_else(Vec::new, |mix| mix.factors().map(|f| f.id.clone()).collect())
    }

    /// What stands in a dialog belongs to the view that it was opened in.
    fn close_dialogs(&mut self) {
        self.why = None;
        self.sharing = false;
        self.reviewing = false;
        if self.tools.take_away.by_hand.is_some() {
            Rc::make_mut(&mut self.tools).take_away.by_hand = None;
        }
    }

    fn move_to(&mut self, history: History<Scenario>) {
        let (before, after) = (self.history.present(), history.present());
        if !before.has_model_of(after) {
            let differed = self.has_scenario();
            self.tariffs = self.catalogue.tariffs(after);
            self.follow_scenario(differed);
        }
        self.history = history;
    }

    /// The same with a tab of its view.
    #[must_use]
    pub fn at_tab(mut self, tab: Option<&str>) -> Self {
        if let Some(tab) = tab {
            Rc::make_mut(&mut self.tabs).insert(self.view, tab.to_owned());
        }
        self
    }

    /// The tab that was last looked at in a view.
    pub fn tab(&self, view: View) -> Option<&str> {
        self.tabs.get(&view).map(String::as_str)
    }

    /// Whether Mitt scenario is another model than the proposal; one that cannot be worked out is.
    pub fn has_scenario(&self) -> bool {
        !self.tariffs.scenario_is_proposal()
    }

    /// Whether the drawer stands beside the view.
    pub fn shows_drawer(&self) -> bool {
        self.drawer.open && self.view.has_drawer()
    }

    /// Whether a model has a column: Mitt scenario only where it is another than the proposal.
    pub fn shows(&self, column: Column) -> bool {
        column != Column::Scenario || self.has_scenario()
    }

    /// The first change makes Mitt scenario the compared model, and says so; without changes there is none to compare.
    fn follow_scenario(&mut self, differed: bool) {
        match (differed, self.has_scenario()) {
            (false, true) => {
                self.compared = Column::Scenario;
                self.told = Some(Told::ScenarioIsCompared);
            }
            (true, false) => {
                if self.compared == Column::Scenario {
                    self.compared = Column::Proposal;
                }
                self.told = None;
            }
            _ => {}
        }
    }

    /// A weight is tried from the state before this one on, or no longer. Everything is paid by it meanwhile, but for a
    /// region: its practices lie on lines between exact amounts.
    fn try_weight(&mut self, tried: Option<(usize, Weight)>) {
        if self.trial.weight.is_none() {
            self.trial.since = self.revision.wrapping_sub(1);
        }
        self.trial.weight = tried.map(|(_, weight)| weight);
        let scenario = match tried {
            Some((factor, weight)) => {
                self.trial.factor = factor;
                let key = self.factors().into_iter().nth(factor).map(Key::Weight);
                key.map(|key| Rc::new(self.scenario().apply(&Edit::set(key, weight))))
            }
            None => None,
        };
        if self.view != View::Region {
            let differed = self.has_scenario();
            self.tariffs = self.catalogue.tariffs(scenario.as_deref().unwrap_or_else(|| self.scenario()));
            self.follow_scenario(differed);
        }
    }

    /// One step. What was typed but not read in a place that the edit sets goes.
    fn edit(&mut self, edit: &Edit) {
        self.drafts.retain(|key, _| !edit.touches(key));
        let next = self.scenario().apply(edit);
        self.move_to(self.history.step(next));
    }

    fn read(&mut self, key: Key, text: String) {
        match read_value(&key, &text, self.notation(), self.scenario()) {
            Ok(value) => self.edit(&Edit::Set(vec![(key, value)])),
            Err(error) => drop(self.drafts.insert(key, Draft { text, error })),
        }
    }

    fn paste(&mut self, grid: Grid, at: (usize, usize), text: &str) {
        let factors = self.factors();
        let result = grid.paste(text, at, (self.scenario(), &factors), self.notation());
        let counts = |p: &grid::Pasted| (p.values.len(), p.faults.len(), p.outside);
        self.paste_note = Some(PasteNote { grid, result: result.as_ref().map(counts).map_err(Clone::clone) });
        let Ok(pasted) = result else { return };
        self.edit(&Edit::Set(pasted.values));
        for (key, text, error) in pasted.faults {
            self.drafts.insert(key, Draft { text, error });
        }
    }

    /// As it was at the start, in the same view and language.
    fn cleared(self) -> Self {
        let (revision, view_revision) = (self.revision, self.view_revision);
        Self { revision, view_revision, ..Self::new(self.catalogue, self.view, self.lang) }
    }

    /// To another point of the history. Texts that could not be read belong to no step and stay.
    fn travel(&mut self, history: History<Scenario>) {
        self.paste_note = None;
        self.move_to(history);
    }
}

impl Reducible for AppState {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut state = (*self).clone();
        state.revision = state.revision.wrapping_add(1);
        if !matches!(action, Action::Why(_)) {
            state.view_revision = state.revision;
        }
        let is_tried = state.trial.weight.is_some();
        if is_tried && action.ends_a_trial() {
            state.try_weight(None);
        }
        match action {
            // the first step back is out of what is only tried
            Action::Undo | Action::Redo if is_tried => {}
            Action::Edit(edit) => {
                state.paste_note = None;
                state.edit(&edit);
            }
            Action::Open(scenario) => {
                state.drafts = Entries::new();
                state.travel(state.history.step((*scenario).clone()));
            }
            #[cfg(feature = "saved-models")]
            Action::Models(catalogue) => {
                let scenario = catalogue.renewed(state.history.present());
                state.catalogue = catalogue;
                state.history = History::new(scenario);
                state.tariffs = state.catalogue.tariffs(state.history.present());
            }
            Action::ClearAll => state = state.cleared(),
            Action::Tools(tools) => state.tools = tools,
            Action::Try(tried) => state.try_weight(tried),
            Action::OpenDrawer(open) => state.drawer.open = open && state.view.has_drawer(),
            Action::Seek(words) => state.drawer.sought = words,
            Action::Paid(paid) => Rc::make_mut(&mut state.tools).region.take_paid(paid),
            Action::Type(key, text) => state.read(key, text),
            Action::Paste(grid, at, text) => state.paste(grid, at, &text),
            Action::Undo => state.travel(state.history.undo()),
            Action::Redo => state.travel(state.history.redo()),
            Action::Go(view, tab) => {
                state.view = view;
                state = state.at_tab(tab.as_deref());
                state.views_failed = false;
                state.close_dialogs();
            }
            Action::FetchAgain => state.views_failed = false,
            Action::ViewsCame(came) => state.views_failed = !came,
            Action::Speak(lang) => state.lang = lang,
            Action::Compare(column) => state.compared = column,
            Action::Tell(told) => state.told = told,
            Action::Share(sharing) => state.sharing = sharing,
            Action::Review(reviewing) => state.reviewing = reviewing,
            Action::Present(present) => state.present = present,
            Action::SelectPerson(slot) => state.selected_person = Some(slot),
            Action::Why(why) => state.why = why,
        }
        state.derived = Derived::after(&self, &state);
        Rc::new(state)
    }
}
