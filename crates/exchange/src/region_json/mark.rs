//! The mark of made-up persons, with every row that rests on them: a row that is taken out of the document is marked too.
use super::Document;
use register::register::Origin;
use serde::{Deserialize, Serialize};

/// Who a row is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Mark {
    /// Nobody real.
    #[serde(rename = "SYNTETISKA DATA")]
    Synthetic,
}

impl Mark {
    /// The mark as it stands in the document.
    pub fn text(self) -> &'static str {
        let Self::Synthetic = self;
        "SYNTETISKA DATA"
    }

    /// The mark of what comes from there.
    pub fn of(origin: Origin) -> Option<Self> {
        matches!(origin, Origin::Synthetic { .. }).then_some(Self::Synthetic)
    }
}

impl Document {
    /// Marks every row.
    pub(super) fn mark(&mut self, mark: Mark) {
        let mark = Some(mark);
        self.practices.iter_mut().for_each(|row| row.mark = mark);
        self.changes.iter_mut().for_each(|row| row.mark = mark);
        for model in &mut self.models {
            model.mark = mark;
            model.practices.iter_mut().chain([&mut model.total]).for_each(|row| row.mark = mark);
            model.funnel.iter_mut().flatten().for_each(|row| row.mark = mark);
            model.subgroups.iter_mut().for_each(|row| row.mark = mark);
        }
    }
}
