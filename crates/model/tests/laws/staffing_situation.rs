//! The situation against the short calculation, and the cross-checks by visits and by work against other arithmetic.
use super::{
    make::{count, d},
    staff_make::{World, item, practice_staff},
};
use model::{
    measure::Measure,
    staffing::{
        StaffingOutcome,
        demand::demand,
        item::{Activity, DoctorKind, Group},
        practices::practices,
        situation::situation,
        staff::{Inputs, Staff},
        staffing,
        wisn::wisn,
    },
    trace::Traced,
};
use proptest::{collection::vec, option, prelude::*};
use rust_decimal::Decimal;

fn tenths(most: i64) -> impl Strategy<Value = Decimal> {
    (0..=most).prop_map(|n| Decimal::new(n, 1))
}

fn world(listed: u32, specialists: Decimal, st: Decimal) -> World {
    World::new(listed, &specialists.to_string(), &st.to_string())
}

fn figures(outcome: &StaffingOutcome) -> [Option<Decimal>; 8] {
    fn some<T: Measure>(figure: &Traced<T>) -> Option<Decimal> {
        Some(figure.value().decimal())
    }
    let o = outcome;
    [
        some(&o.by_specialists),
        some(&o.by_st),
        some(&o.capacity),
        some(&o.gap),
        o.gap_fte.as_ref().and_then(some),
        o.need.as_ref().and_then(some),
        o.per_specialist.as_ref().and_then(some),
        o.coverage.as_ref().and_then(some),
    ]
}

fn capacity(world: &World) -> Decimal {
    world.situation().outcome.capacity.value().decimal()
}

/// The world with so many times the doctors of every kind.
fn times(world: &World, times: Decimal) -> World {
    let mut many = world.clone();
    let doctors = world.staff.numbers.iter().filter(|(item, _)| item.key().starts_with("fte."));
    let doctors: Vec<_> = doctors.map(|(item, fte)| (item.clone(), Some(*fte * times))).collect();
    many.staff.enter(&doctors);
    many
}

/// Every kind of doctors, and duties that leave some time.
fn any() -> impl Strategy<Value = World> {
    let kinds = vec(option::of(tenths(50)), 8);
    let duties = vec(option::of((0i64..=3_000).prop_map(|n| Decimal::new(n, 4))), 12);
    (0u32..=40_000, tenths(300), tenths(100), kinds, duties).prop_map(|(listed, specialists, st, kinds, duties)| {
        let mut world = world(listed, specialists, st).with(&[("cover.other", "300"), ("cover.locum", "200")]);
        let kind = ["st1", "st2", "st3", "st4", "st5", "st6", "other", "locum"].map(|kind| format!("fte.{kind}"));
        let duty = ["specialist", "st", "other", "locum"]
            .iter()
            .flat_map(|group| ["supervision", "research", "other"].map(|duty| format!("duty.{group}.{duty}")));
        let numbers = kind.into_iter().zip(kinds).chain(duty.zip(duties));
        world.staff.enter(&numbers.map(|(key, value)| (item(&key), value)).collect::<Vec<_>>());
        world
    })
}

proptest! {
    #[test]
    fn without_duties_and_other_kinds_it_is_the_short_calculation(listed in 0u32..=50_000, specialists in tenths(400), st in tenths(200)) {
        let world = world(listed, specialists, st);
        let situation = world.situation();
        prop_assert_eq!(figures(&situation.outcome), figures(&staffing(&world.inputs())));
        prop_assert_eq!(situation.time.value().decimal(), specialists + st);
        prop_assert_eq!(situation.overfull, []);
    }

    #[test]
    fn so_many_times_the_doctors_cover_so_many_times_the_persons(world in any(), by in 1i64..=9) {
        let by = Decimal::from(by);
        prop_assert_eq!(capacity(&times(&world, by)), capacity(&world) * by);
    }

    #[test]
    fn a_duty_only_takes_from_its_own_group(world in any(), share in 0i64..=1_000) {
        let with = world.clone().with(&[("duty.other.research", &Decimal::new(share, 4).to_string())]);
        let (before, after) = (world.situation(), with.situation());
        prop_assert_eq!(before.outcome.by_specialists.value(), after.outcome.by_specialists.value());
        prop_assert_eq!(before.outcome.by_st.value(), after.outcome.by_st.value());
        prop_assert!(after.doctors.iter().all(|doctors| doctors.time.value().decimal() >= Decimal::ZERO));
    }

    #[test]
    fn by_visits_it_is_what_floats_say(world in any(), per_listed in 1i64..=1_000, per_day in 1i64..=4_000, days in 1i64..=366) {
        let number = |n: i64| Decimal::new(n, 2).to_string();
        let world = world.with(&[("visitsPerListed", &number(per_listed)), ("visitsPerDay", &number(per_day)), ("visitDays", &days.to_string())]);
        let situation = world.situation();
        let found = demand(&world.inputs(), &situation).unwrap();
        let (listed, per_listed, per_day) = (f64::from(world.staff.listed.get()), per_listed as f64 / 100.0, per_day as f64 / 100.0);
        let visits = per_day * days as f64;
        near(&found.visits, visits)?;
        near(&found.per_fte, visits / per_listed)?;
        near(&found.demanded, listed * per_listed)?;
        near(&found.need, listed * per_listed / visits)?;
        near(&found.gap, listed * per_listed / visits - float(situation.time.value().decimal()))?;
    }

    #[test]
    fn by_work_it_is_what_floats_say(world in any(), volumes in vec((1u32..=200_000, 1i64..=300), 1..4), days in 1i64..=260, hours in 1i64..=12, shared in 0i64..=9_000, own in 0u32..=5_000) {
        let mut world = world.with(&[
            ("workDays", &days.to_string()), ("workHours", &hours.to_string()),
            ("sharedWork", &Decimal::new(shared, 4).to_string()), ("ownWork", &own.to_string()),
        ]);
        for (activity, (volume, each)) in ["visits", "remote", "home", "papers"].iter().zip(&volumes) {
            let (volume, each) = (Decimal::from(*volume), Decimal::new(*each, 2));
            world.staff.enter(&[(item(&format!("volume.{activity}")), Some(volume)), (item(&format!("hoursEach.{activity}")), Some(each))]);
        }
        let situation = world.situation();
        let found = wisn(&world.inputs(), &situation).unwrap();
        let time = (days * hours) as f64;
        let work: f64 = volumes.iter().map(|(volume, each)| f64::from(*volume) * *each as f64 / 100.0).sum();
        let with_shared = work / time / (1.0 - shared as f64 / 10_000.0);
        let (need, there) = (with_shared + f64::from(own) / time, float(situation.time.value().decimal()));
        prop_assert_eq!(found.activities.len(), volumes.len());
        near(&found.hours, work)?;
        near(&found.basic, work / time)?;
        near(&found.with_shared, with_shared)?;
        near(&found.need, need)?;
        near(&found.gap, need - there)?;
        near(found.ratio.as_ref().unwrap(), there / need)?;
    }

    #[test]
    fn practices_add_up(rows in vec((0u32..=20_000, tenths(150), tenths(60)), 0..8)) {
        let world = World::new(0, "0", "0");
        let list = rows.iter().enumerate().map(|(i, (listed, specialists, st))| {
            practice_staff(&format!("practice {i}"), count(*listed), Measure::of(*specialists), Measure::of(*st))
        });
        let mut world = world;
        world.staff.practices = list.collect();
        let region = practices(&world.inputs());
        let sum = |of: &dyn Fn(usize) -> Decimal| (0..rows.len()).map(of).sum::<Decimal>();
        let value = |at: usize| &region.practices[at];
        prop_assert_eq!(region.listed.value().decimal(), sum(&|at| Decimal::from(rows[at].0)));
        prop_assert_eq!(region.doctors.of(Group::Specialist).value().decimal(), sum(&|at| rows[at].1));
        prop_assert_eq!(region.capacity.value().decimal(), sum(&|at| value(at).capacity.value().decimal()));
        prop_assert_eq!(region.gap.value().decimal(), sum(&|at| value(at).gap.value().decimal().max(Decimal::ZERO)));
        for (at, practice) in region.practices.iter().enumerate() {
            let staff = Staff::of(count(rows[at].0), Measure::of(rows[at].1), Measure::of(rows[at].2));
            let alone = staffing(&Inputs { staff: &staff, ..world.inputs() });
            prop_assert_eq!((practice.at, practice.capacity.value(), practice.gap.value()), (at, alone.capacity.value(), alone.gap.value()));
            let closed = practice.gap.value().decimal().clamp(Decimal::ZERO, d("1100"));
            prop_assert_eq!(practice.closed.value().decimal(), closed);
        }
    }
}

fn float(value: Decimal) -> f64 {
    f64::try_from(value).unwrap()
}

fn near<T: Measure>(found: &Traced<T>, wanted: f64) -> Result<(), TestCaseError> {
    let found = float(found.value().decimal());
    prop_assert!((found - wanted).abs() <= 1e-9 * wanted.abs().max(1.0), "{} {}", found, wanted);
    Ok(())
}

#[test]
fn duties_of_all_the_time_leave_nothing() {
    let whole = [
        ("duty.specialist.supervision", "0.25"),
        ("duty.specialist.research", "0.5"),
        ("duty.specialist.other", "0.25"),
    ];
    let situation = World::new(8_000, "5", "2").with(&whole).situation();
    assert_eq!(situation.outcome.by_specialists.value().decimal(), Decimal::ZERO);
    assert_eq!((situation.outcome.capacity.value().decimal(), situation.overfull.len()), (d("1100"), 0));
    assert_eq!(situation.outcome.per_specialist, None, "no time to divide by");
}

#[test]
fn duties_of_more_than_all_the_time_are_told_and_leave_nothing() {
    let world = World::new(8_000, "5", "2").with(&[("duty.st.supervision", "0.6"), ("duty.st.research", "0.5")]);
    let found = situation(&world.inputs());
    assert_eq!(found.overfull, [Group::St]);
    assert_eq!(found.outcome.by_st.value().decimal(), Decimal::ZERO, "not below nothing");
    let nobody = World::new(8_000, "5", "0").with(&[("duty.st.supervision", "0.6"), ("duty.st.research", "0.5")]);
    assert_eq!(nobody.situation().overfull, [], "of nobody");
}

#[test]
fn a_named_doctor_is_counted_against_the_list() {
    let situation = World::new(8_000, "5", "2").with(&[("named", "6000")]).situation();
    assert_eq!(situation.named_share.unwrap().value().decimal(), d("0.75"));
    assert_eq!(situation.unnamed.unwrap().value().decimal(), d("2000"));
    let more = World::new(0, "5", "2").with(&[("named", "10")]).situation();
    assert_eq!((more.named_share, more.unnamed.unwrap().value().decimal()), (None, d("-10")));
}

#[test]
fn heads_without_heltid_count_as_one_heltid_each() {
    let four = World::new(8_000, "0", "0").with(&[("heads.specialist", "4")]);
    assert_eq!(four.situation().outcome.capacity.value().decimal(), d("4400"), "4 x 1,100");
    // every kind of doctors, each with its own number of persons
    let kinds = ["specialist", "st", "st1", "st2", "st3", "st4", "st5", "st6", "other", "locum"];
    let names: Vec<_> = kinds.iter().map(|kind| format!("heads.{kind}")).collect();
    let heads: Vec<_> = names.iter().map(|name| (name.as_str(), "2")).collect();
    let world = World::new(8_000, "0", "0").with(&[("cover.other", "600"), ("cover.locum", "500")]).with(&heads);
    let situation = world.situation();
    assert_eq!(situation.outcome.capacity.value().decimal(), d("12100"), "2 x (1,100 + 7 x 550 + 600 + 500)");
    let counted = situation.doctors.iter().filter_map(|doctors| doctors.heads_only.as_ref());
    assert_eq!(counted.map(|heads| heads.value().decimal()).collect::<Vec<_>>(), [d("2"); 10]);
    assert_eq!(situation.outcome.per_specialist.unwrap().value().decimal(), d("4000"), "8,000 / 2");
}

#[test]
fn what_nothing_is_entered_of_is_not_told_and_nobody_is() {
    let empty = || World::new(8_000, "0", "0");
    let told = |world: &World| world.situation().told;
    assert_eq!(told(&empty()), [], "empty fields");
    assert_eq!(
        told(&empty().with(&[("cover.other", "600"), ("planned.recruited.2027", "2")])),
        [],
        "no doctors of now"
    );
    assert_eq!(told(&World::new(8_000, "5", "0")), [Group::Specialist]);
    assert_eq!(told(&empty().with(&[("heads.specialist", "0"), ("fte.st3", "0")])), [Group::Specialist, Group::St]);
    assert_eq!(told(&empty().with(&[("heads.locum", "1")])), [Group::Locum]);
}

#[test]
fn the_heltid_of_a_head_can_be_changed_and_one_that_is_told_stands() {
    let world =
        World::new(8_000, "0", "0").with(&[("heads.specialist", "4"), ("heads.st3", "2"), ("heads.other", "1")]);
    let changed = world.with(&[("fteEach.specialist", "0.75"), ("fteEach.st", "0.5")]);
    assert_eq!(capacity(&changed), d("3850"), "4 x 0.75 x 1,100 + 2 x 0.5 x 550; nobody covers for other doctors");
    let told = changed.with(&[("fte.st3", "1.8"), ("fte.other", "0")]);
    assert_eq!(capacity(&told), d("4290"), "3 x 1,100 + 1.8 x 550");
    let st = told.situation().doctors.into_iter().find(|doctors| doctors.kind == DoctorKind::St(3)).unwrap();
    assert_eq!((st.heads_only, st.fte.value().decimal()), (None, d("1.8")));
}

#[test]
fn an_activity_without_a_time_is_told_and_not_taken_for_no_work() {
    let half = [
        ("workDays", "200"),
        ("workHours", "8"),
        ("volume.visits", "3200"),
        ("hoursEach.visits", "0.5"),
        ("volume.home", "400"),
    ];
    let world = World::new(8_000, "5", "2").with(&half);
    let found = wisn(&world.inputs(), &world.situation()).unwrap();
    assert_eq!(found.untimed, [Activity::Home]);
    assert_eq!(found.need.value().decimal(), d("1"), "3,200 x 0.5 / (200 x 8)");
    let whole = world.with(&[("hoursEach.home", "1.5")]);
    assert_eq!(wisn(&whole.inputs(), &whole.situation()).unwrap().untimed, []);
}
