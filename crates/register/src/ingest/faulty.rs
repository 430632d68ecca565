//! What becomes of a file with faulty rows: they are left out, or nothing of it is used. The same for everyone who reads.
use super::{body::Body, fault::FaultKind};
use model::{case_mix::ConditionSet, identity_number::LookAlikes};

/// What somebody has said of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Choices {
    /// What values are that look like identity numbers.
    pub look_alikes: LookAlikes,
    /// What becomes of rows with a fault.
    pub faulty: FaultyRows,
    /// The month, year or other time whose rows are taken, of several.
    pub period: Option<String>,
}

/// What becomes of a file of persons that has faulty rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum FaultyRows {
    /// A few are left out; with more, nothing is used until somebody says what becomes of them.
    #[default]
    AtMostFew,
    /// They are left out, however many.
    LeaveOut,
    /// Nothing is used if there is one.
    Refuse,
}

impl FaultyRows {
    /// Few are at most so many per cent of the rows; of those that name conditions at most so many may name others. Our
    /// choice: faults seldom fall on persons by chance, so that what is left is no longer the region.
    pub const FEW: u64 = 10;

    /// Whether so many of all are too many.
    pub(super) fn are_refused(self, left_out: u64, all: u64) -> bool {
        match self {
            Self::AtMostFew => left_out.saturating_mul(100) > all.saturating_mul(Self::FEW),
            Self::LeaveOut => false,
            Self::Refuse => left_out > 0,
        }
    }
}

impl Body {
    /// Why nothing is used of a file in which so much was left out.
    pub(super) fn too_much_left_out(&self, choice: FaultyRows) -> Option<FaultKind> {
        let left_out = self.left_out.saturating_sub(self.faults.count(FaultKind::is_of_nobody));
        let rows = self.read + left_out;
        // a person whose condition is not known is ill, so that these are set against the ill
        let unknown = self.faults.count(|kind| matches!(kind, FaultKind::UnknownCondition | FaultKind::DiagnosisCode));
        let is_biased = || unknown > 0 && choice.are_refused(unknown, self.ill() + unknown);
        let is_refused = choice.are_refused(left_out, rows) || is_biased();
        is_refused.then_some(FaultKind::ManyLeftOut { left_out, rows })
    }

    /// Persons who were read and have a condition.
    fn ill(&self) -> u64 {
        let (_, _, sets, _) = self.register.columns();
        let has = |set: &u32| {
            let set = usize::try_from(*set).ok().and_then(|set| self.register.sets().get(set));
            set.is_some_and(|set| *set != ConditionSet::EMPTY)
        };
        sets.iter().filter(|set| has(set)).fold(0, |ill, _| ill + 1)
    }
}
