//! Persons who choose another practice: what both practices are paid before and after, under each model. Knows nothing
//! of why they move.
use crate::columns::{Column, Tariffs};
use model::{
    case_mix::CaseMix,
    cell::{Cell, PerCell},
    compare::change,
    count::Count,
    entries::Entries,
    id::Id,
    measure::MonthlyMoney,
    outcome::Outcome,
    practice::{Person, Practice},
    tariff::Tariff,
    term::Term,
    trace::Traced,
};

/// So many persons alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Movers {
    /// One of them: sex, age, and conditions by their positions in the proposal's case mix, before any rule.
    pub person: Person,
    /// How many.
    pub count: Count,
}

/// One practice before and after.
#[derive(Clone, Debug, PartialEq)]
pub struct BeforeAfter {
    /// What it is paid before.
    pub before: Outcome,
    /// What it is paid after.
    pub after: Outcome,
    /// The later payment less the earlier, in kronor a month.
    pub change: Traced<MonthlyMoney>,
}

/// Both practices under one model.
#[derive(Clone, Debug, PartialEq)]
pub struct MoveColumn {
    /// The model.
    pub column: Column,
    /// The practice that they leave.
    pub from: BeforeAfter,
    /// The practice that they come to; its change is the money that follows them.
    pub to: BeforeAfter,
    /// What both are paid before, in kronor a month.
    pub both_before: Traced<MonthlyMoney>,
    /// What both are paid after: the same, for each person brings the same to either; but for the last of 28 digits.
    pub both_after: Traced<MonthlyMoney>,
}

/// Why the persons cannot move.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MoveError {
    /// No cell of the practice's bands holds the person, or the two practices have other bands.
    OtherBands(Cell),
    /// More would leave the cell than are listed there.
    TooFewListed {
        /// The cell.
        cell: Cell,
        /// Listed there.
        listed: Count,
        /// Who would leave.
        leaving: Count,
    },
    /// More with the factor would leave than the practice has.
    TooFewAffected {
        /// The condition, interaction or count.
        factor: Id,
        /// Persons with it.
        affected: Count,
        /// Who would leave.
        leaving: Count,
    },
    /// More persons in a cell, or with a factor, than can be counted.
    TooMany,
}

/// Moves the persons and pays both practices under every column that can be worked out; a practice that has not said
/// how many have conditions is not shown a model that pays for them. Drug costs stay where they are: nobody knows what
/// these persons cost. Errors: everything that stands against the move.
pub fn move_persons(
    tariffs: &Tariffs,
    from: &Practice,
    to: &Practice,
    movers: &[Movers],
) -> Result<Vec<MoveColumn>, Vec<MoveError>> {
    let leaving = Leaving::of(tariffs.proposal.model.case_mix(), from, movers)?;
    let (left, come) = (leaving.taken_from(from), leaving.added_to(to));
    let errors = |result: &Result<Practice, Vec<MoveError>>| result.as_ref().err().cloned().unwrap_or_default();
    let all: Vec<_> = errors(&left).into_iter().chain(errors(&come)).collect();
    let (Ok(left), Ok(come)) = (left, come) else { return Err(all) };
    let known = |tariff: &Tariff| [from, to].iter().all(|practice| practice.tells_enough_for(&tariff.model));
    let columns = Column::ALL.into_iter().filter_map(|column| Some((column, tariffs.get(column)?)));
    let paid = columns.filter(|(_, tariff)| known(tariff)).filter_map(|(column, tariff)| {
        let (from, to) = (before_after(tariff, from, &left)?, before_after(tariff, to, &come)?);
        let both = |a: &Outcome, b: &Outcome| Traced::sum(Term::PaymentOfBoth, [a.payment.clone(), b.payment.clone()]);
        let (both_before, both_after) = (both(&from.before, &to.before), both(&from.after, &to.after));
        Some(MoveColumn { column, from, to, both_before, both_after })
    });
    Ok(paid.collect())
}

fn before_after(tariff: &Tariff, before: &Practice, after: &Practice) -> Option<BeforeAfter> {
    let (before, after) = (tariff.practice(before).ok()?, tariff.practice(after).ok()?);
    Some(BeforeAfter { change: change(&before.payment, &after.payment), before, after })
}

/// Who leaves, by cell and by factor.
struct Leaving {
    cells: Entries<Cell, Count>,
    factors: Entries<Id, Count>,
}

impl Leaving {
    fn of(mix: Option<&CaseMix>, from: &Practice, movers: &[Movers]) -> Result<Self, Vec<MoveError>> {
        let mut leaving = Self { cells: Entries::new(), factors: Entries::new() };
        for Movers { person, count } in movers {
            if let Some((cell, _)) = from.listed.of_person(person.sex, person.age) {
                add(&mut leaving.cells, cell, *count);
            }
            let flags = mix.map(|mix| mix.flags(person.sex, person.age, person.conditions));
            let factors = flags.into_iter().flat_map(|flags| flags.factors);
            factors.for_each(|factor| add(&mut leaving.factors, factor, *count));
        }
        let countable = |count: &Count| count.get() <= Count::MAX;
        let all = leaving.cells.values().chain(leaving.factors.values()).all(countable);
        if all { Ok(leaving) } else { Err(vec![MoveError::TooMany]) }
    }

    fn taken_from(&self, practice: &Practice) -> Result<Practice, Vec<MoveError>> {
        let mut errors = Vec::new();
        let listed = practice.listed.map(|cell, listed| {
            let leaving = self.cells.get(&cell).copied().unwrap_or_default();
            less(*listed, leaving).unwrap_or_else(|| {
                errors.push(MoveError::TooFewListed { cell, listed: *listed, leaving });
                *listed
            })
        });
        let mut affected = practice.affected.clone();
        // not known is not nobody
        for (factor, leaving) in self.factors.iter().filter(|_| !practice.affected.is_empty()) {
            let has = practice.affected.get(factor).copied().unwrap_or_default();
            match less(has, *leaving) {
                Some(rest) => drop(affected.insert(factor.clone(), rest)),
                None => {
                    errors.push(MoveError::TooFewAffected { factor: factor.clone(), affected: has, leaving: *leaving })
                }
            }
        }
        if errors.is_empty() { Ok(Practice { listed, affected, ..practice.clone() }) } else { Err(errors) }
    }

    fn added_to(&self, practice: &Practice) -> Result<Practice, Vec<MoveError>> {
        let other = self.cells.keys().filter(|cell| practice.listed.get(**cell).is_none());
        let other: Vec<_> = other.map(|cell| MoveError::OtherBands(*cell)).collect();
        if !other.is_empty() {
            return Err(other);
        }
        let sum = |a: Count, b: Count| Count::new(u64::from(a.get()) + u64::from(b.get()));
        let mut fits = true;
        let mut more = |has: Count, coming: Count| {
            sum(has, coming).unwrap_or_else(|| {
                fits = false;
                has
            })
        };
        let coming = |cell| self.cells.get(&cell).copied().unwrap_or_default();
        let listed: PerCell<Count> = practice.listed.map(|cell, listed| more(*listed, coming(cell)));
        let mut affected = practice.affected.clone();
        for (factor, coming) in self.factors.iter().filter(|_| !practice.affected.is_empty()) {
            let has = affected.get(factor).copied().unwrap_or_default();
            affected.insert(factor.clone(), more(has, *coming));
        }
        if fits { Ok(Practice { listed, affected, ..practice.clone() }) } else { Err(vec![MoveError::TooMany]) }
    }
}

fn add<K: Ord + Clone>(map: &mut Entries<K, Count>, key: K, count: Count) {
    let before = map.get(&key).copied().unwrap_or_default();
    map.insert(key, before + count);
}

fn less(a: Count, b: Count) -> Option<Count> {
    a.get().checked_sub(b.get()).and_then(|rest| Count::new(u64::from(rest)))
}
