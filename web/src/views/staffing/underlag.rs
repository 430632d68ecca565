//! "Underlag till lokal handlingsplan": two pages of paper and the same as text.
use crate::{
    components::{
        drawing::drawing,
        parts::{all, button, cell, el, list, paragraph, row, row_name, say, section, text},
    },
    ctx::Ctx,
    leave::{self, print},
    present::{
        charts::{DrawnChart, staffing_bullet},
        guarding::Guarding,
        plan_chart::plan_fan,
        staff_assumed::not_told,
        staff_charts::doctors,
        underlag::{Block, UnderlagPart, notes, underlag},
    },
    tools::{
        guard::{Leaving, hides_list},
        staffing::planned,
        take_away::{Copied, copy_underlag, save_scenario, save_underlag, save_underlag_book},
    },
    views::{
        import_panel::on,
        take_away_panel::{book, buttons},
    },
};
use model::staffing::situation::Situation;
use yew::Html;

/// The section with the ways out.
pub fn panel(ctx: &Ctx, found: &Situation) -> Html {
    let t = ctx.texts();
    let heading = vec![text(t.underlag_title())];
    let about = paragraph("about", t.underlag_about());
    if let Some(words) = not_told(ctx, found) {
        return section("underlag", heading, vec![about, paragraph("empty", words)]);
    }
    if hides_list(ctx) {
        return section("underlag", heading, vec![about, paragraph("empty", t.guard_few_listed())]);
    }
    let said = ctx.state().tools.take_away.copied == Some(Copied::Underlag);
    let said =
        el("p", &[("class", "said"), ("role", "status")], vec![text(if said { t.underlag_copied() } else { "" })]);
    let ways = buttons(vec![
        button("", text(t.underlag_print()), on(ctx, |_| print())),
        button("", text(t.underlag_copy()), on(ctx, copy_underlag)),
        button("", text(t.underlag_book()), on(ctx, save_underlag_book)),
        button("", text(t.underlag_csv()), on(ctx, save_underlag)),
        button("", text(t.take_save()), on(ctx, save_scenario)),
    ]);
    section("underlag", heading, vec![about, ways, book(ctx), said])
}

/// The pages of paper: in the page only to be printed.
pub fn paper(ctx: &Ctx, found: &Situation) -> Html {
    let Some(parts) = Leaving::of(&Guarding::of(ctx), underlag).transpose() else { return Html::default() };
    leave::paper(parts.map(|parts| parts.iter().map(|part| page(ctx, part, found)).collect()))
}

fn page(ctx: &Ctx, part: &UnderlagPart, found: &Situation) -> Html {
    let t = ctx.texts();
    let head = vec![
        el("h1", &[], vec![text(t.underlag_title())]),
        el("h2", &[], vec![text(part.heading)]),
        paragraph("", part.due),
    ];
    let head = el("div", &[("class", "handout-head")], vec![el("div", &[], head)]);
    let mut content = vec![head];
    content.extend(part.blocks.iter().map(block));
    content.push(if part.is_situation { pictures(ctx, found) } else { path(ctx) });
    let notes = notes(ctx, part.is_situation).into_iter().map(say).collect();
    content.push(el("div", &[("class", "handout-made")], vec![list("", notes)]));
    el("div", &[("class", "handout-page")], content)
}

fn block(block: &Block) -> Html {
    match block {
        Block::Said(words) => el("p", &[("class", "handout-lead")], vec![say(words.clone())]),
        Block::Table(name, headings, rows) => {
            let head = headings.iter().map(|name| el("th", &[("scope", "col")], vec![say(name.clone())])).collect();
            let rows = rows.iter().map(|cells| {
                let mut cells = cells.iter().map(|piece| piece.words().to_owned());
                let name = row_name(cells.next().unwrap_or_default());
                row([name].into_iter().chain(cells.map(|words| cell(say(words)))).collect())
            });
            let head = el("thead", &[], vec![row(head)]);
            let table = el("table", &[], vec![head, el("tbody", &[], rows.collect())]);
            el("div", &[("class", "handout-part")], vec![el("h2", &[], vec![text(name)]), table])
        }
    }
}

/// The plan's chart; nothing while it cannot be worked out.
fn path(ctx: &Ctx) -> Html {
    let worked = planned(ctx);
    let Ok(planned) = &worked.planned else { return Html::default() };
    picture(plan_fan(ctx.texts(), 640, &planned.plan, &planned.band))
}

fn picture(drawn: DrawnChart) -> Html {
    let Ok(of) = &drawn.drawing else { return Html::default() };
    el("div", &[("class", "handout-picture")], vec![drawing(of)])
}

fn pictures(ctx: &Ctx, found: &Situation) -> Html {
    let t = ctx.texts();
    let drawings = [doctors(t, 560, found), staffing_bullet(t, 560, found, super::counted(ctx))];
    all(drawings.into_iter().map(picture).collect())
}
