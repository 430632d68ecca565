//! Gives every line of a table its age band, and says so where a label alone did not tell it.

use super::ages::Ages;
use super::line::TableLine;
use super::origin::Place;
use super::reading::{Note, ProblemKind};
use super::report::Report;
use super::resolve::{Resolved, Stated, resolve};
use model::age::{AgeBand, AgeBands};

/// Resolves the bands of the lines in their order. Dates count only beside other ages, or where ages are named.
pub(super) fn give_bands(lines: &mut [&mut TableLine], named: bool, bands: &AgeBands, report: &mut Report) {
    let ages = named || lines.iter().any(|line| line.label.ages.is_some() && !line.label.total);
    let stated: Vec<Stated> = lines.iter().map(|line| stated(line, ages)).collect();
    for (line, resolved) in lines.iter_mut().zip(resolve(&stated, bands)) {
        give(line, resolved, report);
    }
}

fn stated(line: &TableLine, beside_ages: bool) -> Stated {
    match (line.label.ages, line.date) {
        // what a sum sums is no neighbour
        (Some(_), _) if line.label.total => Stated::Nothing,
        (Some(ages), _) => Stated::Ages(ages),
        (None, Some((_, date))) if beside_ages => Stated::Date(date),
        _ => Stated::Nothing,
    }
}

fn give(line: &mut TableLine, resolved: Resolved, report: &mut Report) {
    match resolved {
        Resolved::None => line.band = of_total(line),
        Resolved::Written(band) => line.band = Some(band),
        Resolved::Fitted(band) => {
            line.band = Some(band);
            let (place, is_date) = match line.date {
                Some((place, _)) => (place, true),
                None => (line.ages_at.unwrap_or(Place::new(0, 0)), false),
            };
            let (origin, text) = (report.origin(place), report.text(place));
            report.notes.push(match is_date {
                true => Note::DateTurnedBack { origin, text, band },
                false => Note::OpenBand { origin, text, band },
            });
        }
        Resolved::Unclear(candidates) => {
            line.unclear = true;
            if let Some((place, _)) = line.date {
                report.problem(place, ProblemKind::DateAmongBands { candidates });
            }
        }
    }
}

/// The ages that a sum says it is over.
fn of_total(line: &TableLine) -> Option<AgeBand> {
    match line.label.ages {
        Some(Ages::Band(band)) => Some(band),
        Some(Ages::Single(age)) => Some(AgeBand { low: age, high: Some(age) }),
        _ => None,
    }
}
