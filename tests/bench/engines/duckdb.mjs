// DuckDB-WASM, its blocking variant: one table of persons and one scan at each change. What a set of conditions is paid
// is worked out once a set and joined, which is quicker than adding up the weights of each person.
import { CONDITIONS, parted } from './amounts.mjs';

export function duckdb(data, { duck, arrow }) {
  const { practices, practice, key, mask, cost, cellOfKey } = data;
  const connection = duck.connect();
  const cell = Uint8Array.from(key, (one) => cellOfKey[one]);
  const load = () => {
    connection.query('DROP TABLE IF EXISTS persons');
    const columns = arrow.tableFromArrays({ practice, cell, mask, cost });
    connection.insertArrowFromIPCStream(arrow.tableToIPC(columns, 'stream'), { name: 'persons', create: true });
    connection.query('CREATE OR REPLACE TABLE sets AS SELECT DISTINCT mask FROM persons');
  };
  load();
  const found = [];
  let around;
  const rows = (sql) => connection.query(sql).toArray();
  const pay = (row) => {
    const lane = { payments: new Float64Array(practices), squared: 0, absolute: 0 };
    for (const one of rows(paid(row))) {
      lane.payments[one.practice] = one.paid;
      lane.squared += one.squared;
      lane.absolute += one.absolute;
    }
    return { ...lane, rSquared: 1 - lane.squared / around.squares, cpm: 1 - lane.absolute / around.distances };
  };
  return {
    name: 'DuckDB-WASM',
    updates: 2,
    load,
    first: () => {
      const [sums] = rows(
        `SELECT sum((cost - mean) * (cost - mean)) AS squares, sum(abs(cost - mean)) AS distances
         FROM persons, (SELECT avg(cost) AS mean FROM persons)`,
      );
      around = { squares: sums.squares, distances: sums.distances };
      data.amounts.forEach((amounts, lane) => (found[lane] = pay(amounts)));
    },
    update: (amounts) => (found[0] = pay(amounts)),
    answer: () => ({
      payments: found.map((lane) => lane.payments),
      rSquared: found.map((lane) => lane.rSquared),
      cpm: found.map((lane) => lane.cpm),
    }),
    ingest: () => {
      duck.registerFileBuffer('region.csv', data.csv.slice());
      connection.query(
        `CREATE OR REPLACE TABLE listed AS SELECT * FROM read_csv('region.csv', delim = ';', header = false, skip = 1,
         columns = {'practice': 'VARCHAR', 'sex': 'VARCHAR', 'age': 'UTINYINT', 'mask': 'UINTEGER', 'cost': 'DOUBLE'})`,
      );
      const [sums] = rows('SELECT count(*)::DOUBLE AS persons, sum(cost) AS cost FROM listed');
      duck.dropFile('region.csv');
      return { persons: sums.persons, cost: Math.round(sums.cost * 100) };
    },
  };
}

function paid(row) {
  const { cells, factors, share } = parted(row);
  const table = Array.from(cells, (amount, cell) => `(${cell}, ${double(amount)})`).join();
  const bits = Array.from(factors.subarray(0, CONDITIONS), (weight, i) => `((mask >> ${i}) & 1) * ${double(weight)}`);
  const [two = 0, more = 0] = factors.subarray(CONDITIONS);
  const counts = `CASE WHEN bit_count(mask) = 2 THEN ${double(two)} WHEN bit_count(mask) > 2 THEN ${double(more)} ELSE 0 END`;
  const extra = factors.length ? `${bits.join(' + ')} + ${counts}` : '0::DOUBLE';
  return `WITH base(cell, amount) AS (VALUES ${table}),
    extra AS (SELECT mask, ${extra} AS amount FROM sets),
    persons AS (SELECT practice, cost, base.amount + extra.amount AS paid FROM persons
      JOIN base USING (cell) JOIN extra USING (mask)),
    errors AS (SELECT practice, paid, cost - paid / ${double(share)} AS error FROM persons)
    SELECT practice, sum(paid) AS paid, sum(error * error) AS squared, sum(abs(error)) AS absolute
    FROM errors GROUP BY practice`;
}

// With an exponent, so that it is read as a float and not as an exact decimal.
function double(value) {
  return value.toExponential();
}
