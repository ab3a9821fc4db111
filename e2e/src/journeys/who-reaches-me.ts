import { strictEqual } from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { filesWith } from '../support/find-bytes.ts';
import type { Journey } from '../support/journey.ts';
import { signUpAll } from '../support/newcomers.ts';
import {
  acceptRequest,
  composerOf,
  conversationRow,
  expectDelivery,
  expectMessage,
  openConversation,
  requestRow,
  say,
  signUp,
  startWith,
  until,
  writeTo,
} from '../support/steps.ts';

// Names stand between marks that keep their direction to themselves.
const AWAITS = /You can write more once .?Mira Kovac.? accepts\./;
const NICKNAME = 'Jo from the market';
const NOTE = 'Allergic to apricots';

/** Three people: what a request shows and tells, a deleted one, a link past it, a block. */
export const whoReachesMe: Journey = {
  name: 'a stranger asks, is read, put away and comes back by a link; somebody known is blocked',
  async run(stage) {
    const { server } = stage;
    const { mira, jonas, noor } = await signUpAll(stage, 'mira', 'jonas', 'noor');

    // A request has three messages, and is read before it is answered.
    await writeTo(noor, 'mira');
    for (const text of ['Hello Mira', 'We met at the fair', 'Do you still bake']) {
      await say(noor, text);
    }
    await noor.getByText(AWAITS).waitFor();
    strictEqual(await composerOf(noor).count(), 0);
    await mira.goto(`${server.url}/requests`);
    await requestRow(mira, 'Noor Haddad').click();
    await mira.getByText('Do you still bake').last().waitFor();
    await mira.getByRole('button', { name: 'Accept' }).waitFor();
    await expectDelivery(noor, 'Do you still bake', 'Sent');

    // Put away without a word: it is gone here, and goes on waiting there, also after a reload.
    await mira.getByRole('button', { name: 'Delete' }).click();
    await mira
      .getByRole('dialog')
      .getByRole('button', { name: /Delete/ })
      .click();
    await mira.getByText('No one is waiting for an answer').waitFor();
    await mira.reload();
    await mira.getByText('No one is waiting for an answer').waitFor();
    await noor.reload();
    await noor.getByText(AWAITS).waitFor();
    await expectDelivery(noor, 'Do you still bake', 'Sent');

    // Somebody who is accepted is a contact: with a nickname and a note nobody else can read.
    await writeTo(jonas, 'mira');
    await say(jonas, 'Bread on Saturday?');
    await mira.goto(server.url);
    await acceptRequest(mira, 'Jonas Weber');
    await expectMessage(mira, 'Bread on Saturday?');
    await mira.goto(`${server.url}/u/jonas`);
    await mira.getByRole('button', { name: 'Remove from contacts' }).waitFor();
    await mira.getByRole('button', { name: 'Add', exact: true }).click();
    await mira.getByRole('textbox', { name: 'Nickname' }).fill(NICKNAME);
    await mira.getByRole('textbox', { name: 'Note' }).fill(NOTE);
    await mira.getByRole('button', { name: 'Save' }).click();
    await mira.getByRole('dialog').waitFor({ state: 'detached' });
    await mira.getByText(NOTE).waitFor();
    await mira.goto(server.url);
    await conversationRow(mira, NICKNAME).waitFor();

    // A contact link leads past the request, also past one that was put away.
    const address = await createLink(mira, server.url, 'Conference card');
    await noor.goto(address);
    await noor.getByRole('button', { name: /^Message .?Mira Kovac/ }).click();
    await composerOf(noor).waitFor();
    await say(noor, 'Found your card');
    await mira.goto(server.url);
    await openConversation(mira, 'Noor Haddad');
    for (const text of ['Hello Mira', 'Found your card']) await expectMessage(mira, text);
    await mira.goto(`${server.url}/u/noor`);
    await mira
      .getByText(/Conference card/)
      .first()
      .waitFor();
    await noor.goto(address);
    await noor.getByText('This link does not work').waitFor();
    await noor.goto(server.url);
    await openConversation(noor, 'Mira Kovac');

    // Blocked, nothing of theirs arrives, and they see nothing of it.
    await mira.goto(`${server.url}/u/jonas`);
    await mira.getByRole('button', { name: 'Block', exact: true }).click();
    await mira.getByRole('dialog').getByRole('button', { name: 'Block' }).click();
    await mira.getByRole('button', { name: 'Unblock' }).first().waitFor();
    await say(jonas, 'Are you there');
    await expectDelivery(jonas, 'Are you there', 'Sent');
    await say(noor, 'One more thing');
    await mira.goto(server.url);
    await conversationRow(mira, 'Noor Haddad').getByText('One more thing').waitFor();
    strictEqual(await mira.getByText('Are you there').count(), 0);
    await mira.goto(`${server.url}/u/jonas`);
    await mira.getByRole('button', { name: 'Unblock' }).first().click();
    await mira.getByRole('button', { name: 'Block', exact: true }).waitFor();

    // Strangers can be refused outright, and are told so.
    await mira.goto(`${server.url}/settings/reach`);
    await mira.getByLabel('Everybody else').selectOption({ label: 'Refused' });
    const lena = (await stage.open(await stage.newProfile('lena'))).page;
    await signUp(lena, { name: 'Lena Novak', username: 'lena' });
    await startWith(lena, 'mira');
    await lena.getByText('This person does not take requests from you.').first().waitFor();

    const needles = [NICKNAME, NOTE].map((text) => Buffer.from(text));
    await until('the notes to be written', async () => {
      const written = await filesWith(server.dataDir, [Buffer.from('app.sotto.people_notes')]);
      return written.length > 0;
    });
    strictEqual((await filesWith(server.dataDir, needles)).join(), '');
  },
};

async function createLink(page: Page, url: string, label: string): Promise<string> {
  await page.goto(`${url}/settings/links`);
  await page.getByRole('button', { name: 'New link' }).click();
  await page.getByLabel('Where you will use it').fill(label);
  await page.getByLabel('For', { exact: true }).selectOption({ label: '1 person' });
  await page.getByRole('button', { name: 'Create link' }).click();
  const shown = page.getByText(/\/hi\/[\w-]+/).first();
  await shown.waitFor();
  const [path] = /\/hi\/[\w-]+/.exec(await shown.innerText()) ?? [];
  return `${url}${path ?? ''}`;
}
