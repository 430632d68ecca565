//! Which groups of persons are told beside each other in one document, so that no few persons follow from them by taking
//! one from the other. Decides nothing of who may see what. Knows only how many persons the groups have: conditions of one
//! model of which one includes another are told both, and two documents are not held against each other.

/// What a group is told beside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beside {
    /// The other groups of a parting: they add up to all.
    Parting(usize),
    /// Those with other numbers of conditions: they add up to all, and times their numbers to all conditions.
    Number,
    /// Those with other conditions, of whom a person can be in several.
    Condition {
        /// Whether every compared model that pays for conditions has it. Another is in its place in another model: the
        /// two differ by persons that are counted in different ways.
        in_every_model: bool,
    },
}

/// A group of persons.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Section {
    /// What it is told beside.
    pub beside: Beside,
    /// How many they are.
    pub persons: u64,
}

/// Fewer conditions than this and their numbers, told both, give how many have one without the other.
const FEWEST_CONDITIONS: usize = 3;

/// Which groups of a region of `all` persons are not told:
///
/// - those with one to, and without, `fewest` persons;
/// - of a parting that has such groups the smallest others, until there are two and they have that many together, so that
///   the sum does not tell them;
/// - conditions that not every model has, and those that one to `fewest` persons do not have;
/// - all numbers of conditions, where a condition that somebody has is not told, or a number, or fewer than three
///   conditions are: the persons times their numbers add up to the conditions'.
pub fn few(groups: &[Section], all: u64, fewest: u64) -> Vec<bool> {
    if fewest == 0 {
        return vec![false; groups.len()];
    }
    let is_few = |persons: u64| (1..fewest).contains(&persons);
    let alone = |group: &Section| match group.beside {
        Beside::Condition { in_every_model } => !in_every_model || is_few(all.saturating_sub(group.persons)),
        Beside::Parting(_) | Beside::Number => false,
    };
    let mut hidden: Vec<bool> = groups.iter().map(|group| is_few(group.persons) || alone(group)).collect();
    let mut partings: Vec<usize> = groups.iter().filter_map(Section::parting).collect();
    partings.sort_unstable();
    partings.dedup();
    for parting in partings {
        hide_beside(groups, parting, fewest, &mut hidden);
    }
    if !tells_numbers(groups, &hidden) {
        let numbers = groups.iter().zip(&mut hidden).filter(|(group, _)| group.beside == Beside::Number);
        numbers.for_each(|(_, hides)| *hides = true);
    }
    hidden
}

impl Section {
    fn parting(&self) -> Option<usize> {
        match self.beside {
            Beside::Parting(parting) => Some(parting),
            Beside::Number | Beside::Condition { .. } => None,
        }
    }
}

fn hide_beside(groups: &[Section], parting: usize, fewest: u64, hidden: &mut [bool]) {
    let mut order: Vec<usize> = (0..groups.len()).collect();
    order.retain(|at| groups.get(*at).is_some_and(|group| group.parting() == Some(parting)));
    order.sort_by_key(|at| groups.get(*at).map(|group| group.persons));
    let (mut count, mut persons) = (0, 0);
    for at in order {
        let (Some(group), Some(hides)) = (groups.get(at), hidden.get_mut(at)) else { continue };
        *hides |= count > 0 && (count < 2 || persons < fewest);
        if *hides {
            count += 1;
            persons += group.persons;
        }
    }
}

/// Whether how many have so many conditions can be told beside the conditions.
fn tells_numbers(groups: &[Section], hidden: &[bool]) -> bool {
    let of_somebody = || groups.iter().zip(hidden).filter(|(group, _)| group.persons > 0);
    let all_told = of_somebody().all(|(group, hides)| group.parting().is_some() || !hides);
    let conditions = of_somebody().filter(|(group, _)| matches!(group.beside, Beside::Condition { .. }));
    all_told && conditions.count() >= FEWEST_CONDITIONS
}

#[cfg(test)]
mod tests {
    use super::{Beside, Section, few};

    const ALL: u64 = 949;

    fn hidden<const N: usize>(beside: Beside, persons: [u64; N], fewest: u64) -> Vec<bool> {
        few(&persons.map(|persons| Section { beside, persons }), ALL, fewest)
    }

    const SHARED: Beside = Beside::Condition { in_every_model: true };

    #[test]
    fn a_group_of_few_takes_the_smallest_beside_it_along() {
        assert_eq!(hidden(Beside::Parting(0), [40, 3, 900, 6], 5), [false, true, false, true]);
        assert_eq!(hidden(Beside::Parting(1), [2, 947], 5), [true, true]);
        assert_eq!(hidden(SHARED, [2, 940], 5), [true, false]);
        assert_eq!(hidden(Beside::Parting(0), [40, 3, 900, 6], 0), [false; 4]);
    }

    #[test]
    fn a_condition_that_all_but_few_have_tells_the_few() {
        assert_eq!(hidden(SHARED, [949, 948, 945, 944], 5), [false, true, true, false]);
    }

    /// 322 have diabetes, 115 with insulin and 206 otherwise: one is counted in another way, and his cost would follow.
    #[test]
    fn a_condition_that_one_model_alone_has_is_not_told() {
        assert_eq!(hidden(Beside::Condition { in_every_model: false }, [322, 115, 206], 5), [true; 3]);
    }

    /// 700 have none, 200 one, 40 two and 9 three: 307 in all.
    #[test]
    fn numbers_of_conditions_tell_no_condition_that_is_not_told() {
        let of = |conditions: [u64; 3], numbers: [u64; 4]| {
            let number = |persons| Section { beside: Beside::Number, persons };
            let condition = |persons| Section { beside: SHARED, persons };
            few(&[numbers.map(number).to_vec(), conditions.map(condition).to_vec()].concat(), ALL, 5)
        };
        assert_eq!(of([150, 107, 50], [700, 200, 40, 9]), [false; 7]);
        // 307 - 204 - 100 are three
        assert_eq!(of([204, 100, 3], [700, 200, 40, 9]), [true, true, true, true, false, false, true]);
        // 46 have two or three, who have 298 - 203 = 95 conditions: 95 - 2 x 46 are the three with three
        assert_eq!(of([150, 100, 48], [700, 203, 43, 3])[..4], [true; 4]);
        // 107 and 100 have either: 7 have one of them alone, 7 more have the first, so all seven have it and nobody has the
        // second alone
        assert_eq!(of([107, 100, 0], [842, 7, 100, 0])[..4], [true; 4]);
    }
}
