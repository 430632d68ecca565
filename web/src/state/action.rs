//! Everything that can happen to the state. Knows nothing of what follows from it.
#[cfg(feature = "saved-models")]
use super::PageCatalogue;
use super::{Grid, Told, View};
use crate::{region::order::Paid, text::Lang, tools::Tools};
use model::{edit::Edit, measure::Weight, person_cards::PersonSlot, scenario::Scenario, trace::Node, value::Key};
use report::columns::Column;
use std::rc::Rc;

/// Everything that can happen.
#[derive(Clone, Debug)]
pub enum Action {
    /// An edit made without typing, one step: drafts in the fields that it sets go.
    Edit(Edit),
    /// A whole scenario in the place of this one: a file, a link, what was remembered. One step.
    Open(Rc<Scenario>),
    /// Other models in the place of the shipped ones: a file was saved while the page is served from its makers' machine.
    #[cfg(feature = "saved-models")]
    Models(PageCatalogue),
    /// Everything gone: the scenario, its history, drafts and the tools.
    ClearAll,
    /// The tools of Min vårdcentral after a change.
    Tools(Rc<Tools>),
    /// A factor's weight tried with a slider, by the factor's place in the model; none when the slider rests.
    Try(Option<(usize, Weight)>),
    /// Open the drawer, or close it.
    OpenDrawer(bool),
    /// Seek among the drawer's conditions.
    Seek(String),
    /// What the region's worker says of single persons.
    Paid(Paid),
    /// A text typed into a field.
    Type(Key, String),
    /// A block pasted into a table, with its first cell at a row and a column.
    Paste(Grid, (usize, usize), String),
    /// One step back.
    Undo,
    /// One step forward.
    Redo,
    /// To another view, and to a tab of it.
    Go(View, Option<String>),
    /// The other views were fetched, or could not be.
    ViewsCame(bool),
    /// They are wanted once more.
    FetchAgain,
    /// To another language.
    Speak(Lang),
    /// Nuläget is compared with another model.
    Compare(Column),
    /// Share the scenario or open another, or no longer.
    Share(bool),
    /// Look through what the practice is worked out of, or no longer.
    Review(bool),
    /// Something to tell, or no longer.
    Tell(Option<Told>),
    /// Present mode on or off.
    Present(bool),
    /// Headline and chart follow another person.
    SelectPerson(PersonSlot),
    /// Explain a figure, or close the explanation.
    Why(Option<Rc<Node>>),
}

impl Action {
    /// Whether a weight that is being tried is given up: all but what comes while a slider moves.
    pub(super) fn ends_a_trial(&self) -> bool {
        !matches!(
            self,
            Self::Try(_) | Self::Paid(_) | Self::Tools(_) | Self::Why(_) | Self::ViewsCame(_) | Self::Tell(_)
        )
    }
}
