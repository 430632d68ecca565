//! The tables of figures. A row is a figure: what it is, what it is of, its stable name, and the text that says it. The
//! enum, its names and the page's words come from the one row. Knows no language.

/// An enum of figures from its rows, and a macro of the name after `as`: given the name of another macro, it calls it with
/// the enum's name and its rows, `Variant(parts) => text(parts);`, where only those with a text of their own name one.
macro_rules! figures {
    (@cell cell $part:ident) => { Some(*$part) };
    (@cell $other:ident $part:ident) => { { let _ = $part; None } };
    (@factor factor $part:ident) => { Some($part) };
    (@factor $other:ident $part:ident) => { { let _ = $part; None } };
    (($d:tt) $(#[$about:meta])* $name:ident as $table:ident {
        $( $(#[$row:meta])* $figure:ident $(( $($part:ident: $type:ty),* ))? = $stable:literal $(=> $text:ident($($said:ident),*))?; )*
    }) => {
        $(#[$about])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        pub enum $name { $( $(#[$row])* $figure $(( $($type),* ))? ),* }

        impl $name {
            /// What the figure is called by machines, without what it is of.
            pub fn stable_name(&self) -> &'static str {
                match self { $( Self::$figure { .. } => $stable ),* }
            }

            /// The cell that the figure is of, if it is of one.
            pub fn cell(&self) -> Option<crate::cell::Cell> {
                match self {
                    $( Self::$figure $(( $($part),* ))? => [None $($(, figures!(@cell $part $part))*)?].into_iter().flatten().next() ),*
                }
            }

            /// The condition, interaction or count that the figure is of, if it is of one.
            pub fn factor(&self) -> Option<&crate::id::Id> {
                match self {
                    $( Self::$figure $(( $($part),* ))? => [None $($(, figures!(@factor $part $part))*)?].into_iter().flatten().next() ),*
                }
            }
        }

        /// The rows, for a macro that makes something of each.
        #[macro_export]
        macro_rules! $table {
            ($d rows:ident) => {
                $d rows! { $name $( $figure $(( $($part),* ))? $(=> $text($($said),*))?; )* }
            };
        }
    };
}
pub(crate) use figures;
