"""What the engine says of a region, worked out anew from its persons with NumPy: payments, nets, R², CPM, MAPE, spread,
the two sides of zero, what a model leaves of persons' costs, payment on cost, Gini, funnel, subgroups.

Run by `cargo xtask test independent`. The models' files are read here by other code than the engine's, and every rule is
written a second time: nothing of the engine is used but its answers, evaluation-2025.json and evaluation-2026.json. They
take the same costs for those of one year and of the other: each model is judged in the year whose costs its amounts are
for, and in the other one nothing is set against costs.
"""

import csv
import json
import math
import os
import tomllib
import unittest
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
FILES = Path(os.environ["VIKTAT_REGION_FILES"])
DATA = ROOT / "crates" / "catalog" / "data"
CLOSE = 1e-9
MODELS = ["skane-2025", "skane-2026", "skane-forslag"]
YEARS = [2025, 2026]


def toml(path):
    return tomllib.loads((DATA / path).read_text(encoding="utf-8"))


class Register:
    """The persons in columns. Money in kronor a month."""

    def __init__(self, rows):
        header, *rows = rows
        self.ids = header[3].split(":")[1].split("+")
        names = [row[0] for row in rows]
        self.practices = list(dict.fromkeys(names))
        place = {name: number for number, name in enumerate(self.practices)}
        self.practice = np.array([place[name] for name in names])
        self.man = np.array([row[1] in ("M", "man") for row in rows])
        self.age = np.array([int(row[2]) for row in rows])
        masks = np.array([int(row[3]) for row in rows], dtype=np.int64)
        self.has = np.stack([(masks >> bit & 1).astype(bool) for bit in range(len(self.ids))], axis=1)
        self.cost = np.array([float(Decimal(row[4])) for row in rows]) / 12
        self.listed = np.bincount(self.practice, minlength=len(self.practices))

    def by_practice(self, values):
        return np.bincount(self.practice, weights=values, minlength=len(self.practices))


class Model:
    """A model's file, and what it pays each person a month."""

    def __init__(self, name):
        self.file = toml(f"models/{name}.toml")
        table = self.file["capitation"]
        if "cells_from" in table:
            table = toml(f"models/{table['cells_from']}.toml")["capitation"]
        self.starts = [int(row["age"].split("-")[0].rstrip("+")) for row in table["rows"]]
        self.rates = np.array([[float(row["women"]), float(row["men"])] for row in table["rows"]])
        self.share = float(self.file["cost_share"]["value"])
        self.cost_year = self.file.get("cost_year", self.file["year"])

    def band(self, ages):
        return np.searchsorted(self.starts, ages, side="right") - 1

    def paid(self, register):
        base = self.rates.copy()
        mix = self.file.get("case_mix")
        extra = np.zeros(len(register.age))
        if mix:
            assert not set(mix) & {"combine", "precondition", "interaction", "count"}, "write these rules here too"
            for condition in mix["condition"]:
                weight = float(condition["weight"]["value"])
                base -= weight * self.reference_share(condition["prevalence"], mix["population"])
                extra += weight * self.counts(register, condition["id"])
        return base[self.band(register.age), register.man.astype(int)] + extra

    def counts(self, register, condition):
        """Who is paid for: those who have it and nothing that includes it."""
        has = register.has[:, register.ids.index(condition)].copy()
        for rule in self.file["case_mix"].get("hierarchy", []):
            if condition in rule["drops"]:
                has &= ~register.has[:, register.ids.index(rule["parent"])]
        return has

    def reference_share(self, curves, population):
        rows = toml(f"populations/{population}.toml")["rows"]
        shares = np.zeros((len(rows), 2))
        for place, row in enumerate(rows):
            low, _, high = row["age"].rstrip("+").partition("-")
            middle = (Decimal(low) + Decimal(high)) / 2 if high else Decimal(low) + 2
            for sex, name in enumerate(["women", "men"]):
                persons = Decimal(row[name]) * level(curves[name], middle) / 100
                shares[place, sex] = float(persons.quantize(Decimal(1), ROUND_HALF_UP) / Decimal(row[name]))
        return shares


def level(curve, age):
    """The curve at an age: straight between its points, level beyond them."""
    points = [(Decimal(at), Decimal(share)) for at, share in curve]
    before = [point for point in points if point[0] <= age]
    after = [point for point in points if point[0] > age]
    if not before or not after:
        return (before or after)[-1 if before else 0][1]
    (a, low), (b, high) = before[-1], after[0]
    return low + (high - low) * (age - a) / (b - a)


def gini(values, weights):
    """Half the mean distance between two of the listed, by the mean."""
    total, mean = weights.sum(), np.average(values, weights=weights)
    distances = np.abs(values[:, None] - values[None, :])
    return (weights[:, None] * weights[None, :] * distances).sum() / (2 * total**2 * mean)


def student(freedom):
    """How many standard errors hold 19 cases of 20, by the finite sums for whole degrees of freedom (Abramowitz and
    Stegun, Handbook of mathematical functions, 1964, 26.7.3 and 26.7.4)."""

    def within(t):
        angle = math.atan(t / math.sqrt(freedom))
        sine, cosine = math.sin(angle), math.cos(angle)
        odd = freedom % 2
        term, total = (cosine, 0.0) if odd else (1.0, 0.0)
        for power in range(odd, freedom - 1, 2):
            total += term
            term *= (power + 1) / (power + 2) * cosine**2
        return 2 / math.pi * (angle + sine * total) if odd else sine * total

    low, high = 0.0, 100.0
    for _ in range(100):
        middle = (low + high) / 2
        low, high = (middle, high) if within(middle) < 0.95 else (low, middle)
    return low


class Student(unittest.TestCase):
    """The table that every textbook prints, to its three digits."""

    def test_as_in_tables(self):
        table = {1: 12.706, 2: 4.303, 3: 3.182, 4: 2.776, 5: 2.571, 10: 2.228, 30: 2.042, 120: 1.980}
        self.assertEqual({freedom: round(student(freedom), 3) for freedom in table}, table)


class Statistics(unittest.TestCase):
    """One model after the other, against the engine's answer for the year of its costs."""

    @classmethod
    def setUpClass(cls):
        with open(FILES / "persons.csv", encoding="utf-8", newline="") as file:
            cls.register = Register(list(csv.reader(file, delimiter=";")))
        cls.models = {name: Model(name) for name in MODELS}
        files = {year: FILES / f"evaluation-{year}.json" for year in YEARS}
        cls.answers = {year: json.loads(file.read_text(encoding="utf-8")) for year, file in files.items()}
        cls.every = [(year, model) for year, answer in cls.answers.items() for model in answer["models"]]
        cls.said = {model["id"]: model for year, model in cls.every if year == cls.models[model["id"]].cost_year}

    def close(self, found, expected, what, scale=None):
        """Equal to 1e-9 of the number, or of the scale where the number is a difference of larger ones."""
        room = CLOSE * max(abs(expected), scale or 0)
        self.assertLessEqual(abs(float(found) - expected), room, f"{what}: {found}, not {expected}")

    def each(self):
        for name in MODELS:
            with self.subTest(model=name):
                model = self.models[name]
                yield self.said[name], model, model.paid(self.register)

    def test_the_region_is_the_one_of_the_file(self):
        self.assertEqual(sorted(self.said), MODELS, "every model has a year of its own")
        for year, answer in self.answers.items():
            self.assertEqual((answer["viktat_region"], answer["cost_year"]), (2, year))
            self.assertEqual([model["id"] for model in answer["models"]], MODELS)
            self.assertEqual([p["name"] for p in answer["practices"]], self.register.practices)
            self.assertEqual([p["listed"] for p in answer["practices"]], self.register.listed.tolist())
            self.assertEqual(answer["persons"], len(self.register.age))

    def test_costs_of_another_year_are_set_against_nothing(self):
        others = [(year, said) for year, said in self.every if year != self.models[said["id"]].cost_year]
        expected = [(2025, "skane-2026"), (2025, "skane-forslag"), (2026, "skane-2025")]
        self.assertEqual([(year, said["id"]) for year, said in others], expected)
        for _, said in others:
            own = self.said[said["id"]]
            self.assertEqual((own["comparison"], said["comparison"]), ("fits", "other_year"))
            here, there = ([*each["practices"], each["total"]] for each in (said, own))
            self.assertEqual([practice["payment"] for practice in here], [practice["payment"] for practice in there])
            for practice in here:
                self.assertEqual((practice["carried"], practice["net"]), (None, None))
            self.assertEqual(said["gini"], own["gini"])
            left_out = [said[name] for name in ("net_per_listed", "residual", "payment_on_cost")]
            self.assertEqual(left_out + list(said["prediction"].values()), [None] * 6)
            self.assertEqual((said["funnel"], said["subgroups"]), ([None] * len(self.register.practices), []))

    def test_payments_and_nets_of_practices(self):
        for said, model, paid in self.each():
            payments = 12 * self.register.by_practice(paid)
            carried = 12 * model.share * self.register.by_practice(self.register.cost)
            for place, practice in enumerate(said["practices"]):
                self.close(practice["payment"], payments[place], "payment")
                self.close(practice["carried"], carried[place], "carried")
                self.close(practice["net"], payments[place] - carried[place], "net", payments[place])

    def test_prediction_of_persons_costs(self):
        for said, model, paid in self.each():
            cost, foretold = self.register.cost, paid / model.share
            mean = cost.mean()
            found = said["prediction"]
            self.close(found["r_squared"], 1 - ((cost - foretold) ** 2).sum() / ((cost - mean) ** 2).sum(), "R²", 1)
            self.close(found["cpm"], 1 - np.abs(cost - foretold).sum() / np.abs(cost - mean).sum(), "CPM", 1)
            self.close(found["mape"], np.abs(cost - foretold).mean(), "MAPE")

    def nets(self, model, paid):
        return self.register.by_practice(paid - model.share * self.register.cost) / self.register.listed

    def test_spread_of_nets_per_listed(self):
        for said, model, paid in self.each():
            nets = self.nets(model, paid)
            found = said["net_per_listed"]
            scale = np.abs(nets).max()
            places = {"p10": 10, "p25": 25, "median": 50, "p75": 75, "p90": 90, "min": 0, "max": 100}
            for name, percent in places.items():
                self.close(found[name], np.percentile(nets, percent), name, scale)
            self.close(found["mean"], nets.mean(), "mean", scale)
            self.close(found["sd"], nets.std(), "SD", scale)
            self.close(found["iqr"], np.percentile(nets, 75) - np.percentile(nets, 25), "IQR", scale)
            self.close(found["above_zero"], (nets > 0).mean(), "above zero")

    def test_the_two_sides_of_zero(self):
        for said, model, paid in self.each():
            nets = self.nets(model, paid)
            found, scale = said["net_per_listed"], np.abs(nets).max()
            over, under = nets[nets > 0], nets[nets < 0]
            self.assertEqual((found["above"], found["below"]), (len(over), len(under)))
            self.assertGreater(min(len(over), len(under)), 0, "the region has practices on both sides")
            self.close(found["mean_above"], over.mean(), "mean above zero", scale)
            self.close(found["mean_below"], under.mean(), "mean below zero", scale)
            self.close(found["distance"], over.mean() - under.mean(), "distance", scale)

    def test_what_a_model_leaves_of_persons_costs(self):
        for said, model, paid in self.each():
            own = paid - model.share * self.register.cost
            means = self.register.by_practice(own) / self.register.listed
            squares = ((own - means[self.register.practice]) ** 2).sum()
            residual = (squares / (len(own) - len(means))) ** 0.5
            self.close(said["residual"], residual, "residual")
        left = [self.said[name]["residual"] / self.models[name].share for name in MODELS]
        self.assertNotEqual(left[1], left[2], "what a model leaves differs between models")

    def test_payment_on_cost_of_practices(self):
        for said, model, paid in self.each():
            listed = self.register.listed
            payment = self.register.by_practice(paid) / listed
            carried = model.share * self.register.by_practice(self.register.cost) / listed
            slope = np.cov(carried, payment)[0, 1] / carried.var(ddof=1)
            found = said["payment_on_cost"]
            self.close(found["correlation"], np.corrcoef(carried, payment)[0, 1], "correlation")
            self.close(found["slope"], slope, "slope")
            self.close(found["intercept"], payment.mean() - slope * carried.mean(), "intercept", payment.mean())

    def test_gini_of_payment_per_listed(self):
        for said, _, paid in self.each():
            listed = self.register.listed
            per_listed = self.register.by_practice(paid) / listed
            self.close(said["gini"], gini(per_listed, listed.astype(float)), "Gini", 1)

    def test_what_moves_from_the_model_of_the_year(self):
        compared = []
        for year, answer in self.answers.items():
            for change in answer["changes"]:
                before, after = (self.models[change[way]].paid(self.register) for way in ("from", "to"))
                names = ("gained", "lost", "moved", "gainers", "losers")
                if self.models[change["to"]].cost_year != year:
                    self.assertEqual([change[name] for name in names], [None] * 5)
                    continue
                compared.append((year, change["from"], change["to"]))
                more, scale = 12 * self.register.by_practice(after - before), 12 * before.sum()
                self.close(change["moved"], np.abs(more).sum() / 2, "moved", scale)
                self.close(change["gained"], np.maximum(more, 0).sum(), "gained", scale)
                self.close(change["lost"], np.maximum(-more, 0).sum(), "lost", scale)
                self.assertEqual((change["gainers"], change["losers"]), ((more > 0).sum(), (more < 0).sum()))
        self.assertEqual(compared, [(2026, "skane-2026", "skane-forslag")])

    def test_funnel(self):
        for said, model, paid in self.each():
            nets, listed = self.nets(model, paid), self.register.listed
            own = paid - model.share * self.register.cost
            within = ((own - nets[self.register.practice]) ** 2).sum() / (len(own) - len(nets))
            centre = own.mean()
            weights = listed / within
            spare = (weights * (nets - centre) ** 2).sum() - (len(nets) - 1)
            between = max(0, spare / (weights.sum() - (weights**2).sum() / weights.sum()))
            for place, found in enumerate(said["funnel"]):
                chance = within / listed[place]
                both = chance + between
                scale = np.abs(nets).max()
                self.close(found["net_per_listed"], nets[place], "net", scale)
                self.close(found["reach"], 1.96 * chance**0.5, "reach")
                self.close(found["reach_between"], 1.96 * both**0.5, "reach with differences", scale)
                self.close(found["z"], (nets[place] - centre) / chance**0.5, "z", scale / chance**0.5)
                self.close(found["z_between"], (nets[place] - centre) / both**0.5, "z", scale / both**0.5)

    def members(self, group):
        register, which = self.register, group["which"]
        count = register.has.sum(axis=1)
        match group["by"]:
            case "ages":
                low, _, high = which.rstrip("+").partition("-")
                return (register.age >= int(low)) & (register.age <= int(high or 200))
            case "sex":
                return register.man == (which == "man")
            case "conditions":
                return count >= 4 if which == "4+" else count == int(which)
            case "condition":
                return register.has[:, register.ids.index(which)]
        return None

    def test_subgroups(self):
        for said, model, paid in self.each():
            own = paid - model.share * self.register.cost
            kinds = set()
            for group in said["subgroups"]:
                kinds.add(group["by"])
                members = self.members(group)
                if members is None:
                    continue
                values = own[members]
                self.assertEqual(group["persons"], len(values), group["which"])
                scale = np.abs(own).max()
                self.close(group["difference"], values.mean(), group["which"], scale)
                if len(values) > 1:
                    reach = 1.96 * values.std(ddof=1) / len(values) ** 0.5
                    self.close(group["low"], values.mean() - reach, group["which"], scale)
                    self.close(group["high"], values.mean() + reach, group["which"], scale)
            self.assertEqual(kinds, {"ages", "sex", "conditions", "condition", "practice_size"})

    def test_subgroups_by_size(self):
        order = np.argsort(self.register.listed, kind="stable")
        for said, model, paid in self.each():
            own = paid - model.share * self.register.cost
            sums, listed = self.register.by_practice(own), self.register.listed
            for group in (group for group in said["subgroups"] if group["by"] == "practice_size"):
                fifth = int(group["which"])
                bound = [len(order) * n // 5 for n in (fifth - 1, fifth)]
                places = order[bound[0] : bound[1]]
                n, k = listed[places].sum(), len(places)
                mean = sums[places].sum() / n
                error = (k / (k - 1) * ((sums[places] - listed[places] * mean) ** 2).sum()) ** 0.5 / n
                scale = np.abs(own).max()
                self.assertEqual(group["persons"], n)
                self.close(group["difference"], mean, "size", scale)
                # k practices are few: Student's t, not the normal distribution
                self.close(group["low"], mean - student(k - 1) * error, "size", scale)
                self.close(group["high"], mean + student(k - 1) * error, "size", scale)


if __name__ == "__main__":
    unittest.main(verbosity=2)
