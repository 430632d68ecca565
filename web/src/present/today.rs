//! The day, as the reader's computer has it. The only place that asks a clock.
use js_sys::Date;

/// Year, month and day.
pub fn day() -> (u16, u8, u8) {
    let now = Date::new_0();
    let small = |number: u32| u8::try_from(number).unwrap_or(1);
    (u16::try_from(now.get_full_year()).unwrap_or_default(), small(now.get_month() + 1), small(now.get_date()))
}

/// The day as `2026-05-07`.
pub fn written() -> String {
    let (year, month, day) = day();
    let two = |number: u8| if number < 10 { ["0", &number.to_string()].concat() } else { number.to_string() };
    [year.to_string(), two(month), two(day)].join("-")
}
