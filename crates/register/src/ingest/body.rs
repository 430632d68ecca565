//! Rows of a person list into a register. A row with any fault is left out whole, and all its faults are told.
use super::{
    Limits,
    condition_words::ConditionWords,
    fault::FaultKind,
    faults::Faults,
    fields::Fields,
    header::{HeaderLayout, HeaderPart, column_of},
    mark::{self, Marks},
    new_practice::NewPractice,
    periods::Periods,
    practices::Practices,
    remarks::Remark,
    value::{self, Years},
};
use crate::{
    intern::{QuickBuild, SetPlaces},
    person_key::PersonKey,
    register::Register,
};
use model::{
    age::Age,
    case_mix::ConditionSet,
    identity_number::{Judge, LookAlikes},
    sex::Sex,
};
use std::{
    collections::{HashMap, HashSet},
    hash::{BuildHasher, Hasher},
};

/// What the rows have given so far.
pub(super) struct Body {
    pub(super) layout: HeaderLayout,
    pub(super) limits: Limits,
    pub(super) register: Register,
    pub(super) practices: Practices,
    /// The practice of the last plain row.
    pub(super) before: u16,
    /// Words for a sex that were met, by their bytes in the file.
    pub(super) sexes: Vec<(Vec<u8>, Sex)>,
    /// What conditions are called, and lists of them that were met.
    pub(super) names: ConditionWords,
    pub(super) lists: HashMap<Vec<u8>, ConditionSet, QuickBuild>,
    pub(super) sets: SetPlaces,
    /// Prints of those who were met, when there is a column that tells persons apart.
    pub(super) persons: HashSet<u64, QuickBuild>,
    pub(super) has_persons: bool,
    fields: Fields,
    pub(super) faults: Faults,
    /// What is thought of the free fields, and what the user has said of those that look like identity numbers.
    pub(super) judge: Judge,
    pub(super) alikes: LookAlikes,
    /// Persons for whom memory is reserved.
    room: usize,
    pub(super) marks: Marks,
    /// The line of headings.
    pub(super) header: Vec<u8>,
    /// Rows since the last person that may be what the file ends with.
    pub(super) remarks: Vec<Remark>,
    /// Whether a sex is a code.
    pub(super) coded_sex: bool,
    pub(super) periods: Periods,
    /// Rows that count other than one person.
    pub(super) counted: Faults,
    /// From this age on all ages are paid alike; those who are told of so were entered with it.
    pub(super) alike_from: Option<Age>,
    pub(super) open_ages: u64,
    /// Rows entered, and rows left out.
    pub(super) read: u64,
    pub(super) left_out: u64,
}

/// A row while it is read.
#[derive(Clone, Copy, Default)]
pub(super) struct Draft {
    pub(super) practice: u16,
    pub(super) is_man: bool,
    pub(super) age: u8,
    pub(super) set: ConditionSet,
    pub(super) cost: u32,
    pub(super) person: u64,
    pub(super) is_marked: bool,
    /// The time that the row is of.
    pub(super) period: u64,
    is_coded: bool,
    is_open: bool,
}

impl Body {
    /// Nobody yet. `practices` are the only ones, if they are given.
    pub(super) fn new(layout: HeaderLayout, limits: Limits, practices: Option<&[String]>) -> Self {
        let mut register = Register::new(layout.origin, layout.conditions.clone());
        let mut places = Practices::new(practices.is_some());
        for name in practices.unwrap_or_default() {
            // those beyond the room are then unknown
            if let Ok(position) = register.add_practice(name.clone()) {
                places.enter(layout.encoding.bytes(name), name, position);
            }
        }
        Self {
            has_persons: layout.parts.contains(&HeaderPart::Person),
            names: ConditionWords::of(&layout.conditions),
            layout,
            limits,
            register,
            practices: places,
            before: 0,
            sexes: Vec::new(),
            lists: HashMap::default(),
            sets: SetPlaces::default(),
            persons: HashSet::default(),
            fields: Fields::default(),
            faults: Faults::default(),
            judge: Judge::default(),
            alikes: LookAlikes::Ask,
            room: 0,
            marks: Marks::default(),
            header: Vec::new(),
            remarks: Vec::new(),
            coded_sex: false,
            periods: Periods::default(),
            counted: Faults::default(),
            alike_from: None,
            open_ages: 0,
            read: 0,
            left_out: 0,
        }
    }

    /// Reserves for the rest of a file of `size` bytes of which `taken` are read, when little room is left.
    pub(super) fn make_room(&mut self, taken: u64, size: u64) {
        let persons = self.register.len();
        if self.room.saturating_sub(persons) >= FEW_ROWS {
            return;
        }
        let so_far = u128::try_from(persons).unwrap_or(0);
        let left = u128::from(size.saturating_sub(taken)) * so_far / u128::from(taken.max(1));
        let more = usize::try_from(left + left / 50).unwrap_or(0).min(most(self.limits.persons)) + FEW_ROWS;
        self.register.reserve(more);
        self.room = persons + more;
    }

    pub(super) fn fault(&mut self, at: (u64, u32), text: &[u8], kind: FaultKind) {
        self.faults.add(at, text, kind, self.limits.faults);
    }

    /// Reads one line with every check. `is_ended` says whether the line had its end.
    pub(super) fn line(&mut self, number: u64, line: &[u8], is_ended: bool) {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        if line.is_empty() {
            return;
        }
        if line == self.header {
            self.fault((number, 0), b"", FaultKind::HeadingsAgain);
            self.left_out += 1;
            return;
        }
        if is_ended && self.is_remark(number, line) {
            return;
        }
        self.row(number, line, is_ended);
    }

    /// Reads a row of a person.
    pub(super) fn row(&mut self, number: u64, line: &[u8], is_ended: bool) {
        let mut fields = std::mem::take(&mut self.fields);
        let draft = match fields.cut(line, self.layout.delimiter) {
            Err(_) => {
                self.uncut(number, line, FaultKind::OpenQuote);
                None
            }
            Ok(()) if fields.count() != self.layout.parts.len() => {
                self.wrong_count(number, line, fields.count(), is_ended);
                None
            }
            Ok(()) => match self.looked_at(number, &fields) {
                // a row of another time is not looked at further
                Some(()) if !self.is_of_period(&fields) => {
                    self.fields = fields;
                    return;
                }
                Some(()) => self.draft(number, &fields),
                None => None,
            },
        };
        self.fields = fields;
        let entered = draft.map(|(draft, new)| self.enter(number, draft, new));
        if let Some(Err(kind)) = entered {
            self.fault((number, 0), b"", kind);
        }
        self.left_out += u64::from(!matches!(entered, Some(Ok(()))));
    }

    /// Whether the row is of the time that is wanted.
    fn is_of_period(&mut self, fields: &Fields) -> bool {
        if !self.periods.are_told() {
            return true;
        }
        let own = self.layout.parts.iter().zip(fields.iter()).filter(|(part, _)| **part == HeaderPart::Time);
        let texts: Vec<&[u8]> = own.map(|(_, text)| text).collect();
        // one that does not say its time has a fault
        texts.iter().any(|text| text.is_empty()) || self.periods.row(&texts)
    }

    #[cold]
    fn wrong_count(&mut self, number: u64, line: &[u8], found: usize, is_ended: bool) {
        let whole = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let (expected, found) = (whole(self.layout.parts.len()), whole(found));
        let is_short = !is_ended && found < expected;
        let kind =
            if is_short { FaultKind::Truncated { expected, found } } else { FaultKind::FieldCount { expected, found } };
        self.uncut(number, line, kind);
    }

    /// A fault of a row whose fields are not known.
    #[cold]
    pub(super) fn uncut(&mut self, number: u64, line: &[u8], kind: FaultKind) {
        self.look_at_uncut(number, line);
        self.fault((number, 0), line, kind);
    }

    /// The row's values, when none has a fault. Nothing of the row is entered yet.
    fn draft(&mut self, number: u64, fields: &Fields) -> Option<(Draft, Option<NewPractice>)> {
        let (mut draft, mut new, mut good) = (Draft::default(), None, true);
        let parts = std::mem::take(&mut self.layout.parts);
        for ((part, text), column) in parts.iter().zip(fields.iter()).zip(1..) {
            good &= self.field(*part, text, (&mut draft, &mut new), (number, column));
        }
        self.layout.parts = parts;
        good.then_some((draft, new))
    }

    /// Whether the field has no fault.
    fn field(
        &mut self,
        part: HeaderPart,
        text: &[u8],
        (draft, new): (&mut Draft, &mut Option<NewPractice>),
        at: (u64, u32),
    ) -> bool {
        if let Some(kind) = value::unfit(text, self.layout.encoding) {
            self.fault(at, text, kind);
            return false;
        }
        let fault = match part {
            HeaderPart::Other => None,
            HeaderPart::Time => {
                (text.is_empty() && self.periods.are_told()).then_some(FaultKind::Blank(column_of(part)))
            }
            HeaderPart::Count => {
                if text != ONE {
                    self.counted.add(at, text, FaultKind::NotOnePerson, self.limits.faults);
                }
                None
            }
            HeaderPart::Mark => {
                draft.is_marked = mark::is_marked(text);
                None
            }
            HeaderPart::Practice => match self.practices.of(text) {
                Some(position) => {
                    draft.practice = position;
                    None
                }
                None => self.new_practice(text).map(|practice| *new = Some(practice)).err(),
            },
            HeaderPart::Sex => self.sex(text, draft).map(|sex| draft.is_man = sex == Sex::Man).err(),
            HeaderPart::Age => match value::age(text, self.layout.encoding, self.alike_from) {
                Ok(Years::Of(age)) => {
                    draft.age = age;
                    None
                }
                Ok(Years::From(age)) => {
                    (draft.age, draft.is_open) = (age, true);
                    None
                }
                Err(kind) => Some(kind),
            },
            HeaderPart::Mask(of) if text.first().is_some_and(|byte| byte.is_ascii_alphabetic() || !byte.is_ascii()) => {
                return self.list_in(of, text, draft, at);
            }
            HeaderPart::Mask(of) => value::mask(text, of).map(|set| draft.set = draft.set.or(set)).err(),
            HeaderPart::List => return self.list(text, draft, at),
            HeaderPart::Flag(place) => {
                let place = usize::try_from(place).unwrap_or(usize::MAX);
                value::flag(text).map(|there| draft.set = if there { draft.set.with(place) } else { draft.set }).err()
            }
            HeaderPart::Cost => self.layout.cost(text).map(|cost| draft.cost = cost).err(),
            HeaderPart::Person if text.is_empty() => Some(FaultKind::Blank(column_of(part))),
            HeaderPart::Person => {
                draft.person = self.print(text);
                None
            }
        };
        if let Some(kind) = fault {
            self.fault(at, text, kind);
        }
        fault.is_none()
    }

    fn sex(&mut self, text: &[u8], draft: &mut Draft) -> Result<Sex, FaultKind> {
        if let Some((_, sex)) = self.sexes.iter().find(|(known, _)| known == text) {
            return Ok(*sex);
        }
        let coded = value::sex_coded(text);
        let named = || value::sex(&self.layout.encoding.strict(text).unwrap_or_default());
        let sex = coded.map_or_else(named, Ok)?;
        draft.is_coded = coded.is_some();
        // that a sex is a code is told once a person is entered with it
        let is_told = coded.is_none() || self.coded_sex;
        if is_told && self.sexes.len() < MOST_SPELLINGS {
            self.sexes.push((text.to_vec(), sex));
        }
        Ok(sex)
    }

    /// A number that stands for the person.
    pub(super) fn print(&self, text: &[u8]) -> u64 {
        let mut hasher = self.persons.hasher().build_hasher();
        hasher.write(text);
        hasher.finish()
    }

    /// Enters the person, or nothing at all when there is no room or the person is there already.
    fn enter(&mut self, number: u64, mut draft: Draft, new: Option<NewPractice>) -> Result<(), FaultKind> {
        let limit = self.limits.persons;
        if self.register.len() >= most(limit) {
            return Err(FaultKind::TooManyPersons { limit });
        }
        let full = FaultKind::TooManySets { limit: self.limits.sets };
        if !self.has_room_for(draft.set) {
            return Err(full);
        }
        if self.has_persons && self.persons.contains(&draft.person) {
            return Err(FaultKind::DuplicatePerson);
        }
        if let Some(new) = new {
            draft.practice = self.enter_practice(new)?;
        }
        let set = self.place(draft.set).ok_or(full)?;
        if self.has_persons {
            self.persons.insert(draft.person);
        }
        self.register.push(draft.practice, draft.key(), set, draft.cost);
        self.marks.note(draft.is_marked, number);
        self.coded_sex |= draft.is_coded;
        self.open_ages += u64::from(draft.is_open);
        self.read += 1;
        Ok(())
    }

    fn has_room_for(&self, set: ConditionSet) -> bool {
        self.sets.known(set).is_some() || self.register.sets().len() < most(self.limits.sets)
    }

    /// The place of the set, if there is room for it.
    #[cold]
    pub(super) fn place(&mut self, set: ConditionSet) -> Option<u32> {
        self.has_room_for(set).then(|| self.sets.place(set, &mut self.register).ok()).flatten()
    }
}

impl Draft {
    /// Sex and age.
    pub(super) fn key(self) -> PersonKey {
        PersonKey::new(if self.is_man { Sex::Man } else { Sex::Woman }, self.age)
    }
}

/// A limit as a length.
pub(super) fn most(limit: u32) -> usize {
    usize::try_from(limit).unwrap_or(usize::MAX)
}

/// How many persons a row is of.
pub(super) const ONE: &[u8] = b"1";
/// More rows than a part of a file usually holds.
const FEW_ROWS: usize = 8192;
/// Ways of writing a sex that are remembered.
const MOST_SPELLINGS: usize = 16;
