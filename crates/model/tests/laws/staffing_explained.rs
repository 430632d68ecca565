//! Every figure of Fast läkarkontakt can be made anew from the figures it was made of, down to given and cited ones.
use super::{
    edits::start,
    explained::Walked,
    make::{count, reference},
    staff_make::{World, number, plans, practice_staff},
};
use model::{
    cell::PerCell,
    id::Id,
    measure::Measure,
    staffing::{
        StaffingOutcome,
        demand::demand,
        need::need,
        plan::{Path, PlanYear, Stock},
        practices::practices,
        situation::Situation,
        wisn::wisn,
    },
};
use proptest::{collection::vec, prelude::*};
use rust_decimal::Decimal;
use std::collections::HashSet;

impl Walked {
    fn outcome_of_doctors(&mut self, outcome: &StaffingOutcome) {
        [&outcome.by_specialists, &outcome.by_st, &outcome.capacity, &outcome.gap]
            .into_iter()
            .for_each(|figure| self.figure(figure));
        outcome.gap_fte.iter().chain(&outcome.need).for_each(|figure| self.figure(figure));
        outcome.per_specialist.iter().for_each(|figure| self.figure(figure));
        outcome.coverage.iter().for_each(|figure| self.figure(figure));
    }

    fn situation(&mut self, situation: &Situation) {
        self.outcome_of_doctors(&situation.outcome);
        [&situation.listed, &situation.by_others].into_iter().for_each(|figure| self.figure(figure));
        self.figure(&situation.time);
        situation.named_share.iter().for_each(|figure| self.figure(figure));
        situation.unnamed.iter().for_each(|figure| self.figure(figure));
        for doctors in &situation.doctors {
            [&doctors.fte, &doctors.time].into_iter().for_each(|figure| self.figure(figure));
            self.figure(&doctors.covers);
        }
    }

    fn stock(&mut self, stock: &Stock) {
        self.figure(&stock.heads);
        self.figure(&stock.fte);
    }

    fn year(&mut self, year: &PlanYear) {
        let f = &year.flows;
        [&f.left, &f.retired, &f.recruited, &f.finished, &f.stayed, &f.started, &f.st_left]
            .into_iter()
            .for_each(|stock| self.stock(stock));
        [&year.specialists, &year.st].into_iter().for_each(|stock| self.stock(stock));
        year.cohorts.iter().for_each(|cohort| self.stock(&cohort.stock));
        [&year.listed, &year.capacity, &year.gap].into_iter().for_each(|figure| self.figure(figure));
        year.gap_fte.iter().for_each(|figure| self.figure(figure));
        year.coverage.iter().for_each(|figure| self.figure(figure));
        year.per_specialist.iter().for_each(|figure| self.figure(figure));
        year.cost.iter().for_each(|figure| self.figure(figure));
    }

    fn cross_checks(&mut self, world: &World) {
        let (of, situation) = (world.inputs(), world.situation());
        if let Some(found) = demand(&of, &situation) {
            [&found.visits, &found.demanded].into_iter().for_each(|figure| self.figure(figure));
            [&found.need, &found.gap].into_iter().for_each(|figure| self.figure(figure));
            self.figure(&found.per_fte);
        }
        if let Some(found) = wisn(&of, &situation) {
            found.activities.iter().for_each(|(_, hours)| self.figure(hours));
            [&found.working_time, &found.hours].into_iter().for_each(|figure| self.figure(figure));
            [&found.basic, &found.with_shared, &found.need, &found.gap]
                .into_iter()
                .for_each(|figure| self.figure(figure));
            found.ratio.iter().for_each(|figure| self.figure(figure));
        }
    }
}

fn walked() -> Walked {
    Walked(HashSet::new())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn situations_and_plans(world in plans()) {
        let mut walked = walked();
        let world = world.with(&[("named", "17"), ("costPerFte", "1250000")]);
        walked.situation(&world.situation());
        for path in [Path::Low, Path::Middle, Path::High] {
            world.years(path).unwrap_or_default().iter().for_each(|year| walked.year(year));
        }
    }

    #[test]
    fn demand_and_work(numbers in vec(number(), 0..40)) {
        let mut world = World::new(8_000, "5.5", "2").with(&[
            ("visitsPerListed", "2"), ("visitsPerDay", "12"), ("visitDays", "210"), ("workDays", "210"),
            ("workHours", "8"), ("volume.visits", "16000"), ("hoursEach.visits", "0.5"), ("ownWork", "300"),
        ]);
        walked().cross_checks(&world);
        world.staff.enter(&numbers.into_iter().map(|(item, value)| (item, Some(value))).collect::<Vec<_>>());
        walked().situation(&world.situation());
        walked().cross_checks(&world);
    }

    #[test]
    fn needs_and_practices(cells in vec(1u32..=9_000, 6), rows in vec((0u32..=20_000, 0i64..=150, 0i64..=60), 1..6)) {
        let world = World::new(9_000, "5", "2").with(&[
            ("workload.woman.0", "0.9"), ("workload.man.0", "0.8"), ("workload.man.65", "1.7"), ("workloadOf.a", "1.5"),
        ]);
        let bands = start().bands.clone();
        let listed = PerCell::from_values(&bands, cells.iter().map(|n| count(*n)).collect()).unwrap();
        let affected = [(Id::new("a"), count(7))].into();
        let reference = reference(&bands, &[20, 30, 40, 50, 60, 0], &[("a", &[1, 2, 3, 4, 5, 0])]);
        let found = need(&world.inputs(), &world.situation(), (&listed, &affected), &reference).unwrap();
        let mut walked = walked();
        walked.figure(&found.index);
        [&found.list, &found.gap].into_iter().for_each(|figure| walked.figure(figure));
        found.need.iter().chain(&found.gap_fte).for_each(|figure| walked.figure(figure));
        let fte = |n: i64| Measure::of(Decimal::new(n, 1));
        let rows = rows.iter().map(|(listed, specialists, st)| {
            practice_staff("one", count(*listed), fte(*specialists), fte(*st))
        });
        let mut world = world;
        world.staff.practices = rows.collect();
        let region = practices(&world.inputs());
        for practice in &region.practices {
            [&practice.capacity, &practice.gap, &practice.closed].into_iter().for_each(|figure| walked.figure(figure));
            practice.gap_fte.iter().for_each(|figure| walked.figure(figure));
            practice.coverage.iter().for_each(|figure| walked.figure(figure));
        }
        [&region.listed, &region.capacity, &region.gap].into_iter().for_each(|figure| walked.figure(figure));
        region.need.iter().chain(&region.gap_fte).for_each(|figure| walked.figure(figure));
        region.per_specialist.iter().for_each(|figure| walked.figure(figure));
    }
}
