//! The bytes of a file on their way to lines: letters that are not read as they are become UTF-8, and line ends line feeds.
//! Files in UTF-8 or Windows-1252 pass untouched. Knows nothing of lines.
use table::{Decoder, Encoding, HEAD, LineEnds};

/// How far the file's beginning is known.
enum Stage {
    /// It is gathered.
    Head(Vec<u8>),
    /// It is read as it is.
    AsIs,
    /// It is turned.
    Turned(Decoder, LineEnds),
}

/// Takes a file chunk by chunk and gives it on.
pub(super) struct Front {
    stage: Stage,
    /// How its letters are written, where that is worth telling.
    pub(super) told: Option<Encoding>,
}

impl Front {
    pub(super) fn new() -> Self {
        Self { stage: Stage::Head(Vec::new()), told: None }
    }

    /// Gives on the chunk, or once enough is there all that was gathered.
    #[inline]
    pub(super) fn push(&mut self, chunk: &[u8], give: impl FnMut(&[u8])) {
        let mut give = give;
        match &mut self.stage {
            Stage::AsIs => give(chunk),
            Stage::Turned(decoder, ends) => turn(decoder, ends, chunk, give),
            Stage::Head(head) => {
                head.extend_from_slice(chunk);
                if head.len() >= HEAD {
                    self.begin(give);
                }
            }
        }
    }

    /// Gives on what is left at the end of the file.
    pub(super) fn finish(&mut self, mut give: impl FnMut(&[u8])) {
        if matches!(self.stage, Stage::Head(_)) {
            self.begin(&mut give);
        }
        if let Stage::Turned(decoder, _) = &mut self.stage {
            let mut rest = Vec::new();
            decoder.finish(&mut rest);
            give(&rest);
        }
    }

    #[cold]
    fn begin(&mut self, mut give: impl FnMut(&[u8])) {
        let Stage::Head(head) = std::mem::replace(&mut self.stage, Stage::AsIs) else { return };
        let (encoding, mark) = Encoding::of(&head);
        let has_returns_alone = head.contains(&b'\r') && !head.contains(&b'\n');
        let is_read = matches!(encoding, Encoding::Utf8 | Encoding::Windows1252) && !has_returns_alone;
        if is_read {
            return give(&head);
        }
        self.told = (encoding != Encoding::Utf8).then_some(encoding);
        let (mut decoder, mut ends) = (Decoder::new(encoding), LineEnds::default());
        turn(&mut decoder, &mut ends, head.get(mark..).unwrap_or_default(), give);
        self.stage = Stage::Turned(decoder, ends);
    }
}

fn turn(decoder: &mut Decoder, ends: &mut LineEnds, bytes: &[u8], mut give: impl FnMut(&[u8])) {
    let mut text = Vec::with_capacity(bytes.len());
    decoder.push(bytes, &mut text);
    ends.push(&mut text);
    give(&text);
}
