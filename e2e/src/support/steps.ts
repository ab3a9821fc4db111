import type { Locator, Page } from 'playwright-core';

/** Things people do, in the words the screens use. */

export const PASSWORD = 'a quiet evening in the garden';

/** How long a thing may take that crosses the network, the crypto and the screen. */
const PATIENCE_MS = 20_000;

export interface Newcomer {
  readonly name: string;
  readonly username: string;
  /** Where the server asks for it. */
  readonly born?: { readonly month: string; readonly year: string };
}

export async function signUp(page: Page, who: Newcomer): Promise<string> {
  await page.getByRole('link', { name: 'Create an account' }).click();
  await page.getByLabel('Your name').fill(who.name);
  await page.getByLabel('Username').fill(who.username);
  await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD);
  if (who.born) {
    await page.getByLabel('Month of birth').selectOption({ label: who.born.month });
    await page.getByLabel('Year of birth').selectOption(who.born.year);
  }
  await page.getByRole('button', { name: 'Create account' }).click();
  return keepRecoveryCode(page);
}

/** Reads the code that is shown once, and says so. */
export async function keepRecoveryCode(page: Page): Promise<string> {
  const code = page.locator('code');
  await code.waitFor({ timeout: PATIENCE_MS });
  const text = (await code.innerText()).replaceAll(/\s+/g, ' ').trim();
  await page.getByLabel('I have kept it somewhere safe').check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await listOf(page).waitFor({ timeout: PATIENCE_MS });
  return text;
}

export async function signIn(page: Page, username: string): Promise<void> {
  await page.getByRole('link', { name: 'Sign in' }).click();
  await page.getByLabel('Username').fill(username);
  await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

export function listOf(page: Page): Locator {
  return page.getByRole('heading', { name: 'Messages' });
}

/** Finds somebody by username and opens the conversation with them. */
export async function writeTo(page: Page, username: string): Promise<void> {
  await startWith(page, username);
  await composerOf(page).waitFor({ timeout: PATIENCE_MS });
}

/** The same, where it may be refused. */
export async function startWith(page: Page, username: string): Promise<void> {
  await page.getByRole('link', { name: 'New message' }).first().click();
  await page.getByRole('combobox', { name: 'People' }).fill(`@${username}`);
  await page
    .getByRole('option', { name: new RegExp(username, 'i') })
    .first()
    .click();
  await page.getByRole('button', { name: /^Message / }).click();
}

export function composerOf(page: Page): Locator {
  return page.getByRole('textbox', { name: /^(Message|Add a caption)$/ });
}

export async function say(page: Page, text: string): Promise<void> {
  await composerOf(page).fill(text);
  await composerOf(page).press('Enter');
  await messageWith(page, text).waitFor({ timeout: PATIENCE_MS });
}

export function messageWith(page: Page, text: string): Locator {
  return page.getByRole('article').filter({ hasText: text });
}

export async function expectMessage(page: Page, text: string): Promise<void> {
  await messageWith(page, text).first().waitFor({ timeout: PATIENCE_MS });
}

/** Waits until my message shows how far it came. */
export async function expectDelivery(page: Page, text: string, words: string): Promise<void> {
  await messageWith(page, text).getByText(words, { exact: true }).first().waitFor({
    state: 'attached',
    timeout: PATIENCE_MS,
  });
}

export async function openConversation(page: Page, title: string): Promise<void> {
  await conversationRow(page, title).click({ timeout: PATIENCE_MS });
  await composerOf(page).waitFor({ timeout: PATIENCE_MS });
}

export function conversationRow(page: Page, title: string): Locator {
  return page.locator('a[href^="/c/"]').filter({ hasText: title }).first();
}

/** A request in their list; the row that leads to the list names people too. */
export function requestRow(page: Page, from: string): Locator {
  return page.locator('a[href^="/requests/"]').filter({ hasText: from }).first();
}

/** Opens the one request there is and accepts it. */
export async function acceptRequest(page: Page, from: string): Promise<void> {
  await page
    .getByRole('link', { name: /Requests/ })
    .first()
    .click({ timeout: PATIENCE_MS });
  await requestRow(page, from).click({ timeout: PATIENCE_MS });
  await page.getByRole('button', { name: 'Accept' }).click();
  await composerOf(page).waitFor({ timeout: PATIENCE_MS });
}

/** Holds until `check` is true, and says what was waited for if it never is. */
export async function until(what: string, check: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  while (performance.now() < end) {
    if (await check()) return;
    await new Promise((resolve) => {
      setTimeout(resolve, 100);
    });
  }
  throw new Error(`Waited in vain for: ${what}.`);
}
