// Arquero: a table of the same columns, derived and rolled up anew at each change.
import { byKey, bySet, parted } from './amounts.mjs';

export function arquero(data, { aq }) {
  const { practices, practice, key, mask, cost, cellOfKey } = data;
  const persons = aq.table({ practice, key, mask, cost });
  const found = [];
  let around;
  const pay = (row) => {
    const { cells, factors, share } = parted(row);
    const [base, extra] = [byKey(cells, cellOfKey), bySet(factors)];
    const sums = persons
      .derive({ paid: aq.escape((d) => base[d.key] + extra[d.mask]) })
      .derive({ error: aq.escape((d) => d.cost - d.paid / share) })
      .groupby('practice')
      .rollup({
        paid: (d) => aq.op.sum(d.paid),
        squared: (d) => aq.op.sum(d.error * d.error),
        absolute: (d) => aq.op.sum(aq.op.abs(d.error)),
      })
      .objects();
    const payments = new Float64Array(practices);
    sums.forEach((one) => (payments[one.practice] = one.paid));
    const sum = (column) => sums.reduce((all, one) => all + one[column], 0);
    return {
      payments,
      rSquared: 1 - sum('squared') / around.squares,
      cpm: 1 - sum('absolute') / around.distances,
    };
  };
  return {
    name: 'Arquero',
    updates: 1,
    first: () => {
      const mean = persons.rollup({ mean: (d) => aq.op.mean(d.cost) }).get('mean', 0);
      around = persons
        .params({ mean })
        .rollup({
          squares: (d, $) => aq.op.sum((d.cost - $.mean) * (d.cost - $.mean)),
          distances: (d, $) => aq.op.sum(aq.op.abs(d.cost - $.mean)),
        })
        .object();
      data.amounts.forEach((row, lane) => (found[lane] = pay(row)));
    },
    update: (row) => (found[0] = pay(row)),
    answer: () => ({
      payments: found.map((lane) => lane.payments),
      rSquared: found.map((lane) => lane.rSquared),
      cpm: found.map((lane) => lane.cpm),
    }),
    ingest: () => {
      const text = new TextDecoder().decode(data.csv);
      const table = aq.fromCSV(text, { delimiter: ';' });
      const sums = table.rollup({ persons: () => aq.op.count(), cost: (d) => aq.op.sum(d.kostnad) }).object();
      return { persons: sums.persons, cost: Math.round(sums.cost * 100) };
    },
  };
}
