// What an outcome hangs on, against the slider; and how sure a change in the spread is, against draws of the test's own.
import test from 'node:test';
import assert from 'node:assert/strict';
import { percentile } from './explanation.mjs';
import { axe, drawn, enter, field } from './harness.mjs';
import { firstSlider, inTab, measuresTable, number, openRegion, saved, scrollsSideways, tab, unfold, values } from './region.mjs';

const TORNADO = 'Vad utfallet beror mest på';
const RESAMPLE = 'Hur säker är ändringen i spridning?';
const near = (is, wanted, slack, what) => assert.ok(Math.abs(is - wanted) <= slack, `${what}: ${is} is not ${wanted}`);
const mean = (list) => list.reduce((a, b) => a + b, 0) / list.length;
const deviation = (list) => Math.sqrt(mean(list.map((x) => (x - mean(list)) ** 2)));

/** Unfolds the tornado and waits until it is drawn. */
async function tornado(page) {
  const part = await unfold(page, TORNADO);
  await part.locator('figure svg').waitFor({ timeout: 60_000 });
  return part;
}

/** The table under the tornado: name, lower, higher. */
async function bars(part) {
  if (!(await part.locator('table.twin').count())) await part.locator('figure summary').click();
  await part.locator('table.twin').waitFor();
  const rows = await part.locator('table.twin tbody tr').evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.innerText)));
  return rows.map(([name, low, high]) => ({ name, low: number(low), high: number(high) }));
}

/** The standard deviations of the table of measures: today, the proposal, the scenario; 2025 has no net. */
const deviations = (page) => inTab(page, 'spridning', async () => (
  values((await measuresTable(page)).getByRole('row', { name: /^Standardavvikelse/ }))));

test('the outcome as it stands is the measured one, and the widest bars come first', async (t) => {
  const page = await openRegion(t, {}, 'kanslighet');
  const [, proposal] = await deviations(page);
  const part = await tornado(page);
  const [base] = await values(part);
  near(base, proposal, 0.0051, 'base');
  const all = await bars(part);
  const spans = all.map(({ low, high }) => Math.max(low, high, base) - Math.min(low, high, base));
  spans.slice(1).forEach((span, i) => assert.ok(span <= spans[i] + 0.02, `${all[i + 1].name} is wider than the one before`));
  assert.ok(spans[0] > spans.at(-1));
  const kinds = ['Vikt: ', 'Förekomst: ', 'Antal som räknas: '];
  assert.ok(kinds.every((kind) => all.some((bar) => bar.name.startsWith(kind))));
  const drawnRows = await part.locator('figure svg text').allTextContents();
  assert.ok(drawnRows.some((text) => text.startsWith('Utan ändring')));
  assert.match(await part.locator('figcaption').innerText(), new RegExp(all[0].name.slice(0, 20)));
});

test('only the weights are drawn when only they are asked for', async (t) => {
  const page = await openRegion(t, {}, 'kanslighet');
  const part = await tornado(page);
  const all = (await bars(part)).filter(({ name }) => name.startsWith('Vikt: '));
  await page.getByLabel('Visa', { exact: true }).selectOption('Bara vikter');
  await part.locator('figcaption', { hasText: `”${all[0].name}”` }).waitFor();
  const labels = (await part.locator('figure svg text').allTextContents()).filter((text) => /^(Vikt|Förekomst|Antal som)/.test(text));
  assert.equal(labels.length, 12);
  assert.ok(labels.every((text) => text.startsWith('Vikt: ')), labels.join());
});

test('a bar is what the slider gives', async (t) => {
  const page = await openRegion(t, {}, 'kanslighet');
  const part = await tornado(page);
  const slider = await firstSlider(page);
  const [weight, factor] = [Number(await slider.inputValue()), await slider.getAttribute('aria-label')];
  await enter(page, 'Hur mycket allt ändras, %', '50');
  await part.locator('figure svg').waitFor({ timeout: 60_000 });
  const bar = (await bars(part)).find(({ name }) => name === `Vikt: ${factor}`);
  assert.equal(weight % 2, 0);
  await tab(page, 'spridning');
  await slider.fill(String(weight / 2));
  await drawn(page);
  const [, , low] = await deviations(page);
  near(bar.low, low, 0.0051, 'half the weight');
});

test('kronor that move and the payment of the followed practice', async (t) => {
  const page = await openRegion(t, {}, 'kanslighet');
  const rows = await saved(page);
  const part = await tornado(page);
  await page.getByLabel('Utfall', { exact: true }).selectOption({ index: 2 });
  await part.getByText('Välj en vårdcentral att följa').waitFor();
  await inTab(page, 'vardcentralerna', () => page.locator('.region-practices .pin').first().click());
  await unfold(page, TORNADO);
  await part.locator('figure svg').waitFor({ timeout: 60_000 });
  const [paid] = await values(part);
  near(paid, rows[0]['Ersättning kr/år, Förslag'], 51, 'the payment in hundreds');
  await page.getByLabel('Utfall', { exact: true }).selectOption({ index: 1 });
  await part.locator('figure svg').waitFor({ timeout: 60_000 });
  const moved = rows.reduce((sum, row) => sum + Math.abs(row['Ersättning kr/år, Förslag'] - row['Ersättning kr/år, Nuläge (2026)']) / 2, 0);
  await drawn(page);
  near((await values(part))[0], moved, 50_001, 'what moves, in tenths of a million');
});

test('the change in spread with its interval is what draws of another chance give', async (t) => {
  const page = await openRegion(t, {}, 'kanslighet');
  const rows = await saved(page);
  const part = await unfold(page, RESAMPLE);
  await part.locator('table').waitFor({ timeout: 60_000 });
  const net = (model) => rows.map((row) => row[`Netto kr/år, ${model}`] / row.Listade / 12);
  const [before, after] = [net('Nuläge (2026)'), net('Förslag')];
  const [shownBefore, shownAfter] = await values(part);
  near(shownBefore, deviation(before), 0.0051, 'before');
  near(shownAfter, deviation(after), 0.0051, 'after');
  const cells = await part.locator('tbody tr td:nth-child(2)').allTextContents();
  const ends = (text) => text.match(/[+\u2212-]?\d+,\d+/g).map(number);
  const [ratio, ratioLow, ratioHigh] = ends(cells[2]);
  const [difference, low, high] = ends(cells[3]);
  near(ratio, (100 * deviation(after)) / deviation(before), 0.051, 'ratio');
  near(difference, deviation(after) - deviation(before), 0.0051, 'difference');
  let state = 12345;
  const random = () => { state = (Math.imul(state, 1664525) + 1013904223) >>> 0; return state / 2 ** 32; };
  const draws = Array.from({ length: 2000 }, () => {
    const places = before.map(() => Math.floor(random() * before.length));
    const [one, other] = [before, after].map((nets) => deviation(places.map((at) => nets[at])));
    return { ratio: (100 * other) / one, difference: other - one };
  });
  const own = (of, percent) => percentile(draws.map((draw) => draw[of]), percent);
  const slack = (from, to) => 0.12 * (to - from);
  near(ratioLow, own('ratio', 2.5), slack(ratioLow, ratioHigh), 'lower end of the ratio');
  near(ratioHigh, own('ratio', 97.5), slack(ratioLow, ratioHigh), 'upper end of the ratio');
  near(low, own('difference', 2.5), slack(low, high), 'lower end of the difference');
  near(high, own('difference', 97.5), slack(low, high), 'upper end of the difference');
  assert.match(await part.locator('.finding').innerText(), /^95-procentigt intervall ur 2000 omtagningar: standardavvikelsen med förslaget är mellan /);
  await enter(page, 'Antal omtagningar', '100');
  assert.equal(await field(page, 'Antal omtagningar').getAttribute('aria-invalid'), 'true');
  await enter(page, 'Antal omtagningar', '500');
  await part.getByText(/ur 500 omtagningar/).waitFor({ timeout: 60_000 });
});

for (const options of [{}, { dark: true }, { width: 320, height: 800 }]) {
  test(`sensitivity is accessible: ${JSON.stringify(options)}`, async (t) => {
    const page = await openRegion(t, options, 'kanslighet');
    await tornado(page);
    const part = await unfold(page, RESAMPLE);
    await part.locator('table').waitFor({ timeout: 60_000 });
    assert.deepEqual(await axe(page), []);
    assert.equal(await scrollsSideways(page), false);
  });
}
