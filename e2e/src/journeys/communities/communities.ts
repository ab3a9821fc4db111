import { strictEqual } from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { channelRow, communityIdOf, manageMember } from '../../support/community-steps.ts';
import { lookAt } from '../../support/look-at.ts';
import type { Journey } from '../../support/journey.ts';
import { signUpAll } from '../../support/newcomers.ts';
import { signInRaw, type RawDevice } from '../../support/raw-api.ts';
import {
  composerOf,
  conversationRow,
  expectMessage,
  openConversation,
  requestRow,
  say,
  until,
} from '../../support/steps.ts';

const NAME = 'Cycling club';
const ONLY_STAFF = 'Only staff can write here.';

/** Three people: a community is made, joined, written in, and left behind by who is removed. */
export const communities: Journey = {
  name: 'a community has channels for all and announcements by staff, and who is removed is out of it all',
  async run(stage) {
    const { url } = stage.server;
    const { mira, jonas, noor } = await signUpAll(stage, 'mira', 'jonas', 'noor');
    strictEqual(await mira.getByRole('navigation', { name: 'Communities' }).count(), 0);

    // Mira makes one, with a channel more than is proposed.
    await mira.getByRole('link', { name: 'New message' }).first().click();
    await mira.getByRole('link', { name: 'New community' }).click();
    await mira.getByLabel('Name', { exact: true }).fill(NAME);
    await mira.getByLabel('Description').fill('Rides on Sundays, repairs on Thursdays.');
    await mira.getByRole('button', { name: 'Add a channel' }).click();
    await mira.getByLabel('Name of channel 3').fill('Repairs');
    await lookAt(mira, 'community-new');
    await mira.getByRole('button', { name: 'Create community' }).click();
    await mira.getByRole('heading', { name: NAME, level: 1 }).waitFor();
    await channelRow(mira, 'News').click();
    await say(mira, 'We ride on Sunday at nine');
    const communityId = await communityIdOf(mira);

    // Jonas and Noor are in the announcements as they join, and can only read there.
    const api = {
      mira: await signInRaw(url, 'mira'),
      jonas: await signInRaw(url, 'jonas'),
      noor: await signInRaw(url, 'noor'),
    };
    const links = `unstable/app.sotto/rooms/${communityId}/links`;
    const link = await api.mira.call('POST', links, { label: 'Poster' });
    const follow = `unstable/app.sotto/group_links/${String(link.body['token'])}/join`;
    await api.jonas.call('POST', follow, {});
    await jonas
      .getByRole('navigation', { name: 'Communities' })
      .getByRole('link', { name: NAME })
      .click();
    await bring(api.mira, communityId, { page: noor, userId: api.noor.userId });
    for (const page of [jonas, noor]) {
      await channelRow(page, 'News').click();
      await page.getByText(ONLY_STAFF).waitFor();
      strictEqual(await composerOf(page).count(), 0);
    }
    await channelRow(mira, 'News').click();
    await say(mira, 'Bring a spare tube');
    for (const page of [jonas, noor]) await expectMessage(page, 'Bring a spare tube');
    await lookAt(jonas, 'community-announcements');
    const announcements = decodeURIComponent(new URL(jonas.url()).pathname.slice('/c/'.length));
    const path = `v3/rooms/${announcements}/send/m.room.message/t1`;
    const refused = await api.jonas.call('PUT', path, { msgtype: 'm.text', body: 'Me too' });
    strictEqual(`${refused.status} ${String(refused.body['errcode'])}`, '403 M_FORBIDDEN');

    // The other channels are a choice, and then everybody writes.
    for (const page of [jonas, noor]) {
      await page.getByRole('button', { name: /General.*Join/ }).click();
      await composerOf(page).waitFor();
    }
    await channelRow(mira, 'General').click();
    await say(jonas, 'Is the bridge open again');
    for (const page of [mira, noor]) await expectMessage(page, 'Is the bridge open again');
    await say(noor, 'Since Friday');
    await expectMessage(jonas, 'Since Friday');
    const general = decodeURIComponent(new URL(jonas.url()).pathname.slice('/c/'.length));

    // Everybody finds everybody, and writes to them beside the channels.
    await jonas.getByRole('link', { name: 'People' }).first().click();
    await jonas.getByText('Owner').waitFor();
    await lookAt(jonas, 'community-people');
    await jonas.getByRole('searchbox', { name: 'Search people' }).fill('nor');
    await jonas.getByText('Nobody here is called').waitFor();
    await jonas.getByRole('searchbox', { name: 'Search people' }).fill('noor');
    await jonas.getByRole('button', { name: /Message .?Noor Haddad/ }).click();
    await composerOf(jonas).waitFor();
    await say(jonas, 'Do you have a pump');
    await jonas.getByRole('heading', { name: NAME, level: 1 }).waitFor();
    await noor.goto(`${url}/requests`);
    await requestRow(noor, 'Jonas Weber').click();
    await noor.getByRole('button', { name: 'Accept' }).click();
    await composerOf(noor).waitFor();
    await say(noor, 'Two of them');
    await expectMessage(jonas, 'Two of them');
    await jonas
      .getByRole('navigation', { name: 'Channels and conversations' })
      .getByRole('link', { name: /Noor Haddad/ })
      .waitFor();
    await lookAt(jonas, 'community-direct');

    await jonas.goto(`${url}/s/${encodeURIComponent(communityId)}`);
    await channelRow(jonas, 'General').waitFor();
    await lookAt(jonas, 'community');

    // Among all conversations stand those of two, and no channel.
    await jonas.getByRole('link', { name: 'All conversations' }).first().click();
    await conversationRow(jonas, 'Noor Haddad').waitFor();
    strictEqual(await jonas.locator('a[href^="/c/"]').filter({ hasText: 'General' }).count(), 0);

    // Removed, Jonas is out of every channel at once, and cannot come back by their ids.
    await mira.goto(`${url}/s/${encodeURIComponent(communityId)}/people`);
    await manageMember(mira, 'Jonas Weber');
    await mira.getByRole('button', { name: 'Remove', exact: true }).click();
    await mira
      .getByRole('dialog', { name: /^Remove / })
      .getByRole('button', { name: 'Remove', exact: true })
      .click();
    const present = mira.getByRole('list', { name: 'In the community' });
    await present.getByText('Jonas Weber').waitFor({ state: 'detached' });
    await until('the community to be gone from the list of who was removed', async () => {
      const places = jonas.getByRole('navigation', { name: 'Communities' });
      return (await places.count()) === 0;
    });
    const again = await api.jonas.call('POST', follow, {});
    strictEqual(again.status >= 400, true);
    for (const roomId of [communityId, announcements, general]) {
      const joined = await api.jonas.call('POST', `v3/rooms/${roomId}/join`, {});
      strictEqual(joined.status, 403);
    }
    await jonas.goto(`${url}/c/${encodeURIComponent(general)}`);
    await jonas.getByText('This conversation isn’t here').waitFor();
    await channelRow(mira, 'General').click();
    await say(mira, 'Jonas has moved away');
    await noor.goto(`${url}/c/${encodeURIComponent(general)}`);
    await expectMessage(noor, 'Jonas has moved away');
    const later = await api.jonas.call('GET', `v3/rooms/${general}/messages?dir=b&limit=50`);
    strictEqual(JSON.stringify(later.body).includes(await newestId(api.mira, general)), false);

    // What they wrote to each other stays theirs.
    await jonas.goto(url);
    await openConversation(jonas, 'Noor Haddad');

    // An admin closes a channel: it is read, and nobody writes.
    await mira.goto(`${url}/s/${encodeURIComponent(communityId)}/settings`);
    await mira.getByRole('button', { name: /Close .?General/ }).waitFor();
    await lookAt(mira, 'community-channels');
    await mira.getByRole('button', { name: /Close .?General/ }).click();
    await mira.getByRole('dialog').getByRole('button', { name: 'Close channel' }).click();
    await noor.getByText('This channel is closed.').waitFor();
    await expectMessage(noor, 'Jonas has moved away');
  },
};

interface Newcomer {
  readonly page: Page;
  readonly userId: string;
}

async function bring(by: RawDevice, roomId: string, { page, userId }: Newcomer): Promise<void> {
  await by.call('POST', `v3/rooms/${roomId}/invite`, { user_id: userId });
  await page
    .getByRole('link', { name: /Requests/ })
    .first()
    .click();
  await requestRow(page, 'Mira Kovac').click();
  await page.getByRole('button', { name: 'Accept' }).click();
  await page.getByRole('heading', { name: NAME, level: 1 }).waitFor();
}

async function newestId(by: RawDevice, roomId: string): Promise<string> {
  const { body } = await by.call('GET', `v3/rooms/${roomId}/messages?dir=b&limit=1`);
  const [newest] = Array.isArray(body['chunk']) ? body['chunk'] : [];
  return String(newest?.event_id);
}
