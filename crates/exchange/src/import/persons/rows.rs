//! Takes the rows of a list one after the other: first the headings, then persons. Knows no file format.

use super::again::Again;
use super::cell::{age, age_reached, flag, is_listed_still, sex};
use super::counts::Counts;
use super::drugs::Drugs;
use super::grouped::Grouped;
use super::header::{ColumnRole, Columns};
use super::money::Costs;
use super::named::Named;
use super::outcome::{FaultKind, Faults, PersonError, PersonNote, PersonQuestion, PersonReading};
use super::parts::Parts;
use super::record::{Record, text};
use crate::import::{Answers, OpenError, PartKind, Target};
use model::identity_number::{Judge, LookAlikes};
use model::{age::Age, case_mix::ConditionSet, id::Id, sex::Sex};

/// How many rows from the top may come before the headings.
const MAX_ROWS_ABOVE: usize = 20;

/// What is known so far.
pub(super) struct Rows {
    target: Target,
    answers: Answers,
    above: usize,
    missing: Option<Vec<ColumnRole>>,
    list: Option<List>,
    judge: Judge,
}

impl Rows {
    pub(super) fn new(target: &Target, answers: &Answers) -> Self {
        Self { target: target.clone(), answers: *answers, above: 0, missing: None, list: None, judge: Judge::default() }
    }

    /// Takes the next row.
    ///
    /// # Errors
    /// [`PersonError`], after which no row may follow.
    pub(super) fn row(&mut self, record: &Record) -> Result<(), PersonError> {
        let alike = self.look_at(record)?;
        if let Some(list) = &mut self.list {
            if let Some(column) = alike.filter(|_| self.answers.look_alikes == LookAlikes::LeaveOutRows) {
                list.rows += 1;
                list.faults.add(record.row, column, FaultKind::LeftOutAlike);
                return Ok(());
            }
            return list.row(record, &self.target);
        }
        match Columns::of(record, &self.target) {
            Ok(columns) => {
                columns.check(&self.target)?;
                self.list = Some(List::new(columns, &self.target, &self.answers));
            }
            Err(missing) => {
                self.above += 1;
                let fewer = self.missing.as_ref().is_none_or(|least| missing.len() < least.len());
                self.missing = if fewer { Some(missing) } else { self.missing.take() };
            }
        }
        if self.above > MAX_ROWS_ABOVE { Err(self.no_headings()) } else { Ok(()) }
    }

    /// The first column that looks like an identity number.
    fn look_at(&mut self, record: &Record) -> Result<Option<usize>, PersonError> {
        let mut first = None;
        for column in 0..record.len() {
            if self.judge.note(record.row.saturating_sub(1), column, record.cell(column)) {
                first = first.or(Some(column));
            }
        }
        if self.judge.is_settled() { self.judged().map(|()| first) } else { Ok(first) }
    }

    /// Refuses a list with identity numbers, or with values that have to be asked about.
    fn judged(&self) -> Result<(), PersonError> {
        let error = OpenError::of(0, self.judge.verdict(), self.answers.look_alikes);
        error.map_or(Ok(()), |error| Err(PersonError::Open(error)))
    }

    fn no_headings(&mut self) -> PersonError {
        PersonError::NoHeadings { missing: self.missing.take().unwrap_or(vec![ColumnRole::Age, ColumnRole::Sex]) }
    }

    /// The reading, once the last row is taken.
    pub(super) fn finish(mut self) -> Result<PersonReading, PersonError> {
        self.judged()?;
        match self.list.take() {
            Some(list) => list.finish(&self.target, &self.answers),
            None => Err(self.no_headings()),
        }
    }
}

/// A column, and what is wrong there.
type Misread = (usize, FaultKind);

impl Columns {
    /// Sex, whether it is a code, and age; else what is wrong with the age and with the sex.
    fn person(&self, record: &Record, target: &Target) -> Result<(Sex, bool, Age), [Option<Misread>; 2]> {
        let (age_column, sex_column) = (self.age_column(), self.sex.unwrap_or(0));
        let years = match (self.age, target.reference_year) {
            (None, Some(year)) => age_reached(record.cell(age_column), year),
            _ => age(record.cell(age_column), &target.words, &target.bands),
        };
        match (sex(record.cell(sex_column), &target.words), years) {
            (Ok((sex, is_code)), Ok(age)) => Ok((sex, is_code, age)),
            (sex, years) => Err([years.err().map(|kind| (age_column, kind)), sex.err().map(|kind| (sex_column, kind))]),
        }
    }
}

/// A list whose headings are known.
struct List {
    columns: Columns,
    counts: Counts,
    drugs: Option<Drugs>,
    named: Option<Named>,
    grouped: Option<Grouped>,
    /// The vårdcentraler, and the times.
    parts: [(PartKind, Parts); 2],
    again: Again,
    /// The columns that say something of a person.
    told: Vec<usize>,
    not_listed: u64,
    costs: Costs,
    faults: Faults,
    rows: u64,
    made_up: u64,
    taken_as_met: u64,
    coded_sex: bool,
}

impl List {
    fn new(columns: Columns, target: &Target, answers: &Answers) -> Self {
        let parts = |kind, columns: &[usize], answer| (kind, Parts::new(kind, columns.to_vec(), answer));
        Self {
            parts: [
                parts(PartKind::Practice, &columns.practices, answers.practice),
                parts(PartKind::Time, &columns.times, answers.time),
            ],
            again: Again::default(),
            told: columns.told(),
            not_listed: 0,
            counts: Counts::new(target, columns.tells_conditions()),
            drugs: target.case_mix.as_ref().filter(|_| columns.atc.is_some()).map(Drugs::new),
            named: if columns.named.is_empty() { None } else { Named::of(target) },
            grouped: columns.has_dispensings().then(Grouped::default),
            costs: Costs::default(),
            faults: Faults::default(),
            rows: 0,
            made_up: 0,
            taken_as_met: 0,
            coded_sex: false,
            columns,
        }
    }

    fn row(&mut self, record: &Record, target: &Target) -> Result<(), PersonError> {
        if record.is_blank() {
            return Ok(());
        }
        for (_, parts) in &mut self.parts {
            if !parts.keeps(record, || self.columns.person(record, target).is_ok())? {
                return Ok(());
            }
        }
        self.rows += 1;
        let is_marked = self.columns.made_up.and_then(|column| flag(record.cell(column))) == Some(true);
        self.made_up += u64::from(is_marked);
        if let Some((column, kind)) = self.unreadable(record) {
            self.faults.add(record.row, column, kind);
            return Ok(());
        }
        if !self.is_listed(record, target) {
            return Ok(());
        }
        let Some((sex, age)) = self.person(record, target) else { return Ok(()) };
        if let Some(column) = self.columns.person.filter(|_| self.grouped.is_none())
            && let Some(kind) = self.again.enter(record.cell(column), record, &self.told)
        {
            self.faults.add(record.row, column, kind);
            return Ok(());
        }
        let mut conditions = self.flags(record);
        self.cost(record);
        if let Some(grouped) = &mut self.grouped {
            for (column, kind) in grouped.add(record, &self.columns, (sex, age, conditions))? {
                self.faults.add(record.row, column, kind);
            }
            return Ok(());
        }
        if let (Some(column), Some(drugs)) = (self.columns.atc, &mut self.drugs) {
            let shown = drugs.shown(record.cell(column));
            self.taken_as_met += u64::from(shown.taken_as_met);
            if shown.unread {
                self.faults.add(record.row, column, FaultKind::AtcUnread);
            }
            conditions = conditions.or(shown.conditions);
        }
        self.counts.add(sex, age, conditions);
        Ok(())
    }

    /// Why the whole row is left out; nothing of it is counted then.
    fn unreadable(&self, record: &Record) -> Option<(usize, FaultKind)> {
        if record.has_line_break() {
            Some((0, FaultKind::LineBreak))
        } else if record.len() < self.columns.needed() {
            Some((record.len(), FaultKind::RowTooShort))
        } else {
            let pseudonym = self.columns.person.filter(|_| self.grouped.is_some());
            let missing = pseudonym.filter(|column| record.cell(*column).is_empty());
            missing.map(|column| (column, FaultKind::PersonMissing))
        }
    }

    /// Whether the person is listed, where the list says; where it says neither, the person is not counted.
    fn is_listed(&mut self, record: &Record, target: &Target) -> bool {
        let status = self.columns.status.map(|column| (column, target.words.status(&text(record.cell(column)))));
        let ended = self.columns.ended.iter();
        let ended = ended.map(|column| (*column, is_listed_still(record.cell(*column), target.reference_year)));
        let said: Vec<(usize, Option<bool>)> = status.into_iter().chain(ended).collect();
        if said.iter().any(|(_, is_listed)| *is_listed == Some(false)) {
            self.not_listed += 1;
            return false;
        }
        let unread = said.iter().find(|(_, is_listed)| is_listed.is_none());
        if let Some((column, _)) = unread {
            self.faults.add(record.row, *column, FaultKind::StatusUnread);
        }
        unread.is_none()
    }

    /// Sex and age; without both the person is not counted.
    fn person(&mut self, record: &Record, target: &Target) -> Option<(Sex, Age)> {
        match self.columns.person(record, target) {
            Ok((sex, is_code, age)) => {
                self.coded_sex |= is_code;
                Some((sex, age))
            }
            Err(faults) => {
                let faults = faults.into_iter().flatten();
                faults.for_each(|(column, kind)| self.faults.add(record.row, column, kind));
                None
            }
        }
    }

    fn flags(&mut self, record: &Record) -> ConditionSet {
        let mut conditions = ConditionSet::EMPTY;
        for (column, position) in &self.columns.flags {
            match flag(record.cell(*column)) {
                Some(true) => conditions = conditions.with(*position),
                Some(false) => {}
                None => self.faults.add(record.row, *column, FaultKind::FlagUnread),
            }
        }
        for of in &self.columns.named {
            let Some(names) = self.named.as_mut().map(|named| named.names(of, record.cell(of.column))) else {
                continue;
            };
            if names.unread {
                self.faults.add(record.row, of.column, FaultKind::ConditionUnread);
            }
            conditions = conditions.or(names.conditions);
        }
        conditions
    }

    fn cost(&mut self, record: &Record) {
        if let Some((column, ..)) = self.columns.cost {
            let cell = record.cell(column);
            if !self.costs.add(cell) {
                self.faults.add(record.row, column, FaultKind::CostUnread);
            }
        }
    }

    fn finish(mut self, target: &Target, answers: &Answers) -> Result<PersonReading, PersonError> {
        let mut notes = self.notes(target);
        let asked = self.parts.iter().find_map(|(kind, parts)| Some((*kind, parts.question()?)));
        if let Some((kind, offers)) = asked {
            // nothing is counted before it is known of whom
            return Ok(PersonReading {
                rows: self.rows,
                columns: self.columns.read,
                question: Some(PersonQuestion::Part { kind, offers }),
                ..PersonReading::default()
            });
        }
        if let Some(grouped) = self.grouped.take() {
            let counts = &mut self.counts;
            grouped.finish(target, &self.columns, &mut notes, |sex, age, set| counts.add(sex, age, set));
        }
        let persons = self.counts.persons();
        let Some(listed) = self.counts.listed(&target.bands).filter(|_| persons > 0) else {
            return Err(PersonError::NobodyCounted { faults: self.faults.counts });
        };
        let (drug_cost, question) = match self.columns.cost {
            Some((_, period, thousands)) => {
                match self.costs.monthly((period, thousands), answers, target.notation, &mut notes) {
                    Ok(cost) => (Some(cost), None),
                    Err(question) => (None, Some(question)),
                }
            }
            None => (None, None),
        };
        if self.named.as_ref().is_some_and(|named| !named.tells()) {
            self.columns.leave_named_out();
        }
        let mut affected = self.counts.affected(target).unwrap_or_default();
        if !self.columns.tells_conditions() {
            affected.clear();
        }
        let untold = self.columns.untold(target);
        if !untold.is_empty() {
            // what the list says nothing of is not nobody, nor is what follows from it
            let conditions = target.factors.iter().take(untold.len() + self.columns.flags.len());
            let told: Vec<&Id> = conditions.map(|factor| &factor.id).filter(|id| !untold.contains(id)).collect();
            affected.retain(|(id, _)| told.contains(&id));
            notes.push(PersonNote::ConditionsUntold { conditions: untold });
        }
        Ok(PersonReading {
            listed,
            affected,
            drug_cost,
            persons,
            rows: self.rows,
            columns: self.columns.read,
            notes,
            faults: self.faults.first,
            fault_counts: self.faults.counts,
            question,
        })
    }

    fn notes(&self, target: &Target) -> Vec<PersonNote> {
        let mut notes = Vec::new();
        if self.made_up > 0 {
            notes.push(PersonNote::MadeUp { rows: self.made_up });
        }
        if let (None, Some(year)) = (self.columns.age, target.reference_year) {
            notes.push(PersonNote::AgesReachedIn { year });
        }
        if self.not_listed > 0 {
            notes.push(PersonNote::NotListed { rows: self.not_listed });
        }
        if let Some((persons, rows)) = self.again.told() {
            notes.push(PersonNote::PersonsAgain { persons, rows });
        }
        if self.coded_sex {
            notes.push(PersonNote::SexCodes);
        }
        if self.taken_as_met > 0 {
            notes.push(PersonNote::ThresholdsTakenAsMet { persons: self.taken_as_met });
        }
        notes
    }
}
