//! What is written in an encoding is recognised and read back, wherever pieces end.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use proptest::prelude::*;
use table::{Decoder, Encoding, LineEnds};

const ALL: [Encoding; 6] =
    [Encoding::Utf8, Encoding::Utf16Le, Encoding::Utf16Be, Encoding::Windows1252, Encoding::Cp850, Encoding::Macintosh];

/// Texts as they stand in lists, with the letters that tell code pages apart.
fn text() -> impl Strategy<Value = String> {
    const WORDS: [&str; 9] = [
        "V\u{e5}rdcentral",
        "K\u{f6}n",
        "\u{c5}lder",
        "0-4 \u{e5}r",
        "M\u{e4}n",
        "Kvinnor",
        "\u{d6}sterl\u{e5}s",
        "12,5",
        "",
    ];
    prop::collection::vec(prop::sample::select(&WORDS[..]), 1..30).prop_map(|words| words.join(";") + ";M\u{e4}n\n")
}

proptest! {
    #[test]
    fn swedish_is_recognised_in_every_encoding(text in text(), encoding in prop::sample::select(&ALL[..])) {
        let bytes = encoding.bytes(&text);
        let (found, mark) = Encoding::of(&bytes);
        prop_assert_eq!(mark, 0);
        prop_assert_eq!(found.text(&bytes), text);
    }

    #[test]
    fn where_pieces_end_does_not_matter(
        text in "[a-z\u{e5}\u{e4}\u{f6}\u{1f600};\r\n]{0,60}", encoding in prop::sample::select(&ALL[..3]), size in 1usize..9
    ) {
        let bytes = encoding.bytes(&text);
        let (mut decoder, mut found) = (Decoder::new(encoding), Vec::new());
        bytes.chunks(size).for_each(|piece| decoder.push(piece, &mut found));
        decoder.finish(&mut found);
        prop_assert_eq!(&String::from_utf8(found).unwrap(), &text);
        let (mut ends, mut lines) = (LineEnds::default(), Vec::new());
        for piece in text.as_bytes().chunks(size) {
            let mut piece = piece.to_vec();
            ends.push(&mut piece);
            lines.extend(piece);
        }
        prop_assert_eq!(String::from_utf8(lines).unwrap(), text.replace("\r\n", "\n").replace('\r', "\n"));
    }

    #[test]
    fn any_bytes_have_an_encoding(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let (encoding, mark) = Encoding::of(&bytes);
        let _ = encoding.text(&bytes[mark..]);
    }
}

#[test]
fn a_mark_decides_and_a_spoilt_byte_does_not() {
    assert_eq!(Encoding::of(b"\xef\xbb\xbfa"), (Encoding::Utf8, 3));
    assert_eq!(Encoding::of(b"\xff\xfea\0"), (Encoding::Utf16Le, 2));
    assert_eq!(Encoding::of("\u{e5}lder, k\u{f6}n, \u{e4}r".as_bytes()).0, Encoding::Utf8);
    assert_eq!(Encoding::of(&["\u{e5}lder, k\u{f6}n".as_bytes(), b"\xe5"].concat()).0, Encoding::Utf8);
    assert_eq!(Encoding::of(b"a\x80").0, Encoding::Windows1252);
}
