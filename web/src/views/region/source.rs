//! Where the region comes from, and that its persons are made up where they are.
use super::{Shown, lists};
use crate::{
    components::{
        choice::{Alternative, choice},
        file_field::file_field,
        parts::{all, button, el, list, paragraph, say, section, space, text},
    },
    ctx::Ctx,
    dom,
    lazy::may_explain_region,
    present::{
        amount::number,
        reading_words::{fault, no_parquet, not_opened as why_not_opened, taken_for_granted, unusable, without_room},
        term::factor,
    },
    region::{Source, Stage, answer as read_again, begin, lists::begin_example, reading::Reading},
    tools::templates,
    views::{alike_question, import_panel::on},
};
use exchange::number::Sign;
use model::rows::Region;
use register::ingest::{Choices, FaultGroup, FaultKind, FaultyRows};
use report::columns::Column;
use yew::{Callback, Html};

/// The heading that the focus goes to when an answer has taken its own button away.
pub const HEADING: &str = "region-source";

/// Marks every figure of made-up persons.
pub fn mark(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let known = ctx.state().tools.region.known.as_ref();
    if known.is_some_and(|known| known.facts.is_estimated) {
        let fixed = [("class", "badge"), ("title", t.region_lists_estimated())];
        return el("span", &fixed, vec![text(t.region_estimated())]);
    }
    if !ctx.state().tools.region.is_synthetic() {
        return Html::default();
    }
    let fixed = [("class", "badge synthetic"), ("title", t.region_synthetic_about())];
    el("span", &fixed, vec![text(t.region_synthetic())])
}

/// Where the figures of a chart come from.
pub fn line(ctx: &Ctx, shown: &Shown) -> String {
    let t = ctx.texts();
    let facts = &shown.known.facts;
    let of = match (facts.synthetic, facts.is_of_lists) {
        (true, _) => t.region_synthetic_about(),
        (false, true) => t.region_source_lists(),
        (false, false) => t.region_source_own(),
    };
    let estimated = facts.is_estimated.then(|| t.region_lists_estimated().to_owned());
    let lists = ctx.state().tools.region.lists.as_ref();
    let chosen = lists.into_iter().flat_map(|found| lists::choices(ctx, found));
    let said =
        [of.to_owned()].into_iter().chain(estimated).chain(chosen).chain(paid_by(ctx)).chain(protected(ctx, shown));
    let weights = shown.known.tells(Column::Proposal).then(|| t.badge_illustrative_about().to_owned());
    let said = said.chain(weights);
    said.collect::<Vec<_>>().join(" ")
}

/// Whose tables the region is paid by, where they are another region's.
pub fn paid_by(ctx: &Ctx) -> Option<String> {
    let words = ctx.state().tools.region.known.as_ref()?.facts.paid_by.as_ref()?;
    Some(ctx.texts().name(words).to_string())
}

/// What is coarser than it is on the own screen; nothing of what is shown there.
pub fn protected(ctx: &Ctx, shown: &Shown) -> Vec<String> {
    let t = ctx.texts();
    if !shown.is_coarse(ctx) {
        return Vec::new();
    }
    let threshold = ctx.state().tools.guard.fewest().to_string();
    let merged = shown.merge.as_ref().map(|merge| t.region_merged(&threshold, &merge.together().to_string()));
    let told = [t.region_rounded().to_owned(), t.region_told(&threshold), t.region_not_protected().to_owned()];
    told.into_iter().chain(merged).collect()
}

/// What the region is called.
pub fn name(ctx: &Ctx) -> String {
    match &ctx.state().tools.region.source {
        Source::Own(file) => file.name(),
        Source::Synthetic(id) => {
            let region = catalog::regions().into_iter().find(|one| one.id == *id);
            region.map(|region| ctx.texts().name(&region.name).to_string()).unwrap_or_default()
        }
    }
}

/// The choice of region, how far it has come, and what it is.
pub fn panel(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let region = &ctx.state().tools.region;
    let made_up = |one: &Region| {
        let (ctx, source) = (ctx.clone(), Source::Synthetic(one.id.clone()));
        Alternative {
            name: t.name(&one.name).to_string().into(),
            about: t.name(&one.about).to_string().into(),
            chosen: region.source == source,
            choose: Callback::from(move |_| begin(&ctx, source.clone())),
        }
    };
    let regions: Vec<_> = catalog::regions().iter().rev().map(made_up).collect();
    let own = {
        let from = ctx.clone();
        let field = file_field(
            "region-file",
            t.region_own(),
            (".csv,.txt,.tsv,.parquet,.xlsx,.ods", "region-file-about"),
            move |file| {
                begin(&from, Source::Own(file));
            },
        );
        let about = el("p", &[("class", "about"), ("id", "region-file-about")], vec![text(t.region_own_about())]);
        let template = button("plain", text(t.list_template()), on(ctx, templates::persons));
        let lists_template = button("plain", text(t.region_lists_template()), on(ctx, templates::lists));
        let can_try = region.known.as_ref().is_some_and(|known| known.facts.synthetic && !known.facts.is_of_lists);
        let example = button("plain", text(t.region_lists_example()), on(ctx, begin_example));
        // always as many parts: with one more the field is made anew, and a file that is being picked is lost
        let offered = [template, lists_template, if can_try { example } else { Html::default() }].into_iter();
        let offered = offered.map(|one| el("p", &[], vec![one]));
        el("div", &[("class", "region-own")], [field, about].into_iter().chain(offered).collect())
    };
    let heading = vec![text(t.region_source()), space(), mark(ctx)];
    section(HEADING, heading, vec![choice("region", t.region_source_choice(), &regions), own, stage(ctx)])
}

/// Whether a file of lists waits for an answer.
fn asks(ctx: &Ctx) -> bool {
    ctx.state().tools.region.lists.as_ref().is_some_and(|lists| lists.whole.question.is_some())
}

/// How far the region has come, in words.
pub fn said(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let region = &ctx.state().tools.region;
    let asks = asks(ctx);
    match (&region.stage, &region.known) {
        (Stage::Working(percent), _) => say(t.region_working(&percent.to_string())),
        (Stage::Broken, _) => text(t.region_broken()),
        (Stage::Refused, _) if asks => text(t.region_lists_asks()),
        (Stage::Refused, _) => text(t.region_refused()),
        (Stage::Ready, Some(known)) => {
            let persons = number(t.lang, known.listed().get().into(), 0, Sign::Auto);
            say(t.region_ready(known.len() as u64, &known.len().to_string(), &persons))
        }
        _ => Html::default(),
    }
}

fn stage(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let region = &ctx.state().tools.region;
    let asks = asks(ctx);
    let said = said(ctx);
    let class = if matches!(region.stage, Stage::Broken | Stage::Refused) && !asks { "fault" } else { "about" };
    let about = if region.is_synthetic() { paragraph("about", t.region_synthetic_about()) } else { Html::default() };
    let paid_by = paid_by(ctx).map_or_else(Html::default, |words| el("p", &[("class", "about")], vec![say(words)]));
    // faults of a file tell of its rows
    let found = if may_explain_region(ctx) { found(ctx) } else { Html::default() };
    let lists = region.lists.as_ref().map_or_else(Html::default, |found| match may_explain_region(ctx) {
        true => lists::panel(ctx, found),
        false => all(lists::choices(ctx, found)
            .into_iter()
            .map(|words| el("p", &[("class", "about")], vec![say(words)]))
            .collect()),
    });
    all(vec![el("p", &[("class", class), ("role", "status")], vec![said]), about, paid_by, lists, found])
}

/// What was found in the user's file: what was left out, and every fault with its remedy.
fn found(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let Some(reading) = &ctx.state().tools.region.reading else { return Html::default() };
    let count = |n: u64| number(t.lang, n.into(), 0, Sign::Auto);
    let mut parts = vec![say(t.reading_rows(&count(reading.read), &count(reading.left_out)))];
    parts.extend(reading.is_sums.then(|| text(t.reading_sums())));
    let untold = reading.untold.iter().map(|id| factor(t, ctx.catalogue(), id));
    parts.extend(untold.map(|name| say(t.reading_untold(&name))));
    parts.extend(reading.notes.iter().filter_map(|note| taken_for_granted(t, note)).map(say));
    let unread = reading.unread();
    if !unread.is_empty() {
        parts.push(say(t.reading_unread(&unread.join(", "))));
    }
    if !reading.is_sums && !reading.tells_persons_apart() {
        parts.push(text(t.reading_alike()));
    }
    if !reading.ended() && reading.read > 0 {
        parts.push(text(t.reading_no_end()));
    }
    let question = reading.question().map(|question| asked(ctx, question));
    if reading.read == 0 && question.is_some() {
        parts.clear();
    }
    let refuse = button("plain", text(t.reading_refuse()), on(ctx, |ctx| say_of_faulty(ctx, FaultyRows::Refuse)));
    let refuse = if reading.lacks_persons() { refuse } else { Html::default() };
    let notes = if parts.is_empty() { Html::default() } else { list("reading-notes", parts) };
    all(vec![question.unwrap_or_default(), notes, faults(ctx, reading), refuse])
}

/// Every kind of fault with its remedy, but not what is asked.
fn faults(ctx: &Ctx, reading: &Reading) -> Html {
    let t = ctx.texts();
    let no_room = reading.no_room.iter().map(|none| say(without_room(t, none)));
    let groups = reading.faults.groups.iter().filter(|group| !group.kind.is_question());
    let total = groups.clone().map(|group| group.count).sum::<u64>() + u64::from(reading.is_unread());
    let not_opened = reading.not_opened.iter().map(|error| say(why_not_opened(t, error)));
    let no_parquet = reading.parquet.iter().map(|fault| say(no_parquet(t, fault)));
    let no_room = no_room.chain(not_opened).chain(no_parquet);
    let unusable = unusable(t, &reading.unusable).into_iter().map(say);
    let faults: Vec<Html> = no_room.chain(unusable).chain(groups.map(|group| say(fault(t, group)))).collect();
    if faults.is_empty() {
        return Html::default();
    }
    let heading = t.reading_faults(&number(t.lang, total.into(), 0, Sign::Auto));
    let heading = el("p", &[("class", "faults-heading")], vec![say(heading)]);
    el("div", &[("class", "faults"), ("role", "alert")], vec![heading, list("reading-faults", faults)])
}

/// Reads the file again with the answer.
fn say_of(ctx: &Ctx, answer: impl FnOnce(&mut Choices)) {
    read_again(ctx, answer);
    dom::focus(HEADING);
}

fn say_of_faulty(ctx: &Ctx, faulty: FaultyRows) {
    say_of(ctx, |choices| choices.faulty = faulty);
}

/// The question with its answers.
fn asked(ctx: &Ctx, question: &FaultGroup) -> Html {
    let t = ctx.texts();
    let words = fault(t, question);
    let answers = match question.kind {
        FaultKind::SeveralPeriods { .. } => {
            let one = |(period, rows): &(String, u64)| {
                let label = t.reading_period(period, &number(t.lang, (*rows).into(), 0, Sign::Auto));
                let period = period.clone();
                let choose = on(ctx, move |ctx| say_of(ctx, |choices| choices.period = Some(period.clone())));
                button("", say(label), choose)
            };
            question.values.iter().map(one).collect()
        }
        FaultKind::ManyLeftOut { .. } => {
            vec![button("", text(t.reading_leave_out()), on(ctx, |ctx| say_of_faulty(ctx, FaultyRows::LeaveOut)))]
        }
        _ => {
            let say_of_alikes = |ctx: &Ctx, alikes| say_of(ctx, |choices| choices.look_alikes = alikes);
            return alike_question::question(ctx, words, say_of_alikes);
        }
    };
    let legend = el("legend", &[], vec![say(words)]);
    el("fieldset", &[("class", "question")], std::iter::once(legend).chain(answers).collect())
}
