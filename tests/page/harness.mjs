// What every page test needs: a browser, the page under test, and the rule that a page is silent.
// It knows no view of the app.
import { after } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

/** `served` (over HTTP) or `single` (one file under file://, offline unless a test says otherwise). */
export const TARGET = process.env.VIKTAT_TARGET;
/** The address of the page under test, without a view. */
export const URL_UNDER_TEST = process.env.VIKTAT_URL;
assert.ok(
  ['served', 'single'].includes(TARGET) && URL_UNDER_TEST,
  'set VIKTAT_TARGET (served or single) and VIKTAT_URL, or run `cargo xtask test page`',
);

const ARGUMENTS = [
  '--headless=new', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-quic',
  '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
];

/** The browser under test: Chromium, or `firefox`, Debian's own, with a Playwright whose WebDriver BiDi it understands. */
export const BROWSER = process.env.VIKTAT_BROWSER ?? 'chromium';

/** A new browser with a profile of its own. The caller closes it. */
export async function launch() {
  if (BROWSER === 'firefox') {
    const { default: playwright } = await import('playwright-firefox');
    return playwright.firefox.launch({ channel: 'moz-firefox', executablePath: '/usr/bin/firefox-esr' });
  }
  return chromium.launch({ executablePath: '/usr/bin/chromium', args: ARGUMENTS });
}

let shared;
after(async () => (await shared)?.close());

/**
 * Opens the page in a context of its own and returns the Playwright page. When the test ends, it fails if the page
 * wrote to the console, threw, or asked for anything outside itself.
 *
 * @param t the test's context
 * @param options
 *   view: the hash route, such as '#/modellen'; width, height: the window in CSS pixels; dark, reducedMotion: what the
 *   reader prefers; lang: the browser's language; scripts: false for a browser that runs none; offline: false to let
 *   the single file reach the network; expectConsole: true when the test provokes messages; init: a function that runs
 *   before the page's own scripts; url: another address than the page under test.
 */
export async function open(t, options = {}) {
  const {
    view = '', width = 1366, height = 768, dark = false, lang = 'sv-SE', reducedMotion = false,
    scripts = true, offline = TARGET === 'single', expectConsole = false, init, url = URL_UNDER_TEST,
  } = options;
  shared ??= launch();
  const context = await (await shared).newContext({
    viewport: { width, height },
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: reducedMotion ? 'reduce' : 'no-preference',
    locale: lang,
    offline,
    javaScriptEnabled: scripts,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const complaints = listen(page, url);
  t.after(async () => {
    await context.close();
    if (!expectConsole) assert.deepEqual(complaints, [], 'the page complained');
  });
  if (init) await page.addInitScript(init);
  await page.goto(url + view);
  return page;
}

/** Collects what a healthy page never does. */
function listen(page, url) {
  const complaints = [];
  const home = new URL(url);
  page.on('console', (message) => complaints.push(`console ${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.stack ?? error}`));
  page.on('request', (request) => {
    const to = new URL(request.url());
    const own = ['data:', 'blob:'].includes(to.protocol)
      || (home.protocol === 'file:' ? to.href.split('#')[0] === home.href : to.origin === home.origin);
    if (!own) complaints.push(`request to ${to.href}`);
  });
  return complaints;
}

/** Waits until the app has rendered. */
export async function waitReady(page) {
  await page.waitForSelector('#app[data-ready]', { state: 'attached' });
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'];

/** The accessibility faults that axe finds, one short line for each element. */
export async function axe(page) {
  await page.evaluate(`${AXE}; undefined`);
  const violations = await page.evaluate(
    async (values) => (await window.axe.run(document, { runOnly: { type: 'tag', values } })).violations,
    AXE_TAGS,
  );
  return violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help}: ${node.target.join(' ')}`));
}

/** The views' addresses, in the order of the menu. */
export const VIEWS = {
  brief: '#/korthet', model: '#/modellen', practice: '#/min-vardcentral', region: '#/alla-vardcentraler',
  staffing: '#/lakarkontakt', method: '#/metod',
};

/** Opens a view, named as in VIEWS, and waits until it has rendered. */
export async function openView(t, name, options = {}) {
  const page = await open(t, { ...options, view: VIEWS[name] });
  await waitReady(page);
  return page;
}

/** Goes to another view, as the menu does. The view itself may still be on its way: `main` is then `aria-busy`. */
export async function show(page, name) {
  await page.evaluate((hash) => void (location.hash = hash), VIEWS[name]);
  await page.locator(`nav a[href="${VIEWS[name]}"][aria-current=page]`).waitFor({ state: 'attached' });
}

/** Goes to a tab of a view by its address. */
export async function showTab(page, name, slug) {
  const hash = `${VIEWS[name]}/${slug}`;
  await page.evaluate((to) => void (location.hash = to), hash);
  // a phone shows a list in the place of tabs, and folds the contents list of Metod
  const chosen = `[role=tab][href="${hash}"][aria-selected=true], .contents a[href="${hash}"][aria-current=page]`;
  await page.locator(chosen).waitFor({ state: 'attached' });
  await drawn(page);
}

/** The tabs of Fast läkarkontakt. */
export const STAFFING_TABS = ['laget', 'behov', 'korskontroll', 'plan', 'region', 'underlag'];
/** Those of Alla vårdcentraler. */
export const REGION_TABS = ['spridning', 'vem', 'vardcentralerna', 'malen', 'anpassa', 'infasning', 'kanslighet', 'register'];
/** The sections of Metod. */
export const METHOD_SECTIONS = ['sa-raknas-det', 'kallor', 'val', 'kritik', 'okant', 'varden', 'ordlista', 'skydd'];
/** The tabs of the three: those of Modellen and Min vårdcentral are gone through by `eachTab`. */
export const TABS = { staffing: STAFFING_TABS, region: REGION_TABS, method: METHOD_SECTIONS };
/** Every view with each of its tabs. */
export const PLACES = Object.keys(VIEWS).flatMap((view) => (TABS[view] ?? [undefined]).map((tab) => [view, tab]));

/** Goes to a view, and to a tab of it if it has any. */
export const goTo = (page, [view, tab]) => (tab ? showTab(page, view, tab) : show(page, view));

/** Opens a tab of Min vårdcentral by the end of its address. */
export const openTab = (page, slug) => showTab(page, 'practice', slug);

/** What `act` gives of each tab of Modellen or Min vårdcentral, or of the view as it is where it is another; then the tab from before. */
export async function eachTab(page, act) {
  const tabs = page.locator('main:is(.modellen, .min-vardcentral) [role=tab]');
  const slugs = await tabs.evaluateAll((all) => all.map((tab) => tab.id.replace('tab-', '')));
  if (slugs.length === 0) return [await act()];
  const view = (await page.locator('main.modellen').count()) ? 'model' : 'practice';
  const before = await tabs.evaluateAll((all) => all.find((tab) => tab.ariaSelected === 'true').id.replace('tab-', ''));
  const found = [];
  for (const slug of slugs) {
    await showTab(page, view, slug);
    found.push(await act(slug));
  }
  await showTab(page, view, before);
  return found;
}

/** The tabs of Modellen. */
export const MODEL_TABS = ['vikter', 'belopp', 'villkor', 'jamfor'];

/** Goes to a tab of Modellen, if it is not there; the amounts with their fields. */
export async function showModelTab(page, slug) {
  if (!(await page.locator(`#tab-${slug}[aria-selected=true]`).count())) await showTab(page, 'model', slug);
  await editAmounts(page);
}

/** Has the fields of the amounts shown, where the tab with them is. */
async function editAmounts(page) {
  const button = page.locator('button.edit-amounts[aria-pressed=false]');
  if (!(await button.count())) return;
  await button.click();
  await drawn(page);
}

/** Does something on the sheet with every number of Min vårdcentral, and leaves it as it was: open or closed. */
export async function inSheet(page, act) {
  const sheet = page.locator('dialog.sheet');
  const opens = !(await sheet.isVisible());
  // a phone has it under the thumb
  if (opens) await page.locator('button.review:visible, .view-acts button.phone:visible').first().click();
  await sheet.waitFor();
  const found = await act(sheet);
  if (opens) await sheet.locator('button.primary').click();
  if (opens) await sheet.waitFor({ state: 'hidden' });
  return found;
}

/** Fields of Min vårdcentral that stand on the sheet. */
const OF_SHEET = /^(Listade (kvinnor|män) |Antal med |Läkemedelskostnad i månaden)/;

/** Fields of Modellen by their tab. */
const OF_MODEL = { vikter: /^(Vikt för |Kostnadsansvar i procent)/, belopp: /^Tabellens belopp för / };

/** Does something where the field of a label is. */
async function whereIs(page, label, act) {
  if (OF_SHEET.test(label)) return inSheet(page, act);
  const tab = Object.keys(OF_MODEL).find((slug) => OF_MODEL[slug].test(label));
  if (tab && (await page.locator('main.modellen').count())) await showModelTab(page, tab);
  return act();
}

/** What stands in a field. */
export const valueOf = (page, label) => whereIs(page, label, () => field(page, label).inputValue());

/** Waits until what was just done has been drawn. */
export function drawn(page) {
  return page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0))));
}

/** Opens everything that is folded in the view, also what that brings, and waits until all of it has its content. */
export async function unfold(page) {
  await page.waitForFunction(() => {
    const all = [...document.querySelectorAll('main:not([aria-busy]) details')];
    const isWhole = all.every((details) => details.open && details.childElementCount > 1);
    all.forEach((details) => { details.open = true; });
    return isWhole && document.querySelector('main:not([aria-busy])');
  });
  await drawn(page);
}

/** Opens the last menu of the frame. */
export const openMore = (page) => page.getByRole('button', { name: /^(Mer|More)$/ }).click();

/** Chooses in the last menu of the frame by the beginning of a row's words. */
export async function more(page, words) {
  await openMore(page);
  await page.locator('.menu-list button').filter({ hasText: new RegExp(`^${words}`) }).click();
}

/** Switches remembering on this computer on or off. */
export async function remember(page, on) {
  assert.equal(await remembers(page), !on);
  await more(page, 'Kom ihåg på den här datorn');
}

/** Whether the page says that it remembers on this computer. */
export async function remembers(page) {
  await openMore(page);
  const checked = await page.getByRole('menuitemcheckbox', { name: /^Kom ihåg/ }).getAttribute('aria-checked');
  await page.keyboard.press('Escape');
  return checked === 'true';
}

/** Compares nuläget with another model, named as in the list. */
export async function compare(page, name) {
  await page.getByRole('button', { name: /^Nuläge jämförs med/ }).click();
  await page.getByRole('menuitemradio', { name: new RegExp(`${name}( |$|\\()`) }).click();
  await drawn(page);
}

/** Opens "Dela", does something there and closes it again. */
export async function inShare(page, act) {
  await page.getByRole('button', { name: 'Dela', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Dela' });
  await dialog.waitFor();
  const found = await act(dialog);
  await dialog.getByRole('button', { name: 'Stäng', exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
  return found;
}

/** Changes to a language, `English` or `Svenska`, and waits for its words. */
export async function speak(page, language) {
  await more(page, language);
  await page.locator(`html[lang=${language === 'English' ? 'en' : 'sv'}]`).waitFor();
  await drawn(page);
}

/** The number field of a label, as it reads in Swedish or English. */
export function field(page, label) {
  return page.getByRole('textbox', { name: label, exact: true });
}

/** Writes a text in a field and leaves it, as a person does. */
export function enter(page, label, text) {
  return whereIs(page, label, async () => {
    await field(page, label).fill(text);
    await field(page, label).blur();
    await drawn(page);
  });
}

/** Pastes into a field. True if the page took the paste; otherwise the browser would put it in the field as text. */
export function paste(page, label, text) {
  return whereIs(page, label, () => pasteInto(page, field(page, label), text));
}

/** The same for a field that is not found by a label. */
export async function pasteInto(page, place, text) {
  const taken = await place.evaluate((input, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    return !input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
  await drawn(page);
  return taken;
}

/** The exact figures of the view in their order on the page, tab by tab. */
export async function figures(page) {
  const read = () => page.locator('[data-value]').evaluateAll((buttons) => buttons.map((button) => button.dataset.value));
  return (await eachTab(page, read)).flat();
}

/** The texts of the view's fields by label, those of its tabs and of its sheet among them. */
export async function fields(page) {
  const read = (inputs) => Object.fromEntries(inputs.map((input) => {
    return [input.getAttribute('aria-label') ?? input.labels[0].textContent, input.value];
  }));
  const here = async () => {
    await editAmounts(page);
    return page.locator('input[type=text]').evaluateAll(read);
  };
  const found = await eachTab(page, here);
  if (await page.locator('button.review').count() > 0) found.unshift(await inSheet(page, here));
  return Object.assign({}, ...found);
}

/** A file of tests/page/data. */
export function data(name) {
  return readFileSync(new URL(`data/${name}`, import.meta.url), 'utf8');
}

/** Everything about the doctors by tab, so that every cross-check has something to show. */
const STAFFING = {
  laget: [
    ['Listade', '8 000'], ['Specialister i allmänmedicin, heltid', '5,0'], ['ST-läkare, heltid', '2'],
    ['Personer med namngiven fast läkare', '5 200'],
  ],
  korskontroll: [
    ['Läkarbesök per person och år', '2'], ['Besök per läkare och dag', '20'], ['Dagar med besök om året', '220'],
    ['Arbetsdagar om året', '179'], ['Arbetstimmar om dagen', '8'], ['Besök, antal om året', '10 000'],
    ['Besök, timmar för varje', '0,25'], ['Allas övriga arbete, andel av tiden, procent', '10'],
  ],
  plan: [
    ['Rekryterade specialister, 2027', '1'], ['Specialister som går i pension, 2029', '1'],
    ['ST-läkare som börjar, 2028', '1'], ['Täckt senast vid utgången av', '2035'],
    ['Kostnad för en heltid om året, kr', '1 200 000'],
  ],
};

/** Three practices of a region with their doctors. */
const PRACTICES = 'Vårdcentral\tListade\tSpecialister\tST-läkare\nNorr\t8000\t5\t2\nSyd\t5500\t4\t2\nVäst\t4200\t1\t1\n';

async function takeInPractices(page) {
  await pasteInto(page, page.locator('#staff-paste'), PRACTICES);
  await page.getByRole('button', { name: /^Ta in 3 / }).click();
}

/** Fills in a practice, its doctors and a weight of the reader's own, so that every view shows all that it can. */
export async function fillIn(page) {
  await show(page, 'practice');
  assert.ok(await paste(page, 'Listade kvinnor 0–4 år', data('listed.tsv')));
  assert.ok(await paste(page, 'Antal med Diabetes, insulinbehandlad', data('affected.tsv')));
  await enter(page, 'Läkemedelskostnad i månaden, kr', '912 345,50');
  await show(page, 'model');
  await enter(page, 'Vikt för Glaukom, mitt scenario', '50');
  await show(page, 'staffing');
  for (const [tab, entries] of Object.entries(STAFFING)) {
    await showTab(page, 'staffing', tab);
    await unfold(page);
    for (const [label, text] of entries) await enter(page, label, text);
  }
  await showTab(page, 'staffing', 'region');
  await takeInPractices(page);
  await showTab(page, 'staffing', 'laget');
}
