//! The numbers of Fast läkarkontakt beside the three of the short calculation: what each is called in a file, what it
//! counts and how large it can be. Knows no values.
use crate::{
    age::Age,
    bounds::{self, Bounds},
    id::Id,
    quantity::Unit,
    sex::Sex,
    value::{Key, Value},
};
use rust_decimal::Decimal;
use std::fmt;

/// Years of ST that are told apart; the last is the half year that is left after five.
pub const ST_YEARS: u8 = 6;
/// The first year that a plan can begin.
pub const FIRST_YEAR: u16 = 2026;
/// The last year of a plan.
pub const LAST_YEAR: u16 = 2040;

/// A kind of doctors.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DoctorKind {
    /// Specialists in general practice.
    Specialist,
    /// ST doctors in this year of their training, from 1 to [`ST_YEARS`].
    St(u8),
    /// ST doctors whose year is not told.
    StAny,
    /// Other employed doctors.
    Other,
    /// Hired doctors.
    Locum,
}

/// Kinds of doctors whose working time is divided alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// Specialists in general practice.
    Specialist,
    /// All ST doctors.
    St,
    /// Other employed doctors.
    Other,
    /// Hired doctors.
    Locum,
}

/// Work that is not for the listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Duty {
    /// Supervision, given or had.
    Supervision,
    /// Research.
    Research,
    /// Management and other duties.
    Other,
}

/// What happens to the doctors in a year of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Event {
    /// Specialists who are recruited.
    Recruited,
    /// Specialists who retire.
    Retiring,
    /// ST doctors who begin.
    StStarts,
}

/// Work of a year that has a standard time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Activity {
    /// Visits.
    Visits,
    /// By telephone, video or text.
    Remote,
    /// In the patient's home.
    Home,
    /// Results, certificates, referrals.
    Papers,
}

/// One number that can be entered.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(try_from = "String", into = "String")
)]
pub enum Item {
    /// Persons whom the doctors are set against.
    Persons,
    /// Who they are; not a number.
    Population,
    /// Doctors of the kind, heads.
    Heads(DoctorKind),
    /// Doctors of the kind, heltid.
    Fte(DoctorKind),
    /// Persons that one heltid of the kind covers; specialists and ST doctors without a year are the guideline's.
    Cover(DoctorKind),
    /// The share of the working time that goes to the duty.
    Duty(Group, Duty),
    /// Persons with a named doctor.
    Named,
    /// How much work a person of the sex gives from this age, up to the next age that has a number.
    Workload(Sex, Age),
    /// How much work a person with the condition gives, where 1 is no more than without.
    WorkloadOf(Id),
    /// Visits to a doctor per listed and year.
    VisitsPerListed,
    /// Visits of one heltid in a day.
    VisitsPerDay,
    /// Days with visits of one heltid in a year.
    VisitDays,
    /// Working days of one heltid in a year.
    WorkDays,
    /// Working hours of a day.
    WorkHours,
    /// How many of the activity there are in a year.
    Volume(Activity),
    /// Hours that one of them takes.
    HoursEach(Activity),
    /// The share of everybody's time that goes to work without a standard time.
    SharedWork,
    /// Hours a year that some of the doctors give to work of their own.
    OwnWork,
    /// The year at whose beginning the plan starts.
    PlanStart,
    /// The year by whose end the list should be covered.
    PlanGoal,
    /// Doctors in a year of the plan.
    Planned(Event, u16),
    /// Heltid of one recruited specialist.
    RecruitFte,
    /// Heltid of one who begins ST.
    StFte,
    /// Heltid of one doctor of the group, where only heads or only heltid are told.
    FteEach(Group),
    /// Years from beginning ST to being a specialist.
    StLength,
    /// The share of the specialists that leaves in a year, without those who retire.
    Leaving,
    /// The share of the ST doctors that leaves in a year.
    StLeaving,
    /// The share of those who become specialists that stays.
    Staying,
    /// How much the list grows in a year, as a share of it.
    Growth,
    /// The standard deviation of a year's growth, as a share of the list.
    GrowthSpread,
    /// The share of the planned recruitments and ST starts that come about on the low path.
    LowShare,
    /// The same on the high path.
    HighShare,
    /// Kronor a year for one heltid.
    CostPerFte,
    /// What chance is drawn from.
    Seed,
}

impl DoctorKind {
    /// Every kind, in the order in which they are shown.
    pub fn all() -> impl Iterator<Item = Self> {
        let st = (1..=ST_YEARS).map(Self::St);
        [Self::Specialist, Self::StAny].into_iter().chain(st).chain([Self::Other, Self::Locum])
    }

    /// The group that the kind belongs to.
    pub fn group(self) -> Group {
        match self {
            Self::Specialist => Group::Specialist,
            Self::St(_) | Self::StAny => Group::St,
            Self::Other => Group::Other,
            Self::Locum => Group::Locum,
        }
    }

    /// Whether the guideline says how many one heltid covers.
    pub fn is_of_guideline(self) -> bool {
        matches!(self, Self::Specialist | Self::StAny)
    }

    fn read(name: &str) -> Option<Self> {
        Self::all().find(|kind| kind.to_string() == name)
    }
}

impl Group {
    /// Every group, in the order in which they are shown.
    pub const ALL: [Self; 4] = [Self::Specialist, Self::St, Self::Other, Self::Locum];

    /// Those of whom the guideline says nothing: what they cover is an assumption.
    pub const BEYOND_GUIDELINE: [Self; 2] = [Self::Other, Self::Locum];

    /// The kind of those whose year of training, if they have one, is not told.
    pub fn kind(self) -> DoctorKind {
        match self {
            Self::Specialist => DoctorKind::Specialist,
            Self::St => DoctorKind::StAny,
            Self::Other => DoctorKind::Other,
            Self::Locum => DoctorKind::Locum,
        }
    }

    /// What the group is called in a file.
    pub fn key(self) -> &'static str {
        name(GROUPS, &self)
    }
}

impl fmt::Display for DoctorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Specialist => f.write_str("specialist"),
            Self::St(year) => write!(f, "st{year}"),
            Self::StAny => f.write_str("st"),
            Self::Other => f.write_str("other"),
            Self::Locum => f.write_str("locum"),
        }
    }
}

/// What each of some values is called.
type Names<T> = [(&'static str, T)];

const GROUPS: &Names<Group> =
    &[("specialist", Group::Specialist), ("st", Group::St), ("other", Group::Other), ("locum", Group::Locum)];
const DUTIES: &Names<Duty> =
    &[("supervision", Duty::Supervision), ("research", Duty::Research), ("other", Duty::Other)];
const EVENTS: &Names<Event> =
    &[("recruited", Event::Recruited), ("retiring", Event::Retiring), ("stStarts", Event::StStarts)];
const ACTIVITIES: &Names<Activity> = &[
    ("visits", Activity::Visits),
    ("remote", Activity::Remote),
    ("home", Activity::Home),
    ("papers", Activity::Papers),
];
const SINGLE: &Names<Item> = &[
    ("persons", Item::Persons),
    ("personsAre", Item::Population),
    ("named", Item::Named),
    ("visitsPerListed", Item::VisitsPerListed),
    ("visitsPerDay", Item::VisitsPerDay),
    ("visitDays", Item::VisitDays),
    ("workDays", Item::WorkDays),
    ("workHours", Item::WorkHours),
    ("sharedWork", Item::SharedWork),
    ("ownWork", Item::OwnWork),
    ("planStart", Item::PlanStart),
    ("planGoal", Item::PlanGoal),
    ("recruitFte", Item::RecruitFte),
    ("stFte", Item::StFte),
    ("stLength", Item::StLength),
    ("leaving", Item::Leaving),
    ("stLeaving", Item::StLeaving),
    ("staying", Item::Staying),
    ("growth", Item::Growth),
    ("growthSpread", Item::GrowthSpread),
    ("lowShare", Item::LowShare),
    ("highShare", Item::HighShare),
    ("costPerFte", Item::CostPerFte),
    ("seed", Item::Seed),
];

fn name<T: PartialEq>(names: &Names<T>, of: &T) -> &'static str {
    names.iter().find(|(_, value)| value == of).map_or("", |(name, _)| name)
}

fn named<T: Clone>(names: &Names<T>, text: &str) -> Option<T> {
    names.iter().find(|(name, _)| *name == text).map(|(_, value)| value.clone())
}

impl Item {
    /// What the number is called in a file, such as `fte.st3`, `duty.st.research` or `planned.retiring.2031`.
    pub fn key(&self) -> String {
        let joined = |parts: &[&str]| parts.join(".");
        match self {
            Self::Heads(kind) => joined(&["heads", &kind.to_string()]),
            Self::Fte(kind) => joined(&["fte", &kind.to_string()]),
            Self::Cover(kind) => joined(&["cover", &kind.to_string()]),
            Self::Duty(group, duty) => joined(&["duty", name(GROUPS, group), name(DUTIES, duty)]),
            Self::Workload(sex, age) => joined(&["workload", sex.key(), &age.to_string()]),
            Self::WorkloadOf(id) => joined(&["workloadOf", id.as_str()]),
            Self::Volume(activity) => joined(&["volume", name(ACTIVITIES, activity)]),
            Self::HoursEach(activity) => joined(&["hoursEach", name(ACTIVITIES, activity)]),
            Self::Planned(event, year) => joined(&["planned", name(EVENTS, event), &year.to_string()]),
            Self::FteEach(group) => joined(&["fteEach", name(GROUPS, group)]),
            single => name(SINGLE, single).to_owned(),
        }
    }

    /// The number that a file calls so; `None` for a name that means none.
    pub fn read(key: &str) -> Option<Self> {
        let (first, rest) = key.split_once('.').unwrap_or((key, ""));
        let two = || rest.split_once('.');
        match first {
            "heads" => DoctorKind::read(rest).map(Self::Heads),
            "fte" => DoctorKind::read(rest).map(Self::Fte),
            "cover" => DoctorKind::read(rest).map(Self::Cover),
            "duty" => two().and_then(|(group, duty)| Some(Self::Duty(named(GROUPS, group)?, named(DUTIES, duty)?))),
            "workload" => two().and_then(|(sex, age)| Some(Self::Workload(Sex::read(sex)?, whole(age)?))),
            "workloadOf" => (!rest.is_empty()).then(|| Self::WorkloadOf(Id::new(rest))),
            "volume" => named(ACTIVITIES, rest).map(Self::Volume),
            "hoursEach" => named(ACTIVITIES, rest).map(Self::HoursEach),
            "planned" => two().and_then(|(event, year)| Some(Self::Planned(named(EVENTS, event)?, plan_year(year)?))),
            "fteEach" => named(GROUPS, rest).map(Self::FteEach),
            _ => named(SINGLE, key),
        }
    }

    /// What the number counts, how large it can be and how it is written, in one row. Within the bounds no result
    /// overflows.
    pub fn bounds(&self) -> Bounds {
        let whole = Bounds::whole;
        let share = |most| whole(Unit::Share, (0, most), 4);
        match self {
            Self::Heads(_) => Bounds { unit: Unit::Doctors, decimals: 0, ..bounds::FTE },
            Self::Fte(_) => bounds::FTE,
            Self::Cover(kind) if kind.is_of_guideline() => bounds::GUIDELINE,
            Self::Cover(_) => Bounds { least: Decimal::ZERO, ..bounds::GUIDELINE },
            Self::Named | Self::Persons => bounds::PERSONS,
            // a word: no number lies within
            Self::Population => whole(Unit::Factor, (0, -1), 0),
            Self::Duty(..) | Self::SharedWork | Self::Leaving | Self::StLeaving | Self::Staying => share(1),
            Self::LowShare | Self::HighShare => share(10),
            Self::Growth => Bounds::of(Unit::Share, (Decimal::new(-2, 1), Decimal::new(2, 1)), 4),
            Self::GrowthSpread => Bounds::of(Unit::Share, (Decimal::ZERO, Decimal::new(5, 1)), 4),
            Self::Workload(..) | Self::WorkloadOf(_) => whole(Unit::Factor, (0, 100), 2),
            Self::VisitsPerListed | Self::VisitsPerDay => whole(Unit::Factor, (0, 1_000), 2),
            Self::VisitDays | Self::WorkDays => whole(Unit::Factor, (0, 366), 2),
            Self::WorkHours => whole(Unit::Hours, (0, 24), 2),
            Self::HoursEach(_) => whole(Unit::Hours, (0, 1_000), 2),
            Self::OwnWork => whole(Unit::Hours, (0, 100_000_000), 2),
            Self::Volume(_) => whole(Unit::Visits, (0, 100_000_000), 0),
            Self::CostPerFte => whole(Unit::KrPerYear, (0, 100_000_000), 2),
            Self::PlanStart | Self::PlanGoal => whole(Unit::Factor, (FIRST_YEAR.into(), LAST_YEAR.into()), 0),
            Self::Planned(..) => whole(Unit::Doctors, (0, 100_000), 1),
            Self::RecruitFte | Self::StFte | Self::FteEach(_) => {
                Bounds::of(Unit::Fte, (Decimal::new(1, 2), Decimal::TWO), 2)
            }
            Self::StLength => Bounds::of(Unit::Factor, (Decimal::new(5, 1), Decimal::from(20)), 1),
            Self::Seed => whole(Unit::Factor, (0, u32::MAX.into()), 0),
        }
    }

    /// Whether the number can be this.
    pub fn takes(&self, value: Decimal) -> bool {
        Key::Staff(self.clone()).takes(Value::Number(value))
    }

    /// What the number counts.
    pub fn unit(&self) -> Unit {
        self.bounds().unit
    }
}

impl From<Item> for String {
    fn from(item: Item) -> Self {
        item.key()
    }
}

impl TryFrom<String> for Item {
    type Error = &'static str;

    fn try_from(key: String) -> Result<Self, Self::Error> {
        Self::read(&key).ok_or("no number is called so")
    }
}

/// A whole number as it is written: no sign, no zeros before it.
fn whole<T: std::str::FromStr + ToString>(text: &str) -> Option<T> {
    text.parse().ok().filter(|number: &T| number.to_string() == text)
}

fn plan_year(text: &str) -> Option<u16> {
    whole(text).filter(|year| (FIRST_YEAR..=LAST_YEAR).contains(year))
}
