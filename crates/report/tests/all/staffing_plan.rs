//! When a plan's list is covered, and what it takes to reach a year.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]
use model::{
    count::Count,
    measure::{Fte, Measure, Persons},
    staffing::{
        item::{DoctorKind, Event, Item},
        plan::PlanFault,
        reach::Reach,
        situation::situation,
        staff::{Inputs, Staff},
    },
};
use report::staffing_plan::{Covered, Goal, Plan, plan};
use rust_decimal::Decimal;

fn d(text: &str) -> Decimal {
    text.parse().unwrap()
}

fn planned(event: Event, year: u16, number: &str) -> (Item, Option<Decimal>) {
    (Item::Planned(event, year), Some(d(number)))
}

/// The plan of so many full-time specialists for a list.
fn with(listed: u64, specialists: &str, entered: &[(Item, Option<Decimal>)]) -> Result<Plan, Vec<PlanFault>> {
    let (guideline, shipped) = (catalog::shipped().guideline, catalog::staffing());
    let listed = Count::new(listed).unwrap();
    let mut staff = Staff::of(listed, Fte::of(d(specialists)), Fte::ZERO);
    staff.enter(entered);
    let of = Inputs { guideline: &guideline, staff: &staff, shipped: &shipped };
    plan(&of, &situation(&of))
}

#[test]
fn three_doctors_for_four_and_a_half_thousand() {
    // 3 x 1,100 = 3,300; two more in 2028 make 5,500; four who retire in 2033 leave 1,100
    let come = planned(Event::Recruited, 2028, "2");
    let covered = |entered: &[_]| with(4_500, "3", entered).unwrap().covered;
    assert_eq!(covered(&[]), Covered::Never);
    assert_eq!(covered(std::slice::from_ref(&come)), Covered::From(2028));
    assert_eq!(covered(&[come.clone(), planned(Event::Retiring, 2033, "4")]), Covered::Once(2028));
    assert_eq!(with(3_300, "3", &[]).unwrap().covered, Covered::From(2026), "none beyond is covered");
    let again = [come, planned(Event::Retiring, 2033, "4"), planned(Event::Recruited, 2035, "9")];
    assert_eq!(covered(&again), Covered::From(2035), "from when it stays so");
}

#[test]
fn fewer_recruitments_on_the_low_path() {
    let plan = with(4_500, "3", &[planned(Event::Recruited, 2026, "1")]).unwrap();
    let capacity = |years: &[_]| years.first().map(|year: &model::staffing::plan::PlanYear| year.capacity.value());
    let persons = |number: &str| Some(Persons::of(d(number)));
    assert_eq!(capacity(&plan.years), persons("4400"));
    assert_eq!(capacity(&plan.low.unwrap()), persons("4125"), "three of four come: 3.75 x 1,100");
    assert_eq!(capacity(&plan.high.unwrap()), persons("4675"), "five of four: 4.25 x 1,100");
}

#[test]
fn what_it_takes_to_reach_a_year() {
    let by = |year: &str| (Item::PlanGoal, Some(d(year)));
    let plan = with(4_500, "3", &[by("2028")]).unwrap();
    let Goal::By { year: 2028, recruited: Reach::More { each_year, numbers, then }, st_starts } = plan.goal else {
        panic!("{:?}", plan.goal)
    };
    // 1,200 persons are 1.09 heltid, 0.36 in each of three years: 0.4 in tenths
    assert_eq!((each_year, numbers.len(), then.capacity.value().decimal()), (d("0.4"), 3, d("4620")));
    assert!(matches!(st_starts, Reach::More { .. }), "ST doctors count by their own guideline");
    assert_eq!(with(4_500, "3", &[]).unwrap().goal, Goal::NoYear);
    assert_eq!(with(4_500, "3", &[by("2027"), (Item::PlanStart, Some(d("2030")))]).unwrap().goal, Goal::Before(2027));
    let reached = with(3_300, "3", &[by("2030")]).unwrap().goal;
    assert!(matches!(reached, Goal::By { recruited: Reach::AsPlanned, st_starts: Reach::AsPlanned, .. }));
}

#[test]
fn what_keeps_a_plan_from_being_worked_out() {
    let too_many = with(4_500, "3", &[planned(Event::Retiring, 2027, "4")]);
    assert_eq!(too_many, Err(vec![PlanFault::TooFewLeft { year: 2027, there: d("3"), gone: d("4") }]));
    let heads = with(4_500, "3", &[(Item::Heads(DoctorKind::St(2)), Some(d("2")))]).unwrap();
    assert_eq!(heads.years[0].st.fte.value().decimal(), d("2"), "heads without heltid are one heltid each");
    // as many as are planned can retire, but not as many as come on the low path
    let low = [planned(Event::Recruited, 2026, "1"), planned(Event::Retiring, 2027, "4")];
    let plan = with(4_500, "3", &low).unwrap();
    assert!(plan.low.is_err() && plan.high.is_ok());
}
