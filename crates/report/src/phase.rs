//! A new model that comes into force by steps in a region: sums in whole öre, and every amount with how it was made.
//! Knows no words and no charts.
use model::{
    id::Id,
    measure::{Measure, MonthlyMoney, Persons, Rate, Share, YearlyMoney},
    tariff::Tariff,
    term::{PhaseIn as Figure, Term},
    trace::Traced,
};
use register::{
    exact::{self, Ore},
    phase_in::{Bound, Fault, Financing, Held, Millionths, Payments, PhaseIn, Phased, Terms, phase_in},
    summary::Summary,
};
use rust_decimal::{Decimal, prelude::ToPrimitive};

/// How far a practice's payment may fall or rise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// A share of the old payment.
    OfOld(Share),
    /// Kronor per listed and month.
    PerListed(Rate),
}

/// What is chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PhaseStep {
    /// The share of the new model.
    pub share: Share,
    /// The largest fall.
    pub floor: Option<Limit>,
    /// The largest rise.
    pub cap: Option<Limit>,
    /// Who pays.
    pub financing: Financing,
}

impl Limit {
    fn bound(self) -> Option<Bound> {
        Some(match self {
            Self::OfOld(share) => Bound::OfOld(Millionths::of(share)?),
            Self::PerListed(rate) => {
                let ore = rate.decimal().checked_mul(Decimal::from(1200))?;
                Bound::PerListed(ore.is_integer().then(|| ore.to_u32()).flatten()?)
            }
        })
    }
}

impl PhaseStep {
    /// The terms in millionths and öre; `None` when a number has too many decimals or is outside its range.
    pub fn terms(&self) -> Option<Terms> {
        let bound = |limit: Option<Limit>| limit.map_or(Some(None), |limit| limit.bound().map(Some));
        let (floor, cap) = (bound(self.floor)?, bound(self.cap)?);
        Some(Terms { blend: Millionths::of(self.share)?, floor, cap, financing: self.financing })
    }
}

/// What the practices are paid under two models, of which each has its lane of the summary; `None` when a payment cannot
/// be worked out.
pub fn payments(summary: &Summary, old: (usize, &Tariff), new: (usize, &Tariff)) -> Option<Vec<Payments>> {
    let [old, new] = [old, new].map(|(lane, tariff)| exact::payments(summary, lane, tariff));
    let listed = summary.practices.iter().map(|sums| u32::try_from(sums.listed).ok());
    let practices = old?.into_iter().zip(new?).zip(listed);
    practices.map(|((old, new), listed)| Some(Payments { old, new, listed: listed? })).collect()
}

/// A region's practices in the step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PhasedRegion {
    /// Under the old model and the new.
    pub payments: Vec<Payments>,
    /// What is chosen.
    pub step: PhaseStep,
    /// What comes of it.
    pub found: PhaseIn,
}

/// A sum over the practices.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Total {
    /// Under the old model.
    Old,
    /// Under the new model.
    New,
    /// Before floor and cap.
    Blended,
    /// What is paid.
    Payment,
    /// What the floor adds.
    Raised,
    /// What the cap takes.
    Lowered,
    /// What both cost the region.
    Cost,
}

/// One practice's amounts of a year, each with how it was made.
#[derive(Clone, Debug, PartialEq)]
pub struct Made {
    /// Under the old model.
    pub old: Traced<YearlyMoney>,
    /// Under the new one.
    pub new: Traced<YearlyMoney>,
    /// Before floor and cap.
    pub blended: Traced<YearlyMoney>,
    /// What is paid; `None` for one whose amount follows from everybody else's.
    pub payment: Option<Traced<YearlyMoney>>,
}

/// A practice's payments of a month as the core made them.
#[derive(Clone, Copy, Debug)]
pub struct Monthly<'a> {
    /// What the practice is called.
    pub name: &'a str,
    /// Under the old model.
    pub old: &'a Traced<MonthlyMoney>,
    /// Under the new one.
    pub new: &'a Traced<MonthlyMoney>,
    /// Its listed.
    pub listed: &'a Traced<Persons>,
}

/// Works the step out; none of its numbers is wrong in itself.
///
/// # Errors
/// Everything that stands against it.
pub fn phased(payments: Vec<Payments>, step: PhaseStep, terms: &Terms) -> Result<PhasedRegion, Vec<Fault>> {
    let found = phase_in(&payments, terms)?;
    Ok(PhasedRegion { payments, step, found })
}

/// Öre as kronor.
pub fn kronor(ore: Ore) -> Decimal {
    Decimal::new(ore, 2)
}

/// Öre as an amount of a year.
pub(crate) fn money(ore: Ore) -> YearlyMoney {
    YearlyMoney::of(kronor(ore))
}

/// Öre a year as kronor a month for each listed.
#[expect(clippy::cast_precision_loss, reason = "a practice's payment is far below 2 to the 53rd")]
fn per_listed(ore: Ore, listed: u32) -> f64 {
    if listed == 0 { 0.0 } else { ore as f64 / 1200.0 / f64::from(listed) }
}

impl PhasedRegion {
    /// The sum.
    pub fn total(&self, total: Total) -> Ore {
        let payments = |of: fn(&Payments) -> Ore| self.payments.iter().map(of).sum();
        match total {
            Total::Old => payments(|practice| practice.old),
            Total::New => payments(|practice| practice.new),
            Total::Blended => self.found.budget,
            Total::Payment => self.found.practices.iter().map(|practice| practice.payment).sum(),
            Total::Raised => self.found.raised,
            Total::Lowered => self.found.lowered,
            Total::Cost => self.found.cost(),
        }
    }

    /// What holds the practice's payment. Where the practices pay for the floor, whoever stands on floor or cap is held,
    /// also when the common number has brought it there.
    pub fn held(&self, phased: &Phased) -> Held {
        match (self.step.financing, phased.payment) {
            (Financing::Practices, at) if self.step.floor.is_some() && at == phased.floor => Held::Floor,
            (Financing::Practices, at) if phased.cap == Some(at) => Held::Cap,
            _ => phased.held(),
        }
    }

    /// How many practices the floor and the cap hold.
    pub fn count(&self, held: Held) -> usize {
        self.found.practices.iter().filter(|practice| self.held(practice) == held).count()
    }

    /// The changes from the old model, in kronor per listed and month: the whole change, and the step's.
    pub fn changes(&self) -> [Vec<f64>; 2] {
        let practices = || self.payments.iter().zip(&self.found.practices);
        let whole = practices().map(|(of, _)| per_listed(of.new - of.old, of.listed));
        let now = practices().map(|(of, phased)| per_listed(phased.payment - of.old, of.listed));
        [whole.collect(), now.collect()]
    }

    /// A practice's amounts, exactly; `None` when these are not its payments.
    pub fn made(&self, at: usize, of: Monthly<'_>) -> Option<Made> {
        let (payments, phased) = (self.payments.get(at)?, self.found.practices.get(at)?);
        let id = || Id::new(of.name);
        let term = |figure: fn(Id) -> Figure| Term::PhaseIn(figure(id()));
        let old = of.old.per_year().to_ore(term(Figure::Old), money(payments.old))?;
        let new = of.new.per_year().to_ore(term(Figure::New), money(payments.new))?;
        let share = Traced::input(Term::PhaseIn(Figure::Share), self.step.share);
        let step = new.minus(term(Figure::Change), &old).times(term(Figure::Step), &share);
        let between = Traced::sum(term(Figure::Blended), [old.clone(), step]);
        let blended = between.to_ore(term(Figure::Blended), money(phased.blended))?;
        let held = Bounded { old: &old, listed: of.listed, id: id() };
        let payment = match self.held(phased) {
            Held::Floor => held.floor(self.step.floor?, money(phased.payment)),
            Held::Cap => held.cap(self.step.cap?, money(phased.payment)),
            Held::Free => between.to_ore(term(Figure::Payment), money(phased.payment)),
        };
        Some(Made { old, new, blended, payment })
    }

    /// The sum, exactly, of every practice's amounts in their order; `None` when one of its parts is not known exactly.
    pub fn exact_total(&self, total: Total, made: &[(&str, Made)]) -> Option<Traced<YearlyMoney>> {
        let sum = |figure, of: fn(&Made) -> &Traced<YearlyMoney>| {
            Traced::sum(Term::PhaseIn(figure), made.iter().map(|(_, made)| of(made).clone()))
        };
        Some(match total {
            Total::Old => sum(Figure::OldSum, |made| &made.old),
            Total::New => sum(Figure::NewSum, |made| &made.new),
            Total::Blended => sum(Figure::BlendedSum, |made| &made.blended),
            Total::Payment => match self.step.financing {
                Financing::Region => Traced::sum(Term::PhaseIn(Figure::PaymentSum), paid(made)?),
                // the common number is found so that the budget is kept
                Financing::Practices => sum(Figure::PaymentSum, |made| &made.blended),
            },
            Total::Raised => moved(made, true)?,
            Total::Lowered => moved(made, false)?,
            Total::Cost => {
                let before = sum(Figure::BlendedSum, |made| &made.blended);
                Traced::sum(Term::PhaseIn(Figure::PaymentSum), paid(made)?).minus(Term::PhaseIn(Figure::Cost), &before)
            }
        })
    }
}

fn paid(made: &[(&str, Made)]) -> Option<Vec<Traced<YearlyMoney>>> {
    made.iter().map(|(_, made)| made.payment.clone()).collect()
}

/// What is paid beyond the blended payments, or less than those.
fn moved(made: &[(&str, Made)], up: bool) -> Option<Traced<YearlyMoney>> {
    let mut parts = Vec::new();
    for (name, made) in made {
        let payment = made.payment.as_ref()?;
        let (more, less) = if up { (payment, &made.blended) } else { (&made.blended, payment) };
        let figure = if up { Figure::Raised } else { Figure::Lowered };
        if more.value() > less.value() {
            parts.push(more.minus(Term::PhaseIn(figure(Id::new(name))), less));
        }
    }
    Some(Traced::sum(Term::PhaseIn(if up { Figure::RaisedSum } else { Figure::LoweredSum }), parts))
}

/// A payment that floor or cap holds.
struct Bounded<'a> {
    old: &'a Traced<YearlyMoney>,
    listed: &'a Traced<Persons>,
    id: Id,
}

impl Bounded<'_> {
    fn floor(&self, limit: Limit, payment: YearlyMoney) -> Option<Traced<YearlyMoney>> {
        let amount = self.amount(limit, Figure::Floor, Figure::FloorAmount, self.old.value() - payment)?;
        Some(self.old.minus(Term::PhaseIn(Figure::Payment(self.id.clone())), &amount))
    }

    fn cap(&self, limit: Limit, payment: YearlyMoney) -> Option<Traced<YearlyMoney>> {
        let amount = self.amount(limit, Figure::Cap, Figure::CapAmount, payment - self.old.value())?;
        Some(Traced::sum(Term::PhaseIn(Figure::Payment(self.id.clone())), [self.old.clone(), amount]))
    }

    /// How far the limit lies from the old payment.
    fn amount(
        &self,
        limit: Limit,
        chosen: Figure,
        amount: fn(Id) -> Figure,
        whole: YearlyMoney,
    ) -> Option<Traced<YearlyMoney>> {
        let term = || Term::PhaseIn(amount(self.id.clone()));
        let exact = match limit {
            Limit::OfOld(share) => self.old.times(term(), &Traced::input(Term::PhaseIn(chosen), share)),
            Limit::PerListed(rate) => {
                let month: Traced<MonthlyMoney> =
                    self.listed.times(term(), &Traced::input(Term::PhaseIn(chosen), rate));
                month.per_year()
            }
        };
        exact.to_ore(term(), whole)
    }
}
