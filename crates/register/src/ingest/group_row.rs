//! One row of a list of sums: its values, or each fault. Knows nothing of other rows.
use super::{
    condition_words::ConditionWords,
    fault::FaultKind,
    mark,
    value::{self, Years, unfit},
    words::Column,
};
use crate::{person_key::PersonKey, register::Register};
use model::{
    age::{Age, AgeBand},
    case_mix::ConditionSet,
    count::Count,
    sex::Sex,
};
use std::borrow::Cow;
use table::Encoding;

/// A row while it is read.
#[derive(Clone, Debug, Default)]
pub(super) struct GroupDraft {
    /// The row says nobody: it need name neither practice nor sex nor time.
    pub(super) is_nobody: bool,
    pub(super) practice: String,
    pub(super) sex: Option<Sex>,
    from: Age,
    to: Option<Age>,
    pub(super) set: ConditionSet,
    pub(super) persons: u32,
    /// In öre.
    pub(super) cost: u64,
    /// In öre squared.
    pub(super) square: u128,
    /// Has the mark of made-up persons.
    pub(super) is_marked: bool,
}

/// A fault of a field, with the part of the text that it is about.
type FieldFault<'t> = (Cow<'t, [u8]>, FaultKind);

impl GroupDraft {
    pub(super) fn new(is_nobody: bool) -> Self {
        Self { is_nobody, ..Self::default() }
    }

    /// Takes a field; gives what is wrong with it.
    pub(super) fn field<'t>(
        &mut self,
        column: Option<Column>,
        text: &'t [u8],
        encoding: Encoding,
        known: &ConditionWords,
    ) -> Vec<FieldFault<'t>> {
        if let Some(kind) = unfit(text, encoding) {
            return vec![(text.into(), kind)];
        }
        let Some(column) = column else { return Vec::new() };
        if column == Column::Conditions {
            return match known.list(&encoding.strict(text).unwrap_or_default()) {
                Ok(set) => {
                    self.set = set;
                    Vec::new()
                }
                Err(unknown) => unknown.into_iter().map(|(word, kind)| (word.into_bytes().into(), kind)).collect(),
            };
        }
        let fault = self.single(column, text, encoding).err();
        fault.map(|kind| (text.into(), kind)).into_iter().collect()
    }

    fn single(&mut self, column: Column, text: &[u8], encoding: Encoding) -> Result<(), FaultKind> {
        let is_unnamed = self.is_nobody && matches!(column, Column::Practice | Column::Sex | Column::Time);
        if text.is_empty() && is_unnamed {
            return Ok(());
        }
        if text.is_empty() && !matches!(column, Column::AgeTo | Column::Synthetic) {
            return Err(FaultKind::Blank(column));
        }
        match column {
            Column::Practice => self.practice = encoding.strict(text).ok_or(FaultKind::NotUtf8)?,
            Column::Sex => self.sex = Some(value::sex(&encoding.strict(text).unwrap_or_default())?),
            Column::AgeFrom => self.from = years(text, encoding)?,
            Column::AgeTo if text.is_empty() => self.to = None,
            Column::AgeTo => self.to = Some(years(text, encoding)?),
            Column::Persons => {
                let persons = value::digits(text, 9).and_then(Count::new);
                self.persons = persons.ok_or(FaultKind::NotACount)?.get();
            }
            Column::Cost => self.cost = value::total_cost(text, encoding)?,
            Column::CostSquared => self.square = value::decimal(text, 4).ok_or(FaultKind::NotASquare)?,
            Column::Synthetic => self.is_marked = mark::is_marked(text),
            Column::Age | Column::BirthYear | Column::Person | Column::Conditions | Column::Time => {}
        }
        Ok(())
    }

    /// The ages.
    pub(super) fn band(&self) -> AgeBand {
        AgeBand { low: self.from, high: self.to }
    }

    /// What is wrong with the fields together.
    pub(super) fn together(&self) -> Option<(Column, FaultKind)> {
        if self.to.is_some_and(|to| to < self.from) || self.from > PersonKey::OLDEST {
            return Some((Column::AgeTo, FaultKind::Bands));
        }
        let (persons, cost) = (u128::from(self.persons), u128::from(self.cost));
        if cost > persons * u128::from(Register::LARGEST_COST) {
            return Some((Column::Cost, FaultKind::LargeCost { limit: Register::LARGEST_COST }));
        }
        // the squares' sum lies between that of equal costs and that of one person's cost alone; a millionth is left for
        // sums that were made in floating point
        let square = cost * cost;
        let most = square.saturating_add(square / 1_000_000);
        let least = square - square / 1_000_000;
        let fits = self.square <= most && self.square.saturating_mul(persons) >= least;
        (!fits).then_some((Column::CostSquared, FaultKind::NotASquare))
    }
}

/// One age.
fn years(text: &[u8], encoding: Encoding) -> Result<Age, FaultKind> {
    value::age(text, encoding, None).map(|(Years::Of(age) | Years::From(age))| age)
}
