import { strictEqual } from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { Journey } from '../../support/journey.ts';
import {
  acceptRequest,
  expectMessage,
  requestRow,
  say,
  signUp,
  writeTo,
} from '../../support/steps.ts';

const LOOKS_LIKE = /Looks like the photo of .?Jonas Weber.?, but a different account\./;

/** Four people: a contact with a photo, one who copied it, and one who has a photo of his own. */
export const borrowedPhoto: Journey = {
  name: 'somebody new with a copy of a contact’s photo is seen through, whatever they call themselves',
  async run(stage) {
    const { server } = stage;
    const mira = (await stage.open(await stage.newProfile('mira'))).page;
    const jonas = (await stage.open(await stage.newProfile('jonas'))).page;
    const copier = (await stage.open(await stage.newProfile('copier'))).page;
    const other = (await stage.open(await stage.newProfile('other'))).page;
    await signUp(mira, { name: 'Mira Kovac', username: 'mira' });
    await signUp(jonas, { name: 'Jonas Weber', username: 'jonas' });
    await signUp(copier, { name: 'Pavel Novak', username: 'pavel' });
    await signUp(other, { name: 'Tomas Hora', username: 'tomas' });

    const photo = await draw(jonas, 7);
    await wear(jonas, server.url, photo);
    await wear(copier, server.url, await copyBadly(copier, photo));
    await wear(other, server.url, await draw(other, 8));

    await writeTo(mira, 'jonas');
    await say(mira, 'The plums are ripe');
    await jonas.goto(server.url);
    await acceptRequest(jonas, 'Mira Kovac');
    await expectMessage(jonas, 'The plums are ripe');
    await writeTo(copier, 'mira');
    await say(copier, 'Remember me?');
    await writeTo(other, 'mira');
    await say(other, 'Hello from the choir');

    // The one is named, the other is not.
    await mira.goto(`${server.url}/requests`);
    await requestRow(mira, 'Pavel Novak').click();
    await mira.getByText(LOOKS_LIKE).waitFor();
    await requestRow(mira, 'Tomas Hora').click();
    await mira.getByText('Hello from the choir').last().waitFor();
    strictEqual(await mira.getByText(LOOKS_LIKE).count(), 0);

    // Accepted, the line goes with the conversation.
    await requestRow(mira, 'Pavel Novak').click();
    await mira.getByText(LOOKS_LIKE).waitFor();
    await mira.getByRole('button', { name: 'Accept' }).click();
    await expectMessage(mira, 'Remember me?');
    await mira.getByRole('status').filter({ hasText: LOOKS_LIKE }).waitFor();
  },
};

/** A picture of light and dark spots, the same for the same seed. */
async function draw(page: Page, seed: number): Promise<string> {
  return page.evaluate(async (start) => {
    const canvas = new OffscreenCanvas(480, 480);
    const context = canvas.getContext('2d');
    if (!context) throw new Error('This browser cannot draw.');
    let state = start;
    const roll = (): number => {
      state = (state * 48_271) % 2_147_483_647;
      return state / 2_147_483_647;
    };
    roll();
    context.fillStyle = '#808080';
    context.fillRect(0, 0, 480, 480);
    for (let spot = 0; spot < 24; spot += 1) {
      const light = Math.round(roll() * 255);
      context.fillStyle = `rgb(${light} ${Math.round(light * 0.8)} ${Math.round(roll() * 255)})`;
      context.beginPath();
      context.arc(roll() * 480, roll() * 480, 30 + roll() * 90, 0, 7);
      context.fill();
    }
    const bytes = new Uint8Array(
      await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer(),
    );
    return btoa(Array.from(bytes, (byte) => String.fromCodePoint(byte)).join(''));
  }, seed);
}

/** Smaller, cut at the edges, and with what is lost on the way. */
async function copyBadly(page: Page, picture: string): Promise<string> {
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.codePointAt(0) ?? 0);
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(300, 300);
    canvas.getContext('2d')?.drawImage(image, 10, 10, 460, 460, 0, 0, 300, 300);
    const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.4 });
    const copied = new Uint8Array(await blob.arrayBuffer());
    return btoa(Array.from(copied, (byte) => String.fromCodePoint(byte)).join(''));
  }, picture);
}

async function wear(page: Page, url: string, picture: string): Promise<void> {
  const buffer = Buffer.from(picture, 'base64');
  const mimeType = buffer[0] === 0x89 ? 'image/png' : 'image/jpeg';
  await page.goto(`${url}/settings/profile`);
  const add = page.getByRole('button', { name: 'Add a photo' });
  await add.waitFor();
  await page.locator('input[type=file]').setInputFiles({ name: 'me', mimeType, buffer });
  await page.getByRole('button', { name: 'Change photo' }).waitFor();
  await page.goto(url);
}
