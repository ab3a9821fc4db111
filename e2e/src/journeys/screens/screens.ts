import type { Page } from 'playwright-core';
import { drawPhoto } from '../../support/photo.ts';
import type { Journey, Stage } from '../../support/journey.ts';
import { lookAt } from '../../support/look-at.ts';
import {
  acceptRequest,
  composerOf,
  conversationRow,
  expectDelivery,
  expectMessage,
  requestRow,
  say,
  signUp,
  writeTo,
} from '../../support/steps.ts';

/** Looks at every screen as four people would see it, and asks axe about each. */
export const screens: Journey = {
  name: 'every screen is accessible on desktop and phone, in light and dark',
  async run(stage) {
    const { url } = stage.server;
    const mira = await stage.open(await stage.newProfile('mira'));
    const jonas = await stage.open(await stage.newProfile('jonas'));
    await lookAt(mira.page, 'door');
    await mira.page.goto(`${url}/welcome/sign-up`);
    await mira.page.getByLabel('Your name').waitFor();
    await lookAt(mira.page, 'sign-up');
    await mira.page.goto(url);
    await signUp(mira.page, { name: 'Mira Kovac', username: 'mira' });
    await signUp(jonas.page, { name: 'Jonas Weber', username: 'jonas' });
    await lookAt(mira.page, 'empty');
    await fillConversation(stage, mira.page, jonas.page);
    await lookAt(mira.page, 'conversation', async () => {
      await mira.page
        .getByRole('button', { name: /^Open photo/ })
        .locator('img')
        .waitFor();
    });
    for (const [path, name, heading] of [
      ['/', 'list', 'Messages'],
      ['/new', 'new-message', 'New message'],
      ['/requests', 'no-requests', 'Requests'],
      ['/settings', 'settings', 'Settings'],
      ['/settings/profile', 'settings-profile', 'Profile'],
      ['/settings/devices', 'settings-devices', 'Devices'],
      ['/settings/privacy', 'settings-privacy', 'Privacy'],
      ['/settings/quiet-hours', 'settings-quiet-hours', 'Quiet hours'],
      ['/settings/reach', 'settings-reach', 'Who can reach you'],
      ['/settings/exceptions', 'settings-exceptions', 'Exceptions'],
      ['/settings/find', 'settings-find', 'Who can find you'],
      ['/settings/links', 'settings-links', 'Contact links'],
      ['/settings/blocked', 'settings-blocked', 'Blocked people'],
      ['/u/jonas', 'person', 'Jonas Weber'],
      ['/settings/appearance', 'settings-appearance', 'Appearance'],
    ] as const) {
      await mira.page.goto(`${url}${path}`);
      await mira.page.getByRole('heading', { name: heading }).first().waitFor();
      await lookAt(mira.page, name);
    }
  },
};

async function fillConversation({ server }: Stage, mira: Page, jonas: Page): Promise<void> {
  await writeTo(mira, 'jonas');
  await say(mira, 'The apricots are ripe. Do you want some?');
  await jonas
    .getByRole('link', { name: /Requests/ })
    .first()
    .click();
  await requestRow(jonas, 'Mira Kovac').click();
  await jonas.getByRole('button', { name: 'Accept' }).waitFor();
  await jonas.getByRole('list', { name: /wrote/ }).getByText('The apricots are ripe').waitFor();
  await lookAt(jonas, 'request');
  await jonas.goto(server.url);
  await acceptRequest(jonas, 'Mira Kovac');
  await say(jonas, 'Always 🍑🍑');
  await say(jonas, 'I can come by on Saturday, before the market closes, if that suits you.');
  await expectMessage(mira, 'I can come by on Saturday');
  const photo = await drawPhoto(mira);
  const file = { name: 'garden.jpg', mimeType: 'image/jpeg', buffer: photo.bytes };
  await mira.locator('input[type=file]').setInputFiles(file);
  await composerOf(mira).fill('This is the tree');
  await mira.getByRole('button', { name: 'Send' }).click();
  await expectMessage(jonas, 'This is the tree');
  await say(mira, 'Saturday it is');
  await expectDelivery(mira, 'Saturday it is', 'Read');
  await conversationRow(mira, 'Jonas Weber').waitFor();
}
