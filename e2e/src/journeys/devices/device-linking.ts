import { notStrictEqual, strictEqual } from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import type { Journey } from '../../support/journey.ts';
import { signUpAll } from '../../support/newcomers.ts';
import { lookAt } from '../../support/look-at.ts';
import {
  acceptRequest,
  expectMessage,
  keepRecoveryCode,
  listOf,
  openConversation,
  PASSWORD,
  say,
  signIn,
  until,
  writeTo,
} from '../../support/steps.ts';

const EARLIER = 'Said long before the new phone';
const LINE = /started over with a new identity/;

export const deviceLinking: Journey = {
  name: 'a new device is let in by a code or its QR address, and nobody else by what they see of it',
  async run(stage) {
    const { url } = stage.server;
    const { mira, jonas } = await signUpAll(stage, 'mira', 'jonas');
    await writeTo(mira, 'jonas');
    await say(mira, EARLIER);
    await acceptRequest(jonas, 'Mira Kovac');
    await expectMessage(jonas, EARLIER);

    // By the code, typed: the place, the number, the yes, the pictures.
    const phone = (await stage.open(await stage.newProfile('mira-phone'))).page;
    await phone.getByRole('link', { name: 'Link to another device' }).click();
    const code = await codeOn(phone);
    await lookAt(phone, 'link');
    await expectNothingFor(url, code);
    await mira.goto(`${url}/settings/devices`);
    await mira.getByRole('link', { name: 'Link a device' }).click();
    await mira.getByLabel('Code').fill(code.toLowerCase());
    await lookAt(mira, 'link-code');
    await mira.getByRole('button', { name: 'Continue' }).click();
    await mira.getByText('On the same network as this device').waitFor();
    await lookAt(phone, 'link-number');
    await lookAt(mira, 'link-check');
    await letIn(mira, await numberOn(phone));
    await compare(phone, mira);
    await openConversation(phone, 'Jonas Weber');
    await expectMessage(phone, EARLIER);
    await say(phone, 'From the new phone');
    await expectMessage(jonas, 'From the new phone');

    // The code was good once.
    await mira.goto(`${url}/link`);
    await enterCode(mira, code);
    await mira.getByText('This code does not work. Show a new one.').waitFor();

    // A wrong number ends it on both.
    const tablet = (await stage.open(await stage.newProfile('mira-tablet'))).page;
    await tablet.getByRole('link', { name: 'Link to another device' }).click();
    await enterCode(mira, await codeOn(tablet));
    const right = await numberOn(tablet);
    const shown = await mira
      .getByRole('radio')
      .evaluateAll((radios) => radios.map((radio) => radio.getAttribute('value') ?? ''));
    await letIn(mira, shown.find((number) => number !== right) ?? '');
    await mira.getByRole('heading', { name: 'Nothing was linked' }).waitFor();
    await tablet.getByText('Your other device said no').waitFor();

    // By the address in the QR code, which keeps the code from the server, the history and the bar.
    await tablet.getByRole('button', { name: 'Show a new code' }).click();
    const scanned = await codeOn(tablet);
    notStrictEqual(scanned, code);
    await mira.goto('about:blank');
    await mira.goto(`${url}/link#${scanned}`);
    await mira.getByText('Is this the code on the new device?').waitFor();
    strictEqual(await mira.getByLabel('Code').inputValue(), scanned);
    await until('the code to leave the address', async () => mira.url() === `${url}/link`);
    await mira.getByRole('button', { name: 'Continue' }).click();
    await letIn(mira, await numberOn(tablet));
    await compare(tablet, mira);

    // The third device is told, and ends it.
    await phone.getByText(/New device linked: .?Chrome on Linux/).waitFor();
    await lookAt(phone, 'new-device');
    await phone.getByRole('button', { name: 'That wasn’t me' }).click();
    await phone.getByRole('textbox', { name: 'Password' }).fill(PASSWORD);
    await phone.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click();
    await tablet.getByText('This device was signed out from another one').waitFor();
    await phone.getByText('It is signed out. Change your password too.').waitFor();
    strictEqual(await phone.getByText('New device linked').count(), 0);

    await mira.goto(`${url}/settings/devices`);
    await mira.getByText(/linked by .?.Chrome on Linux/).waitFor();
    await lookAt(mira, 'devices');
    await signOutTheOther(mira);
    await phone.getByText('This device was signed out from another one').waitFor();

    const log = await readFile(stage.server.logFile, 'utf8');
    for (const shown of [code, scanned]) strictEqual(log.includes(shown.replace('-', '')), false);

    // None of this was Jonas' business. A new identity is, once, also after a reload.
    strictEqual(await jonas.getByText(LINE).count(), 0);
    const laptop = (await stage.open(await stage.newProfile('mira-laptop'))).page;
    await startOver(laptop);
    await openConversation(laptop, 'Jonas Weber');
    await say(laptop, 'It is me, anew');
    await expectMessage(jonas, 'It is me, anew');
    await jonas.getByText(LINE).first().waitFor();
    strictEqual(await jonas.getByText(LINE).count(), 1);
    await jonas.reload();
    await expectMessage(jonas, 'It is me, anew');
    await jonas.getByText(LINE).first().waitFor();
    strictEqual(await jonas.getByText(LINE).count(), 1);
  },
};

/** The code a new device shows, as it is read. */
async function codeOn(page: Page): Promise<string> {
  const code = page.locator('code');
  await code.waitFor();
  return (await code.innerText()).trim();
}

async function enterCode(page: Page, code: string): Promise<void> {
  await page.getByLabel('Code').fill(code);
  await page.getByRole('button', { name: 'Continue' }).click();
}

async function numberOn(page: Page): Promise<string> {
  await page.getByRole('heading', { name: 'Choose this number there' }).waitFor();
  return (
    await page
      .locator('output')
      .filter({ hasText: /^\d\d$/ })
      .innerText()
  ).trim();
}

async function letIn(page: Page, number: string): Promise<void> {
  await page.getByText(number, { exact: true }).click();
  await page.getByRole('button', { name: 'Link this device' }).click();
}

/** Both show the same pictures without anybody having asked for them; then the new one can read. */
async function compare(newDevice: Page, other: Page): Promise<void> {
  const [there, here] = await Promise.all([picturesOn(newDevice), picturesOn(other)]);
  strictEqual(there, here);
  for (const page of [newDevice, other]) {
    await page.getByRole('button', { name: 'They match' }).click();
  }
  await listOf(newDevice).waitFor();
  await other.getByRole('button', { name: 'Done' }).click();
  await other.getByText(/is signed in/).waitFor();
}

async function picturesOn(page: Page): Promise<string> {
  const list = page.getByRole('list', { name: 'Pictures to compare' });
  await list.waitFor();
  return list.innerText();
}

/** Whoever read the code from a screen, without being signed in, tries it everywhere. */
async function expectNothingFor(url: string, shown: string): Promise<void> {
  const code = shown.replace('-', '');
  const links = `${url}/_matrix/client/unstable/app.sotto/device_links`;
  const tries = [
    [`${links}/claim`, { code }, 401],
    [`${links}/${code}/watch`, { secret: code }, 404],
    [`${links}/${code}/confirm`, { number: 10 }, 401],
    [`${url}/_matrix/client/v3/login`, { type: 'm.login.token', token: code }, 403],
  ] as const;
  for (const [address, body, status] of tries) {
    const reply = await fetch(address, { method: 'POST', body: JSON.stringify(body) });
    strictEqual(reply.status, status, address);
  }
}

async function startOver(page: Page): Promise<void> {
  await signIn(page, 'mira');
  await page.getByRole('button', { name: 'I have neither' }).click();
  await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Start over' }).click();
  await keepRecoveryCode(page);
}

async function signOutTheOther(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /^Actions for/ })
    .last()
    .click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD);
  await page.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click();
}
