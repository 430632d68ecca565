// What lies behind a practice's payment: the steps from today add up, the persons behind the difference are those that
// the reference population does not expect, the list's ages are its own, and chance is worked out by the book.
import test from 'node:test';
import assert from 'node:assert/strict';
import { axe, data, drawn, enter, field, inSheet, openTab, openView, paste, show, valueOf } from './harness.mjs';
import { saved } from './take-out.mjs';

const listed = data('listed.tsv').trimEnd().split('\r\n').slice(1).map((line) => line.split('\t').slice(1).map(Number));
const sum = (numbers) => numbers.reduce((all, number) => all + number, 0);
const near = (is, wanted, slack, what) => assert.ok(Math.abs(is - wanted) <= slack, `${what}: ${is} is not ${wanted}`);

/** The section of a heading. */
const part = (page, heading) => page.getByRole('region', { name: heading });

/** Rows of a section's table by their names, as exact numbers. */
async function rows(page, heading) {
  await openTab(page, /slumpen/.test(heading) ? 'slumpen' : 'varfor');
  const read = (all) => all.map((row) => {
    return [row.cells[0].textContent, [...row.querySelectorAll('[data-value]')].map((b) => Number(b.dataset.value))];
  });
  const found = await part(page, heading).locator('.scroll tbody tr, .scroll tfoot tr').evaluateAll(read);
  return new Map(found);
}

/** A row of the results, one number for each model. */
async function result(page, name) {
  await openTab(page, 'resultat');
  const row = page.locator('table.results').getByRole('row', { name });
  return row.locator('[data-value]').evaluateAll((all) => all.map((button) => Number(button.dataset.value)));
}

async function openFilled(t, options) {
  const page = await openView(t, 'practice', options);
  await paste(page, 'Listade kvinnor 0–4 år', data('listed.tsv'));
  await paste(page, 'Antal med Diabetes, insulinbehandlad', data('affected.tsv'));
  await enter(page, 'Läkemedelskostnad i månaden, kr', '912 345,50');
  return page;
}

test('with nobody listed nothing is worked out, in any tab', async (t) => {
  const page = await openView(t, 'practice');
  await enter(page, 'Antal listade', '0');
  for (const slug of ['resultat', 'varfor', 'slumpen', 'baklanges', 'byt']) {
    await openTab(page, slug);
    assert.equal(await page.locator('#tab-panel [data-value]').count(), 0, slug);
  }
});

test('the steps lead from today to the proposal', async (t) => {
  const page = await openFilled(t);
  const steps = [...(await rows(page, /^Från nuläget till förslaget/))];
  assert.equal(steps.length, 12, 'two payments, ages, eight conditions and the rest');
  const amounts = steps.map(([, [amount]]) => amount);
  const [, today, proposal] = await result(page, /^Ersättning i månaden/);
  assert.equal(amounts[0], today);
  near(amounts.at(-1), proposal, 1e-9, 'the end');
  near(sum(amounts.slice(0, -1)), proposal, 1e-6, 'today and the steps');
  const conditions = amounts.slice(2, 10);
  assert.deepEqual(conditions, [...conditions].sort((a, b) => b - a), 'the largest first');
  const [capitation] = await result(page, /^Varav ålder och kön/).then((all) => all.slice(2));
  near(amounts[1], capitation - today, 1e-9, 'age and sex');
});

test('the steps follow the leading model, and the axis says so when it does not begin at zero', async (t) => {
  const page = await openFilled(t);
  const axis = () => part(page, /^Från nuläge/).locator('svg text').allInnerTexts().then((all) => all.join(' '));
  await openTab(page, 'varfor');
  const told = async () => part(page, /^Från nuläge/).locator('svg').evaluate((svg) => svg.textContent);
  assert.doesNotMatch(await told(), /inte vid noll/);
  await show(page, 'model');
  await page.getByRole('radio', { name: /^Ingen/ }).check();
  await show(page, 'practice');
  await drawn(page);
  const steps = await rows(page, /^Från nuläget till mitt scenario/);
  assert.equal(steps.get('Ålder och kön')[0], 0, 'weights on top of the table');
  assert.match((await told()).replace(/\s+/g, ' '), /axeln börjar inte vid noll/, await axis());
});

test('persons behind the difference: weights times those beyond the expected', async (t) => {
  const page = await openFilled(t);
  const table = await rows(page, /^Vilka tillstånd/);
  const foot = ['Alla tillstånd tillsammans', 'Det som tillstånden inte förklarar', 'Skillnad mot nuläget'];
  const [conditions, rest, change] = foot.map((name) => table.get(name)[0]);
  foot.forEach((name) => table.delete(name));
  const amounts = [...table.values()].map((row) => row[3]);
  assert.equal(amounts.length, 27);
  assert.deepEqual(amounts.map(Math.abs), amounts.map(Math.abs).sort((a, b) => b - a), 'by amount');
  near(sum(amounts), conditions, 1e-6, 'all conditions');
  near(conditions + rest, change, 1e-6, 'the whole');
  assert.equal((await result(page, /^Skillnad mot nuläge/))[1], change);
  for (const [name, [affected, expected, excess]] of table) {
    assert.equal(String(affected), await valueOf(page, `Antal med ${name}`));
    near(excess, affected - expected, 1e-9, name);
  }
  await show(page, 'model');
  for (const [name, [, , excess, amount]] of table) {
    const weight = Number((await field(page, `Vikt för ${name}, mitt scenario`).inputValue()).replace(',', '.'));
    near(amount, excess * weight, 1e-6, name);
  }
});

test('a list like the reference population has no persons beyond the expected', async (t) => {
  const page = await openFilled(t);
  const before = await rows(page, /^Vilka tillstånd/);
  await inSheet(page, (sheet) => sheet.getByRole('button', { name: 'Uppskatta alla tillstånd igen' }).click());
  await drawn(page);
  for (const [name, [affected, expected, excess]] of await rows(page, /^Vilka tillstånd/)) {
    if (expected === undefined) continue;
    assert.equal(affected, Math.round(before.get(name)[1]), name);
    near(excess, 0, 0.5, name);
  }
});

test('the ages are those of the list', async (t) => {
  const page = await openFilled(t);
  await openTab(page, 'varfor');
  const figures = part(page, 'Listans åldrar').locator('[data-value]');
  const [own, reference] = await figures.evaluateAll((all) => all.map((button) => Number(button.dataset.value)));
  const total = sum(listed.flat());
  near(own, sum(listed.slice(13).flat()) / total, 1e-12, '65 and older');
  assert.ok(reference > 0.15 && reference < 0.25, String(reference));
  const title = await part(page, 'Listans åldrar').locator('figcaption').innerText();
  assert.match(title.replace(/\s/g, ' '), /^Större andel är 65 år eller äldre än i referensbefolkningen: 21,6 % mot 19,5 %$/);
  await part(page, 'Listans åldrar').getByText('Visa som tabell').click();
  const row = part(page, 'Listans åldrar').getByRole('row', { name: /^60–64/ });
  const [women, men] = (await row.locator('td').allInnerTexts()).map((text) => Number(text.replace(',', '.')));
  near(women, (100 * listed[12][0]) / total, 0.005, 'women of 60 to 64');
  near(men, (100 * listed[12][1]) / total, 0.005, 'men of 60 to 64');
});

test('chance by the book, on an assumption that can be changed', async (t) => {
  const page = await openFilled(t);
  const figures = async () => [...(await rows(page, 'Hur mycket slumpen betyder')).values()].map(([number]) => number);
  const net = (await result(page, /^Läkemedelsnetto om året/))[1];
  const expected = (residual, lasting) => {
    const persons = 0.7 * residual * Math.sqrt(sum(listed.flat()));
    const years = persons * Math.sqrt(2 * (1 - lasting));
    return [persons, years, net - 1.96 * years, net + 1.96 * years];
  };
  const check = async (residual, lasting = 0.6) => {
    const wanted = expected(residual, lasting);
    (await figures()).forEach((number, i) => near(number, wanted[i], Math.abs(wanted[i]) * 1e-9, `row ${i}`));
  };
  await check(3500);
  const text = async () => (await part(page, 'Hur mycket slumpen betyder').innerText()).replace(/\s+/g, ' ');
  assert.match(await text(), /I 95 fall av 100 hamnar ett annat års läkemedelsnetto med förslaget mellan .* och .* om året/);
  assert.match(await text(), /Viktats exempelantaganden.* Exempel /);
  const label = 'Avvikelse per person, kr om året';
  await enter(page, label, '1750,5');
  await check(1750.5);
  await enter(page, label, 'tre');
  assert.equal(await field(page, label).inputValue(), 'tre');
  assert.equal(await field(page, label).getAttribute('aria-invalid'), 'true');
  const described = await field(page, label).getAttribute('aria-describedby');
  assert.match(await page.locator(`[id="${described}"]`).innerText(), /”tre” är inte ett tal/);
  await check(1750.5);
  await enter(page, 'Korrelation från år till år', '0,5');
  await check(1750.5, 0.5);
  assert.deepEqual(await axe(page), []);
  await page.getByRole('button', { name: 'Återställ antagandena' }).click();
  await drawn(page);
  await check(3500);
  assert.equal(await page.getByRole('button', { name: 'Återställ antagandena' }).count(), 0);
});

test('the figures and tools fit in 320 px', async (t) => {
  const page = await openFilled(t, { width: 320, height: 800 });
  const parts = { resultat: ['rough', 'paid', 'conditions', 'results'], varfor: ['waterfall', 'drivers', 'ages'], slumpen: ['chance'], baklanges: ['goal'], byt: ['swap'] };
  for (const [slug, ids] of Object.entries(parts)) {
    await openTab(page, slug);
    const wide = await page.evaluate((all) => all.flatMap((id) => {
      const inside = [...document.getElementById(id).parentElement.querySelectorAll('*')];
      const free = inside.filter((element) => !element.closest('.scroll'));
      return free.filter((element) => element.getBoundingClientRect().right > innerWidth).map((element) => `${id}: ${element.outerHTML}`);
    }), ids);
    assert.deepEqual(wide, []);
    assert.deepEqual(await axe(page), []);
  }
});

test('a figure of counts that are guarded leaves as it may: worked out from approximate counts', async (t) => {
  const page = await openFilled(t);
  // the only counts below five are those of 100 and over
  const headings = [/^Från nuläge/, /^Vilka tillstånd/, 'Listans åldrar'];
  const files = async () => {
    await openTab(page, 'varfor');
    const all = [];
    for (const heading of headings) {
      assert.doesNotMatch(await part(page, heading).innerText(), /lämnar inte sidan/);
      all.push((await saved(page, part(page, heading).getByRole('button', { name: 'Hämta tabell (CSV)' }))).bytes.toString());
    }
    return all;
  };
  for (const file of await files()) assert.match(file, /visas som intervall.*Figuren är ritad efter ungefärliga antal\./);
  await openTab(page, 'ta-med');
  await page.getByLabel('Skydda små antal', { exact: true }).click();
  await page.getByRole('button', { name: 'Ja, ta med alla antal' }).click();
  for (const file of await files()) assert.doesNotMatch(file, /ungefärliga|visas som intervall/);
});
