// A model that comes into force by steps: every sum and every practice is what its rule gives, to the öre.
import test from 'node:test';
import assert from 'node:assert/strict';
import { axe, drawn, enter, field } from './harness.mjs';
import { fileOf, number, openRegion, scrollsSideways, unfold } from './region.mjs';

const panel = (page) => page.locator('.region-tool').filter({ hasText: 'Infasning och garantier' });
/** A number of kronor in whole öre. */
const ore = (text) => Math.round(number(text) * 100);

async function openPanel(t, options) {
  const page = await openRegion(t, options, 'infasning');
  await unfold(page, 'Infasning och garantier');
  await panel(page).locator('.phase-sums').waitFor();
  return page;
}

async function choose(page, label, option) {
  await panel(page).getByLabel(label, { exact: true }).selectOption({ label: option });
  await drawn(page);
}

/** The sums in öre by their names. */
async function sums(page) {
  const rows = await panel(page).locator('.phase-sums tbody tr').evaluateAll((all) => all.map((row) => (
    [...row.children].map((cell) => cell.textContent))));
  return Object.fromEntries(rows.map(([name, amount]) => [name, ore(amount)]));
}

/** Each practice's old, new and phased payment in öre, from the figure's file. */
async function practices(page) {
  const text = await fileOf(page, panel(page).getByRole('button', { name: 'Hämta tabell (CSV)' }));
  const lines = text.split(/\r?\n/);
  return lines.slice(1, lines.indexOf('')).map((line) => line.split(';').slice(1).map(ore));
}

const total = (list) => list.reduce((a, b) => a + b, 0);

test('half the way, nobody down by more than two per cent, paid by the region', async (t) => {
  const page = await openPanel(t);
  const sum = await sums(page);
  const all = await practices(page);
  assert.equal(all.length, 180);
  assert.equal(total(all.map(([old]) => old)), sum['Nuläget']);
  assert.equal(total(all.map(([, then]) => then)), sum['Hela den nya modellen']);
  assert.equal(total(all.map(([, , now]) => now)), sum['Infasning med golv och tak']);
  assert.ok(Math.abs(sum['Infasning utan golv och tak'] - (sum['Nuläget'] + sum['Hela den nya modellen']) / 2) <= 0.5);
  assert.equal(sum['Infasning utan golv och tak'] + sum['Det som golvet lägger till'], sum['Infasning med golv och tak']);
  assert.equal(sum['Kostnad för regionen, jämfört med infasning utan golv och tak'], sum['Det som golvet lägger till']);
  let held = 0;
  for (const [old, then, now] of all) {
    const floor = old - Math.floor(old * 0.02 + 1e-6);
    const blended = (old + then) / 2;
    held += blended < floor - 1 ? 1 : 0;
    assert.ok(Math.abs(now - Math.max(blended, floor)) <= 1, `${old} ${then} ${now}`);
  }
  assert.match(await panel(page).locator('.finding').innerText(), new RegExp(`${held} vårdcentraler hålls uppe av golvet`));
});

test('the practices pay for the floor: the sum is kept to the öre', async (t) => {
  const page = await openPanel(t);
  await choose(page, 'Golv: största minskning', 'Kronor per listad och månad');
  await enter(page, 'Golvets storlek', '1,50');
  await choose(page, 'Vem betalar?', 'Vårdcentralerna, inom samma budget');
  const sum = await sums(page);
  assert.equal(sum['Infasning med golv och tak'], sum['Infasning utan golv och tak']);
  const all = await practices(page);
  assert.equal(total(all.map(([, , now]) => now)), sum['Infasning utan golv och tak']);
  assert.deepEqual(await axe(page), []);
});

test('an explanation goes from the öre back to the choices; a fault has its remedy', async (t) => {
  const page = await openPanel(t);
  const row = panel(page).locator('.phase-list tbody tr').filter({ hasText: 'Golv' }).first();
  const paid = row.locator('[data-value]').nth(2);
  const shown = Number(await paid.getAttribute('data-value'));
  await paid.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Varför denna siffra?' });
  const root = Number(await dialog.locator('.why-root').getAttribute('data-why-value'));
  assert.ok(Math.abs(root - shown) <= 0.5, `${root} shown as ${shown}`);
  await dialog.getByRole('button', { name: 'Visa alla led' }).click();
  // lines that are not seen are not laid out, and have no inner text
  const text = await dialog.textContent();
  assert.match(text, /avrundat nedåt till hela ören/);
  assert.match(text, /Golv: största minskning\s*2 %\s*Angiven uppgift/);
  await page.keyboard.press('Escape');
  await choose(page, 'Vem betalar?', 'Vårdcentralerna, inom samma budget');
  await enter(page, 'Del av den nya modellen, procent', '100');
  await enter(page, 'Golvets storlek', '0');
  await choose(page, 'Tak: största ökning', 'Procent av ersättningen i nuläget');
  await enter(page, 'Takets storlek', '0');
  assert.match(await panel(page).getByRole('alert').last().innerText(), /(Golven|Taken) blir tillsammans .* kr om året, .* låt regionen betala\./);
  await enter(page, 'Takets storlek', 'lite');
  assert.equal(await field(page, 'Takets storlek').inputValue(), 'lite');
  assert.equal(await field(page, 'Takets storlek').getAttribute('aria-invalid'), 'true');
});

test('every sum and amount opens the same figure, also where the practices pay', async (t) => {
  const page = await openPanel(t);
  const dialog = page.locator('dialog.why');
  for (const payer of ['Regionen', 'Vårdcentralerna, inom samma budget']) {
    await choose(page, 'Vem betalar?', payer);
    const figures = panel(page).locator('.phase-sums [data-value], .phase-list tbody tr:nth-child(6n + 1) [data-value]');
    assert.ok((await figures.count()) >= 12);
    for (const figure of await figures.all()) {
      const [shown, digits] = await figure.evaluate((one) => [one.dataset.value, one.dataset.digits].map(Number));
      await figure.click();
      const root = Number(await dialog.locator('.why-root').getAttribute('data-why-value'));
      assert.ok(Math.abs(root - shown) <= 0.500001 * 10 ** -digits, `${root} shown as ${shown}`);
      await page.keyboard.press('Escape');
      await dialog.locator('.why-root').waitFor({ state: 'detached' });
    }
  }
});

test('a phone shows it without scrolling sideways, and all practices when asked', async (t) => {
  const page = await openPanel(t, { width: 320, height: 800 });
  await panel(page).getByRole('button', { name: 'Visa alla 180' }).click();
  assert.equal(await panel(page).locator('.phase-list tbody tr').count(), 180);
  assert.equal(await scrollsSideways(page), false);
  assert.deepEqual(await axe(page), []);
});
