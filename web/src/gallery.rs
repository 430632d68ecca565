//! Every component in every state, one beside the other, for eyes and for tools that compare pictures and look for
//! accessibility faults. No part of what users get; `cargo xtask gallery` builds and serves it. Knows no view.
use crate::{
    components::{
        cell_table::{CellTable, cell_table},
        choice::{Alternative, choice, segments},
        dialog::Dialog,
        entry_field::EntryField,
        fault_list::fault_list,
        figure::{Figure, figure, figure_of_nobody},
        file_field::file_field,
        lazy_details::lazy_details,
        list_field::drop_field,
        notes::{badge, scenario_faults},
        number_field::NumberField,
        parts::{button, el, folded, list, paragraph, say, table, text},
        select_field::select_field,
        status::use_status,
        top_bar::TopBar,
        value::{ValueLook, difference, value, value_as},
        why::WhyDialog,
    },
    ctx::{Ctx, CtxProps},
    present::{
        amount::Show,
        charts::{AgeLine, AgeTop, DrawnChart, age_lines},
    },
    state::{Action, AppState, Draft, Grid, PageCatalogue, View},
    text::Lang,
};
use charts::{ChartError, Size};
use exchange::number::NumberError;
use model::{
    edit::Edit,
    id::Id,
    measure::{Measure, Rate},
    trace::Node,
    value::{Key, Value},
};
use report::columns::Column;
use rust_decimal::Decimal;
use std::rc::Rc;
use yew::{AttrValue, Callback, Html, Properties, Reducible, component, html, use_reducer};

/// A component in a state.
#[derive(Clone, Copy)]
struct Example {
    /// What it is, as the name of its file, and the state.
    name: &'static str,
    /// The actions that lead to the state.
    actions: fn(&PageCatalogue) -> Vec<Action>,
    draw: fn(&Ctx) -> Html,
}

fn at_rest(_: &PageCatalogue) -> Vec<Action> {
    Vec::new()
}

fn presented(_: &PageCatalogue) -> Vec<Action> {
    vec![Action::Present(true)]
}

/// A field with a text that cannot be read.
fn unreadable(_: &PageCatalogue) -> Vec<Action> {
    vec![Action::Go(View::Model, None), Action::Type(Key::CostShare, "seventy".to_owned())]
}

/// A weight that makes the base of some cell negative.
fn impossible(_: &PageCatalogue) -> Vec<Action> {
    let key = Key::Weight(Id::new("antikoagulation"));
    vec![Action::Go(View::Model, None), Action::Edit(Edit::Set(vec![(key, Some(Value::Number(Decimal::from(9000))))]))]
}

fn edited(_: &PageCatalogue) -> Vec<Action> {
    let set = |share| Action::Edit(Edit::Set(vec![(Key::CostShare, Some(Value::Number(Decimal::new(share, 1))))]));
    vec![set(5), set(6), Action::Undo, Action::Compare(Column::Scenario)]
}

fn pasted(_: &PageCatalogue) -> Vec<Action> {
    vec![Action::Go(View::Practice, None), Action::Paste(Grid::Listed, (0, 0), "12\tx\n5\t6\n".to_owned())]
}

const EXAMPLES: &[Example] = &[
    Example { name: "top_bar", actions: at_rest, draw: bar },
    Example { name: "top_bar, edited", actions: edited, draw: bar },
    Example { name: "top_bar, presenting", actions: presented, draw: bar },
    Example { name: "value", actions: at_rest, draw: values },
    Example { name: "value, presenting", actions: presented, draw: values },
    Example { name: "number_field", actions: at_rest, draw: number },
    Example { name: "number_field, unreadable", actions: unreadable, draw: number },
    Example { name: "entry_field", actions: at_rest, draw: |ctx| entry(ctx, None) },
    Example {
        name: "entry_field, unreadable",
        actions: at_rest,
        draw: |ctx| entry(ctx, Some(&Draft { text: "twelve".to_owned(), error: NumberError::Empty })),
    },
    Example {
        name: "select_field",
        actions: at_rest,
        draw: |ctx| {
            let options = ["One", "Two"].map(str::to_owned).to_vec();
            select_field(ctx, ("gallery-select", "List"), (options, 1), |_, _| {})
        },
    },
    Example { name: "choice", actions: at_rest, draw: |_| choices("gallery-choice", choice) },
    Example { name: "choice, segments", actions: at_rest, draw: |_| choices("gallery-segments", segments) },
    Example { name: "cell_table", actions: at_rest, draw: cells },
    Example { name: "parts", actions: at_rest, draw: |_| parts() },
    Example { name: "notes", actions: at_rest, draw: badge },
    Example { name: "notes, impossible weights", actions: impossible, draw: scenario_faults },
    Example { name: "fault_list", actions: unreadable, draw: |ctx| fault_list(ctx, View::Model) },
    Example { name: "fault_list, pasted", actions: pasted, draw: |ctx| fault_list(ctx, View::Practice) },
    Example {
        name: "file_field",
        actions: at_rest,
        draw: |_| {
            html! {
                <div>
                    { file_field("gallery-file", "File", (".csv", "gallery-file-about"), |_| {}) }
                    <p id="gallery-file-about">{ "CSV" }</p>
                </div>
            }
        },
    },
    Example {
        name: "list_field",
        actions: at_rest,
        draw: |ctx| drop_field(ctx, ("gallery-drop", ".csv"), ("File", "Or drop it here."), |_, _, _| {}),
    },
    Example {
        name: "lazy_details",
        actions: at_rest,
        draw: |ctx| lazy_details(ctx, "", "Unfold".to_owned(), |_| paragraph("", "Content")),
    },
    Example { name: "figure", actions: at_rest, draw: |ctx| figure_of_nobody(ctx, drawn(ctx)) },
    Example {
        name: "figure, cannot be drawn",
        actions: at_rest,
        draw: |ctx| {
            let own = drawn(ctx);
            let drawing = Err(ChartError::TooLarge);
            figure_of_nobody(ctx, Figure { drawn: DrawnChart { drawing, ..own.drawn.clone() }, ..own })
        },
    },
    Example { name: "figure, may not leave", actions: at_rest, draw: |ctx| figure(ctx, &drawn(ctx), None) },
    Example { name: "figure, may not be presented", actions: presented, draw: |ctx| figure(ctx, &drawn(ctx), None) },
    Example {
        name: "dialog and why",
        actions: at_rest,
        draw: |ctx| {
            html! {
                <>
                    { payment(ctx).map(|node| value(ctx, &node, Show::Kronor)) }
                    <WhyDialog ctx={ctx.clone()} />
                    <Dialog class="why" heading="gallery-heading" open={false} closed={Callback::noop()}>
                        <h2 id="gallery-heading">{ "Dialog" }</h2>
                    </Dialog>
                </>
            }
        },
    },
    Example { name: "status", actions: at_rest, draw: |ctx| html! { <Status ctx={ctx.clone()} /> } },
];

fn bar(ctx: &Ctx) -> Html {
    html! { <TopBar ctx={ctx.clone()} /> }
}

#[component]
fn Status(props: &CtxProps) -> Html {
    use_status(&props.ctx)
}

/// A figure of a published table: nobody's counts.
fn payment(ctx: &Ctx) -> Option<Rc<Node>> {
    let tariff = &ctx.state().tariffs.current;
    let (_, rate) = tariff.base.as_ref()?.iter().next()?;
    Some(Rc::clone(rate.node()))
}

fn values(ctx: &Ctx) -> Html {
    let Some(node) = payment(ctx) else { return Html::default() };
    let looks = [
        value(ctx, &node, Show::Kronor),
        value(ctx, &node, Show::Ore),
        difference(ctx, &node, Show::Kronor),
        value_as(ctx, &node, Show::Kronor, ValueLook { big: true, ..ValueLook::default() }),
        value_as(ctx, &node, Show::Kronor, ValueLook { superseded: true, ..ValueLook::default() }),
    ];
    list("", looks.into())
}

fn number(ctx: &Ctx) -> Html {
    let field = NumberField::labelled(Key::CostShare, "70".to_owned(), "gallery-number".to_owned());
    let in_table = NumberField::in_table(Key::CostShare, "70".to_owned(), Grid::Listed, (0, 0));
    html! {
        <>
            <label for="gallery-number">{ "Share" }</label>{ field.html(ctx) }
            { in_table.html(ctx) }
            { fault_list(ctx, View::Model) }
        </>
    }
}

fn entry(ctx: &Ctx, draft: Option<&Draft>) -> Html {
    let field =
        EntryField { id: "gallery-entry", label: "Number", about: "What it means.", value: "12".to_owned(), draft };
    field.html(ctx, |_, _| {})
}

fn choices(id: &'static str, draw: fn(&'static str, &'static str, &[Alternative]) -> Html) -> Html {
    let one = |name: &'static str, chosen| Alternative {
        name: AttrValue::Static(name),
        about: AttrValue::Static("What it means."),
        chosen,
        choose: Callback::noop(),
    };
    draw(id, "Choose", &[one("One", true), one("The other", false)])
}

fn cells(ctx: &Ctx) -> Html {
    let bands = ctx.state().tariffs.current.model.bands.clone();
    let table = CellTable {
        caption: "Count",
        bands: bands.bands().get(..3).unwrap_or_default(),
        headings: &["count", "kr"],
        cells: &|row, _| vec![say(row.to_string()), text("1")],
        foot: Some(&|_| text("2")),
    };
    cell_table(ctx, &table)
}

fn parts() -> Html {
    let press = Callback::noop();
    el(
        "div",
        &[],
        vec![
            button("", text("Button"), press.clone()),
            button("plain", text("Plain button"), press),
            folded("", "Unfold".to_owned(), paragraph("about", "Content")),
            table(AttrValue::Static("Table"), "", vec![crate::components::parts::column("Heading")], vec![]),
            paragraph("fault", "A fault."),
            paragraph("source", "A source."),
        ],
    )
}

fn drawn(ctx: &Ctx) -> Figure {
    let t = ctx.texts();
    let model = &ctx.state().tariffs.current.model;
    let count = model.bands.count();
    let line = |column, start: i64| AgeLine {
        column,
        label: "Line".to_owned(),
        values: (0..).take(count).map(|band| Rate::of(Decimal::from(start + 9 * band))).collect(),
    };
    let lines = [line(Column::Current, 40), line(Column::Proposal, 60)];
    let drawn = age_lines(
        t,
        Size { width: 640, height: 300 },
        (model.bands.bands(), AgeTop::of(&lines)),
        &lines,
        (Some(12), &[]),
    );
    Figure { name: "gallery", title: "A figure.".to_owned(), alt: "Two lines.".to_owned(), drawn, source: "Made up." }
}

#[derive(Properties)]
struct ExampleProps {
    catalogue: PageCatalogue,
    place: usize,
}

impl PartialEq for ExampleProps {
    fn eq(&self, other: &Self) -> bool {
        self.place == other.place
    }
}

/// An example with a state of its own.
#[component]
fn Shown(props: &ExampleProps) -> Html {
    let state = use_reducer(|| {
        let state = AppState::new(props.catalogue.clone(), View::Brief, Lang::Sv);
        let actions = EXAMPLES.get(props.place).map(|example| (example.actions)(&props.catalogue));
        let state = actions.unwrap_or_default().into_iter().fold(Rc::new(state), Reducible::reduce);
        (*state).clone()
    });
    let ctx = Ctx::new(state, Rc::default());
    let Some(example) = EXAMPLES.get(props.place) else { return Html::default() };
    let class = if ctx.state().present { "page present" } else { "page" };
    html! {
        <section class={class} data-example={example.name} aria-label={example.name}>
            <h2>{ example.name }</h2>
            { (example.draw)(&ctx) }
        </section>
    }
}

/// The gallery's properties.
#[derive(Clone, PartialEq, Properties)]
pub struct GalleryProps {
    /// The shipped models.
    pub catalogue: PageCatalogue,
}

/// All examples.
#[component]
pub fn Gallery(props: &GalleryProps) -> Html {
    html! {
        <main id="main" data-ready="true">
            <h1>{ "Gallery" }</h1>
            { for (0..EXAMPLES.len()).map(|place| html! { <Shown {place} catalogue={props.catalogue.clone()} /> }) }
        </main>
    }
}
