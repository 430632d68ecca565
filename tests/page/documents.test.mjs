// What the documents say and what they do not: whose weights a sentence rests on, what another year's amounts are not set
// against, what is decided and what is read, and what can be said against the model.
import test from 'node:test';
import assert from 'node:assert/strict';
import { data, drawn, enter, openView, paste, show } from './harness.mjs';

const words = async (locator) => (await locator.innerText()).replace(/\s+/g, ' ');

test('the first sentence says whose weights it rests on, also when it is presented', async (t) => {
  const page = await openView(t, 'brief');
  const sentence = page.locator('main').getByText(/^Med våra exempelvikter får vårdcentralen .+ i månaden för Johan/);
  assert.equal(await sentence.count(), 1);
  await page.getByRole('button', { name: 'Presentera' }).click();
  await drawn(page);
  assert.equal(await sentence.count(), 1);
  await page.keyboard.press('Escape');
  assert.match(await words(page.locator('main')), /är vårt val: dokumentet säger bara att budgeten som helhet inte ändras/);
});

test('the table of 2025 pays and has no net', async (t) => {
  const page = await openView(t, 'practice');
  await paste(page, 'Listade kvinnor 0–4 år', data('listed.tsv'));
  await enter(page, 'Läkemedelskostnad i månaden, kr', '900 000');
  const row = (name) => page.locator('table.results').getByRole('row', { name }).locator('td');
  const paid = await row(/^Ersättning i månaden/).allInnerTexts();
  const net = await row(/^Läkemedelsnetto i månaden/).allInnerTexts();
  assert.match(paid[0], /\d/);
  assert.equal(net[0].trim(), '–');
  assert.match(net[1], /\d/);
  assert.match(await words(page.locator('main')), /beloppen är till för 2025 års kostnader/);
});

test('every objection has its size where it can be worked out, and explains it', async (t) => {
  const page = await openView(t, 'method');
  const rows = page.locator('table.critique tbody tr');
  assert.ok(await rows.count() >= 8);
  assert.ok(await page.locator('table.critique [data-value]').count() >= 8);
  const stopping = rows.filter({ hasText: 'Den som sätter ut ett läkemedel förlorar vikten' });
  assert.equal(Math.round(Number(await stopping.locator('[data-value]').getAttribute('data-value'))), 4286);
  assert.match(await words(rows.filter({ hasText: 'Resultatet är två månader' })), /inte känt.*kräver andra data/);
  assert.match(await words(page.locator('main')), /imatinib, skrivs ut av specialist/);
  const size = async (name) => Number(await rows.filter({ hasText: name }).locator('[data-value]').getAttribute('data-value'));
  assert.equal(Math.round(await size('Födelsedagar avgör')), 24, 'of the proposal, not of the table');
  const table = rows.filter({ hasText: 'Tabellen 2026 är inte förklarad' });
  assert.equal(await table.locator('.tag').innerText(), 'Vår läsning', 'the amount is ours');
  assert.ok(await page.locator('ul.references li, .references li').count() >= 15);
  const decided = await page.locator('.tag.decided').evaluateAll((all) => all.map((tag) => tag.parentElement.innerText));
  assert.ok(decided.every((place) => !/riktvärde för|Folkmängd|Statistiska centralbyrån/.test(place)), decided.join('\n'));
  // the document names no year for 80 per cent, and a cost of 100 000 kr is an example
  const shares = (await page.locator('main tr').allTextContents()).filter((row) => /^Skåne 2025: kostnadsansvar/.test(row) && /80\s%/.test(row));
  assert.ok(shares.length > 0 && shares.every((row) => !row.includes('Beslutat')), shares.join('\n'));
  assert.ok(shares.every((row) => row.includes('Vår läsning: andelen gällde 2025.')), shares.join('\n'));
  assert.equal(await rows.filter({ hasText: 'kr' }).filter({ has: page.locator('.tag.decided') }).count(), 0);
});

test('an objection to the model can be set up in my scenario', async (t) => {
  const page = await openView(t, 'method');
  await page.getByRole('button', { name: 'Halvera vikterna i mitt scenario' }).click();
  await page.getByRole('button', { name: 'Byt budgetregel i mitt scenario' }).click();
  await show(page, 'model');
  await drawn(page);
  const weight = page.getByLabel('Vikt för Behov av antikoagulation, mitt scenario');
  assert.equal(await weight.inputValue(), '125');
  assert.ok(await page.getByRole('radio', { name: /^Neutral i summa/ }).isChecked());
});

test('another cost share says what it changes, and the amounts follow when asked', async (t) => {
  const page = await openView(t, 'model');
  await enter(page, 'Kostnadsansvar i procent', '80');
  assert.match(await words(page.locator('.other-share')), /ändrar inga belopp i tabellerna/);
  await page.getByRole('button', { name: 'Skala beloppen 80/70' }).click();
  await drawn(page);
  assert.match(await words(page.locator('.other-share')), /källans gånger det nya kostnadsansvaret/);
  assert.ok((await page.locator('#model-differences, .differences, main').first().innerText()).includes('138,29'));
  await page.locator('.top').getByRole('button', { name: 'Ångra' }).click();
  await drawn(page);
  assert.match(await words(page.locator('.other-share')), /Skala beloppen 80\/70/);
});
