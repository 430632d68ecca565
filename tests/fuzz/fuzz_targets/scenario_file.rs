//! Any text is a scenario file or is refused, and what was read is written in a form that is read back the same. Knows
//! no format.
#![no_main]
use exchange::sources::Sources;
use exchange::scenario_file::{MAX_BYTES, Options, read, write};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let house = catalog::shipped();
    match read(text, Sources::of(&house)) {
        Err(problems) => assert!(!problems.is_empty(), "refused without a reason"),
        Ok(opened) => {
            let again = write(&opened.scenario, &Options::default());
            // a file without white space can be written as a larger one than is read
            if again.len() <= MAX_BYTES {
                let read_back = read(&again, Sources::of(&house)).map(|opened| opened.scenario);
                assert_eq!(read_back, Ok(opened.scenario));
            }
        }
    }
});
