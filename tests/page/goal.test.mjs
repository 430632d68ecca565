// Working backwards: the value found gives the result when it is put in by hand, what cannot be reached says how far it
// goes, and a value is taken into the scenario in one step.
import test from 'node:test';
import assert from 'node:assert/strict';
import { axe, compare, data, drawn, enter, field, openTab, openView, paste, show, valueOf } from './harness.mjs';

const COST = 'Läkemedelskostnad i månaden, kr';
const TARGET = 'Resultatet ska bli, kr';
const panel = (page) => page.getByRole('region', { name: /^Räkna baklänges/ });
const said = async (page) => (await panel(page).locator('.goal-answer').innerText()).replace(/\s+/g, ' ');
const number = (text) => Number(text.replace(/[\s\u00a0]/g, '').replace(',', '.').replace('\u2212', '-'));

async function openFilled(t, options) {
  const page = await openView(t, 'practice', options);
  await paste(page, 'Listade kvinnor 0–4 år', data('listed.tsv'));
  await paste(page, 'Antal med Diabetes, insulinbehandlad', data('affected.tsv'));
  await enter(page, COST, '912 345,50');
  await openTab(page, 'baklanges');
  return page;
}

async function choose(page, label, option) {
  await panel(page).getByLabel(label, { exact: true }).selectOption({ label: option });
  await drawn(page);
}

async function press(page, name) {
  await panel(page).getByRole('button', { name }).first().click();
  await drawn(page);
}

/** The figures of the answer, exact. */
function answers(page) {
  return panel(page).locator('.goal-answer [data-value]').evaluateAll((all) => all.map((b) => Number(b.dataset.value)));
}

/** A row of the results, one number for each model. */
async function result(page, name) {
  await openTab(page, 'resultat');
  const row = page.locator('table.results').getByRole('row', { name });
  const found = await row.locator('[data-value]').evaluateAll((all) => all.map((button) => Number(button.dataset.value)));
  await openTab(page, 'baklanges');
  return found;
}

test('break even by the drug cost is the payment by the cost share, and is taken in one step', async (t) => {
  const page = await openFilled(t);
  await choose(page, 'Vad får ändras?', 'Läkemedelskostnaden');
  await press(page, 'Nollresultat');
  const payment = (await result(page, /^Ersättning i månaden/))[2];
  const cost = number((await said(page)).match(/ska vara (.*?) kr/)[1]);
  assert.ok(Math.abs(0.7 * cost - payment) <= 1, `${cost} of ${payment}`);
  const [net] = await answers(page);
  assert.ok(Math.abs(net) <= 1);
  await press(page, 'Använd i mitt scenario');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'goal', 'the focus is not lost');
  assert.equal(number(await valueOf(page, COST)), cost);
  assert.equal((await result(page, /^Läkemedelsnetto i månaden/)).at(-1), net);
  assert.match(await said(page), /är nu .* i mitt scenario\. Det går att ångra\./);
  await page.locator('.top').getByRole('button', { name: 'Ångra', exact: true }).click();
  await drawn(page);
  assert.equal(number(await valueOf(page, COST)), 912345.5);
  assert.equal(await said(page), '', 'an answer about another scenario is not shown');
});

test('what cannot be reached says how far it goes, as when it is typed', async (t) => {
  const page = await openFilled(t);
  await press(page, 'Nollresultat');
  const text = await said(page);
  assert.match(text, /^Vikten för ”Diabetes, insulinbehandlad”: målet går inte att nå/);
  const ends = [...text.matchAll(/Med ([\d\s,]+) kr per person och månad är/g)].map(([, value]) => value.trim());
  const found = await answers(page);
  assert.equal(ends.length, 2);
  for (const [i, value] of ends.entries()) {
    await show(page, 'model');
    await enter(page, 'Vikt för Diabetes, insulinbehandlad, mitt scenario', value);
    await show(page, 'practice');
    assert.equal((await result(page, /^Läkemedelsnetto i månaden/))[2], found[i], value);
  }
});

test('a number of persons lies between two values, and either can be taken', async (t) => {
  const page = await openFilled(t);
  await choose(page, 'Vad får ändras?', 'Antal med ett tillstånd');
  await choose(page, 'Tillstånd', 'Hypertoni');
  await enter(page, TARGET, '\u221270 000');
  // 18 kr for each person with hypertension, of whom the list has 905
  const more = Math.ceil((-70000 - (await result(page, /^Skillnad mot nuläge/))[1]) / 18);
  await press(page, 'Räkna');
  assert.match(await said(page), /^Antalet med ”Hypertoni”: målet går inte att träffa på kronan/);
  const [below, above] = await answers(page);
  assert.ok(below < -70000 && above > -70000 && above - below < 100, `${below} ${above}`);
  await panel(page).getByRole('button', { name: 'Använd i mitt scenario' }).last().click();
  await drawn(page);
  assert.equal((await result(page, /^Skillnad mot nuläge/))[1], above);
  assert.equal(number(await valueOf(page, 'Antal med Hypertoni')), 905 + more);
});

test('all weights of the own scenario or of the proposal', async (t) => {
  const page = await openFilled(t);
  await show(page, 'model');
  await enter(page, 'Vikt för Glaukom, mitt scenario', '50');
  await show(page, 'practice');
  await choose(page, 'Vad får ändras?', 'Alla vikter, med samma faktor');
  for (const model of ['Mitt scenario', 'Förslag']) {
    await compare(page, model);
    await enter(page, TARGET, '\u221238 000');
    await press(page, 'Räkna');
    assert.match(await said(page), /^Alla vikter ska vara 0,\d+ gånger sina värden\./);
    const [found] = await answers(page);
    await press(page, 'Använd i mitt scenario');
    assert.equal((await result(page, /^Skillnad mot nuläge/))[2], found, model);
    await page.locator('.top').getByRole('button', { name: 'Ångra', exact: true }).click();
    await drawn(page);
  }
  await show(page, 'model');
  assert.equal(await field(page, 'Vikt för Glaukom, mitt scenario').inputValue(), '50', 'one step back each');
});

test('no effect, and why nothing can be worked out', async (t) => {
  const page = await openFilled(t);
  await choose(page, 'Vad får ändras?', 'Kostnadsansvaret');
  await choose(page, 'Vilket resultat?', 'ersättningen i månaden');
  assert.equal(number(await field(page, TARGET).inputValue()), Math.round((await result(page, /^Ersättning i månaden/))[1]));
  await press(page, 'Räkna');
  assert.match(await said(page), /^Kostnadsansvaret påverkar inte ersättningen i månaden\./);
  await enter(page, COST, '');
  await press(page, 'Nollresultat');
  assert.match(await said(page), /Det går inte att räkna ut\. .*Läkemedelskostnaden saknas/);
});

test('a target that is no number stays, with a message, and changes nothing', async (t) => {
  const page = await openFilled(t);
  await enter(page, TARGET, 'noll');
  assert.equal(await field(page, TARGET).inputValue(), 'noll');
  assert.equal(await field(page, TARGET).getAttribute('aria-invalid'), 'true');
  const described = await field(page, TARGET).getAttribute('aria-describedby');
  assert.match(await page.locator(`[id="${described}"]`).innerText(), /”noll” är inte ett tal/);
  await show(page, 'method');
  await show(page, 'practice');
  assert.equal(await field(page, TARGET).inputValue(), 'noll');
  assert.deepEqual(await axe(page), []);
  await enter(page, TARGET, '\u22125 000');
  assert.equal(await field(page, TARGET).getAttribute('aria-invalid'), null);
});

test('by keyboard alone', async (t) => {
  const page = await openFilled(t);
  await panel(page).getByLabel('Vad får ändras?').focus();
  await page.keyboard.press('L');
  await drawn(page);
  assert.equal(await page.evaluate(() => document.activeElement.id), 'goal-kind', 'the focus stays when parts change');
  const until = async (name) => {
    for (let i = 0; i < 12; i++) {
      await page.keyboard.press('Tab');
      if ((await page.evaluate(() => document.activeElement.textContent)) === name) return;
    }
    assert.fail(name);
  };
  await until('Nollresultat');
  await page.keyboard.press('Enter');
  await drawn(page);
  await until('Använd i mitt scenario');
  await page.keyboard.press('Enter');
  await drawn(page);
  assert.match(await said(page), /^Läkemedelskostnaden är nu/);
});

test('of an estimate one group of the list is found, but not taken: the conditions would follow it', async (t) => {
  const page = await openView(t, 'practice');
  await openTab(page, 'baklanges');
  await choose(page, 'Vad får ändras?', 'Antal listade i en grupp');
  await choose(page, 'Grupp', 'män 60–64 år');
  await choose(page, 'Vilket resultat?', 'ersättningen i månaden');
  await enter(page, TARGET, '700 000');
  await press(page, 'Räkna');
  assert.equal((await answers(page)).length, 2);
  assert.match(await said(page), /kan inte användas medan tillstånden är uppskattade/);
  assert.equal(await panel(page).getByRole('button', { name: 'Använd i mitt scenario' }).count(), 0);
});
