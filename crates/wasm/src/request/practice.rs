//! `simulatePractice`: a practice's list under one model.
use super::{
    cells,
    factors::by_factor,
    object::Object,
    place::Place,
    reader::{Reader, Request},
    terms,
};
use crate::problem::{Code, Path, Problem, Problems, Read};
use model::{
    bounds,
    cell::{Cell, PerCell},
    comparison::Comparison,
    count::Count,
    entries::Entries,
    id::Id,
    measure::MonthlyMoney,
    net::{Net, ShareReading, net},
    outcome::{Outcome, WrongBands},
    payment_model::PaymentModel,
    practice::Practice,
    tariff::Tariff,
};

/// Where the cost share is drawn, by name.
pub const READINGS: [(&str, ShareReading); 2] = [("inTable", ShareReading::InTable), ("atNet", ShareReading::AtNet)];

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
        let model = terms::model(object, reader);
        let (known, problems) = (model.as_deref().ok(), &mut reader.problems);
        let listed = object.required("listed", problems).and_then(|place| listed(&place, known, problems));
        let affected = affected(object, known, listed.as_ref().ok(), problems);
        let cost = object.optional("drugCost").map(|place| place.decimal(&bounds::DRUG_COST, problems)).transpose();
        let year =
            object.optional("costYear").map(|place| place.whole(bounds::YEAR.whole_range(), problems)).transpose();
        let reading = object.optional("costShareReading").map(|place| place.one_of(&READINGS, problems)).transpose();
        let values = terms::values(object, known, problems);
        let model = model?;
        let tariff = terms::tariff(&model, &values?, reader);
        let listed = listed?;
        let listed = PerCell::from_fn(&model.bands, |cell| listed.get(&cell).copied().unwrap_or_default());
        let practice = Practice { listed, affected: affected?, drug_cost: cost?.map(MonthlyMoney::new) };
        let cost_year = year?.and_then(|year| u16::try_from(year).ok()).unwrap_or_else(|| in_force(reader));
        Ok(Self { tariff: tariff?, practice, cost_year, reading: reading?.unwrap_or_default() })
    }
}

/// The year of the costs that the table in force is for.
fn in_force(reader: &Reader<'_>) -> u16 {
    reader.catalogue.model(&Id::new(catalog::SKANE_2026)).map_or(0, |model| model.cost_year)
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

/// A number of persons.
pub fn count(place: &Place<'_>, problems: &mut Problems) -> Read<Count> {
    let persons = place.whole(bounds::PERSONS.whole_range(), problems)?;
    Ok(Count::new(u64::from(persons)).unwrap_or_default())
}

fn listed(place: &Place<'_>, model: Option<&PaymentModel>, problems: &mut Problems) -> Read<Entries<Cell, Count>> {
    let rows = cells::rows(place, model.map(|model| model.bands.bands()), ("count", count), problems)?;
    let empty = || place.problem(Code::Empty, "has no rows; give at least one age band with its count");
    if rows.is_empty() { Err(problems.tell(empty())) } else { Ok(rows) }
}

/// Persons by factor. A model with conditions needs them: nobody is not the same as not known.
fn affected(
    object: &mut Object<'_>,
    model: Option<&PaymentModel>,
    listed: Option<&Entries<Cell, Count>>,
    problems: &mut Problems,
) -> Read<Entries<Id, Count>> {
    let Some(place) = object.optional("affected") else {
        let needed = model.is_some_and(|model| model.case_mix().is_some());
        return if needed { Err(problems.tell(not_known())) } else { Ok(Entries::new()) };
    };
    let affected = by_factor(&place, model, count, problems)?;
    let Some(listed) = listed else { return Ok(affected) };
    let all: Count = listed.values().copied().sum();
    let mut whole = Ok(());
    for (id, _) in affected.iter().filter(|(_, count)| **count > all) {
        let path = place.path.member(id.as_str());
        let message = format!("is more than the {} listed; give at most so many", all.get());
        whole = Err(problems.tell(Problem::new(Code::MoreThanListed, &path, message).with("listed", all.get())));
    }
    whole.map(|()| affected)
}

fn not_known() -> Problem {
    let message = "is missing, and the model pays for conditions; give persons by condition (`{}` if nobody has any)";
    Problem::new(Code::MissingField, &Path::default().member("affected"), message)
}
