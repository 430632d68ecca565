//! "Underlag till lokal handlingsplan": two pages of paper and the same as text.
use crate::{
    components::{
        drawing::drawing,
        parts::{
            before, button, cell, el, list, paragraph, row, row_name, say, scroll, section, space, text, two_columns,
        },
    },
    ctx::Ctx,
    leave::{self, print},
    present::{
        charts::DrawnChart,
        guarding::Guarding,
        plan_chart::plan_fan,
        staff_assumed::not_told,
        staff_charts::{covered, people},
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
use yew::{AttrValue, Html};

/// The section with the ways out.
pub fn panel(ctx: &Ctx, found: &Situation) -> Html {
    let t = ctx.texts();
    // the heading of the view is the same
    let heading = vec![text(t.tab_material())];
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
        button("", text(t.underlag_copy()), on(ctx, copy_underlag)),
        button("", text(t.underlag_book()), on(ctx, save_underlag_book)),
        button("", text(t.underlag_csv()), on(ctx, save_underlag)),
        button("", text(t.take_save()), on(ctx, save_scenario)),
    ]);
    let seen = Leaving::of(&Guarding::of(ctx), underlag).map(|parts| {
        let parts = parts.iter().flatten().map(|part| {
            let name = el(
                "h3",
                &[],
                vec![text(part.heading), space(), el("span", &[("class", "about")], vec![text(part.due)])],
            );
            el("div", &[], before(name, part.blocks.iter().map(on_screen).collect()))
        });
        two_columns(parts.collect())
    });
    section("underlag", heading, vec![about, ways, book(ctx), said, seen.get().clone()])
}

/// What stands on the paper, as it is read on the screen.
fn on_screen(block: &Block) -> Html {
    match block {
        Block::Said(words) => el("p", &[], vec![say(words.clone())]),
        Block::Table(name, ..) => {
            let summary = el("summary", &[], vec![text(name)]);
            el("details", &[], vec![summary, scroll(AttrValue::Static(name), table(block))])
        }
    }
}

/// Beside the heading of the view: prints the material; nothing while there is none.
pub fn print_button(ctx: &Ctx, found: &Situation) -> Vec<Html> {
    let is_there = not_told(ctx, found).is_none() && !hides_list(ctx) && !ctx.state().present;
    let print = || button("", text(ctx.texts().underlag_print()), on(ctx, |_| print()));
    is_there.then(print).into_iter().collect()
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
        Block::Table(name, ..) => {
            el("div", &[("class", "handout-part")], vec![el("h2", &[], vec![text(name)]), table(block)])
        }
    }
}

fn table(block: &Block) -> Html {
    let Block::Table(_, headings, rows) = block else { return Html::default() };
    let head = headings.iter().map(|name| el("th", &[("scope", "col")], vec![say(name.clone())])).collect();
    let rows = rows.iter().map(|cells| {
        let mut cells = cells.iter().map(|piece| piece.words().to_owned());
        let name = row_name(cells.next().unwrap_or_default());
        row([name].into_iter().chain(cells.map(|words| cell(say(words)))).collect())
    });
    let head = el("thead", &[], vec![row(head)]);
    el("table", &[], vec![head, el("tbody", &[], rows.collect())])
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
    picture(people(ctx.texts(), 640, &covered(ctx.texts(), found), true))
}
