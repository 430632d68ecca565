//! What published totals say of hidden counts: the totals that are there, and those that follow from them.
//!
//! A count is determined by the equations when the row that has a one in its place and zeros elsewhere is a sum of
//! multiples of theirs. In the reduced echelon form of the equations such a row then stands by itself, so that one
//! elimination tells it for every count.
//!
//! The elimination is done modulo two primes near 2^60, not with fractions, whose digits would grow with every step.
//! Decimals are quotients of whole numbers, and every sum of multiples holds modulo a prime as well, unless the prime
//! divides one of its denominators. Those are determinants of at most forty rows of published amounts, which nobody
//! chooses with these primes in mind: one in 2^60 or so is divided by one of them, one in 2^120 by both. So what is
//! determined is found in at least one of the two; what one of them finds by coincidence only hides a count more.
use super::{
    Guarded,
    field::{PRIMES, Prime},
};
use rust_decimal::Decimal;

/// Something that gives too much away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Leak {
    /// The published total, when it is one by itself; otherwise it follows from several.
    pub(super) equation: Option<usize>,
    /// The hidden counts in it.
    pub(super) of: Vec<usize>,
}

/// The counts and totals, with the totals' coefficients modulo each prime, worked out once.
pub(super) struct Input<'a> {
    pub(super) guarded: &'a Guarded,
    residues: Vec<(Prime, Vec<Vec<u64>>)>,
}

impl<'a> Input<'a> {
    pub(super) fn of(guarded: &'a Guarded) -> Self {
        let rows = |prime: Prime| {
            let equations = guarded.equations.iter();
            equations.map(|equation| equation.coefficients.iter().map(|value| prime.of(*value)).collect()).collect()
        };
        Self { guarded, residues: PRIMES.into_iter().map(|prime| (prime, rows(prime))).collect() }
    }
}

/// Which counts are hidden and which totals are not published.
#[derive(Clone)]
pub(super) struct State<'a> {
    pub(super) input: &'a Input<'a>,
    pub(super) hidden: Vec<usize>,
    pub(super) withheld: Vec<usize>,
}

impl State<'_> {
    /// Every published equation with its number.
    pub(super) fn published(&self) -> impl Iterator<Item = (usize, &[Decimal])> {
        let all = self.input.guarded.equations.iter().map(|equation| &*equation.coefficients).enumerate();
        all.filter(|(number, _)| !self.withheld.contains(number))
    }

    /// Whether so few persons are counted together that they are too few to tell; nobody is not too few.
    fn is_few(&self, counts: &[usize]) -> bool {
        let counts = counts.iter().filter_map(|count| self.input.guarded.counts.get(*count));
        let persons = counts.map(|count| u64::from(count.count.get())).sum();
        (1..u64::from(self.input.guarded.threshold)).contains(&persons)
    }

    /// The first thing that gives too much away: a total by itself before one that follows from several.
    pub(super) fn leak(&self) -> Option<Leak> {
        let has = |row: &[Decimal], count: usize| row.get(count).is_some_and(|value| !value.is_zero());
        let alone = self.published().map(|(number, row)| {
            (Some(number), self.hidden.iter().copied().filter(|count| has(row, *count)).collect::<Vec<_>>())
        });
        let alone = alone.filter(|(_, of)| self.is_few(of)).map(|(equation, of)| Leak { equation, of }).next();
        alone.or_else(|| self.input.residues.iter().find_map(|(prime, rows)| self.derived_leak(rows, *prime)))
    }

    fn derived_leak(&self, residues: &[Vec<u64>], prime: Prime) -> Option<Leak> {
        let rows = self.restricted(residues);
        let differences = rows.iter().enumerate().flat_map(|(i, a)| {
            rows.iter().skip(i + 1).map(move |b| a.iter().zip(b).map(|(a, b)| prime.difference(*a, *b)).collect())
        });
        let derived = echelon(&rows, prime).into_iter().chain(differences);
        let counted = derived.filter(|row| counts_once(row)).map(|row| self.support(&row));
        counted.filter(|of| self.is_few(of)).map(|of| Leak { equation: None, of }).next()
    }

    /// Whether the totals tell how many the hidden counts are together.
    pub(super) fn tells(&self, together: &[usize]) -> bool {
        let sum: Vec<u64> = self.hidden.iter().map(|count| u64::from(together.contains(count))).collect();
        self.input.residues.iter().any(|(prime, residues)| {
            let mut rows = self.restricted(residues);
            let rank = echelon(&rows, *prime).len();
            rows.push(sum.clone());
            echelon(&rows, *prime).len() == rank
        })
    }

    /// The published equations' coefficients of what is hidden, each once.
    fn restricted(&self, residues: &[Vec<u64>]) -> Vec<Vec<u64>> {
        let mut rows: Vec<Vec<u64>> = Vec::new();
        for (_, row) in residues.iter().enumerate().filter(|(number, _)| !self.withheld.contains(number)) {
            let row = self.hidden.iter().map(|count| row.get(*count).copied().unwrap_or(0)).collect();
            if !rows.contains(&row) {
                rows.push(row);
            }
        }
        rows
    }

    /// The hidden counts that have a coefficient, given coefficients in the order of [`State::hidden`].
    fn support(&self, row: &[u64]) -> Vec<usize> {
        self.hidden.iter().zip(row).filter(|(_, coefficient)| **coefficient != 0).map(|(count, _)| *count).collect()
    }
}

/// Whether all that it has it has alike: then it is a number of persons, times something known.
fn counts_once(row: &[u64]) -> bool {
    let mut coefficients = row.iter().filter(|coefficient| **coefficient != 0);
    let first = coefficients.next();
    coefficients.all(|coefficient| Some(coefficient) == first)
}

/// The reduced echelon form: each row begins with a one that no other row has.
fn echelon(rows: &[Vec<u64>], prime: Prime) -> Vec<Vec<u64>> {
    let mut done: Vec<(usize, Vec<u64>)> = Vec::new();
    for row in rows {
        let mut row = row.clone();
        for (pivot, other) in &done {
            take_away(&mut row, other, *pivot, prime);
        }
        let Some((pivot, first)) = row.iter().copied().enumerate().find(|(_, value)| *value != 0) else { continue };
        let inverse = prime.inverse(first);
        row.iter_mut().for_each(|value| *value = prime.product(*value, inverse));
        for (_, other) in &mut done {
            take_away(other, &row, pivot, prime);
        }
        done.push((pivot, row));
    }
    done.into_iter().map(|(_, row)| row).collect()
}

/// Takes so much of the other row away, whose pivot is one, that nothing is left at its pivot.
fn take_away(row: &mut [u64], other: &[u64], pivot: usize, prime: Prime) {
    let times = row.get(pivot).copied().unwrap_or(0);
    if times != 0 {
        row.iter_mut().zip(other).for_each(|(a, b)| *a = prime.difference(*a, prime.product(times, *b)));
    }
}
