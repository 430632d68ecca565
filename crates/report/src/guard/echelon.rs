//! Equations in reduced echelon form, modulo a prime: each row begins with a one where no other row has anything. Knows
//! nothing of counts.
use super::field::Prime;

/// The rows, each with the place of its one.
pub(super) struct Echelon {
    prime: Prime,
    rows: Vec<(usize, Vec<u64>)>,
}

impl Echelon {
    pub(super) fn of(equations: &[Vec<u64>], prime: Prime) -> Self {
        let mut echelon = Self { prime, rows: Vec::new() };
        equations.iter().for_each(|equation| echelon.add(equation));
        echelon
    }

    fn add(&mut self, equation: &[u64]) {
        let mut row = self.remainder(equation);
        let Some((pivot, first)) = row.iter().copied().enumerate().find(|(_, value)| *value != 0) else { return };
        let (prime, inverse) = (self.prime, self.prime.inverse(first));
        row.iter_mut().for_each(|value| *value = prime.product(*value, inverse));
        for (_, other) in &mut self.rows {
            take_away(other, &row, pivot, prime);
        }
        self.rows.push((pivot, row));
    }

    pub(super) fn rows(&self) -> impl Iterator<Item = &Vec<u64>> {
        self.rows.iter().map(|(_, row)| row)
    }

    /// What the equations leave of a row: nothing, when it follows from them. Rows may be added before or after.
    pub(super) fn remainder(&self, row: &[u64]) -> Vec<u64> {
        let mut row = row.to_vec();
        self.rows.iter().for_each(|(pivot, other)| take_away(&mut row, other, *pivot, self.prime));
        row
    }

    /// The sum of two rows.
    pub(super) fn sum(&self, a: &[u64], b: &[u64]) -> Vec<u64> {
        let prime = self.prime;
        a.iter().zip(b).map(|(a, b)| prime.difference(*a, prime.difference(0, *b))).collect()
    }
}

/// Takes so much of the other row away, whose pivot is one, that nothing is left at its pivot.
fn take_away(row: &mut [u64], other: &[u64], pivot: usize, prime: Prime) {
    let times = row.get(pivot).copied().unwrap_or(0);
    if times != 0 {
        row.iter_mut().zip(other).for_each(|(a, b)| *a = prime.difference(*a, prime.product(times, *b)));
    }
}

#[cfg(test)]
mod tests {
    use super::Echelon;
    use crate::guard::field::PRIMES;

    #[test]
    fn a_row_that_follows_leaves_nothing() {
        for prime in PRIMES {
            // x + y + z, x + y, 2x + 2y: two rows, which tell z and x + y, but neither x nor y
            let echelon = Echelon::of(&[vec![1, 1, 1], vec![1, 1, 0], vec![2, 2, 0]], prime);
            assert_eq!(echelon.rows().collect::<Vec<_>>(), [&[1, 1, 0], &[0, 0, 1]]);
            assert_eq!(echelon.remainder(&[5, 5, 7]), [0, 0, 0]);
            let [x, y] = [[1, 0, 0], [0, 1, 0]].map(|row| echelon.remainder(&row));
            assert!(x != [0, 0, 0] && y != [0, 0, 0]);
            assert_eq!(echelon.sum(&x, &y), [0, 0, 0]);
        }
    }
}
