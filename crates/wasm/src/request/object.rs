//! An object whose members are all known: each is asked for once, and what nobody asked for is a problem.
use super::place::Place;
use crate::problem::{Code, Path, Problem, Problems, Read};

/// The members of an object that have not been asked for yet.
#[derive(Debug)]
pub struct Object<'a> {
    path: Path,
    left: Vec<(&'a str, Place<'a>)>,
    known: Vec<&'static str>,
}

impl<'a> Object<'a> {
    /// The object at a place.
    pub fn at(place: &Place<'a>, wanted: &str, problems: &mut Problems) -> Read<Self> {
        Ok(Self { left: place.members(wanted, problems)?, path: place.path.clone(), known: Vec::new() })
    }

    /// A member that may be left out.
    pub fn optional(&mut self, name: &'static str) -> Option<Place<'a>> {
        self.known.push(name);
        let position = self.left.iter().position(|(found, _)| *found == name)?;
        Some(self.left.remove(position).1)
    }

    /// A member that must be there.
    pub fn required(&mut self, name: &'static str, problems: &mut Problems) -> Read<Place<'a>> {
        let path = self.path.member(name);
        let missing = || Problem::new(Code::MissingField, &path, format!("is missing; give `{name}`"));
        self.optional(name).ok_or_else(|| problems.tell(missing()))
    }

    /// Leaves out the rest, where nothing can be said about what belongs there.
    pub fn ignore_rest(&mut self) {
        self.left.clear();
    }

    /// Tells of every member that was not asked for.
    pub fn close(self, problems: &mut Problems) {
        let known = self.known.join(", ");
        for (_, place) in self.left {
            let problem =
                place.problem(Code::UnknownField, format!("is not known here; leave it out (known: {known})"));
            problems.tell(problem.with("known", &known));
        }
    }
}
