//! Reads one request: its version, its body, and that nothing else is in it.
use super::{object::Object, place::Place};
use crate::{
    VERSION,
    problem::{Code, Errors, Problems, Read, Told},
    value::Value,
};
use catalog::Catalogue;

/// What a request is read against, and the problems met so far.
#[derive(Debug)]
pub struct Reader<'c> {
    /// The shipped models.
    pub catalogue: &'c Catalogue,
    /// The problems met so far.
    pub problems: Problems,
}

/// A kind of request.
pub trait Request: Sized {
    /// Reads the members, all of them before the first problem ends it.
    fn read(object: &mut Object<'_>, reader: &mut Reader<'_>) -> Read<Self>;
}

impl<'c> Reader<'c> {
    /// The request, or everything that is wrong with it.
    pub fn read<R: Request>(catalogue: &'c Catalogue, request: &Value) -> Result<R, Errors> {
        let mut reader = Self { catalogue, problems: Problems::default() };
        let read = reader.body(request);
        reader.problems.unless_any(read)
    }

    fn body<R: Request>(&mut self, request: &Value) -> Read<R> {
        let mut object = Object::at(&Place::top(request), "an object, the request", &mut self.problems)?;
        self.version(&mut object)?;
        let read = R::read(&mut object, self);
        object.close(&mut self.problems);
        read
    }

    /// Only another version ends the reading: its members may mean anything. No version is a problem like any other.
    fn version(&mut self, object: &mut Object<'_>) -> Read<()> {
        let Ok(place) = object.required("version", &mut self.problems) else { return Ok(()) };
        match *place.value {
            Value::Number(version) if version == f64::from(VERSION) => Ok(()),
            Value::Number(_) => Err(self.unsupported(&place)),
            _ => {
                place.wrong_kind("the number 1", &mut self.problems);
                Ok(())
            }
        }
    }

    fn unsupported(&mut self, place: &Place<'_>) -> Told {
        let message = format!("is not supported; write the request for version {VERSION}");
        self.problems.tell(place.problem(Code::UnsupportedVersion, message).with("supported", VERSION))
    }
}
