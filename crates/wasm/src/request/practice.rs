//! `simulatePractice`: a practice's list under one model.
use super::{
    object::Object,
    reader::{Reader, Request},
    tariff::tariff,
    values::{self, path},
};
use crate::problem::{Code, Path, Problem, Problems, Read};
use model::{
    bounds,
    cell::PerCell,
    comparison::Comparison,
    count::Count,
    net::{Net, ShareReading, net},
    outcome::{Outcome, WrongBands},
    practice::Practice,
    scenario::Scenario,
    tariff::Tariff,
    value::Key,
};

/// A practice and what the model pays.
#[derive(Debug)]
pub struct PracticeRequest {
    /// Every amount of the model.
    pub tariff: Tariff,
    /// The list; cells that were not given have nobody.
    pub practice: Practice,
    /// The year of the drug cost.
    pub cost_year: u16,
    /// Where the cost share is drawn.
    pub reading: ShareReading,
}

impl Request for PracticeRequest {
    fn read(object: &mut Object<'_>, reader: &mut Reader<'_>) -> Read<Self> {
        let start = values::start(object, reader);
        let in_force = values::start_from(catalog::SKANE_2026, reader)?.start.cost_year;
        let (takes, problems) = (start.as_ref().ok().map(takes), &mut reader.problems);
        let year =
            object.optional("costYear").map(|place| place.whole(bounds::YEAR.whole_range(), problems)).transpose();
        let values = object.required("values", problems);
        let values = values.and_then(|place| values::values(&place, takes.as_deref(), problems));
        let scenario = start?.apply(&values?);
        let practice = practice(&scenario, problems);
        let tariff = tariff(&scenario, reader);
        let cost_year = year?.and_then(|year| u16::try_from(year).ok()).unwrap_or(in_force);
        Ok(Self { tariff: tariff?, practice: practice?, cost_year, reading: scenario.practice().reading })
    }
}

/// The model's keys and those of a practice.
fn takes(start: &Scenario) -> Vec<Key> {
    let factors = start.start.case_mix().into_iter().flat_map(|mix| mix.factors().collect::<Vec<_>>());
    let listed = start.start.bands.cells().map(Key::Listed);
    let affected = factors.map(|factor| Key::Affected(factor.id.clone()));
    let own = listed.chain(affected).chain([Key::DrugCost, Key::Reading]);
    start.keys_of_payment().into_iter().chain(own).collect()
}

/// The practice as given: a cell or a factor that was left out has nobody, but nobody is not the same as not known.
fn practice(scenario: &Scenario, problems: &mut Problems) -> Read<Practice> {
    let input = scenario.practice();
    let all: Count = input.listed.values().copied().sum();
    let values = Path::default().member("values");
    let mut whole = Ok(());
    if input.listed.is_empty() {
        let message = "list nobody; give at least one age band, as \"listed.woman.60-64\": \"300\"";
        whole = Err(problems.tell(Problem::new(Code::Empty, &values, message)));
    } else if input.affected.is_empty() && scenario.start.case_mix().is_some() {
        let message = "lack persons with conditions, and the model pays for them; give at least one condition, as \
                       \"affected.<condition>\": \"0\"";
        whole = Err(problems.tell(Problem::new(Code::Empty, &values, message)));
    }
    for (id, _) in input.affected.iter().filter(|(_, count)| **count > all) {
        let message = format!("is more than the {} listed; give at most so many", all.get());
        let problem = Problem::new(Code::MoreThanListed, &path(&Key::Affected(id.clone())), message);
        whole = Err(problems.tell(problem.with("listed", all.get())));
    }
    let listed = PerCell::from_fn(&scenario.start.bands, |cell| input.listed.get(&cell).copied().unwrap_or_default());
    whole.map(|()| Practice { listed, affected: input.affected.clone(), drug_cost: input.drug_cost })
}

/// What a practice is paid.
#[derive(Debug)]
pub struct Paid {
    /// Lines and their sum.
    pub outcome: Outcome,
    /// Payment against drug cost, where the cost is known and of the year that the model is for.
    pub net: Option<Net>,
}

impl PracticeRequest {
    /// Whether the payment may be set against the cost.
    pub fn comparison(&self) -> Comparison {
        Comparison::with_costs(&self.tariff.model, self.cost_year)
    }

    /// Works it out. Error: the model's table has other bands than the model itself.
    pub fn paid(&self) -> Result<Paid, WrongBands> {
        let outcome = self.tariff.practice(&self.practice)?;
        let cost = self.practice.drug_cost;
        let cost = cost.filter(|_| self.comparison().has_net());
        let net = cost.map(|cost| net(&outcome.payment, cost, &self.tariff.cost_share, self.reading));
        Ok(Paid { outcome, net })
    }
}
