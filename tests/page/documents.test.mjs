// What the documents say and what they do not: whose weights a sentence rests on, what another year's amounts are not set
// against, what is decided and what is read, and what can be said against the model.
import test from 'node:test';
import assert from 'node:assert/strict';
import { data, drawn, enter, openView, paste, show, showTab, unfold } from './harness.mjs';

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

/** Opens a section of Metod by its address. */
const openSection = (page, slug) => showTab(page, 'method', slug);

test('every objection has its size where it can be worked out, and explains it', async (t) => {
  const page = await openView(t, 'method');
  await openSection(page, 'kritik');
  const rows = page.locator('table.critique tbody tr');
  assert.ok(await rows.count() >= 8);
  assert.ok(await page.locator('table.critique [data-value]').count() >= 8);
  const stopping = rows.filter({ hasText: 'Den som sätter ut ett läkemedel förlorar vikten' });
  assert.equal(Math.round(Number(await stopping.locator('[data-value]').getAttribute('data-value'))), 4286);
  assert.match(await words(rows.filter({ hasText: 'Resultatet är två månader' })), /inte känt.*kräver andra data/);
  const size = async (name) => Number(await rows.filter({ hasText: name }).locator('[data-value]').getAttribute('data-value'));
  assert.equal(Math.round(await size('Födelsedagar avgör')), 24, 'of the proposal, not of the table');
  const table = rows.filter({ hasText: 'Tabellen 2026 är inte förklarad' });
  assert.equal(await table.locator('.tag').innerText(), 'Vår läsning', 'the amount is ours');
  assert.equal(await rows.filter({ hasText: 'kr' }).filter({ has: page.locator('.tag.decided') }).count(), 0);
  await openSection(page, 'val');
  assert.match(await words(page.locator('main')), /imatinib, skrivs ut av specialist/);
});

test('each source is named once, and every value has the number of its own', async (t) => {
  const page = await openView(t, 'method');
  await openSection(page, 'kallor');
  await unfold(page);
  assert.ok(await page.locator('ul.references li, .references li').count() >= 15);
  const sources = await page.locator('ol.sources > li').allInnerTexts();
  assert.equal(new Set(sources).size, sources.length);
  await openSection(page, 'varden');
  await unfold(page);
  const rows = await page.locator('main table.values tbody tr').allInnerTexts();
  assert.ok(rows.length > 200);
  const source = (row) => sources[Number(/Källa (\d+),/.exec(row)?.[1]) - 1];
  assert.deepEqual(rows.filter((row) => !source(row)), []);
  assert.match(source(rows.find((row) => /^män 60–64 år/.test(row) && /Beslutat/.test(row))), /Region Skåne/);
  const decided = rows.filter((row) => row.includes('Beslutat'));
  assert.ok(decided.length > 40 && decided.every((row) => !/riktvärde för|Folkmängd|Statistiska centralbyrån/.test(row + source(row))), decided.join('\n'));
  // the document names no year for 80 per cent, and a cost of 100 000 kr is an example
  const shares = rows.filter((row) => /^Skåne 2025: kostnadsansvar/.test(row) && /80\s%/.test(row));
  assert.ok(shares.length > 0 && shares.every((row) => !row.includes('Beslutat')), shares.join('\n'));
  assert.ok(shares.every((row) => row.includes('Vår läsning: andelen gällde 2025.')), shares.join('\n'));
});

test('an objection to the model is set up with one press, and taken back with another', async (t) => {
  const page = await openView(t, 'method');
  await openSection(page, 'kritik');
  await page.getByRole('link', { name: 'Halvera alla vikter' }).click();
  const anders = page.getByRole('article', { name: 'Anders' });
  await anders.waitFor();
  assert.match(await words(page.locator('.trial')), /^Du prövar invändningen: Vikterna är gissade\./);
  assert.match(await words(anders), /367 kr/);
  await page.getByRole('button', { name: 'Tillbaka till kritiken' }).click();
  await page.locator('table.critique').waitFor();
  assert.equal(new URL(page.url()).hash, '#/metod/kritik');
  await page.getByRole('link', { name: 'Byt budgetregel' }).click();
  await page.getByRole('button', { name: 'Behåll ändringen' }).click();
  assert.equal(await page.locator('.trial').count(), 0);
  await show(page, 'model');
  await drawn(page);
  const weight = page.getByLabel('Vikt för Behov av antikoagulation, mitt scenario');
  assert.equal(await weight.inputValue(), '250', 'halved and taken back');
  assert.ok(await page.getByRole('radio', { name: /^Neutral i summa/ }).isChecked(), 'kept');
});

test('every objection leads to where it is seen, and back', async (t) => {
  const page = await openView(t, 'method');
  await openSection(page, 'kritik');
  const links = await page.locator('table.critique tbody a').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  assert.equal(links.length, await page.locator('table.critique tbody tr').count());
  for (const [at, href] of links.entries()) {
    await page.locator('table.critique tbody a').nth(at).click();
    await page.locator('.trial').waitFor();
    assert.equal(new URL(page.url()).hash, href);
    const tab = href.split('/')[2];
    if (tab) await page.locator(`[role=tab][href="${href}"][aria-selected=true]`).waitFor();
    await page.getByRole('button', { name: 'Tillbaka till kritiken' }).click();
    await page.locator('table.critique').waitFor();
  }
  assert.equal(await page.getByRole('button', { name: /^Ångra/ }).getAttribute('aria-disabled'), 'false');
  await show(page, 'brief');
  assert.equal(await page.locator('.against-mark.scenario').count(), 0, 'nothing of it is left');
});

test('what is said in any section is found by its words', async (t) => {
  const page = await openView(t, 'method');
  await page.getByRole('textbox', { name: 'Sök i metoden' }).fill('riktvärde heltid');
  await page.getByText(/^Träffar: [1-9]/).waitFor();
  const found = page.locator('.method-search li a');
  assert.ok(await found.count() > 0);
  await page.getByRole('textbox', { name: 'Sök i metoden' }).fill('kostnadsneutral');
  await found.filter({ hasText: 'Kostnadsneutral' }).first().click();
  await page.getByRole('heading', { level: 1, name: 'Ordlista' }).waitFor();
  await page.getByRole('textbox', { name: 'Sök i metoden' }).fill('zzz');
  await page.getByText('Träffar: 0').waitFor();
});

test('the contents list is folded on a phone', async (t) => {
  const page = await openView(t, 'method', { width: 390, height: 844 });
  const link = page.getByRole('link', { name: 'Ordlista' });
  assert.equal(await link.isVisible(), false);
  await page.getByRole('button', { name: 'Innehåll' }).click();
  await link.click();
  await page.getByRole('heading', { level: 1, name: 'Ordlista' }).waitFor();
  assert.equal(await link.isVisible(), false, 'folded again');
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
