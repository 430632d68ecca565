// Fast läkarkontakt beyond the short calculation: every kind of doctors, time for other work, workload, visits, WISN and
// the material for a local plan. Figures are worked out by hand here.
import test from 'node:test';
import assert from 'node:assert/strict';
import { axe, data, drawn, enter, field, fillIn, open, openTab, openView, paste, show, showTab, unfold, VIEWS, waitReady } from './harness.mjs';
import { cellAt, saved, workbook } from './take-out.mjs';

/** The exact figure of a row of the results. */
async function result(page, name) {
  await unfold(page);
  return Number(await page.getByRole('row', { name: new RegExp(`^${name}`) }).locator('[data-value]').first()
    .getAttribute('data-value'));
}

const near = (actual, expected) => assert.ok(Math.abs(actual - expected) < 1e-9, `${actual} is not ${expected}`);
const plain = async (locator) => (await locator.innerText()).replace(/[\s\u00a0]+/g, ' ');

/** A practice with all kinds of doctors unfolded, or what is entered in another tab. */
async function practice(t, ...more) {
  return practiceAt(t, 'laget', ...more);
}

async function practiceAt(t, tab, ...more) {
  const page = await openView(t, 'staffing');
  await enter(page, 'Listade', '8000');
  await enter(page, 'Specialister i allmänmedicin, heltid', '5');
  await showTab(page, 'staffing', tab);
  await unfold(page);
  for (const [label, text] of more) await enter(page, label, text);
  return page;
}

test('ST doctors year by year count by the ramp, other doctors by what is written for them', async (t) => {
  const page = await practice(t,
    ['Heltid, ST-läkare, år 1', '1'], ['Heltid, ST-läkare, år 5', '2'], ['Personer per heltid, ST-läkare, år 1', '100'],
    ['Personer per heltid, ST-läkare, år 5', '900'], ['Heltid, hyrläkare', '1,5']);
  assert.equal(await result(page, 'ST-läkarna räcker till'), 1 * 100 + 2 * 900);
  assert.equal(await result(page, 'Läkarna räcker till'), 5500 + 1900);
  // the assumption stands beside the answer as well
  const beside = page.getByRole('region', { name: 'Vad läkarna räcker till' }).getByLabel('Personer per heltid, hyrläkare');
  await beside.fill('400');
  await beside.press('Enter');
  assert.equal(await result(page, 'Andra läkare och hyrläkare räcker till'), 600);
  assert.equal(await result(page, 'Läkarna räcker till'), 5500 + 1900 + 600);
  await page.getByRole('button', { name: 'Återställ 3 ändrade värden' }).click();
  assert.equal(await result(page, 'ST-läkarna räcker till'), 3 * 550);
  await page.locator('.top').getByRole('button', { name: 'Ångra', exact: true }).click();
  assert.equal(await result(page, 'ST-läkarna räcker till'), 1900);
});

test('time for other work is taken off before the guideline is applied', async (t) => {
  const page = await practice(t,
    ['Arbetstid till handledning, specialister i allmänmedicin', '10'],
    ['Arbetstid till forskning, specialister i allmänmedicin', '5,5']);
  near(await result(page, 'Specialisterna räcker till'), 5 * (1 - 0.155) * 1100);
  near(await result(page, 'Listade per specialist'), 8000 / (5 * 0.845));
});

test('more than all the time for other work is told, and covers nobody', async (t) => {
  const page = await practice(t,
    ['Arbetstid till handledning, specialister i allmänmedicin', '60'],
    ['Arbetstid till forskning, specialister i allmänmedicin', '50']);
  assert.equal(await result(page, 'Specialisterna räcker till'), 0);
  const fault = page.locator('section[aria-labelledby=results] .fault');
  assert.match(await plain(fault), /specialister i allmänmedicin.*Minska andelarna/);
});

test('a column of heltid from a spreadsheet fills the table, as one step', async (t) => {
  const page = await practice(t);
  assert.ok(await paste(page, 'Specialister i allmänmedicin, heltid', '4,5\n1\n0,5\n1\n'));
  assert.equal(await field(page, 'Specialister i allmänmedicin, heltid').inputValue(), '4,5');
  assert.equal(await field(page, 'Heltid, ST-läkare, år 2').inputValue(), '1');
  assert.equal(await result(page, 'Läkarna räcker till'), 4.5 * 1100 + 2.5 * 550);
  await page.locator('.top').getByRole('button', { name: 'Ångra', exact: true }).click();
  assert.equal(await result(page, 'Läkarna räcker till'), 5500);
});

test('persons with a named doctor, inhabitants instead of listed, and emptying', async (t) => {
  const page = await practice(t, ['Personer med namngiven fast läkare', '5200']);
  near(await result(page, 'Andel med namngiven fast läkare'), 0.65);
  assert.equal(await result(page, 'Personer utan namngiven fast läkare'), 2800);
  await page.getByRole('radio', { name: 'Invånare' }).check();
  assert.match(await field(page, 'Invånare').inputValue(), /^8\s000$/);
  await page.getByRole('button', { name: 'Töm Fast läkarkontakt' }).click();
  assert.equal(await field(page, 'Listade').inputValue(), '');
  await page.locator('.top').getByRole('button', { name: 'Ångra', exact: true }).click();
  assert.equal(await result(page, 'Personer utan namngiven fast läkare'), 2800);
});

const FAULTS = [
  ['Heltid, ST-läkare, år 2', 'många'], ['Arbetstid till forskning, ST-läkare', '120'],
  ['Personer med namngiven fast läkare', '12,5'],
];

test('what cannot be read stays in its field, is told, and changes nothing', async (t) => {
  const page = await practice(t);
  for (const [label, text] of FAULTS) {
    await enter(page, label, text);
    assert.equal(await field(page, label).inputValue(), text);
    assert.equal(await field(page, label).getAttribute('aria-invalid'), 'true');
    assert.match(await plain(page.locator('.faults')), new RegExp(label.replace(/[()]/g, '.')));
  }
  assert.equal(await result(page, 'Läkarna räcker till'), 5500);
  assert.deepEqual(await axe(page), []);
});

test('visits: 20 a day, 220 days and 2 a person make 2 200 persons', async (t) => {
  const page = await practiceAt(t, 'korskontroll',
    ['Läkarbesök per person och år', '2'], ['Besök per läkare och dag', '20'], ['Dagar med besök om året', '220']);
  assert.equal(await result(page, 'Personer som en heltid räcker till, efter besök'), 2200);
  near(await result(page, 'Heltid för besöken'), 16000 / 4400);
  near(await result(page, 'Heltid för besöken utöver'), 16000 / 4400 - 5);
  assert.match(await plain(page.locator('h1:visible')), /2 200 personer.*1 100/);
});

test('WISN: 100 000 visits of a quarter, 179 days of 8 hours make 17,46 before allowances', async (t) => {
  const page = await practiceAt(t, 'korskontroll', ['Arbetsdagar om året', '179'], ['Arbetstimmar om dagen', '8'],
    ['Besök, antal om året', '100 000'], ['Besök, timmar för varje', '0,25']);
  const basic = 25000 / 1432;
  assert.equal(basic.toFixed(2), '17.46');
  near(await result(page, 'Heltid för arbetsuppgifterna'), basic);
  assert.match(await plain(page.locator('h1:visible')), /17,46 heltidstjänster/);
  await enter(page, 'Allas övriga arbete, andel av tiden, procent', '20');
  await enter(page, 'Vissas särskilda uppgifter, timmar om året', '1432');
  near(await result(page, 'Heltid enligt WISN'), basic / 0.8 + 1);
  near(await result(page, 'Heltid som finns'), 5 / (basic / 0.8 + 1));
});

test('the list is counted by its workload, and not at all when every weight is 1', async (t) => {
  const page = await practice(t);
  await show(page, 'practice');
  await paste(page, 'Listade kvinnor 0–4 år', data('listed.tsv'));
  await paste(page, 'Antal med Diabetes, insulinbehandlad', data('affected.tsv'));
  await show(page, 'staffing');
  await showTab(page, 'staffing', 'behov');
  const index = await result(page, 'Vårdtyngd jämfört med');
  assert.ok(index > 0.5 && index < 2 && index !== 1);
  near(await result(page, 'Listan räknad efter vårdtyngd'), 8000 * index);
  const section = page.locator('section[aria-labelledby=need]');
  assert.equal(await page.locator('h1 .badge').innerText(), 'Exempelvikter');
  assert.match(await plain(section), /tillstånd räknas/);
  const ones = Array.from({ length: 8 }, () => '1\t1').join('\n');
  assert.ok(await paste(page, 'Vårdtyngd, kvinnor från 0 år', ones));
  const conditions = await section.getByRole('textbox', { name: /^Vårdtyngd med / }).all();
  assert.ok(conditions.length > 20);
  for (const condition of conditions) {
    await condition.fill('1');
    await condition.blur();
  }
  assert.equal(await result(page, 'Vårdtyngd jämfört med'), 1);
  assert.equal(await result(page, 'Listan räknad efter vårdtyngd'), 8000);
  await section.getByRole('button', { name: /^Återställ \d+ ändrade värden$/ }).click();
  near(await result(page, 'Vårdtyngd jämfört med'), index);
});

test('the material for a local plan: two pages, and the same as text', async (t) => {
  const page = await practice(t, ['Personer med namngiven fast läkare', '5200']);
  await page.evaluate(() => {
    window.copied = [];
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => window.copied.push(text) } });
  });
  await showTab(page, 'staffing', 'underlag');
  await page.getByRole('button', { name: 'Kopiera underlaget som text' }).click();
  await page.getByText('Underlaget är kopierat.').waitFor();
  const text = (await page.evaluate(() => window.copied[0])).replace(/\u00a0/g, ' ');
  for (const words of [
    'Del 1: nulägesbild', 'Lämnas senast den 1 mars.', 'Del 2: plan framåt', 'Lämnas senast den 1 september.',
    'Läkarna räcker till\t5 500 personer', 'Personer utan namngiven fast läkare\t2 800 personer',
    'varken ett golv eller ett tak', 'Socialstyrelsen',
  ]) assert.ok(text.includes(words), words);
  const { bytes } = await saved(page, page.getByRole('button', { name: 'Hämta underlaget (CSV)' }));
  const csv = bytes.toString('utf8').replace(/\u00a0/g, ' ');
  for (const line of ['Läkarna räcker till;5500', 'Täckning;0,6875', 'Personer utan namngiven fast läkare;2800']) {
    assert.ok(csv.includes(`\n${line}\r\n`), `${line} in ${csv}`);
  }
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.locator('.handout-page').count(), 2);
  const paper = await plain(page.locator('.handout'));
  for (const line of text.split(/[\n\t]/).filter(Boolean)) {
    const words = line.replace(/\s+/g, ' ').trim();
    assert.ok(paper.includes(words), `on paper: ${words}`);
  }
  assert.equal(await page.locator('h1:visible').count(), 2, 'the page itself is not printed');
});

test('the workbook of the material: formulas over what was entered, and no count that the guard hides', async (t) => {
  const page = await openView(t, 'staffing');
  await fillIn(page);
  await showTab(page, 'staffing', 'underlag');
  const press = () => saved(page, page.getByRole('button', { name: 'Hämta underlaget som Excelfil (.xlsx)' }));
  const { name, bytes } = await press();
  assert.equal(name, 'viktat-underlag.xlsx');
  const book = workbook(bytes);
  assert.deepEqual(book.names.slice(0, 3), ['Om filen', 'Nulägesbild', 'Plan framåt']);
  const beside = (of, sheet, label, column) => {
    const found = of.cells.find((cell) => cell.sheet === sheet && cell.text === label);
    return cellAt(of, sheet, column + found.place.slice(1));
  };
  const specialists = beside(book, 'Nulägesbild', 'Specialister i allmänmedicin', 'C');
  assert.deepEqual([specialists.number, specialists.formula], [5, undefined], 'a cell to write in');
  const capacity = beside(book, 'Nulägesbild', 'Läkarna räcker till', 'B');
  assert.match(capacity.formula, /^SUM\(/);
  assert.equal(capacity.number, 6600);
  const gap = beside(book, 'Plan framåt', '2028', 'I');
  assert.match(gap.formula, /-H/);
  assert.equal(gap.number, -1350);
  const index = (of) => beside(of, 'Nulägesbild', 'Vårdtyngd jämfört med referensbefolkningen', 'B');
  assert.equal(index(book).formula, undefined, 'it would need counts that are hidden');
  assert.ok(!book.cells.some(({ text }) => /^Listade: /.test(text ?? '')));
  await openTab(page, 'ta-med');
  await page.getByLabel('Skydda små antal', { exact: true }).click();
  await page.getByRole('button', { name: 'Ja, ta med alla antal' }).click();
  await show(page, 'staffing');
  const whole = workbook((await press()).bytes);
  assert.match(index(whole).formula, /\//);
  assert.equal(index(book).number, Math.round(100 * index(whole).number) / 100, 'two decimals say nothing of counts');
});

test('a named few are not told in the material while the guard is on', async (t) => {
  const page = await practice(t, ['Personer med namngiven fast läkare', '3']);
  const paper = (await page.locator('.handout').textContent()).replace(/\u00a0/g, ' ');
  assert.ok(paper.includes('Andel med namngiven fast läkare'));
  assert.ok(!paper.includes('7 997') && !paper.includes('Personer utan namngiven'));
});

test('at 320 px nothing but tables scrolls sideways, and the sections can be reached', async (t) => {
  const page = await open(t, { view: VIEWS.staffing, width: 320, height: 700 });
  await waitReady(page);
  await enter(page, 'Listade', '8000');
  await enter(page, 'Specialister i allmänmedicin, heltid', '5');
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= 320));
  // tabs are a list there
  await page.getByRole('combobox', { name: 'Fast läkarkontakt' }).selectOption('Korskontroll');
  await page.getByRole('heading', { name: 'Efter arbetsuppgifter (WISN)' }).waitFor();
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= 320));
  assert.deepEqual(await axe(page), []);
});
