// The core tasks with the keyboard alone. Nothing here uses a mouse or moves the focus by script, and at every stop the
// focus shows: an outline, inside the window, with nothing over it.
import test from 'node:test';
import assert from 'node:assert/strict';
import { drawn, openView } from './harness.mjs';

/** The element with the focus: its name, and what keeps it from showing. */
function focus(page) {
  return page.evaluate(() => {
    const element = document.activeElement;
    const label = element.getAttribute('aria-label') ?? element.labels?.[0]?.textContent ?? element.textContent;
    const name = label.replace(/\s+/g, ' ').trim().slice(0, 100);
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    const left = Math.max(box.left, 0);
    const right = Math.min(box.right, innerWidth);
    const top = Math.max(box.top, 0);
    const bottom = Math.min(box.bottom, innerHeight);
    const over = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    const isTable = element.matches('[role=region]');
    const hidden = [
      element === document.body && 'nothing has the focus',
      (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2) && 'it has no outline',
      (right <= left || bottom <= top) && 'it is outside the window',
      !isTable && over && !element.contains(over) && !over.contains(element) && `<${over.localName}> lies over it`,
    ].find(Boolean);
    return { name, hidden: hidden || undefined };
  });
}

/** Presses a key and checks that the focus shows afterwards. */
async function press(page, key) {
  await page.keyboard.press(key);
  await drawn(page);
  const { name, hidden } = await focus(page);
  assert.equal(hidden, undefined, `after ${key}: "${name}"`);
  return name;
}

/** Presses Tab, or Shift+Tab, until the name of what has the focus matches. */
async function tabTo(page, wanted, key = 'Tab') {
  const met = [];
  while (met.length < 500) {
    const name = await press(page, key);
    if (wanted.test(name)) return name;
    met.push(name);
  }
  return assert.fail(`${wanted} was not met, but ${met.slice(-20).join(' | ')}`);
}

async function write(page, label, text) {
  await tabTo(page, label);
  await page.keyboard.type(text);
}

/** Goes to a view by the menu. */
async function follow(page, name) {
  await tabTo(page, new RegExp(`^${name}$`));
  await press(page, 'Enter');
  await page.locator('nav a[aria-current=page]').filter({ hasText: name }).waitFor();
  await page.locator('main:not([aria-busy]) h1').first().waitFor({ state: 'attached' });
}

const plain = async (locator) => (await locator.innerText()).replace(/\s+/g, ' ');

test('read I korthet, ask why antibiotics do not count, open and close an explanation', async (t) => {
  const page = await openView(t, 'brief');
  assert.match(await press(page, 'Tab'), /^Hoppa till innehållet$/);
  await tabTo(page, /^Antibiotika: räknas inte$/);
  await press(page, 'Space');
  assert.match(await plain(page.getByRole('article', { name: 'Johan' })), /oftast används som en kort kur/);
  await tabTo(page, /^614 kr\. Varför denna siffra\?$/);
  await press(page, 'Enter');
  const dialog = page.getByRole('dialog', { name: 'Varför denna siffra?' });
  assert.ok(await dialog.isVisible());
  await tabTo(page, /^Visa alla led$/);
  await press(page, 'Enter');
  assert.ok((await dialog.locator('[data-leaf]').count()) > 5);
  assert.match(await press(page, 'Escape'), /^614 kr/);
  assert.equal(await dialog.isVisible(), false);
});

test('change a weight, see the difference, undo, redo, reset', async (t) => {
  const page = await openView(t, 'brief');
  await follow(page, 'Modellen');
  await write(page, /^Vikt för Hypertoni, mitt scenario$/, '25');
  await press(page, 'Enter');
  const differences = page.getByRole('region', { name: 'Skillnader mot utgångsläget' });
  assert.match(await plain(differences), /Vikt: Hypertoni: 18 .* → 25 /);
  await tabTo(page, /^Ångra$/, 'Shift+Tab');
  await press(page, 'Enter');
  assert.match(await plain(differences), /Ingen skillnad/);
  await tabTo(page, /^Gör om$/);
  await press(page, 'Enter');
  assert.match(await plain(differences), /Hypertoni/);
  await tabTo(page, /^Återställ Vikt: Hypertoni$/);
  await press(page, 'Enter');
  assert.match(await plain(differences), /Ingen skillnad/);
});

test('Enter goes down a table, and Alt with an arrow goes anywhere in it', async (t) => {
  const page = await openView(t, 'practice');
  await tabTo(page, /^Granska uppgifterna/);
  await press(page, 'Enter');
  await write(page, /^Listade kvinnor 0–4 år$/, '10');
  assert.equal(await press(page, 'Enter'), 'Listade kvinnor 5–9 år');
  assert.equal(await press(page, 'Alt+ArrowRight'), 'Listade män 5–9 år');
  assert.equal(await press(page, 'Alt+ArrowUp'), 'Listade män 0–4 år');
  assert.equal(await press(page, 'Alt+ArrowLeft'), 'Listade kvinnor 0–4 år');
  assert.equal(await press(page, 'Alt+ArrowDown'), 'Listade kvinnor 5–9 år');
});

test('enter a practice and read its net', async (t) => {
  const page = await openView(t, 'brief');
  await follow(page, 'Min vårdcentral');
  await tabTo(page, /^Granska uppgifterna/);
  await press(page, 'Enter');
  await write(page, /^Listade kvinnor 60–64 år$/, '100');
  await write(page, /^Listade män 60–64 år$/, '200');
  await write(page, /^Antal med Cancer$/, '7');
  await write(page, /^Läkemedelskostnad i månaden, kr$/, '30 000');
  assert.match(await press(page, 'Escape'), /^Granska uppgifterna/, 'what was typed is taken, and the focus is back');
  await tabTo(page, /Varför denna siffra/);
  const net = await plain(page.getByRole('row', { name: /^Läkemedelsnetto i månaden/ }));
  // one for each model but 2025's, whose amounts are for the costs of 2025; no scenario until it differs
  assert.equal((net.match(/[+\u2212]\d+,\d tkr/g) ?? []).length, 2, net);
});

test('doctors and list: the gap is 1,27 specialists', async (t) => {
  const page = await openView(t, 'brief');
  await follow(page, 'Fast läkarkontakt');
  await write(page, /^Listade$/, '8000');
  await write(page, /^Specialister i allmänmedicin, heltid$/, '5,0');
  await write(page, /^ST-läkare, heltid$/, '2');
  await tabTo(page, /^1,27 heltidstjänster\. Varför/);
});

test('find where an amount comes from', async (t) => {
  const page = await openView(t, 'brief');
  await follow(page, 'Metod');
  await tabTo(page, /^Alla värden och källor$/);
  await press(page, 'Enter');
  await tabTo(page, /^Belopp för ålder och kön, Skåne 2026$/);
  await press(page, 'Enter');
  const row = page.getByRole('row', { name: /^män 60–64 år/ }).filter({ visible: true });
  assert.match(await plain(row), /121 kr.*Källa \d+, .*Rad \d+.*Beslutat/);
});

test('a focus that does not show is noticed', async (t) => {
  const page = await openView(t, 'brief');
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('a:focus-visible { outline: none !important; }');
    document.adoptedStyleSheets.push(sheet);
  });
  await assert.rejects(press(page, 'Tab'), /it has no outline/);
});
