// The ten questions of a room: each is answered in at most four actions, in the first screen of a laptop, with the mouse
// and with the keyboard. An action is a press, a text typed, or a key; with the keyboard Tab to a control belongs to it.
import test, { describe } from 'node:test';
import assert from 'node:assert/strict';
import { drawn, openView } from './harness.mjs';

const MOST_ACTIONS = 4;
const SCREEN = { width: 1366, height: 768 };

/** Counts what is done, and does it with the mouse. */
function mouse(page) {
  const hand = { actions: 0 };
  const act = (what) => async (...given) => {
    hand.actions += 1;
    await what(...given);
    await drawn(page);
  };
  hand.press = act((control) => control.click());
  hand.write = act(async (field, text) => {
    await field.click();
    await field.fill(text);
    await field.blur();
  });
  hand.line = act(async (field, text) => {
    await field.click();
    await field.fill(text);
  });
  return hand;
}

/** The same with the keyboard: what is used must be reached by Tab or a key of its own. */
function keyboard(page) {
  const hand = { actions: 0 };
  const reach = async (control) => {
    await control.waitFor();
    const isReached = () => control.evaluate((element) => element === document.activeElement);
    for (let i = 0; !(await isReached()); i += 1) {
      assert.ok(i < 250, 'Tab does not reach it');
      await page.keyboard.press('Tab');
    }
  };
  const act = (what) => async (...given) => {
    hand.actions += 1;
    await what(...given);
    await drawn(page);
  };
  hand.press = act(async (control) => {
    await control.waitFor();
    // of a row of tabs only the chosen one is a stop, and arrows lead on
    if ((await control.getAttribute('role')) === 'tab') {
      await reach(page.locator('[role=tab][aria-selected=true]'));
      for (let i = 0; (await control.getAttribute('aria-selected')) !== 'true'; i += 1) {
        assert.ok(i < 12, 'no arrow leads to the tab');
        await page.keyboard.press('ArrowRight');
        await drawn(page);
      }
      return;
    }
    await reach(control);
    await page.keyboard.press('Enter');
  });
  hand.write = act(async (field, text) => {
    await reach(field);
    await page.keyboard.press('Control+A');
    await page.keyboard.type(text);
    await page.keyboard.press('Tab');
  });
  hand.line = act(async (field, text) => {
    await reach(field);
    await page.keyboard.type(text);
  });
  return hand;
}

/** The answer is there, and all of it in the first screen. */
async function assertSeen(page, answer) {
  await answer.waitFor();
  await page.waitForFunction((element) => {
    const { top, bottom, left, right } = element.getBoundingClientRect();
    return top >= 0 && left >= 0 && bottom <= innerHeight && right <= innerWidth && bottom > top;
  }, await answer.elementHandle());
}

const to = (page, name) => page.locator('.top nav').getByRole('link', { name });
const heading = (page, words) => page.getByRole('heading', { level: 1 }).filter({ hasText: words });
const drawer = (page) => page.locator('aside.drawer, .drawer').first();

const QUESTIONS = {
  'a woman of 78 with COPD and heart failure': async (page, hand) => {
    const line = page.getByLabel('Skriv en person:');
    await hand.line(line, 'kvinna 78 kol hjärtsvikt');
    await assertSeen(page, page.getByText('214 → 301 kr'));
    await hand.press(page.getByRole('button', { name: 'Lägg till', exact: true }));
    return heading(page, /en kvinna på 78 år med hjärtsvikt och KOL 301\skr i månaden/);
  },
  'what if diabetes counts double': async (page, hand) => {
    await hand.press(page.getByRole('button', { name: 'Ändra modellen' }));
    await hand.line(drawer(page).getByRole('searchbox').or(page.locator('#drawer-search')), 'diabetes');
    await hand.write(drawer(page).getByRole('textbox', { name: /Vikt för Diabetes, insulinbehandlad/ }), '460');
    await hand.write(drawer(page).getByRole('textbox', { name: /Vikt för Diabetes, övriga/ }), '300');
    return heading(page, /Med mitt scenario/);
  },
  'nine thousand listed, mostly old': async (page, hand) => {
    await hand.press(to(page, 'Min vårdcentral'));
    await hand.write(page.getByLabel('Antal listade'), '9000');
    await hand.press(page.getByRole('button', { name: 'Äldre' }));
    return heading(page, /får en vårdcentral ungefär som din .* om året/);
  },
  'Anders moves to us': async (page, hand) => {
    await hand.press(to(page, 'Min vårdcentral'));
    await hand.press(page.getByRole('tab', { name: 'Byt vårdcentral' }));
    await hand.press(page.getByRole('button', { name: 'Som Anders' }));
    return page.getByText(/följer 614 kr i månaden med dem som byter\. I nuläget är det 121 kr\./);
  },
  'why 614': async (page, hand) => {
    await hand.press(page.getByRole('button', { name: /614 kr.*Varför denna siffra/ }));
    return page.locator('dialog.why').getByText('614').first();
  },
  'where does it come from': async (page, hand) => {
    await hand.press(page.getByRole('button', { name: /614 kr.*Varför denna siffra/ }));
    return page.locator('dialog.why').getByText(/Region Skåne/).first();
  },
  'what if the share stays 80 per cent': async (page, hand) => {
    await hand.press(to(page, 'Alla vårdcentraler'));
    await page.locator('.key-figures').waitFor();
    await hand.press(page.getByRole('button', { name: 'Ändra modellen' }));
    await hand.write(drawer(page).getByLabel('Kostnadsansvar i procent'), '80');
    return page.locator('.strip-cells').getByText('Spridning');
  },
  'who gets less': async (page, hand) => {
    await hand.press(to(page, 'Alla vårdcentraler'));
    return page.locator('.extremes .less').first();
  },
  'four specialists and three in training for 8,500': async (page, hand) => {
    await hand.press(to(page, 'Fast läkarkontakt'));
    await hand.write(page.getByLabel('Listade', { exact: true }), '8500');
    await hand.write(page.getByLabel('Specialister i allmänmedicin, heltid'), '4');
    await hand.write(page.getByLabel('ST-läkare, heltid'), '3');
    return heading(page, /räcker till 6.050 av 8.500/);
  },
  'how sure is that': async (page, hand) => {
    await hand.press(to(page, 'Alla vårdcentraler'));
    return page.locator('.key-figures').getByText(/ändringen är .* till .* \(95 %\)/);
  },
};

for (const [name, hand] of Object.entries({ mouse, keyboard })) {
  describe(`with the ${name}`, () => {
    for (const [question, ask] of Object.entries(QUESTIONS)) {
      test(question, async (t) => {
        const page = await openView(t, 'brief', SCREEN);
        const by = hand(page);
        const answer = await ask(page, by);
        await assertSeen(page, answer);
        assert.ok(by.actions <= MOST_ACTIONS, `${by.actions} actions`);
        assert.equal(await page.evaluate(() => scrollY), 0, 'nothing had to be scrolled');
      });
    }
  });
}
