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

    /// Whether the model can be changed beside the view: where the model is the view it is not beside it.
    pub fn has_drawer(self) -> bool {
        !matches!(self, Self::Model | Self::Method)
    }

    /// The view of an address and the tab that it names, whatever follows a question mark; the first view for any other.
    pub fn from_hash(hash: &str) -> (Self, Option<&str>) {
        let hash = hash.split_once('?').map_or(hash, |(route, _)| route);
        let of = |view: Self| match hash.strip_prefix(view.hash())? {
            "" => Some((view, None)),
            rest => rest.strip_prefix('/').map(|tab| (view, Some(tab))),
        };
        Self::ALL.into_iter().find_map(of).unwrap_or((Self::Brief, None))
    }
}

#[cfg(test)]
mod tests {
    use super::View;

    #[test]
    fn an_address_names_a_view_and_may_name_a_tab() {
        let read = |hash: &'static str| View::from_hash(hash);
        assert_eq!(read("#/alla-vardcentraler"), (View::Region, None));
        assert_eq!(read("#/alla-vardcentraler/malen"), (View::Region, Some("malen")));
        assert_eq!(read("#/modellen?v=2&m=x"), (View::Model, None));
        assert_eq!(read("#/metodik"), (View::Brief, None));
        assert_eq!(read(""), (View::Brief, None));
    }
}
