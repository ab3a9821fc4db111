import { strictEqual } from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { Journey } from '../../support/journey.ts';
import {
  acceptRequest,
  expectMessage,
  listOf,
  openConversation,
  PASSWORD,
  say,
  signIn,
  signUp,
  writeTo,
} from '../../support/steps.ts';

const EARLIER = 'Said long before the new phone';

export const recoveryCode: Journey = {
  name: 'a new device reads earlier messages with the recovery code, and a wrong code says so',
  async run(stage) {
    const { code, jonas } = await twoWhoTalk(stage);

    const phone = await stage.open(await stage.newProfile('mira-phone'));
    await signIn(phone.page, 'mira');
    const field = phone.page.getByLabel('Recovery code');
    await field.fill(`EsTR ${'1111 '.repeat(11)}`);
    await phone.page.getByRole('button', { name: 'Open messages' }).click();
    await phone.page
      .getByText(/code/i)
      .filter({ hasText: /not|wrong|check/i })
      .first()
      .waitFor();
    await field.fill(code);
    await phone.page.getByRole('button', { name: 'Open messages' }).click();

    await listOf(phone.page).waitFor();
    await openConversation(phone.page, 'Jonas Weber');
    await expectMessage(phone.page, EARLIER);
    await say(phone.page, 'From the new phone');
    await expectMessage(jonas, 'From the new phone');
    await say(jonas, 'I hear you');
    await expectMessage(phone.page, 'I hear you');
  },
};

export const otherDevice: Journey = {
  name: 'a new device reads earlier messages once another device of mine has approved it',
  async run(stage) {
    const { mira } = await twoWhoTalk(stage);

    const phone = await stage.open(await stage.newProfile('mira-phone'));
    await signIn(phone.page, 'mira');
    await phone.page.getByRole('button', { name: 'Use another device instead' }).click();
    await mira.getByRole('button', { name: 'Yes, it’s me' }).click();
    const matches = [phone.page, mira].map((page) =>
      page.getByRole('button', { name: 'They match' }),
    );
    strictEqual(await picturesOn(phone.page), await picturesOn(mira));
    for (const match of matches) await match.click();

    await listOf(phone.page).waitFor();
    await openConversation(phone.page, 'Jonas Weber');
    await expectMessage(phone.page, EARLIER);
  },
};

export const signedOutElsewhere: Journey = {
  name: 'a device signed out from another one is at the door at once, and has nothing left to read',
  async run(stage) {
    const { code, mira } = await twoWhoTalk(stage);
    const phone = await stage.open(await stage.newProfile('mira-phone'));
    await signIn(phone.page, 'mira');
    await phone.page.getByLabel('Recovery code').fill(code);
    await phone.page.getByRole('button', { name: 'Open messages' }).click();
    await listOf(phone.page).waitFor();

    await mira.goto(`${stage.server.url}/settings/devices`);
    await mira
      .getByRole('button', { name: /^More|options|actions/i })
      .last()
      .click();
    await mira.getByRole('menuitem', { name: 'Sign out' }).click();
    await mira.getByRole('textbox', { name: 'Password' }).fill(PASSWORD);
    await mira.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click();

    await phone.page.getByText('This device was signed out from another one').waitFor();
    const left = await phone.page.evaluate(async () =>
      (await indexedDB.databases()).map(({ name }) => name),
    );
    strictEqual(left.filter((name) => name?.includes('crypto')).join(), '');
  },
};

/** Mira and Jonas, in the middle of a conversation. */
async function twoWhoTalk(
  stage: Parameters<Journey['run']>[0],
): Promise<{ code: string; mira: Page; jonas: Page }> {
  const mira = await stage.open(await stage.newProfile('mira'));
  const jonas = await stage.open(await stage.newProfile('jonas'));
  const code = await signUp(mira.page, { name: 'Mira Kovac', username: 'mira' });
  await signUp(jonas.page, { name: 'Jonas Weber', username: 'jonas' });
  await writeTo(mira.page, 'jonas');
  await say(mira.page, EARLIER);
  await acceptRequest(jonas.page, 'Mira Kovac');
  await expectMessage(jonas.page, EARLIER);
  return { code, mira: mira.page, jonas: jonas.page };
}

async function picturesOn(page: Page): Promise<string> {
  const list = page.getByRole('list', { name: 'Pictures to compare' });
  await list.waitFor();
  return list.innerText();
}
