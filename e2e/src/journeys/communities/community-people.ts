import { strictEqual } from 'node:assert/strict';
import { PHONE } from '../../support/browser.ts';
import {
  addToCommunity,
  channelRow,
  communityIdOf,
  fromCommunityMenu,
  giveRole,
  makeCommunity,
  makeCommunityLink,
  manageMember,
} from '../../support/community-steps.ts';
import { choosePerson } from '../../support/group-steps.ts';
import type { Journey } from '../../support/journey.ts';
import { lookAt, lookAtOpened } from '../../support/look-at.ts';
import { signInRaw } from '../../support/raw-api.ts';
import { composerOf, listOf, requestRow, say, signUp } from '../../support/steps.ts';

const NAME = 'Cycling club of the valley and the hills behind it';
const TOPIC = 'Rides on Sundays, repairs on Thursdays.';
const ONLY_STAFF = 'Only staff can write here.';

/** Four people: one makes a community, the others come in by being asked, by a link, and by asking. */
export const communityPeople: Journey = {
  name: 'people come into a community by invitation, link and asking, and are given roles in it',
  async run(stage) {
    const { url } = stage.server;
    const mira = (await stage.open(await stage.newProfile('mira'))).page;
    const noor = (await stage.open(await stage.newProfile('noor'))).page;
    const tom = (await stage.open(await stage.newProfile('tom'))).page;
    const eve = (await stage.open(await stage.newProfile('eve'))).page;
    await signUp(mira, { name: 'Mira Kovac', username: 'mira' });
    await signUp(noor, { name: 'Noor Haddad', username: 'noor' });
    await signUp(tom, { name: 'Tom Albers', username: 'tom' });
    await signUp(eve, { name: 'Eve Lindqvist', username: 'eve' });
    await makeCommunity(mira, url, NAME, TOPIC);
    const home = `${url}/s/${encodeURIComponent(await communityIdOf(mira))}`;
    await mira.goto(home);

    await lookAtOpened(mira, 'community-menu', async () => {
      await mira.getByRole('button', { name: 'More' }).first().click();
      await mira.getByRole('menuitem', { name: 'Permissions' }).waitFor();
    });

    // What the menu opens has the focus, also once its script is there.
    for (const item of ['Permissions', 'Edit community', 'Permissions']) {
      await fromCommunityMenu(mira, item);
      await mira.getByRole('menu').waitFor({ state: 'detached' });
      await mira.getByRole('dialog', { name: item }).locator(':focus').waitFor();
      await mira.keyboard.press('Escape');
      await mira.getByRole('dialog').waitFor({ state: 'detached' });
    }

    // Asked in, Noor sees what the community is and who asks before she answers.
    await lookAtOpened(mira, 'community-add-people', async () => {
      await fromCommunityMenu(mira, 'Add people');
      await choosePerson(mira, 'noor');
    });
    await addToCommunity(mira, 'noor');
    await noor.goto(`${url}/requests`);
    await requestRow(noor, NAME).click();
    const invitation = noor.getByRole('article', { name: 'Invitation to a community' });
    for (const text of [NAME, TOPIC, '1 person', '2 channels', 'Mira Kovac asks you to join'])
      await invitation.getByText(text).waitFor();
    await lookAt(noor, 'community-invitation');
    await mira.goto(`${home}/people`);
    await mira.getByRole('region', { name: 'Asked in' }).getByText('Noor Haddad').waitFor();
    await noor.getByRole('button', { name: 'Accept' }).click();
    await noor.getByRole('heading', { name: NAME, level: 1 }).waitFor();
    await channelRow(noor, 'News').click();
    await noor.getByText(ONLY_STAFF).waitFor();

    // A role holds in every channel as it is given, and nobody takes a higher one for themselves.
    await mira.getByRole('region', { name: 'Asked in' }).waitFor({ state: 'detached' });
    await lookAtOpened(mira, 'community-role', () => manageMember(mira, 'Noor Haddad'));
    await giveRole(mira, 'Noor Haddad', 'Moderator');
    await mira.getByRole('list', { name: 'In the community' }).getByText('Moderator').waitFor();
    await lookAt(mira, 'community-roles');
    await say(noor, 'The bridge is open again');
    const raw = await signInRaw(url, 'noor');
    const role = `unstable/app.sotto/rooms/${await communityIdOf(mira)}/roles/${raw.userId}`;
    for (const wish of ['admin', 'owner'])
      strictEqual((await raw.call('PUT', role, { role: wish })).status, 403);

    // Her link leads Tom in on a phone; back from there is the list, and nothing else.
    await noor.goto(home);
    const address = await makeCommunityLink(noor, url, 'Poster at the gate');
    await lookAtOpened(noor, 'community-links', async () => {
      await fromCommunityMenu(noor, 'Links to this community');
      await noor.getByText('Poster at the gate').waitFor();
    });
    await tom.setViewportSize(PHONE);
    await tom.goto(address);
    await tom.getByRole('button', { name: 'Join' }).waitFor();
    await lookAt(tom, 'community-link');
    await tom.setViewportSize(PHONE);
    await tom.getByRole('button', { name: 'Join' }).click();
    await tom.getByRole('heading', { name: NAME, level: 1 }).waitFor();
    await channelRow(tom, 'News').waitFor();
    await tom.goBack();
    await listOf(tom).waitFor();
    await tom.goto(address);
    await tom.getByText('You are in this community.').waitFor();
    await tom.getByRole('button', { name: 'Open' }).click();
    await channelRow(tom, 'News').waitFor();

    // By an address, a channel and the people lead back to the community.
    await channelRow(tom, 'News').click();
    await tom.getByText(ONLY_STAFF).waitFor();
    for (const deep of [tom.url(), `${home}/people`]) {
      const opened = await tom.context().newPage();
      await opened.setViewportSize(PHONE);
      await tom.goto('about:blank');
      await opened.goto(deep);
      await opened.getByRole('button', { name: 'Back to the community' }).click();
      await channelRow(opened, 'News').waitFor();
      await tom.goto(deep);
      await opened.close();
    }

    // Without her role, Noor writes no announcements, and her link leads nowhere.
    await mira.goto(`${home}/people`);
    await giveRole(mira, 'Noor Haddad', 'Member');
    await channelRow(noor, 'News').click();
    await noor.getByText(ONLY_STAFF).waitFor();
    strictEqual(await composerOf(noor).count(), 0);
    await eve.goto(address);
    await eve.getByText('This link does not work').waitFor();

    // Where staff let people in, Eve asks, and stands before whoever can answer.
    await mira.goto(`${home}/settings`);
    await mira.getByRole('switch', { name: 'Join approval' }).click();
    await mira.getByRole('switch', { name: 'Join approval', checked: true }).waitFor();
    await lookAt(mira, 'community-settings');
    await mira.goto(home);
    await eve.goto(await makeCommunityLink(mira, url, 'Newsletter'));
    await eve.getByLabel('A sentence about you').fill('I mend bicycles.');
    await eve.getByRole('button', { name: 'Ask to join' }).click();
    await eve.getByText('You have asked to join').waitFor();
    await mira.getByRole('link', { name: /Somebody asks to join/ }).click();
    await mira.getByText('I mend bicycles.').waitFor();
    await lookAt(mira, 'community-asking');
    await mira.getByRole('button', { name: /^Let in .?Eve Lindqvist/ }).click();
    await eve.getByText('You are in this community.').waitFor();
    await eve.getByRole('button', { name: 'Open' }).click();
    await channelRow(eve, 'News').waitFor();

    // Who leaves a channel stays in the community, and can join it again.
    await eve.getByRole('button', { name: /General.*Join/ }).click();
    await composerOf(eve).waitFor();
    await lookAtOpened(eve, 'channel-leave', async () => {
      await fromHeader(eve, 'Leave channel');
      await eve.getByText('You stay in the community').waitFor();
    });
    await fromHeader(eve, 'Leave channel');
    await eve.getByRole('dialog').getByRole('button', { name: 'Leave' }).click();
    await eve.getByRole('button', { name: /General.*Join/ }).waitFor();
    await channelRow(eve, 'News').waitFor();

    // Removed for good, Eve is out, and no link leads back.
    await mira.goto(`${home}/people`);
    await manageMember(mira, 'Eve Lindqvist');
    await mira.getByRole('button', { name: 'Remove for good' }).click();
    await mira.getByRole('dialog').last().getByRole('button', { name: 'Remove for good' }).click();
    await mira.getByRole('button', { name: 'Removed for good (1)' }).waitFor();
    await eve.getByText('This community isn’t here').waitFor();
    await lookAt(eve, 'community-not-here');
    await eve.getByRole('link', { name: 'All conversations' }).first().click();
    await listOf(eve).waitFor();

    // The owner learns who will be the owner, and goes.
    await mira.goto(home);
    await channelRow(mira, 'News').waitFor();
    await lookAtOpened(mira, 'community-leave', async () => {
      await fromCommunityMenu(mira, 'Leave community');
      await mira.getByText(/You are the only owner. .?Noor Haddad.? will be the owner/).waitFor();
    });
    await fromCommunityMenu(mira, 'Leave community');
    await mira.getByRole('dialog').getByRole('button', { name: 'Leave' }).click();
    await listOf(mira).waitFor();
    await noor.goto(`${home}/people`);
    await noor.getByRole('list', { name: 'In the community' }).getByText('Owner').waitFor();
  },
};

async function fromHeader(page: Parameters<typeof fromCommunityMenu>[0], name: string) {
  const conversation = page.getByRole('region', { name: /^Conversation with/ });
  await conversation.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name }).click();
}
