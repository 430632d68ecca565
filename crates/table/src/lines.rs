//! Line ends of any kind to line feeds, piece by piece. Knows no rows.

/// Turns line ends to line feeds; where a piece ends does not matter.
#[derive(Debug, Default)]
pub struct LineEnds {
    after_return: bool,
}

impl LineEnds {
    /// Turns the carriage returns of the piece, and of those before a line feed the pair, to line feeds.
    pub fn push(&mut self, bytes: &mut Vec<u8>) {
        let mut after_return = self.after_return;
        bytes.retain_mut(|byte| {
            let is_second = after_return && *byte == b'\n';
            after_return = *byte == b'\r';
            if after_return {
                *byte = b'\n';
            }
            !is_second
        });
        self.after_return = after_return;
    }
}
