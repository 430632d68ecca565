//! How the core's values are written between two ends of the same program, a worker and its page. Not a format for files.

/// An answer as a number.
pub(super) mod look_alikes {
    use model::identity_number::LookAlikes;
    use serde::{Deserialize, Deserializer, Serializer};

    pub fn serialize<S: Serializer>(value: &LookAlikes, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u8(match value {
            LookAlikes::Ask => 0,
            LookAlikes::AreOthers => 1,
            LookAlikes::LeaveOutRows => 2,
        })
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<LookAlikes, D::Error> {
        Ok(match u8::deserialize(deserializer)? {
            1 => LookAlikes::AreOthers,
            2 => LookAlikes::LeaveOutRows,
            _ => LookAlikes::Ask,
        })
    }
}

/// A decimal as its digits.
pub(super) mod decimal {
    use rust_decimal::Decimal;
    use serde::{Deserialize, Deserializer, Serializer, de::Error};
    use std::str::FromStr;

    pub fn serialize<S: Serializer>(value: &Decimal, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&value.to_string())
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Decimal, D::Error> {
        let text = String::deserialize(deserializer)?;
        Decimal::from_str(&text).map_err(|_| D::Error::custom("decimal"))
    }
}

/// An amount as its digits.
pub(super) mod money {
    use model::measure::{Measure, MonthlyMoney};
    use serde::{Deserializer, Serializer};

    pub fn serialize<S: Serializer>(value: &MonthlyMoney, serializer: S) -> Result<S::Ok, S::Error> {
        super::decimal::serialize(&value.decimal(), serializer)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<MonthlyMoney, D::Error> {
        super::decimal::deserialize(deserializer).map(MonthlyMoney::of)
    }
}

/// An amount or none.
pub(super) mod some_money {
    use model::measure::{Measure, MonthlyMoney};
    use rust_decimal::Decimal;
    use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};
    use std::str::FromStr;

    pub fn serialize<S: Serializer>(value: &Option<MonthlyMoney>, serializer: S) -> Result<S::Ok, S::Error> {
        value.map(|money| money.decimal().to_string()).serialize(serializer)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<MonthlyMoney>, D::Error> {
        let text = Option::<String>::deserialize(deserializer)?;
        let value = text.map(|text| Decimal::from_str(&text)).transpose();
        value.map(|value| value.map(MonthlyMoney::of)).map_err(|_| D::Error::custom("decimal"))
    }
}

/// Counts by cell: sex, first and last age, persons.
pub(super) mod cells {
    use model::{age::AgeBand, cell::Cell, count::Count, sex::Sex};
    use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

    pub fn serialize<S: Serializer>(values: &[(Cell, Count)], serializer: S) -> Result<S::Ok, S::Error> {
        let row = |(cell, count): &(Cell, Count)| (cell.sex == Sex::Woman, cell.band.low, cell.band.high, count.get());
        values.iter().map(row).collect::<Vec<_>>().serialize(serializer)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<(Cell, Count)>, D::Error> {
        let rows = Vec::<(bool, _, _, u32)>::deserialize(deserializer)?;
        let row = |(is_woman, low, high, count): (bool, _, _, u32)| {
            let sex = if is_woman { Sex::Woman } else { Sex::Man };
            Some((Cell { sex, band: AgeBand { low, high } }, Count::new(u64::from(count))?))
        };
        rows.into_iter().map(row).collect::<Option<_>>().ok_or_else(|| D::Error::custom("count"))
    }
}

/// Counts by factor.
pub(super) mod factors {
    use model::{count::Count, id::Id};
    use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

    pub fn serialize<S: Serializer>(values: &[(Id, Count)], serializer: S) -> Result<S::Ok, S::Error> {
        values.iter().map(|(id, count)| (id.as_str(), count.get())).collect::<Vec<_>>().serialize(serializer)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<(Id, Count)>, D::Error> {
        let rows = Vec::<(String, u32)>::deserialize(deserializer)?;
        let row = |(id, count): (String, u32)| Some((Id::new(&id), Count::new(u64::from(count))?));
        rows.into_iter().map(row).collect::<Option<_>>().ok_or_else(|| D::Error::custom("count"))
    }
}
