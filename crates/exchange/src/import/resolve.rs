//! Which band each label of a line is, where the label alone does not tell: dates, and `>100`. The neighbours decide.

use super::ages::{Ages, are_neighbours};
use super::dates::Written;
use model::age::{AgeBand, AgeBands};

/// The longest line in which neighbours are looked for, and how often.
const MAX_LINE: usize = 3_000;
const MAX_ROUNDS: usize = 40;

/// What a label of a line says of ages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stated {
    /// Nothing.
    Nothing,
    /// Ages as written.
    Ages(Ages),
    /// A date.
    Date(Written),
}

/// The band of a label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Resolved {
    /// No band.
    None,
    /// The band that is written.
    Written(AgeBand),
    /// The only band that fits between its neighbours.
    Fitted(AgeBand),
    /// A date that can have been these bands, none or several of which fit.
    Unclear(Vec<AgeBand>),
}

/// The bands of a line of labels, in the order of the line.
pub(super) fn resolve(line: &[Stated], bands: &AgeBands) -> Vec<Resolved> {
    let mut open: Vec<Vec<AgeBand>> = line.iter().map(|stated| candidates(*stated)).collect();
    // in longer lists a date among the ages stays unclear
    let rounds = if line.len() > MAX_LINE { 0 } else { MAX_ROUNDS };
    for _ in 0..rounds {
        let before = open.clone();
        for place in (0..line.len()).filter(|place| needs_neighbours(line.get(*place))) {
            let kept = fitting(line, &before, place);
            if let Some(candidates) = open.get_mut(place) {
                *candidates = kept;
            }
        }
        if open == before {
            break;
        }
    }
    let with_candidates = line.iter().zip(open);
    with_candidates.map(|(stated, candidates)| resolved(*stated, candidates, rounds > 0, bands)).collect()
}

fn needs_neighbours(stated: Option<&Stated>) -> bool {
    matches!(stated, Some(Stated::Date(_) | Stated::Ages(Ages::Over(_))))
}

fn candidates(stated: Stated) -> Vec<AgeBand> {
    match stated {
        Stated::Nothing => Vec::new(),
        Stated::Ages(Ages::Band(band)) => vec![band],
        Stated::Ages(Ages::Single(age)) => vec![AgeBand { low: age, high: Some(age) }],
        Stated::Ages(Ages::Over(age)) => [age, age.saturating_add(1)].map(|low| AgeBand { low, high: None }).to_vec(),
        Stated::Date(date) => date.bands(),
    }
}

/// The candidates that meet every neighbour. A date without neighbours is never taken for a band.
fn fitting(line: &[Stated], open: &[Vec<AgeBand>], place: usize) -> Vec<AgeBand> {
    let own = open.get(place).map(Vec::as_slice).unwrap_or_default();
    let neighbours: Vec<&Vec<AgeBand>> =
        [next(line, (0..place).rev(), place), next(line, place + 1..line.len(), place)]
            .into_iter()
            .flatten()
            .filter_map(|other| open.get(other))
            .collect();
    if neighbours.is_empty() && matches!(line.get(place), Some(Stated::Date(_))) {
        return Vec::new();
    }
    let meets = |band: &AgeBand| neighbours.iter().all(|other| other.iter().any(|o| are_neighbours(*band, *o)));
    own.iter().copied().filter(|band| meets(band)).collect()
}

/// The nearest label in a direction that says something else of ages: long lists repeat a band for each sex.
fn next(line: &[Stated], mut places: impl Iterator<Item = usize>, from: usize) -> Option<usize> {
    let own = line.get(from);
    places.find(|place| line.get(*place).is_some_and(|stated| *stated != Stated::Nothing && Some(stated) != own))
}

fn resolved(stated: Stated, candidates: Vec<AgeBand>, looked: bool, bands: &AgeBands) -> Resolved {
    match (stated, candidates.as_slice()) {
        (Stated::Nothing, _) => Resolved::None,
        (Stated::Date(_), [only]) if looked => Resolved::Fitted(*only),
        (Stated::Date(date), _) => Resolved::Unclear(date.bands()),
        (Stated::Ages(Ages::Over(age)), [only]) if only.low >= age => Resolved::Fitted(*only),
        (Stated::Ages(Ages::Over(age)), _) => Resolved::Fitted(over(age, bands)),
        (_, [band, ..]) => Resolved::Written(*band),
        (_, []) => Resolved::None,
    }
}

/// Over a number without neighbours: the model's own last band if it begins there, and else the next age and over.
fn over(age: u8, bands: &AgeBands) -> AgeBand {
    let own = bands.bands().iter().any(|band| band.low == age && band.high.is_none());
    AgeBand { low: if own { age } else { age.saturating_add(1) }, high: None }
}
