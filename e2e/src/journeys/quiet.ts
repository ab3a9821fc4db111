import { strictEqual } from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { startGroup } from '../support/group-steps.ts';
import type { Journey, Stage } from '../support/journey.ts';
import {
  acceptRequest,
  composerOf,
  expectDelivery,
  expectMessage,
  listOf,
  messageWith,
  say,
  signIn,
  signUp,
  writeTo,
  until,
} from '../support/steps.ts';
import {
  around,
  choose,
  directRow,
  expectTitle,
  groupRow,
  picture,
  readMarks,
  zoneOfTwoOClock,
} from '../support/quiet-steps.ts';

interface People {
  readonly mira: Page;
  /** Mira’s other device. */
  readonly phone: Page;
  readonly jonas: Page;
  readonly noor: Page;
  readonly url: string;
}

/** Three people and a second device: what is quiet is so everywhere, and nobody is told. */
export const quiet: Journey = {
  name: 'quiet: a muted group, a mark on two devices, reading unseen, no sound at night, an exception',
  async run(stage) {
    const people = await meet(stage);
    await muteGroup(people);
    await markOnTwoDevices(people);
    await readQuietly(people);
    await sendWithoutSound(people);
    await keepQuietHours(people);
    await writeAtNight(people);
    await exceptOne(people);
  },
};

/** Mira talks with Jonas and with Noor, and all three in a group. */
async function meet(stage: Stage): Promise<People> {
  const { url } = stage.server;
  const mira = (await stage.open(await stage.newProfile('mira'))).page;
  const jonas = (await stage.open(await stage.newProfile('jonas'))).page;
  const noor = (await stage.open(await stage.newProfile('noor'))).page;
  const code = await signUp(mira, { name: 'Mira Kovac', username: 'mira' });
  await signUp(jonas, { name: 'Jonas Weber', username: 'jonas' });
  await signUp(noor, { name: 'Noor Haddad', username: 'noor' });
  for (const [page, name] of [
    [jonas, 'Jonas Weber'],
    [noor, 'Noor Haddad'],
  ] as const) {
    await writeTo(page, 'mira');
    await say(page, 'Hello Mira');
    await mira.goto(url);
    await acceptRequest(mira, name);
    await expectMessage(mira, 'Hello Mira');
  }
  await mira.goto(`${url}/new`);
  await startGroup(mira, ['jonas', 'noor']);
  await composerOf(mira).waitFor();
  await say(mira, 'All three of us');
  await openGroup(noor, url);
  await expectMessage(noor, 'All three of us');

  const phone = (await stage.open(await stage.newProfile('phone'))).page;
  await signIn(phone, 'mira');
  await phone.getByLabel('Recovery code').fill(code);
  await phone.getByRole('button', { name: 'Open messages' }).click();
  await listOf(phone).waitFor();
  return { mira, phone, jonas, noor, url };
}

async function openGroup(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.locator('a[href^="/c/"]').filter({ hasText: 'All three of us' }).first().click();
  await composerOf(page).waitFor();
}

async function muteGroup({ mira, phone, noor, url }: People): Promise<void> {
  await mira.goto(url);
  await choose(mira, groupRow(mira), 'Mute…');
  const dialog = mira.getByRole('dialog');
  await dialog.getByLabel('How long').selectOption({ label: 'For 8 hours' });
  await picture(mira, 'quiet-mute');
  await dialog.getByRole('button', { name: 'Mute', exact: true }).click();
  await groupRow(mira).getByTitle('Muted').waitFor();
  await groupRow(phone).getByTitle('Muted').waitFor();

  await say(noor, 'Just talking');
  await groupRow(mira).getByText('Just talking').waitFor();
  await groupRow(mira).getByText('1 unread').waitFor();
  strictEqual(await mira.title(), 'Sotto');

  await say(noor, 'And what do you say, @mira?');
  await expectTitle(mira, '(1) Sotto');
  await picture(mira, 'quiet-muted');
  await groupRow(mira).click();
  await expectMessage(mira, 'And what do you say');
  await mira.goto(url);
  await expectTitle(mira, 'Sotto');
}

async function markOnTwoDevices({ mira, phone, url }: People): Promise<void> {
  await choose(mira, directRow(mira, 'Noor Haddad'), 'Mark as unread');
  const marked = (page: Page) => page.getByText('Marked as unread');
  await marked(mira).waitFor({ state: 'attached' });
  await marked(phone).waitFor({ state: 'attached' });
  await phone.reload();
  await marked(phone).waitFor({ state: 'attached' });
  await mira.reload();
  await marked(mira).waitFor({ state: 'attached' });

  await directRow(phone, 'Noor Haddad').click();
  await composerOf(phone).waitFor();
  await marked(mira).waitFor({ state: 'detached' });
  await phone.goto(url);

  // By keyboard, from within the conversation, which is left.
  await directRow(mira, 'Noor Haddad').click();
  await composerOf(mira).waitFor();
  await mira.keyboard.press('Control+Shift+U');
  await marked(mira).waitFor({ state: 'attached' });
  await choose(mira, directRow(mira, 'Noor Haddad'), 'Mark as read');
  await marked(mira).waitFor({ state: 'detached' });
}

async function readQuietly({ mira, phone, jonas, url }: People): Promise<void> {
  await choose(mira, directRow(mira, 'Jonas Weber'), 'Read quietly');
  await say(jonas, 'Have you read this?');
  await directRow(phone, 'Jonas Weber').getByText('1 unread').waitFor();
  await directRow(mira, 'Jonas Weber').click();
  await expectMessage(mira, 'Have you read this?');
  // Mira’s own devices know that it is read, so the server does.
  await directRow(phone, 'Jonas Weber').getByText('1 unread').waitFor({ state: 'detached' });
  await jonas.reload();
  await expectMessage(jonas, 'Have you read this?');
  strictEqual(await readMarks(jonas, 'Have you read this?'), 0);

  await say(mira, 'Now I have');
  await expectDelivery(jonas, 'Have you read this?', 'Read');
  await mira.goto(url);
  await choose(mira, directRow(mira, 'Jonas Weber'), 'Stop reading quietly');
}

async function sendWithoutSound({ mira, jonas, url }: People): Promise<void> {
  await mira.goto(url);
  await composerOf(jonas).fill('No need to look now');
  await jonas.getByRole('button', { name: 'Send', exact: true }).click({ button: 'right' });
  await jonas.getByRole('menuitem', { name: 'Send without sound' }).click();
  await messageWith(jonas, 'No need to look now')
    .getByText('Sent without sound')
    .waitFor({ state: 'attached' });
  await directRow(mira, 'Jonas Weber').getByText('1 unread').waitFor();
  strictEqual(await mira.title(), 'Sotto');
  await composerOf(jonas).fill('Nor now');
  await composerOf(jonas).press('Control+Shift+Enter');
  await directRow(mira, 'Jonas Weber').getByText('2 unread').waitFor();
  strictEqual(await mira.title(), 'Sotto');
  await directRow(mira, 'Jonas Weber').click();
  for (const text of ['No need to look now', 'Nor now']) {
    await messageWith(mira, text).getByText('Sent without sound').waitFor({ state: 'attached' });
  }
  await mira.goto(url);
}

async function keepQuietHours({ mira, jonas, url }: People): Promise<void> {
  const nowMs = Date.now();
  await mira.goto(`${url}/settings/quiet-hours`);
  const section = mira.getByRole('region', { name: 'Quiet hours' });
  await section.getByLabel('Keep quiet hours').check();
  for (const [label, hours] of [
    ['From', -2],
    ['To', 2],
  ] as const) {
    await section.getByLabel(label).fill(around(nowMs, hours));
    // A page that is left while it saves may not have saved.
    const saved = mira.waitForResponse(
      (response) =>
        response.request().method() === 'PUT' && response.url().includes('app.sotto.quiet_hours'),
    );
    await section.getByLabel(label).blur();
    await saved;
  }
  await section.getByText(/Europe\/Berlin/).waitFor();
  await picture(mira, 'quiet-hours');
  await mira.reload();
  // What was kept here is shown first, and what the server has a moment later.
  await until('the hours that were saved', async () => {
    const shown = await section.getByLabel('To').inputValue();
    return shown === around(nowMs, 2);
  });

  await mira.goto(url);
  await say(jonas, 'Late again');
  await directRow(mira, 'Jonas Weber').getByText('1 unread').waitFor();
  strictEqual(await mira.title(), 'Sotto');
  await mira.goto(`${url}/settings/quiet-hours`);
  await section.getByLabel('Keep quiet hours').uncheck();
  await expectTitle(mira, '(1) Settings – Sotto');
}

async function writeAtNight({ mira, jonas, url }: People): Promise<void> {
  await mira.goto(`${url}/settings/profile`);
  await mira.getByLabel('Time zone').fill(zoneOfTwoOClock(Date.now()));
  await mira.getByRole('button', { name: 'Save' }).click();
  await mira.getByRole('button', { name: 'Save' }).waitFor({ state: 'detached' });
  await jonas.reload();
  await jonas.getByText(/It is 0[23]:\d\d for .?Mira Kovac/).waitFor();
  await composerOf(jonas).fill('For when you wake');
  await picture(jonas, 'quiet-night');
  await jonas.getByRole('button', { name: 'Send without sound' }).click();
  await messageWith(jonas, 'For when you wake')
    .getByText('Sent without sound')
    .waitFor({ state: 'attached' });
}

async function exceptOne({ mira, jonas, noor, url }: People): Promise<void> {
  await mira.goto(`${url}/u/jonas`);
  await mira.getByRole('button', { name: 'What they see, and how they reach you' }).click();
  const dialog = mira.getByRole('dialog');
  await dialog.getByLabel('Read receipts').selectOption({ label: 'Hidden' });
  await dialog.getByLabel('Their first message').selectOption({ label: 'As a request' });
  await picture(mira, 'quiet-exception');
  await dialog.getByRole('button', { name: 'Done' }).click();
  await mira.getByText('Hidden: read receipts. First message: as a request.').waitFor();

  // Jonas is not shown what Noor is.
  await noor.goto(url);
  await directRow(noor, 'Mira Kovac').click();
  await composerOf(noor).waitFor();
  await say(jonas, 'Read by you');
  await say(noor, 'Read by you too');
  await mira.goto(url);
  await directRow(mira, 'Jonas Weber').click();
  await expectMessage(mira, 'Read by you');
  await directRow(mira, 'Noor Haddad').click();
  await expectMessage(mira, 'Read by you too');
  await expectDelivery(noor, 'Read by you too', 'Read');
  await jonas.reload();
  await expectMessage(jonas, 'Read by you');
  strictEqual(await readMarks(jonas, 'Read by you'), 0);

  await mira.goto(`${url}/settings/exceptions`);
  await picture(mira, 'quiet-exceptions');
  await mira.getByRole('button', { name: /Remove the exceptions for/ }).click();
  await mira.getByText('The same for everybody.').waitFor();
  await say(jonas, 'And now');
  await mira.goto(url);
  await directRow(mira, 'Jonas Weber').click();
  await expectMessage(mira, 'And now');
  await expectDelivery(jonas, 'And now', 'Read');
}
