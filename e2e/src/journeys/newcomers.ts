import { strictEqual } from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { addPerson, choosePerson } from '../support/group-steps.ts';
import type { Journey } from '../support/journey.ts';
import { lookAt } from '../support/look-at.ts';
import { drawPhoto } from '../support/photo.ts';
import {
  acceptRequest,
  composerOf,
  expectMessage,
  openConversation,
  requestRow,
  say,
  signUp,
  writeTo,
} from '../support/steps.ts';

const BEFORE = ['The gate sticks', 'Bring oil on Saturday'] as const;
const LONG_NAME = 'Neighbours of the allotment behind the old railway yard, second gate';

/** Three people are asked into a group, each with another choice of what they may read. */
export const newcomers: Journey = {
  name: 'each newcomer sees what a group is before they join, and reads what was chosen for them',
  async run(stage) {
    const { url } = stage.server;
    const enter = async (name: string, username: string): Promise<Page> => {
      const { page } = await stage.open(await stage.newProfile(username));
      await signUp(page, { name, username });
      return page;
    };
    const mira = await enter('Mira Kovac', 'mira');
    const jonas = await enter('Jonas Weber', 'jonas');
    const nora = await enter('Nora Lind', 'nora');
    const lena = await enter('Lena Novak', 'lena');
    const paul = await enter('Paul Arendt', 'paul');
    const olga = await enter('Olga Stein', 'olga');

    // Lena and Jonas know each other: each is the other's contact.
    await writeTo(lena, 'jonas');
    await say(lena, 'Lena here, from the pump');
    await acceptRequest(jonas, 'Lena Novak');
    await makeGroup(mira, 'Garden', ['jonas', 'olga']);
    await describe(mira, 'Saturdays at ten.\nBring gloves, we have the rest.');
    await acceptRequest(jonas, 'Mira Kovac');
    for (const text of BEFORE) await say(mira, text);
    await expectMessage(jonas, BEFORE[1]);

    // What it is, how many are in it, whom Lena knows there, who asks, and what she would read.
    await addPerson(mira, 'lena', 'Nothing');
    await openRequest(lena, 'Mira Kovac');
    await lena.getByText(/You know .?Jonas Weber.? there/).waitFor();
    await lena.getByText('You will see messages from this invitation on').waitFor();
    await lena.getByText('Group · 2 people').waitFor();
    await lena.getByText('Bring gloves, we have the rest.').waitFor();
    await lookAt(lena, 'group-request');
    await accept(lena);
    await addPerson(mira, 'nora', 'From today');
    await openRequest(nora, 'Mira Kovac');
    await nora.getByText('You will see messages from today on').waitFor();
    await nora.getByText('Nobody there is one of your contacts').waitFor();
    await accept(nora);
    await addPerson(mira, 'paul', 'Everything');
    await openRequest(paul, 'Mira Kovac');
    await paul.getByText('You will see all messages from before').waitFor();
    await accept(paul);

    // Each reads just that.
    for (const page of [nora, paul]) {
      for (const text of BEFORE) await expectMessage(page, text);
    }
    await say(mira, 'Welcome, all three');
    for (const page of [lena, nora, paul]) await expectMessage(page, 'Welcome, all three');
    for (const text of BEFORE) strictEqual(await lena.getByText(text).count(), 0);

    // Everybody sees in the list of people who is there.
    const people = mira.getByRole('region', { name: 'People' });
    await people.getByRole('button', { name: /Jonas Weber.*Active now/ }).waitFor();
    await lookAt(mira, 'group-presence');

    // A contact who is added is in at once, which one line says.
    await lena.goto(url);
    await makeGroup(lena, LONG_NAME, ['paul', 'olga']);
    await addPerson(lena, 'jonas', 'Nothing');
    await openConversation(jonas, LONG_NAME);
    await lena.getByText(/You added .?Jonas Weber/).waitFor();
    await say(jonas, 'Here already');
    await expectMessage(lena, 'Here already');
    strictEqual(await lena.getByText(/Jonas Weber.? joined\./).count(), 0);

    // Without a photo or a description, with a long name.
    await olga.goto(url);
    await openRequest(olga, 'Lena Novak');
    await olga.getByText('Group · 2 people').waitFor();
    await lookAt(olga, 'group-request-bare');
  },
};

async function makeGroup(page: Page, name: string, usernames: readonly string[]): Promise<void> {
  await page.getByRole('link', { name: 'New message' }).first().click();
  for (const username of usernames) await choosePerson(page, username);
  await page.getByRole('button', { name: /^Continue with/ }).click();
  await page.getByLabel('Name').fill(name);
  await page.getByRole('button', { name: 'Start group' }).click();
  await composerOf(page).waitFor();
}

/** Gives the open group a photo and a description. */
async function describe(page: Page, description: string): Promise<void> {
  const photo = await drawPhoto(page);
  await page.getByRole('button', { name: 'Show details' }).click();
  await page.getByRole('button', { name: 'Edit group' }).click();
  const file = { name: 'garden.jpg', mimeType: 'image/jpeg', buffer: photo.bytes };
  await page.getByLabel('Group photo').setInputFiles(file);
  await page.getByRole('button', { name: 'Change photo' }).waitFor();
  await page.getByLabel('Description').fill(description);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

async function openRequest(page: Page, from: string): Promise<void> {
  await page
    .getByRole('link', { name: /Requests/ })
    .first()
    .click();
  await requestRow(page, from).click();
}

async function accept(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Accept' }).click();
  await composerOf(page).waitFor();
}
