// Modellen: budget rules that keep what they promise, weights that cannot be paid and the advice that mends them,
// starting points, and every change listed with a way back.
import test from 'node:test';
import assert from 'node:assert/strict';
import { drawn, enter, field, fields, figures, openView, show, showModelTab, showTab, valueOf } from './harness.mjs';

const near = (actual, expected, slack, what) => {
  assert.ok(Math.abs(actual - expected) <= slack, `${what}: ${actual} is not ${expected}`);
};

async function choose(page, rule) {
  await page.getByRole('radio', { name: rule, exact: false }).check();
  await drawn(page);
}

/** Today's total, the scenario's, and the difference, for the reference population. */
async function budget(page) {
  const exact = (buttons) => buttons.map((button) => Number(button.dataset.value));
  const [today, scenario, change] = await page.locator('.budget [data-value]').evaluateAll(exact);
  return { today, scenario, change };
}

/** By cell: today's amount, the proposal's base and the scenario's base. */
async function cells(page) {
  await showTab(page, 'model', 'belopp');
  const found = await page.locator('section[aria-labelledby=table] tbody tr').evaluateAll((rows) => rows.flatMap((row) => {
    const exact = (cell) => Number(cell.querySelector('[data-value]')?.dataset.value);
    const columns = [...row.querySelectorAll('td')].map(exact);
    const half = columns.length / 2;
    return [0, half].map((at) => ({ today: columns[at + 1], proposal: columns[at + 2], own: columns[at + half - 1] }));
  }));
  await showTab(page, 'model', 'vikter');
  return found;
}

/** Has mitt scenario start from another model. */
async function startFrom(page, label) {
  await showModelTab(page, 'jamfor');
  const select = page.getByLabel('Mitt scenario utgår från');
  const names = await select.locator('option').allInnerTexts();
  await select.selectOption({ label });
  await drawn(page);
  await showModelTab(page, 'vikter');
  return names;
}

/** How many conditions the list with all of them has. */
async function conditions(page) {
  await showModelTab(page, 'villkor');
  const count = await page.locator('table.weights tbody tr').count();
  await showModelTab(page, 'vikter');
  return count;
}

function differences(page) {
  return page.locator('.differences li span').allInnerTexts();
}

const NONE = 'Ingen skillnad: mitt scenario är lika med utgångsläget.';

test('neutral in each group: the base gives way, and the total is today\'s', async (t) => {
  const page = await openView(t, 'model');
  await enter(page, 'Vikt för Hypertoni, mitt scenario', '20');
  const { today, scenario, change } = await budget(page);
  near(scenario, today, today * 1e-9, 'the total');
  near(change, 0, today * 1e-9, 'the difference');
  const all = await cells(page);
  assert.equal(all.length, 42);
  assert.ok(all.every((cell) => cell.own >= 0 && cell.own <= cell.proposal && cell.proposal <= cell.today));
  assert.ok(all.some((cell) => cell.own < cell.proposal), 'a larger weight lowers the base somewhere');
});

test('neutral in total: one factor for everything', async (t) => {
  const page = await openView(t, 'model');
  await choose(page, 'Neutral i summa');
  const { today, scenario } = await budget(page);
  near(scenario, today, today * 1e-9, 'the total');
  const factors = (await cells(page)).map((cell) => cell.own / cell.today);
  assert.ok(factors[0] > 0 && factors[0] < 1);
  for (const factor of factors) near(factor, factors[0], 1e-9, 'the factor');
  assert.match((await differences(page)).join(), /Budgetregel: Neutral i summa/);
});

test('no rule: the weights come on top, and the page says that it costs more', async (t) => {
  const page = await openView(t, 'model');
  await choose(page, 'Ingen');
  const { today, scenario, change } = await budget(page);
  assert.ok(scenario > today);
  near(change, scenario - today, 0.01, 'the difference');
  for (const cell of await cells(page)) assert.equal(cell.own, cell.today);
  assert.match(await page.locator('.budget').innerText(), /Skillnad: \+/);
});

test('a weight that cannot be paid is refused in words, and the advice works', async (t) => {
  const page = await openView(t, 'model');
  const label = 'Vikt för Behov av antikoagulation, mitt scenario';
  const faults = page.locator('.model-faults');
  const read = (text) => Number(text.replace(/\s/g, '').replace(',', '.'));
  await enter(page, label, '9 000');
  const said = await faults.innerText();
  assert.match(said, /För (män|kvinnor) \d+.* år.* ger tillstånden i genomsnitt .* kr, mer än tabellens .* kr/);
  assert.deepEqual(await budget(page), { today: undefined, scenario: undefined, change: undefined });

  const rates = [...said.matchAll(/”Behov av antikoagulation” till högst ([\d\s]+,\d\d) kr/g)].map((m) => read(m[1]));
  assert.ok(rates.length > 0, said);
  await enter(page, label, Math.min(...rates).toFixed(2).replace('.', ','));
  assert.equal(await faults.count(), 0, 'the largest weight that fits does fit');
  await enter(page, label, (Math.min(...rates) + 0.02).toFixed(2).replace('.', ','));
  assert.equal(await faults.count(), 1, 'and a little more does not');

  await enter(page, label, '9 000');
  const factors = [...said.matchAll(/till högst (\d+(,\d+)?) gånger/g)].map((m) => read(m[1]));
  const factor = Math.min(...factors);
  for (const [name, text] of Object.entries(await fields(page)).filter(([of]) => of.startsWith('Vikt för '))) {
    await enter(page, name, (Math.floor(read(text) * factor * 100) / 100).toFixed(2).replace('.', ','));
  }
  assert.equal(await faults.count(), 0, 'all weights times the factor fit');
});

test('a scenario that cannot be worked out takes nothing else with it', async (t) => {
  const page = await openView(t, 'model');
  await enter(page, 'Vikt för Cancer, mitt scenario', '1000000');
  await show(page, 'brief');
  assert.ok((await figures(page)).length >= 6);
  assert.match(await page.getByRole('heading', { level: 1 }).innerText(), /går inte att räkna ut.*(ångra|Rätta)/i);
  await page.locator('.top').getByRole('button', { name: 'Ångra' }).click();
  assert.doesNotMatch(await page.getByRole('heading', { level: 1 }).innerText(), /går inte/);
});

test('another starting point has its own conditions, and undo comes back', async (t) => {
  const page = await openView(t, 'model');
  const before = await fields(page);
  const many = await conditions(page);
  const names = await startFrom(page, 'Förslag med fem tillstånd');
  assert.ok(names.length >= 2);
  assert.ok((await conditions(page)) < many);
  assert.equal(await page.locator('.empty').filter({ hasText: NONE }).count(), 1);
  const { today, scenario } = await budget(page);
  near(scenario, today, today * 1e-9, 'the total');
  await page.locator('.top').getByRole('button', { name: 'Ångra' }).click();
  await drawn(page);
  assert.deepEqual(await fields(page), before);
});

test('a text that was no number does not outlive its field', async (t) => {
  const page = await openView(t, 'model');
  await enter(page, 'Vikt för Glaukom, mitt scenario', 'abc');
  await startFrom(page, 'Förslag med fem tillstånd');
  const named = await page.locator('.faults:not(.model-faults) li').allInnerTexts();
  assert.deepEqual(named.filter((message) => message.includes('Glaukom')), []);
});

test('each change is listed with its old value, and can be taken back alone or with the rest', async (t) => {
  const page = await openView(t, 'model');
  assert.ok(await page.getByText(NONE).isVisible());
  const before = await fields(page);
  await enter(page, 'Vikt för Hypertoni, mitt scenario', '20');
  await enter(page, 'Tabellens belopp för män 60–64 år, mitt scenario', '130');
  await enter(page, 'Kostnadsansvar i procent', '65');
  await choose(page, 'Neutral i summa');
  const listed = (await differences(page)).map((text) => text.replace(/\s/g, ' '));
  assert.equal(listed.length, 4);
  assert.ok(listed.some((text) => /Vikt: Hypertoni: 18 .*→ 20 /.test(text)), listed.join('; '));
  assert.ok(listed.some((text) => /män 60–64 år: 121 .*→ 130 /.test(text)), listed.join('; '));
  assert.ok(listed.some((text) => /Kostnadsansvar: 70 % → 65 %/.test(text)), listed.join('; '));

  await page.getByRole('button', { name: 'Återställ Vikt: Hypertoni' }).click();
  await drawn(page);
  assert.equal((await differences(page)).length, 3);
  assert.equal(await valueOf(page, 'Vikt för Hypertoni, mitt scenario'), '18');
  await page.getByRole('button', { name: 'Återställ allt' }).click();
  await drawn(page);
  assert.ok(await page.getByText(NONE).isVisible());
  assert.deepEqual(await fields(page), before);
  await page.locator('.top').getByRole('button', { name: 'Ångra' }).click();
  await drawn(page);
  assert.equal((await differences(page)).length, 3, 'resetting is undone in one step');
});

test('typing the old value again is no difference', async (t) => {
  const page = await openView(t, 'model');
  await enter(page, 'Vikt för Hypertoni, mitt scenario', '20');
  await enter(page, 'Vikt för Hypertoni, mitt scenario', '18,00');
  assert.ok(await page.getByText(NONE).isVisible());
});

test('a reset also takes back a text that was no number', async (t) => {
  const page = await openView(t, 'model');
  await enter(page, 'Vikt för Glaukom, mitt scenario', '50');
  await enter(page, 'Vikt för Glaukom, mitt scenario', 'abc');
  await page.getByRole('button', { name: 'Återställ Vikt: Glaukom' }).click();
  await drawn(page);
  assert.match(await field(page, 'Vikt för Glaukom, mitt scenario').inputValue(), /^\d+/);
  assert.deepEqual(await page.locator('.faults:not(.model-faults) li').allInnerTexts(), []);
});

test('undo and redo go through every state, and a new change ends the redo', async (t) => {
  const page = await openView(t, 'model');
  const undo = page.locator('.top').getByRole('button', { name: 'Ångra' });
  const redo = page.locator('.top').getByRole('button', { name: 'Gör om' });
  const can = (button) => button.evaluate((b) => !b.disabled && b.getAttribute('aria-disabled') !== 'true');
  assert.deepEqual([await can(undo), await can(redo)], [false, false]);
  const states = [await figures(page)];
  for (const weight of ['20', '30', '40']) {
    await enter(page, 'Vikt för Hypertoni, mitt scenario', weight);
    states.push(await figures(page));
  }
  assert.equal(new Set(states.map(String)).size, 4);
  for (const state of states.slice(0, 3).reverse()) {
    await undo.click();
    await drawn(page);
    assert.deepEqual(await figures(page), state);
  }
  assert.equal(await can(undo), false);
  await redo.click();
  await drawn(page);
  assert.deepEqual(await figures(page), states[1]);
  await enter(page, 'Vikt för Cancer, mitt scenario', '300');
  assert.equal(await can(redo), false);
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('Control+z');
  await drawn(page);
  assert.deepEqual(await figures(page), states[1]);
});
