import { strictEqual } from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { expectAccessible } from '../../support/accessibility.ts';
import { PHONE } from '../../support/browser.ts';
import { filesWith } from '../../support/find-bytes.ts';
import type { Journey } from '../../support/journey.ts';
import { signUpAll } from '../../support/newcomers.ts';
import { forgeReport } from '../../support/raw-client.ts';
import {
  acceptRequest,
  expectDelivery,
  expectMessage,
  messageWith,
  openConversation,
  say,
  signUp,
  writeTo,
} from '../../support/steps.ts';

const INSULT = 'You are a thief and everybody knows';
const BEFORE = 'Did you get the parcel';
const AFTER = 'Forget what I wrote';
const REASON = 'She took it back but I read it';
const TO_REPORTER = 'We have suspended the account';
const TO_PERSON = 'Insults are not welcome here';
const APPEAL = 'There was more of it yesterday';

/** An insult that was taken back: reported with its proof, decided, read and appealed. */
export const reports: Journey = {
  name: 'an unsent insult is reported with proof, a forged one refused, a moderator decides, the reporter appeals',
  async run(stage) {
    const { server } = stage;
    const { mira, jonas } = await signUpAll(stage, 'mira', 'jonas');
    const ada = (await stage.open(await stage.newProfile('ada'), { viewport: PHONE })).page;
    await signUp(ada, { name: 'Ada Berg', username: 'ada' });
    await server.runCommand('make-moderator', 'ada');
    await writeTo(mira, 'jonas');
    await say(mira, BEFORE);
    await acceptRequest(jonas, 'Mira Kovac');
    await say(mira, INSULT);
    await expectMessage(jonas, INSULT);
    await expectDelivery(mira, INSULT, 'Read');

    // Taken back, it is gone from the conversation, and can still be shown to moderators.
    await chooseOf(mira, INSULT, 'Unsend');
    await mira.getByRole('dialog').getByRole('button', { name: 'Unsend' }).click();
    await messageWith(jonas, INSULT).waitFor({ state: 'detached' });
    await say(mira, AFTER);
    await expectMessage(jonas, AFTER);
    await chooseOf(jonas, /unsent|removed/i, 'Report');
    const dialog = jonas.getByRole('dialog');
    await dialog.getByRole('radio', { name: 'Harassment' }).check();
    await dialog.getByLabel('In your words').fill(REASON);
    await dialog.getByText(INSULT).waitFor();
    await dialog.getByText('With proof that they wrote it').first().waitFor();
    await expectAccessible(jonas, 'the dialog to report with');
    await dialog.getByRole('button', { name: 'Report', exact: true }).click();
    await jonas.getByText(/^Reported\./).waitFor();
    strictEqual(await messageWith(jonas, INSULT).count(), 0);

    // Words she did not write are refused, however well they are made up.
    strictEqual(await forgeReport(server.url, 'jonas'), '400 APP.SOTTO.PROOF_INVALID');

    // Whoever is no moderator finds no such page; a moderator finds exactly what was reported.
    await jonas.goto(`${server.url}/moderation`);
    await jonas.getByText('There is nothing at this address').waitFor();
    await ada.goto(`${server.url}/moderation`);
    await ada.getByText('Open (1)').waitFor();
    await ada.getByRole('link', { name: /Harassment/ }).click();
    await ada.getByText(INSULT).waitFor();
    await ada.getByText('Proven', { exact: true }).waitFor();
    await ada.getByText(REASON).waitFor();
    for (const text of [BEFORE, AFTER, 'Jonas Weber']) {
      strictEqual(await ada.getByText(text).count(), 0);
    }
    await expectAccessible(ada, 'a report, to a moderator');
    await ada.getByRole('radio', { name: 'Suspend account' }).check();
    await ada.getByLabel('To the person').fill(TO_PERSON);
    await ada.getByLabel('To the reporter').fill(TO_REPORTER);
    await ada.getByRole('button', { name: 'Suspend account' }).click();
    await ada.getByRole('dialog').getByRole('button', { name: 'Suspend account' }).click();
    await ada
      .getByText(/suspended them/)
      .first()
      .waitFor();

    // She can read, and is told; not by whom she was reported.
    await mira.getByText('Your account is suspended. You can read and leave.').waitFor();
    await expectMessage(mira, AFTER);
    await mira.goto(`${server.url}/settings/reports`);
    await mira.getByText(TO_PERSON).waitFor();
    strictEqual(await mira.getByText(TO_REPORTER).count(), 0);

    // The reporter reads what became of it, and asks to look again.
    await jonas.goto(`${server.url}/settings/reports`);
    await jonas.getByText(TO_REPORTER).waitFor();
    await expectAccessible(jonas, 'my reports');
    await jonas.getByRole('button', { name: 'Ask to look again' }).click();
    await jonas.getByLabel('Why', { exact: true }).fill(APPEAL);
    await jonas.getByRole('dialog').getByRole('button', { name: 'Send' }).click();
    await jonas.getByText(/Being looked at again/).waitFor();
    await ada.goto(`${server.url}/moderation`);
    await ada.getByText('Again (1)').click();
    await ada.getByRole('link', { name: /Harassment/ }).click();
    await ada.getByText(APPEAL).waitFor();
    await jonas.goto(server.url);
    await openConversation(jonas, 'Mira Kovac');

    // Of all that was said the server has the reported words, and nothing else.
    const has = (text: string) => filesWith(server.dataDir, [Buffer.from(text)]);
    strictEqual((await has(INSULT)).length > 0, true);
    for (const text of [BEFORE, AFTER]) strictEqual((await has(text)).join(), '');
  },
};

/** Opens the menu of a message and chooses one of its rows. */
async function chooseOf(page: Page, text: string | RegExp, row: string): Promise<void> {
  const message = page.getByRole('article').filter({ hasText: text }).last();
  await message.locator('p').first().click({ button: 'right' });
  await page.getByRole('menuitem', { name: row }).click();
}
