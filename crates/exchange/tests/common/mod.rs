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
    scenario::Scenario,
    sex::Sex,
    staffing::{
        item::{Group, Item},
        staff::{DoctorCount, Population, PracticeStaff},
    },
    value::{Key, Section},
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
    Scenario::new(shipped(id), catalog::shipped().guideline)
}

pub fn cell(sex: Sex, low: u8, high: Option<u8>) -> Cell {
    Cell { sex, band: AgeBand { low, high } }
}

pub fn factors(model: &PaymentModel) -> Vec<Id> {
    model.case_mix().map_or_else(Vec::new, |mix| mix.factors().map(|factor| factor.id.clone()).collect())
}

/// Every amount and every weight of the start model, the cost share, the rule and the guideline set by functions of
/// their number.
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
    cells.chain(weights).chain(others).fold(start.clone(), |scenario, edit| scenario.apply(&edit))
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
    prop_oneof![6 => model_edits(&proposal), 6 => practice_edits(&proposal), 1 => start]
}

/// An edit of the model or the guideline: what a link has.
pub fn model_edit() -> impl Strategy<Value = Edit> {
    model_edits(&shipped(catalog::SKANE_PROPOSAL))
}
