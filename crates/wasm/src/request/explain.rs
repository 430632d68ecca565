//! `explain`: any of the other requests, and which of its figures.
use super::{
    PersonRequest, PracticeRequest, StaffingRequest,
    object::Object,
    reader::{Reader, Request},
};
use crate::{
    answer::figure::{PersonFigure, PracticeFigure, StaffingFigure},
    problem::{Problems, Read},
};

/// Levels of a tree that may be asked for.
const LEVELS: std::ops::RangeInclusive<u32> = 1..=64;

/// A figure to explain.
#[derive(Debug)]
pub struct ExplainRequest {
    /// Of what, and which figure.
    pub subject: Subject,
    /// Levels of the tree that are wanted; none for the whole tree.
    pub levels: Option<u32>,
}

/// What is worked out, and which of its figures is wanted.
#[derive(Debug)]
pub enum Subject {
    /// A figure of a person.
    Person(Box<PersonRequest>, PersonFigure),
    /// A figure of a practice.
    Practice(Box<PracticeRequest>, PracticeFigure),
    /// A figure of the doctors.
    Staffing(Box<StaffingRequest>, StaffingFigure),
}

#[derive(Clone, Copy)]
enum SubjectKind {
    Person,
    Practice,
    Staffing,
}

const OF: [(&str, SubjectKind); 3] =
    [("person", SubjectKind::Person), ("practice", SubjectKind::Practice), ("staffing", SubjectKind::Staffing)];

impl Request for ExplainRequest {
    fn read(object: &mut Object<'_>, reader: &mut Reader<'_>) -> Read<Self> {
        let problems = &mut reader.problems;
        let levels = object.optional("levels").map(|place| place.whole(LEVELS, problems)).transpose();
        let of = object.required("of", problems).and_then(|place| place.one_of(&OF, problems));
        let of = of.inspect_err(|_| object.ignore_rest())?;
        let subject = match of {
            SubjectKind::Person => pair(object, reader, &PersonFigure::ALL).map(|(r, f)| Subject::Person(r, f)),
            SubjectKind::Practice => pair(object, reader, &PracticeFigure::ALL).map(|(r, f)| Subject::Practice(r, f)),
            SubjectKind::Staffing => pair(object, reader, &StaffingFigure::ALL).map(|(r, f)| Subject::Staffing(r, f)),
        };
        Ok(Self { subject: subject?, levels: levels? })
    }
}

fn pair<R: Request, F: Copy>(
    object: &mut Object<'_>,
    reader: &mut Reader<'_>,
    names: &[(&str, F)],
) -> Read<(Box<R>, F)> {
    let wanted = figure(object, names, &mut reader.problems);
    let request = R::read(object, reader);
    Ok((Box::new(request?), wanted?))
}

fn figure<F: Copy>(object: &mut Object<'_>, names: &[(&str, F)], problems: &mut Problems) -> Read<F> {
    object.required("figure", problems).and_then(|place| place.one_of(names, problems))
}
