// Weights fitted to the costs of a made-up region: they are found again, used in one step, and told apart from those that
// were not found.
import test from 'node:test';
import assert from 'node:assert/strict';
import { axe, drawn, enter } from './harness.mjs';
import { number, openRegion, tab, scrollsSideways, unfold } from './region.mjs';

const panel = (page) => page.locator('.region-tool').filter({ hasText: 'Anpassa vikter efter kostnaderna' });

async function openPanel(t, options) {
  const page = await openRegion(t, options, 'anpassa');
  await unfold(page, 'Anpassa vikter efter kostnaderna');
  await panel(page).getByRole('button', { name: 'Anpassa', exact: true }).waitFor();
  return page;
}

async function fit(page) {
  await panel(page).getByRole('button', { name: 'Anpassa', exact: true }).focus();
  await page.keyboard.press('Enter');
  await panel(page).getByText('Vikterna är anpassade.').waitFor({ timeout: 90_000 });
  await drawn(page);
}

/** Student's t for 97.5 per cent and the 179 degrees of freedom that 180 practices leave. */
const T = 1.9733;

/** The rows of the table: name, then the texts of the cells. */
function rows(page) {
  return panel(page).locator('.fit-weights tbody tr').evaluateAll((all) => all.map((row) => (
    [...row.children].map((cell) => cell.textContent))));
}

async function choose(page, label, option) {
  await panel(page).getByLabel(label, { exact: true }).selectOption({ label: option });
  await drawn(page);
}

test('by keyboard: the weights that made the region are found again, used, and undone in one step', async (t) => {
  const page = await openPanel(t);
  await fit(page);
  const found = await rows(page);
  assert.ok(found.length >= 15, `${found.length} rows`);
  for (const [name, persons, now, weight, error, interval] of found) {
    const [n, old, fitted, spread] = [persons, now, weight, error].map(number);
    assert.ok(n >= 50 && spread > 0, name);
    assert.ok(Math.abs(fitted - old) < 5 * spread, `${name}: ${now}, fitted ${weight} with ${error}`);
    const [low, high] = interval.split(' till ').map(number);
    assert.ok(Math.abs(low - (fitted - T * spread)) < 0.03 && Math.abs(high - (fitted + T * spread)) < 0.03, name);
  }
  const [own, others] = [...(await panel(page).locator('.finding').innerText()).matchAll(/([\d,]+)\s%/g)].map((m) => number(m[1]));
  assert.ok(own > others && others > 0 && own - others < 1, `${own} and ${others}`);
  assert.match(await panel(page).locator('.source').innerText(), /^Register: Skåne.* Anpassat till 1.400.000 personer och 70.% av/);
  const use = panel(page).getByRole('button', { name: /^Använd/ }).last();
  const scaled = number((await use.innerText()).match(/gånger ([\d,]+)/)?.[1] ?? '1');
  await use.focus();
  await page.keyboard.press('Enter');
  await panel(page).getByText('Vikterna är nu mitt scenarios.').waitFor();
  for (const [name, , now, weight] of await rows(page)) {
    assert.ok(Math.abs(number(now) - number(weight) * scaled) < 0.011, `${name}: ${now} of ${weight}`);
  }
  await page.locator('.top').getByRole('button', { name: 'Ångra', exact: true }).click();
  await drawn(page);
  assert.deepEqual(await rows(page), found, 'one step back');
});

test('rare conditions are refused, with the reason, and a number that cannot be read stays', async (t) => {
  const page = await openPanel(t);
  await enter(page, 'Minsta antal personer', '20 000');
  await choose(page, 'Hur prövas vikterna?', 'Vårdcentralerna lottas i delar');
  await enter(page, 'Antal delar', '5');
  await choose(page, 'Får en vikt vara under noll?', 'Nej, bästa lösning utan vikter under noll');
  await fit(page);
  const found = await rows(page);
  const refused = found.filter((row) => number(row[1]) < 20_000);
  assert.ok(refused.length > 0 && refused.length < found.length);
  for (const row of refused) assert.equal(row[3], 'Ingen vikt: färre än 20000 personer', row[0]);
  assert.deepEqual(await axe(page), []);
  await enter(page, 'Minsta antal personer', 'många');
  const field = page.getByRole('textbox', { name: 'Minsta antal personer' });
  assert.equal(await field.inputValue(), 'många');
  assert.equal(await field.getAttribute('aria-invalid'), 'true');
});

test('another region or model forgets the weights; nothing scrolls sideways on a phone', async (t) => {
  const page = await openPanel(t, { width: 320, height: 800 });
  await fit(page);
  await panel(page).getByText('Så räknas vikterna').click();
  await drawn(page);
  assert.equal(await scrollsSideways(page), false);
  assert.deepEqual(await axe(page), []);
  await tab(page, 'register');
  await page.getByRole('radio', { name: /Kronoberg/ }).check();
  await page.getByText(/^32 vårdcentraler, /).waitFor({ timeout: 90_000 });
  await tab(page, 'anpassa');
  assert.equal(await panel(page).locator('.fit-weights').count(), 0);
});
