import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { SCREENSHOTS } from './journey.ts';
import { messageWith, until } from './steps.ts';

const NAMES = ['Mira Kovac', 'Jonas Weber', 'Noor Haddad'];

/** The conversation with one person, not the group they are in too. */
export function directRow(page: Page, name: string): Locator {
  const row = page.locator('a[href^="/c/"]').filter({ hasText: name });
  return NAMES.filter((other) => other !== name).reduce(
    (left, other) => left.filter({ hasNotText: other }),
    row,
  );
}

/** The conversation of all three has, for Mira, the names of the two others. */
export function groupRow(page: Page): Locator {
  return page
    .locator('a[href^="/c/"]')
    .filter({ hasText: 'Noor Haddad' })
    .filter({ hasText: 'Jonas Weber' });
}

/** Right-clicks a row and chooses from its menu, which is fetched with the first row. */
export async function choose(page: Page, row: Locator, item: string): Promise<void> {
  await until(`the menu with “${item}”`, async () => {
    await row.click({ button: 'right' });
    const menu = page.getByRole('menu');
    await menu.waitFor();
    if ((await menu.getByRole('menuitem', { name: item }).count()) > 0) return true;
    await page.keyboard.press('Escape');
    await menu.waitFor({ state: 'detached' });
    return false;
  });
  await page.getByRole('menuitem', { name: item }).click();
}

/** For the guide. */
export async function picture(page: Page, name: string): Promise<void> {
  await mkdir(SCREENSHOTS, { recursive: true });
  await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`) });
}

export async function expectTitle(page: Page, title: string): Promise<void> {
  await until(`the title “${title}”`, async () => (await page.title()) === title);
}

/** How often a message of mine says that it is read. */
export function readMarks(page: Page, text: string): Promise<number> {
  return messageWith(page, text).getByText('Read', { exact: true }).count();
}

/** A time zone in which it is two in the morning now. */
export function zoneOfTwoOClock(nowMs: number): string {
  const behind = (new Date(nowMs).getUTCHours() - 2 + 24) % 24;
  // The names have the sign the other way round, and go from 12 behind to 14 ahead.
  return behind <= 12 ? `Etc/GMT+${behind}` : `Etc/GMT-${24 - behind}`;
}

/** An hour around now, by the clock the browsers go by. */
export function around(nowMs: number, hours: number): string {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/Berlin',
    hour: '2-digit',
    minute: '2-digit',
  }).format(nowMs + hours * 3_600_000);
}
