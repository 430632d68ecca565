// The guard of small numbers: no small count, and nothing that gives one away, is in anything that leaves the page, until
// the reader switches it off knowingly.
import test from 'node:test';
import assert from 'node:assert/strict';
import { axe, data, drawn, eachTab, enter, inShare, openTab, openView, paste, show, unfold, valueOf } from './harness.mjs';
import { cellAt, clipboard, paper, saved, workbook } from './take-out.mjs';

const button = (page, name) => page.getByRole('button', { name, exact: true });

/** Three women of 0–4 years, and four persons with glaucoma, among thousands. */
const SMALL = { 'Listade kvinnor 0–4 år': 3, 'Antal med Glaukom': 4 };

async function fill(page) {
  await show(page, 'practice');
  const rows = Array.from({ length: 21 }, (_, row) => `${row ? 300 + 7 * row : 3}\t${500 + 11 * row}`);
  assert.ok(await paste(page, 'Listade kvinnor 0–4 år', rows.join('\n')));
  assert.ok(await paste(page, 'Antal med Diabetes, insulinbehandlad', data('affected.tsv')));
  await enter(page, 'Antal med Glaukom', '4');
  await enter(page, 'Läkemedelskostnad i månaden, kr', '912 345,50');
}

/** The exact figures of the screen for the payments, which the paper must not have. */
async function exact(page, name) {
  await openTab(page, 'resultat');
  const row = page.locator('table.results tr').filter({ has: page.getByRole('rowheader', { name, exact: true }) });
  return row.locator('[data-value]').evaluateAll((all) => all.map((value) => Number(value.dataset.value)));
}

/** Everything that leaves the page, by name. */
async function everything(page) {
  await openTab(page, 'ta-med');
  const { bytes: csv } = await saved(page, button(page, 'Hämta resultatet (CSV)'));
  const { bytes: json } = await inShare(page, (dialog) => saved(page, button(dialog, 'Spara scenariofil')));
  const { bytes: xlsx } = await saved(page, button(page, 'Hämta Excelfil (.xlsx)'));
  await button(page, 'Kopiera som text').click();
  await page.getByText('Resultatet är kopierat.').waitFor();
  const copied = await page.evaluate(() => self.copiedForTest);
  const figures = [];
  for (const format of ['SVG', 'CSV']) {
    const name = format === 'SVG' ? 'Hämta bild (SVG)' : 'Hämta tabell (CSV)';
    await eachTab(page, async () => {
      for (const save of await page.locator('figure').getByRole('button', { name, exact: true }).all()) {
        figures.push((await saved(page, save)).bytes.toString());
      }
    });
  }
  return { csv: csv.toString(), file: JSON.parse(json), book: workbook(xlsx), copied, paper: await paper(page), figures };
}

/** The row of a CSV or of a copied table. */
const rowOf = (text, label, separator) => text.split(/\r?\n/).map((line) => line.split(separator)).find(([first]) => first === label);

test('no small count is in anything that leaves the page', async (t) => {
  const page = await openView(t, 'practice', { init: `(${clipboard})(false)` });
  await fill(page);
  const [month, capitation] = [await exact(page, 'Ersättning i månaden'), await exact(page, 'Varav ålder och kön')];
  const out = await everything(page);
  // counts
  assert.equal(rowOf(out.csv, '0–4 år', ';')[1], '1–4');
  assert.equal(rowOf(out.copied, '0–4 år', '\t')[1], '1–4');
  assert.equal(rowOf(out.csv, 'Glaukom', ';')[1], '1–4');
  assert.equal(rowOf(out.copied, 'Glaukom', '\t')[1], '1–4');
  assert.equal(out.file.values['listed.woman.0-4'], undefined);
  assert.equal(out.file.values['affected.glaukom'], undefined);
  assert.ok(out.file.withheld.includes('listed.woman.0-4') && out.file.withheld.includes('affected.glaukom'));
  const rows = out.book.cells.filter(({ sheet }) => sheet === 'Min vårdcentral');
  for (const label of ['Listade: kvinnor 0–4 år', 'Personer med Glaukom']) {
    const row = rows.find(({ text }) => text === label).place.slice(1);
    assert.equal(cellAt(out.book, 'Min vårdcentral', `B${row}`).text, '1–4');
    const others = rows.filter(({ place }) => place.slice(1) === row && 'DFHJ'.includes(place[0]));
    assert.ok(others.length > 0 && others.every(({ text }) => text === 'skyddas'), `${label}: no amount gives it away`);
  }
  const inputs = out.book.cells.filter(({ sheet, formula }) => sheet !== 'Värden och källor' && formula === undefined);
  assert.deepEqual(inputs.filter(({ number }) => number === 3 || number === 4), [], 'no input of the workbook is one');
  // something beside each, or the totals would tell them
  const hidden = (text, separator) => text.split(/\r?\n|\r/).flatMap((line) => line.split(separator).slice(1)).filter((cell) => /^\d+–\d+$/.test(cell));
  assert.deepEqual(hidden(out.csv, ';'), ['1–4', '397–400', '1–4'], 'one beside the listed, none beside conditions');
  assert.deepEqual(hidden(out.copied, '\t'), ['1–4', '397–400', '1–4']);
  // amounts of hidden counts are rounded, everywhere in the same way
  const told = (text) => Number(text.replace(',', '.'));
  const inCsv = rowOf(out.csv, 'Varav ålder och kön', ';').slice(1).map(told);
  for (const [model, amount] of capitation.entries()) {
    assert.notEqual(inCsv[model], amount);
    assert.ok(Math.abs(inCsv[model] - amount) <= 2_000 && inCsv[model] % 100 === 0, `${inCsv[model]} for ${amount}`);
  }
  for (const amount of month) {
    const digits = String(amount).replace('.', ',');
    for (const text of [out.csv, out.copied, out.paper, ...out.figures]) assert.ok(!text.includes(digits), digits);
    const near = ({ number }) => number !== undefined && Math.abs(number - amount) < 0.005;
    assert.ok(!out.book.cells.some(near), `${amount} is in the workbook`);
  }
  assert.match(out.copied, /\(avrundat\)/);
  assert.match(out.paper, /\(avrundat\)/);
  assert.doesNotMatch(out.paper, /Glaukom/);
  for (const words of [out.csv, out.copied, out.paper]) assert.match(words, /Antal som är färre än 5 visas som intervall: 2\./);
  const cover = out.book.cells.filter(({ sheet }) => sheet === 'Om filen').map(({ text }) => text).join('\n');
  assert.match(cover, /Antal som är färre än 5 visas som intervall: 2\./);
  for (const figure of out.figures) assert.match(figure, /visas som intervall/);
});

test('what comes back from a guarded file says what was left out', async (t) => {
  const page = await openView(t, 'practice');
  await fill(page);
  const { name, bytes } = await inShare(page, (dialog) => saved(page, button(dialog, 'Spara scenariofil')));
  const other = await openView(t, 'practice');
  await inShare(other, async () => {
    await other.getByLabel('Öppna scenariofil…').setInputFiles({ name, mimeType: 'application/json', buffer: bytes });
    await other.getByText(/Utelämnat när filen sparades, därför tomt här: .*kvinnor 0–4 år.*Glaukom/).waitFor();
  });
  assert.equal(await valueOf(other, 'Antal med Glaukom'), '');
});

test('switched off knowingly, everything goes along', async (t) => {
  const page = await openView(t, 'practice', { init: `(${clipboard})(false)` });
  await fill(page);
  await openTab(page, 'ta-med');
  const control = page.getByLabel('Skydda små antal', { exact: true });
  await control.click();
  assert.ok(await control.isChecked(), 'asked, not yet switched off');
  await page.getByText('Utan skyddet följer varje antal med').waitFor();
  assert.deepEqual(await axe(page), []);
  await button(page, 'Ja, ta med alla antal').click();
  await drawn(page);
  assert.ok(!(await control.isChecked()));
  const month = await exact(page, 'Ersättning i månaden');
  const out = await everything(page);
  assert.equal(rowOf(out.csv, '0–4 år', ';')[1], '3');
  assert.equal(rowOf(out.copied, 'Glaukom', '\t')[1], '4');
  assert.equal(out.file.values['listed.woman.0-4'], String(SMALL['Listade kvinnor 0–4 år']));
  assert.equal(out.file.withheld, undefined);
  assert.doesNotMatch(out.csv + out.copied + out.paper, /avrundat|skyddas/);
  const near = (amount) => ({ number }) => number !== undefined && Math.abs(number - amount) < 0.005;
  for (const amount of month) assert.ok(out.book.cells.some(near(amount)), `${amount} is in the workbook`);
  await openTab(page, 'ta-med');
  await control.click();
  assert.ok(await control.isChecked(), 'on again without a question');
});

test('the threshold can be chosen, and what cannot be one stays with its error', async (t) => {
  const page = await openView(t, 'practice');
  await fill(page);
  await openTab(page, 'ta-med');
  const threshold = page.getByLabel('Skydda antal under');
  const type = async (text) => {
    await threshold.fill(text);
    await threshold.blur();
    await drawn(page);
  };
  await type('4');
  await page.locator('.guard-says').getByText('Antal som är färre än 4 visas som intervall: 1.').waitFor();
  for (const text of ['2', '21', 'tre', '4,5']) {
    await type(text);
    assert.equal(await threshold.inputValue(), text);
    assert.equal(await threshold.getAttribute('aria-invalid'), 'true');
    assert.match(await page.locator('#guard-fault').innerText(), /skyddas antal under 20\.$/);
    await page.locator('.guard-says').getByText(/färre än 20 visas/).waitFor();
  }
  assert.deepEqual(await axe(page), []);
  await type('3');
  assert.equal(await page.locator('.guard-says li').count(), 0, 'nobody is fewer than three here');
});

test('conditions alone are guarded in the file before anybody is listed', async (t) => {
  const page = await openView(t, 'practice');
  await enter(page, 'Antal med Glaukom', '4');
  const { bytes } = await inShare(page, (dialog) => saved(page, button(dialog, 'Spara scenariofil')));
  assert.deepEqual(JSON.parse(bytes).withheld, ['affected.glaukom']);
});

test('in a presentation counts are read, not written, and guarded', async (t) => {
  const page = await openView(t, 'practice');
  await fill(page);
  const [month] = await exact(page, 'Ersättning i månaden');
  await button(page, 'Presentera').click();
  await drawn(page);
  const row = page.getByRole('table').first().getByRole('row').filter({ hasText: /^0–4/ });
  assert.match((await row.innerText()).replace(/\s+/g, ' '), /^0–4 1–4/);
  assert.equal(await page.locator('.cells input, .affected input').count(), 0);
  assert.equal(await page.locator('.take-away, section[aria-labelledby=import]').count(), 0);
  const [shown] = await exact(page, 'Ersättning i månaden');
  assert.notEqual(shown, month);
  await openTab(page, 'varfor');
  await unfold(page);
  // figures stay, drawn from approximate counts; of a hidden condition no amount is told
  const figures = page.locator('section[aria-labelledby=ages] figure, section[aria-labelledby=waterfall] figure, section[aria-labelledby=drivers] figure');
  assert.equal(await figures.getByRole('img').count(), 3);
  for (const text of await figures.allInnerTexts()) assert.match(text, /ungefärliga antal/);
  const glaukom = page.locator('table.drivers tr').filter({ hasText: 'Glaukom' });
  assert.match((await glaukom.innerText()).replace(/\s+/g, ' '), /^Glaukom 1–4 \d+ \(avrundat\) skyddas skyddas$/);
  await openTab(page, 'resultat');
  await page.locator('table.results [data-value]').first().click();
  const dialog = page.getByRole('dialog', { name: 'Varför denna siffra?' });
  await button(page, 'Visa alla led').click();
  // lines that are not seen are not laid out, and have no inner text
  const why = (await dialog.textContent()).replace(/\s+/g, ' ');
  assert.match(why, /Utelämnade små antal, tillsammans/);
  assert.doesNotMatch(why, /Listade: kvinnor 0–4 år|(?<!\d)3 personer/);
  await page.keyboard.press('Escape');
  assert.deepEqual(await axe(page), []);
});
