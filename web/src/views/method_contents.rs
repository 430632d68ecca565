//! The contents list of Metod: every section with its address; above the section and folded on a phone.
use super::method_search::Search;
use crate::{ctx::CtxProps, state::View, text::Texts};
use yew::{Callback, Html, MouseEvent, component, html, use_state};

/// A section: the end of its address, and its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MethodSection {
    /// The end of its address.
    pub slug: &'static str,
    /// Its name.
    pub name: &'static str,
}

/// In the order of reading.
pub fn sections(t: Texts) -> [MethodSection; 8] {
    let of = |slug, name| MethodSection { slug, name };
    [
        of("sa-raknas-det", t.method_how()),
        of("kallor", t.method_said()),
        of("val", t.method_choices()),
        of(crate::tools::critique::CRITIQUE, t.critique()),
        of("okant", t.method_unknown()),
        of("varden", t.method_parameters()),
        of("ordlista", t.method_glossary()),
        of("skydd", t.method_protection()),
    ]
}

/// The section that is looked at: the last one, else the first.
pub fn chosen(ctx: &crate::ctx::Ctx) -> usize {
    let slug = ctx.state().tab(View::Method);
    sections(ctx.texts()).iter().position(|section| Some(section.slug) == slug).unwrap_or_default()
}

/// The address of a section.
pub fn address(slug: &str) -> String {
    [View::Method.hash(), "/", slug].concat()
}

/// The list.
#[component]
pub fn Contents(props: &CtxProps) -> Html {
    let ctx = &props.ctx;
    let t = ctx.texts();
    let open = use_state(|| false);
    let at = chosen(ctx);
    let close = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(false))
    };
    let links = sections(t).into_iter().enumerate().map(|(place, section)| {
        let current = (place == at).then_some("page");
        html! {
            <li><a href={address(section.slug)} aria-current={current} onclick={close.clone()}>{ section.name }</a></li>
        }
    });
    let toggle = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(!*open))
    };
    html! {
        <nav class={if *open { "contents open" } else { "contents" }} aria-label={t.method_contents()}>
            <button type="button" class="contents-open" aria-expanded={open.to_string()} onclick={toggle}>
                { t.method_contents() }
            </button>
            <div class="contents-list">
                <ul>{ for links }</ul>
                <Search ctx={ctx.clone()} />
            </div>
        </nav>
    }
}
