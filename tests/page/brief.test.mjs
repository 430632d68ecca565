// I korthet answers at a glance: all of it on one screen, Johan and Anders alike today and apart under the proposal,
// antibiotics without effect, the weights marked as examples, and the same figures in both languages.
import test from 'node:test';
import assert from 'node:assert/strict';
import { drawn, enter, figures, openView, show, speak } from './harness.mjs';

/** What the card of a person says: a model's name, its exact amount, and whether it is struck through. */
function card(page, name) {
  const article = page.getByRole('article').filter({ has: page.getByRole('heading', { name, exact: true }) });
  return article.locator('dl > div').evaluateAll((rows) => rows.map((row) => {
    const button = row.querySelector('button.big');
    return {
      model: row.querySelector('dt').textContent,
      amount: button.dataset.value,
      shown: button.textContent.replace(/\s/g, ' '),
      isStruck: Boolean(button.querySelector('s')),
      direction: row.querySelector('.direction')?.textContent.replace(/\s+/g, ' ') ?? '',
    };
  }));
}

/** How far the page is larger than the window, in CSS pixels. */
function overflow(page) {
  return page.evaluate(() => {
    const { scrollHeight, scrollWidth } = document.documentElement;
    return { down: Math.max(0, scrollHeight - innerHeight), across: Math.max(0, scrollWidth - innerWidth) };
  });
}

const NOTHING_OUTSIDE = { down: 0, across: 0 };

test('all of I korthet fits on a laptop screen', async (t) => {
  const page = await openView(t, 'brief', { width: 1366, height: 768 });
  assert.deepEqual(await overflow(page), NOTHING_OUTSIDE);
  await page.getByRole('switch').click();
  await speak(page, 'English');
  assert.deepEqual(await overflow(page), NOTHING_OUTSIDE, 'in English');
});

test('it still fits with three models on each card', async (t) => {
  const page = await openView(t, 'model', { width: 1366, height: 768 });
  await enter(page, 'Vikt för Cancer, mitt scenario', '300');
  await show(page, 'brief');
  assert.equal((await card(page, 'Anders')).length, 3);
  assert.deepEqual(await overflow(page), NOTHING_OUTSIDE);
});

test('Johan and Anders bring the same today and not under the proposal', async (t) => {
  const page = await openView(t, 'brief');
  const heading = page.getByRole('heading', { level: 1 });
  const [johan, anders] = [await card(page, 'Johan'), await card(page, 'Anders')];
  for (const [today, proposal] of [johan, anders]) {
    assert.equal(today.model, 'Nuläge (2026)');
    assert.equal(today.shown, '121 kr');
    assert.equal(today.amount, '121');
    assert.ok(today.isStruck, 'today is superseded');
    assert.equal(proposal.model, 'Förslag');
    assert.ok(!proposal.isStruck);
  }
  assert.ok(Number(johan[1].amount) < 121 && Number(anders[1].amount) > 121);
  assert.match(johan[1].direction, /^▼ får mindre −\d+ kr$/);
  assert.match(anders[1].direction, /^▲ får mer \+\d+ kr$/);
  const sentence = (await heading.innerText()).replace(/\s+/g, ' ');
  for (const amount of [johan[1].shown, anders[1].shown, '121 kr']) assert.ok(sentence.includes(amount), sentence);
});

test('a course of antibiotics changes no figure, and the page says so', async (t) => {
  const page = await openView(t, 'brief');
  const antibiotics = page.getByRole('switch', { name: /Johan får en antibiotikakur/ });
  const before = await figures(page);
  assert.ok(before.length >= 6);
  assert.equal(await antibiotics.getAttribute('aria-checked'), 'false');
  await antibiotics.click();
  assert.equal(await antibiotics.getAttribute('aria-checked'), 'true');
  const words = page.locator(`#${await antibiotics.getAttribute('aria-describedby')}`);
  assert.match(await words.innerText(), /Ingen skillnad: antibiotika räknas inte/);
  assert.deepEqual(await figures(page), before);
  await antibiotics.click();
  assert.doesNotMatch(await words.innerText(), /Ingen skillnad/);
});

test('the weights are marked as examples in sight', async (t) => {
  const page = await openView(t, 'brief');
  const badge = page.locator('.badge', { hasText: 'Exempelvikter' });
  assert.ok(await badge.isVisible());
  const box = await badge.boundingBox();
  assert.ok(box.y >= 0 && box.y + box.height <= 768 && box.x + box.width <= 1366, JSON.stringify(box));
});

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
