import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { expectAccessible } from '../../support/accessibility.ts';
import type { Journey } from '../../support/journey.ts';
import {
  composerOf,
  conversationRow,
  messageWith,
  openConversation,
  say,
  signUp,
  writeTo,
} from '../../support/steps.ts';

/** Everything behind a button's dots, a right click or a finger that stays: by mouse, keyboard and touch. */
export const menus: Journey = {
  name: 'menus open by mouse, keyboard and touch, give the focus back, and say if they cannot be fetched',
  async run(stage) {
    const { page } = await stage.open(await stage.newProfile('mira'));
    const jonas = await stage.open(await stage.newProfile('jonas'), { serviceWorkers: 'block' });
    await signUp(page, { name: 'Mira Kovac', username: 'mira' });
    await withoutItsScript(jonas.page);
    await writeTo(page, 'jonas');
    await say(page, 'The apricots are ripe');
    await openConversation(page, 'Jonas Weber');
    await byMouse(page);
    await byKeyboard(page);
    await byRightClick(page);
    await byTouch(page);
    await explained(page);
  },
};

const moreOf = (page: Page) =>
  page.getByRole('main').getByRole('button', { name: 'More', exact: true }).first();
const detailsIn = (page: Page) => page.getByRole('menuitem', { name: 'Show details' });

/** What cannot be fetched is said, and the page stays; the next press tries again. */
async function withoutItsScript(page: Page): Promise<void> {
  const script = '**/assets/floating-*.js';
  // From the beginning: whatever the pointer passes over may fetch it already.
  await page.route(script, (route) => route.abort());
  await signUp(page, { name: 'Jonas Weber', username: 'jonas' });
  await writeTo(page, 'mira');
  await moreOf(page).click();
  await page.getByText('The menu didn’t load').waitFor();
  await composerOf(page).waitFor();
  await page.unroute(script);
  await moreOf(page).click();
  await detailsIn(page).waitFor();
  await page.keyboard.press('Escape');
  await detailsIn(page).waitFor({ state: 'detached' });
}

async function byMouse(page: Page): Promise<void> {
  await moreOf(page).click();
  await detailsIn(page).waitFor();
  await expectAccessible(page, 'an open menu');
  await page.mouse.click(640, 500);
  await detailsIn(page).waitFor({ state: 'detached' });
  await moreOf(page).click();
  await page.keyboard.press('Escape');
  await detailsIn(page).waitFor({ state: 'detached' });
  await expectFocus(page, 'More');
}

async function byKeyboard(page: Page): Promise<void> {
  for (const key of ['Enter', 'ArrowDown']) {
    await moreOf(page).focus();
    await page.keyboard.press(key);
    await detailsIn(page).waitFor();
    await expectFocus(page, 'Show details');
    await page.keyboard.press('Escape');
    await detailsIn(page).waitFor({ state: 'detached' });
    await expectFocus(page, 'More');
  }
}

async function byRightClick(page: Page): Promise<void> {
  const row = conversationRow(page, 'Jonas Weber');
  await row.click({ button: 'right' });
  const menu = page.getByRole('menu');
  await menu.waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Escape');
  await menu.waitFor({ state: 'detached' });
}

async function byTouch(page: Page): Promise<void> {
  const said = messageWith(page, 'The apricots are ripe').getByText('The apricots are ripe');
  const box = await said.boundingBox();
  assert(box);
  const point = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setTouchEmulationEnabled', { enabled: true });
  const touch = (type: 'touchStart' | 'touchEnd') =>
    session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: type === 'touchStart' ? [point] : [],
    });
  await touch('touchStart');
  const copy = page.getByRole('menuitem', { name: 'Copy' });
  await copy.waitFor();
  await touch('touchEnd');
  // Lifting the finger neither chooses nor closes.
  await copy.click();
  await copy.waitFor({ state: 'detached' });
  await page.getByText('Copied').waitFor();
  await session.send('Emulation.setTouchEmulationEnabled', { enabled: false });
  await session.detach();
}

/** What a button means, to the mouse that rests on it and to the keyboard. */
async function explained(page: Page): Promise<void> {
  const words = page.getByText('More', { exact: true });
  await moreOf(page).hover();
  await words.waitFor();
  await page.keyboard.press('Escape');
  await words.waitFor({ state: 'detached' });
}

async function expectFocus(page: Page, name: string): Promise<void> {
  const focused = page.locator(':focus');
  await focused.waitFor();
  const said = await focused.evaluate(
    (element) => element.getAttribute('aria-label') ?? element.textContent,
  );
  assert.equal(said, name);
}
