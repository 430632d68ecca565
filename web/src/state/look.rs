//! What decides how the same figures are shown, and which of them. Knows nothing of what they are.
use super::AppState;
use crate::text::Lang;
use report::columns::Column;

/// Equal where nothing of it has changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// The language.
    pub lang: Lang,
    /// The model that nuläget is compared with.
    pub compared: Column,
    /// Whether present mode is on.
    pub present: bool,
    /// The threshold of small numbers; none while nothing is guarded.
    pub fewest: Option<u32>,
}

impl Look {
    /// That of a state.
    pub fn of(state: &AppState) -> Self {
        let guard = &state.tools.guard;
        let fewest = (!guard.off).then(|| guard.fewest());
        Self { lang: state.lang, compared: state.compared, present: state.present, fewest }
    }
}
