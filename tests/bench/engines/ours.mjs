// The engine of the page, as WebAssembly. Its persons are in its own columns from the start, as after reading a file.
const CHUNK = 4 << 20;

export function ours(data, { module }) {
  const { region } = data;
  let fitting;
  const answer = () => {
    const [paying, table] = [region.answer(0), region.answer(1)];
    return {
      payments: [paying.slice(3), table.slice(3)],
      rSquared: [paying[0], table[0]],
      cpm: [paying[1], table[1]],
    };
  };
  return {
    name: 'ours',
    updates: 20,
    first: () => sure(region.first()),
    update: (amounts) => sure(region.update(amounts)),
    answer,
    pass: () => sure(region.pass()),
    sort: () => sure(region.sort()),
    evaluate: () => sure(region.evaluate()),
    readOnce: () => region.read_once(),
    // the sums of the groups, then the solution
    refit: () => {
      fitting?.free();
      fitting = region.fitting();
      return fitting.solve();
    },
    solve: () => fitting.solve(),
    ingest: () => {
      const { csv } = data;
      const reading = module.Reading.begin(region, csv.length);
      for (let from = 0; from < csv.length; from += CHUNK) reading.push(csv.subarray(from, from + CHUNK));
      const [persons, cost, leftOut, faults] = reading.end();
      if (leftOut + faults > 0) throw new Error(`ours: ${leftOut} rows left out`);
      return { persons, cost };
    },
  };
}

function sure(done) {
  if (!done) throw new Error('ours: no answer');
}
