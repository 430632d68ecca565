//! How a text is broken into lines, and written so that XML takes it.

use crate::letters::{BOLD, ELLIPSIS, advance};
pub(crate) use crate::letters::{bold_width, width};

/// Height of tick labels, axis titles and labels inside bars, px.
pub(crate) const SMALL: u32 = 12;
/// Height of row labels, values and series names, px.
pub(crate) const BODY: u32 = 14;

/// Room, in px of plain text, that bold text has in `room`.
pub(crate) const fn bold_room(room: i32) -> i32 {
    room.saturating_mul(100) / BOLD
}

/// Width of the widest line, px; 0 for none.
pub(crate) fn widest(lines: &[String], size: u32) -> i32 {
    lines.iter().map(|line| width(line, size)).max().unwrap_or(0)
}

/// Distance from one line of text to the next, px.
pub(crate) const fn line_height(size: u32) -> i32 {
    // sizes are the constants of this crate
    #[expect(clippy::cast_possible_wrap, reason = "at most 18")]
    let size = size as i32;
    size + size / 4
}

/// Break at spaces into at most `most` lines no wider than `room` px. What does not fit ends in an ellipsis.
pub(crate) fn fit(text: &str, size: u32, room: i32, most: usize) -> Vec<String> {
    let mut lines = wrap(text, size, room);
    if lines.len() > most {
        let rest = lines.split_off(most.saturating_sub(1)).join(" ");
        lines.push(rest);
    }
    lines.iter().map(|line| shorten(line, size, room)).collect()
}

fn wrap(text: &str, size: u32, room: i32) -> Vec<String> {
    let space = width(" ", size);
    let mut lines: Vec<String> = Vec::new();
    let mut used = 0;
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let wide = width(word, size);
        match lines.last_mut() {
            Some(line) if wide.saturating_add(space).saturating_add(used) <= room => {
                line.push(' ');
                line.push_str(word);
                used = used.saturating_add(space).saturating_add(wide);
            }
            _ => {
                lines.push(word.to_owned());
                used = wide.min(room);
            }
        }
    }
    lines
}

fn shorten(line: &str, size: u32, room: i32) -> String {
    if width(line, size) <= room {
        return line.to_owned();
    }
    let most = u64::try_from(room).unwrap_or(0) * 1000 / u64::from(size.max(1));
    let mut used = u64::from(advance(ELLIPSIS));
    let kept = line.chars().take_while(|letter| {
        used += u64::from(advance(*letter));
        used <= most
    });
    let mut short: String = kept.collect();
    short.truncate(short.trim_end().len());
    short.push(ELLIPSIS);
    short
}

/// XML allows neither control letters nor the two non-characters, escaped or not: they become spaces.
pub(crate) fn clean(text: &str) -> String {
    let allowed = |letter: char| !letter.is_control() && letter != '\u{fffe}' && letter != '\u{ffff}';
    text.chars().map(|letter| if allowed(letter) { letter } else { ' ' }).collect()
}

/// Clean text for an XML attribute or element.
pub(crate) fn escape(text: &str) -> String {
    clean(text).replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn lines_break_at_spaces_but_not_at_no_break_spaces() {
        assert_eq!(fit("one two three", 12, 60, 3), ["one two", "three"]);
        assert_eq!(fit("1\u{a0}100 per year", 12, 55, 3), ["1\u{a0}100", "per year"]);
    }

    #[test]
    fn what_does_not_fit_ends_in_an_ellipsis() {
        assert_eq!(fit("one two three", 12, 62, 1), ["one two\u{2026}"]);
        assert_eq!(fit("extraordinarily", 12, 62, 2), ["extraord\u{2026}"]);
        assert!(fit("", 12, 60, 2).is_empty());
    }

    proptest! {
        #[test]
        fn fitted_lines_are_few_and_narrow(text in ".{0,80}", room in 20..300i32, most in 1..4usize) {
            let lines = fit(&text, 12, room, most);
            prop_assert!(lines.len() <= most);
            prop_assert!(widest(&lines, 12) <= room, "{lines:?}");
        }

        #[test]
        fn no_text_and_no_room_panics(text: String, room: i32, most: usize) {
            prop_assert!(fit(&text, BODY, room, most).len() <= most.max(1));
        }
    }
}
