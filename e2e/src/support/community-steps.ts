import type { Locator, Page } from 'playwright-core';
import { choosePerson, makeLink } from './group-steps.ts';

/** Things people do with communities, in the words the screens use. */

/** Makes a community with the channels that are proposed; who makes it is in it then. */
export async function makeCommunity(page: Page, url: string, name: string, topic = '') {
  await page.goto(`${url}/communities/new`);
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByLabel('Description').fill(topic);
  await page.getByRole('button', { name: 'Create community' }).click();
  await page.getByRole('heading', { name, level: 1 }).waitFor();
}

export function channelRow(page: Page, name: string): Locator {
  return page
    .getByRole('navigation', { name: 'Channels and conversations' })
    .getByRole('link', { name: new RegExp(name) })
    .first();
}

/** The community whose channels are shown. */
export async function communityIdOf(page: Page): Promise<string> {
  const places = page.getByRole('navigation', { name: 'Communities' });
  const href = await places.locator('a[href^="/s/"]').first().getAttribute('href');
  return decodeURIComponent((href ?? '').slice('/s/'.length));
}

/** Chooses something from the menu of the community that is shown, once all of it is. */
export async function fromCommunityMenu(page: Page, name: string): Promise<void> {
  await channelRow(page, '').waitFor();
  await page.getByRole('button', { name: 'More' }).first().click();
  await page.getByRole('menuitem', { name }).click();
}

/** Adds somebody to the community that is shown. */
export async function addToCommunity(page: Page, username: string): Promise<void> {
  await fromCommunityMenu(page, 'Add people');
  await choosePerson(page, username);
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('dialog', { name: 'Add people' }).waitFor({ state: 'detached' });
}

/** Opens what can be done about somebody in the directory. */
export async function manageMember(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`Role and removal of .?${name}`) }).click();
  await page.getByRole('dialog').getByRole('link', { name: 'Open profile' }).waitFor();
}

/** Gives somebody a role from the directory, and waits until it stands beside their name. */
export async function giveRole(page: Page, name: string, role: string): Promise<void> {
  await manageMember(page, name);
  const field = page.getByRole('dialog').getByLabel('Role');
  await field.selectOption({ label: role });
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

/** Makes a link to the community that is shown, and gives its address. */
export async function makeCommunityLink(page: Page, url: string, label: string): Promise<string> {
  await fromCommunityMenu(page, 'Links to this community');
  return makeLink(page, url, label);
}
