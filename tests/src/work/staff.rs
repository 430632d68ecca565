//! Fast läkarkontakt: the situation, the cross-checks, the plan and the list counted by its work, with the shipped
//! numbers where none is given.
use super::number;
use crate::{
    Worked,
    case::{Doctors, People},
    figure::Figure,
};
use model::{
    age::{AgeBand, AgeBands},
    case_mix::Reference,
    cell::PerCell,
    citation::{Citation, Status},
    count::Count,
    entries::Entries,
    id::Id,
    localized::Localized,
    measure::{Fte, Measure, PersonsPerFte},
    staffing::{
        Guideline, StaffingOutcome, demand,
        item::Item,
        need,
        plan::{Path, PlanYear, Setup},
        situation,
        staff::{Inputs, Shipped, Staff},
        wisn, years,
    },
};
use std::rc::Rc;

struct World {
    guideline: Guideline,
    staff: Staff,
    shipped: Shipped,
}

impl World {
    fn of(given: &Doctors) -> Result<Self, String> {
        let mut guideline = catalog::shipped().guideline;
        if let Some(persons) = &given.guideline {
            guideline.specialist = guideline.specialist.edited(PersonsPerFte::of(number(persons)?));
        }
        let (specialists, st) = (Fte::of(number(&given.specialists)?), Fte::of(number(&given.st)?));
        let mut staff = Staff::of(count(given.listed)?, specialists, st);
        for (key, value) in &given.numbers {
            let item = Item::read(key).ok_or_else(|| format!("no number is called {key}"))?;
            let value = number(value)?;
            if !item.takes(value) {
                return Err(format!("{key} cannot be {value}"));
            }
            staff.enter(&[(item, Some(value))]);
        }
        Ok(Self { guideline, staff, shipped: catalog::staffing() })
    }

    fn inputs(&self) -> Inputs<'_> {
        let Self { guideline, staff, shipped } = self;
        Inputs { guideline, staff, shipped }
    }

    fn situation(&self) -> situation::Situation {
        situation::situation(&self.inputs())
    }
}

fn count(persons: u32) -> Result<Count, String> {
    Count::new(persons.into()).ok_or_else(|| format!("{persons} are too many persons"))
}

/// The figures of the short calculation.
pub(super) fn of_outcome(outcome: &StaffingOutcome) -> Vec<Figure> {
    let sure = [
        Figure::new("by_specialists", &outcome.by_specialists),
        Figure::new("by_st", &outcome.by_st),
        Figure::new("capacity", &outcome.capacity),
        Figure::new("gap", &outcome.gap),
    ];
    let divided = [Figure::optional("gap_fte", &outcome.gap_fte), Figure::optional("need", &outcome.need)];
    let listed =
        [Figure::optional("per_specialist", &outcome.per_specialist), Figure::optional("coverage", &outcome.coverage)];
    sure.into_iter().chain(divided.into_iter().chain(listed).flatten()).collect()
}

pub(super) fn situation(given: &Doctors) -> Worked {
    let situation = World::of(given)?.situation();
    let more = [Figure::new("time", &situation.time), Figure::new("by_others", &situation.by_others)];
    let named = Figure::optional("named_share", &situation.named_share);
    Ok(of_outcome(&situation.outcome).into_iter().chain(more).chain(named).collect())
}

pub(super) fn demand(given: &Doctors) -> Worked {
    let world = World::of(given)?;
    let found = demand::demand(&world.inputs(), &world.situation()).ok_or("a number of visits is missing")?;
    Ok(vec![
        Figure::new("visits", &found.visits),
        Figure::new("per_fte", &found.per_fte),
        Figure::new("demanded", &found.demanded),
        Figure::new("need", &found.need),
        Figure::new("gap", &found.gap),
    ])
}

pub(super) fn wisn(given: &Doctors) -> Worked {
    let world = World::of(given)?;
    let found = wisn::wisn(&world.inputs(), &world.situation()).ok_or("no working time or no work")?;
    let figures = vec![
        Figure::new("working_time", &found.working_time),
        Figure::new("hours", &found.hours),
        Figure::new("basic", &found.basic),
        Figure::new("with_shared", &found.with_shared),
        Figure::new("need", &found.need),
        Figure::new("gap", &found.gap),
    ];
    Ok(figures.into_iter().chain(Figure::optional("ratio", &found.ratio)).collect())
}

pub(super) fn plan(given: &Doctors, shown: u16) -> Worked {
    let world = World::of(given)?;
    let of = world.inputs();
    let setup = Setup::of(&of, &world.situation());
    let years = years::years(&of, &setup, Path::Middle).map_err(|fault| format!("{fault:?}"))?;
    Ok(years.iter().take(shown.into()).flat_map(of_year).collect())
}

fn of_year(year: &PlanYear) -> Vec<Figure> {
    let named = |figure: &str| format!("{figure}_{}", year.year);
    let sure = [
        Figure::new(&named("heads"), &year.specialists.heads),
        Figure::new(&named("fte"), &year.specialists.fte),
        Figure::new(&named("st"), &year.st.fte),
        Figure::new(&named("listed"), &year.listed),
        Figure::new(&named("capacity"), &year.capacity),
        Figure::new(&named("gap"), &year.gap),
    ];
    sure.into_iter().chain(Figure::optional(&named("gap_fte"), &year.gap_fte)).collect()
}

pub(super) fn need(given: &Doctors, list: &People, reference: &People) -> Worked {
    let world = World::of(given)?;
    let affected = list.affected.iter().map(|(id, cells)| Ok((Id::new(id), count(cells.iter().sum())?)));
    let affected = affected.collect::<Result<Entries<_, _>, String>>()?;
    let lists = (&per_cell(&list.listed)?, &affected);
    let found = need::need(&world.inputs(), &world.situation(), lists, &reference_of(reference)?);
    let found = found.map_err(|missing| format!("{missing:?}"))?;
    let sure = [Figure::new("index", &found.index), Figure::new("list", &found.list), Figure::new("gap", &found.gap)];
    let divided = [Figure::optional("need", &found.need), Figure::optional("gap_fte", &found.gap_fte)];
    Ok(sure.into_iter().chain(divided.into_iter().flatten()).collect())
}

fn per_cell(persons: &[u32; 4]) -> Result<PerCell<Count>, String> {
    let ages = [(0, Some(64)), (65, None)].map(|(low, high)| AgeBand { low, high });
    let bands = AgeBands::new(ages.to_vec()).map_err(|faults| format!("{faults:?}"))?;
    let counts: Vec<Count> = persons.iter().map(|n| count(*n)).collect::<Result<_, _>>()?;
    PerCell::from_values(&bands, counts).ok_or_else(|| "four cells".to_owned())
}

fn reference_of(people: &People) -> Result<Reference, String> {
    let affected = people.affected.iter().map(|(id, cells)| Ok((Id::new(id), per_cell(cells)?)));
    let (source, heading) = (Id::new("worked-example"), Rc::from("reference population"));
    let citation = Citation { source, heading, lines: None, status: Status::Illustrative, note: None };
    Ok(Reference {
        id: Id::new("four-cells"),
        name: Localized::new("Four cells", "Four cells"),
        listed: per_cell(&people.listed)?,
        citation: Rc::new(citation),
        affected: affected.collect::<Result<_, String>>()?,
        affected_citations: Entries::new(),
    })
}
