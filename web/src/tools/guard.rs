//! The guard of small numbers: what of the present practice must not leave the page, and [`Leaving`], which only this file
//! makes and without which nothing leaves. On unless it is switched off knowingly. Knows nothing of how a figure leaves.
use super::change;
use crate::{
    ctx::Ctx,
    present::{amount::Show, guard_words, guarding::Guarding},
    region::{order::Exported, region_summary::RegionSummary},
    state::{Draft, View as Page},
};
use exchange::number::{Limits, read_decimal};
use model::{
    cell::PerCell,
    count::Count,
    edit::Edit,
    entries::Entries,
    id::Id,
    measure::{Fte, Measure},
    outcome::PaidFor,
    practice::Practice,
    quantity::Unit,
    scenario::Scenario,
    staffing::{
        item::Item,
        staff::{DoctorCount, PracticeStaff},
    },
    trace::{How, Node},
    value::Key,
};
use register::merge::Merge;
use report::guard::{
    LARGEST_THRESHOLD, LEAST_THRESHOLD, Protection, Published, Total, USUAL_THRESHOLD, protect, published,
};
use rust_decimal::{Decimal, prelude::ToPrimitive};
use std::rc::Rc;

/// The control's state.
#[derive(Clone, Debug)]
pub struct Guard {
    /// Switched off, knowingly.
    pub off: bool,
    /// Whether switching off has been asked for, and not yet been confirmed.
    pub asking: bool,
    /// Counts from one up to, and without, this are guarded.
    pub threshold: u32,
    /// A threshold that could not be read.
    pub draft: Option<Draft>,
}

impl Default for Guard {
    fn default() -> Self {
        Self { off: false, asking: false, threshold: USUAL_THRESHOLD, draft: None }
    }
}

impl Guard {
    /// The threshold that holds: the strictest while one that cannot be read stands in the field, so that nothing leaves
    /// at a lower one than the reader may have meant.
    pub fn fewest(&self) -> u32 {
        if self.draft.is_some() { LARGEST_THRESHOLD } else { self.threshold }
    }
}

/// What must not leave the page; none when the guard is off.
pub fn protection(ctx: &Ctx) -> Option<Rc<Protection>> {
    let (state, guard) = (ctx.state(), &ctx.state().tools.guard);
    let worked_out = || protect(&whole_practice(state.scenario()), &state.tariffs, guard.fewest());
    (!guard.off).then(|| state.derived.protection(worked_out))
}

/// Whether anything is hidden.
pub fn hides(ctx: &Ctx) -> bool {
    protection(ctx).is_some_and(|protection| protection.hides_any())
}

/// Something that may leave the page. Every way out takes this and nothing else, and only the guard makes one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leaving<T>(T);

impl<T> Leaving<T> {
    /// What is made of a published view. A function pointer holds nothing else, so nothing else can be in it.
    pub fn of<V: View>(view: &V, make: fn(&V) -> T) -> Self {
        Self(make(view))
    }

    /// What has no counts of anybody in it: headings, shipped persons, amounts of a model, an address of a scenario.
    pub fn of_nobody(nobody: T) -> Self {
        Self(nobody)
    }

    /// What is made of all that has been entered about the practice; none while any of it is hidden.
    pub fn of_whole_practice(ctx: &Ctx, whole: T) -> Option<Self> {
        (!hides(ctx)).then_some(Self(whole))
    }

    /// What is made of doctors and the size of the list; none while so few are listed that it is hidden.
    pub fn of_doctors(ctx: &Ctx, doctors: T) -> Option<Self> {
        (!hides_list(ctx)).then_some(Self(doctors))
    }

    /// What is made of a list of vårdcentraler with their doctors; none while any has few listed.
    pub fn of_practices(ctx: &Ctx, list: &Rc<[PracticeStaff]>, made: T) -> Option<Self> {
        Rc::ptr_eq(&published_list(ctx, list), list).then_some(Self(made))
    }

    /// What is made of a region's sums; of the user's own none while any vårdcentral has few listed or small counts are told
    /// as they are.
    pub fn of_region(ctx: &Ctx, known: &RegionSummary, made: T) -> Option<Self> {
        let told = !protects_region(ctx, known) || known.facts.told >= ctx.state().tools.guard.fewest();
        (told && merge_of(ctx, known).is_none()).then_some(Self(made))
    }

    /// The same in another form.
    pub fn map<U>(self, form: impl FnOnce(T) -> U) -> Leaving<U> {
        Leaving(form(self.0))
    }

    /// To be read; what is read may be seen by anybody.
    pub fn get(&self) -> &T {
        &self.0
    }

    /// The same, taken out.
    pub fn into_inner(self) -> T {
        self.0
    }
}

impl Leaving<String> {
    /// A region's outcome as its worker wrote it; none if it was written for a lower threshold than now.
    pub fn of_outcome(ctx: &Ctx, known: &RegionSummary, made: Exported) -> Option<Self> {
        let fewest = ctx.state().tools.guard.fewest();
        let protected = made.fewest.is_some_and(|written| written >= fewest);
        (protected || !protects_region(ctx, known)).then_some(Self(made.text))
    }
}

impl<T> Leaving<Option<T>> {
    /// One of something, if there is something.
    pub fn transpose(self) -> Option<Leaving<T>> {
        self.0.map(Leaving)
    }
}

impl<T, E> Leaving<Result<T, E>> {
    /// Something, or why it could not be made.
    pub fn or_why(self) -> Result<Leaving<T>, E> {
        self.0.map(Leaving)
    }
}

/// A view of persons after the guard: all that [`Leaving::of`] makes anything of. Named here and nowhere else.
pub trait View: sealed::Sealed {}

mod sealed {
    /// Keeps [`super::View`] to this file.
    pub trait Sealed {}
}

impl sealed::Sealed for Guarding<'_> {}
impl View for Guarding<'_> {}

/// Whether the view as it stands on the reader's own screen has something that must not leave the page, so that it is not
/// printed as it stands.
pub fn hides_on_screen(ctx: &Ctx) -> bool {
    let tools = &ctx.state().tools;
    match ctx.state().view {
        _ if ctx.state().present => false,
        Page::Practice => hides(ctx),
        Page::Staffing => {
            let list = &ctx.state().scenario().staff().practices;
            hides(ctx) || hides_list(ctx) || !Rc::ptr_eq(&published_list(ctx, list), list)
        }
        Page::Region => tools.region.known.as_ref().is_some_and(|known| protects_region(ctx, known)),
        Page::Brief | Page::Model | Page::Method => false,
    }
}

/// Whether the list is so short that its very size is hidden.
pub fn hides_list(ctx: &Ctx) -> bool {
    let (guard, scenario) = (&ctx.state().tools.guard, ctx.state().scenario());
    let small = (1..guard.fewest()).contains(&scenario.staff().listed.get());
    !guard.off && (small || protection(ctx).is_some_and(|protection| protection.withholds(Total::Listed)))
}

/// The scenario with the shortest lists of a region's vårdcentraler put together, so that none tells of few persons.
pub fn published_practices(ctx: &Ctx) -> Scenario {
    let scenario = ctx.state().scenario();
    let edit = Edit::SetPractices(published_list(ctx, &scenario.staff().practices));
    // more doctors together than a list can have: then no list at all, and never the one with few persons
    let edit = if edit.is_within_bounds() { edit } else { Edit::SetPractices(Rc::default()) };
    scenario.apply(&edit)
}

/// The vårdcentraler of a list, the shortest put together so that none tells of few persons.
pub fn published_list(ctx: &Ctx, list: &Rc<[PracticeStaff]>) -> Rc<[PracticeStaff]> {
    let guard = &ctx.state().tools.guard;
    let listed: Vec<u64> = list.iter().map(|one| one.listed.get().into()).collect();
    let merge = Merge::of(&listed, guard.fewest().into()).filter(|_| !guard.off);
    let Some(merge) = merge else { return Rc::clone(list) };
    let (mut kept, mut together) = (Vec::new(), together(ctx, merge.together()));
    for (at, one) in list.iter().enumerate() {
        if merge.has(at) {
            together.listed = [together.listed, one.listed].into_iter().sum();
            for (group, more) in one.doctors.iter() {
                let sum = together.doctors.get(group).map_or(*more, |before| added(*before, *more));
                together.doctors.insert(*group, sum);
            }
        } else {
            kept.push(one.clone());
        }
    }
    kept.push(together);
    kept.into()
}

fn together(ctx: &Ctx, practices: usize) -> PracticeStaff {
    let name = Id::new(&small_together(ctx, practices));
    PracticeStaff { name, listed: Count::ZERO, doctors: Entries::new() }
}

/// Doctors of two practices; heads beside heltid count as one heltid each.
fn added(one: DoctorCount, other: DoctorCount) -> DoctorCount {
    match (one, other) {
        (DoctorCount::Heads(one), DoctorCount::Heads(other)) => DoctorCount::Heads(one + other),
        (DoctorCount::Fte(one), DoctorCount::Fte(other)) => DoctorCount::Fte(one + other),
        (DoctorCount::Fte(fte), DoctorCount::Heads(heads)) | (DoctorCount::Heads(heads), DoctorCount::Fte(fte)) => {
            DoctorCount::Fte(fte + Fte::of(heads.decimal()))
        }
    }
}

/// What practices that are put together are called.
pub fn small_together(ctx: &Ctx, practices: usize) -> String {
    ctx.texts().guard_small_practices(&practices.to_string())
}

/// Whether a region is of real persons who are to be protected.
pub fn protects_region(ctx: &Ctx, known: &RegionSummary) -> bool {
    !ctx.state().tools.guard.off && !known.facts.synthetic
}

/// Whether a region has so few persons that nothing of it leaves.
pub fn hides_region(ctx: &Ctx, known: &RegionSummary) -> bool {
    let persons: u64 = known.summary.lists().iter().sum();
    protects_region(ctx, known) && persons < ctx.state().tools.guard.fewest().into()
}

/// Which vårdcentraler of a region are put together in what leaves; none where no list is short. Made-up persons are nobody.
pub fn merge_of(ctx: &Ctx, known: &RegionSummary) -> Option<Merge> {
    let fewest = ctx.state().tools.guard.fewest().into();
    protects_region(ctx, known).then(|| Merge::of(&known.summary.lists(), fewest)).flatten()
}

/// A figure as it may be shown, with a mark beside it, or the words in its place: on the reader's own screen as it is, in a
/// presentation as it may leave the page, with all that it was made of.
pub fn told(ctx: &Ctx, node: &Rc<Node>) -> Result<(Rc<Node>, &'static str), String> {
    let (t, state) = (ctx.texts(), ctx.state());
    let whole = || Ok((Rc::clone(node), ""));
    if !state.present || state.tools.guard.off {
        return whole();
    }
    if state.view == Page::Region {
        let few = !state.tools.region.is_synthetic() && tells_few(node, state.tools.guard.fewest());
        return if few { Err(t.guard_withheld().to_owned()) } else { whole() };
    }
    let Some(protection) = protection(ctx) else { return whole() };
    match published(node, &protection) {
        Published::Whole(node) | Published::Mended(node) => Ok((node, "")),
        Published::Rounded(node) => Ok((node, t.guard_rounded_mark())),
        hidden @ (Published::Between(_) | Published::Withheld) => {
            Err(guard_words::published(t, &hidden, (Show::Persons, false)))
        }
    }
}

/// The practice as entered, also when nobody is listed yet: a scenario file holds the conditions all the same.
pub(super) fn whole_practice(scenario: &Scenario) -> Practice {
    let input = scenario.practice();
    let listed = PerCell::from_fn(&scenario.start.bands, |cell| input.listed.get(&cell).copied().unwrap_or_default());
    Practice { listed, affected: input.affected.clone(), drug_cost: input.drug_cost }
}

/// Whether a value is left out of a file.
pub fn withholds(scenario: &Scenario, protection: &Protection, threshold: u32, key: &Key) -> bool {
    let practice = scenario.practice();
    let (count, hidden) = match key {
        Key::Listed(cell) => (practice.listed.get(cell).copied(), protection.hides(&PaidFor::Cell(*cell))),
        Key::Affected(id) => (practice.affected.get(id).copied(), protection.hides(&PaidFor::Factor(id.clone()))),
        Key::Staff(Item::Persons) => (Some(scenario.staff().listed), protection.withholds(Total::Listed)),
        Key::Staff(Item::Named) => (named(scenario), false),
        _ => (None, false),
    };
    // a cell that the model lacks is in no total, but in the file
    hidden || count.is_some_and(|count: Count| (1..threshold).contains(&count.get()))
}

fn named(scenario: &Scenario) -> Option<Count> {
    Count::new(scenario.staff().numbers.get(&Item::Named)?.to_u64()?)
}

/// The first press asks, the second switches off; switching on asks nobody.
pub fn ask(ctx: &Ctx) {
    change(ctx, |tools| match tools.guard.off {
        true => tools.guard.off = false,
        false => tools.guard.asking = !tools.guard.asking,
    });
}

/// Switches off, once it has been asked.
pub fn confirm(ctx: &Ctx) {
    change(ctx, |tools| (tools.guard.off, tools.guard.asking) = (true, false));
}

/// Whether so few persons are counted in what the figure was made of that they are not told.
fn tells_few(node: &Node, threshold: u32) -> bool {
    let few = |value: Decimal| value > Decimal::ZERO && value < Decimal::from(threshold);
    let is_count = matches!(node.how, How::Input) && node.value.unit == Unit::Persons;
    (is_count && few(node.value.value)) || node.how.inputs().into_iter().any(|input| tells_few(input, threshold))
}

/// Takes a threshold as it was typed; what cannot be read stays with its error.
pub fn type_threshold(ctx: &Ctx, text: String) {
    let limits = Limits { min: LEAST_THRESHOLD.into(), max: LARGEST_THRESHOLD.into(), max_decimals: 0, units: &[] };
    let read = read_decimal(&text, ctx.state().notation(), &limits);
    change(ctx, |tools| match read {
        Ok(number) => {
            tools.guard.threshold = number.to_u32().unwrap_or(USUAL_THRESHOLD);
            tools.guard.draft = None;
        }
        Err(error) => tools.guard.draft = Some(Draft { text, error }),
    });
}
