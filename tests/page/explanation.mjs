// Judges an explanation of a figure as plain data: whether its arithmetic holds and where its branches end. It knows
// the Swedish words of the signs, and neither the page's elements nor any payment model.

/** How an amount that is made whole öre ends. */
const TO_ORE = /, avrundat (ned|upp)åt till hela ören$/;

/** More lines than this nobody reads, and a browser draws them slowly. */
const MOST_LINES = 20_000;

/**
 * What is wrong with an explanation, one short line each.
 *
 * @param figure the exact figure that was asked about
 * @param explanation
 *   root: the exact figure explained; text: all that it says; sources: how many it lists; nodes: its lines from the
 *   top, each with name, equation, inputs (the equations of the lines right below), and for a leaf also kind, origin
 *   and tag; isAbove marks a line that stands in full earlier, isApart one that is unfolded by itself; digits, if the
 *   figure is shown rounded, to how many decimals.
 */
export function judge(figure, { root, text, sources, nodes, digits }) {
  const leaves = nodes.filter((node) => node.kind);
  const steps = nodes.filter((node) => !node.kind && !node.isAbove);
  const full = new Set(steps.map(line));
  const aboves = nodes.filter((node) => node.isAbove && !full.has(line(node)));
  return [
    ...(isFigure(figure, root, digits) ? [] : [`the root is ${root}`]),
    ...(leaves.length || nodes.some((node) => node.isApart) ? [] : ['no leaf']),
    ...(nodes.length > MOST_LINES ? [`${nodes.length} lines`] : []),
    ...(/NaN|undefined|Infinity/.test(text) ? ['NaN in the text'] : []),
    ...(leaves.some((node) => node.kind !== 'input') && !sources ? ['no source'] : []),
    ...leaves.filter((leaf) => !isGoodLeaf(leaf)).map((leaf) => `leaf ${leaf.kind} "${leaf.name}": "${leaf.origin}"`),
    ...aboves.map((node) => `"${node.name}" does not stand above`),
    ...steps.flatMap(faultsOfStep),
  ];
}

/**
 * What is wrong with the first level and an opened term, one short line each: what is shown adds up as it is shown, to the
 * last digit.
 *
 * @param first sign: how the terms make the figure; terms: sign and number of each; total: what they come to
 * @param groups rows that are added, or taken from the first: values and what they come to; isTaken for the parts of what is
 *   taken from the first
 */
export function judgeShown({ sign, terms, total }, groups) {
  const signed = terms.map((term) => (term.sign === '\u2212' ? -1 : 1) * read(term.number).number);
  const sum = signed.reduce((all, one) => all + one, 0);
  const adds = ['plus', 'minus'].includes(sign);
  return [
    ...(sign === 'leaf' || terms.length ? [] : ['no terms']),
    ...(adds && !isNear(sum, read(total.replace(/^=\s*/, '')).number) ? [`the terms make ${sum}, shown is ${total}`] : []),
    ...groups.flatMap(({ name, values, total: made, isTaken }) => {
      const all = values.map((value) => read(value).number).reduce((one, other) => one + other, 0);
      return isNear(all, (isTaken ? -1 : 1) * read(made).number) ? [] : [`"${name}": the rows make ${all}, shown is ${made}`];
    }),
  ];
}

/** As equal as the digits that were read. */
function isNear(one, other) {
  return Math.abs(one - other) <= 1e-5 + Math.abs(other) * 1e-12;
}

/** The figure itself, or what it is when it is rounded. */
function isFigure(figure, root, digits) {
  if (digits === undefined) return root === figure;
  return Math.abs(Number(root) - Number(figure)) <= 0.5000001 * 10 ** -Number(digits);
}

function line(node) {
  return `${node.name}: ${result(node.equation)}`;
}

function isGoodLeaf({ kind, name, origin, tag }) {
  const isSourced = origin.length > 12 && tag;
  const holds = { input: origin, parameter: isSourced, edited: isSourced && /Källans värde: .*\d/.test(origin) }[kind];
  return Boolean(name && holds);
}

function result(equation) {
  return equation.split(' = ')[0];
}

function faultsOfStep({ name, equation, inputs, isApart }) {
  if (isApart) return [];
  if (!inputs.length) return [`"${name}" ends its branch without a leaf`];
  const [said, formula] = equation.split(/ = (.*)/s);
  const below = inputs.map(result);
  const operands = formula.replace(/^√/, '').replace(TO_ORE, '').split(/ [+×÷\u2212] /);
  const isWritten = !/^(summan av|Antal delar|12 månader|\S+ av \d|percentil \d|medelvärdet av dem (över|under) noll|andelen över|hälften av summan)/.test(formula);
  if (isWritten && operands.join('|') !== below.join('|')) return [`"${name}": ${formula} of ${below}`];
  const expected = calculate(formula, below);
  if (!expected) return [];
  const { number, slack } = read(said);
  const apart = Math.abs(number - expected.number);
  return apart <= slack + expected.slack + 1e-9 ? [] : [`"${name}": ${said} = ${formula} is off by ${apart}`];
}

/** The first number of a text such as "30,5 kr i månaden", with how far rounding to six decimals can have moved it. */
function read(text) {
  const [digits] = text.match(/^\u2212?\d[\d\u00a0\u202f]*(,\d+)?/) ?? ['NaN'];
  const number = Number(digits.replace(/[\u00a0\u202f]/g, '').replace(',', '.').replace('\u2212', '-'));
  const scale = /^[\s\u00a0]%/.test(text.slice(digits.length)) ? 0.01 : 1;
  return { number: number * scale, slack: 5.1e-7 * scale };
}

/** What a formula comes to; nothing for parts that occur together, whose formula is not written out. */
function calculate(formula, inputs) {
  const parts = (sign) => formula.split(sign).map(read);
  if (formula.startsWith('summan av delarna')) return total(inputs.map(read));
  if (formula.startsWith('Antal delar')) return undefined;
  const described = statistic(formula, inputs.map(read));
  if (described) return described;
  if (TO_ORE.test(formula)) return { ...read(formula), slack: 0.01 };
  if (formula.startsWith('√')) return root(read(formula.slice(1)));
  if (formula.includes(' × ')) return product(parts(' × '), (a, b) => a * b);
  if (formula.includes(' ÷ ')) return product(parts(' ÷ '), (a, b) => a / b);
  const [first, ...rest] = parts(' \u2212 ');
  if (rest.length) return total([first, ...rest.map(({ number, slack }) => ({ number: -number, slack }))]);
  return total(parts(' + '));
}

/** What a statistic of the values below comes to; nothing for another formula. */
function statistic(formula, values) {
  const numbers = values.map(({ number }) => number);
  const slack = Math.max(0, ...values.map((value) => value.slack)) * 2;
  const mean = (of = numbers) => of.reduce((sum, number) => sum + number, 0) / of.length;
  const percent = formula.match(/^percentil (\d+) av /)?.[1];
  if (percent) return { number: percentile(numbers, Number(percent)), slack };
  if (formula.startsWith('medelvärdet av dem över noll av ')) return { number: mean(numbers.filter((one) => one > 0)), slack };
  if (formula.startsWith('medelvärdet av dem under noll av ')) return { number: mean(numbers.filter((one) => one < 0)), slack };
  if (formula.startsWith('medelvärdet av ')) return { number: mean(), slack };
  if (formula.startsWith('standardavvikelsen av ')) {
    const middle = mean();
    const squares = numbers.reduce((sum, number) => sum + (number - middle) ** 2, 0);
    return { number: Math.sqrt(squares / numbers.length), slack };
  }
  if (formula.startsWith('andelen över noll av ')) {
    return { number: numbers.filter((number) => number > 0).length / numbers.length, slack };
  }
  if (formula.startsWith('hälften av summan av ')) {
    const sum = numbers.reduce((all, number) => all + Math.abs(number), 0);
    return { number: sum / 2, slack: values.reduce((all, value) => all + value.slack, 0) };
  }
  return undefined;
}

/** The number below which so many per cent lie: straight between two neighbours in the order. */
export function percentile(numbers, percent) {
  const ordered = [...numbers].sort((a, b) => a - b);
  const place = (percent / 100) * (ordered.length - 1);
  const low = ordered[Math.floor(place)];
  const high = ordered[Math.min(Math.floor(place) + 1, ordered.length - 1)];
  return low + (high - low) * (place - Math.floor(place));
}

function root({ number, slack }) {
  return { number: Math.sqrt(number), slack: number ? slack / Math.sqrt(number) : Math.sqrt(slack) };
}

function total(parts) {
  const sum = (key) => parts.reduce((all, part) => all + part[key], 0);
  return { number: sum('number'), slack: sum('slack') };
}

function product(parts, by) {
  const number = parts.slice(1).reduce((all, part) => by(all, part.number), parts[0].number);
  const relative = parts.reduce((sum, part) => sum + (part.number ? part.slack / Math.abs(part.number) : 0), 0);
  return { number, slack: Math.abs(number) * relative * 1.01 };
}
