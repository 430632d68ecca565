//! Which counts to hide: the small ones, and beside them the fewest and smallest that a simple search finds. Always the
//! same for the same input.
use super::{
    Guarded, Protection, Total,
    reveal::{Input, Leak, State},
};
use model::{
    count::Count,
    measure::{Measure, MonthlyMoney},
    outcome::PaidFor,
};
use rust_decimal::Decimal;
use std::cmp::Reverse;

/// What must not be published so that no small count is.
pub fn protect(guarded: &Guarded) -> Protection {
    let input = Input::of(guarded);
    let small = small(guarded);
    if small.is_empty() {
        return Protection::default();
    }
    let mut state = State { input: &input, hidden: (0..guarded.counts.len()).collect(), withheld: Vec::new() };
    // what gives a small count away though everything is hidden does so whatever is
    while let Some(total) = state.leak().and_then(|leak| state.finest(&leak)) {
        state.withheld.push(total);
    }
    state.hidden.clone_from(&small);
    while let Some(total) = hide(&mut state) {
        state.withheld.push(total);
    }
    state.publish_again();
    state.show_again(&small);
    state.protection(&small)
}

fn small(input: &Guarded) -> Vec<usize> {
    let is_small = |count: Count| (1..input.threshold).contains(&count.get());
    let counts = input.counts.iter().enumerate().filter(|(_, count)| is_small(count.count));
    counts.map(|(number, _)| number).collect()
}

/// Hides counts until nothing gives a small one away, or until no more help: then the total to withhold.
fn hide(state: &mut State<'_>) -> Option<usize> {
    while let Some(leak) = state.leak() {
        match state.next(&leak) {
            Some(count) => state.hidden.push(count),
            None => return state.finest(&leak),
        }
    }
    None
}

impl State<'_> {
    /// The count to hide next, if any helps: of the same kind, not nobody, with the fewest totals that then have one
    /// hidden count only, the smallest.
    fn next(&self, leak: &Leak) -> Option<usize> {
        let touching = self.published().filter(|(number, row)| match leak.equation {
            Some(equation) => equation == *number,
            None => leak.of.iter().any(|count| has(row, *count)),
        });
        let touching: Vec<&[Decimal]> = touching.map(|(_, row)| row).collect();
        let kind = leak.of.first().and_then(|count| self.kind(*count));
        let all = self.input.guarded.counts.iter().enumerate();
        let candidates =
            all.filter(|(number, _)| !self.hidden.contains(number) && touching.iter().any(|row| has(row, *number)));
        let best = candidates.min_by_key(|(number, count)| {
            let persons = count.count.get();
            (self.kind(*number) != kind, persons == 0, self.opened(*number), persons)
        });
        best.map(|(number, _)| number)
    }

    fn kind(&self, count: usize) -> Option<bool> {
        self.input.guarded.counts.get(count).map(|count| matches!(count.what, PaidFor::Cell(_)))
    }

    /// How many totals have no hidden count yet, but would have this one.
    fn opened(&self, count: usize) -> usize {
        let closed = |row: &[Decimal]| !self.hidden.iter().any(|hidden| has(row, *hidden));
        self.published().filter(|(_, row)| has(row, count) && closed(row)).count()
    }

    /// The total to withhold: the one that is missed least of those without which there is no leak. Where there is one
    /// whichever is withheld, the one that is missed least of those with a count in it.
    fn finest(&self, leak: &Leak) -> Option<usize> {
        let without = |number| State { withheld: [&*self.withheld, &[number]].concat(), ..self.clone() };
        let mut needed = self.published().map(|(number, _)| number).filter(|number| !without(*number).tells(&leak.of));
        let mut touching = self.published().filter(|(_, row)| leak.of.iter().any(|count| has(row, *count)));
        leak.equation.or_else(|| needed.next()).or_else(|| touching.next().map(|(number, _)| number))
    }

    /// Publishes the totals that need not have been withheld, since others were as well: those first that are missed
    /// most.
    fn publish_again(&mut self) {
        self.withheld.sort_unstable_by_key(|total| Reverse(*total));
        for total in self.withheld.clone() {
            let without = self.withheld.iter().copied().filter(|other| *other != total).collect();
            self.take_if_tight(State { withheld: without, ..self.clone() });
        }
        self.withheld.sort_unstable();
    }

    fn take_if_tight(&mut self, other: Self) {
        if other.leak().is_none() {
            *self = other;
        }
    }

    /// Shows what need not have been hidden, the largest first.
    fn show_again(&mut self, small: &[usize]) {
        let mut beside: Vec<usize> = self.hidden.iter().copied().filter(|count| !small.contains(count)).collect();
        beside.sort_by_key(|count| Reverse(self.input.guarded.counts.get(*count).map(|count| count.count)));
        for count in beside {
            let without = self.hidden.iter().copied().filter(|hidden| *hidden != count).collect();
            self.take_if_tight(State { hidden: without, ..self.clone() });
        }
    }

    fn protection(&self, small: &[usize]) -> Protection {
        let what = |numbers: &mut dyn Iterator<Item = usize>| -> Vec<PaidFor> {
            let mut numbers: Vec<usize> = numbers.collect();
            numbers.sort_unstable();
            numbers
                .into_iter()
                .filter_map(|n| self.input.guarded.counts.get(n))
                .map(|count| count.what.clone())
                .collect()
        };
        let totals = self.withheld.iter().filter_map(|number| self.input.guarded.equations.get(*number));
        Protection {
            small: what(&mut small.iter().copied()),
            beside: what(&mut self.hidden.iter().copied().filter(|count| !small.contains(count))),
            totals: totals.map(|equation| equation.total).collect(),
            money_step: self.money_step(),
        }
    }

    /// The next of 1, 2, 5, 10, … kronor from what the threshold's persons bring at the largest hidden amount.
    fn money_step(&self) -> MonthlyMoney {
        let money = self.input.guarded.equations.iter().filter(|equation| is_money(equation.total));
        let amounts = money.flat_map(|equation| self.hidden.iter().filter_map(|n| equation.coefficients.get(*n)));
        let largest = amounts.map(Decimal::abs).max().unwrap_or_default() * Decimal::from(self.input.guarded.threshold);
        let steps =
            (0..27).flat_map(|zeros| [1, 2, 5].map(|step| Decimal::from_i128_with_scale(step * 10i128.pow(zeros), 0)));
        let step = steps.into_iter().find(|step| *step >= largest).filter(|_| !largest.is_zero());
        MonthlyMoney::of(step.unwrap_or_default())
    }
}

fn has(row: &[Decimal], count: usize) -> bool {
    row.get(count).is_some_and(|coefficient| !coefficient.is_zero())
}

fn is_money(total: Total) -> bool {
    !matches!(total, Total::Band(_) | Total::Sex(_) | Total::Listed)
}
