import { deepStrictEqual, strictEqual } from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expectAccessible } from '../../support/accessibility.ts';
import { DESKTOP, PHONE } from '../../support/browser.ts';
import { SCREENSHOTS, type Journey } from '../../support/journey.ts';
import { signUpAll } from '../../support/newcomers.ts';
import { keepLinksHere, openedIn } from '../../support/kept-links.ts';
import {
  acceptRequest,
  expectMessage,
  openConversation,
  requestRow,
  say,
  signUp,
  until,
  writeTo,
} from '../../support/steps.ts';

const CARDS = 'Could you buy two Steam cards and send me the codes?';
const LINK = 'https://www.paypa1.com/secure';
const TRAP = `Your refund waits at ${LINK}`;
const HARMLESS = 'The plums are ripe, come by on Sunday';

/** Three people: what is warned of, of whom, and what leaves the device because of it. */
export const scamShield: Journey = {
  name: 'a stranger’s scam is named for what it is, a friend’s words are not, and nothing is told',
  async run(stage) {
    const { server } = stage;
    const { mira, jonas } = await signUpAll(stage, 'mira', 'jonas');
    const stranger = (await stage.open(await stage.newProfile('stranger'))).page;
    await signUp(stranger, { name: 'Jоnаs Wеbеr', username: 'jonas_weber2' });
    const elsewhere = requestsElsewhere(mira, server.url);
    await mira.addInitScript(keepLinksHere);

    // Somebody Mira wrote to herself is a friend, whatever they ask for.
    await writeTo(mira, 'jonas');
    await say(mira, HARMLESS);
    await jonas.goto(server.url);
    await acceptRequest(jonas, 'Mira Kovac');
    await expectMessage(jonas, HARMLESS);
    await say(jonas, CARDS);
    await expectMessage(mira, CARDS);
    await mira.goto(`${server.url}/u/jonas`);
    await addContact(mira);

    // A stranger with his name: the request says so, and what they ask for.
    await writeTo(stranger, 'mira');
    await say(stranger, CARDS);
    await mira.goto(`${server.url}/requests`);
    await requestRow(mira, 'Jоnаs Wеbеr').click();
    await warningIn(mira, /Same name as .?Jonas Weber.?, but a different account\./).waitFor();
    await mira.getByText(/Asks for gift cards or vouchers/).waitFor();
    await mira.getByRole('button', { name: 'Why?' }).click();
    await mira.getByText(/“.?Steam cards.?”/).waitFor();
    await photograph(mira, 'scam-request');
    await mira.getByRole('button', { name: 'Accept' }).click();

    // Accepted, they are new all the same.
    await expectMessage(mira, CARDS);
    await mira.getByRole('status').filter({ hasText: 'but a different account' }).waitFor();
    await warningIn(mira, /Asks for gift cards or vouchers/).waitFor();
    await say(stranger, TRAP);
    await expectMessage(mira, TRAP);
    await warningIn(mira, /www\.paypa1\.com looks like paypal\.com, but is not theirs\./).waitFor();
    await photograph(mira, 'scam-warning');
    await mira.getByRole('button', { name: 'Hide' }).first().click();
    await until('the first warning to be put away', async () => {
      return (await mira.getByText(/Asks for gift cards/).count()) === 0;
    });

    // Their link is asked about before it opens.
    await mira.getByRole('link', { name: LINK, exact: true }).click();
    const dialog = mira.getByRole('dialog', { name: 'Open this link?' });
    await dialog.getByText('www.paypa1.com', { exact: true }).waitFor();
    await dialog.getByText(/looks like paypal\.com/).waitFor();
    await photograph(mira, 'link-dialog');
    await dialog.getByRole('button', { name: 'Go back' }).click();
    await dialog.waitFor({ state: 'hidden' });
    strictEqual(await openedIn(mira), null);

    // Not again for this person, on this device and after a reload.
    await mira.getByRole('link', { name: LINK, exact: true }).click();
    await dialog.getByLabel(/Don’t ask again for/).check();
    await dialog.getByRole('link', { name: 'Open' }).click();
    await expectOpened(mira);
    await mira.reload();
    await expectMessage(mira, TRAP);
    await warningIn(mira, /looks like paypal\.com/).waitFor();
    await mira.getByRole('link', { name: LINK, exact: true }).click();
    await expectOpened(mira);

    // A friend's words get none, and a friend's link only if it disguises itself.
    await mira.goto(server.url);
    await openConversation(mira, 'Jonas Weber');
    await expectMessage(mira, CARDS);
    await say(jonas, TRAP);
    await warningIn(mira, /looks like paypal\.com/).waitFor();
    strictEqual(await mira.getByText(/Asks for gift cards/).count(), 0);
    strictEqual(await mira.getByText(/a different account/).count(), 0);

    // Switched off, it is silent.
    await mira.goto(`${server.url}/settings/shield`);
    await mira.getByRole('switch', { name: 'Warn me of scams' }).click();
    await mira.getByRole('switch', { name: 'Warn me of scams', checked: false }).waitFor();
    await mira.reload();
    await mira.getByRole('switch', { name: 'Warn me of scams', checked: false }).waitFor();

    deepStrictEqual(elsewhere, []);
  },
};

function warningIn(page: Page, words: RegExp) {
  return page.getByRole('complementary', { name: 'Be careful' }).filter({ hasText: words });
}

async function addContact(page: Page): Promise<void> {
  const add = page.getByRole('button', { name: 'Add to contacts' });
  const remove = page.getByRole('button', { name: 'Remove from contacts' });
  await add.or(remove).first().waitFor();
  if ((await add.count()) > 0) await add.click();
  await remove.waitFor();
}

/** Every address a page asks for that is not the server's own, or names what was written. */
function requestsElsewhere(page: Page, own: string): readonly string[] {
  const found: string[] = [];
  page.on('request', (request) => {
    const url = request.url();
    const told = `${url} ${request.postData() ?? ''}`;
    if (!/^(?:blob|data):/.test(url) && (!url.startsWith(own) || /paypa|Steam/i.test(told))) {
      found.push(url);
    }
  });
  return found;
}

async function expectOpened(page: Page): Promise<void> {
  await until('the link to open', async () => (await openedIn(page)) === LINK);
}

/** On a desktop by day and on a phone by night, for the guide and for axe. */
async function photograph(page: Page, name: string): Promise<void> {
  await mkdir(SCREENSHOTS, { recursive: true });
  for (const [viewport, colorScheme, look] of [
    [PHONE, 'dark', 'phone'],
    [DESKTOP, 'light', 'desktop'],
  ] as const) {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.screenshot({
      animations: 'disabled',
      path: join(SCREENSHOTS, `${name}-${look}.png`),
    });
    await expectAccessible(page, `${name} (${look})`);
  }
}
