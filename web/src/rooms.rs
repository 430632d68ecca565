//! The views but the first: a piece of the module of its own, fetched right after the first view is drawn. Knows nothing
//! of how the module is cut or where the pieces lie: xtask and the start script do.
use crate::{
    components::{
        parts::{all, button, el, paragraph, text, title},
        top_bar::view_name,
    },
    ctx::Ctx,
    desk::{
        guard::{self, Leaving},
        memory, opening,
        read_file::{FileOrder, read_file},
        work::Tell,
    },
    leave::picture,
    present::book::{MakeBook, make_book},
    region::{hall, order::Order},
    state::{Action, View},
    text::Part,
    views,
};
use model::trace::Node;
use std::{cell::Cell, future::Future, pin::Pin, rc::Rc};
use web_sys::Blob;
use yew::{Callback, Html, MouseEvent, UseStateHandle};

/// A figure as it may be shown where it is, with a mark beside it; or the words in its place.
type Told = fn(&Ctx, &Rc<Node>) -> Result<(Rc<Node>, &'static str), String>;

/// Shows an explanation: the figure, whether every step is asked for, and what closes it.
type Explain = fn(&Ctx, &Rc<Node>, &UseStateHandle<bool>, Callback<MouseEvent>) -> Html;

/// The views of the piece and their texts, which can only be reached through it.
struct Rooms {
    texts: Part,
    model: fn(&Ctx) -> Html,
    practice: fn(&Ctx) -> Html,
    staffing: fn(&Ctx) -> Html,
    method: fn(&Ctx) -> Html,
    notice: fn(&Ctx) -> Html,
    remembered: fn(&Ctx),
    follow: fn(&Ctx, &str),
    keep: fn(&Ctx),
    changed_elsewhere: fn(&Ctx),
    hides: fn(&Ctx) -> bool,
    told: Told,
    save_png: fn(String, Leaving<String>),
    explain: Explain,
    staffing_status: fn(&Ctx) -> String,
}

static ROOMS: Rooms = Rooms {
    texts: Part::ROOMS,
    model: views::model::view,
    practice: views::practice::view,
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
};

/// Alla vårdcentraler, with its texts; in a piece of its own.
struct Region {
    texts: Part,
    view: fn(&Ctx) -> Html,
}

static ALL_PRACTICES: Region = Region { texts: Part::REGION, view: views::region::view };

thread_local! {
    static LOADED: Cell<Option<&'static Rooms>> = const { Cell::new(None) };
    static REGION: Cell<Option<&'static Region>> = const { Cell::new(None) };
}

/// Answers an order about a region; in a piece of its own, with the persons.
pub type AnswerOrder = fn(Order, Option<Blob>, Tell) -> Pin<Box<dyn Future<Output = ()>>>;

/// Reads a file; in a piece of its own, with the readers of workbooks.
pub type ReadFile = fn(Blob, FileOrder, Tell) -> Pin<Box<dyn Future<Output = ()>>>;

#[cfg(not(feature = "pieces"))]
mod cut {
    //! One piece: everything is here.
    use super::{ALL_PRACTICES, AnswerOrder, MakeBook, ROOMS, ReadFile, Region, Rooms, hall, make_book, read_file};

    pub(super) async fn rooms() -> Result<&'static Rooms, ()> {
        Ok(&ROOMS)
    }

    pub(super) async fn reading() -> Result<ReadFile, ()> {
        Ok(read_file)
    }

    pub(super) async fn workbook() -> Result<MakeBook, ()> {
        Ok(make_book)
    }

    pub(super) async fn region() -> Result<&'static Region, ()> {
        Ok(&ALL_PRACTICES)
    }

    pub(super) async fn persons() -> Result<AnswerOrder, ()> {
        Ok(hall::answer)
    }
}

#[cfg(feature = "pieces")]
mod cut {
    //! Where the module is cut.
    #![allow(unsafe_code, improper_ctypes_definitions, reason = "both sides are the same program")]
    use super::{ALL_PRACTICES, AnswerOrder, MakeBook, ROOMS, ReadFile, Region, Rooms, hall, make_book, read_file};
    use wasm_split_helpers::{SplitLoaderError, wasm_split};

    #[wasm_split(rooms, fallible)]
    pub(super) fn rooms() -> Result<&'static Rooms, SplitLoaderError> {
        Ok(&ROOMS)
    }

    #[wasm_split(reading, fallible)]
    pub(super) fn reading() -> Result<ReadFile, SplitLoaderError> {
        Ok(read_file)
    }

    #[wasm_split(workbook, fallible)]
    pub(super) fn workbook() -> Result<MakeBook, SplitLoaderError> {
        Ok(make_book)
    }

    #[wasm_split(region, fallible)]
    pub(super) fn region() -> Result<&'static Region, SplitLoaderError> {
        Ok(&ALL_PRACTICES)
    }

    #[wasm_split(persons, fallible)]
    pub(super) fn persons() -> Result<AnswerOrder, SplitLoaderError> {
        Ok(hall::answer)
    }
}

/// The reader of files, unless it cannot be fetched.
pub async fn reading() -> Option<ReadFile> {
    cut::reading().await.ok()
}

/// The writer of Excel files, unless it cannot be fetched.
pub async fn workbook() -> Option<MakeBook> {
    cut::workbook().await.ok()
}

/// What answers orders about a region, unless it cannot be fetched.
pub async fn hall() -> Option<AnswerOrder> {
    cut::persons().await.ok()
}

/// Whether the view as it stands on the reader's own screen has something that must not leave the page.
pub fn hides(ctx: &Ctx) -> bool {
    LOADED.get().is_some_and(|rooms| (rooms.hides)(ctx))
}

/// A figure as it may be shown, with a mark beside it, or the words in its place. Before the piece is here nothing has been
/// entered.
pub fn told(ctx: &Ctx, node: &Rc<Node>) -> Result<(Rc<Node>, &'static str), String> {
    LOADED.get().map_or_else(|| Ok((Rc::clone(node), "")), |rooms| (rooms.told)(ctx, node))
}

/// Whether a region's figures can be asked why: in a presentation only those of made-up persons.
pub fn may_explain_region(ctx: &Ctx) -> bool {
    let state = ctx.state();
    !state.present || state.desk.guard.off || state.desk.region.is_synthetic()
}

/// The explanation of a figure; until the piece is here, that it is on its way or could not be fetched.
pub fn explain(ctx: &Ctx, node: &Rc<Node>, all_steps: &UseStateHandle<bool>, close: Callback<MouseEvent>) -> Html {
    let t = ctx.texts();
    let instead = match LOADED.get() {
        Some(rooms) => match (rooms.told)(ctx, node) {
            Ok((node, _)) => return (rooms.explain)(ctx, &node, all_steps, close),
            Err(_) => paragraph("empty", t.why_protected()),
        },
        None if ctx.state().rooms_failed => failed(ctx),
        None => paragraph("empty", t.room_loading()),
    };
    let heading = el("h2", &[("id", "why-title")], vec![text(t.why_title())]);
    all(vec![heading, el("div", &[], vec![instead]), button("plain", text(t.close()), close)])
}

/// What Fast läkarkontakt comes to, for those who hear the page; nothing before the piece is here.
pub fn staffing_status(ctx: &Ctx) -> String {
    LOADED.get().map_or_else(String::new, |rooms| (rooms.staffing_status)(ctx))
}

/// Saves a drawing as a picture.
pub fn save_png(name: String, svg: Leaving<String>) {
    if let Some(rooms) = LOADED.get() {
        (rooms.save_png)(name, svg);
    }
}

/// Fetches the piece unless it is here, and tells the page whether it came. Then what this computer remembers is there,
/// and over it the scenario of the address, if it has one.
pub async fn load(ctx: Ctx, address: fn() -> String) {
    load_rooms(&ctx, address).await;
    if ctx.state().view == View::Region && REGION.get().is_none() {
        let region = cut::region().await.ok();
        if let Some(region) = region {
            region.texts.keep();
        }
        REGION.set(region);
        ctx.send(Action::RoomsCame(region.is_some()));
    }
}

async fn load_rooms(ctx: &Ctx, address: fn() -> String) {
    if LOADED.get().is_none() {
        let rooms = cut::rooms().await.ok();
        if let Some(rooms) = rooms {
            rooms.texts.keep();
        }
        LOADED.set(rooms);
        ctx.send(Action::RoomsCame(rooms.is_some()));
        if let Some(rooms) = rooms {
            (rooms.remembered)(ctx);
            (rooms.follow)(ctx, &address());
        }
    }
}

/// Opens the scenario of an address. Before the piece is here nothing needs to be done: it then reads the address itself.
pub fn follow(ctx: &Ctx, address: &str) {
    if let Some(rooms) = LOADED.get() {
        (rooms.follow)(ctx, address);
    }
}

/// Writes what is to be remembered.
pub fn keep(ctx: &Ctx) {
    if let Some(rooms) = LOADED.get() {
        (rooms.keep)(ctx);
    }
}

/// Hears that another tab has changed what is remembered.
pub fn changed_elsewhere(ctx: &Ctx) {
    if let Some(rooms) = LOADED.get() {
        (rooms.changed_elsewhere)(ctx);
    }
}

/// Whether the view can be shown now.
pub fn has(view: View) -> bool {
    match view {
        View::Brief => true,
        View::Region => REGION.get().is_some(),
        _ => LOADED.get().is_some(),
    }
}

/// Whether the view is still on its way.
pub fn waits(ctx: &Ctx) -> bool {
    !has(ctx.state().view) && !ctx.state().rooms_failed
}

/// That the piece could not be fetched, and the way to ask for it again.
fn failed(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let again = button("", text(t.room_again()), ctx.on(Action::FetchAgain));
    el("div", &[("role", "alert")], vec![paragraph("empty fault", t.room_failed()), again])
}

/// The view, or that it is on its way or could not be fetched.
pub fn show(ctx: &Ctx) -> Html {
    let (state, t) = (ctx.state(), ctx.texts());
    let name = || title(vec![text(view_name(t, state.view))]);
    let room = match (state.view, LOADED.get()) {
        (View::Brief, _) => views::brief::view,
        _ if state.rooms_failed && !has(state.view) => {
            return all(vec![name(), failed(ctx)]);
        }
        (_, None) => return all(vec![name(), paragraph("empty", t.room_loading())]),
        (View::Model, Some(rooms)) => rooms.model,
        (View::Practice, Some(rooms)) => rooms.practice,
        (View::Region, Some(_)) => match REGION.get() {
            Some(region) => region.view,
            None => return all(vec![name(), paragraph("empty", t.room_loading())]),
        },
        (View::Staffing, Some(rooms)) => rooms.staffing,
        (View::Method, Some(rooms)) => rooms.method,
    };
    let notice = LOADED.get().map_or_else(Html::default, |rooms| (rooms.notice)(ctx));
    all(vec![notice, room(ctx)])
}
