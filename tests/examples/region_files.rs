//! Writes a made-up region into a folder: `persons.csv`, the bands as `bands.csv`, and the sums that the engine makes of
//! them as `sums.csv`. Other engines work the sums out from the first two and are held against the third
//! (`tests/independent`).
use register::{
    aggregate::Aggregate,
    ingest::{write_aggregate_csv, write_csv},
};
use std::{error::Error, fs, path::PathBuf};
use viktat_tests::region;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(std::env::args().nth(1).ok_or("name a folder")?);
    let (register, bands) = region::made(12, 20_000, 2026).ok_or("the region cannot be made")?;
    fs::create_dir_all(&folder)?;
    let (mut persons, mut sums) = (Vec::new(), Vec::new());
    write_csv(&register, |chunk| persons.extend_from_slice(chunk));
    write_aggregate_csv(&Aggregate::of(&register, &bands), |chunk| sums.extend_from_slice(chunk));
    let mut table = "alder_fran;alder_till\n".to_owned();
    for band in bands.bands() {
        let high = band.high.map(|age| age.to_string()).unwrap_or_default();
        table.push_str(&[&band.low.to_string(), ";", &high, "\n"].concat());
    }
    fs::write(folder.join("persons.csv"), persons)?;
    fs::write(folder.join("sums.csv"), sums)?;
    fs::write(folder.join("bands.csv"), table)?;
    Ok(())
}
