// Alla vårdcentraler: a whole region answers; what is shown is what the saved file gives when it is worked out anew.
import test from 'node:test';
import assert from 'node:assert/strict';
import { percentile } from './explanation.mjs';
import { drawn, enter, showTab, speak } from './harness.mjs';
import { fileOf, firstSlider, inTab, measuresTable, number, openRegion, saved, tab } from './region.mjs';

/** The numbers of a row of the table of measures, as data-value has them. */
async function measures(page, name) {
  const row = (await measuresTable(page)).getByRole('row', { name });
  return row.locator('[data-value]').evaluateAll((all) => all.map((one) => [Number(one.dataset.value), Number(one.dataset.digits)]));
}

function isRounded(exact, [shown, digits]) {
  return Math.abs(exact - shown) <= 0.500001 * 10 ** -digits;
}

const MODELS = ['Tidigare (2025)', 'Nuläge (2026)', 'Förslag'];
// the table of 2025 is set against no costs of 2026, and moves nothing
const COMPARED = MODELS.slice(1);

test('every measure is what the saved file gives', async (t) => {
  const page = await openRegion(t);
  const rows = await saved(page);
  assert.equal(rows.length, 180);
  assert.equal(rows.reduce((sum, row) => sum + row.Listade, 0), 1_400_000);
  const nets = COMPARED.map((model) => rows.map((row) => row[`Netto kr/år, ${model}`] / row.Listade / 12));
  const mean = (list) => list.reduce((a, b) => a + b, 0) / list.length;
  const sd = (list) => Math.sqrt(mean(list.map((x) => (x - mean(list)) ** 2)));
  const between = (low, high) => (list) => percentile(list, high) - percentile(list, low);
  const moved = MODELS.map((model) => rows.reduce((sum, row) => (
    sum + Math.abs(row[`Ersättning kr/år, ${model}`] - row['Ersättning kr/år, Nuläge (2026)']) / 2), 0));
  const expected = [
    ['Standardavvikelse', nets.map(sd)], ['Från percentil 10', nets.map(between(10, 90))],
    ['Från percentil 25', nets.map(between(25, 75))], ['Median', nets.map((list) => percentile(list, 50))],
    ['Andel vårdcentraler', nets.map((list) => list.filter((x) => x > 0).length / list.length)],
    ['Flyttas', moved.filter((_, i) => i > 1)],
    ['Ersättning till alla', MODELS.map((model) => rows.reduce((sum, row) => sum + row[`Ersättning kr/år, ${model}`], 0))],
  ];
  for (const [name, values] of expected) {
    const shown = await measures(page, new RegExp(`^${name}`));
    assert.equal(shown.length, values.length, name);
    values.forEach((value, i) => assert.ok(isRounded(value, shown[i]), `${name}: ${value} shown as ${shown[i]}`));
  }
  assert.ok(!('Netto kr/år, Tidigare (2025)' in rows[0]) && !('Del av kostnaden kr/år, Tidigare (2025)' in rows[0]));
  assert.equal(await page.getByText('beloppen är till för 2025 års kostnader').count(), 1);
  for (const row of rows) {
    for (const model of COMPARED) {
      const net = row[`Ersättning kr/år, ${model}`] - row[`Del av kostnaden kr/år, ${model}`];
      assert.ok(Math.abs(net - row[`Netto kr/år, ${model}`]) < 1e-4, row['Vårdcentral']);
    }
  }
});

test('made-up persons and example weights are marked', async (t) => {
  const page = await openRegion(t);
  assert.ok((await page.getByText('SYNTETISKA DATA', { exact: true }).count()) >= 1);
  assert.ok((await page.locator('#region-spread .badge').allTextContents()).includes('Exempelvikter'));
});

test('every row of every file says that it is made up', async (t) => {
  const page = await openRegion(t);
  const isMarked = async (button) => {
    const lines = (await fileOf(page, button)).split(/\r?\n/);
    const rows = lines.slice(0, lines.indexOf(''));
    assert.ok(rows.length > 1 && rows.every((row) => row.endsWith(';SYNTETISKA DATA')), rows[1]);
  };
  const chart = page.locator('figure.chart').getByRole('button', { name: 'Hämta tabell (CSV)' });
  for (const picture of ['Fördelning', 'Kostnad mot ersättning', 'Ändring per vårdcentral', 'Tratt']) {
    await page.getByRole('button', { name: picture, exact: true }).click();
    await isMarked(chart);
  }
  await inTab(page, 'vem', () => isMarked(chart.first()));
  await tab(page, 'vardcentralerna');
  await isMarked(page.getByRole('button', { name: 'Spara alla som CSV' }));
  const json = JSON.parse(await fileOf(page, page.getByRole('button', { name: 'Spara alla mått som JSON' })));
  assert.equal(json.made.kind, 'synthetic');
  const arrays = [json.practices, json.models, json.changes, ...json.models.flatMap((one) => [one.practices, one.subgroups])];
  for (const row of arrays.flat()) assert.equal(row.mark, 'SYNTETISKA DATA');
});

test('the persons are the same whichever proposal is looked at', async (t) => {
  const page = await openRegion(t);
  const today = async () => (await saved(page)).map((row) => [row.Listade, row['Ersättning kr/år, Nuläge (2026)'], row['Netto kr/år, Nuläge (2026)']]);
  const deviation = async () => (await measures(page, /^Standardavvikelse/)).find(([, digits]) => digits > 0);
  const [before, spread] = [await today(), await deviation()];
  await showTab(page, 'model', 'jamfor');
  await page.getByLabel('Mitt scenario utgår från').selectOption({ label: 'Förslag med fem tillstånd' });
  await page.getByRole('link', { name: 'Alla vårdcentraler' }).click();
  await page.locator('.region-dashboard figure').waitFor({ timeout: 90_000 });
  await inTab(page, 'vem', () => page.locator('.region-groups-figure').first().waitFor({ timeout: 60_000 }));
  assert.deepEqual(await today(), before);
  assert.deepEqual(await deviation(), spread);
  const sums = (await saved(page)).map((row) => [row['Ersättning kr/år, Nuläge (2026)'], row['Ersättning kr/år, Förslag']]);
  const [now, then] = [0, 1].map((i) => sums.reduce((sum, row) => sum + row[i], 0));
  assert.ok(Math.abs(then / now - 1) < 0.05, `${then / now}: nobody is paid for as if without the conditions`);
});

test('a slider that moves changes every figure, and the weight that it rests at is one step of the scenario', async (t) => {
  const page = await openRegion(t);
  const [before, deviation] = [await measures(page, /^Flyttas/), await measures(page, /^Standardavvikelse/)];
  const slider = await firstSlider(page);
  await slider.focus();
  await page.keyboard.press('Home');
  await drawn(page);
  const after = await measures(page, /^Flyttas/);
  assert.deepEqual(after.slice(0, 1), before.slice(0, 1), 'the proposal stays');
  assert.notDeepEqual(after[1], before[1], 'the scenario follows');
  assert.equal(await slider.evaluate((element) => element === document.activeElement), true, 'the focus stays');
  await page.locator('.top').getByRole('button', { name: 'Ångra' }).click();
  await drawn(page);
  assert.deepEqual(await measures(page, /^Flyttas/), before);
  assert.deepEqual(await measures(page, /^Standardavvikelse/), deviation);
});

test('what is written while the slider is held is what stands there when it rests', async (t) => {
  const page = await openRegion(t);
  const slider = await firstSlider(page);
  await measuresTable(page);
  const send = (kind, value) => slider.evaluate((input, [type, to]) => {
    if (to !== null) input.value = to;
    input.dispatchEvent(new Event(type, { bubbles: true }));
  }, [kind, value]);
  const column = () => page.locator('.region-measures').first().locator('tbody td:last-child button').evaluateAll(
    (all) => all.map((one) => [one.textContent, one.dataset.value, one.getAttribute('aria-label')]));
  const marks = () => page.locator('.region-figure svg path[fill="#B45309"]').first().evaluate(
    (path) => path.closest('svg').innerHTML);
  for (const weight of ['10', '300', '40']) {
    await send('input', weight);
    await drawn(page);
  }
  const [held, heldMarks] = [await column(), await marks()];
  assert.equal(await slider.inputValue(), '40');
  await send('change', null);
  await page.locator('#drawer .slider-row.changed').waitFor();
  await drawn(page);
  assert.deepEqual(await column(), held);
  assert.equal(await marks(), heldMarks);
});

test('practices are sorted, searched and followed', async (t) => {
  const page = await openRegion(t, {}, 'vardcentralerna');
  const list = page.locator('.region-practices');
  const first = () => list.locator('tbody tr').first();
  await list.getByRole('button', { name: 'Listade' }).click();
  assert.equal(await list.locator('th[aria-sort=descending]').innerText(), 'Listade');
  const listed = await list.locator('tbody tr td:nth-child(2)').allTextContents();
  const sizes = listed.map(number);
  assert.deepEqual(sizes, [...sizes].sort((a, b) => b - a));
  await enter(page, 'Sök vårdcentral', '  CENTRAL 17 ');
  const names = await list.locator('tbody th').allTextContents();
  assert.ok(names.length === 11 && names.every((name) => /central 17\d?$/.test(name)), names.join());
  await first().getByRole('button', { pressed: false }).first().click();
  await page.locator('tr.pinned').waitFor();
  const name = (await page.locator('tr.pinned th').innerText()).replace(/^\S+\s/, '');
  await tab(page, 'spridning');
  assert.ok((await page.locator('.region-figure svg text').allTextContents()).some((text) => text.includes(name)));
});

test('Kronoberg has the 32 lists of its document under no names, with made-up persons', async (t) => {
  const page = await openRegion(t, {}, 'register');
  await page.getByRole('radio', { name: /Kronoberg/ }).check();
  await page.getByText(/^32 vårdcentraler, 201.669 listade/).waitFor({ timeout: 60_000 });
  await tab(page, 'vardcentralerna');
  await page.getByRole('row', { name: /Lista 2, 7.425 listade/ }).waitFor();
  const rows = await saved(page);
  assert.equal(rows.length, 32);
  for (const [i, row] of rows.entries()) {
    assert.match(row['Vårdcentral'], new RegExp(`^Lista ${i + 1}, [\\d\u00a0]+ listade$`));
    assert.equal(number(row['Vårdcentral'].split(',')[1]), row.Listade);
  }
});

test('a drag that is given up leaves nothing tried, and a step back during a drag takes no earlier edit', async (t) => {
  const page = await openRegion(t);
  const slider = await firstSlider(page);
  await measuresTable(page);
  const figures = () => page.locator('.region-measures').first().locator('[data-value]').evaluateAll((all) => all.map((one) => one.dataset.value));
  const rest = [await slider.inputValue(), await figures()];
  const move = (by) => slider.evaluate((one, by) => {
    one.value = String(Number(one.value) + by);
    one.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }, by);
  await move(40);
  await drawn(page);
  assert.notDeepEqual(await figures(), rest[1], 'figures follow');
  await slider.dispatchEvent('pointercancel');
  await drawn(page);
  assert.deepEqual([await slider.inputValue(), await figures()], rest);

  await move(10);
  await slider.dispatchEvent('change');
  await drawn(page);
  const changed = [await slider.inputValue(), await figures()];
  await move(25);
  await drawn(page);
  await page.keyboard.press('Control+z');
  await drawn(page);
  assert.deepEqual([await slider.inputValue(), await figures()], changed, 'the drag is given up, the edit stays');
  await page.keyboard.press('Control+z');
  await drawn(page);
  assert.deepEqual([await slider.inputValue(), await figures()], rest);
});

test('a view that is left during a drag comes back at rest', async (t) => {
  const page = await openRegion(t);
  const slider = await firstSlider(page);
  const rest = await slider.inputValue();
  await slider.evaluate((one) => {
    one.value = String(Number(one.value) + 40);
    one.dispatchEvent(new InputEvent('input', { bubbles: true }));
  });
  await drawn(page);
  await speak(page, 'English');
  await page.getByRole('link', { name: 'The model' }).waitFor();
  assert.equal(await slider.inputValue(), rest);
});
