//! What a row or a column of a table is about, from all its labels together. Does not know the numbers in it.

use super::dates::Written;
use super::label::Label;
use super::origin::Place;
use model::age::AgeBand;
use std::rc::Rc;

/// A row or a column.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct TableLine {
    /// What its labels say together.
    pub(super) label: Label,
    /// Its ages, once its neighbours are known.
    pub(super) band: Option<AgeBand>,
    /// Where its ages stand.
    pub(super) ages_at: Option<Place>,
    /// The date that stands among its labels, and where.
    pub(super) date: Option<(Place, Written)>,
    /// Where its vårdcentral stands.
    pub(super) practice: Option<Place>,
    /// Its vårdcentral's name, where the cell says more.
    pub(super) practice_name: Option<Rc<str>>,
    /// Where its vårdcentral's name has a word for a sum.
    pub(super) sum_at: Option<Place>,
    /// Where its time stands: a year and a month may stand apart.
    pub(super) time: Vec<Place>,
    /// Where a sex or an age is said not to be known, and where a code without a name stands.
    pub(super) not_stated: Option<Place>,
    pub(super) code: Option<Place>,
    /// Where it does not say whether its persons are listed.
    pub(super) status: Option<Place>,
    /// Where it says that its persons are not listed.
    pub(super) not_listed: Option<Place>,
    /// Whether its ages cannot be told.
    pub(super) unclear: bool,
    /// Where its labels stand.
    pub(super) places: Vec<Place>,
    /// A label that is not understood.
    pub(super) strange: Option<Place>,
    /// Whether a label is understood in part only, so that it may mean less than it seems to.
    pub(super) half_read: bool,
}

impl TableLine {
    /// With one label more; what is said already stays.
    pub(super) fn add(&mut self, place: Place, label: &Label) {
        self.places.push(place);
        if label.not_stated {
            self.not_stated = self.not_stated.or(Some(place));
        }
        if label.code && !label.strange && !label.says_anything() {
            self.code = self.code.or(Some(place));
        }
        if label.strange && !label.left_out {
            self.strange = self.strange.or(Some(place));
            self.half_read |= label.says_anything();
        }
        if label.ages.is_some() && self.label.ages.is_none() {
            self.ages_at = Some(place);
        }
        let both_sexes = matches!((self.label.sex, label.sex), (Some(one), Some(other)) if one != other);
        self.label.fill(label);
        if both_sexes {
            self.strange = Some(place);
            self.half_read = true;
        }
    }

    /// Whether its labels say who is counted, or that all are.
    pub(super) fn says_whose(&self) -> bool {
        self.label.says_whose() || self.band.is_some() || self.unclear || self.label.total
    }

    /// Row and column together; what the row says goes before what the column says.
    pub(super) fn with(&self, other: &Self) -> Self {
        let mut both = self.clone();
        both.label.fill(&other.label);
        both.date = self.date.or(other.date);
        both.practice = self.practice.or(other.practice);
        if self.practice.is_none() {
            both.practice_name.clone_from(&other.practice_name);
        }
        if both.time.is_empty() {
            both.time.clone_from(&other.time);
        }
        both.not_stated = self.not_stated.or(other.not_stated);
        both.band = self.band.or(other.band);
        both.ages_at = self.ages_at.or(other.ages_at);
        both.unclear |= other.unclear;
        both
    }
}

impl Label {
    /// Takes from the other what this one does not say.
    pub(super) fn fill(&mut self, other: &Self) {
        self.ages = self.ages.or(other.ages);
        self.sex = self.sex.or(other.sex);
        self.total |= other.total;
        self.holds = self.holds.or(other.holds);
        self.measure = self.measure.max(other.measure);
        self.factor = self.factor.or(other.factor);
        self.period = self.period.or(other.period);
        self.month = self.month.or(other.month);
        self.kronor |= other.kronor;
        self.thousands = self.thousands.max(other.thousands);
        self.left_out |= other.left_out;
        self.other_condition |= other.other_condition;
        self.strange |= other.strange;
        self.is_listed = self.is_listed.or(other.is_listed);
        self.dated |= other.dated;
        self.not_stated |= other.not_stated;
    }
}
