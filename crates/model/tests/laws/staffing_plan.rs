//! A plan as stock and flow: every head and every heltid is accounted for, every year and on every path.
use super::{
    make::d,
    staff_make::{World, plans},
};
use model::{
    measure::Measure,
    staffing::plan::{Cohort, Path, PlanFault, PlanYear, Setup, Stock, training_year},
    trace::Traced,
};
use proptest::prelude::*;
use rust_decimal::Decimal;

/// Less than this is what a product or a quotient was cut by.
const CUT: Decimal = Decimal::from_parts(1, 0, 0, false, 18);

/// Heads and heltid.
type Pair = [Decimal; 2];

fn pair(stock: &Stock) -> Pair {
    [stock.heads.value().decimal(), stock.fte.value().decimal()]
}

fn added(pairs: impl IntoIterator<Item = Pair>) -> Pair {
    pairs.into_iter().fold([Decimal::ZERO; 2], |[a, b], [c, d]| [a + c, b + d])
}

fn less([a, b]: Pair, [c, d]: Pair) -> Pair {
    [a - c, b - d]
}

fn is_same([a, b]: Pair, [c, d]: Pair) -> bool {
    (a - c).abs() <= CUT && (b - d).abs() <= CUT
}

fn all(cohorts: &[Cohort]) -> Pair {
    added(cohorts.iter().map(|cohort| pair(&cohort.stock)))
}

fn check_year(specialists: Pair, cohorts: &[Cohort], end: &PlanYear, halves: u8) {
    let f = &end.flows;
    let there = added([specialists, pair(&f.recruited), pair(&f.stayed)]);
    let gone = added([pair(&f.left), pair(&f.retired)]);
    assert!(is_same(pair(&end.specialists), less(there, gone)), "specialists of {}", end.year);
    let there = added([all(cohorts), pair(&f.started)]);
    let gone = added([pair(&f.st_left), pair(&f.finished)]);
    assert!(is_same(pair(&end.st), less(there, gone)), "ST doctors of {}", end.year);
    assert_eq!(pair(&end.st), all(&end.cohorts));
    let stocks =
        [&end.specialists, &end.st, &f.left, &f.retired, &f.recruited, &f.finished, &f.stayed, &f.started, &f.st_left];
    for stock in stocks.into_iter().chain(end.cohorts.iter().map(|cohort| &cohort.stock)) {
        assert!(pair(stock).iter().all(|n| *n >= Decimal::ZERO), "below nothing in {}: {:?}", end.year, pair(stock));
    }
    assert!(pair(&f.stayed)[0] <= pair(&f.finished)[0] && pair(&f.left)[0] <= specialists[0]);
    check_ages(cohorts, end, halves);
}

/// Cohorts are two half years older, those with the whole training behind them gone, and those who began the youngest.
fn check_ages(before: &[Cohort], end: &PlanYear, halves: u8) {
    let started = (pair(&end.flows.started)[1] > Decimal::ZERO && halves > 1).then_some(1);
    let older = before.iter().map(|cohort| cohort.halves + 2).filter(|age| *age < halves);
    let expected: Vec<u8> = started.into_iter().chain(older).collect();
    assert_eq!(end.cohorts.iter().map(|cohort| cohort.halves).collect::<Vec<_>>(), expected, "{}", end.year);
}

fn check_path(setup: &Setup, years: &[PlanYear]) {
    let (mut specialists, mut cohorts) = (pair(&setup.specialists), setup.cohorts.as_slice());
    for end in years {
        check_year(specialists, cohorts, end, setup.halves);
        (specialists, cohorts) = (pair(&end.specialists), &end.cohorts);
    }
    let sum = |of: fn(&PlanYear) -> &Stock| added(years.iter().map(|year| pair(of(year))));
    let came = added([sum(|y| &y.flows.recruited), sum(|y| &y.flows.stayed)]);
    let gone = added([sum(|y| &y.flows.left), sum(|y| &y.flows.retired)]);
    assert!(is_same(less(specialists, pair(&setup.specialists)), less(came, gone)), "over all years");
    let began = added([all(&setup.cohorts), sum(|y| &y.flows.started)]);
    let found = added([all(cohorts), sum(|y| &y.flows.st_left), sum(|y| &y.flows.finished)]);
    assert!(is_same(began, found), "who began is still there, has left or has finished");
}

fn each(stock: &Stock) -> Option<Decimal> {
    let [heads, fte] = pair(stock);
    (heads > d("0.000001")).then(|| fte / heads)
}

/// The smallest and the largest heltid of one doctor that was put in.
fn put_in(world: &World, setup: &Setup) -> (Decimal, Decimal) {
    let number = |key: &str| world.inputs().number(&super::staff_make::item(key));
    let new = ["recruitFte", "stFte"].into_iter().filter_map(number);
    let old = [&setup.specialists].into_iter().chain(setup.cohorts.iter().map(|cohort| &cohort.stock)).filter_map(each);
    let all: Vec<Decimal> = new.chain(old).collect();
    (*all.iter().min().unwrap(), *all.iter().max().unwrap())
}

fn checked(part: &Traced<impl Measure>, of: Decimal) {
    assert!((part.value().decimal() - of).abs() <= of.abs() * CUT + CUT);
}

proptest! {
    #[test]
    fn every_head_and_every_heltid_is_accounted_for(world in plans()) {
        let setup = world.setup();
        for path in [Path::Low, Path::Middle, Path::High] {
            if let Ok(years) = world.years(path) {
                prop_assert_eq!(years.len(), 15);
                check_path(&setup, &years);
            }
        }
    }

    #[test]
    fn a_mean_heltid_is_between_those_put_in(world in plans()) {
        let setup = world.setup();
        let (least, most) = put_in(&world, &setup);
        let Ok(years) = world.years(Path::Middle) else { return Err(TestCaseError::reject("refused")) };
        for year in years {
            let f = &year.flows;
            let groups = [&year.specialists, &year.st, &f.left, &f.retired, &f.finished, &f.stayed, &f.st_left];
            for mean in groups.into_iter().filter_map(each) {
                prop_assert!(mean >= least - d("0.000000000001") && mean <= most + d("0.000000000001"), "{}", mean);
            }
        }
    }

    #[test]
    fn a_plan_that_is_refused_names_the_first_year_with_too_few(world in plans(), year in 2026u16..=2040) {
        let retiring = format!("planned.retiring.{year}");
        let Ok(before) = world.years(Path::Middle) else { return Err(TestCaseError::reject("refused")) };
        let there = before.iter().find(|end| end.year + 1 == year).map_or_else(
            || pair(&world.setup().specialists)[0], |end| pair(&end.specialists)[0]);
        let world = world.with(&[(&retiring, "100000")]);
        let Err(PlanFault::TooFewLeft { year: told, there: found, gone }) = world.years(Path::Middle) else {
            panic!("a hundred thousand retired")
        };
        prop_assert_eq!((told, found), (year, there));
        prop_assert!(gone >= Decimal::from(100_000));
    }

    #[test]
    fn capacity_and_gap_are_those_of_the_stocks(world in plans()) {
        for year in world.years(Path::High).unwrap_or_default() {
            let away = |key: &str| Decimal::ONE - world.inputs().number(&super::staff_make::item(key)).unwrap_or_default();
            let [_, specialists] = pair(&year.specialists);
            let by_st: Decimal = year.cohorts.iter().map(|cohort| pair(&cohort.stock)[1] * d("550")).sum();
            let whole = specialists * away("duty.specialist.supervision") * d("1100") + by_st * away("duty.st.research");
            checked(&year.capacity, whole);
            checked(&year.gap, year.listed.value().decimal() - whole);
            prop_assert!(year.cohorts.iter().all(|cohort| (1..=6).contains(&training_year(cohort.halves))));
        }
    }
}

#[test]
fn when_all_have_retired_nothing_is_left() {
    // 2 heltid by 3 heads is 0.666...67 each, and three of them more than two
    let world = World::new(8_000, "2", "0").with(&[("heads.specialist", "3"), ("planned.retiring.2026", "3")]);
    let years = world.years(Path::Middle).unwrap();
    assert_eq!(pair(&years[0].specialists), [Decimal::ZERO; 2]);
    assert_eq!(years[1].per_specialist, None);
    assert_eq!(years[14].gap.value().decimal(), d("8000"));
}

#[test]
fn an_st_doctor_in_the_middle_of_each_year_finishes_when_the_rest_is_done() {
    // five and a half years are eleven halves; in the middle of year 5 one has nine of them
    let finished = |key: &str| {
        let world = World::new(8_000, "5", "0").with(&[(key, "1")]);
        let years = world.years(Path::Middle).unwrap();
        years.iter().find(|year| pair(&year.flows.finished)[0] == Decimal::ONE).map(|year| year.year)
    };
    let years = [2030, 2029, 2028, 2027, 2026, 2026].map(Some);
    assert_eq!([1, 2, 3, 4, 5, 6].map(|year| finished(&format!("fte.st{year}"))), years);
    assert_eq!(finished("planned.stStarts.2030"), Some(2035), "in mid-2030, so done in the end of 2035");
}

#[test]
fn a_path_takes_its_share_of_what_is_planned_and_all_who_retire() {
    let planned = [("planned.recruited.2026", "4"), ("planned.stStarts.2026", "2"), ("planned.retiring.2026", "1")];
    let world = World::new(8_000, "5", "0").with(&planned);
    let year = |path| world.years(path).unwrap().remove(0);
    let flows = |path| {
        let flows = year(path).flows;
        [flows.recruited, flows.started, flows.retired].map(|stock| pair(&stock)[0])
    };
    assert_eq!(flows(Path::Low), ["3", "1.5", "1"].map(d), "0.75 of four and of two");
    assert_eq!(flows(Path::Middle), ["4", "2", "1"].map(d));
    assert_eq!(flows(Path::High), ["5", "2.5", "1"].map(d), "1.25 of four and of two");
    let capacity = |path| year(path).capacity.value().decimal();
    assert_eq!(capacity(Path::Low), d("8525"), "(5 - 1 + 3) x 1,100 + 1.5 x 550");
}

#[test]
fn each_share_is_of_those_who_were_there() {
    let doctors = [("fte.st1", "4"), ("fte.st5", "5"), ("planned.recruited.2026", "9")];
    let shares = [("leaving", "0.1"), ("stLeaving", "0.2"), ("staying", "0.5")];
    let year = World::new(8_000, "10", "0").with(&doctors).with(&shares).years(Path::Middle).unwrap().remove(0);
    let flows =
        [&year.flows.left, &year.flows.st_left, &year.flows.finished, &year.flows.stayed].map(|stock| pair(stock)[0]);
    // 10 x 0.1; 4 x 0.2 + 5 x 0.2; the five of year 5 who are left; half of those
    assert_eq!(flows, ["1", "1.8", "4", "2"].map(d));
    assert_eq!((pair(&year.specialists)[0], pair(&year.st)[0]), (d("20"), d("3.2")), "10 - 1 + 9 + 2; 4 - 0.8");
}

#[test]
fn a_gap_has_a_cost_and_none_has_none() {
    let priced = |listed, guideline: &str| {
        let mut world = World::new(listed, "5", "0").with(&[("costPerFte", "1000000")]);
        world.guideline.specialist = world.guideline.specialist.edited(Measure::of(d(guideline)));
        world.years(Path::Middle).unwrap().remove(0).cost.map(|cost| cost.value().decimal())
    };
    assert_eq!(priced(7_700, "1100"), Some(d("2000000")), "(7,700 - 5,500) / 1,100 = 2 heltid");
    assert_eq!((priced(5_500, "1100"), priced(5_000, "1100")), (None, None));
    assert_eq!(priced(100_000_000, "0.00000000000000000001"), None, "10^28 heltid are too many to pay for");
}

#[test]
fn heads_without_heltid_stand_in_the_plan_with_one_heltid_each() {
    let world = World::new(8_000, "0", "0").with(&[("heads.specialist", "3"), ("heads.st2", "1"), ("fte.st4", "1")]);
    let setup = world.setup();
    assert_eq!(pair(&setup.specialists), ["3", "3"].map(d));
    let cohorts: Vec<_> = setup.cohorts.iter().map(|cohort| (cohort.halves, pair(&cohort.stock))).collect();
    assert_eq!(cohorts, [(3, ["1", "1"].map(d)), (7, ["1", "1"].map(d))]);
    let part_time = world.with(&[("fteEach.specialist", "0.8")]);
    assert_eq!(pair(&part_time.setup().specialists), ["3", "2.4"].map(d));
    // whoever is entered with no heltid at all is there, and works nothing
    let on_leave = part_time.with(&[("fte.st2", "0")]);
    let cohorts: Vec<_> = on_leave.setup().cohorts.iter().map(|cohort| pair(&cohort.stock)).collect();
    assert_eq!(cohorts, [["1", "0"].map(d), ["1", "1"].map(d)]);
}
