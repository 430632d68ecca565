//! What a file of lists by sex and age came to, and what can be said of it: the question, what is left out, and what is our
//! choice.
use super::source::HEADING;
use crate::{
    components::parts::{all, button, el, list, paragraph, say, text},
    ctx::Ctx,
    dom,
    present::{
        amount::{cell_name, number},
        import_words::{notes, problem},
        term::factor,
    },
    region::lists::{Choice, Lists, choose},
    views::{import_panel::on, import_question},
};
use exchange::number::Sign;
use yew::Html;

/// So many vårdcentraler that are left out are named.
const MOST_NAMES: usize = 5;
/// So many conditions that lack are named.
const MOST_CONDITIONS: usize = 3;
/// So many problems are told one by one.
const MOST_PROBLEMS: usize = 10;

/// The question, or what was found.
pub fn panel(ctx: &Ctx, lists: &Lists) -> Html {
    let t = ctx.texts();
    if let Some(question) = &lists.whole.question {
        let give = |ctx: &Ctx, answer| {
            choose(ctx, Choice::Answer(answer));
            dom::focus(HEADING);
        };
        return import_question::of_table(ctx, &lists.sheets, question, give);
    }
    let told = notes(t, &lists.sheets, &lists.whole.notes).into_iter().map(say).collect::<Vec<_>>();
    let told = if told.is_empty() { Html::default() } else { list("reading-notes", told) };
    let about = |words: String| el("p", &[("class", "about")], vec![say(words)]);
    let parts = [paragraph("about", t.region_lists()), missing(ctx, lists)];
    let parts = parts.into_iter().chain(choices(ctx, lists).into_iter().chain(left(ctx, lists)).map(about));
    let parts = parts.chain([costs(ctx, lists), conditions(ctx, lists), problems(ctx, lists), told]);
    all(parts.collect())
}

fn count(ctx: &Ctx, n: u32) -> String {
    number(ctx.texts().lang, n.into(), 0, Sign::Auto)
}

fn toggle(ctx: &Ctx, words: &'static str, choice: Choice) -> Html {
    el("p", &[], vec![button("", text(words), on(ctx, move |ctx| choose(ctx, choice)))])
}

/// Vårdcentraler whose lists are not whole.
fn missing(ctx: &Ctx, lists: &Lists) -> Html {
    let (t, found) = (ctx.texts(), &lists.found);
    let mut parts = Vec::new();
    if !found.left_out.is_empty() {
        let name = |(name, groups, cell): &(String, u32, _)| {
            t.region_lists_lacks(u64::from(*groups), name, &cell_name(t, *cell), &groups.to_string())
        };
        let mut names: Vec<String> = found.left_out.iter().take(MOST_NAMES).map(name).collect();
        let more = found.left_out.len().saturating_sub(MOST_NAMES);
        names.extend((more > 0).then(|| t.region_lists_more(&more.to_string())));
        let all = found.left_out.len();
        parts.push(el(
            "p",
            &[("class", "fault"), ("role", "status")],
            vec![say(t.region_lists_left_out(all as u64, &names.join("; "), &all.to_string()))],
        ));
        parts.extend((found.twice > 0).then(|| {
            let words = t.region_lists_twice(found.twice.into(), &count(ctx, found.twice));
            el("p", &[("class", "fault")], vec![say(words)])
        }));
    }
    if lists.missing_is_nobody {
        parts.push(toggle(ctx, t.region_lists_unknown(), Choice::MissingIsNobody(false)));
    } else if found.could_be_nobody > 0 {
        parts.push(toggle(ctx, t.region_lists_nobody(), Choice::MissingIsNobody(true)));
    }
    all(parts)
}

/// What was taken for something else than it is, by our choice or the user's: it stands in what leaves the page too.
pub fn choices(ctx: &Ctx, lists: &Lists) -> Vec<String> {
    let (t, found) = (ctx.texts(), &lists.found);
    let mut words = Vec::new();
    if found.taken_as_nobody > 0 {
        let n = found.taken_as_nobody;
        words.push(t.region_lists_nobody_done(n.into(), &count(ctx, n)));
    }
    if found.masked > 0 {
        let (masked, off) = (count(ctx, found.masked), count(ctx, found.masked_off));
        words.push(t.region_lists_masked(found.masked.into(), &off, &masked));
    }
    words
}

/// What is not used, and names that are one.
fn left(ctx: &Ctx, lists: &Lists) -> Vec<String> {
    let (t, found) = (ctx.texts(), &lists.found);
    let mut words = Vec::new();
    if !found.sums.is_empty() {
        words.push(t.region_lists_sums(&found.sums.join(", ")));
    }
    if !found.near_sums.is_empty() {
        words.push(t.region_lists_near_sums(&found.near_sums.join(", ")));
    }
    if !found.named_as_sums.is_empty() {
        words.push(t.region_lists_named_as_sums(&found.named_as_sums.join(", ")));
    }
    if found.spellings > 0 {
        words.push(t.region_lists_spellings(&count(ctx, found.spellings)));
    }
    if let Some((name, id)) = found.more_than_listed.first() {
        let more = found.more_than_listed.len().to_string();
        words.push(t.region_lists_more_than_listed(&more, name, &factor(t, ctx.catalogue(), id)));
    }
    if found.costs_repeated > 0 {
        words.push(t.region_lists_repeated(&count(ctx, found.costs_repeated)));
    }
    words
}

fn costs(ctx: &Ctx, lists: &Lists) -> Html {
    let without = lists.found.costs_lacking;
    if without == 0 {
        return Html::default();
    }
    el("p", &[("class", "about")], vec![say(ctx.texts().region_lists_no_costs(without.into(), &count(ctx, without)))])
}

/// Conditions that the file does not tell of, and their estimates where they are asked for.
fn conditions(ctx: &Ctx, lists: &Lists) -> Html {
    let (t, lacking) = (ctx.texts(), &lists.found.conditions_lacking);
    if lacking.is_empty() {
        return Html::default();
    }
    let partly = (lists.found.conditions_told > 0).then(|| {
        let words = t.region_lists_partly(&count(ctx, lists.found.conditions_told));
        el("p", &[("class", "about")], vec![say(words)])
    });
    let partly = partly.unwrap_or_default();
    if lists.estimates {
        let about = paragraph("about", t.region_lists_estimated());
        return all(vec![about, partly, toggle(ctx, t.region_lists_no_estimate(), Choice::Estimates(false))]);
    }
    let names: Vec<String> = lacking.iter().take(MOST_CONDITIONS).map(|id| factor(t, ctx.catalogue(), id)).collect();
    let words = t.region_lists_no_conditions(&lacking.len().to_string(), &names.join(", "));
    let about = el("p", &[("class", "about")], vec![say(words)]);
    all(vec![about, partly, toggle(ctx, t.region_lists_estimate(), Choice::Estimates(true))])
}

fn problems(ctx: &Ctx, lists: &Lists) -> Html {
    let (t, found) = (ctx.texts(), &lists.whole.problems);
    if found.is_empty() {
        return Html::default();
    }
    let words = found.iter().take(MOST_PROBLEMS).map(|one| say(problem(t, &lists.sheets, one))).collect();
    let total = found.len() + lists.whole.more_problems;
    let heading = t.reading_faults(&number(t.lang, total.into(), 0, Sign::Auto));
    let heading = el("p", &[("class", "faults-heading")], vec![say(heading)]);
    el("div", &[("class", "faults"), ("role", "alert")], vec![heading, list("reading-faults", words)])
}
