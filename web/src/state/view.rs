//! The views and their addresses. Knows nothing of what they show.

/// One room of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum View {
    /// I korthet.
    Brief,
    /// Modellen.
    Model,
    /// Min vårdcentral.
    Practice,
    /// Alla vårdcentraler.
    Region,
    /// Fast läkarkontakt.
    Staffing,
    /// Metod och källor.
    Method,
}

impl View {
    /// In the order of the menu.
    pub const ALL: [Self; 6] = [Self::Brief, Self::Model, Self::Practice, Self::Region, Self::Staffing, Self::Method];

    /// The address after the page's own.
    pub fn hash(self) -> &'static str {
        match self {
            Self::Brief => "#/korthet",
            Self::Model => "#/modellen",
            Self::Practice => "#/min-vardcentral",
            Self::Region => "#/alla-vardcentraler",
            Self::Staffing => "#/lakarkontakt",
            Self::Method => "#/metod",
        }
    }

    /// The view of an address, whatever follows a question mark; the first one for any other.
    pub fn from_hash(hash: &str) -> Self {
        let hash = hash.split_once('?').map_or(hash, |(route, _)| route);
        Self::ALL.into_iter().find(|view| view.hash() == hash).unwrap_or(Self::Brief)
    }
}
