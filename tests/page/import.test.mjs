// A vårdcentral's own lists: from a file or a paste to a preview, and from there into the tables. Both targets.
import test from 'node:test';
import assert from 'node:assert/strict';
import { axe, drawn, inShare, inSheet, openTab, openView, pasteInto, speak, valueOf } from './harness.mjs';
import { saved } from './take-out.mjs';

const FILE = '#import-file';
const PREVIEW = '.import-preview';

/** Hands the page a file with this text, as the file picker does. */
function give(page, name, text) {
  return page.setInputFiles(FILE, { name, mimeType: 'text/csv', buffer: Buffer.from(text) });
}

/** Pastes a text into the box, as Ctrl+V does. */
const paste = (page, text) => pasteInto(page, page.locator('#import-paste'), text);

async function preview(page) {
  await page.locator(PREVIEW).waitFor();
  return page.locator(PREVIEW).innerText();
}

/** What stands in the field for a cell of the list. */
function listed(page, name) {
  return valueOf(page, `Listade ${name}`);
}

const take = (page) => page.getByRole('button', { name: 'Använd', exact: true }).click();

/** One-year ages, ten women and five men of each. */
const YEARS = ['Ålder;Kvinnor;Män', ...Array.from({ length: 105 }, (_, age) => `${age} år;10;5`), 'Summa;1050;526'].join('\r\n');

test('a file of one-year ages is folded into the bands, its sums checked and told', async (t) => {
  const page = await openView(t, 'practice');
  await give(page, 'lista.csv', `\ufeff${YEARS}`);
  const text = await preview(page);
  assert.match(text, /Så lästes lista\.csv/);
  assert.match(text, /1\u00a0575 listade i 42 grupper/);
  assert.match(text, /C107: summan säger 526 men delarna blir 525/);
  assert.match(text, /21 grupper/);
  assert.equal(await listed(page, 'kvinnor 60–64 år'), '', 'nothing is taken before it is taken');
  assert.deepEqual(await axe(page), []);
  await page.getByText('Visa listade och varifrån de lästes').click();
  assert.match(await page.locator('table.preview').innerText(), /60–64 år\s+50\s+B62:B66\s+25\s+C62:C66/);
  await take(page);
  assert.equal(await listed(page, 'kvinnor 60–64 år'), '50');
  assert.equal(await listed(page, 'män 100 år och äldre'), '25');
  assert.equal(await page.locator(PREVIEW).count(), 0);
  await page.locator('.top').getByRole('button', { name: 'Ångra' }).click();
  assert.equal(await listed(page, 'kvinnor 60–64 år'), '', 'one step back for the whole list');
  await page.locator('.top').getByRole('button', { name: 'Gör om' }).click();
  assert.equal(await listed(page, 'kvinnor 60–64 år'), '50');
});

test('what is pasted is read as a file is, and a paste can be left', async (t) => {
  const page = await openView(t, 'practice');
  await paste(page, 'Åldersgrupp\tKvinnor\tMän\n60–64\t12\t7\n65–69\t1 250\t9\n');
  assert.match(await preview(page), /Så lästes det inklistrade[\s\S]*1\u00a0278 listade i 4 grupper/);
  await page.getByRole('button', { name: 'Använd inte' }).click();
  await page.locator(PREVIEW).waitFor({ state: 'detached' });
  assert.equal(await listed(page, 'kvinnor 60–64 år'), '');
});

test('a number that can be two is asked about, once, and counted as answered', async (t) => {
  const page = await openView(t, 'practice');
  await paste(page, 'Åldersgrupp\tKvinnor\tMän\n60–64\t5,105\t4,210\n65–69\t1,250\t2,310\n');
  await preview(page);
  const question = page.locator('fieldset.question');
  assert.equal(await question.count(), 1);
  assert.equal(await page.getByRole('button', { name: 'Använd', exact: true }).count(), 0, 'nothing ambiguous is taken');
  await question.getByRole('button', { name: '5\u00a0105', exact: true }).click();
  await page.getByText(/12\u00a0875 listade/).waitFor();
  await take(page);
  assert.equal(await listed(page, 'kvinnor 60–64 år'), '5\u00a0105');
});

test('nothing is used while a question is open, not even what was read', async (t) => {
  const page = await openView(t, 'practice');
  await paste(page, 'Åldersgrupp\tKvinnor\tMän\n60–64\t5105\t1,200\n65–69\t1250\t2,310\n');
  await preview(page);
  assert.equal(await page.getByRole('button', { name: 'Använd', exact: true }).count(), 0);
  await page.getByText('Svara på frågan först.').waitFor();
  await page.locator('fieldset.question').getByRole('button', { name: '1\u00a0200', exact: true }).click();
  await take(page);
  assert.equal(await listed(page, 'män 60–64 år'), '1\u00a0200');
});

test('a cost with the digits of an identity number is remarked on and kept', async (t) => {
  const page = await openView(t, 'practice');
  await page.locator('button.review').click();
  const cost = page.getByLabel('Läkemedelskostnad i månaden, kr');
  const remark = page.getByText('Talet ser ut som ett personnummer.');
  await cost.fill('4602022397');
  await cost.press('Tab');
  assert.equal(await remark.count(), 0);
  await cost.fill('4602022396');
  await cost.press('Tab');
  await remark.waitFor();
  assert.match(await cost.inputValue(), /4.602.022.396/);
});

test('a list of persons is counted into cells and conditions, and identity numbers refuse it', async (t) => {
  const page = await openView(t, 'practice');
  const rows = Array.from({ length: 40 }, (_, n) => `${n};${60 + (n % 5)};${n % 2 ? 'K' : 'M'};ja;nej`);
  await give(page, 'personer.csv', ['Pseudonym;Ålder;Kön;Diabetes;Cancer', ...rows].join('\n'));
  const text = await page.locator('main').innerText();
  assert.match(await preview(page), /40 personer räknades i 40 rader/, text);
  await take(page);
  assert.equal(await listed(page, 'kvinnor 60–64 år'), '20');
  const number = (rest) => ['Personnummer;Ålder;Kön', '19811218-9876;44;K', `${rest};36;M`].join('\n');
  await give(page, 'personnummer.csv', number('191 212 121 212'));
  const refused = page.getByRole('alert').filter({ hasText: 'personnummer' });
  await refused.waitFor();
  assert.match(await refused.innerText(), /2 av 3 värden[\s\S]*cell A2[\s\S]*Hela filen avvisades/);
  await give(page, 'en.csv', number('p2'));
  const asked = page.locator('fieldset.question').filter({ hasText: '1 av 3 värden' });
  await asked.getByRole('button', { name: 'Ja: läs filen utan de raderna' }).click();
  assert.match(await preview(page), /1 person räknades\. Rader i listan: 2\./);
  await page.getByText('Rader med värden som liknar personnummer är utelämnade.').waitFor();
  // the single file's own payload may hold any four digits, so the whole document is searched for more of them
  assert.doesNotMatch(await page.content(), /19811218|1218-?9876/);
  assert.doesNotMatch(await page.locator('#app').evaluate((app) => app.outerHTML), /9876/);
});

test('a list of made-up persons says that they are', async (t) => {
  const page = await openView(t, 'practice');
  const head = 'vardcentral;kon;alder;tillstand:diabetes;SYNTETISKA DATA:7';
  await give(page, 'syntetisk.csv', [head, 'Practice 1;K;4;0;1', 'Practice 1;M;60;1;1', ''].join('\n'));
  assert.match(await preview(page), /SYNTETISKA DATA: 2 rader är märkta som påhittade personer/);
  // the mark goes with what was taken: over the result, in the files, in a scenario that is opened again
  const mark = page.locator('.badge.synthetic');
  assert.equal(await mark.count(), 0);
  await page.getByRole('button', { name: 'Använd', exact: true }).click();
  await mark.first().waitFor();
  const files = {};
  const save = async (within, name) => {
    files[name] = (await saved(page, within.getByRole('button', { name, exact: true }))).bytes.toString('utf8');
  };
  await openTab(page, 'ta-med');
  await save(page, 'Hämta resultatet (CSV)');
  await inShare(page, (dialog) => save(dialog, 'Spara scenariofil'));
  assert.match(files['Hämta resultatet (CSV)'], /SYNTETISKA DATA\. /);
  assert.equal(JSON.parse(files['Spara scenariofil']).values.madeUp, 'yes');
  await openTab(page, 'resultat');
  await inSheet(page, (sheet) => sheet.getByRole('button', { name: 'Töm allt', exact: true }).click());
  await mark.first().waitFor({ state: 'detached' });
});

test('a file that is no table says what it is not, in both languages', async (t) => {
  const page = await openView(t, 'practice');
  await give(page, 'bild.png', '\u0089PNG\r\n\u001a\n\u0000\u0000\u0000\rIHDR');
  await page.getByRole('alert').filter({ hasText: 'Det är ingen tabell' }).waitFor();
  await speak(page, 'English');
  await page.getByRole('alert').filter({ hasText: 'This is not a table' }).waitFor();
});

test('1.4 million rows are counted beside the page, and can be stopped', { timeout: 120_000 }, async (t) => {
  const page = await openView(t, 'practice');
  await page.evaluate(() => {
    const cells = Array.from({ length: 1_400_000 }, (_, n) => `${n};${n % 101};${n % 2 ? 'K' : 'M'};${n % 9 ? '' : 'A10BA02'};${n % 90}\n`);
    window.list = new File(['id;ålder;kön;atc;kostnad per månad\n', ...cells], 'region.csv');
    window.tasks = [];
    new PerformanceObserver((list) => window.tasks.push(...list.getEntries().map((e) => e.duration))).observe({ type: 'longtask' });
    window.give = () => {
      const picked = new DataTransfer();
      picked.items.add(window.list);
      document.querySelector('.drop').dispatchEvent(new DragEvent('drop', { dataTransfer: picked, bubbles: true, cancelable: true }));
    };
  });
  await page.waitForTimeout(300);
  await page.evaluate(() => {
    window.tasks.length = 0;
    window.give();
  });
  await page.locator('#import-progress').waitFor();
  await page.getByText(/1\u00a0400\u00a0000 personer räknades i 1\u00a0400\u00a0000 rader/).waitFor({ timeout: 90_000 });
  const tasks = await page.evaluate(() => window.tasks);
  const size = await page.evaluate(() => window.list.size);
  t.diagnostic(`${size} bytes; longest task on the page: ${Math.max(0, ...tasks)} ms (0: none over 50 ms)`);
  await page.getByRole('button', { name: 'Använd inte' }).click();
  await page.evaluate(() => window.give());
  await page.getByRole('button', { name: 'Avbryt läsningen' }).click();
  await drawn(page);
  assert.equal(await page.locator('.import-working').count(), 0);
  await page.waitForTimeout(1_000);
  assert.equal(await page.locator(PREVIEW).count(), 0, 'a stopped reader says nothing more');
});

test('a list comes in by keyboard alone', async (t) => {
  const page = await openView(t, 'practice');
  await page.locator('#import-paste').focus();
  for (const line of ['Ålder;Kvinnor;Män', '60-64;31;29', '65-69;17;19']) {
    await page.keyboard.type(line);
    await page.keyboard.press('Enter');
  }
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  assert.match(await preview(page), /96 listade i 4 grupper/);
  const takes = () => page.evaluate(() => document.activeElement.textContent === 'Använd');
  for (let steps = 0; !(await takes()) && steps < 20; steps++) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  assert.equal(await listed(page, 'män 65–69 år'), '19');
});

test('a scenario keeps what it had when a list is left or stopped', async (t) => {
  const page = await openView(t, 'practice');
  await paste(page, 'Åldersgrupp\tKvinnor\tMän\n60–64\t12\t7\n');
  await preview(page);
  await take(page);
  await paste(page, 'Åldersgrupp\tKvinnor\tMän\n60–64\tmånga\t7\n');
  assert.match(await preview(page), /Det här lästes inte \(1\)[\s\S]*B2: ”många” är inte ett tal/);
  await page.getByRole('button', { name: 'Använd inte' }).click();
  assert.equal(await listed(page, 'kvinnor 60–64 år'), '12');
});

test('the empty list is filled in and read as it was meant', async (t) => {
  const page = await openView(t, 'practice');
  const { name, bytes } = await saved(page, page.locator('section[aria-labelledby="import"]').getByRole('button', { name: 'Hämta en tom lista' }));
  assert.equal(name, 'viktat-lista.csv');
  let number = 0;
  const filled = bytes.toString('utf8').split('\r\n').map((line) => {
    if (!line || /^\ufeff?Ålder|;Antal/.test(line)) return line;
    number += 1;
    if (/^Läkemedelskostnad/.test(line)) return `${line};12345`;
    return /^\d/.test(line) ? `${line};${number};${100 + number}` : `${line};${number}`;
  });
  await give(page, 'ifylld.csv', filled.join('\r\n'));
  const text = await preview(page);
  assert.match(text, /listade i 42 grupper/);
  assert.match(text, /12\u00a0345 kr/);
  assert.equal(await page.locator(`${PREVIEW} .faults`).count(), 0, text);
  await take(page);
  assert.equal(await listed(page, 'kvinnor 0–4 år'), '1');
  assert.equal(await listed(page, 'män 100 år och äldre'), '121');
  assert.equal(await page.locator('main .lacking').count(), 0);
});

test('what the list lacks is told before it is taken and stays on the page', async (t) => {
  const page = await openView(t, 'practice');
  await give(page, 'kvinnor.csv', 'Ålder;Kvinnor\r\n60–64;12\r\n65–69;9\r\n');
  const lacking = page.locator(`${PREVIEW} .lacking`);
  await lacking.waitFor();
  assert.match(await lacking.innerText(), /2 av 42 grupper[\s\S]*Inga män/);
  assert.deepEqual(await axe(page), []);
  await take(page);
  const left = page.locator('section[aria-labelledby=rough] .lacking');
  assert.match(await left.innerText(), /2 av 42 grupper[\s\S]*Inga män/);
  await give(page, 'man.csv', 'Ålder;Män\r\n60–64;7\r\n');
  await preview(page);
  await take(page);
  assert.equal(await listed(page, 'kvinnor 60–64 år'), '12', 'the other file adds to the list');
  assert.match(await left.innerText(), /3 av 42 grupper/);
  assert.doesNotMatch(await left.innerText(), /Inga/);
  assert.deepEqual(await axe(page), []);
});
