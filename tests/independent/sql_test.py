"""The query in sql/aggregate.sql, run by DuckDB and by Spark on a made-up region, against the engine's own sums.

Run by `cargo xtask test independent`, which makes the files and the environment. The folder of the files is in
VIKTAT_REGION_FILES. The file of persons is read here by other code than the engine's.
"""

import csv
import os
import unittest
from decimal import Decimal
from pathlib import Path

import duckdb
from pyspark.sql import SparkSession
from pyspark.sql.types import DecimalType, IntegerType, StringType, StructField, StructType

ROOT = Path(__file__).resolve().parents[2]
FILES = Path(os.environ["VIKTAT_REGION_FILES"])
QUERY = (ROOT / "sql" / "aggregate.sql").read_text(encoding="utf-8")


def rows_of(name):
    with open(FILES / name, encoding="utf-8", newline="") as file:
        return list(csv.reader(file, delimiter=";"))


def persons():
    """Practice, sex, age, conditions as sorted ids, kronor, and the mark of made-up persons."""
    header, *rows = rows_of("persons.csv")
    ids = header[3].split(":")[1].split("+")
    assert header[-1].startswith("SYNTETISKA DATA"), header
    for practice, sex, age, mask, cost, mark in rows:
        there = [condition for place, condition in enumerate(ids) if int(mask) >> place & 1]
        yield practice, sex, int(age), "+".join(sorted(there)), Decimal(cost).quantize(Decimal("0.01")), int(mark)


def bands():
    for low, high in rows_of("bands.csv")[1:]:
        yield int(low), int(high) if high else None


def as_sums(rows):
    """By practice, sex, band and conditions: persons, kronor, kronor squared, the mark. Exact numbers. A band with nobody
    has neither practice nor sex."""
    sums = {}
    for practice, sex, low, high, conditions, count, cost, square, mark in rows:
        key = practice or "", sex or "", int(low), int(high) if high not in (None, "") else None, conditions
        assert key not in sums, f"{key} is there twice"
        sums[key] = int(count), Decimal(cost), Decimal(square), int(mark)
    return sums


# a woman of 40 and a man of 82: most bands have nobody
TWO = [("A", "K", 40, "", Decimal("1000.00"), 1), ("A", "M", 82, "diabetes", Decimal("2500.50"), 1)]
# the same of whom the register says that they are real, and one of whom it says nothing
REAL = [(*TWO[0][:5], 0), (*TWO[1][:5], None)]


class Aggregate(unittest.TestCase):
    """Each engine's sums are those of sums.csv, group by group."""

    maxDiff = 2000

    @classmethod
    def setUpClass(cls):
        cls.persons = list(persons())
        cls.bands = list(bands())
        cls.expected = as_sums(rows_of("sums.csv")[1:])

    def bands_of(self, rows):
        """The bands that the sums carry, in order."""
        return sorted({key[2:4] for key in as_sums(rows)}, key=lambda band: band[0])

    def compare(self, rows):
        found = as_sums(rows)
        self.assertEqual(found.keys(), self.expected.keys())
        for key, sums in self.expected.items():
            self.assertEqual(found[key], sums, key)

    def two(self, rows, mark):
        """The sums of two persons carry every band and, in each row, whether they are made up."""
        sums = as_sums(rows)
        self.assertEqual(self.bands_of(rows), sorted(self.bands, key=lambda band: band[0]))
        self.assertEqual({key[:2]: count for key, (count, *_) in sums.items() if count}, {("A", "K"): 1, ("A", "M"): 1})
        empty = [(key, row) for key, row in sums.items() if key[0] == ""]
        self.assertEqual(len(empty), len(self.bands) - 2)
        self.assertEqual({row[3] for row in sums.values()}, {mark})
        self.assertTrue(all(key[1] == "" and key[4] == "" and row == (0, 0, 0, mark) for key, row in empty))

    def test_the_files_are_a_region(self):
        self.assertEqual(len(self.persons), 20_000)
        self.assertEqual(sum(count for count, *_ in self.expected.values()), 20_000)
        self.assertGreater(len(self.expected), 1000)

    def test_plain_python_makes_the_same_sums(self):
        sums = {}
        for practice, sex, age, conditions, cost, mark in self.persons:
            low, high = next(b for b in self.bands if b[0] <= age and (b[1] is None or age <= b[1]))
            key = practice, sex, low, high, conditions
            count, total, square, _ = sums.get(key, (0, Decimal(0), Decimal(0), mark))
            sums[key] = count + 1, total + cost, square + cost * cost, mark
        self.assertEqual(sums, self.expected)

    def test_duckdb_makes_the_same_sums(self):
        database = duckdb.connect()
        database.execute(
            "CREATE TABLE persons (vardcentral TEXT, kon TEXT, alder INTEGER, tillstand TEXT, kostnad DECIMAL(10, 2), "
            "syntetisk INTEGER)"
        )
        database.execute("CREATE TABLE bands (alder_fran INTEGER, alder_till INTEGER)")
        database.executemany("INSERT INTO bands VALUES (?, ?)", self.bands)
        for start in range(0, len(self.persons), 1000):
            part = self.persons[start : start + 1000]
            places = ", ".join(["(?, ?, ?, ?, ?, ?)"] * len(part))
            database.execute(f"INSERT INTO persons VALUES {places}", [value for row in part for value in row])
        self.compare(database.execute(QUERY).fetchall())
        database.execute("INSERT INTO persons VALUES ('Practice 1', 'K', 3, '', NULL, 1)")
        unknown = [row for row in database.execute(QUERY).fetchall() if row[6] is None]
        self.assertEqual([row[:5] for row in unknown], [("Practice 1", "K", 0, 4, "")])
        for people, mark in ((REAL, 0), (TWO, 1)):
            database.execute("DELETE FROM persons")
            database.executemany("INSERT INTO persons VALUES (?, ?, ?, ?, ?, ?)", people)
            self.two(database.execute(QUERY).fetchall(), mark)
        database.execute("INSERT INTO persons VALUES ('B', 'K', 40, '', 1, 0)")
        marks = {row[0]: row[8] for row in database.execute(QUERY).fetchall()}
        self.assertEqual(marks, {"A": 1, "B": 0, None: 0}, "a real person among made-up ones is seen")
        database.execute("INSERT INTO persons VALUES ('Practice 1', 'K', NULL, '', 1, 1)")
        ageless = [row for row in database.execute(QUERY).fetchall() if row[2] is None]
        self.assertEqual([(row[0], row[5]) for row in ageless], [("Practice 1", 1)], "nobody is left out in silence")

    def test_spark_makes_the_same_sums(self):
        # decimals that overflow are an error, and nothing is looked for on other machines
        spark = (
            SparkSession.builder.master("local[2]")
            .config("spark.sql.ansi.enabled", "true")
            .config("spark.ui.enabled", "false")
            .config("spark.ui.showConsoleProgress", "false")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.sql.shuffle.partitions", "4")
            .getOrCreate()
        )
        self.addCleanup(spark.stop)
        columns = [("vardcentral", StringType()), ("kon", StringType()), ("alder", IntegerType())]
        columns += [("tillstand", StringType()), ("kostnad", DecimalType(10, 2)), ("syntetisk", IntegerType())]
        of = StructType([StructField(name, kind) for name, kind in columns])
        spark.createDataFrame(self.persons, of).createOrReplaceTempView("persons")
        ages = [StructField(name, IntegerType()) for name in ("alder_fran", "alder_till")]
        spark.createDataFrame(self.bands, StructType(ages)).createOrReplaceTempView("bands")
        self.compare(tuple(row) for row in spark.sql(QUERY).collect())
        for people, mark in ((REAL, 0), (TWO, 1)):
            spark.createDataFrame(people, of).createOrReplaceTempView("persons")
            self.two([tuple(row) for row in spark.sql(QUERY).collect()], mark)


if __name__ == "__main__":
    unittest.main(verbosity=2)
