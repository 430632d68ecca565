// A loop over the bytes of a person list that takes everything for right: no checks, no faults, columns by position.
const [SEMICOLON, END, POINT, MAN, ZERO] = [...';\n.M0'].map((sign) => sign.charCodeAt(0));

export function readCsv(bytes) {
  const most = (bytes.length / 16) | 0;
  const [practice, key] = [new Uint16Array(most), new Uint8Array(most)];
  const [mask, cost] = [new Uint32Array(most), new Uint32Array(most)];
  const places = new Map();
  const decoder = new TextDecoder('latin1');
  let [at, persons, sum, last, lastFrom, lastTo] = [bytes.indexOf(END) + 1, 0, 0, -1, 0, 0];
  const number = () => {
    let value = 0;
    for (let digit = bytes[at] - ZERO; digit >= 0 && digit <= 9; digit = bytes[++at] - ZERO) value = value * 10 + digit;
    return value;
  };
  const isLast = (from, to) => {
    if (last < 0 || to - from !== lastTo - lastFrom) return false;
    for (let i = 0; i < to - from; i++) if (bytes[from + i] !== bytes[lastFrom + i]) return false;
    return true;
  };
  while (at < bytes.length) {
    const from = at;
    while (bytes[at] !== SEMICOLON) at++;
    if (!isLast(from, at)) {
      const name = decoder.decode(bytes.subarray(from, at));
      if (!places.has(name)) places.set(name, places.size);
      [last, lastFrom, lastTo] = [places.get(name), from, at];
    }
    const sex = bytes[at + 1] === MAN ? 128 : 0;
    at += 3;
    const age = number();
    at++;
    const set = number();
    at++;
    let amount = number() * 100;
    if (bytes[at] === POINT) {
      amount += (bytes[at + 1] - ZERO) * 10 + bytes[at + 2] - ZERO;
      at += 3;
    }
    at++;
    practice[persons] = last;
    key[persons] = sex | age;
    mask[persons] = set;
    cost[persons++] = amount;
    sum += amount;
  }
  return { persons, cost: sum };
}
