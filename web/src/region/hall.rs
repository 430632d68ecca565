//! The worker's end: keeps the persons of one region and answers orders about them. Everything heavy of the view is
//! here, in a piece of its own that only the worker fetches. Knows no page.
use super::{
    export_hall::{Of, exported},
    fit_hall::fitted,
    fit_order::FitOrder,
    known::{conditions, rules},
    order::{Amounts, Answer, Difference, Exported, Facts, Kind, Order, Paid, Prediction, Protect, Subgroup},
    reading::Reading,
    sensitivity::{resample, swing},
};
use crate::{
    desk::{
        read_file::Tell,
        work::{Said, bytes},
    },
    state::House,
};
use catalog::Catalogue;
use gloo_timers::future::TimeoutFuture;
use model::{
    identity_number::LookAlikes,
    localized::Localized,
    measure::{Measure, YearlyMoney},
    payment_model::PaymentModel,
    sex::Sex,
};
use register::{
    aims::aims,
    evaluate::Evaluation,
    frame::Frame,
    ingest::{Limits, Reader},
    merge::{Merge, coarse},
    rates::Rates,
    register::{Origin, Register},
    statistics::{self, SubgroupKind, age_groups, subgroups},
    summary::Summary,
    synthetic::{self, Assumptions, Numbers, Practices},
    unmet::unmet,
};
use rust_decimal::prelude::ToPrimitive;
use std::{
    cell::{Cell, RefCell},
    future::Future,
    pin::Pin,
};
use web_sys::Blob;

thread_local! {
    static LATEST: Cell<u32> = const { Cell::new(0) };
    static KEPT: RefCell<Option<Kept>> = const { RefCell::new(None) };
}

/// The region that the worker keeps.
struct Kept {
    register: Register,
    summary: Summary,
    /// Whose tables it is paid by, where they are another region's.
    paid_by: Option<Localized>,
    /// Kept, so that the next one moves on from it.
    found: Evaluation,
}

/// Answers one order.
pub fn answer(order: String, file: Option<Blob>, tell: Tell) -> Pin<Box<dyn Future<Output = ()>>> {
    Box::pin(async move {
        let order = serde_json::from_str(&order).ok();
        let answered = match order {
            Some(Order::Make { region, seed, model }) => make(&region, seed, &model, &tell),
            Some(Order::Read { model, answers }) => read(file, &model, answers.look_alikes, &tell).await,
            Some(Order::Fit(order)) => Some(fit(order)),
            Some(Order::Export { model, scenario, protect }) => {
                Some(Answer::Exported(export(&model, &scenario, protect.as_ref())))
            }
            Some(Order::Pay { turn, lanes }) => {
                LATEST.set(turn);
                if let Some(first) = pay(turn, &lanes) {
                    tell(&said(&first));
                }
                // while a slider moves, the next order comes before what takes longer is worth its time
                TimeoutFuture::new(0).await;
                if LATEST.get() != turn {
                    return;
                }
                if sort() {
                    pay(turn, &lanes);
                }
                refined(turn)
            }
            Some(Order::Swing(key, asked)) => {
                let found = KEPT.with(|kept| {
                    let kept = kept.try_borrow().ok()?;
                    let kept = kept.as_ref()?;
                    match &asked.protect {
                        Some(protect) => swing(&told(kept, protect), &asked),
                        None => swing(&kept.summary, &asked),
                    }
                });
                Some(Answer::Swung(key, found))
            }
            Some(Order::Resample(key, asked)) => {
                let found = resample(&asked);
                Some(Answer::Resampled(key, found))
            }
            None => None,
        };
        match answered {
            Some(answer) => tell(&said(&answer)),
            None => tell(&Said::Broke(String::new())),
        }
    })
}

fn said(answer: &Answer) -> Said {
    Said::Done(serde_json::to_string(answer).unwrap_or_default())
}

/// Sorts the costs; whether that was still to be done.
fn sort() -> bool {
    KEPT.with(|kept| {
        let Ok(mut kept) = kept.try_borrow_mut() else { return false };
        let Some(kept) = kept.as_mut() else { return false };
        !kept.summary.is_sorted() && kept.summary.sort(&kept.register).is_ok()
    })
}

fn make(region: &str, seed: u64, model: &str, tell: &Tell) -> Option<Answer> {
    tell(&Said::Progress(5));
    let house = House::shipped()?;
    let region = catalog::regions().into_iter().find(|one| one.id.as_str() == region)?;
    let models = rules(&house, model)?;
    let catalogue = Catalogue::shipped();
    // the same persons whichever model is looked at
    let (drawn, others) = catalogue.made_up_by()?;
    let tariff = drawn.tariff().ok()?;
    let rows = catalog::synthetic();
    let number = |id: &str| rows.iter().find(|one| one.id.as_str() == id)?.value.value.decimal().to_f64();
    let numbers = Numbers::read(number)?;
    let practices = Practices::of(&region.practices, |name| name.sv.to_string());
    let population = &region.population.persons;
    let assumptions = Assumptions { practices, population, tariff: &tariff, others, numbers };
    let register = synthetic::region(&assumptions, seed).ok()?;
    tell(&Said::Progress(60));
    Some(Answer::Ready(Box::new(keep(register, model, &models, region.paid_by)?), None))
}

/// Reduces the persons to sums, keeps both, and gives the sums.
fn keep(
    mut register: Register,
    model: &str,
    models: &[std::rc::Rc<PaymentModel>; 4],
    paid_by: Option<Localized>,
) -> Option<Facts> {
    register.sort_practices();
    register.keep_conditions(&conditions(models).ok()?);
    let refs: Vec<&PaymentModel> = models.iter().map(|model| &**model).collect();
    let frame = Frame::new(&refs, register.conditions()).ok()?;
    let summary = Summary::of_persons(&register, frame);
    let facts = Facts {
        synthetic: matches!(register.origin, Origin::Synthetic { .. }),
        model: model.to_owned(),
        names: register.practices().to_vec(),
        listed: summary.practices.iter().map(|sums| sums.listed).collect(),
        cost: summary.practices.iter().map(|sums| sums.cost).collect(),
        by_class: summary.by_class.clone(),
        affected: summary.lanes.last()?.persons.clone(),
        most_factors: most_factors(&summary, models),
        paid_by: paid_by.as_ref().map(|words| (words.sv.to_string(), words.en.to_string())),
        told: 0,
    };
    KEPT.with(|kept| kept.replace(Some(Kept { register, summary, paid_by, found: Evaluation::default() })));
    Some(facts)
}

/// The most factors of the scenario's model that any person is paid for.
fn most_factors(summary: &Summary, models: &[std::rc::Rc<PaymentModel>; 4]) -> u32 {
    let [.., model] = models;
    let region = Some((summary, models.len() - 1));
    model.tariff().map_or(0, |t| aims(&t, region, YearlyMoney::ZERO, &[]).transparency.look_up.most_factors)
}

fn export(model: &str, scenario: &str, protect: Option<&Protect>) -> Option<Exported> {
    sort();
    KEPT.with(|kept| {
        let kept = kept.try_borrow().ok()?;
        let Kept { register, summary, paid_by, .. } = kept.as_ref()?;
        let note = paid_by.as_ref().map(|words| &*words.en);
        let listed: Vec<u64> = summary.practices.iter().map(|sums| sums.listed).collect();
        let merge = protect.and_then(|protect| Merge::of(&listed, protect.fewest.into()));
        let (origin, conditions) = (register.origin, register.conditions());
        let Some((merge, protect)) = merge.zip(protect) else {
            let of = Of { origin, practices: register.practices(), conditions, summary, together: 0, note };
            return exported(&of, (model, scenario), protect);
        };
        let merged = register.merged(&merge, protect.together.clone());
        let mut summary = Summary::of_persons(&merged, summary.frame.clone());
        summary.sort(&merged).ok()?;
        let (practices, together) = (merged.practices(), merge.together());
        let of = Of { origin, practices, conditions, summary: &summary, together, note };
        exported(&of, (model, scenario), Some(protect))
    })
}

/// The counts by practice as they may be told, with short lists put together.
fn told(kept: &Kept, protect: &Protect) -> Summary {
    let listed: Vec<u64> = kept.summary.practices.iter().map(|sums| sums.listed).collect();
    let merged = Merge::of(&listed, protect.fewest.into()).map(|merge| {
        let merged = kept.register.merged(&merge, protect.together.clone());
        Summary::of_persons(&merged, kept.summary.frame.clone())
    });
    merged.as_ref().unwrap_or(&kept.summary).told(protect.fewest)
}

/// What is quick.
fn pay(turn: u32, lanes: &[Amounts]) -> Option<Answer> {
    KEPT.with(|kept| {
        let mut kept = kept.try_borrow_mut().ok()?;
        let kept = kept.as_mut()?;
        let rates: Vec<Rates> = lanes.iter().map(rates).collect();
        kept.summary.evaluate_into(&rates, &mut kept.found);
        Some(Answer::Paid(paid(turn, &kept.found)))
    })
}

/// The same with the groups of persons.
fn refined(turn: u32) -> Option<Answer> {
    KEPT.with(|kept| {
        let kept = kept.try_borrow().ok()?;
        let kept = kept.as_ref()?;
        let lanes = &kept.found.lanes;
        let groups = lanes.iter().map(|lane| subgroups(&kept.summary, lane)).collect();
        let ages = lanes.iter().map(|lane| age_groups(&kept.summary, lane, &AGES)).collect();
        let subgroups = by_group(&kept.register, groups);
        Some(Answer::Paid(Paid { subgroups, ages: by_group(&kept.register, ages), ..paid(turn, &kept.found) }))
    })
}

/// Where the broad ages begin.
const AGES: [u8; 5] = [0, 20, 40, 60, 80];

/// The groups of every lane, lane by lane, as one list with every lane's difference.
fn by_group(register: &Register, lanes: Vec<Vec<statistics::Subgroup>>) -> Vec<Subgroup> {
    let first = lanes.first().into_iter().flatten().enumerate();
    let group = |(place, group): (usize, &statistics::Subgroup)| Subgroup {
        kind: kind(register, group.kind),
        persons: group.persons,
        differences: lanes
            .iter()
            .filter_map(|lane| lane.get(place))
            .map(|group| difference(group.difference))
            .collect(),
        published: lanes.iter().filter_map(|lane| lane.get(place)).map(|group| difference(coarse(group))).collect(),
    };
    first.map(group).collect()
}

fn paid(turn: u32, found: &Evaluation) -> Paid {
    let predictions = found.lanes.iter().map(|lane| {
        let of = lane.prediction;
        Prediction { r_squared: of.r_squared, cpm: of.cpm, mape: of.mape }
    });
    let net_squared = found.lanes.iter().map(|lane| lane.net_squared).collect();
    Paid { turn, predictions: predictions.collect(), net_squared, subgroups: Vec::new(), ages: Vec::new() }
}

fn fit(order: FitOrder) -> Answer {
    let found = KEPT.with(|kept| {
        let kept = kept.try_borrow().ok()?;
        let kept = kept.as_ref()?;
        fitted(&kept.register, &kept.summary, order)
    });
    Answer::Fitted(found)
}

fn rates(amounts: &Amounts) -> Rates {
    Rates { cells: amounts.cells.clone(), factors: amounts.factors.clone(), cost_share: amounts.cost_share }
}

fn difference(of: statistics::Difference) -> Difference {
    Difference { mean: of.per_person, interval: of.low.zip(of.high) }
}

fn kind(register: &Register, kind: SubgroupKind) -> Kind {
    match kind {
        SubgroupKind::Ages(from, to) => Kind::Ages(from, to),
        SubgroupKind::Sex(Sex::Woman) => Kind::Women,
        SubgroupKind::Sex(Sex::Man) => Kind::Men,
        SubgroupKind::Conditions(n) => Kind::Conditions(n),
        SubgroupKind::Condition(place) => {
            let id = register.conditions().get(usize::from(place));
            Kind::Condition(id.map(|id| id.as_str().to_owned()).unwrap_or_default())
        }
        SubgroupKind::PracticeSize(fifth) => Kind::PracticeSize(fifth),
    }
}

/// How much of a file is read at a time.
const PIECE: f64 = 4_194_304.0;

/// Streams a file of persons. Nothing but the counts leaves the worker.
async fn read(file: Option<Blob>, model: &str, alikes: LookAlikes, tell: &Tell) -> Option<Answer> {
    let file = file?;
    let house = House::shipped()?;
    let models = rules(&house, model)?;
    // what an earlier file took is given back before the next one needs it
    KEPT.with(|kept| kept.replace(None));
    let size = file.size();
    let asked = match conditions(&models) {
        Ok(asked) => asked,
        Err(none) => return Some(Answer::Refused(Reading::without_room(&none))),
    };
    // a file for every shipped model has their conditions too
    let known = asked.clone().and_as_many_of(house.models().iter().map(|model| &**model));
    let reader = Reader::new(&known, Limits::default());
    let mut reader = reader.of_size(whole(size)).with_alikes(alikes);
    let mut from = 0.0;
    while from < size {
        reader.push(&bytes(&file, from, (from + PIECE).min(size)).await.ok()?);
        from += PIECE;
        tell(&Said::Progress(percent(from / size)));
    }
    let outcome = reader.finish();
    let mut reading = Reading::of(&outcome, &asked);
    // ids whose heading does not name them: what many are expected to have and nobody has is not told of
    if let Some(register) = outcome.register.as_ref().filter(|_| !outcome.is_named) {
        let missing = unmet(models.last()?, &register.persons_by_key(), &register.met());
        reading.untold.extend(missing.iter().map(|id| id.as_str().to_owned()));
    }
    let register = outcome.register.filter(|_| reading.untold.is_empty());
    Some(match register.and_then(|register| keep(register, model, &models, None)) {
        Some(facts) => Answer::Ready(Box::new(facts), Some(reading)),
        None => Answer::Refused(reading),
    })
}

/// The size of a file: whole, not below zero, and below 2⁵³.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the browser's sizes are whole numbers")]
fn whole(size: f64) -> u64 {
    size as u64
}

/// A share as per cent, at most 99: the last is the pass over the persons.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 99")]
fn percent(share: f64) -> u8 {
    (share * 100.0).clamp(0.0, 99.0) as u8
}
