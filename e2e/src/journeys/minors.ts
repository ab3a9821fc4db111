import { strictEqual } from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { expectAccessible } from '../support/accessibility.ts';
import { startGroup } from '../support/group-steps.ts';
import type { Journey } from '../support/journey.ts';
import { drawPhoto } from '../support/photo.ts';
import {
  acceptRequest,
  composerOf,
  conversationRow,
  expectMessage,
  openConversation,
  requestRow,
  say,
  signUp,
  until,
  writeTo,
} from '../support/steps.ts';

const WITHHELD = 'Photos from people you don’t follow are not shown';
/** The first look at a photo fetches and warms up a model, without a graphics card. */
const LOOK_MS_MAX = 180_000;

/** Three people: one is fourteen. A stranger, a friend, and a group of all three. */
export const minors: Journey = {
  name: 'a minor is not reached by a stranger, not shown their photos, and looks at others first',
  settings: { SOTTO_MINORS: 'ask' },
  async run(stage) {
    const { server } = stage;
    const mira = (await stage.open(await stage.newProfile('mira'))).page;
    const jonas = (await stage.open(await stage.newProfile('jonas'))).page;
    const noor = (await stage.open(await stage.newProfile('noor'))).page;
    const thisYear = new Date().getUTCFullYear();
    const grown = { month: 'May', year: '1990' };
    await refuseWithoutMonth(mira);
    await signUp(mira, {
      name: 'Mira Kovac',
      username: 'mira',
      born: { month: 'May', year: String(thisYear - 14) },
    });
    await signUp(jonas, { name: 'Jonas Weber', username: 'jonas', born: grown });
    await signUp(noor, { name: 'Noor Haddad', username: 'noor', born: grown });

    // To the stranger it is a request like any other. To the minor it is nothing.
    await writeTo(noor, 'mira');
    for (const text of ['Hello', 'Are you there', 'I know your brother']) await say(noor, text);
    await noor.getByText(/You can write more once .?Mira Kovac.? accepts\./).waitFor();

    // Whom they write to themselves, and who answers, is a contact.
    await writeTo(mira, 'jonas');
    await say(mira, 'Is training on?');
    await acceptRequest(jonas, 'Mira Kovac');
    await say(jonas, 'At six');
    await expectMessage(mira, 'At six');
    await sendPhoto(jonas);
    await photoOf(mira, 'Jonas').waitFor();
    await mira.goto(`${server.url}/requests`);
    await mira.getByText('No one is waiting for an answer').waitFor();

    // A group the contact makes, with the stranger in it: words, but no photos.
    await openNewGroup(jonas, ['mira', 'noor']);
    await say(jonas, 'Welcome both');
    await noor.goto(`${server.url}/requests`);
    await requestRow(noor, 'Jonas Weber').click();
    await noor.getByRole('button', { name: /^(Accept|Join)/ }).click();
    await composerOf(noor).waitFor();
    await say(noor, 'Hi all');
    await sendPhoto(noor);
    await mira.goto(server.url);
    await openGroup(mira);
    await expectMessage(mira, 'Hi all');
    await mira.getByText(WITHHELD).waitFor();
    strictEqual(await photoOf(mira, 'Noor').count(), 0);
    await expectAccessible(mira, 'A group with a photo that is not shown');
    const group = mira.url();

    // Followed, the photo is fetched, looked at on the device, and shown because it is harmless.
    await mira.goto(`${server.url}/u/noor`);
    await mira.getByRole('button', { name: 'Follow', exact: true }).click();
    await mira.getByRole('button', { name: 'Unfollow' }).waitFor();
    await mira.goto(group);
    await photoOf(mira, 'Noor').waitFor({ timeout: LOOK_MS_MAX });
    strictEqual(await mira.getByText(WITHHELD).count(), 0);

    // What was asked before is a request now; and nothing of this can be switched off.
    await mira.goto(`${server.url}/requests`);
    await requestRow(mira, 'Noor Haddad').click();
    await mira.getByText('I know your brother').last().waitFor();
    await mira.goto(`${server.url}/settings/privacy`);
    const blur = mira.getByRole('switch', { name: 'Blur sensitive photos' });
    await until('the blurring to be on', () => blur.isChecked());
    strictEqual(await blur.isDisabled(), true);
    await mira.goto(`${server.url}/settings/reach`);
    await mira.getByText(/nobody but these can reach you/).waitFor();
    strictEqual(await mira.getByLabel('Everybody else').count(), 0);

    // Whoever is of age may switch it on.
    await jonas.goto(`${server.url}/settings/privacy`);
    const own = jonas.getByRole('switch', { name: 'Blur sensitive photos' });
    await own.click();
    await until('the blurring to be switched on', () => own.isChecked());
    await jonas.goto(server.url);
    await openGroup(jonas);
    await photoOf(jonas, 'Noor').waitFor({ timeout: LOOK_MS_MAX });
  },
};

async function refuseWithoutMonth(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Create an account' }).click();
  await page.getByLabel('Your name').fill('Mira Kovac');
  await page.getByRole('textbox', { name: 'Password' }).fill('a quiet evening in the garden');
  await page.getByRole('button', { name: 'Create account' }).click();
  await page.getByText('Choose the month and the year you were born in.').waitFor();
  await page.goBack();
}

async function sendPhoto(page: Page): Promise<void> {
  const { bytes } = await drawPhoto(page);
  const file = { name: 'sunset.jpg', mimeType: 'image/jpeg', buffer: bytes };
  await page.locator('input[type=file]').setInputFiles(file);
  await composerOf(page).press('Enter');
  await page.getByRole('button', { name: /^Open photo/ }).waitFor();
}

/** Their photo, shown, and to be opened. */
function photoOf(page: Page, name: string): Locator {
  return page.getByRole('button', { name: new RegExp(`^Open photo from .?${name}`) });
}

async function openNewGroup(page: Page, usernames: readonly string[]): Promise<void> {
  await page.getByRole('link', { name: 'New message' }).first().click();
  await startGroup(page, usernames);
  await composerOf(page).waitFor();
}

/** The row that names both of the others. */
async function openGroup(page: Page): Promise<void> {
  await conversationRow(page, 'Noor').waitFor();
  await openConversation(page, 'Noor');
}
