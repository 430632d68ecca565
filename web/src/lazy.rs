//! The views but the first: a piece of the module of its own, fetched right after the first view is drawn. Knows nothing
//! of how the module is cut or where the pieces lie: xtask and the start script do.
use crate::{
    components::{
        parts::{all, button, el, paragraph, text, title},
        top_bar::view_name,
    },
    ctx::Ctx,
    leave::picture,
    present::book::{MakeBook, make_book},
    region::{order::Order, worker},
    state::{Action, View},
    tools::{
        guard::{self, Leaving},
        memory, opening,
        read_file::{FileOrder, read_file},
        work::Tell,
    },
    views,
};
use exchange::{
    import::OpenError,
    parquet_lines::{ParquetFault, RowsDone, parquet_lines_of},
    sheet_lines::{SheetLines, sheet_lines},
};
use model::trace::Node;
use std::{cell::Cell, future::Future, pin::Pin, rc::Rc};
use web_sys::Blob;
use yew::{Callback, Html, MouseEvent};

/// A figure as it may be shown where it is, with a mark beside it; or the words in its place.
type PublishFigure = fn(&Ctx, &Rc<Node>) -> Result<(Rc<Node>, &'static str), String>;

/// Shows an explanation: the figure, and what closes it.
type Explain = fn(&Ctx, &Rc<Node>, Callback<MouseEvent>) -> Html;

/// The views of the piece, which can only be reached through it.
struct LazyViews {
    model: fn(&Ctx) -> Html,
    practice: fn(&Ctx) -> Html,
    region: fn(&Ctx) -> Html,
    staffing: fn(&Ctx) -> Html,
    method: fn(&Ctx) -> Html,
    notice: fn(&Ctx) -> Html,
    remembered: fn(&Ctx),
    follow: fn(&Ctx, &str),
    keep: fn(&Ctx),
    changed_elsewhere: fn(&Ctx),
    hides: fn(&Ctx) -> bool,
    told: PublishFigure,
    save_png: fn(String, Leaving<String>),
    explain: Explain,
    staffing_status: fn(&Ctx) -> String,
    practice_status: fn(&Ctx) -> String,
    overlays: fn(&Ctx) -> Html,
    drawer: fn(&Ctx) -> Html,
}

static VIEWS: LazyViews = LazyViews {
    model: views::model::view,
    practice: views::practice::view,
    region: views::region::view,
    staffing: views::staffing::view,
    method: views::method::view,
    notice: views::notice::notice,
    remembered: memory::start,
    follow: opening::follow,
    keep: memory::keep,
    changed_elsewhere: memory::changed_elsewhere,
    hides: guard::hides_on_screen,
    told: guard::told,
    save_png: picture::save_png,
    explain: views::explanation::explanation,
    staffing_status: views::staffing::status,
    practice_status: views::practice_results::status,
    overlays: views::share_dialog::overlays,
    drawer: views::drawer::drawer,
};

thread_local! {
    static LOADED: Cell<Option<&'static LazyViews>> = const { Cell::new(None) };
}

/// Answers an order about a region; in a piece of its own, with the persons.
pub type AnswerOrder = fn(Order, Option<Blob>, Tell) -> Pin<Box<dyn Future<Output = ()>>>;

/// Reads a file; in a piece of its own, with the readers of workbooks.
pub type ReadFile = fn(Blob, FileOrder, Tell) -> Pin<Box<dyn Future<Output = ()>>>;

/// What reads and writes files; in a piece of its own, with the readers and the writer of workbooks.
pub struct Files {
    /// Reads a file or a paste.
    pub read: ReadFile,
    /// The sheets of a workbook as lines.
    pub sheet_lines: fn(&[u8]) -> Result<Vec<SheetLines>, OpenError>,
    /// Writes an Excel file.
    pub make_book: MakeBook,
}

static FILES: Files = Files { read: read_file, sheet_lines, make_book };

/// Gives the rows of a Parquet file as lines; in a piece of its own.
pub type ReadParquet = fn(Vec<u8>, &mut dyn FnMut(&[u8], RowsDone)) -> Result<(), ParquetFault>;

#[cfg(not(feature = "pieces"))]
mod cut {
    //! One piece: everything is here.
    use super::{AnswerOrder, FILES, Files, LazyViews, ReadParquet, VIEWS, parquet_lines_of, worker};

    pub(super) async fn views() -> Result<&'static LazyViews, ()> {
        Ok(&VIEWS)
    }

    pub(super) async fn files() -> Result<&'static Files, ()> {
        Ok(&FILES)
    }

    pub(super) async fn persons() -> Result<AnswerOrder, ()> {
        Ok(worker::answer)
    }

    pub(super) async fn parquet() -> Result<ReadParquet, ()> {
        Ok(parquet_lines_of)
    }
}

#[cfg(feature = "pieces")]
mod cut {
    //! Where the module is cut.
    #![allow(unsafe_code, improper_ctypes_definitions, reason = "both sides are the same program")]
    use super::{AnswerOrder, FILES, Files, LazyViews, ReadParquet, VIEWS, parquet_lines_of, worker};
    use wasm_split_helpers::{SplitLoaderError, wasm_split};

    #[wasm_split(views, fallible)]
    pub(super) fn views() -> Result<&'static LazyViews, SplitLoaderError> {
        Ok(&VIEWS)
    }

    #[wasm_split(files, fallible)]
    pub(super) fn files() -> Result<&'static Files, SplitLoaderError> {
        Ok(&FILES)
    }

    #[wasm_split(persons, fallible)]
    pub(super) fn persons() -> Result<AnswerOrder, SplitLoaderError> {
        Ok(worker::answer)
    }

    #[wasm_split(parquet, fallible)]
    pub(super) fn parquet() -> Result<ReadParquet, SplitLoaderError> {
        Ok(parquet_lines_of)
    }
}

/// What reads and writes files, unless it cannot be fetched.
pub async fn files() -> Option<&'static Files> {
    cut::files().await.ok()
}

/// What answers orders about a region, unless it cannot be fetched.
pub async fn worker() -> Option<AnswerOrder> {
    cut::persons().await.ok()
}

/// What reads Parquet, unless it cannot be fetched.
pub async fn parquet() -> Option<ReadParquet> {
    cut::parquet().await.ok()
}

/// Whether the view as it stands on the reader's own screen has something that must not leave the page.
pub fn hides(ctx: &Ctx) -> bool {
    LOADED.get().is_some_and(|views| (views.hides)(ctx))
}

/// A figure as it may be shown, with a mark beside it, or the words in its place. Before the piece is here nothing has been
/// entered.
pub fn told(ctx: &Ctx, node: &Rc<Node>) -> Result<(Rc<Node>, &'static str), String> {
    LOADED.get().map_or_else(|| Ok((Rc::clone(node), "")), |views| (views.told)(ctx, node))
}

/// Whether a region's figures can be asked why: in a presentation only those of made-up persons.
pub fn may_explain_region(ctx: &Ctx) -> bool {
    let state = ctx.state();
    !state.present || state.tools.guard.off || state.tools.region.is_synthetic()
}

/// The explanation of a figure; until the piece is here, that it is on its way or could not be fetched.
pub fn explain(ctx: &Ctx, node: &Rc<Node>, close: Callback<MouseEvent>) -> Html {
    let t = ctx.texts();
    let instead = match LOADED.get() {
        Some(views) => match (views.told)(ctx, node) {
            Ok((node, _)) => return (views.explain)(ctx, &node, close),
            Err(_) => paragraph("empty", t.why_protected()),
        },
        None if ctx.state().views_failed => failed(ctx),
        None => paragraph("empty", t.view_loading()),
    };
    let heading = el("h2", &[("id", "why-title")], vec![text(t.why_title())]);
    all(vec![heading, el("div", &[], vec![instead]), button("plain", text(t.close()), close)])
}

/// What Fast läkarkontakt comes to, for those who hear the page; nothing before the piece is here.
pub fn staffing_status(ctx: &Ctx) -> String {
    LOADED.get().map_or_else(String::new, |views| (views.staffing_status)(ctx))
}

/// What Min vårdcentral comes to, for those who hear the page; nothing before the piece is here.
pub fn practice_status(ctx: &Ctx) -> String {
    LOADED.get().map_or_else(String::new, |views| (views.practice_status)(ctx))
}

/// The drawer beside any view; until the piece is here, that it is on its way.
pub fn drawer(ctx: &Ctx) -> Html {
    LOADED.get().map_or_else(Html::default, |views| (views.drawer)(ctx))
}

/// What lies over any view; nothing before the piece is here.
pub fn overlays(ctx: &Ctx) -> Html {
    LOADED.get().map_or_else(Html::default, |views| (views.overlays)(ctx))
}

/// Saves a drawing as a picture.
pub fn save_png(name: String, svg: Leaving<String>) {
    if let Some(views) = LOADED.get() {
        (views.save_png)(name, svg);
    }
}

/// Fetches the piece unless it is here, and tells the page whether it came. Then what this computer remembers is there,
/// and over it the scenario of the address, if it has one.
pub async fn load(ctx: Ctx, address: fn() -> String) {
    if LOADED.get().is_some() {
        return;
    }
    let views = cut::views().await.ok();
    LOADED.set(views);
    ctx.send(Action::ViewsCame(views.is_some()));
    if let Some(views) = views {
        (views.remembered)(&ctx);
        (views.follow)(&ctx, &address());
    }
}

/// Opens the scenario of an address. Before the piece is here nothing needs to be done: it then reads the address itself.
pub fn follow(ctx: &Ctx, address: &str) {
    if let Some(views) = LOADED.get() {
        (views.follow)(ctx, address);
    }
}

/// Writes what is to be remembered.
pub fn keep(ctx: &Ctx) {
    if let Some(views) = LOADED.get() {
        (views.keep)(ctx);
    }
}

/// Hears that another tab has changed what is remembered.
pub fn changed_elsewhere(ctx: &Ctx) {
    if let Some(views) = LOADED.get() {
        (views.changed_elsewhere)(ctx);
    }
}

/// Whether the view can be shown now.
pub fn has(view: View) -> bool {
    view == View::Brief || LOADED.get().is_some()
}

/// Whether the view is still on its way.
pub fn waits(ctx: &Ctx) -> bool {
    !has(ctx.state().view) && !ctx.state().views_failed
}

/// That the piece could not be fetched, and the way to ask for it again.
fn failed(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let again = button("", text(t.view_again()), ctx.on(Action::FetchAgain));
    el("div", &[("role", "alert")], vec![paragraph("empty fault", t.view_failed()), again])
}

/// The view, or that it is on its way or could not be fetched.
pub fn show(ctx: &Ctx) -> Html {
    let (state, t) = (ctx.state(), ctx.texts());
    let name = || title(vec![text(view_name(t, state.view))]);
    let shown = match (state.view, LOADED.get()) {
        (View::Brief, _) => views::brief::view,
        _ if state.views_failed && !has(state.view) => {
            return all(vec![name(), failed(ctx)]);
        }
        (_, None) => return all(vec![name(), paragraph("empty", t.view_loading())]),
        (View::Model, Some(views)) => views.model,
        (View::Practice, Some(views)) => views.practice,
        (View::Region, Some(views)) => views.region,
        (View::Staffing, Some(views)) => views.staffing,
        (View::Method, Some(views)) => views.method,
    };
    let notice = LOADED.get().map_or_else(Html::default, |views| (views.notice)(ctx));
    all(vec![notice, shown(ctx)])
}
