//! The worker's end: keeps the persons of one region and answers orders about them. Everything heavy of the view is
//! here, in a piece of its own that only the worker fetches. Knows no page.
use super::{
    changes::Changed,
    export_worker::{ExportedRegion, exported},
    fit_worker::fitted,
    order::{Answer, Exported, Facts, LanePaid, Order, Paid, Protect},
    reading::{Reading, TOLD},
    region_summary::{conditions, rules},
    sensitivity::{resample, swing},
};
use crate::{
    lazy,
    state::PageCatalogue,
    tools::work::{Said, Tell, bytes},
};
use exchange::{
    import::{OpenError, limits::MAX_FILE_BYTES},
    parquet_lines::{RowsDone, is_parquet},
    sheet_lines::{SheetLines, is_workbook, read_sheets},
};
use gloo_timers::future::TimeoutFuture;
use model::{
    id::Id,
    localized::Localized,
    measure::{Measure, YearlyMoney},
    payment_model::PaymentModel,
};
use register::{
    aims::aims,
    evaluate::{Evaluation, LaneResult},
    frame::{Frame, starts},
    ingest::{Choices, GroupOutcome, GroupReader, Limits, Note, Outcome, Reader, is_of_sums},
    merge::Merge,
    rates::Rates,
    register::Origin,
    source::Source,
    statistics::{Subgroup, age_groups, subgroups},
    summary::{Counts, Summary, Unusable},
    synthetic::{self, Assumptions, Numbers, Practices},
    unmet::unmet,
};
use rust_decimal::prelude::ToPrimitive;
use std::{
    cell::{Cell, RefCell},
    future::Future,
    pin::Pin,
    rc::Rc,
};
use web_sys::Blob;

thread_local! {
    static LATEST: Cell<u32> = const { Cell::new(0) };
    static KEPT: RefCell<Option<Kept>> = const { RefCell::new(None) };
}

/// The region that the worker keeps.
struct Kept {
    region: Source,
    summary: Summary,
    /// Whose tables it is paid by, where they are another region's.
    paid_by: Option<Localized>,
    /// Kept, so that the next one moves on from it.
    found: Evaluation,
}

/// Answers one order.
pub fn answer(order: Order, file: Option<Blob>, tell: Tell) -> Pin<Box<dyn Future<Output = ()>>> {
    Box::pin(async move {
        let answered = match order {
            Order::Make { region, seed, model } => make(&region, seed, &model, &tell),
            Order::Read { model, choices } => read(file, &model, choices, &tell).await,
            Order::Fit(order) => Some(Answer::Fitted(with_kept(|kept| fitted(&kept.region, &kept.summary, order)))),
            Order::Export { scenario, protect } => Some(Answer::Exported(export(&scenario, protect.as_ref()))),
            Order::Pay { revision, lanes } => {
                LATEST.set(revision);
                if let Some(first) = pay(revision, &lanes) {
                    tell.say(&said(first));
                }
                // while a slider moves, the next order comes before what takes longer is worth its time
                TimeoutFuture::new(0).await;
                if LATEST.get() != revision {
                    return;
                }
                if sort() {
                    pay(revision, &lanes);
                }
                refined(revision)
            }
            Order::Swing(asked) => {
                let found = with_kept(|kept| match &asked.protect {
                    Some(protect) => swing(&told(kept, protect), &asked),
                    None => swing(&kept.summary, &asked),
                });
                Some(Answer::Swung(asked, found))
            }
            Order::Resample(asked) => {
                let found = resample(&asked);
                Some(Answer::Resampled(asked, found))
            }
        };
        tell.say(&answered.map_or(Said::Broke, said));
    })
}

fn said(answer: Answer) -> Said {
    Said::Region(Box::new(answer))
}

/// Something of the region that is kept.
fn with_kept<T>(of: impl FnOnce(&Kept) -> Option<T>) -> Option<T> {
    KEPT.with(|kept| of(kept.try_borrow().ok()?.as_ref()?))
}

/// Sorts the costs; whether that was still to be done.
fn sort() -> bool {
    KEPT.with(|kept| {
        let Ok(mut kept) = kept.try_borrow_mut() else { return false };
        let Some(kept) = kept.as_mut() else { return false };
        let Source::Persons(register) = &kept.region else { return false };
        !kept.summary.is_sorted() && kept.summary.sort(register).is_ok()
    })
}

fn make(region: &Id, seed: u64, model: &Id, tell: &Tell) -> Option<Answer> {
    tell.say(&Said::Progress(5));
    let catalogue = PageCatalogue::shipped()?;
    let region = catalog::regions().into_iter().find(|one| one.id == *region)?;
    let models = rules(&catalogue, model)?;
    let catalogue = catalog::shipped();
    // the same persons whichever model is looked at
    let (drawn, others) = catalog::made_up_by(&catalogue)?;
    let tariff = drawn.tariff().ok()?;
    let rows = catalog::synthetic();
    let number = |id: &str| rows.iter().find(|one| one.id.as_str() == id)?.value.value.decimal().to_f64();
    let numbers = Numbers::read(number)?;
    let practices = Practices::of(&region.practices, |name| name.sv.to_string());
    let population = &region.population.persons;
    let assumptions = Assumptions { practices, population, tariff: &tariff, others, numbers };
    let register = synthetic::region(&assumptions, seed).ok()?;
    tell.say(&Said::Progress(60));
    let kept = keep(Source::Persons(register), model, &models, region.paid_by)?;
    let (facts, counts) = kept.ok()?;
    Some(Answer::Ready(facts, counts, None))
}

/// Reduces the region to sums by group, keeps both, and gives the sums. Errors: sums that a model needs finer.
fn keep(
    region: Source,
    model: &Id,
    models: &[Rc<PaymentModel>; 4],
    paid_by: Option<Localized>,
) -> Option<Result<(Facts, Counts), Vec<Unusable>>> {
    let region = region.sorted().only(&conditions(models).ok()?);
    let refs: Vec<&PaymentModel> = models.iter().map(|model| &**model).collect();
    let summary = match region.summary(Frame::new(&refs, region.conditions()).ok()?) {
        Ok(summary) => summary,
        Err(unusable) => return Some(Err(unusable)),
    };
    let facts = Facts {
        synthetic: matches!(region.origin(), Origin::Synthetic { .. }),
        conditions: region.conditions().to_vec(),
        names: region.practices().to_vec(),
        most_factors: most_factors(&summary, models),
        paid_by: paid_by.clone(),
        ..Facts::of(model.clone())
    };
    let counts = summary.counts();
    KEPT.with(|kept| kept.replace(Some(Kept { region, summary, paid_by, found: Evaluation::default() })));
    Some(Ok((facts, counts)))
}

/// The most factors of the scenario's model that any person is paid for.
fn most_factors(summary: &Summary, models: &[Rc<PaymentModel>; 4]) -> u32 {
    let [.., model] = models;
    let region = Some((summary, models.len() - 1));
    model.tariff().map_or(0, |t| aims(&t, region, YearlyMoney::ZERO, &[]).transparency.look_up.most_factors)
}

fn export(scenario: &Changed, protect: Option<&Protect>) -> Option<Exported> {
    sort();
    with_kept(|kept| {
        let Kept { region, summary, paid_by, .. } = kept;
        let note = paid_by.as_ref().map(|words| &*words.en);
        let merge = protect.and_then(|protect| Merge::of(&summary.lists(), protect.fewest.into()));
        let (origin, conditions) = (region.origin(), region.conditions());
        let Some((merge, protect)) = merge.zip(protect) else {
            let of = ExportedRegion { origin, practices: region.practices(), conditions, summary, together: 0, note };
            return exported(&of, scenario, protect);
        };
        let merged = region.merged(&merge, protect.together.clone());
        let mut summary = merged.summary(summary.frame.clone()).ok()?;
        if let Source::Persons(merged) = &merged {
            summary.sort(merged).ok()?;
        }
        let (practices, together) = (merged.practices(), merge.together());
        let of = ExportedRegion { origin, practices, conditions, summary: &summary, together, note };
        exported(&of, scenario, Some(protect))
    })
}

/// The counts by practice as they may be told, with short lists put together.
fn told(kept: &Kept, protect: &Protect) -> Summary {
    let merged = Merge::of(&kept.summary.lists(), protect.fewest.into()).and_then(|merge| {
        kept.region.merged(&merge, protect.together.clone()).summary(kept.summary.frame.clone()).ok()
    });
    merged.as_ref().unwrap_or(&kept.summary).told(protect.fewest)
}

/// What is quick.
fn pay(revision: u32, lanes: &[Rates]) -> Option<Answer> {
    KEPT.with(|kept| {
        let mut kept = kept.try_borrow_mut().ok()?;
        let kept = kept.as_mut()?;
        kept.summary.evaluate_into(lanes, &mut kept.found);
        Some(paid(revision, &kept.found, |_| (Vec::new(), Vec::new())))
    })
}

/// The same with the groups of persons.
fn refined(revision: u32) -> Option<Answer> {
    with_kept(|kept| {
        let summary = &kept.summary;
        Some(paid(revision, &kept.found, |lane| (subgroups(summary, lane), age_groups(summary, lane, &AGES))))
    })
}

/// Where the broad ages begin.
const AGES: [u8; 5] = [0, 20, 40, 60, 80];

fn paid(revision: u32, found: &Evaluation, groups: impl Fn(&LaneResult) -> (Vec<Subgroup>, Vec<Subgroup>)) -> Answer {
    let lanes = found.lanes.iter().map(|lane| {
        let (subgroups, ages) = groups(lane);
        LanePaid { prediction: lane.prediction, net_squared: lane.net_squared, subgroups, ages }
    });
    Answer::Paid(Paid { revision, lanes: lanes.collect() })
}

/// How much of a file is read at a time.
const PIECE: f64 = 4_194_304.0;

/// Streams a file of persons or sums. Nothing but the counts leaves the worker.
async fn read(file: Option<Blob>, model: &Id, choices: Choices, tell: &Tell) -> Option<Answer> {
    let file = file?;
    let catalogue = PageCatalogue::shipped()?;
    let models = rules(&catalogue, model)?;
    // what an earlier file took is given back before the next one needs it
    KEPT.with(|kept| kept.replace(None));
    let asked = match conditions(&models) {
        Ok(asked) => asked,
        Err(none) => {
            return Some(Answer::Refused(Reading { no_room: Some(none), ..Reading::default() }));
        }
    };
    // a file for every shipped model has their conditions too
    let known = asked.clone().and_as_many_of(catalogue.models().iter().map(|model| &**model));
    let limits = Limits { faults: TOLD, ..Limits::default() };
    let head = bytes(&file, 0.0, HEAD.min(file.size())).await.ok()?;
    let (region, is_named, mut reading) = if is_of_sums(&head) {
        let mut reader = GroupReader::new(&known, limits).with(&choices);
        each_piece(&file, tell, |piece| reader.push(piece)).await?;
        of_sums(reader.finish())
    } else {
        let refs: Vec<&PaymentModel> = models.iter().map(|model| &**model).collect();
        let alike_from = starts(&refs).last().copied();
        let reader = || Reader::new(&known, limits).with(choices.clone()).alike_from(alike_from);
        if is_parquet(&head) {
            match parquet(&file, reader(), tell).await? {
                Ok(outcome) => of_persons(outcome),
                Err(unread) => return Some(Answer::Refused(*unread)),
            }
        } else if is_workbook(&head) {
            match sheets(&file).await? {
                Ok(sheets) => of_persons(read_sheets(sheets, reader)),
                Err(error) => {
                    return Some(Answer::Refused(Reading { not_opened: Some(error), ..Reading::default() }));
                }
            }
        } else {
            let mut reader = reader().of_size(whole(file.size()));
            each_piece(&file, tell, |piece| reader.push(piece)).await?;
            of_persons(reader.finish())
        }
    };
    let untold = |note: &Note| match note {
        Note::Untold(id) if asked.contains(id) => Some(id.clone()),
        _ => None,
    };
    reading.untold = reading.notes.iter().filter_map(untold).collect();
    // ids whose heading does not name them: what many are expected to have and nobody has is not told of
    if let Some(region) = region.as_ref().filter(|_| !is_named) {
        reading.untold.extend(unmet(models.last()?, &region.persons_by_key(), &region.met()));
    }
    let region = region.filter(|_| reading.untold.is_empty());
    Some(match region.and_then(|region| keep(region, model, &models, None)) {
        Some(Ok((facts, counts))) => Answer::Ready(facts, counts, Some(reading)),
        Some(Err(unusable)) => Answer::Refused(Reading { unusable, ..reading }),
        None => Answer::Refused(reading),
    })
}

/// The sheets of a workbook.
async fn sheets(file: &Blob) -> Option<Result<Vec<SheetLines>, OpenError>> {
    match all_of(file, MAX_FILE_BYTES).await? {
        Ok(bytes) => Some((lazy::files().await?.sheet_lines)(&bytes)),
        Err(error) => Some(Err(error)),
    }
}

/// The most bytes of a Parquet file, whose columns are found from its end.
const MOST_PARQUET: usize = 500_000_000;

/// The persons of a Parquet file, or why it was not read.
async fn parquet(file: &Blob, mut reader: Reader, tell: &Tell) -> Option<Result<Outcome, Box<Reading>>> {
    let bytes = match all_of(file, MOST_PARQUET).await? {
        Ok(bytes) => bytes,
        Err(error) => return Some(Err(Box::new(Reading { not_opened: Some(error), ..Reading::default() }))),
    };
    let mut take = |text: &[u8], (done, rows): RowsDone| {
        reader.push(text);
        tell.say(&Said::Progress(percent(float(done) / float(rows.max(1)))));
    };
    let read = (lazy::parquet().await?)(bytes, &mut take);
    Some(match read {
        Ok(()) => Ok(reader.finish()),
        Err(fault) => Err(Box::new(Reading { parquet: Some(fault), ..Reading::default() })),
    })
}

/// The bytes of a file, unless there are more than that.
async fn all_of(file: &Blob, most: usize) -> Option<Result<Vec<u8>, OpenError>> {
    match usize::try_from(whole(file.size())).unwrap_or(usize::MAX) {
        size if size > most => Some(Err(OpenError::TooLarge { bytes: size, max: most })),
        _ => Some(Ok(bytes(file, 0.0, file.size()).await.ok()?)),
    }
}

/// Rows are far below 2⁵³.
#[expect(clippy::cast_precision_loss, reason = "rows are far below 2 to the 53rd")]
fn float(rows: u64) -> f64 {
    rows as f64
}

/// The region of a list, whether its headings name the conditions, and what was found in it.
type Found = (Option<Source>, bool, Reading);

fn of_persons(outcome: Outcome) -> Found {
    let Outcome { register, is_named, faults, read, left_out, notes } = outcome;
    (register.map(Source::Persons), is_named, Reading { read, left_out, faults, notes, ..Reading::default() })
}

fn of_sums(outcome: GroupOutcome) -> Found {
    let GroupOutcome { aggregate, is_named, faults, read, left_out, notes } = outcome;
    let reading = Reading { read, left_out, faults, notes, is_sums: true, ..Reading::default() };
    (aggregate.map(Source::Sums), is_named, reading)
}

/// Gives the file piece by piece, and tells how far it has come.
async fn each_piece(file: &Blob, tell: &Tell, mut take: impl FnMut(&[u8])) -> Option<()> {
    let (mut from, size) = (0.0, file.size());
    while from < size {
        take(&bytes(file, from, (from + PIECE).min(size)).await.ok()?);
        from += PIECE;
        tell.say(&Said::Progress(percent(from / size)));
    }
    Some(())
}

/// So much of a file is looked at to tell what it holds.
const HEAD: f64 = 16_384.0;

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
