// The user's own register: read in the browser, answered, and every fault told with its place; nothing of it leaves.
import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { openView } from './harness.mjs';
import { CONDITIONS, chooseFile, fileOf, inTab, measuresTable, tab } from './region.mjs';
import { saved } from './take-out.mjs';

const HEAD = `vårdcentral;kön;ålder;tillstand:${CONDITIONS.join('+')};läkemedelskostnad`;

/** A register of a few practices, each person by rule, so that the test can count them too. */
function persons(count) {
  return Array.from({ length: count }, (_, i) => ({
    practice: `Vårdcentralen ${'ABC'[i % 3]}`, sex: i % 2 ? 'man' : 'kvinna', age: (i * 37) % 100,
    mask: i % 5 ? 0 : 1 << (i % 7), cost: (i * 997) % 20_000,
  }));
}

function csv(rows) {
  const line = ({ practice, sex, age, mask, cost }) => [practice, sex, age, mask, `${cost},50`].join(';');
  return `${[HEAD, ...rows.map(line)].join('\n')}\n`;
}

async function choose(page, text) {
  const file = { name: 'register.csv', mimeType: 'text/csv', buffer: Buffer.from(text) };
  await chooseFile(page, file);
}

/** Whether no tab has a figure. */
const nothingIsShown = (page) => inTab(page, 'spridning', async () => (await page.locator('.region-dashboard').count()) === 0);

test('a register of one’s own takes the place of the made-up one', async (t) => {
  const page = await openView(t, 'region');
  const rows = persons(6_000);
  await choose(page, csv(rows));
  await page.getByText(/^3 vårdcentraler, 6.000 listade/).waitFor({ timeout: 60_000 });
  assert.equal(await page.getByText('SYNTETISKA DATA', { exact: true }).count(), 0);
  await page.waitForTimeout(2_000); // long enough for the made-up region to come, if it still did
  assert.equal(await page.getByText('SYNTETISKA DATA', { exact: true }).count(), 0, 'the own register stays');
  await page.getByText('Lästa rader: 6\u00a0000. Utelämnade rader: 0.').waitFor();
  await tab(page, 'vardcentralerna');
  const listed = page.locator('.region-practices tbody tr').first().locator('[data-value]').first();
  assert.equal(await listed.getAttribute('data-value'), '2000');
  await listed.click();
  const why = page.locator('dialog.why');
  await why.getByRole('button', { name: 'Visa alla led' }).click();
  const origins = await why.locator('.origin').allTextContents();
  assert.ok(origins.length > 0 && origins.every((words) => words === 'Ur ditt register'), origins[0]);
});

test('a file of made-up persons is marked when it is opened', async (t) => {
  const page = await openView(t, 'region');
  const [head, ...rows] = csv(persons(900)).trimEnd().split('\n');
  await choose(page, `${[`${head};SYNTETISKA DATA:7`, ...rows.map((row) => `${row};1`)].join('\n')}\n`);
  await page.getByText(/^3 vårdcentraler, 900 listade/).waitFor({ timeout: 60_000 });
  await tab(page, 'spridning');
  await page.locator('.region-dashboard figure').waitFor({ timeout: 60_000 });
  assert.ok((await page.getByText('SYNTETISKA DATA', { exact: true }).count()) >= 1);
  await tab(page, 'vardcentralerna');
  const text = await fileOf(page, page.getByRole('button', { name: 'Spara alla som CSV' }));
  assert.equal(text.match(/;SYNTETISKA DATA\r?\n/g).length, 4);
});

test('every fault is told with row, column and remedy, and the rest of the file is still read', async (t) => {
  const page = await openView(t, 'region');
  const rows = csv(persons(90)).trimEnd().split('\n');
  rows[3] = rows[3].replace(/;[^;]*$/, ';-300');
  rows[5] = rows[5].replace(/;\d+;/, ';207;');
  rows[7] = 'Vårdcentralen A;kvinna';
  rows[9] = rows[9].replace('man', 'x').replace('kvinna', 'x');
  rows[11] = rows[11].replace(/;\d+;(?=[^;]*$)/, ';;');
  await choose(page, `${rows.join('\n')}\n`);
  await page.getByText('Lästa rader: 85. Utelämnade rader: 5.').waitFor({ timeout: 60_000 });
  const told = await page.locator('.reading-faults li').allTextContents();
  assert.equal(told.length, 5);
  assert.match(told[0], /^Rad 4, kolumn 5, ”-300”: Kostnaden är under noll\. Skriv /);
  assert.match(told[1], /^Rad 6, kolumn 3, ”207”: Skriv åldern /);
  assert.match(told[2], /^Rad 8.*2 fält, rubriken har 5/);
  assert.match(told[3], /^Rad 10, kolumn 2, ”x”: Skriv kvinna eller man/);
  assert.match(told[4], /^Rad 12, kolumn 4: Uppgift saknas: tillstånd\. Skriv 0 för en person utan tillstånd\./);
});

test('a file that is no register says what is missing and shows nothing of another region', async (t) => {
  const page = await openView(t, 'region');
  await page.locator('.region-dashboard figure').waitFor({ timeout: 60_000 });
  await choose(page, 'namn;stad\nA;Lund\n');
  await page.getByText('Filen gav inget register.').waitFor({ timeout: 60_000 });
  const told = (await page.locator('.reading-faults li').allTextContents()).join('\n');
  for (const name of ['vårdcentral', 'kön', 'ålder', 'läkemedelskostnad']) assert.ok(told.includes(name), told);
  assert.ok(await nothingIsShown(page));
});

test('identity numbers refuse the file and are shown nowhere', async (t) => {
  const page = await openView(t, 'region');
  const head = HEAD.replace('vårdcentral;', 'id;vårdcentral;');
  const row = (id) => `${id};Vårdcentralen A;man;50;0;100`;
  await choose(page, `${[head, row('19121212-1212'), row('640823-3234')].join('\n')}\n`);
  await page.locator('.reading-faults').getByText(/2 av 2 värden är personnummer/).waitFor({ timeout: 60_000 });
  assert.ok(!(await page.locator('#app').innerHTML()).includes('121212'));
});

test('a single value like an identity number is asked about, and the answer is followed', async (t) => {
  const page = await openView(t, 'region');
  const rows = persons(60);
  const [head, ...lines] = csv(rows).trimEnd().split('\n');
  const text = [`${head};anteckning`, ...lines.map((line, i) => `${line};${i === 7 ? 'ring 640823-3234' : ''}`)].join('\n');
  await choose(page, `${text}\n`);
  const question = page.locator('fieldset.question').filter({ hasText: 'ser ut som personnummer' });
  await question.waitFor({ timeout: 60_000 });
  assert.match(await question.innerText(), /Rad 9, kolumn 6: 1 av 1 värden/);
  assert.ok(!(await page.locator('#app').innerHTML()).includes('3234'));
  assert.ok(await nothingIsShown(page));
  await question.getByRole('button', { name: 'Ja: läs filen utan de raderna' }).click();
  await page.getByText('Lästa rader: 59. Utelämnade rader: 1.').waitFor({ timeout: 60_000 });
  await choose(page, `${text}\n`);
  await question.getByRole('button', { name: 'Nej, andra nummer: läs hela filen' }).click();
  await page.getByText('Lästa rader: 60. Utelämnade rader: 0.').waitFor({ timeout: 60_000 });
});

test('the outcome as JSON is byte for byte what the command gives', async (t) => {
  const page = await openView(t, 'region');
  await choose(page, readFileSync(new URL('../cases/region/persons.csv', import.meta.url), 'utf8'));
  await page.getByText(/^3 vårdcentraler, 300 listade/).waitFor({ timeout: 60_000 });
  await tab(page, 'vardcentralerna');
  const button = page.getByRole('button', { name: 'Spara alla mått som JSON' });
  const { bytes } = await saved(page, button);
  const golden = readFileSync(new URL('../golden/region.json', import.meta.url), 'utf8');
  assert.equal(bytes.toString(), golden);
});

test('the same persons as Parquet, which `viktat convert` has written, give the same bytes', async (t) => {
  const page = await openView(t, 'region');
  const buffer = readFileSync(new URL('data/persons.parquet', import.meta.url));
  await chooseFile(page, { name: 'register.parquet', mimeType: '', buffer });
  await page.getByText(/^3 vårdcentraler, 300 listade/).waitFor({ timeout: 60_000 });
  await tab(page, 'vardcentralerna');
  const { bytes } = await saved(page, page.getByRole('button', { name: 'Spara alla mått som JSON' }));
  assert.equal(bytes.toString(), readFileSync(new URL('../golden/region.json', import.meta.url), 'utf8'));
  // and half of it is said to be no whole file
  const half = { name: 'register.parquet', mimeType: '', buffer: buffer.subarray(0, buffer.length / 2) };
  await chooseFile(page, half);
  await page.getByText('Filen är ingen hel Parquet-fil. Hämta den på nytt.').waitFor({ timeout: 60_000 });
  assert.equal(await page.locator('.region-measures').count(), 0);
});

test('of one practice nothing is said of how practices lie apart, and one is not several', async (t) => {
  const page = await openView(t, 'region');
  await choose(page, csv(persons(600).map((person) => ({ ...person, practice: 'Vårdcentralen A' }))));
  await page.getByText(/^1 vårdcentral, 600 listade/).waitFor({ timeout: 60_000 });
  await tab(page, 'spridning');
  await measuresTable(page);
  await page.locator('details.region-details > summary').click();
  const row = (name) => page.locator('tr').filter({ hasText: name }).first();
  for (const name of ['Gini för ersättning per listad', 'Systematisk skillnad mellan', 'Standardavvikelse i netto', 'Flyttas mellan vårdcentraler']) {
    await row(name).locator('td').nth(1).waitFor();
    const cells = await row(name).locator('td').allInnerTexts();
    assert.ok(cells.length > 1 && cells.every((cell) => cell.trim() === '–'), `${name}: ${cells}`);
  }
  assert.ok(!/\b1 vårdcentraler/.test(await page.locator('#app').innerText()));
  await page.getByRole('button', { name: 'Tratt', exact: true }).click();
  assert.equal(await page.locator('figure').filter({ hasText: 'Utanför slumpens gränser' }).count(), 0);
});

/** How a button is pressed: with the mouse, or with the keyboard alone. */
const PRESSES = {
  mouse: (button) => button.click(),
  keyboard: async (button) => {
    await button.focus();
    await button.page().keyboard.press('Enter');
  },
};

/** The question about the file, by what it asks. */
function asked(page, words) {
  return page.locator('fieldset.question').filter({ hasText: words });
}

/** The focus is at the heading that says what became of the answer, not lost with the button. */
async function assertFocusStays(page) {
  assert.equal(await page.evaluate(() => document.activeElement.id), 'region-source');
}

for (const [by, press] of Object.entries(PRESSES)) {
  test(`of a file of two months the one that is chosen is read: ${by}`, async (t) => {
    const page = await openView(t, 'region');
    const [head, ...lines] = csv(persons(90)).trimEnd().split('\n');
    const months = lines.map((line, i) => `${line};${i < 60 ? '2026-01' : '2026-02'}`);
    await choose(page, `${[`${head};månad`, ...months].join('\n')}\n`);
    const question = asked(page, 'Filen har 2 månader eller andra tider');
    await question.waitFor({ timeout: 60_000 });
    assert.deepEqual(await question.getByRole('button').allInnerTexts(), ['2026-01 (60 rader)', '2026-02 (30 rader)']);
    assert.ok(await nothingIsShown(page), 'nothing before the answer');
    await press(question.getByRole('button', { name: '2026-02 (30 rader)' }));
    await page.getByText(/^3 vårdcentraler, 30 listade/).waitFor({ timeout: 60_000 });
    await page.getByText('Lästa rader: 30. Utelämnade rader: 0.').waitFor();
    assert.equal(await question.count(), 0);
    await assertFocusStays(page);
  });

  test(`many faulty rows are left out only when that is said, and any refuses the file when that is said: ${by}`, async (t) => {
    const page = await openView(t, 'region');
    const spoilt = (count) => {
      const [head, ...lines] = csv(persons(90)).trimEnd().split('\n');
      return `${[head, ...lines.map((line, i) => (i < count ? line.replace(/;[^;]*$/, ';-300') : line))].join('\n')}\n`;
    };
    const question = (count) => asked(page, `${count} av 90 rader har fel.`);
    const skip = page.getByRole('button', { name: 'Utelämna raderna ändå' });
    await choose(page, spoilt(20));
    await question(20).waitFor({ timeout: 60_000 });
    assert.ok(await nothingIsShown(page), 'nothing before the answer');
    await press(skip);
    await page.getByText('Lästa rader: 70. Utelämnade rader: 20.').waitFor({ timeout: 60_000 });
    await page.getByText(/^3 vårdcentraler, 70 listade/).waitFor();
    await assertFocusStays(page);
    // few are left out unasked, until one is too many
    await choose(page, spoilt(3));
    await page.getByText('Lästa rader: 87. Utelämnade rader: 3.').waitFor({ timeout: 60_000 });
    await press(page.getByRole('button', { name: 'Läs inte filen om någon rad har fel' }));
    await question(3).waitFor({ timeout: 60_000 });
    await assertFocusStays(page);
    assert.ok(await nothingIsShown(page), 'nothing of the file is used');
    await press(skip);
    await page.getByText('Lästa rader: 87. Utelämnade rader: 3.').waitFor({ timeout: 60_000 });
  });
}

test('a file that is being picked while the region comes is not lost', async (t) => {
  const page = await openView(t, 'region');
  await tab(page, 'register');
  const field = await page.getByLabel('Välj en egen fil').elementHandle();
  await page.getByRole('button', { name: 'Prova med listor från den påhittade regionen' }).waitFor({ timeout: 60_000 });
  assert.equal(await field.evaluate((input) => input.isConnected), true, 'the field is the one that was pressed');
});
