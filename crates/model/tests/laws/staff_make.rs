//! Short ways to enter doctors and numbers of Fast läkarkontakt, with numbers in the places of the shipped ones. Knows no
//! shipped number.
use super::make::{count, d, guideline, m, sourced};
use model::{
    count::Count,
    edit::Edit,
    id::Id,
    measure::{Fte, Measure},
    staffing::{
        Guideline,
        item::{FIRST_YEAR, Group, Item, LAST_YEAR},
        plan::{Path, PlanFault, PlanYear, Setup},
        situation::{Situation, situation},
        staff::{DoctorCount, Inputs, PracticeStaff, Shipped, Staff},
        years::years,
    },
    value::Key,
};
use proptest::{collection::vec, option, prelude::*, sample::select};
use rust_decimal::Decimal;
use std::fmt;

/// What stands where nothing is entered.
const STANDING: &[(&str, &str)] = &[
    ("planStart", "2026"),
    ("stLength", "5.5"),
    ("recruitFte", "1"),
    ("stFte", "1"),
    ("fteEach.specialist", "1"),
    ("fteEach.st", "1"),
    ("leaving", "0"),
    ("stLeaving", "0"),
    ("staying", "1"),
    ("growth", "0"),
    ("lowShare", "0.75"),
    ("highShare", "1.25"),
];

/// All that a calculation reads.
#[derive(Clone)]
pub struct World {
    pub guideline: Guideline,
    pub staff: Staff,
    pub shipped: Shipped,
}

impl fmt::Debug for World {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{:?} {}", self.staff.listed, self.guideline.specialist.value.decimal())?;
        self.staff.numbers.iter().try_for_each(|(item, value)| write!(f, "{}={value} ", item.key()))
    }
}

impl World {
    /// A list with specialists and ST doctors, and nothing else entered.
    pub fn new(listed: u32, specialists: &str, st: &str) -> Self {
        let covers = (1..=6).map(|year| (format!("cover.st{year}"), "550"));
        let standing = STANDING.iter().map(|(key, value)| ((*key).to_owned(), *value)).chain(covers);
        let numbers = standing.map(|(key, value)| (item(&key), sourced(d(value)))).collect();
        Self {
            guideline: guideline(),
            staff: Staff::of(count(listed), m(specialists), m(st)),
            shipped: Shipped { numbers },
        }
    }

    /// The same with these numbers entered.
    pub fn with(mut self, numbers: &[(&str, &str)]) -> Self {
        let numbers: Vec<_> = numbers.iter().map(|(key, value)| (item(key), Some(d(value)))).collect();
        assert!(numbers.iter().all(|(item, value)| item.takes(value.unwrap())), "{numbers:?}");
        self.staff.enter(&numbers);
        self
    }

    pub fn inputs(&self) -> Inputs<'_> {
        let Self { guideline, staff, shipped } = self;
        Inputs { guideline, staff, shipped }
    }

    pub fn situation(&self) -> Situation {
        situation(&self.inputs())
    }

    pub fn setup(&self) -> Setup {
        Setup::of(&self.inputs(), &self.situation())
    }

    /// The years of a path; an error when there are too few to retire.
    pub fn years(&self, path: Path) -> Result<Vec<PlanYear>, PlanFault> {
        years(&self.inputs(), &self.setup(), path)
    }
}

/// A practice of a list that tells heltid of specialists and of ST doctors.
pub fn practice_staff(name: &str, listed: Count, specialists: Fte, st: Fte) -> PracticeStaff {
    let doctors = [(Group::Specialist, DoctorCount::Fte(specialists)), (Group::St, DoctorCount::Fte(st))];
    PracticeStaff { name: Id::new(name), listed, doctors: doctors.into() }
}

/// The item that is called so.
pub fn item(key: &str) -> Item {
    Item::read(key).unwrap_or_else(|| panic!("no number is called {key}"))
}

/// Every name that a number can have; of ages and conditions some.
pub fn keys() -> Vec<String> {
    let owned = |keys: &[&str]| keys.iter().map(|key| (*key).to_owned()).collect::<Vec<_>>();
    let each = |first: &str, of: &[&str]| of.iter().map(|last| [first, last].join(".")).collect::<Vec<_>>();
    let apart = ["st1", "st2", "st3", "st4", "st5", "st6", "other", "locum"];
    let (groups, work) = (["specialist", "st", "other", "locum"], ["visits", "remote", "home", "papers"]);
    let duties = groups.iter().flat_map(|group| each(&format!("duty.{group}"), &["supervision", "research", "other"]));
    let ages = ["woman", "man"].iter().flat_map(|sex| each(&format!("workload.{sex}"), &["0", "18", "65", "255"]));
    let planned = (FIRST_YEAR..=LAST_YEAR)
        .flat_map(|year| ["recruited", "retiring", "stStarts"].map(|event| format!("planned.{event}.{year}")));
    let single = [
        "named",
        "visitsPerListed",
        "visitsPerDay",
        "visitDays",
        "workDays",
        "workHours",
        "sharedWork",
        "ownWork",
        "planStart",
        "planGoal",
        "recruitFte",
        "stFte",
        "stLength",
        "leaving",
        "stLeaving",
        "staying",
        "growth",
        "growthSpread",
        "lowShare",
        "highShare",
        "costPerFte",
        "seed",
    ];
    let lists = [
        each("heads", &apart),
        each("heads", &["specialist", "st"]),
        each("fte", &apart),
        each("cover", &apart),
        each("workloadOf", &["a", "b", "a.b"]),
        each("volume", &work),
        each("hoursEach", &work),
        each("fteEach", &groups),
        owned(&single),
        duties.collect(),
        ages.collect(),
        planned.collect(),
    ];
    lists.concat()
}

/// A number within its bounds: an end, the least step above it, or anything between.
pub fn number() -> impl Strategy<Value = (Item, Decimal)> {
    let part = prop_oneof![2 => select(vec![0i64, 1, 10_000]), 3 => 0i64..=10_000];
    (select(keys()), part).prop_map(|(key, part)| {
        let item = item(&key);
        let (least, most) = (item.bounds().least, item.bounds().most);
        let step = if item == Item::StLength { d("0.5") } else { Decimal::new(1, item.bounds().decimals) };
        let wanted = least + (most - least) * Decimal::new(part, 4);
        let value = if part == 1 { least + step } else { (wanted / step).floor() * step };
        (item, value.max(least))
    })
}

/// Numbers entered, emptied, and some that no item takes.
pub fn staff_edit() -> impl Strategy<Value = Edit> {
    let beyond = (select(keys()), prop::bool::ANY).prop_map(|(key, above)| {
        let item = item(&key);
        let (least, most) = (item.bounds().least, item.bounds().most);
        let value = if above { most + d("0.01") } else { least - d("0.01") };
        (item, Some(value))
    });
    let emptied = select(keys()).prop_map(|key| (item(&key), None));
    let one = prop_oneof![4 => number().prop_map(|(item, value)| (item, Some(value))), 1 => beyond, 1 => emptied];
    vec(one, 0..6).prop_map(|values| Edit::each(Key::Staff, values))
}

/// Doctors, a list and a plan of ordinary size. Few retire, so that most plans can be worked out.
pub fn plans() -> impl Strategy<Value = World> {
    let tenths = |most: i64| (0..=most).prop_map(|n| Decimal::new(n, 1));
    let share = |most: i64| option::of((0..=most).prop_map(|n| Decimal::new(n, 4)));
    let each = || option::of((1i64..=200).prop_map(|n| Decimal::new(n, 2)));
    let doctors = (0u32..=30_000, tenths(200), tenths(50), option::of(1i64..=20), vec(option::of(tenths(30)), 6));
    let flows = (vec(option::of(tenths(30)), 15), vec(option::of(tenths(5)), 15), vec(option::of(tenths(20)), 15));
    let shares = (share(1_500), share(2_000), share(10_000), share(4_000), share(4_000));
    let growth = option::of((-2_000i64..=2_000).prop_map(|n| Decimal::new(n, 4)));
    let rest = (each(), each(), each(), option::of((1i64..=16).prop_map(|n| Decimal::new(n * 5, 1))), growth);
    (doctors, flows, shares, rest).prop_map(|(doctors, (recruited, retiring, starts), shares, rest)| {
        let (listed, specialists, st, heads, cohorts) = doctors;
        let (leaving, st_leaving, staying, supervision, research) = shares;
        let (recruit, start, mean, length, growth) = rest;
        let single = [
            ("heads.specialist", heads.filter(|_| specialists > Decimal::ZERO).map(Decimal::from)),
            ("leaving", leaving),
            ("stLeaving", st_leaving),
            ("staying", staying),
            ("duty.specialist.supervision", supervision),
            ("duty.st.research", research),
            ("recruitFte", recruit),
            ("stFte", start),
            ("fteEach.specialist", mean),
            ("stLength", length),
            ("growth", growth),
        ];
        let single = single.map(|(key, value)| (key.to_owned(), value)).to_vec();
        let cohorts = cohorts.into_iter().zip(1..).map(|(fte, year)| (format!("fte.st{year}"), fte));
        let events = [("recruited", recruited), ("retiring", retiring), ("stStarts", starts)];
        let events = events.into_iter().flat_map(|(event, by_year)| {
            let named = move |(doctors, year): (_, u16)| (format!("planned.{event}.{year}"), doctors);
            by_year.into_iter().zip(FIRST_YEAR..).map(named)
        });
        let mut world = World::new(listed, &specialists.to_string(), &st.to_string());
        let numbers: Vec<_> = single.into_iter().chain(cohorts).chain(events).collect();
        let numbers: Vec<_> = numbers.into_iter().filter_map(|(key, value)| Some((item(&key), Some(value?)))).collect();
        assert!(numbers.iter().all(|(item, value)| item.takes(value.unwrap())), "{numbers:?}");
        world.staff.enter(&numbers);
        world
    })
}
