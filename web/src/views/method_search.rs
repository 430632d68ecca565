//! "Sök i metoden": what is said in any section, found by its words. Knows nothing of how the sections look.
use super::{
    method::{formulas, glossary_words, limits, small_counts},
    method_contents::{address, sections},
    method_region::{region_words, staffing_words},
};
use crate::{
    components::parts::{el, say},
    ctx::{Ctx, CtxProps},
    present::critique_words::{about, name},
    tools::critique::CRITIQUE,
};
use model::{citation::Status, term::Objection};
use yew::{Callback, Html, InputEvent, TargetCast, component, html, use_state};

/// More than these are not shown at once.
const MOST: usize = 12;

/// Something that is said: in which section, under what name.
struct Said {
    slug: &'static str,
    name: String,
    words: String,
}

/// Everything that is said in sentences.
fn everything(ctx: &Ctx) -> Vec<Said> {
    let t = ctx.texts();
    let said = |slug, name: &str, words: &str| Said { slug, name: name.to_owned(), words: words.to_owned() };
    let sentence = |slug| move |words: &&str| Said { slug, name: beginning(words), words: (*words).to_owned() };
    let pair = |slug| move |(name, words): &(&'static str, &'static str)| said(slug, name, words);
    let objections = Objection::ALL.map(|one| said(CRITIQUE, name(t, one), about(t, one)));
    let open = ctx.catalogue().inconsistencies().iter().map(|one| {
        let words = t.name(&one.text);
        let slug = if one.citation.status == Status::Reading { "val" } else { "okant" };
        said(slug, &beginning(&words), &words)
    });
    let sources = ctx.catalogue().sources().iter().map(|one| said("kallor", &one.title, &t.name(&one.about)));
    let left_out = ctx.catalogue().left_out().iter().map(|one| said("val", &t.name(&one.name), &t.name(&one.reason)));
    let pairs = region_words(t).iter().chain(&staffing_words(t)).map(pair("sa-raknas-det")).collect::<Vec<_>>();
    let mut all: Vec<Said> = formulas(ctx).iter().map(sentence("sa-raknas-det")).collect();
    all.extend(pairs);
    all.extend(sources.chain(open).chain(left_out).chain(objections));
    all.extend(limits(ctx).iter().map(sentence("okant")));
    all.extend(glossary_words(t).iter().map(pair("ordlista")));
    all.extend(small_counts(ctx).iter().map(sentence("skydd")));
    all.push(said("skydd", t.method_accessibility(), t.accessibility_text()));
    all
}

/// The first words of a sentence, up to a colon or a stop.
fn beginning(words: &str) -> String {
    words.split([':', '.', ',']).next().unwrap_or_default().to_owned()
}

/// The field, and where its words are found.
#[component]
pub fn Search(props: &CtxProps) -> Html {
    let ctx = &props.ctx;
    let t = ctx.texts();
    let sought = use_state(String::new);
    let oninput = {
        let sought = sought.clone();
        Callback::from(move |event: InputEvent| {
            let field: web_sys::HtmlInputElement = event.target_unchecked_into();
            sought.set(field.value());
        })
    };
    let words: Vec<String> = sought.split_whitespace().map(str::to_lowercase).collect();
    let is_met = |said: &Said| {
        let all = [&*said.name, " ", &*said.words].concat().to_lowercase();
        words.iter().all(|word| all.contains(word))
    };
    let found = match sought.trim().len() {
        0 | 1 => None,
        _ => Some(everything(ctx).into_iter().filter(is_met).collect::<Vec<_>>()),
    };
    let status = found.as_ref().map(|found| t.method_found(&found.len().to_string()));
    let items = found.into_iter().flatten().take(MOST).map(|said| {
        let section =
            sections(t).into_iter().find(|section| section.slug == said.slug).map_or("", |section| section.name);
        html! { <li><a href={address(said.slug)}>{ said.name }<span class="about">{ section }</span></a></li> }
    });
    let items: Vec<Html> = items.collect();
    let list = if items.is_empty() { Html::default() } else { el("ul", &[], items) };
    html! {
        <div class="method-search" role="search">
            <label for="method-search">{ t.method_search() }</label>
            <input type="text" id="method-search" autocomplete="off" value={(*sought).clone()} {oninput} />
            <p class="about" role="status">{ status.map_or_else(Html::default, say) }</p>
            { list }
        </div>
    }
}
