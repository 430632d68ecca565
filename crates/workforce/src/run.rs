//! One run of a plan: whole doctors, year after year, in the order of the exact plan. Keeps no statistics.
use crate::{
    numbers::{Crew, Numbers},
    sampler::{Poisson, Sampler},
};
use model::staffing::plan::training_year;

/// The laws of a year's events.
pub(crate) struct Laws {
    recruited: Poisson,
    st_starts: Poisson,
    retiring: f64,
}

/// The end of a year.
#[derive(Clone, Copy, Debug)]
pub(crate) struct End {
    /// Persons that all doctors cover.
    pub(crate) capacity: f64,
    /// The list.
    pub(crate) listed: f64,
}

/// A run under way.
pub(crate) struct Run<'a> {
    numbers: &'a Numbers,
    specialists: Crew,
    cohorts: Vec<(u8, Crew)>,
    listed: f64,
}

impl Crew {
    /// So many who have this heltid each.
    fn new(doctors: u32, each: f64) -> Self {
        Self { doctors, heads: f64::from(doctors), fte: f64::from(doctors) * each }
    }

    /// So many of them; which ones makes no difference.
    fn part(&self, doctors: u32) -> Self {
        if doctors >= self.doctors {
            return *self;
        }
        let share = f64::from(doctors) / f64::from(self.doctors);
        Self { doctors, heads: self.heads * share, fte: self.fte * share }
    }

    fn without(&self, doctors: u32) -> Self {
        self.part(self.doctors.saturating_sub(doctors))
    }

    fn join(&mut self, others: &Self) {
        self.doctors += others.doctors;
        self.heads += others.heads;
        self.fte += others.fte;
    }
}

/// The laws of every year.
pub(crate) fn laws(numbers: &Numbers) -> Vec<Laws> {
    let laws = numbers.years.iter().map(|year| Laws {
        recruited: Poisson::new(year.recruited),
        st_starts: Poisson::new(year.st_starts),
        retiring: year.retiring,
    });
    laws.collect()
}

impl<'a> Run<'a> {
    pub(crate) fn new(numbers: &'a Numbers) -> Self {
        let (specialists, cohorts) = (numbers.specialists, numbers.cohorts.clone());
        Self { numbers, specialists, cohorts, listed: numbers.listed }
    }

    /// A year later.
    pub(crate) fn year(&mut self, laws: &Laws, sampler: &mut Sampler) -> End {
        let of = self.numbers;
        let gone = self.gone(laws.retiring, sampler);
        self.specialists = self.specialists.without(gone);
        self.specialists.join(&Crew::new(sampler.poisson(&laws.recruited), of.recruit_fte));
        let started = sampler.poisson(&laws.st_starts);
        for (halves, crew) in &mut self.cohorts {
            *halves = halves.saturating_add(2);
            *crew = crew.without(sampler.binomial(crew.doctors, of.st_leaving));
        }
        if started > 0 {
            self.cohorts.push((1, Crew::new(started, of.st_fte)));
        }
        let mut finished = Crew::default();
        self.cohorts.retain(|(halves, crew)| {
            let done = *halves >= of.halves;
            if done {
                finished.join(crew);
            }
            !done && crew.doctors > 0
        });
        let stayed = sampler.binomial(finished.doctors, of.staying);
        self.specialists.join(&finished.part(stayed));
        self.listed *= 1.0 + of.growth + self.deviation(sampler);
        End { capacity: self.capacity(), listed: self.listed }
    }

    /// Specialists who retire or leave. Retirements are planned in heads; whoever does not retire leaves with the
    /// probability that keeps the plan's share of all who were there.
    fn gone(&self, retiring: f64, sampler: &mut Sampler) -> u32 {
        let Crew { doctors, heads, .. } = self.specialists;
        if doctors == 0 || heads <= 0.0 {
            return 0;
        }
        let all = f64::from(doctors);
        let retired = if retiring > 0.0 { sampler.whole((retiring * all / heads).min(all)) } else { 0 };
        match doctors.saturating_sub(retired) {
            0 => doctors,
            left => retired + sampler.binomial(left, self.numbers.leaving * all / f64::from(left)),
        }
    }

    /// How far the year's growth is from the planned one: alike to both sides, and never so far that the list is less
    /// than nobody.
    fn deviation(&self, sampler: &mut Sampler) -> f64 {
        let of = self.numbers;
        if of.growth_spread <= 0.0 {
            return 0.0;
        }
        of.growth_spread * sampler.normal_within(((1.0 + of.growth) / of.growth_spread).min(3.0))
    }

    fn capacity(&self) -> f64 {
        let of = self.numbers;
        let by_st = self.cohorts.iter().map(|(halves, crew)| {
            let year = usize::from(training_year(*halves)).saturating_sub(1);
            crew.fte * of.st_covers.get(year).copied().unwrap_or_default()
        });
        self.specialists.fte * of.covers + by_st.sum::<f64>() + of.by_others
    }
}
