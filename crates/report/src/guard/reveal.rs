//! What published totals say of hidden counts: the totals that are there, and those that follow from them.
//!
//! A count is determined by the equations when the row that has a one in its place and zeros elsewhere is a sum of
//! multiples of theirs. In the reduced echelon form of the equations such a row then stands by itself, so that one
//! elimination tells it for every count. Several small counts are told together when what the equations leave of their
//! rows adds up to nothing.
//!
//! The elimination is done modulo two primes near 2^60, not with fractions, whose digits would grow with every step.
//! Decimals are quotients of whole numbers, and every sum of multiples holds modulo a prime as well, unless the prime
//! divides one of its denominators. Those are determinants of at most forty rows of published amounts, which nobody
//! chooses with these primes in mind: one in 2^60 or so is divided by one of them, one in 2^120 by both. So what is
//! determined is found in at least one of the two; what one of them finds by coincidence only hides a count more.
use super::{
    Guarded,
    echelon::Echelon,
    field::{PRIMES, Prime},
};
use rust_decimal::Decimal;

/// So many small counts at most are looked for together: as many as one person each, below the usual threshold.
const MOST_TOGETHER: usize = 4;

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
        let echelon = Echelon::of(&rows, prime);
        let differences = rows.iter().enumerate().flat_map(|(i, a)| {
            rows.iter().skip(i + 1).map(move |b| a.iter().zip(b).map(|(a, b)| prime.difference(*a, *b)).collect())
        });
        let derived = echelon.rows().cloned().chain(differences);
        let mut counted = derived.filter(|row| counts_once(row)).map(|row| self.support(&row));
        let found = counted.find(|of| self.is_few(of)).or_else(|| self.few_together(&echelon));
        found.map(|of| Leak { equation: None, of })
    }

    /// Small counts that are told together, though each by itself is not.
    fn few_together(&self, echelon: &Echelon) -> Option<Vec<usize>> {
        let small = self.hidden.iter().filter(|count| self.is_few(&[**count]));
        let small = small.map(|count| (*count, echelon.remainder(&self.indicator(&[*count]))));
        let mut together = Vec::new();
        let nothing = vec![0; self.hidden.len()];
        self.adds_to_nothing(&small.collect::<Vec<_>>(), (&mut together, &nothing), echelon).then_some(together)
    }

    /// Adds to `together` counts whose remainders, with the sum so far, leave nothing; whether there are any.
    fn adds_to_nothing(
        &self,
        small: &[(usize, Vec<u64>)],
        (together, sum): (&mut Vec<usize>, &[u64]),
        echelon: &Echelon,
    ) -> bool {
        let mut rest = small;
        while let Some(((count, remainder), others)) = rest.split_first() {
            rest = others;
            together.push(*count);
            if self.is_few(together) {
                let sum = echelon.sum(sum, remainder);
                let done = sum.iter().all(|value| *value == 0);
                let more = together.len() < MOST_TOGETHER;
                if done || more && self.adds_to_nothing(others, (&mut *together, &sum), echelon) {
                    return true;
                }
            }
            together.pop();
        }
        false
    }

    /// Whether the totals tell how many the hidden counts are together.
    pub(super) fn tells(&self, together: &[usize]) -> bool {
        self.input.residues.iter().any(|(prime, residues)| {
            let echelon = Echelon::of(&self.restricted(residues), *prime);
            echelon.remainder(&self.indicator(together)).iter().all(|value| *value == 0)
        })
    }

    /// The row that counts these and no others.
    fn indicator(&self, counts: &[usize]) -> Vec<u64> {
        self.hidden.iter().map(|count| u64::from(counts.contains(count))).collect()
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
