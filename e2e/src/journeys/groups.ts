import { strictEqual } from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { Journey } from '../support/journey.ts';
import { signUpAll } from '../support/newcomers.ts';
import { addPerson, makeGroupLink, openMember, showDetails } from '../support/group-steps.ts';
import {
  acceptRequest,
  composerOf,
  conversationRow,
  expectMessage,
  openConversation,
  say,
  writeTo,
} from '../support/steps.ts';

// Names stand between marks that keep their direction to themselves.
const ADDED = /added .?Nora Lind.?\. .?Nora Lind.? can read the last 50 messages before this\./;

/** Four people: two become three, one comes by a link, one leaves quietly, one is removed for good. */
export const groups: Journey = {
  name: 'a conversation of two grows, is looked after, joined by a link, left and read no more',
  async run(stage) {
    const { server } = stage;
    const { mira, jonas, nora, lena } = await signUpAll(stage, 'mira', 'jonas', 'nora', 'lena');
    await writeTo(mira, 'jonas');
    await say(mira, 'The garden opens on Saturday');
    await acceptRequest(jonas, 'Mira Kovac');
    await say(jonas, 'I bring the chairs');
    await expectMessage(mira, 'I bring the chairs');

    // Somebody is added with what was said last. Everybody sees that, also who has the page open.
    await addPerson(mira, 'nora', 'The last 50 messages');
    await acceptRequest(nora, 'Mira Kovac');
    for (const text of ['The garden opens on Saturday', 'I bring the chairs']) {
      await expectMessage(nora, text);
    }
    for (const page of [mira, jonas]) await page.getByText(ADDED).waitFor();
    await say(nora, 'And I the cake');
    for (const page of [mira, jonas]) await expectMessage(page, 'And I the cake');

    // The two still have a conversation of their own: a new one.
    const grown = new URL(jonas.url()).pathname;
    await jonas.goto(`${server.url}/u/mira`);
    await jonas.getByRole('button', { name: 'Message', exact: true }).click();
    await composerOf(jonas).waitFor();
    strictEqual(new URL(jonas.url()).pathname === grown, false);
    await jonas.goto(`${server.url}${grown}`);
    await composerOf(jonas).waitFor();

    // It is given a name, and somebody who looks after it.
    await mira.getByRole('button', { name: 'Edit group' }).click();
    await mira.getByLabel('Name').fill('Garden');
    await mira.getByLabel('Description').fill('Saturdays at ten.');
    await mira.getByRole('button', { name: 'Save' }).click();
    await jonas.getByRole('heading', { name: 'Garden' }).first().waitFor();
    await openMember(mira, /Nora Lind/);
    await mira.getByRole('dialog').getByLabel('Role').selectOption({ label: 'Moderator' });
    await nora.getByText(/Mira Kovac.? made you a moderator\./).waitFor();
    await mira.keyboard.press('Escape');

    // A stranger comes by a link, and is let in by the moderator; what was said before stays closed.
    await mira.getByRole('switch', { name: 'Join approval' }).click();
    await mira.getByText('You turned join approval on.').waitFor();
    const address = await makeGroupLink(mira, server.url, 'Poster');
    await lena.goto(address);
    await lena.getByRole('heading', { name: 'Garden' }).waitFor();
    await lena.getByLabel('A sentence about you').fill('I live next door');
    await lena.getByRole('button', { name: 'Ask to join' }).click();
    await lena.getByText('You have asked to join').waitFor();
    await showDetails(nora);
    await nora.getByText('I live next door').last().waitFor();
    await nora.getByRole('button', { name: /^Let in .?Lena Novak/ }).click();
    await lena.getByRole('button', { name: 'Open', exact: true }).click();
    await composerOf(lena).waitFor();
    await say(mira, 'Welcome, neighbour');
    await expectMessage(lena, 'Welcome, neighbour');
    strictEqual(await lena.getByText('I bring the chairs').count(), 0);

    // In slow mode a member waits and is told how long; who looks after the group need not.
    await mira.getByLabel('Slow mode').selectOption({ label: 'Every 30 seconds' });
    await lena.getByText(/turned slow mode on: a message every 30 seconds\./).waitFor();
    await say(lena, 'Glad to be here');
    await lena.getByText(/you can write again in 0:\d\d/).waitFor();
    await expectMessage(mira, 'Glad to be here');
    await say(nora, 'One');
    await say(nora, 'Two');
    await mira.getByLabel('Slow mode').selectOption({ label: 'Off' });
    await lena.getByText(/you can write again/).waitFor({ state: 'detached' });

    // Whoever leaves quietly is seen to leave by those who look after the group only.
    await leaveQuietly(nora);
    await mira.getByText(/Nora Lind.? left\./).waitFor();
    await say(mira, 'Who waters the beans');
    await expectMessage(lena, 'Who waters the beans');
    strictEqual(await lena.getByText(/Nora Lind.? left\./).count(), 0);

    // Removed for good, with a reason: nothing more arrives, and no link leads back.
    await openMember(mira, /Lena Novak/);
    await mira.getByRole('button', { name: 'Remove for good' }).click();
    await mira.getByLabel('Reason').fill('Sold my beans');
    await mira
      .getByRole('dialog', { name: /for good/ })
      .getByRole('button', { name: 'Remove for good' })
      .click();
    await jonas.getByText(/removed .?Lena Novak.? for good: “Sold my beans”/).waitFor();
    await say(mira, 'Just us again');
    await expectMessage(jonas, 'Just us again');
    await conversationRow(lena, 'Garden').waitFor({ state: 'detached' });
    await lena.goto(address);
    await lena.getByText('This link does not work').waitFor();
    strictEqual(await lena.getByText('Just us again').count(), 0);
    await jonas.goto(address);
    await jonas.getByText('You are in this group.').waitFor();
    await jonas.goto(server.url);
    await openConversation(jonas, 'Garden');
  },
};

async function leaveQuietly(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Leave group' }).last().click();
  await page.getByLabel('Leave without telling everyone').check();
  await page.getByRole('dialog').getByRole('button', { name: 'Leave', exact: true }).click();
  await conversationRow(page, 'Garden').waitFor({ state: 'detached' });
}
