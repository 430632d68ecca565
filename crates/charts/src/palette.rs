//! The colours: one a role, with two paler shades for parts of a whole. It does not know themes: a page maps these
//! constants to its own (see the crate's first page).

use plotters::style::RGBColor;

/// What a line, bar or mark stands for. The role decides colour and form together, so that colour never stands alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// The rules in force: grey, dashed or hollow.
    Current,
    /// The proposed rules: blue, solid or filled.
    Proposal,
    /// The user's own scenario: ochre, with diamonds.
    Scenario,
    /// A further model: ink, with hollow squares.
    Other,
    /// Receives more: blue, triangle up.
    More,
    /// Receives less: rust, triangle down.
    Less,
    /// Neither: grey, solid.
    Neutral,
}

/// Which part of a whole, by how dark it is. Equal parts of different rows get the same shade.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shade {
    /// The role's own colour (light grey for the hollow [`Role::Current`]).
    Strong,
    /// Between strong and light.
    Medium,
    /// Palest.
    Light,
}

pub(crate) const GREY: RGBColor = RGBColor(0x6B, 0x72, 0x80);
pub(crate) const BLUE: RGBColor = RGBColor(0x12, 0x43, 0x6D);
pub(crate) const OCHRE: RGBColor = RGBColor(0xB4, 0x53, 0x09);
pub(crate) const MORE: RGBColor = RGBColor(0x1D, 0x5F, 0xA8);
pub(crate) const LESS: RGBColor = RGBColor(0xC2, 0x41, 0x0C);
pub(crate) const GRID: RGBColor = RGBColor(0xD9, 0xDC, 0xE1);
pub(crate) const AXIS_TEXT: RGBColor = RGBColor(0x4B, 0x55, 0x63);
pub(crate) const INK: RGBColor = RGBColor(0x1F, 0x29, 0x37);
pub(crate) const WHITE: RGBColor = RGBColor(0xFF, 0xFF, 0xFF);
pub(crate) const BAND: RGBColor = RGBColor(0xEE, 0xF2, 0xF7);
const GREYS: [RGBColor; 3] = [RGBColor(0xD1, 0xD5, 0xDB), RGBColor(0xE5, 0xE7, 0xEB), RGBColor(0xF3, 0xF4, 0xF6)];
const BLUES: [RGBColor; 2] = [RGBColor(0x8F, 0xB0, 0xCF), RGBColor(0xC9, 0xD9, 0xE8)];
const OCHRES: [RGBColor; 2] = [RGBColor(0xED, 0xB3, 0x7C), RGBColor(0xFB, 0xE3, 0xCC)];
const MORES: [RGBColor; 2] = [RGBColor(0x93, 0xBA, 0xE3), RGBColor(0xD3, 0xE3, 0xF5)];
const LESSES: [RGBColor; 2] = [RGBColor(0xF2, 0xA9, 0x8A), RGBColor(0xFB, 0xDD, 0xD0)];

/// Every colour that a chart may contain, with its use. A page's theme needs a rule for each.
pub const PALETTE: [(&str, RGBColor); 21] = [
    ("current and neutral", GREY),
    ("proposal", BLUE),
    ("scenario", OCHRE),
    ("more", MORE),
    ("less", LESS),
    ("grid", GRID),
    ("axis text", AXIS_TEXT),
    ("text, zero line, mark and a further model", INK),
    ("text on a strong fill; background of an exported file", WHITE),
    ("highlighted band", BAND),
    ("current, strong; neutral, medium", GREYS[0]),
    ("current, medium; neutral, light", GREYS[1]),
    ("current, light", GREYS[2]),
    ("proposal, medium", BLUES[0]),
    ("proposal, light", BLUES[1]),
    ("scenario, medium", OCHRES[0]),
    ("scenario, light", OCHRES[1]),
    ("more, medium", MORES[0]),
    ("more, light", MORES[1]),
    ("less, medium", LESSES[0]),
    ("less, light", LESSES[1]),
];

/// The colour of a role's lines, marks and outlines.
pub const fn colour(role: Role) -> RGBColor {
    match role {
        Role::Current | Role::Neutral => GREY,
        Role::Proposal => BLUE,
        Role::Scenario => OCHRE,
        Role::Other => INK,
        Role::More => MORE,
        Role::Less => LESS,
    }
}

/// A colour as it stands in the SVG: `#` and six upper-case hex digits.
pub fn hex(colour: RGBColor) -> String {
    format!("#{:02X}{:02X}{:02X}", colour.0, colour.1, colour.2)
}

/// Fill of a bar, and the colour of text that can be read on it.
pub(crate) const fn fill(role: Role, shade: Shade) -> (RGBColor, RGBColor) {
    let [medium, light] = match role {
        Role::Current | Role::Neutral | Role::Other => [GREYS[0], GREYS[1]],
        Role::Proposal => BLUES,
        Role::Scenario => OCHRES,
        Role::More => MORES,
        Role::Less => LESSES,
    };
    match (role, shade) {
        (Role::Current, Shade::Strong) => (GREYS[0], INK),
        (Role::Current, Shade::Medium) => (GREYS[1], INK),
        (Role::Current, Shade::Light) => (GREYS[2], INK),
        (_, Shade::Strong) => (colour(role), WHITE),
        (_, Shade::Medium) => (medium, INK),
        (_, Shade::Light) => (light, INK),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROLES: [Role; 7] =
        [Role::Current, Role::Proposal, Role::Scenario, Role::Other, Role::More, Role::Less, Role::Neutral];

    fn luminance(colour: RGBColor) -> f64 {
        let part = |byte: u8| {
            let share = f64::from(byte) / 255.0;
            if share <= 0.03928 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * part(colour.0) + 0.7152 * part(colour.1) + 0.0722 * part(colour.2)
    }

    fn contrast(one: RGBColor, other: RGBColor) -> f64 {
        let (a, b) = (luminance(one), luminance(other));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn text_on_every_fill_reads_at_4_5_to_1() {
        for role in ROLES {
            for shade in [Shade::Strong, Shade::Medium, Shade::Light] {
                let (ground, ink) = fill(role, shade);
                assert!(contrast(ground, ink) >= 4.5, "{role:?} {shade:?}: {:.2}", contrast(ground, ink));
            }
            assert!(contrast(colour(role), WHITE) >= 4.5, "{role:?} as text on a white page");
        }
        assert!(contrast(AXIS_TEXT, BAND) >= 4.5 && contrast(INK, BAND) >= 4.5);
    }

    #[test]
    fn the_palette_names_each_colour_once_and_all_fills() {
        let hexes: Vec<String> = PALETTE.iter().map(|(_, colour)| hex(*colour)).collect();
        let unique: std::collections::BTreeSet<&String> = hexes.iter().collect();
        assert_eq!(unique.len(), PALETTE.len());
        for role in ROLES {
            for shade in [Shade::Strong, Shade::Medium, Shade::Light] {
                assert!(hexes.contains(&hex(fill(role, shade).0)));
            }
        }
        assert_eq!(hex(colour(Role::Proposal)), "#12436D");
        assert_eq!(hex(colour(Role::Scenario)), "#B45309");
        assert_eq!(hex(colour(Role::More)), "#1D5FA8");
        assert_eq!(hex(colour(Role::Less)), "#C2410C");
        assert_eq!(hex(colour(Role::Current)), "#6B7280");
    }
}
