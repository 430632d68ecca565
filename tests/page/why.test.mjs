// Every figure on the page explains itself: the explanation gives the same figure, its arithmetic holds at every step,
// and every branch ends in something entered, something from a source, or something that the reader changed.
import test, { describe } from 'node:test';
import assert from 'node:assert/strict';
import { judge, judgeShown } from './explanation.mjs';
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
      if (Date.now() - start > 60_000) {
        const now = `open: ${dialog.open}, parts: ${dialog.childElementCount}, in the page: ${button.isConnected}`;
        throw new Error(`${what} ${button.ariaLabel} takes more than a minute (${now})`);
      }
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
  };
  const text = (item, selector) => item.querySelector(selector)?.textContent.trim() ?? '';
  button.focus();
  button.click();
  await until(() => dialog.open && dialog.querySelector('[data-why-value]'), 'opening');
  const first = {
    sign: dialog.querySelector('.why-root').dataset.sign,
    terms: [...dialog.querySelectorAll('.why-terms li:not(.why-total)')].map((item) => ({ sign: text(item, '.sign'), number: text(item, '.term') })),
    total: text(dialog, '.why-total'),
  };
  const groups = [];
  const term = dialog.querySelector('.why-acts > button:not(.why-all)');
  if (term) {
    term.click();
    await until(() => dialog.querySelector('.why-steps'), 'opening a term');
    const values = (rows) => rows.map((row) => text(row, ':scope > .step-value')).filter(Boolean);
    for (const item of dialog.querySelectorAll('.why-steps li[data-sign=plus]')) {
      const rows = [...item.querySelectorAll(':scope > ol > li')];
      // what is taken from the first is shown with its sign, and its parts without
      const [above, at] = [item.parentElement, [...item.parentElement.children].indexOf(item)];
      const kind = (above.closest('li') ?? above.querySelector(':scope > .step-total'))?.dataset.sign;
      const isTaken = kind === 'minus' && at > 0;
      if (rows.length) groups.push({ name: text(item, '.step-name'), values: values(rows), total: text(item, ':scope > .step-value'), isTaken });
    }
    const all = [...dialog.querySelectorAll('.why-steps > li')];
    const last = dialog.querySelector('.why-steps > .step-total');
    if (last && ['plus', 'minus'].includes(last.dataset.sign)) {
      const rows = all.filter((row) => row !== last);
      groups.push({ name: text(last, '.step-name'), values: values(rows), total: text(last, '.step-value') });
    }
  }
  dialog.querySelector('.why-all')?.click();
  await until(() => !dialog.querySelector('.why-all') || dialog.querySelector('.why-tree'), 'showing every step');
  await until(() => dialog.querySelector('.why-foot[data-found]'), 'finding the sources');
  return JSON.stringify({
    figure: button.dataset.value,
    digits: button.dataset.digits,
    first,
    groups,
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
    const faults = [...judge(explanation.figure, explanation), ...judgeShown(explanation.first, explanation.groups)];
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

const FIGURES_AT_LEAST = { brief: 8, model: 400, practice: 150, region: 150, staffing: 300, method: 8 };
const LEAVES_MET = {
  brief: ['edited', 'parameter'], model: ['edited', 'parameter'], practice: ['edited', 'input', 'parameter'],
  region: ['input', 'parameter'], staffing: ['input', 'parameter'], method: ['input', 'parameter'],
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
  assert.deepEqual(judgeShown(explanation.first, explanation.groups), []);
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

test('terms and rows that do not add up as they are shown are found', async (t) => {
  const page = await openView(t, 'brief');
  const anders = page.getByRole('button', { name: /^614 kr\. Varför denna siffra/ }).first();
  const at = await anders.evaluate((button) => [...document.querySelectorAll('[data-value]')].indexOf(button));
  const { first, groups } = await explain(page, at);
  assert.ok(first.terms.length > 1 && groups.length > 0);
  assert.deepEqual(judgeShown(first, groups), []);
  assert.match(judgeShown({ ...first, total: '= 1 kr' }, []).join(), /the terms make \d+, shown is = 1 kr/);
  assert.match(judgeShown({ ...first, terms: [] }, []).join(), /no terms/);
  assert.match(judgeShown(first, [{ ...groups[0], total: '0,01' }]).join(), /the rows make/);
});

test('614 is the sum of buttons, each of which opens, one at a time', async (t) => {
  const page = await openView(t, 'brief');
  await page.getByRole('button', { name: /^614 kr\. Varför denna siffra/ }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Varför denna siffra?' });
  const said = async (locator) => (await locator.innerText()).replace(/\s+/g, ' ');
  assert.equal((await dialog.locator('.term').allInnerTexts()).join(' + '), '64 + 150 + 250 + 60 + 50 + 40');
  assert.equal(await said(dialog.locator('.why-total')), '= 614 kr');
  assert.match(await said(dialog.locator('.why-source-line')), /^Källor: /);
  assert.equal(await dialog.locator('.why-steps, .why-tree').count(), 0);
  await dialog.getByRole('button', { name: 'Hur blir det 64?' }).click();
  assert.equal(await dialog.locator('.term[aria-expanded=true]').innerText(), '64');
  const second = dialog.locator('.term').nth(1);
  await second.click();
  assert.equal(await dialog.locator('.term[aria-expanded=true]').count(), 1, 'one is open');
  await second.click();
  assert.equal(await dialog.locator('.why-steps').count(), 0, 'and closes again');
  await dialog.locator('.term').first().click();
  const steps = dialog.locator('.why-steps > li');
  assert.match(await said(steps.first()), /^1 Tabellens belopp för män 60–64 år .* 121,00 Beslutat$/);
  assert.match(await said(steps.last()), /^3 .* visas som 64 63,53$/);
  const parts = dialog.locator('.why-steps ol').first().locator(':scope > li');
  assert.equal(await parts.count(), 6, 'the five largest and the others');
  await dialog.getByRole('button', { name: 'Visa alla 27' }).click();
  assert.equal(await parts.count(), 28, 'all, and the way back');
  // lines of one table are one place, and the other budget rule is what it is in Modellen
  const sources = await dialog.locator('.why-sources li').allInnerTexts();
  assert.equal(new Set(sources).size, sources.length);
  assert.match(sources.join('\n'), /Läkemedelsersättning\. Rad 404\./);
  assert.match(await said(dialog.locator('.why-choice')), /Vår läsning .* Med Neutral i summa blir siffran 471,55 kr i månaden\.$/);
});

test('the button "Stäng" closes, and "Visa bara första ledet" folds again', async (t) => {
  const page = await openView(t, 'brief');
  const figure = page.getByRole('button', { name: /^614 kr\. Varför denna siffra/ }).first();
  await figure.click();
  const dialog = page.getByRole('dialog', { name: 'Varför denna siffra?' });
  await dialog.locator('[data-why-value]').waitFor();
  const terms = await dialog.locator('.term').count();
  assert.ok(terms > 1);
  await dialog.getByRole('button', { name: 'Visa alla led' }).click();
  assert.ok((await dialog.locator('.why-tree li').count()) > terms);
  await dialog.getByRole('button', { name: 'Visa bara första ledet' }).click();
  assert.equal(await dialog.locator('.why-tree li').count(), 0);
  assert.equal(await dialog.locator('.term').count(), terms);
  await dialog.getByRole('button', { name: 'Stäng' }).click();
  await dialog.waitFor({ state: 'hidden' });
  assert.equal(await figure.evaluate((button) => button === document.activeElement), true);
});
