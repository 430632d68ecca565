// I korthet answers at a glance: all of it on one screen, Johan and Anders alike today and apart under the proposal, any
// other person in a line, amounts that add up, what does not count with its reason, and the same figures in both languages.
import test from 'node:test';
import assert from 'node:assert/strict';
import { axe, compare, drawn, enter, figures, openView, remember, show, speak, waitReady } from './harness.mjs';

const plain = (text) => text.replace(/\s+/g, ' ').trim();

/** The card of a person. */
const article = (page, name) => page.getByRole('article', { name, exact: true });

/** What the card of a person says: today's and the compared amount, what they differ by, and the parts. */
function card(page, name) {
  return article(page, name).evaluate((element) => {
    const text = (one) => one.textContent.replace(/\s+/g, ' ').trim();
    const bar = (selector) => {
      const button = element.querySelector(`.bars button.${selector}`);
      return { amount: button.dataset.value, shown: text(button) };
    };
    const parts = [...element.querySelectorAll('.chip b')].map((one) => Number(one.textContent));
    const drawn = [...element.querySelectorAll('.bars text')].map((one) => Number(one.textContent));
    const name = text(element.querySelector('.bars dt.strong'));
    return { today: bar('was'), then: bar('sum'), change: text(element.querySelector('.bars .change')), parts, drawn, name };
  });
}

/** How far the page is larger than the window, in CSS pixels. */
function overflow(page) {
  return page.evaluate(() => {
    const { scrollHeight, scrollWidth } = document.documentElement;
    return { down: Math.max(0, scrollHeight - innerHeight), across: Math.max(0, scrollWidth - innerWidth) };
  });
}

const headline = async (page) => plain(await page.getByRole('heading', { level: 1 }).innerText());
const line = (page) => page.getByRole('textbox', { name: /^(Skriv en person|Write a person)/ });
const focused = (page) => page.evaluate(() => {
  const element = document.activeElement;
  return (element.getAttribute('aria-label') ?? element.textContent).replace(/\s+/g, ' ').trim();
});

/** Types a person and adds it. */
async function add(page, text) {
  await line(page).fill(text);
  await line(page).press('Enter');
  await drawn(page);
}

const NOTHING_OUTSIDE = { down: 0, across: 0 };
const WOMAN = 'kvinna 78 kol hjärtsvikt';

test('all of I korthet fits on a laptop screen, with two persons and with three', async (t) => {
  const page = await openView(t, 'brief', { width: 1366, height: 768 });
  assert.deepEqual(await overflow(page), NOTHING_OUTSIDE);
  await speak(page, 'English');
  assert.deepEqual(await overflow(page), NOTHING_OUTSIDE, 'in English');
  await speak(page, 'Svenska');
  await add(page, WOMAN);
  assert.deepEqual(await overflow(page), NOTHING_OUTSIDE, 'three');
});

test('it still fits with a model of one’s own', async (t) => {
  const page = await openView(t, 'model', { width: 1366, height: 768 });
  await enter(page, 'Vikt för Cancer, mitt scenario', '30');
  await show(page, 'brief');
  assert.equal((await card(page, 'Anders')).name, 'Mitt scenario');
  assert.deepEqual(await overflow(page), NOTHING_OUTSIDE);
  assert.match(await headline(page), /^Med mitt scenario får vårdcentralen .* Exempelvikter$/);
});

test('Johan and Anders bring the same today and not under the proposal', async (t) => {
  const page = await openView(t, 'brief');
  const [johan, anders] = [await card(page, 'Johan'), await card(page, 'Anders')];
  for (const { today, name } of [johan, anders]) {
    assert.equal(today.shown, '121 kr');
    assert.equal(today.amount, '121');
    assert.equal(name, 'Förslag');
  }
  assert.ok(Number(johan.then.amount) < 121 && Number(anders.then.amount) > 121);
  assert.match(johan.change, /^▼ \d+ kr mindre$/);
  assert.match(anders.change, /^▲ \d+ kr mer$/);
  const sentence = await headline(page);
  for (const amount of [johan.then.shown, anders.then.shown.replace('= ', ''), '121 kr']) assert.ok(sentence.includes(amount), sentence);
});

test('the parts that are shown add up to the sum that is shown', async (t) => {
  const page = await openView(t, 'brief');
  await add(page, 'man 33 astma epilepsi psoriasis hypotyreos');
  await add(page, WOMAN);
  for (const name of ['Johan', 'Anders', 'Man 33', 'Kvinna 78']) {
    await article(page, name).getByRole('heading', { level: 2 }).click();
    await drawn(page);
    const { today, then, change, parts, drawn: inBar } = await card(page, name);
    const kr = (text) => Number(text.replace(/[^0-9]/g, ''));
    const sum = parts.reduce((sum, part) => sum + part, 0);
    assert.equal(sum, kr(then.shown), `${name}: ${parts.join(' + ')}`);
    assert.ok(inBar.every((part) => parts.includes(part)), `${name}: ${inBar}`);
    const [sign, direction] = change.includes('mer') ? [1, '▲'] : [-1, '▼'];
    assert.equal(kr(today.shown) + sign * kr(change), kr(then.shown), `${name}: ${change}`);
    assert.ok(change.startsWith(direction), change);
  }
  assert.deepEqual((await card(page, 'Kvinna 78')).parts.length, 3);
});

test('a woman of 78 with COPD and heart failure, in three acts by mouse', async (t) => {
  const page = await openView(t, 'brief', { width: 1366, height: 768 });
  await line(page).click();
  await line(page).fill(WOMAN);
  await drawn(page);
  assert.match(plain(await page.locator('.line-preview').innerText()), /^214 → 301 kr, ▲ 87 kr mer$/);
  await page.getByRole('button', { name: 'Lägg till', exact: true }).click();
  await drawn(page);
  assert.equal(await headline(page), 'Med våra exempelvikter ger en kvinna på 78 år med hjärtsvikt och KOL 301 kr i månaden. I dag ger hon 214 kr.');
  assert.equal(await line(page).inputValue(), '');
  assert.deepEqual((await card(page, 'Kvinna 78')).parts, [121, 70, 110]);
  assert.equal(await article(page, 'Kvinna 78').getAttribute('aria-current'), 'true');
  assert.match(plain(await page.locator('.brief-chart').innerText()), /följer det valda kortet: Kvinna 78/);
});

test('the same with the keyboard alone, and one step back', async (t) => {
  const page = await openView(t, 'brief');
  await page.evaluate(() => document.getElementById('main').focus());
  for (let i = 0; i < 60 && !(await line(page).evaluate((field) => field === document.activeElement)); i += 1) await page.keyboard.press('Tab');
  await page.keyboard.type('woman 78 copd heart failure');
  await page.keyboard.press('Enter');
  await drawn(page);
  assert.match(await headline(page), /301 kr i månaden/);
  assert.equal(await line(page).evaluate((field) => field === document.activeElement), true, 'the focus stays in the field');
  await page.locator('.top').getByRole('button', { name: 'Ångra' }).click();
  await drawn(page);
  assert.equal(await page.getByRole('article').count(), 2);
  assert.match(await headline(page), /för Johan och/);
});

test('what was not understood is told, and what is not clear is asked', async (t) => {
  const page = await openView(t, 'brief');
  const help = page.locator('.line-help');
  await line(page).fill('man 45 astma xyzzy');
  assert.match(plain(await help.innerText()), /Förstod inte: xyzzy\./);
  await line(page).fill('man 60 antibiotika');
  assert.match(plain(await help.innerText()), /antibiotika: Räknas inte i förslaget, eftersom de oftast används som en kort kur/);
  await line(page).fill('astma');
  assert.match(plain(await help.innerText()), /kvinna eller man och en ålder/);
  await line(page).press('Enter');
  await drawn(page);
  assert.equal(await page.getByRole('article').count(), 2, 'no person yet');
  // a word that is not understood may turn the others round
  for (const open of ['kvinna 78 ej kol', 'man 50 diabetes']) {
    await line(page).fill(open);
    await line(page).press('Enter');
    await drawn(page);
    assert.match(plain(await help.innerText()), /Svara, eller ta bort ordet, innan personen läggs till\./);
    assert.equal(await page.getByRole('article').count(), 2, `${open}: no person yet`);
  }
  await line(page).fill('man 70 diabetes');
  await help.getByRole('button', { name: 'Diabetes, insulin' }).click();
  await drawn(page);
  assert.equal(await help.innerText(), '');
  await line(page).press('Enter');
  await drawn(page);
  assert.equal((await card(page, 'Man 70')).parts.length, 2);
});

test('chips by keyboard: Delete takes one away and the focus goes on, a search adds one', async (t) => {
  const page = await openView(t, 'brief');
  const anders = article(page, 'Anders');
  await anders.getByRole('button', { name: /^Antikoagulation .*Varför/ }).focus();
  await page.keyboard.press('Delete');
  await drawn(page);
  assert.match(await focused(page), /^Ischemisk hjärtsjukdom/);
  assert.equal((await card(page, 'Anders')).then.shown, '= 364 kr');
  await anders.getByRole('button', { name: 'Tillstånd: lägg till för Anders' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('combobox').pressSequentially('B01AF');
  assert.deepEqual(await page.getByRole('option').allInnerTexts(), ['Antikoagulation']);
  await page.keyboard.press('Enter');
  await drawn(page);
  assert.equal((await card(page, 'Anders')).then.shown, '= 614 kr');
  assert.match(await focused(page), /lägg till för Anders/);
  assert.equal(await article(page, 'Anders').locator('.about').first().innerText(), 'multisjuk', 'as the source has him');
});

test('pointing at a chip lights its part, and at a part its chip', async (t) => {
  const page = await openView(t, 'brief');
  const anders = article(page, 'Anders');
  await anders.getByRole('button', { name: /^Antikoagulation .*Varför/ }).hover();
  await drawn(page);
  assert.deepEqual(await anders.locator('.bars g.lit text').allTextContents(), ['250']);
  await anders.locator('.bars g').nth(1).hover();
  await drawn(page);
  assert.match(plain((await anders.locator('.chip.lit').allInnerTexts()).join()), /^Diabetes, övriga 150$/);
});

test('sex, age, copy, name and removal', async (t) => {
  const page = await openView(t, 'brief');
  const johan = article(page, 'Johan');
  await johan.getByRole('button', { name: 'Kvinna', exact: true }).click();
  await enter(page, 'Ålder, Johan', '78');
  assert.equal((await card(page, 'Johan')).today.shown, '214 kr');
  await enter(page, 'Ålder, Johan', '121');
  assert.match(await johan.getByRole('alert').innerText(), /121/);
  assert.equal((await card(page, 'Johan')).today.shown, '214 kr', 'a fault changes nothing');
  await enter(page, 'Ålder, Johan', '78');
  const act = async (name, row) => {
    await page.getByRole('button', { name: `Mer om ${name}` }).click();
    await page.getByRole('menuitem', { name: row }).click();
    await drawn(page);
  };
  await act('Anders', 'Gör en kopia');
  assert.equal((await card(page, 'Man 60')).then.shown, '= 614 kr');
  await act('Man 60', 'Byt namn');
  await page.keyboard.type('Åke');
  await page.keyboard.press('Enter');
  await drawn(page);
  assert.match(await headline(page), /ger Åke 614 kr/);
  await act('Johan', 'Ta bort');
  assert.deepEqual(await page.getByRole('article').evaluateAll((all) => all.map((one) => one.getAttribute('aria-label'))), ['Anders', 'Åke']);
  assert.equal(await line(page).evaluate((field) => field === document.activeElement), true, 'the focus is not lost');
});

test('persons are remembered on this computer', async (t) => {
  const page = await openView(t, 'brief');
  await remember(page, true);
  await add(page, WOMAN);
  await page.reload();
  await waitReady(page);
  await article(page, 'Kvinna 78').waitFor();
  assert.deepEqual((await card(page, 'Kvinna 78')).parts, [121, 70, 110]);
  await remember(page, false);
});

test('a course of antibiotics does not count, and the page says why', async (t) => {
  const page = await openView(t, 'brief');
  const before = await figures(page);
  assert.ok(before.length >= 6);
  const johan = article(page, 'Johan');
  const chip = johan.getByRole('button', { name: 'Antibiotika: räknas inte' });
  assert.equal(await chip.getAttribute('aria-expanded'), 'false');
  await chip.click();
  assert.equal(await chip.getAttribute('aria-expanded'), 'true');
  assert.match(await johan.getByRole('status').first().innerText(), /Räknas inte i förslaget, eftersom de oftast används som en kort kur/);
  assert.deepEqual(await figures(page), before);
  await chip.click();
  assert.equal(plain(await johan.locator('.reason').textContent()), '');
  const anders = article(page, 'Anders');
  await anders.getByRole('button', { name: 'Hypertoni: räknas inte' }).click();
  assert.match(await anders.locator('.reason').innerText(), /ingår i ischemisk hjärtsjukdom/);
});

test('the table of 2025 counts no conditions, and the chips say so', async (t) => {
  const page = await openView(t, 'brief');
  await compare(page, 'Tabellen 2025');
  const anders = article(page, 'Anders');
  assert.equal(await anders.locator('.chip.off').count(), 6);
  assert.match(await headline(page), /^Med 2025 års tabell/);
});

test('the weights are marked as examples in sight', async (t) => {
  const page = await openView(t, 'brief');
  const mark = page.locator('h1 mark', { hasText: 'Med våra exempelvikter' });
  assert.ok(await mark.isVisible());
  const box = await mark.boundingBox();
  assert.ok(box.y >= 0 && box.y + box.height <= 768 && box.x + box.width <= 1366, JSON.stringify(box));
});

for (const [width, height, dark] of [[1366, 768, false], [1366, 768, true], [390, 844, false]]) {
  test(`nothing is wrong for axe with three persons, a search and a menu open: ${width} px${dark ? ', dark' : ''}`, async (t) => {
    const page = await openView(t, 'brief', { width, height, dark });
    await add(page, WOMAN);
    await line(page).fill('man 45 diabetes xyzzy 300');
    await drawn(page);
    assert.deepEqual(await axe(page), []);
    // a phone has room for the fields when they are asked for
    if (width === 390) await article(page, 'Kvinna 78').getByRole('button', { name: /^kvinna, 78 år/ }).click();
    await article(page, 'Kvinna 78').getByRole('button', { name: /^Tillstånd: lägg till/ }).click();
    await drawn(page);
    assert.deepEqual(await axe(page), []);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Mer om Kvinna 78' }).click();
    await drawn(page);
    assert.deepEqual(await axe(page), []);
    assert.equal((await overflow(page)).across, 0);
  });
}

test('the other language has other words and the same figures', async (t) => {
  const page = await openView(t, 'brief');
  const read = async () => ({
    lang: await page.locator('html').getAttribute('lang'),
    title: await page.title(),
    menu: await page.locator('nav a').allInnerTexts(),
    heading: await page.getByRole('heading', { level: 1 }).innerText(),
  });
  const [swedish, before] = [await read(), await figures(page)];
  assert.equal(swedish.lang, 'sv');
  await speak(page, 'English');
  const english = await read();
  assert.equal(english.lang, 'en');
  for (const part of ['title', 'heading']) assert.notEqual(english[part], swedish[part]);
  english.menu.forEach((name, i) => assert.notEqual(name, swedish.menu[i]));
  assert.deepEqual(await figures(page), before);
  await speak(page, 'Svenska');
  assert.deepEqual(await read(), swedish);
  assert.deepEqual(await figures(page), before);
});
