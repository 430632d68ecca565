//! Works a case out through the public API of the core and the catalog.
use crate::{
    Worked,
    case::{Given, OneCell, Person, Sex},
    figure::Figure,
};
use model::{
    age::Age,
    atc::AtcCode,
    case_mix::ConditionSet,
    compare::{change, split_change},
    count::Count,
    id::Id,
    measure::{Fte, Measure, MonthlyMoney, Share},
    net::{ShareReading, net},
    outcome::Outcome,
    payment_model::PaymentModel,
    practice,
    proxy::Dispensing,
    sex,
    staffing::{
        staff::{Inputs, Shipped, Staff},
        staffing,
    },
    tariff::Tariff,
    term::Term,
    trace::Traced,
};
use rust_decimal::Decimal;
use std::rc::Rc;

mod one_cell;
mod staff;

pub fn work(given: &Given) -> Worked {
    match given {
        Given::Person(person) => Ok(person_figures(&paid_for(person)?)),
        Given::TwoPersons { a, b } => two_persons(a, b),
        Given::Cell(cell) => one_cell(cell),
        Given::Staffing { listed, specialists, st } => doctors(*listed, specialists, st),
        Given::Situation(given) => staff::situation(given),
        Given::Demand(given) => staff::demand(given),
        Given::Wisn(given) => staff::wisn(given),
        Given::Plan { doctors, years } => staff::plan(doctors, *years),
        Given::Need { doctors, list, reference } => staff::need(doctors, list, reference),
        Given::Net { payment, cost, share, drawn_at_net } => {
            let reading = if *drawn_at_net { ShareReading::AtNet } else { ShareReading::InTable };
            net_figures(payment, cost, share, reading)
        }
        Given::Split { earlier, later, sex, age } => split(earlier, later, *sex, *age),
    }
}

fn number(text: &str) -> Result<Decimal, String> {
    text.parse().map_err(|_| format!("{text} is no number"))
}

fn model(id: &str) -> Result<Rc<PaymentModel>, String> {
    catalog::shipped().model(&Id::new(id)).cloned().ok_or_else(|| format!("no shipped model {id}"))
}

fn tariff(model: &Rc<PaymentModel>) -> Result<Tariff, String> {
    model.tariff().map_err(|errors| format!("{errors:?}"))
}

fn sex_of(sex: Sex) -> sex::Sex {
    match sex {
        Sex::Woman => sex::Sex::Woman,
        Sex::Man => sex::Sex::Man,
    }
}

fn person_figures(outcome: &Outcome) -> Vec<Figure> {
    let figures = [Figure::new("payment", &outcome.payment), Figure::new("conditions", &outcome.case_mix())];
    figures.into_iter().collect()
}

fn two_persons(a: &Person, b: &Person) -> Worked {
    let (a, b) = (paid_for(a)?, paid_for(b)?);
    let difference = change(&a.payment, &b.payment);
    Ok(vec![Figure::new("a", &a.payment), Figure::new("b", &b.payment), Figure::new("difference", &difference)])
}

fn paid_for(person: &Person) -> Result<Outcome, String> {
    let model = model(&person.model)?;
    let (sex, age, mut dispensed) = who(person)?;
    for code in &person.collected {
        let atc = AtcCode::parse(code).ok_or_else(|| format!("{code} is no ATC code"))?;
        dispensed.push(Dispensing { atc, months_ago: 0, packages: 1, ddd: Decimal::from(30) });
    }
    let conditions = model.case_mix().map_or(ConditionSet::EMPTY, |mix| mix.shown_by(&dispensed));
    Ok(tariff(&model)?.person(&practice::Person { sex, age, conditions }).0)
}

fn who(person: &Person) -> Result<(sex::Sex, Age, Vec<Dispensing>), String> {
    match (&person.who, person.sex, person.age) {
        (Some(id), None, None) => {
            let shipped = catalog::shipped();
            let found = shipped.persons.iter().find(|persona| persona.id.as_str() == id);
            let found = found.ok_or_else(|| format!("no shipped person {id}"))?;
            Ok((found.sex, found.age, found.dispensed.clone()))
        }
        (None, Some(sex), Some(age)) => Ok((sex_of(sex), age, Vec::new())),
        _ => Err("a person is either shipped (who) or given by sex and age".to_owned()),
    }
}

fn one_cell(cell: &OneCell) -> Worked {
    let model = Rc::new(one_cell::model(cell)?);
    let tariff = tariff(&model)?;
    let pays = |conditions| tariff.person(&practice::Person { sex: sex::Sex::Man, age: one_cell::AGE, conditions }).0;
    let (healthy, all) = (pays(ConditionSet::EMPTY), pays(ConditionSet::of(0..cell.weights.len())));
    let population = tariff.practice(&one_cell::population(&model)).map_err(|error| format!("{error:?}"))?;
    let figures = [Figure::new("base", &healthy.payment), Figure::new("all", &all.payment)];
    let totals = [Figure::new("population", &population.payment)];
    Ok(figures.into_iter().chain(totals).chain(Figure::optional("mean", &population.per_listed())).collect())
}

fn doctors(listed: u32, specialists: &str, st: &str) -> Worked {
    let listed = Count::new(listed.into()).ok_or("too many listed")?;
    let staff = Staff::of(listed, Fte::of(number(specialists)?), Fte::of(number(st)?));
    let guideline = catalog::shipped().guideline;
    Ok(staff::of_outcome(&staffing(&Inputs { guideline: &guideline, staff: &staff, shipped: &Shipped::default() })))
}

fn net_figures(payment: &str, cost: &str, share: &str, reading: ShareReading) -> Worked {
    let payment = Traced::input(Term::Payment, MonthlyMoney::of(number(payment)?));
    let share = Traced::input(Term::CostShare, Share::of(number(share)?));
    let result = net(&payment, MonthlyMoney::of(number(cost)?), &share, reading);
    Ok(vec![Figure::new("carried", &result.carried), Figure::new("net", &result.net)])
}

fn split(earlier: &str, later: &str, sex: Sex, age: Age) -> Worked {
    let (earlier, later) = (tariff(&model(earlier)?)?, tariff(&model(later)?)?);
    let split = split_change(&earlier, &later).ok_or("the models cannot be compared cell by cell")?;
    let (_, cell) = split.of_person(sex_of(sex), age).ok_or("no such cell")?;
    Ok(vec![
        Figure::new("from", &cell.from),
        Figure::new("to", &cell.to),
        Figure::new("by_share", &cell.by_share),
        Figure::new("unexplained", &cell.unexplained),
        Figure::new("total", &cell.total),
    ])
}
