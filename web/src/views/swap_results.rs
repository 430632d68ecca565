//! What both practices are paid before and after persons have moved, or what stands against it.
use crate::{
    components::{
        parts::{all, cell, column, el, list, paragraph, row, row_name, say, table, text},
        top_bar::column_name,
        value::{difference, value},
    },
    ctx::Ctx,
    present::{
        amount::{Show, amount, cell_name, plain},
        term::factor,
    },
    tools::swap::{Moved, Practices, moved, size},
};
use model::{
    count::Count,
    measure::{Measure, MonthlyMoney},
    trace::Traced,
};
use report::{
    columns::Column,
    move_persons::{MoveColumn, MoveError},
};
use yew::{AttrValue, Html};

/// The outcome of the move.
pub fn results(ctx: &Ctx, practices: &Practices) -> Html {
    let t = ctx.texts();
    let content = match moved(ctx, practices) {
        Moved::NoOther => vec![paragraph("empty", t.swap_no_other())],
        Moved::Refused(errors) => {
            let faults = errors.iter().map(|error| say(fault(ctx, error))).collect();
            vec![paragraph("empty fault", t.swap_refused()), list("", faults)]
        }
        Moved::Done(mut columns) => {
            columns.retain(|one| ctx.state().shows(one.column));
            done(ctx, practices, &columns)
        }
    };
    el("div", &[("class", "swap-results"), ("role", "status")], content)
}

fn done(ctx: &Ctx, practices: &Practices, columns: &[MoveColumn]) -> Vec<Html> {
    let t = ctx.texts();
    let mut parts = vec![el("p", &[("class", "lead")], vec![say(sentence(ctx, columns))])];
    parts.push(comparison(ctx, columns));
    let other = t.swap_other(&number(ctx, size(ctx, &practices.own)));
    let sum = if columns.iter().all(|column| keeps_the_sum(ctx, column)) { t.swap_sum_same() } else { "" };
    parts.push(el("p", &[("class", "about")], vec![say(other), text(" "), text(sum), text(" "), text(t.swap_cost())]));
    parts
}

/// What the persons take with them under the leading model, beside today.
fn sentence(ctx: &Ctx, columns: &[MoveColumn]) -> String {
    let t = ctx.texts();
    let of = |wanted| columns.iter().find(|c| c.column == wanted);
    let kronor = |column: &MoveColumn| shown(ctx, &column.to.change);
    let lead = [ctx.state().compared, Column::Proposal].into_iter().find(|lead| *lead > Column::Current);
    let today = of(Column::Current).map(kronor).unwrap_or_default();
    match lead.and_then(of) {
        Some(then) if then.column == Column::Proposal && ctx.state().tariffs.proposal.model.is_illustrative() => {
            t.swap_sentence_example(&kronor(then), &today)
        }
        Some(then) => t.swap_sentence(super::practice_figures::model_words(ctx, then.column), &kronor(then), &today),
        None => t.swap_sentence_today(&today),
    }
}

fn shown(ctx: &Ctx, figure: &Traced<MonthlyMoney>) -> String {
    amount(ctx.texts(), figure.node().value, Show::Kronor, false)
}

/// Whether both together are shown to be paid as before.
fn keeps_the_sum(ctx: &Ctx, column: &MoveColumn) -> bool {
    shown(ctx, &column.both_before) == shown(ctx, &column.both_after)
}

fn comparison(ctx: &Ctx, columns: &[MoveColumn]) -> Html {
    let t = ctx.texts();
    let headings =
        [t.practice_model_heading(), t.swap_leaves(), t.swap_comes(), t.swap_both_before(), t.swap_both_after()];
    let rows = columns.iter().map(|one| {
        row(vec![
            row_name(column_name(t, one.column).to_owned()),
            cell(difference(ctx, one.from.change.node(), Show::Kronor)),
            cell(difference(ctx, one.to.change.node(), Show::Kronor)),
            cell(value(ctx, one.both_before.node(), Show::Kronor)),
            cell(value(ctx, one.both_after.node(), Show::Kronor)),
        ])
    });
    let rows = rows.collect();
    all(vec![table(AttrValue::Static(t.swap_heading()), "swap", headings.map(column).to_vec(), rows)])
}

fn number(ctx: &Ctx, count: Count) -> String {
    plain(ctx.texts().lang, count.persons().decimal())
}

fn fault(ctx: &Ctx, error: &MoveError) -> String {
    let t = ctx.texts();
    match error {
        MoveError::OtherBands(cell) => t.swap_fault_bands(&cell_name(t, *cell)),
        MoveError::TooFewListed { cell, listed, leaving } => {
            t.swap_fault_listed(&number(ctx, *leaving), &cell_name(t, *cell), &number(ctx, *listed))
        }
        MoveError::TooFewAffected { factor: id, affected, leaving } => {
            let name = factor(t, ctx.catalogue(), id);
            t.swap_fault_affected(&number(ctx, *leaving), &number(ctx, *affected), &name)
        }
        MoveError::TooMany => t.swap_fault_many().to_owned(),
    }
}
