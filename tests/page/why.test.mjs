// Every figure on the page explains itself: the explanation gives the same figure, its arithmetic holds at every step,
// and every branch ends in something entered, something from a source, or something that the reader changed.
import test, { describe } from 'node:test';
import assert from 'node:assert/strict';
import { judge } from './explanation.mjs';
import { eachTab, enter, fillIn, inSheet, openView, show, showTab, TABS, unfold, VIEWS } from './harness.mjs';

/** Opens the explanation of one figure with every step, and gives it as plain data. */
async function explain(page, index) {
  return JSON.parse(await page.evaluate(open, index));
}

/** Runs in the page. Gives a text: Playwright takes seconds over an object of thousands of lines. */
async function open(index) {
  const button = document.querySelectorAll('[data-value]')[index];
  const dialog = document.querySelector('dialog.why');
  const until = async (holds, what) => {
    for (const start = Date.now(); !holds();) {
      if (Date.now() - start > 60_000) throw new Error(`${what} takes more than a minute`);
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
  };
  const text = (item, selector) => item.querySelector(selector)?.textContent.trim() ?? '';
  button.focus();
  button.click();
  await until(() => dialog.open && dialog.querySelector('[data-why-value]'), 'opening');
  dialog.querySelector('.why-all')?.click();
  await until(() => !dialog.querySelector('button.step:not(.apart)[aria-expanded=false]'), 'showing every step');
  return JSON.stringify({
    figure: button.dataset.value,
    digits: button.dataset.digits,
    root: dialog.querySelector('[data-why-value]').dataset.whyValue,
    text: dialog.textContent,
    sources: dialog.querySelectorAll('.why-sources li').length,
    nodes: [...dialog.querySelectorAll('.why-tree li')].map((item) => ({
      kind: item.dataset.leaf,
      isAbove: 'above' in item.dataset,
      isApart: Boolean(item.querySelector(':scope > .step.apart')),
      name: text(item, '.leaf-name, .step'),
      equation: text(item, '.equation'),
      inputs: [...item.querySelectorAll(':scope > ol > li > .equation')].map((equation) => equation.textContent),
      origin: text(item, '.origin'),
      tag: text(item, '.origin .tag'),
    })),
  });
}

/** Closes the explanation with Escape; says whether the focus is back on the figure. */
async function closeWithEscape(page, index) {
  await page.keyboard.press('Escape');
  return page.evaluate(async (i) => {
    const dialog = document.querySelector('dialog.why');
    while (dialog.open || dialog.childElementCount) await new Promise((resolve) => setTimeout(resolve, 0));
    return document.activeElement === document.querySelectorAll('[data-value]')[i];
  }, index);
}

/** A dialog that opens has the browser work out the style of the whole page: of what is not seen it need not. */
function leaveUnseenUnstyled() {
  for (const part of document.querySelectorAll('main :is(section, figure, details)')) {
    part.style.contentVisibility = 'auto';
  }
}

/** What is wrong with the explanations of a view, one line each, and the kinds of leaves that were met. */
async function examineView(page) {
  const found = await eachTab(page, () => examine(page));
  return {
    complaints: found.flatMap(({ complaints }) => complaints),
    kinds: new Set(found.flatMap(({ kinds }) => [...kinds])),
    count: found.reduce((sum, { count }) => sum + count, 0),
  };
}

async function examine(page) {
  await unfold(page);
  await page.evaluate(leaveUnseenUnstyled);
  const buttons = page.locator('[data-value]');
  const labels = await buttons.evaluateAll((all) => all.map((button) => button.getAttribute('aria-label')));
  const complaints = [];
  const kinds = new Set();
  for (const [index, label] of labels.entries()) {
    const explanation = await explain(page, index);
    const faults = judge(explanation.figure, explanation);
    explanation.nodes.forEach(({ kind }) => kind && kinds.add(kind));
    if (!(await closeWithEscape(page, index))) faults.push('the focus did not return');
    if (!/\d.*Varför denna siffra\?$/.test(label)) faults.push('the label does not say the figure');
    complaints.push(...[...new Set(faults)].slice(0, 5).map((fault) => `${index} (${label}): ${fault}`));
  }
  return { complaints, kinds, count: labels.length };
}

/** The same of every tab of a view that has tabs. */
async function examineTabs(page, view) {
  const all = { complaints: [], kinds: new Set(), count: 0 };
  for (const tab of TABS[view]) {
    await showTab(page, view, tab);
    const { complaints, kinds, count } = await examineView(page);
    all.complaints.push(...complaints.map((fault) => `${tab}: ${fault}`));
    kinds.forEach((kind) => all.kinds.add(kind));
    all.count += count;
  }
  return all;
}

const FIGURES_AT_LEAST = { brief: 8, model: 400, practice: 150, region: 150, staffing: 300, method: 0 };
const LEAVES_MET = {
  brief: ['edited', 'parameter'], model: ['edited', 'parameter'], practice: ['edited', 'input', 'parameter'],
  region: ['input', 'parameter'], staffing: ['input', 'parameter'], method: [],
};

// The largest views take most of the time, so two are examined at once.
describe('every figure explains itself', { concurrency: 2 }, () => {
  for (const view of Object.keys(VIEWS)) {
    test(`in the view "${view}"`, async (t) => {
      const page = await openView(t, view);
      await fillIn(page);
      await show(page, view);
      const { complaints, kinds, count } = TABS[view] ? await examineTabs(page, view) : await examineView(page);
      assert.deepEqual(complaints, []);
      assert.ok(count >= FIGURES_AT_LEAST[view], `${count} figures`);
      assert.deepEqual(LEAVES_MET[view].filter((kind) => !kinds.has(kind)), [], 'kinds of leaves that were not met');
    });
  }
});

test('the explanation holds for the other budget rules and readings too', async (t) => {
  const page = await openView(t, 'model');
  await fillIn(page);
  await show(page, 'model');
  await page.getByRole('radio', { name: 'Neutral i summa' }).check();
  await enter(page, 'Kostnadsansvar i procent', '65');
  await show(page, 'practice');
  await inSheet(page, (sheet) => sheet.getByRole('radio', { name: 'Andelen räknas på nettot' }).check());
  const net = page.getByRole('row', { name: /^Läkemedelsnetto i månaden/ }).locator('[data-value]').last();
  const index = await net.evaluate((button) => [...document.querySelectorAll('[data-value]')].indexOf(button));
  const explanation = await explain(page, index);
  assert.deepEqual(judge(explanation.figure, explanation), []);
  const kinds = new Set(explanation.nodes.map(({ kind }) => kind).filter(Boolean));
  assert.deepEqual([...kinds].sort(), ['edited', 'input', 'parameter']);
});

test('a root, a step, a leaf and a source that are wrong are found', async (t) => {
  const page = await openView(t, 'staffing');
  await fillIn(page);
  await unfold(page);
  const capacity = page.locator('details.all-figures').getByRole('row', { name: /^Läkarna räcker till/ }).locator('[data-value]');
  const at = await capacity.evaluate((button) => [...document.querySelectorAll('[data-value]')].indexOf(button));
  const judgeWith = async (spoil) => {
    const explanation = await explain(page, at);
    await closeWithEscape(page, at);
    spoil(explanation);
    return judge(explanation.figure, explanation).join('; ');
  };
  const first = ({ nodes }, holds) => nodes.find(holds);
  assert.equal(await judgeWith(() => {}), '');
  assert.match(await judgeWith((e) => { e.root = '1'; }), /the root is 1/);
  const one = (node) => { node.equation = node.equation.replace(/^6\D600/, '6601'); };
  assert.match(await judgeWith((e) => one(e.nodes[0])), /off by 1/);
  assert.match(await judgeWith((e) => { e.nodes[0].inputs.reverse(); }), / of /);
  assert.match(await judgeWith((e) => { e.nodes[1].inputs = []; }), /ends its branch without a leaf/);
  assert.match(await judgeWith((e) => { first(e, (n) => n.kind === 'parameter').tag = ''; }), /leaf parameter/);
  const above = { isAbove: true, kind: undefined };
  assert.match(await judgeWith((e) => Object.assign(e.nodes.at(-1), above)), /does not stand above/);
  assert.match(await judgeWith((e) => { e.sources = 0; }), /no source/);
});

test('the button "Stäng" closes, and "Visa bara första ledet" folds again', async (t) => {
  const page = await openView(t, 'brief');
  const figure = page.locator('[data-value]').nth(1);
  await figure.click();
  const dialog = page.getByRole('dialog', { name: 'Varför denna siffra?' });
  await dialog.locator('[data-why-value]').waitFor();
  const before = await dialog.locator('.why-tree li').count();
  await dialog.getByRole('button', { name: 'Visa alla led' }).click();
  assert.ok((await dialog.locator('.why-tree li').count()) > before);
  await dialog.getByRole('button', { name: 'Visa bara första ledet' }).click();
  assert.equal(await dialog.locator('.why-tree li').count(), before);
  await dialog.getByRole('button', { name: 'Stäng' }).click();
  await dialog.waitFor({ state: 'hidden' });
  assert.equal(await figure.evaluate((button) => button === document.activeElement), true);
});
