//! What has to be answered of a list before it is counted, with a button for each answer. Knows nothing of what the answer
//! does.
use super::import_panel::on;
use crate::{
    components::parts::{before, button, el, say, text},
    ctx::Ctx,
    present::{
        amount::{Show, amount, plain},
        import_words::place,
    },
    tools::import::Answer,
};
use exchange::import::{Chosen, DecimalMark, PartKind, Period, Question, Sheet, persons::PersonQuestion};
use model::measure::{Measure, MonthlyMoney};
use rust_decimal::Decimal;
use yew::{Callback, Html, MouseEvent};

/// What an answer does.
pub type Give = fn(&Ctx, Answer);

/// The question of a file of tables.
pub fn of_table(ctx: &Ctx, sheets: &[Sheet], question: &Question, give: Give) -> Html {
    let t = ctx.texts();
    let says = |value: Decimal| plain(t.lang, value);
    match question {
        Question::Table { offers } => {
            let options = offers.iter().enumerate().map(|(index, offer)| {
                let (at, sum) = (place(t, sheets, &offer.origin), says(offer.sum));
                let label = match offer.title.as_str() {
                    "" => t.import_question_table_offer(&at, &sum),
                    title => t.import_question_table_titled(title, &at, &sum),
                };
                button("", say(label), press(ctx, Answer::Table(index), give))
            });
            asked(t.import_question_table().to_owned(), options.collect())
        }
        Question::Part { kind, offers, all } => {
            let labels = offers.iter().map(|offer| t.import_question_part_offer(&offer.name, &says(offer.sum)));
            let all = all.map(|sum| t.import_question_part_all(&says(sum)));
            part(ctx, *kind, (labels.collect(), all), give)
        }
        Question::DecimalMark { text, with_comma, with_point, .. } => {
            mark(ctx, t.import_question_mark(text), [*with_comma, *with_point], give)
        }
        Question::Period { amount, monthly_if_year, .. } => period(ctx, (*amount, *monthly_if_year), give),
    }
}

/// The question of a list of persons.
pub fn of_persons(ctx: &Ctx, question: &PersonQuestion, give: Give) -> Html {
    let t = ctx.texts();
    let whole = |number: u64| plain(t.lang, Decimal::from(number));
    match question {
        PersonQuestion::Part { kind, offers } => {
            let label = |name: &str, rows| t.import_question_part_rows(rows, name, &whole(rows));
            let name = |name: &str| if name.is_empty() { t.import_question_part_unnamed() } else { name }.to_owned();
            let labels = offers.iter().map(|offer| label(&name(&offer.name), offer.rows)).collect();
            let rows = whole(offers.iter().map(|offer| offer.rows).sum());
            let all = (*kind == PartKind::Practice).then(|| t.import_question_part_all_rows(&rows));
            part(ctx, *kind, (labels, all), give)
        }
        PersonQuestion::DecimalMark { with_comma, with_point } => {
            mark(ctx, t.import_question_mark_sum().to_owned(), [*with_comma, *with_point], give)
        }
        PersonQuestion::Period { amount, monthly_if_year } => period(ctx, (*amount, *monthly_if_year), give),
    }
}

/// Which vårdcentral or time is meant, or all vårdcentraler where they add up.
fn part(ctx: &Ctx, kind: PartKind, (labels, all): (Vec<String>, Option<String>), give: Give) -> Html {
    let t = ctx.texts();
    let count = labels.len().to_string();
    let (asks, given): (String, fn(Chosen) -> Answer) = match kind {
        PartKind::Practice => (t.import_question_practice(&count), Answer::Practice),
        PartKind::Time => (t.import_question_time(&count), Answer::Time),
    };
    let labels = labels.into_iter().enumerate().map(|(index, label)| (Chosen::One(index), label));
    let labels = labels.chain(all.map(|label| (Chosen::All, label)));
    let options = labels.map(|(chosen, label)| button("", say(label), press(ctx, given(chosen), give)));
    asked(asks, options.collect())
}

fn mark(ctx: &Ctx, words: String, values: [Decimal; 2], give: Give) -> Html {
    let marks = [DecimalMark::Comma, DecimalMark::Point];
    let lang = ctx.texts().lang;
    let options = marks.into_iter().zip(values);
    let options =
        options.map(|(mark, value)| button("", say(plain(lang, value)), press(ctx, Answer::Mark(mark), give)));
    asked(words, options.collect())
}

fn period(ctx: &Ctx, (kronor, monthly_if_year): (Decimal, MonthlyMoney), give: Give) -> Html {
    let t = ctx.texts();
    let month = button("", text(t.import_question_month()), press(ctx, Answer::Period(Period::Month), give));
    let year = say(t.import_question_year(&amount(t, monthly_if_year.quantity(), Show::Ore, false)));
    let year = button("", year, press(ctx, Answer::Period(Period::Year), give));
    asked(t.import_question_period(&plain(t.lang, kronor)), vec![month, year])
}

/// A question with its answers.
pub fn asked(words: String, options: Vec<Html>) -> Html {
    let legend = el("legend", &[], vec![say(words)]);
    el("fieldset", &[("class", "question")], before(legend, options))
}

fn press(ctx: &Ctx, given: Answer, give: Give) -> Callback<MouseEvent> {
    on(ctx, move |ctx| give(ctx, given))
}
