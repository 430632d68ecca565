// The result and the scenario leave the page and come back: files, copied text, link, paper; and what the computer keeps.
import test from 'node:test';
import assert from 'node:assert/strict';
import {
  TARGET, URL_UNDER_TEST, axe, data, drawn, enter, field, fields, figures, inSheet, inShare, more, open, openMore, openTab, openView, paste,
  remember, remembers, show, speak, valueOf, waitReady,
} from './harness.mjs';
import { cellAt, clipboard, paper, saved, workbook } from './take-out.mjs';

const COST = 'Läkemedelskostnad i månaden, kr';
const WEIGHT = 'Vikt för Glaukom, mitt scenario';

/** A list without small counts: hundreds in every cell, so that nothing is guarded. */
const LISTED = Array.from({ length: 21 }, (_, row) => `${100 + row}\t${200 + row}`).join('\n');
const SUMS = { women: 21 * 100 + 210, men: 21 * 200 + 210 };

/** A practice and a weight of the reader's own. */
async function fill(page) {
  await show(page, 'model');
  await enter(page, WEIGHT, '50');
  await show(page, 'practice');
  assert.ok(await paste(page, 'Listade kvinnor 0–4 år', LISTED));
  assert.ok(await paste(page, 'Antal med Diabetes, insulinbehandlad', data('affected.tsv')));
  await enter(page, COST, '912 345,50');
  await openTab(page, 'ta-med');
}

const button = (page, name) => page.getByRole('button', { name, exact: true });
const stamp = (page) => inShare(page, (dialog) => dialog.locator('.fingerprint').innerText());

/** The exact figure of a row of the results under a model, from 0. */
async function result(page, name, model) {
  await openTab(page, 'resultat');
  const row = page.locator('table.results tr').filter({ has: page.getByRole('rowheader', { name, exact: true }) });
  return row.locator('td').nth(model).locator('[data-value]').getAttribute('data-value');
}

const near = (actual, expected) => assert.ok(Math.abs(actual - expected) < 0.005, `${actual} is not ${expected}`);

test('the CSV has the results and the counts as Excel in Swedish reads them', async (t) => {
  const page = await openView(t, 'practice');
  await fill(page);
  const { name, bytes } = await saved(page, button(page, 'Hämta resultatet (CSV)'));
  assert.equal(name, `viktat-${await stamp(page)}.csv`);
  assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf], 'a byte order mark');
  const rows = bytes.toString('utf8', 3).split('\r\n').map((line) => line.split(';'));
  const month = rows.find(([label]) => label === 'Ersättning i månaden');
  for (const model of [0, 1, 2]) {
    near(Number(month[model + 1].replace(',', '.')), Number(await result(page, 'Ersättning i månaden', model)));
  }
  assert.deepEqual(rows.find(([label]) => label === '0–4 år'), ['0–4 år', '100', '200']);
  assert.deepEqual(rows.find(([label]) => label === 'Summa'), ['Summa', String(SUMS.women), String(SUMS.men)]);
  assert.deepEqual(rows.find(([label]) => label === 'Diabetes, insulinbehandlad'), ['Diabetes, insulinbehandlad', '61']);
  const text = bytes.toString('utf8');
  assert.match(text, /Viktats exempel/);
  assert.match(text, new RegExp(`Scenario ${await stamp(page)}\\. Gjort med Viktat \\d+\\.\\d+\\.\\d+ den \\d{4}-\\d{2}-\\d{2}`));
});

test('in English the CSV has commas between cells and points in numbers', async (t) => {
  const page = await openView(t, 'practice');
  await fill(page);
  await speak(page, 'English');
  const { bytes } = await saved(page, button(page, 'Download the result (CSV)'));
  assert.match(bytes.toString('utf8'), /\r\nPayment per month,\d+(\.\d+)?,/);
});

test('the workbook has live formulas, its sources and the fingerprint', async (t) => {
  const page = await openView(t, 'practice');
  await fill(page);
  const { name, bytes } = await saved(page, button(page, 'Hämta Excelfil (.xlsx)'));
  assert.equal(name, `viktat-${await stamp(page)}.xlsx`);
  const book = workbook(bytes);
  assert.deepEqual(book.names.slice(0, 2), ['Om filen', 'Min vårdcentral']);
  assert.ok(book.names.includes('Värden och källor'));
  assert.ok(book.cells.some(({ sheet, text }) => sheet === 'Om filen' && text?.includes(`Scenario ${name.slice(7, 13)}`)));
  const label = book.cells.find(({ sheet, text }) => sheet === 'Min vårdcentral' && text === 'Listade: kvinnor 0–4 år');
  const row = label.place.slice(1);
  assert.deepEqual(cellAt(book, 'Min vårdcentral', `B${row}`).number, 100);
  const amount = cellAt(book, 'Min vårdcentral', `F${row}`);
  assert.match(amount.formula, new RegExp(`^B${row}\\*`), 'the amount is a formula over the count');
  const sum = book.cells.find(({ sheet, text }) => sheet === 'Min vårdcentral' && text === 'Läkemedelsersättning');
  const payment = cellAt(book, 'Min vårdcentral', `H${sum.place.slice(1)}`);
  assert.match(payment.formula, /^SUM\(/);
  near(payment.number, Number(await result(page, 'Ersättning i månaden', 2)));
});

test('the copied text is a table with the figures of the screen', async (t) => {
  const page = await openView(t, 'practice', { init: `(${clipboard})(false)` });
  await fill(page);
  await button(page, 'Kopiera som text').click();
  await page.getByText('Resultatet är kopierat.').waitFor();
  const copied = await page.evaluate(() => self.copiedForTest);
  const lines = copied.split('\n').map((line) => line.split('\t'));
  const month = lines.find(([label]) => label === 'Ersättning i månaden');
  await openTab(page, 'resultat');
  const shown = await page.locator('table.results tbody tr').first().locator('[data-value]').allInnerTexts();
  assert.deepEqual(month.slice(1), shown);
  assert.match(copied, new RegExp(`Scenario ${await stamp(page)}`));
});

test('where the browser does not copy, the text is shown and selected', async (t) => {
  const page = await openView(t, 'practice', { init: `(${clipboard})(true)` });
  await fill(page);
  await button(page, 'Kopiera som text').click();
  const dialog = page.getByRole('dialog', { name: 'Kopiera texten' });
  await dialog.waitFor();
  const [selected, all] = await dialog.locator('textarea').evaluate((area) => {
    return [area.value.slice(area.selectionStart, area.selectionEnd), area.value];
  });
  assert.ok(all.includes('Ersättning i månaden') && selected === all);
  assert.equal(await page.evaluate(() => document.activeElement.localName), 'textarea');
  assert.deepEqual(await axe(page), []);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  await button(page, 'Dela').click();
  await button(page, 'Kopiera länk').click();
  await dialog.waitFor();
});

test('a scenario file comes back as it was, as one step', async (t) => {
  const page = await openView(t, 'practice');
  await fill(page);
  const before = { figures: await figures(page), fields: await fields(page), stamp: await stamp(page) };
  const { name, bytes } = await inShare(page, (dialog) => saved(page, button(dialog, 'Spara scenariofil')));
  assert.equal(name, `viktat-${before.stamp}.json`);
  assert.equal(JSON.parse(bytes).fingerprint, before.stamp);
  const other = await openView(t, 'practice');
  assert.notEqual(await stamp(other), before.stamp);
  await inShare(other, async (dialog) => {
    await dialog.getByLabel('Öppna scenariofil…').setInputFiles({ name, mimeType: 'application/json', buffer: bytes });
    await dialog.getByText(`${name} är öppnad.`).waitFor();
  });
  assert.deepEqual({ figures: await figures(other), fields: await fields(other), stamp: await stamp(other) }, before);
  await button(other.locator('.top'), 'Ångra').click();
  assert.equal(await valueOf(other, COST), '');
  await button(other.locator('.top'), 'Gör om').click();
  assert.deepEqual(await figures(other), before.figures);
  // and as a text
  const third = await openView(t, 'practice');
  await inShare(third, async (dialog) => {
    await dialog.getByLabel('Eller klistra in en länk eller innehållet i en scenariofil').fill(bytes.toString());
    await button(dialog, 'Öppna texten').click();
    await dialog.getByText('Texten är öppnad.').waitFor();
  });
  assert.deepEqual(await figures(third), before.figures);
});

test('a broken scenario file changes nothing and tells every problem with its place', async (t) => {
  const page = await openView(t, 'practice');
  await fill(page);
  const before = await figures(page);
  const { bytes } = await inShare(page, (dialog) => saved(page, button(dialog, 'Spara scenariofil')));
  const broken = JSON.parse(bytes);
  broken.values.drugCost = '12,5';
  broken.values['listed.woman.0-4'] = 'tio';
  broken.values.kost = '1';
  await button(page, 'Dela').click();
  const pick = (text) => page.getByLabel('Öppna scenariofil…')
    .setInputFiles({ name: 'trasig.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await pick(JSON.stringify(broken));
  const alert = page.getByRole('alert').filter({ hasText: 'trasig.json gick inte att öppna. Ingenting har ändrats.' });
  await alert.waitFor();
  assert.deepEqual((await alert.locator('code').allInnerTexts()).sort(), [
    '/values/drugCost', '/values/kost', '/values/listed.woman.0-4',
  ]);
  assert.match(await alert.innerText(), /”12,5” är inte skrivet som ett tal\. Skriv siffror med punkt/);
  assert.deepEqual(await axe(page), []);
  assert.deepEqual(await figures(page), before);
  await button(page, 'Dela').click();
  await pick(bytes.toString().slice(0, 200));
  await page.getByText(/Filen slutar mitt i, på rad \d+\. Hämta hela filen på nytt\./).waitFor();
  await pick('x'.repeat(1_100_000));
  await page.getByText('Filen är större än 1000 kB').waitFor();
  assert.deepEqual(await figures(page), before);
});

/** What the page copies as the link. */
async function link(page) {
  return inShare(page, async (dialog) => {
    await button(dialog, 'Kopiera länk').click();
    await dialog.getByText('Länken är kopierad.').waitFor();
    return page.evaluate(() => self.copiedForTest);
  });
}

test('a link holds the model and no count, and opens with the same fingerprint', async (t) => {
  const page = await openView(t, 'practice', { init: `(${clipboard})(false)` });
  await fill(page);
  const [wanted, copied] = [await stamp(page), await link(page)];
  const end = copied.slice(copied.indexOf('#'));
  assert.ok(end.length <= 1500 && end.startsWith('#/modellen?s=1.'), end);
  assert.equal(copied, TARGET === 'single' ? end : `${URL_UNDER_TEST}${end}`, 'a local file does not tell where it lies');
  assert.ok((await inShare(page, (dialog) => dialog.innerText())).includes(`Länken har ${end.length} tecken.`));
  await enter(page, COST, '1');
  await paste(page, 'Listade kvinnor 0–4 år', LISTED.replaceAll('1', '7'));
  assert.equal((await link(page)).slice(-end.length), end, 'the same whatever is entered about the practice');
  const other = await open(t, { view: end });
  await waitReady(other);
  await other.getByText('Länkens scenario är öppnat.').waitFor();
  assert.equal(await field(other, WEIGHT).inputValue(), '50');
  assert.equal(await other.evaluate(() => location.hash), '#/modellen', 'the address is the view\'s again');
  await show(other, 'practice');
  assert.equal(await stamp(other), wanted);
  assert.equal(await valueOf(other, 'Listade kvinnor 0–4 år'), '');
  await button(other.locator('.top'), 'Ångra').click();
  assert.notEqual(await stamp(other), wanted);
  assert.deepEqual(await axe(other), []);
});

test('a link that every value is edited in stays within 1500 characters', async (t) => {
  const page = await openView(t, 'model', { init: `(${clipboard})(false)` });
  await paste(page, 'Tabellens belopp för kvinnor 0–4 år, mitt scenario', Array.from({ length: 21 }, (_, i) => `${901 + i},37\t${777 + i},91`).join('\n'));
  await paste(page, 'Vikt för Diabetes, insulinbehandlad, mitt scenario', Array.from({ length: 27 }, (_, i) => `${0.11 + i}`.replace('.', ',')).join('\n'));
  await show(page, 'practice');
  const end = (await link(page)).replace(/^.*#/, '#');
  assert.ok(end.length <= 1500 && end.length > 200, `${end.length}`);
});

test('a link followed while the page is open keeps the practice, as one step', async (t) => {
  const page = await openView(t, 'practice', { init: `(${clipboard})(false)` });
  await fill(page);
  const end = (await link(page)).replace(/^.*#/, '#');
  await show(page, 'model');
  await enter(page, WEIGHT, '75');
  await page.evaluate((hash) => void (location.hash = hash), end);
  await page.getByText('Dina egna antal är kvar: en länk innehåller inga.').waitFor();
  assert.equal(await field(page, WEIGHT).inputValue(), '50');
  await button(page.locator('.top'), 'Ångra').click();
  assert.equal(await field(page, WEIGHT).inputValue(), '75');
  await show(page, 'practice');
  assert.equal(await valueOf(page, 'Listade kvinnor 0–4 år'), '100');
});

test('a link that was cut or mistyped is told and changes nothing', async (t) => {
  const page = await openView(t, 'practice', { init: `(${clipboard})(false)` });
  await fill(page);
  const end = (await link(page)).replace(/^.*#/, '#');
  const bad = {
    [end.slice(0, -6)]: /Slutet av länken saknas, \d+ tecken\. Kopiera hela länken\./,
    [`${end.slice(0, -1)}${end.endsWith('A') ? 'B' : 'A'}`]: /Något tecken i länken är fel\. Kopiera länken på nytt\./,
    '#/modellen?s=9.AAAA': /gjord i en nyare version av Viktat/,
    '#/modellen?s=': /Det är ingen länk till ett scenario/,
  };
  for (const [address, words] of Object.entries(bad)) {
    const other = await open(t, { view: address });
    await waitReady(other);
    const alert = other.getByRole('alert').filter({ hasText: 'Länken gick inte att öppna. Ingenting har ändrats.' });
    await alert.waitFor();
    assert.match(await alert.innerText(), words);
    assert.equal(await field(other, WEIGHT).inputValue(), '25');
    assert.deepEqual(await axe(other), []);
    await button(other, 'Stäng').click();
    assert.equal(await alert.count(), 0);
  }
});

const stored = (page) => page.evaluate(() => Object.entries(localStorage));

test('nothing is stored unless it is asked for; then everything, until it is switched off', async (t) => {
  const page = await openView(t, 'practice');
  await fill(page);
  assert.deepEqual(await stored(page), []);
  await remember(page, true);
  await enter(page, 'Listade kvinnor 0–4 år', '3');
  const [[key, text], ...others] = await stored(page);
  assert.deepEqual([key, others], ['viktat', []]);
  assert.equal(JSON.parse(text).values['listed.woman.0-4'], '3', 'small counts too: it stays on this computer');
  const before = await figures(page);
  await page.reload();
  await waitReady(page);
  assert.deepEqual(await figures(page), before);
  assert.ok(await remembers(page));
  await remember(page, false);
  assert.deepEqual(await stored(page), []);
  await enter(page, COST, '5');
  assert.deepEqual(await stored(page), []);
});

test('clearing everything asks first, and leaves nothing', async (t) => {
  const page = await openView(t, 'practice');
  const empty = await stamp(page);
  await fill(page);
  await remember(page, true);
  await more(page, 'Rensa allt…');
  await button(page, 'Nej, behåll det').click();
  assert.match(await valueOf(page, COST), /^912\s345,5$/);
  await more(page, 'Rensa allt…');
  assert.deepEqual(await axe(page), []);
  await button(page, 'Ja, rensa allt').click();
  assert.equal(await valueOf(page, COST), '');
  assert.equal(await stamp(page), empty);
  assert.deepEqual(await stored(page), []);
  assert.ok(!(await remembers(page)));
  assert.equal(await button(page.locator('.top'), 'Ångra').getAttribute('aria-disabled'), 'true');
});

test('a memory that cannot be read is told, and kept until it is cleared', async (t) => {
  const init = () => { if (!localStorage.getItem('cleared')) localStorage.setItem('viktat', '{"format":"viktat-scenario","version":1}'); };
  const page = await openView(t, 'practice', { init: `(${init})()` });
  await page.getByRole('alert').filter({ hasText: 'Det som sparats på den här datorn gick inte att läsa.' }).waitFor();
  await enter(page, COST, '5');
  assert.equal((await stored(page))[0][1], '{"format":"viktat-scenario","version":1}');
  await openMore(page);
  assert.equal(await page.getByRole('menuitemcheckbox').count(), 0, 'nothing is written over it');
  await page.keyboard.press('Escape');
  await page.evaluate(() => localStorage.setItem('cleared', '1'));
  await more(page, 'Rensa allt…');
  await button(page, 'Ja, rensa allt').click();
  assert.equal(await page.evaluate(() => localStorage.getItem('viktat')), null);
});

test('where the browser stores nothing, the page says so', async (t) => {
  const init = () => {
    Storage.prototype.setItem = () => { throw new DOMException('full, for the test', 'QuotaExceededError'); };
  };
  const page = await openView(t, 'practice', { init: `(${init})()` });
  await remember(page, true);
  await page.getByText('Webbläsaren lät inte sidan spara. Spara en scenariofil i stället.').waitFor();
  assert.ok(!(await remembers(page)));
});

test('the paper has the result, no controls, and nothing cut', async (t) => {
  const page = await openView(t, 'practice', { dark: true });
  await fill(page);
  await openTab(page, 'resultat');
  const [shown, id] = [await page.locator('table.results tbody tr').first().locator('[data-value]').allInnerTexts(), await stamp(page)];
  await page.setViewportSize({ width: 688, height: 1000 });
  const text = await paper(page);
  for (const amount of shown) assert.ok(text.includes(amount.replace(/\s/g, ' ')), `${amount} is on the paper`);
  assert.ok(text.includes(`Listade: ${SUMS.women + SUMS.men}`.replace(/(\d)(\d{3})$/, '$1 $2')), text.slice(0, 200));
  assert.ok(text.includes(id) && text.includes('Vikt: Glaukom') && text.includes('Viktats exempel'));
  assert.match(text, /Informationsmöte Hälsovalen i Region Skåne, 7 maj 2026\. .*2026-05-07/);
  await page.emulateMedia({ media: 'print' });
  const controls = await page.locator('button:visible, input:visible, textarea:visible, select:visible, nav:visible').count();
  assert.equal(controls, 0);
  const cut = await page.locator('.handout, .handout *').evaluateAll((all) => {
    const right = document.querySelector('.handout').getBoundingClientRect().right;
    return all.filter((element) => element.getBoundingClientRect().right > right + 1).map((element) => element.outerHTML.slice(0, 80));
  });
  assert.deepEqual(cut, []);
  const over = await page.locator('.handout td, .handout th').evaluateAll((all) => {
    return all.filter((cell) => cell.scrollWidth > cell.clientWidth).map((cell) => cell.textContent);
  });
  assert.deepEqual(over, []);
  const colours = await page.locator('.handout').evaluate((element) => [getComputedStyle(element).color, getComputedStyle(document.body).backgroundColor]);
  assert.deepEqual(colours, ['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
  await page.emulateMedia({ media: null });
  const pdf = await page.pdf({ preferCSSPageSize: true });
  const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g).length;
  assert.ok(pages >= 1 && pages <= 2, `${pages} pages`);
  assert.match(pdf.toString('latin1'), /\/MediaBox\s*\[0 0 59[45](\.\d+)? 84[12](\.\d+)?\]/, 'A4');
});

test('the button prints', async (t) => {
  const page = await openView(t, 'practice', { init: 'self.print = () => { self.printedForTest = true; }' });
  await fill(page);
  await button(page, 'Skriv ut').click();
  assert.ok(await page.evaluate(() => self.printedForTest));
});

test('a figure is saved as a PNG at twice its size, with title and source', async (t) => {
  const page = await openView(t, 'practice');
  await fill(page);
  await openTab(page, 'resultat');
  const figure = page.locator('figure').filter({ hasText: 'i månaden' }).first();
  const svg = (await saved(page, figure.getByRole('button', { name: 'Hämta bild (SVG)' }))).bytes.toString();
  const { name, bytes } = await saved(page, figure.getByRole('button', { name: 'Hämta bild (PNG)' }));
  assert.equal(name, 'viktat-min-vardcentral.png');
  assert.equal(bytes.toString('latin1', 1, 4), 'PNG');
  const [, width, height] = svg.match(/<svg width="(\d+)" height="(\d+)"/).map(Number);
  assert.deepEqual([bytes.readUInt32BE(16), bytes.readUInt32BE(20)], [2 * width, 2 * height]);
  assert.match(svg, /Viktat \d+\.\d+\.\d+/);
  assert.ok(bytes.length > 10_000, 'something is drawn');
});

test('the QR code is shown where the address leads others to the page', async (t) => {
  const page = await openView(t, 'practice');
  await button(page, 'Dela').click();
  const show = button(page, 'Visa länken som QR-kod');
  if (TARGET === 'single') {
    assert.equal(await show.count(), 0);
    return;
  }
  await show.click();
  const code = page.getByRole('img', { name: 'QR-kod med länken till scenariot' });
  const box = await code.locator('svg').boundingBox();
  assert.ok(box.width > 150 && Math.abs(box.width - box.height) < 2);
  assert.deepEqual(await axe(page), []);
});

test('nothing to take away yet: the ways out say what is missing', async (t) => {
  const page = await openView(t, 'practice');
  await enter(page, 'Antal listade', '0');
  await openTab(page, 'ta-med');
  assert.ok(await button(page, 'Hämta Excelfil (.xlsx)').isDisabled());
  await button(page, 'Dela').click();
  assert.ok(await button(page, 'Spara scenariofil').isEnabled());
  assert.deepEqual(await axe(page), []);
});

test('with the keyboard alone: file saved and opened text refused, everything cleared', async (t) => {
  const page = await openView(t, 'practice');
  await fill(page);
  const focusName = () => page.evaluate(() => {
    const element = document.activeElement;
    return (element.getAttribute('aria-label') ?? element.labels?.[0]?.textContent ?? element.textContent).trim();
  });
  const tabTo = async (name) => {
    for (let i = 0; i < 400; i += 1) {
      await page.keyboard.press('Tab');
      if ((await focusName()) === name) return;
    }
    assert.fail(`${name} was not met`);
  };
  await page.getByRole('button', { name: 'Presentera' }).focus();
  await page.keyboard.press('Shift+Tab');
  assert.equal(await focusName(), 'Dela');
  await page.keyboard.press('Enter');
  await tabTo('Spara scenariofil');
  const { name } = await saved(page, undefined, () => page.keyboard.press('Enter'));
  assert.match(name, /^viktat-[0-9A-Z]{6}\.json$/);
  await tabTo('Eller klistra in en länk eller innehållet i en scenariofil');
  await page.keyboard.type('hej');
  await tabTo('Öppna texten');
  await page.keyboard.press('Enter');
  await page.getByText('Det är ingen länk till ett scenario.').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog', { name: 'Dela' }).waitFor({ state: 'hidden' });
  assert.equal(await focusName(), 'Dela', 'the focus is where it came from');
  await page.locator('button.review').focus();
  await tabTo('Skydda små antal');
  await page.keyboard.press('Space');
  await tabTo('Nej, skydda dem');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Mer', exact: true }).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  assert.equal(await focusName(), 'Rensa allt…');
  await page.keyboard.press('Enter');
  await tabTo('Ja, rensa allt');
  await page.keyboard.press('Enter');
  await drawn(page);
  assert.equal(await valueOf(page, COST), '');
});
