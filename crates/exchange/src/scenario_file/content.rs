//! The sections of a scenario file, checked, and the scenario that they make. Knows no version.
use super::{
    members::{At, Members, Problems},
    note::{Note, Opened},
    practices,
    problem::Fault,
};
use crate::{
    fingerprint::{Fingerprint, values_of},
    sources::Sources,
};
use model::{
    bounds::Bounds,
    edit::Edit,
    payment_model::PaymentModel,
    person_cards::PersonName,
    scenario::Scenario,
    staffing::staff::PracticeStaff,
    value::{Key, Section, Shape, Value},
};
use rust_decimal::Decimal;
use std::rc::Rc;

/// The sections of a file.
#[derive(Default)]
pub(super) struct Content {
    start: Option<Scenario>,
    model_fingerprint: Option<Fingerprint>,
    fingerprint: Option<Fingerprint>,
    language: Option<String>,
    values: Vec<(Key, Value)>,
    /// What the sources had when the file was written.
    sources: Vec<(Key, Value)>,
    practices: Vec<PracticeStaff>,
    withheld: Vec<Key>,
}

const ROOT: &[&str] = &[
    "$schema",
    "format",
    "version",
    "viktat",
    "language",
    "fingerprint",
    "start",
    "values",
    "sources",
    "practices",
    "withheld",
];
const LANGUAGES: [&str; 2] = ["sv", "en"];

impl Content {
    /// Reads every section; what is wrong is added to the problems, and left out of the content.
    pub(super) fn read(root: &At<'_>, sources: Sources<'_>, problems: &mut Problems) -> Self {
        let members = root.members(ROOT, problems);
        let mut content = Self::default();
        for key in ["$schema", "viktat"] {
            members.get(key).and_then(|at| at.text(problems));
        }
        content.language = members.get("language").and_then(|at| language(at, problems));
        content.fingerprint = members.get("fingerprint").and_then(|at| fingerprint(at, problems));
        content.read_start(&members, sources, problems);
        let bounds = |key: &Key| content.start.as_ref().map_or_else(|| key.bounds(), |start| start.bounds(key));
        let read = |at: &At<'_>, problems: &mut Problems| values(at, &bounds, problems);
        let user = members.get("values").map(|at| read(at, problems));
        let published = members.get("sources").map(|at| values(at, &Key::bounds, problems));
        content.values = user.unwrap_or_default();
        content.sources = published.unwrap_or_default();
        content.tell_half_persons(&members, problems);
        content.practices = members.get("practices").map(|at| practices::read(at, problems)).unwrap_or_default();
        content.read_withheld(&members, problems);
        content
    }

    fn read_start(&mut self, root: &Members<'_>, sources: Sources<'_>, problems: &mut Problems) {
        let Some(at) = root.need("start", problems) else { return };
        let start = at.members(&["model", "fingerprint"], problems);
        self.model_fingerprint = start.get("fingerprint").and_then(|at| fingerprint(at, problems));
        let Some(at) = start.need("model", problems) else { return };
        let Some(id) = at.text(problems) else { return };
        let model = sources.models.iter().find(|model| model.id.as_str() == id);
        self.start = model.map(|model| sources.scenario(model));
        if self.start.is_none() {
            let known = sources.models.iter().map(|model| model.id.clone()).collect();
            at.tell(Fault::UnknownModel { known }, problems);
        }
    }

    fn read_withheld(&mut self, root: &Members<'_>, problems: &mut Problems) {
        let Some(at) = root.get("withheld") else { return };
        for at in at.items(problems) {
            let Some(text) = at.text(problems) else { continue };
            match Key::read(text).filter(|key| matches!(key.section(), Section::Practice | Section::Staffing)) {
                None => at.tell(Fault::NotAKey { text: text.to_owned() }, problems),
                Some(key) if self.values.iter().any(|(given, _)| *given == key) => {
                    at.tell(Fault::WithheldAndGiven, problems);
                }
                Some(key) => self.withheld.push(key),
            }
        }
    }

    /// A person is told whole.
    fn tell_half_persons(&self, members: &Members<'_>, problems: &mut Problems) {
        let (Some(start), Some(at)) = (&self.start, members.get("values")) else { return };
        let told = self.values.iter().filter(|(key, _)| key.section() == Section::Persons);
        let told = start.apply(&Edit::Set(told.map(|(key, value)| (key.clone(), Some(*value))).collect()));
        told.half_persons().for_each(|lacks| at.tell(Fault::HalfAPerson { lacks }, problems));
    }

    /// The scenario of a content without problems; `None` where no start model was read.
    pub(super) fn opened(self, models: &[Rc<PaymentModel>]) -> Option<Opened> {
        let start = self.start?;
        let mut notes = Vec::new();
        if self.model_fingerprint.is_some_and(|written| written != Fingerprint::of(&values_of(&start.start))) {
            notes.push(Note::ModelChanged);
        }
        for (key, value) in &self.values {
            let then = self.sources.iter().find(|(of, _)| of == key).map(|(_, then)| *then);
            notes.extend(note_of(&start, (key, *value), then));
        }
        let values = self.values.into_iter().map(|(key, value)| (key, Some(value))).collect();
        let scenario = start.apply(&Edit::Set(values)).apply(&Edit::SetPractices(self.practices.into()));
        let strangers = scenario.values().map(|(key, _)| key).filter(|key| is_stranger(key, models));
        notes.extend(strangers.cloned().map(Note::NotInAnyModel));
        notes.extend(self.withheld.into_iter().map(Note::Withheld));
        let now = crate::link::fingerprint(&scenario);
        let differs = self.fingerprint.filter(|written| *written != now);
        notes.extend(differs.map(|written| Note::FingerprintDiffers { written, now }));
        Some(Opened { scenario, language: self.language, notes })
    }
}

fn note_of(start: &Scenario, (key, value): (&Key, Value), then: Option<Value>) -> Option<Note> {
    if key.section() != Section::Model {
        return None;
    }
    match (start.published(key), then) {
        (None, _) => Some(Note::Gone { key: key.clone(), value }),
        (Some(now), Some(then)) if now != then => Some(Note::OriginalDiffers { key: key.clone(), then, now }),
        _ => None,
    }
}

/// Whether it is an entered cell or factor that no model has, so that a misspelt one is told.
fn is_stranger(key: &Key, models: &[Rc<PaymentModel>]) -> bool {
    match key {
        Key::Listed(cell) => !models.iter().any(|model| model.bands.bands().contains(&cell.band)),
        Key::Affected(id) => {
            let mut mixes = models.iter().filter_map(|model| model.case_mix());
            !mixes.any(|mix| mix.factors().any(|factor| factor.id == id))
        }
        _ => false,
    }
}

/// Values by their keys.
fn values(at: &At<'_>, bounds: &dyn Fn(&Key) -> Option<Bounds>, problems: &mut Problems) -> Vec<(Key, Value)> {
    let mut values = Vec::new();
    for (name, at) in at.entries(problems) {
        match Key::read(name) {
            Some(key) => values.extend(value(&at, &key, bounds(&key), problems).map(|value| (key, value))),
            None => at.tell(Fault::NotAKey { text: name.to_owned() }, problems),
        }
    }
    values
}

fn value(at: &At<'_>, key: &Key, bounds: Option<Bounds>, problems: &mut Problems) -> Option<Value> {
    let text = at.text(problems)?;
    let read = Value::read(key, text);
    let fault = match (key.shape(), read, bounds) {
        (Shape::Word(words), None, _) => {
            Some(Fault::UnknownWord { known: words.iter().map(|(word, _)| *word).collect() })
        }
        (Shape::Name, None, _) => Some(Fault::NotAName { most: PersonName::MOST }),
        (Shape::Number(_), None, _) => Some(Fault::NotADecimal { text: text.to_owned() }),
        (_, Some(Value::Number(number)), Some(bounds)) => fault_of(key, &bounds, number),
        _ => None,
    };
    match fault {
        Some(fault) => {
            at.tell(fault, problems);
            None
        }
        None => read,
    }
}

/// Why the key does not take the number, within these bounds; `None` where it does.
pub(super) fn fault_of(key: &Key, bounds: &Bounds, value: Decimal) -> Option<Fault> {
    if !bounds.contain(value) {
        return Some(Fault::OutOfBounds { value, least: bounds.least, most: bounds.most });
    }
    let fault = match value.normalize().scale() > bounds.decimals {
        true => Fault::TooManyDecimals { value, most: bounds.decimals },
        false => Fault::NotHalfYears { value },
    };
    (!key.takes(Value::Number(value))).then_some(fault)
}

fn language(at: &At<'_>, problems: &mut Problems) -> Option<String> {
    let text = at.text(problems)?;
    if LANGUAGES.contains(&text) {
        return Some(text.to_owned());
    }
    at.tell(Fault::UnknownWord { known: LANGUAGES.to_vec() }, problems);
    None
}

fn fingerprint(at: &At<'_>, problems: &mut Problems) -> Option<Fingerprint> {
    let text = at.text(problems)?;
    let fingerprint = Fingerprint::read(text);
    if fingerprint.is_none() {
        at.tell(Fault::NotAFingerprint { text: text.to_owned() }, problems);
    }
    fingerprint
}
