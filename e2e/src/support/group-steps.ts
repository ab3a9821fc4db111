import type { Page } from 'playwright-core';

/** Things people do with groups, in the words the screens use. */

/** Shows the details of the open conversation, if they are not shown. */
export async function showDetails(page: Page): Promise<void> {
  const show = page.getByRole('button', { name: 'Show details' });
  const hide = page.getByRole('button', { name: 'Hide details' }).first();
  await show.or(hide).first().waitFor();
  if (await show.isVisible()) await show.click();
}

/** Opens the choice of people from the details, and adds one with what they may read. */
export async function addPerson(page: Page, username: string, history: string): Promise<void> {
  await showDetails(page);
  await page.getByRole('button', { name: 'Add people' }).click();
  await choosePerson(page, username);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('radio', { name: history, exact: true }).check();
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('dialog', { name: /What may/ }).waitFor({ state: 'detached' });
}

export async function choosePerson(page: Page, username: string): Promise<void> {
  await page.getByRole('combobox', { name: 'People' }).fill(`@${username}`);
  await page
    .getByRole('option', { name: new RegExp(`@${username}`, 'i') })
    .first()
    .click();
}

/** Makes a link to the open group, and gives its address. */
export async function makeGroupLink(page: Page, url: string, label: string): Promise<string> {
  await showDetails(page);
  await page.getByRole('button', { name: 'Links to this group' }).click();
  return makeLink(page, url, label);
}

/** Makes a link where the list of links is open, closes both, and gives the link's address. */
export async function makeLink(page: Page, url: string, label: string): Promise<string> {
  await page.getByRole('button', { name: 'New link' }).click();
  await page.getByLabel('Where you will use it').fill(label);
  await page.getByRole('button', { name: 'Create link' }).click();
  const shown = page.getByText(/\/join\/[\w-]+/).first();
  await shown.waitFor();
  const [path] = /\/join\/[\w-]+/.exec(await shown.innerText()) ?? [];
  await page.keyboard.press('Escape');
  await page.getByRole('dialog', { name: 'QR code' }).waitFor({ state: 'detached' });
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  return `${url}${path ?? ''}`;
}

/** Opens what can be done about somebody in the group. */
export async function openMember(page: Page, name: RegExp): Promise<void> {
  await showDetails(page);
  await page.getByRole('region', { name: 'People' }).getByRole('button', { name }).click();
  await page.getByRole('link', { name: 'Open profile' }).last().waitFor();
}

/** Chooses several people for a new group without a name, and starts it. */
export async function startGroup(page: Page, usernames: readonly string[]): Promise<void> {
  for (const username of usernames) await choosePerson(page, username);
  await page.getByRole('button', { name: /^Continue with/ }).click();
  await page.getByRole('button', { name: 'Start group' }).click();
}
