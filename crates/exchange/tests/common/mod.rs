//! Scenarios over the shipped models, and random edits of them. Each test file uses a part.
#![allow(dead_code, reason = "each test file uses a part of it")]
use model::{
    age::AgeBand,
    case_mix::Normalisation,
    cell::Cell,
    count::Count,
    edit::Edit,
    id::Id,
    measure::Measure,
    net::ShareReading,
    payment_model::PaymentModel,
    person_cards::{PersonItem, PersonName, PersonSlot},
    scenario::Scenario,
    sex::Sex,
    staffing::{
        item::{Group, Item},
        staff::{DoctorCount, Population, PracticeStaff},
    },
    value::{Key, Section, Value},
};
use proptest::{collection::vec, option, prelude::*, sample::select};
use rust_decimal::Decimal;
use std::rc::Rc;

/// A decimal as it is written.
pub fn d(text: &str) -> Decimal {
    text.parse().unwrap()
}

/// A measure as it is written.
pub fn m<T: Measure>(text: &str) -> T {
    T::of(d(text))
}

pub fn shipped(id: &str) -> Rc<PaymentModel> {
    Rc::clone(catalog::shipped().model(&Id::new(id)).unwrap())
}

/// A scenario that is a shipped model.
pub fn scenario(id: &str) -> Scenario {
    catalog::shipped().scenario(&shipped(id))
}

pub fn cell(sex: Sex, low: u8, high: Option<u8>) -> Cell {
    Cell { sex, band: AgeBand { low, high } }
}

pub fn factors(model: &PaymentModel) -> Vec<Id> {
    model.case_mix().map_or_else(Vec::new, |mix| mix.factors().map(|factor| factor.id.clone()).collect())
}

/// Every amount and every weight of the start model, the cost share, the rule and the guideline set by functions of
/// their number, and as many persons as there can be with every condition.
pub fn all_edited(start: &Scenario, value: impl Fn(usize) -> Decimal) -> Scenario {
    let cells = start.start.bands.cells().enumerate().map(|(i, cell)| Edit::set(Key::Rate(cell), value(i)));
    let weights = factors(&start.start).into_iter().enumerate();
    let weights = weights.map(|(i, id)| Edit::set(Key::Weight(id), value(100 + i)));
    let others = [
        Edit::set(Key::CostShare, d("0.1234567890123456789012345678")),
        Edit::set(Key::Normalisation, Normalisation::ScalarToBudget),
        Edit::set(Key::GUIDELINE_SPECIALIST, value(200)),
        Edit::set(Key::GUIDELINE_ST, value(201)),
    ];
    let persons = PersonSlot::all().map(|slot| {
        let conditions = start.start.case_mix().map_or(&[][..], |mix| &mix.conditions);
        let has = conditions.iter().map(|condition| (Key::condition(slot, &condition.id), Some(Value::Yes(true))));
        let (sex, age) = (Some(Sex::Woman.into()), Some(d("120").into()));
        Edit::Set([(Key::sex(slot), sex), (Key::age(slot), age)].into_iter().chain(has).collect())
    });
    cells.chain(weights).chain(others).chain(persons).fold(start.clone(), |scenario, edit| scenario.apply(&edit))
}

/// Ordinary amounts, and the longest that there are: 28 digits, of which seven whole.
fn amount() -> impl Strategy<Value = Decimal> {
    let ordinary = (0i64..=100_000).prop_map(|n| Decimal::new(n, 2));
    let long = (0i128..=9_999_999_999_999_999_999_999_999_999).prop_map(|n| Decimal::from_i128_with_scale(n, 21));
    prop_oneof![3 => ordinary, 1 => long, 1 => select(vec![d("0"), d("0.01"), d("10000000"), d("1")])]
}

fn measure<T: Measure + std::fmt::Debug>() -> impl Strategy<Value = T> {
    amount().prop_map(T::of)
}

fn persons() -> impl Strategy<Value = Count> {
    prop_oneof![0u32..=20_000, 0u32..=Count::MAX].prop_map(|n| Count::new(n.into()).unwrap())
}

fn share() -> impl Strategy<Value = Decimal> {
    (0i64..=10_000).prop_map(|n| Decimal::new(n, 4))
}

fn model_edits(model: &PaymentModel) -> impl Strategy<Value = Edit> + use<> {
    let cells: Vec<Cell> = model.bands.cells().collect();
    let ids: Vec<Id> = factors(model).into_iter().chain([Id::new("unknown")]).collect();
    let rule = select(vec![Normalisation::None, Normalisation::ScalarToBudget, Normalisation::PerCellNeutral]);
    prop_oneof![
        6 => (select(cells.clone()), amount()).prop_map(|(cell, rate)| Edit::set(Key::Rate(cell), rate)),
        6 => (select(ids.clone()), amount()).prop_map(|(id, weight)| Edit::set(Key::Weight(id), weight)),
        1 => share().prop_map(|share| Edit::set(Key::CostShare, share)),
        1 => rule.prop_map(|value| Edit::set(Key::Normalisation, value)),
        1 => amount().prop_map(|value| Edit::set(Key::GUIDELINE_SPECIALIST, value)),
        1 => amount().prop_map(|value| Edit::set(Key::GUIDELINE_ST, value)),
        1 => select(cells).prop_map(|cell| Edit::reset(Key::Rate(cell))),
        1 => select(ids).prop_map(|id| Edit::reset(Key::Weight(id))),
        1 => Just(Edit::Clear(Section::Model)),
    ]
}

fn practice_edits(model: &PaymentModel) -> impl Strategy<Value = Edit> + use<> {
    let cells: Vec<Cell> = model.bands.cells().collect();
    let ids = factors(model).into_iter().chain([Id::new("unknown")]).collect::<Vec<_>>();
    prop_oneof![
        2 => vec((select(cells), option::of(persons())), 0..6).prop_map(|values| Edit::each(Key::Listed, values)),
        2 => vec((select(ids), option::of(persons())), 0..4).prop_map(|values| Edit::each(Key::Affected, values)),
        1 => option::of(amount()).prop_map(|cost| Edit::each(|key| key, vec![(Key::DrugCost, cost)])),
        1 => select(vec![ShareReading::InTable, ShareReading::AtNet]).prop_map(|value| Edit::set(Key::Reading, value)),
        1 => persons().prop_map(|value| Edit::set(Key::STAFFING_LISTED, value)),
        1 => amount().prop_map(|value| Edit::set(Key::SPECIALISTS, value)),
        1 => amount().prop_map(|value| Edit::set(Key::ST_DOCTORS, value)),
        6 => staff_edits(),
    ]
}

/// One number of every kind that can be entered for Fast läkarkontakt.
pub const NUMBERS: &[&str] = &[
    "heads.specialist",
    "heads.st",
    "heads.st6",
    "heads.locum",
    "fte.st1",
    "fte.other",
    "cover.st5",
    "cover.locum",
    "duty.specialist.supervision",
    "duty.st.research",
    "duty.locum.other",
    "named",
    "workload.woman.0",
    "workload.man.255",
    "workloadOf.kol",
    "workloadOf.a.b/c~d",
    "visitsPerListed",
    "visitsPerDay",
    "visitDays",
    "workDays",
    "workHours",
    "volume.visits",
    "volume.papers",
    "hoursEach.remote",
    "hoursEach.home",
    "sharedWork",
    "ownWork",
    "planStart",
    "planGoal",
    "planned.recruited.2026",
    "planned.retiring.2033",
    "planned.stStarts.2040",
    "recruitFte",
    "stFte",
    "fteEach.specialist",
    "fteEach.other",
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

/// Any number of Fast läkarkontakt, or one beyond its bounds.
fn number() -> impl Strategy<Value = (Item, Option<Decimal>)> {
    let part = prop_oneof![8 => 0i64..=10_000, 1 => select(vec![0, 10_000, -1, 10_001])];
    (select(NUMBERS), option::weighted(0.9, part)).prop_map(|(key, part)| {
        let item = Item::read(key).unwrap();
        let (least, most) = (item.bounds().least, item.bounds().most);
        let step = if item == Item::StLength { d("0.5") } else { Decimal::new(1, item.bounds().decimals) };
        let wanted = part.map(|part| least + (most - least) * Decimal::new(part, 4));
        let value = wanted.map(|wanted| (wanted / step).floor() * step);
        (item, value)
    })
}

fn practices() -> impl Strategy<Value = Edit> {
    let count = prop_oneof![
        measure().prop_map(DoctorCount::Fte),
        (0u32..1_000_000).prop_map(|n| DoctorCount::Heads(Measure::of(n.into())))
    ];
    let practice = (persons(), vec(option::of(count), 4));
    vec(practice, 0..4).prop_map(|rows| {
        let named = rows.into_iter().enumerate().map(|(i, (listed, counts))| PracticeStaff {
            name: Id::new(&format!("V\u{e5}rdcentral \"{i}\"")),
            listed,
            doctors: Group::ALL.into_iter().zip(counts).filter_map(|(group, count)| Some((group, count?))).collect(),
        });
        Edit::SetPractices(named.collect())
    })
}

/// A person who takes a place, or goes from it.
fn person_edits(model: &PaymentModel) -> impl Strategy<Value = Edit> + use<> {
    let ids = factors(model).into_iter().chain([Id::new("unknown")]).collect::<Vec<_>>();
    let slot = select(PersonSlot::all().collect::<Vec<_>>());
    let name = select(vec![None, PersonName::read("\u{c5}ke \"78\""), PersonName::read("x")]);
    let has = vec((select(ids.clone()), any::<bool>()), 0..6);
    let new = (slot.clone(), any::<bool>(), 0u8..=120, name, has).prop_map(|(slot, man, age, name, has)| {
        let sex = if man { Sex::Man } else { Sex::Woman };
        let own = [
            (Key::Person(slot, PersonItem::Removed), None),
            (Key::Person(slot, PersonItem::Name), name.map(Value::Name)),
            (Key::sex(slot), Some(sex.into())),
            (Key::age(slot), Some(Decimal::from(age).into())),
        ];
        let has = has.into_iter().map(|(id, has)| (Key::condition(slot, &id), Some(Value::Yes(has))));
        Edit::Set(own.into_iter().chain(has).collect())
    });
    let gone = slot.prop_map(move |slot| {
        let items = [PersonItem::Name, PersonItem::Sex, PersonItem::Age];
        let items = items.into_iter().chain(ids.iter().cloned().map(PersonItem::Condition));
        let removed = (slot.number() <= 2).then_some((Key::Person(slot, PersonItem::Removed), Some(Value::Yes(true))));
        Edit::Set(items.map(|item| (Key::Person(slot, item), None)).chain(removed).collect())
    });
    prop_oneof![4 => new, 1 => gone, 1 => Just(Edit::Clear(Section::Persons))]
}

fn staff_edits() -> impl Strategy<Value = Edit> {
    prop_oneof![
        6 => vec(number(), 0..8).prop_map(|values| Edit::each(Key::Staff, values)),
        2 => practices(),
        2 => select(vec![Population::Listed, Population::Inhabitants]).prop_map(|value| Edit::set(Key::POPULATION, value)),
        1 => Just(Edit::Clear(Section::Staffing)),
    ]
}

/// Any edit that a user of the proposal can make, another start model among them.
pub fn edit() -> impl Strategy<Value = Edit> {
    let proposal = shipped(catalog::SKANE_PROPOSAL);
    let models = catalog::shipped().models;
    let start = (0..models.len()).prop_map(move |i| Edit::StartFrom(Rc::clone(&models[i])));
    prop_oneof![6 => model_edits(&proposal), 6 => practice_edits(&proposal), 3 => person_edits(&proposal), 1 => start]
}

/// An edit of the model or the guideline: what a link has.
pub fn model_edit() -> impl Strategy<Value = Edit> {
    model_edits(&shipped(catalog::SKANE_PROPOSAL))
}
