//! A set of conditions, by their positions in a model or in a region.
use std::hash::{Hash, Hasher};

/// Positions of conditions: in their case mix, or in a region whose conditions are those of all compared models. The
/// order of sets is one for sorting and means nothing else.
#[derive(Clone, Copy, Debug, Default, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct ConditionSet([u64; WORDS]);

const WORDS: usize = 4;
/// Positions of a word.
const WIDTH: usize = 64;

impl ConditionSet {
    /// The most conditions that a set tells apart: those of one case mix, or of all compared models together.
    pub const CAPACITY: usize = WORDS * WIDTH;
    /// None at all.
    pub const EMPTY: Self = Self([0; WORDS]);

    /// The set of these positions; those beyond the capacity are left out, and no checked case mix has them.
    #[inline]
    pub fn of(positions: impl IntoIterator<Item = usize>) -> Self {
        // nearly all positions are in the first word, which is quicker to fill by itself
        let (first, set) = positions.into_iter().fold((0, Self::EMPTY), |(first, set), position| {
            if position < WIDTH { (first | 1 << position, set) } else { (first, set.with(position)) }
        });
        set.or(Self([first, 0, 0, 0]))
    }

    /// The first so many positions; at most all.
    #[inline]
    pub fn first(count: usize) -> Self {
        let word = |before: usize| match count.saturating_sub(before) {
            0 => 0,
            positions => u64::MAX >> WIDTH.saturating_sub(positions),
        };
        Self([word(0), word(WIDTH), word(2 * WIDTH), word(3 * WIDTH)])
    }

    /// The positions from `from` on whose bits the number has: its lowest stands for `from`. Those beyond the capacity
    /// are left out.
    #[inline]
    pub fn of_bits(bits: u64, from: usize) -> Self {
        // as nearly all are
        if from == 0 {
            return Self([bits, 0, 0, 0]);
        }
        let (word, shift) = (from / WIDTH, from % WIDTH);
        let mut set = Self::EMPTY;
        if let Some(low) = set.0.get_mut(word) {
            *low = bits << shift;
        }
        if let Some(high) = set.0.get_mut(word + 1).filter(|_| shift > 0) {
            *high = bits >> (WIDTH - shift);
        }
        set
    }

    /// The 64 positions from `from` on as the bits of a number.
    #[inline]
    pub fn bits(self, from: usize) -> u64 {
        let (word, shift) = (from / WIDTH, from % WIDTH);
        let at = |word: usize| self.0.get(word).copied().unwrap_or(0);
        let high = if shift > 0 { at(word + 1) << (WIDTH - shift) } else { 0 };
        at(word) >> shift | high
    }

    /// With one more.
    #[must_use]
    #[inline]
    pub fn with(mut self, position: usize) -> Self {
        if let Some(word) = self.0.get_mut(position / WIDTH) {
            *word |= 1 << (position % WIDTH);
        }
        self
    }

    /// With those of the other set.
    #[must_use]
    #[inline]
    pub fn or(self, other: Self) -> Self {
        self.each(other, |own, others| own | others)
    }

    /// Without those of the other set.
    #[must_use]
    #[inline]
    pub fn without(self, other: Self) -> Self {
        self.each(other, |own, others| own & !others)
    }

    /// What it shares with the other.
    #[must_use]
    #[inline]
    pub fn both(self, other: Self) -> Self {
        self.each(other, |own, others| own & others)
    }

    /// Whether it has none.
    #[inline]
    pub fn is_empty(self) -> bool {
        self.short() == Some(0)
    }

    /// Whether it has the position.
    #[inline]
    pub fn has(self, position: usize) -> bool {
        self.0.get(position / WIDTH).is_some_and(|word| word >> (position % WIDTH) & 1 == 1)
    }

    /// Whether it has every position of the other.
    #[inline]
    pub fn has_all(self, other: Self) -> bool {
        self.both(other) == other
    }

    /// Whether it shares a position with the other.
    #[inline]
    pub fn has_any(self, other: Self) -> bool {
        !self.both(other).is_empty()
    }

    /// How many it has.
    pub fn count(self) -> u32 {
        self.0.iter().map(|word| word.count_ones()).sum()
    }

    /// Its bits as one number, if all its positions are among the first 64.
    #[inline]
    pub fn short(self) -> Option<u64> {
        let [first, second, third, fourth] = self.0;
        (second | third | fourth == 0).then_some(first)
    }

    /// Its positions in rising order.
    #[inline]
    pub fn positions(self) -> impl Iterator<Item = usize> {
        let [mut word, second, third, fourth] = self.0;
        let (mut later, mut start) = ([second, third, fourth].into_iter(), 0);
        std::iter::from_fn(move || {
            while word == 0 {
                word = later.next()?;
                start += WIDTH;
            }
            let lowest = usize::try_from(word.trailing_zeros()).ok()?;
            word &= word - 1;
            Some(start + lowest)
        })
    }

    /// Tells of its positions in rising order. Word by word where the set lies: quicker than [`ConditionSet::positions`]
    /// for those who go through very many sets.
    #[inline]
    pub fn each_position(&self, mut tell: impl FnMut(usize)) {
        for (place, word) in self.0.iter().enumerate() {
            let mut rest = *word;
            while rest != 0 {
                tell(place * WIDTH + usize::try_from(rest.trailing_zeros()).unwrap_or_default());
                rest &= rest - 1;
            }
        }
    }

    #[inline]
    fn each(self, other: Self, join: impl Fn(u64, u64) -> u64) -> Self {
        let ([a, b, c, d], [e, f, g, h]) = (self.0, other.0);
        Self([join(a, e), join(b, f), join(c, g), join(d, h)])
    }
}

impl PartialEq for ConditionSet {
    #[inline]
    fn eq(&self, other: &Self) -> bool {
        self.each(*other, |own, others| own ^ others).is_empty()
    }
}

impl Hash for ConditionSet {
    /// As far as the last word with anything in it: sets of few conditions are quick to find.
    #[inline]
    fn hash<H: Hasher>(&self, state: &mut H) {
        let used = self.0.iter().rposition(|word| *word != 0).map_or(0, |last| last + 1);
        self.0.iter().take(used).for_each(|word| state.write_u64(*word));
    }
}
