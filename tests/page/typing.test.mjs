// What is typed or pasted is never lost, never silently something else, and never stops the page: a text that is no
// number stays where it was written, beside a message that names the field and the remedy.
import test from 'node:test';
import assert from 'node:assert/strict';
import { data, drawn, enter, field, fields, figures, fillIn, inSheet, openView, paste, show, unfold, valueOf } from './harness.mjs';

const TOO_LARGE = '1000000000001';
const RUBBISH = ['tolv', '1e309', '\u22125', TOO_LARGE, '', '\u{1f642}', '5,105', '09-maj', 'x1'.repeat(150)];

/** By view one field of each kind: its label, a text that is right, and whether it may be empty. */
const KINDS = {
  practice: [
    ['Listade män 60–64 år', '241', true],
    ['Antal med Gikt', '70', true],
    ['Läkemedelskostnad i månaden, kr', '912345,50', true],
  ],
  model: [
    ['Tabellens belopp för män 60–64 år, mitt scenario', '121', false],
    ['Vikt för Glaukom, mitt scenario', '50', false],
    ['Kostnadsansvar i procent', '70', false],
  ],
  staffing: [
    ['Listade', '8000', true],
    ['Specialister i allmänmedicin, heltid', '5', true],
    ['ST-läkare, heltid', '2', true],
    ['Personer per specialist', '1100', false],
    ['Personer per ST-läkare', '550', false],
  ],
};

const REMEDY = /Skriv |Minsta värde är |Största värde är |formatera kolumnen/;

/** The messages about fields, as they are read. */
function messages(page) {
  return page.locator('.faults:not(.model-faults) li').allInnerTexts();
}

/** The field keeps the text and points to a message that names it and the remedy. */
async function assertRefused(page, label, text) {
  if (/^(Listade (kvinnor|män)|Antal med|Läkemedelskostnad)/.test(label)) {
    await inSheet(page, () => assertRefusedHere(page, label, text));
  } else {
    await assertRefusedHere(page, label, text);
  }
}

async function assertRefusedHere(page, label, text) {
  const input = field(page, label);
  assert.equal(await input.inputValue(), text, 'the text stays');
  assert.equal(await input.getAttribute('aria-invalid'), 'true', text);
  const described = await input.getAttribute('aria-describedby');
  const message = await page.locator(`[id="${described}"]`).innerText();
  assert.ok(message.toLowerCase().startsWith(`${label.toLowerCase()}: `), message);
  assert.match(message, REMEDY);
  assert.equal((await messages(page)).length, 1);
}

/** Writes every rubbish in a field: each stays, with a message, and nothing else changes. A right text clears it. */
async function tryRubbish(page, view, [label, right, mayBeEmpty]) {
  await enter(page, label, right);
  const [before, others] = [await figures(page), await fields(page)];
  for (const text of RUBBISH.filter((rubbish) => rubbish || !mayBeEmpty)) {
    await enter(page, label, text);
    await assertRefused(page, label, text);
    assert.deepEqual(await figures(page), before, `${text} changes no figure`);
    assert.deepEqual(await fields(page), { ...others, [label]: text });
  }
  await show(page, 'method');
  await show(page, view);
  if (view === 'staffing') await unfold(page);
  await assertRefused(page, label, RUBBISH.at(-1));
  await enter(page, label, right);
  assert.deepEqual(await messages(page), []);
  if (view !== 'practice') assert.equal(await field(page, label).getAttribute('aria-invalid'), null);
  assert.deepEqual(await figures(page), before);
}

for (const [view, kinds] of Object.entries(KINDS)) {
  test(`rubbish in every kind of field of the view "${view}"`, async (t) => {
    const page = await openView(t, view);
    await fillIn(page);
    await show(page, view);
    if (view === 'staffing') await unfold(page);
    assert.ok((await figures(page)).length > 5, 'there is something to disturb');
    for (const kind of kinds) await tryRubbish(page, view, kind);
  });
}

test('another field can be changed, and undone, beside a text that is no number', async (t) => {
  const page = await openView(t, 'practice');
  await enter(page, 'Listade kvinnor 0–4 år', 'tolv');
  await enter(page, 'Listade män 0–4 år', '10');
  await page.locator('.top').getByRole('button', { name: 'Ångra' }).click();
  assert.equal(await valueOf(page, 'Listade män 0–4 år'), '');
  await assertRefused(page, 'Listade kvinnor 0–4 år', 'tolv');
});

test('a number is echoed as it was read', async (t) => {
  const page = await openView(t, 'practice');
  const echoes = { '1234,5': '1 234,50', '1 234,5': '1 234,50', '30000 kr': '30 000', '00012,00': '12' };
  for (const [typed, echoed] of Object.entries(echoes)) {
    await enter(page, 'Läkemedelskostnad i månaden, kr', typed);
    const shown = (await valueOf(page, 'Läkemedelskostnad i månaden, kr')).replace(/\s/g, ' ');
    assert.ok([echoed, echoed.replace(/0$/, '')].includes(shown), `${typed} became ${shown}`);
  }
});

const FIRST = 'Listade kvinnor 0–4 år';
const BLOCK = data('listed.tsv');
const listed = async (page) => Object.entries(await fields(page)).filter(([label]) => label.startsWith('Listade '));
const numbers = BLOCK.trimEnd().split('\r\n').slice(1).map((line) => line.split('\t').slice(1));

test('a block from Excel with headings and labels fills 42 cells in one step', async (t) => {
  const page = await openView(t, 'practice');
  assert.ok(await paste(page, FIRST, BLOCK));
  assert.deepEqual((await listed(page)).map(([, text]) => text), numbers.flat());
  assert.match(await page.locator('.faults').innerText(), /Inlästa celler: 42\./);
  const undo = page.locator('.top').getByRole('button', { name: 'Ångra' });
  await undo.click();
  assert.deepEqual((await listed(page)).map(([, text]) => text), Array(42).fill(''));
  assert.ok(await undo.evaluate((button) => button.disabled || button.getAttribute('aria-disabled') === 'true'));
  await page.locator('.top').getByRole('button', { name: 'Gör om' }).click();
  assert.deepEqual((await listed(page)).map(([, text]) => text), numbers.flat());
});

test('a cell that is no number stays in its place with a message', async (t) => {
  const page = await openView(t, 'practice');
  await paste(page, FIRST, BLOCK.replace('\t246\t', '\t5,105\t'));
  assert.match(await page.locator('.faults').innerText(), /Inlästa celler: 41\. .*inte gick att läsa: 1\./);
  await assertRefused(page, 'Listade kvinnor 60–64 år', '5,105');
  const others = (await listed(page)).filter(([label]) => label !== 'Listade kvinnor 60–64 år');
  assert.deepEqual(others.map(([, text]) => text), numbers.flat().filter((text) => text !== '246'));
});

test('cells that have no place are counted', async (t) => {
  const page = await openView(t, 'practice');
  await paste(page, FIRST, `${BLOCK}Summa\t3976\t3910\r\nAlla\t7886\t7886\r\n`);
  assert.match(await page.locator('.faults').innerText(), /Celler som inte fick plats i tabellen: 4\./);
  assert.equal((await listed(page)).filter(([, text]) => text).length, 42);
  await paste(page, 'Listade män 100 år och äldre', '7\t8\n9\t10\n');
  assert.equal(await valueOf(page, 'Listade män 100 år och äldre'), '7');
  assert.match(await page.locator('.faults').innerText(), /inte fick plats i tabellen: 3\./);
});

const REFUSED = {
  'of 10 MB': ['1\t2\n'.repeat(2_500_000), /för stort \(10\D?000 kB, högst 1\D?000 kB\)\. Inget ändrades/],
  'of 10 MB in one cell': ['1'.repeat(10_000_000), /för stort.*Inget ändrades/],
  'with 6 000 rows': ['1\t2\n'.repeat(6000), /har 6\D?000 rader, högst 5\D?000 tas emot\. Inget ändrades/],
  'with 300 columns': ['1\t'.repeat(300), /kolumner, högst 200 tas emot\. Inget ändrades/],
  'of nothing': ['\t\n\t\n', /var tomt\. Inget ändrades/],
  'with an open quotation mark': ['1\t"2\n3\t4\n', /På rad 1 .*citattecken.*Inget ändrades/],
};

for (const [name, [text, message]] of Object.entries(REFUSED)) {
  test(`a paste ${name} is refused, and nothing changes`, async (t) => {
    const page = await openView(t, 'practice');
    await paste(page, FIRST, BLOCK);
    const [before, cells] = [await figures(page), await fields(page)];
    const start = Date.now();
    assert.ok(await paste(page, FIRST, text));
    assert.ok(Date.now() - start < 10_000, 'it is told soon');
    assert.match(await page.locator('.faults').innerText(), message);
    assert.deepEqual(await fields(page), cells);
    assert.deepEqual(await figures(page), before);
  });
}

test('a column of conditions and a column of weights', async (t) => {
  const page = await openView(t, 'practice');
  const column = data('affected.tsv').trimEnd().split('\r\n');
  assert.ok(await paste(page, 'Antal med Diabetes, insulinbehandlad', data('affected.tsv')));
  const affected = async () => Object.entries(await fields(page)).filter(([label]) => label.startsWith('Antal med '));
  assert.deepEqual((await affected()).map(([, text]) => text), column);
  await show(page, 'model');
  await paste(page, 'Vikt för Hypertoni, mitt scenario', '21 kr\n9,50\n');
  assert.equal(await field(page, 'Vikt för Hypertoni, mitt scenario').inputValue(), '21');
  assert.match(await field(page, 'Vikt för Lipidrubbning, mitt scenario').inputValue(), /^9,50?$/);
  await page.locator('.top').getByRole('button', { name: 'Ångra' }).click();
  await drawn(page);
  assert.equal(await field(page, 'Vikt för Hypertoni, mitt scenario').inputValue(), '18');
});

test('one number in the clipboard is left to the browser', async (t) => {
  const page = await openView(t, 'practice');
  assert.equal(await paste(page, FIRST, '12'), false);
});

test('a text that is being typed is left alone by what the page says and does meanwhile', async (t) => {
  const page = await openView(t, 'practice');
  await page.locator('button.review').click();
  await enter(page, 'Listade kvinnor 0–4 år', '100');
  await field(page, 'Listade män 0–4 år').click();
  await page.keyboard.type('12');
  // the status sentence is said 700 ms after the last change
  await page.waitForTimeout(1200);
  await page.keyboard.type('3');
  assert.equal(await valueOf(page, 'Listade män 0–4 år'), '123');
});
