//! Any text is a link or is refused, and what was read is written as a link that is read back the same. Knows no format.
#![no_main]
use exchange::sources::Sources;
use exchange::link::{read, write};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let house = catalog::shipped();
    if let Ok((scenario, _)) = read(text, Sources::of(&house)) {
        let address = write("#/modellen", &scenario);
        assert_eq!(read(&address, Sources::of(&house)), Ok((scenario, Vec::new())));
    }
});
